// One value in: a form to change it, with its other readings and the words that say it. What was changed out.
import { button, make } from "./links.js";
import { places } from "./selection.js";

export function drawForm(row, item, words, text, send) {
  row.querySelector("form")?.remove();
  const form = make("form", "change");
  const inputs = Object.fromEntries(item.fields.map((field) => [field.name, inputFor(field)]));
  const quote = make("textarea");
  Object.assign(quote, { value: item.quote, rows: 2 });
  const wrong = make("p", "wrong");
  wrong.setAttribute("role", "alert");
  form.append(...item.fields.map((field) => labelled(field.label, inputs[field.name], field.hint)), labelled(words.quote, quote), wrong);
  if (item.alternatives.length) {
    const others = make("div", "others");
    others.append(make("span", "label", words.alternatives));
    others.append(...item.alternatives.map((one) => button(one.label, "", () => send({ do: "edit", fields: one.fields }))));
    form.prepend(others);
  }
  const close = () => {
    form.remove();
    row.focus();
  };
  const save = button(words.save, "accept", null);
  save.type = "submit";
  const ways = make("div", "ways");
  ways.append(save, button(words.cancel, "", close));
  form.append(ways);
  form.onsubmit = (event) => {
    event.preventDefault();
    const changed = Object.fromEntries(item.fields.filter((f) => inputs[f.name].value !== f.value).map((f) => [f.name, inputs[f.name].value]));
    const said = quote.value.trim();
    const [place] = said === item.quote ? [null] : places(text, said);
    if (place === undefined) wrong.textContent = words.not_in_text;
    else if (!Object.keys(changed).length && place) send({ do: "point", start: place.start, end: place.end });
    else send({ do: "edit", fields: changed, ...(place ? { start: place.start, end: place.end } : {}) });
  };
  form.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  row.append(form);
  form.querySelector("input, select, textarea, button").focus();
}

function inputFor(field) {
  const made = make(field.type === "select" ? "select" : "input");
  if (field.type === "select") made.append(...field.options.map((option) => new Option(option.label, option.value)));
  else made.type = field.type;
  if (field.type === "number") made.min = 1;
  made.name = field.name;
  made.value = field.value;
  return made;
}

function labelled(words, input, hint) {
  const label = make("label");
  label.append(make("span", "label", words), input);
  if (hint) label.append(make("span", "hint", hint));
  return label;
}
