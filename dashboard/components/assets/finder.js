// Words typed, and which of their places in the text is meant; the span of that place out, or null where there is none.
import { make } from "./links.js";
import { places } from "./selection.js";

// `change` is told each span that typing leads to. `show` is for one that was chosen in another way.
export function finder(text, words, change = () => {}) {
  const input = make("input", "words");
  const which = make("input", "which");
  const hint = make("span", "hint");
  Object.assign(input, { type: "text", ariaLabel: words.words, placeholder: words.words });
  Object.assign(which, { type: "number", min: 1, value: 1, hidden: true });
  const found = () => places(text(), input.value.trim());
  const span = () => {
    const all = found();
    return all[Math.min(all.length, Math.max(1, which.valueAsNumber || 1)) - 1] ?? null;
  };
  const draw = () => {
    const all = found();
    which.hidden = all.length < 2;
    which.max = all.length;
    which.ariaLabel = which.title = words.which.replace("{n}", all.length);
    hint.textContent = input.value.trim() && !all.length ? words.not_in_text : "";
  };
  input.oninput = () => {
    which.value = 1;
    draw();
    change(span());
  };
  which.oninput = () => change(span());
  const show = (chosen) => {
    input.value = chosen ? chosen.words : "";
    which.value = Math.max(0, found().findIndex((place) => place.start === chosen?.start)) + 1;
    draw();
  };
  return { parts: [input, which, hint], span, show };
}
