// Cells in, links out.
function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

// A plain click changes the address and lets Streamlit follow it, as it follows Back and Forward: one click is one
// entry of the history, and nothing is loaded anew. With a modifier, or the middle button, it is a link like any other.
function link(href, parts) {
  const made = document.createElement(href ? "a" : "div");
  made.append(...parts.flatMap((one) => [one, " "]));
  if (href) {
    made.href = href;
    made.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", made.href);
      dispatchEvent(new PopStateEvent("popstate", { state: null }));
    };
  }
  return made;
}

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector(".numbers");
  list.dataset.form = data.form;
  list.replaceChildren(
    ...data.cells.map((cell) => {
      const [value, label, rule] = ["value", "label", "rule"].map((name) => cell[name] && part(name, cell[name]));
      const item = document.createElement("li");
      if (cell.about) item.append(link(cell.href, [value]), link(cell.about, [label]));
      else item.append(link(cell.href, [value, label, rule].filter(Boolean)));
      return item;
    }),
  );
}
