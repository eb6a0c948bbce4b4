// What our components share: text as text, and links that stay in the app.
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function button(words, className, onclick) {
  const made = make("button", className, words);
  made.type = "button";
  made.onclick = onclick;
  return made;
}

// A plain click changes the address and lets Streamlit follow it, as it follows Back and Forward: one click is one
// entry of the history, and nothing is loaded anew. With a modifier, or the middle button, it is a link like any other.
export function link(href, className, text) {
  const made = make("a", className, text);
  made.href = href;
  made.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", made.href);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  };
  return made;
}
