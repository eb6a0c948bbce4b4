// Cells in, links out.
import { link, make } from "./links.js";

function filled(element, parts) {
  element.append(...parts.flatMap((one) => [one, " "]));
  return element;
}

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector(".numbers");
  list.dataset.form = data.form;
  list.replaceChildren(
    ...data.cells.map((cell) => {
      const [value, ...words] = ["value", "label", "rule"].filter((name) => cell[name]).map((name) => make("span", name, cell[name]));
      const around = () => (cell.href ? link(cell.href) : make("div"));
      if (cell.about) return filled(make("li"), [filled(around(), [value]), filled(link(cell.about), words)]);
      return filled(make("li"), [filled(around(), [value, ...words])]);
    }),
  );
}
