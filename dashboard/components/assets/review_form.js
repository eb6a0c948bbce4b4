// One value in: a form to change it, with its other readings and the words that say it. What was changed out, or nothing.
import { finder } from "./finder.js";
import { button, make } from "./links.js";

export function makeForm(item, words, text, answer) {
  const form = make("form", "change");
  const inputs = Object.fromEntries(item.fields.map((field) => [field.name, inputFor(field)]));
  const quote = finder(text, words);
  form.append(...item.fields.map((field) => labelled(field.label, [inputs[field.name]], field.hint)), labelled(words.quote, quote.parts));
  quote.show({ words: item.quote, start: item.start });
  if (item.alternatives.length) {
    const others = make("div", "others");
    others.append(make("span", "label", words.alternatives));
    others.append(...item.alternatives.map((one) => button(one.label, "", () => answer({ do: "edit", fields: one.fields }))));
    form.prepend(others);
  }
  const save = button(words.save, "accept", null);
  save.type = "submit";
  const ways = make("div", "ways");
  ways.append(save, button(words.cancel, "", () => answer(null)));
  form.append(ways);
  form.onsubmit = (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(item.fields.filter((f) => inputs[f.name].value !== f.value).map((f) => [f.name, inputs[f.name].value]));
    const place = quote.span();
    if (!place) return quote.parts[0].focus();
    const { start, end } = place;
    const moved = start !== item.start || end !== item.end;
    const changed = Object.keys(fields).length > 0;
    if (!changed && !moved) answer(null); // a form closed as it was opened accepts nothing
    else if (!changed) answer({ do: "point", start, end });
    else answer({ do: "edit", fields, ...(moved ? { start, end } : {}) });
  };
  form.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    answer(null);
  };
  return form;
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

function labelled(words, inputs, hint) {
  const label = make("label");
  label.append(make("span", "label", words), ...inputs);
  if (hint) label.append(make("span", "hint", hint));
  return label;
}
