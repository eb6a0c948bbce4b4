// Cells in, links out. A plain click is handed to Python, so that the page changes without a reload;
// a click with a modifier, or the middle button, follows the link into a new tab as any link does.
function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".numbers");
  list.replaceChildren(
    ...data.cells.map((cell, position) => {
      const link = document.createElement("a");
      link.href = cell.href;
      link.append(part("value", cell.value), " ", part("label", cell.label), " ", part("rule", cell.rule));
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        setTriggerValue("opened", position);
      };
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}
