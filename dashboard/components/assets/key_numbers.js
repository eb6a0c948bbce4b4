// Cells in, links out. A plain click is handed to Python, so that the page changes without a reload;
// a click with a modifier, or the middle button, follows the link into a new tab as any link does.
function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

function link(href, parts, opened) {
  const made = document.createElement(href ? "a" : "div");
  made.append(...parts.flatMap((one) => [one, " "]));
  if (href) {
    made.href = href;
    made.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      opened();
    };
  }
  return made;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".numbers");
  list.dataset.form = data.form;
  list.replaceChildren(
    ...data.cells.map((cell, position) => {
      const [value, label, rule] = ["value", "label", "rule"].map((name) => cell[name] && part(name, cell[name]));
      const open = (what) => () => setTriggerValue(what, position);
      const item = document.createElement("li");
      if (cell.about) item.append(link(cell.href, [value], open("opened")), link(cell.about, [label], open("asked")));
      else item.append(link(cell.href, [value, label, rule].filter(Boolean), open("opened")));
      return item;
    }),
  );
}
