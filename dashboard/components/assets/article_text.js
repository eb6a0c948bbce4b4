// Paragraphs of pieces, groups of facts and a legend in; the mark picked by mouse or keyboard out.
// Everything is built with textContent: an article is data, whatever it holds.
import { link, make } from "./links.js";
import { drawLegend, drawText } from "./marked_text.js";

function drawFacts(root, data, pick) {
  root.replaceChildren(
    ...data.facts.map((group) => {
      const section = make("section");
      section.append(make("h3", "", group.title));
      if (group.note) section.append(make("p", "note", group.note));
      section.append(
        ...group.items.map((item) => {
          const fact = make("button", `fact ${item.kind}`);
          fact.type = "button";
          fact.dataset.mark = item.mark;
          fact.append(make("span", "label", item.label), " ", make("span", "value", item.value));
          fact.append(...item.tags.flatMap((tag) => [" ", make("span", "tag", tag)]));
          if (item.note) fact.append(" ", make("span", "note", item.note));
          fact.onclick = () => pick(item.mark, "text");
          if (!item.about) return fact;
          const row = make("div", "row");
          row.append(fact, about(item));
          return row;
        }),
      );
      return section;
    }),
  );
}

// The link to the page about a person or a body.
function about(item) {
  const made = link(item.about, "about", "→");
  made.title = made.ariaLabel = `${item.value} →`;
  return made;
}

// The list beside the text scrolls on its own: it brings a fact into view without moving the page. On a phone it does not, and stays.
function bring(fact) {
  const list = fact?.closest(".facts");
  if (!list) return;
  const [around, at] = [list.getBoundingClientRect(), fact.getBoundingClientRect()];
  if (at.top < around.top || at.bottom > around.bottom) list.scrollTop += at.top - around.top - (around.height - at.height) / 2;
}

let settled = null;

// A link opens where it leads, and stays there while styles and fonts still change how long the text is, until the reader moves.
function arrive(target, fact) {
  const moved = (settled = new AbortController());
  const watch = new ResizeObserver(() => {
    target.scrollIntoView({ block: "center", behavior: "instant" });
    bring(fact);
  });
  moved.signal.onabort = () => watch.disconnect();
  for (const move of ["wheel", "touchstart", "pointerdown", "keydown"])
    window.addEventListener(move, () => moved.abort(), { capture: true, passive: true, signal: moved.signal });
  watch.observe(target.closest(".prose"));
}

function light(parent, active, scrollTo, arriving) {
  const all = [...parent.querySelectorAll(".prose mark[data-marks]")];
  const marks = all.filter((m) => JSON.parse(m.dataset.marks).includes(active));
  all.forEach((m) => m.classList.toggle("lit", marks.includes(m)));
  parent.querySelectorAll(".fact").forEach((f) => f.setAttribute("aria-pressed", String(f.dataset.mark === active)));
  const fact = parent.querySelector('.fact[aria-pressed="true"]');
  const target = scrollTo === "fact" ? fact : marks[0];
  settled?.abort();
  if (!target || !scrollTo) return;
  if (arriving) return arrive(target, fact);
  if (scrollTo === "text") bring(fact);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: scrollTo === "fact" ? "nearest" : "center", behavior: calm ? "instant" : "smooth" });
}

const drawn = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const pick = (mark, scrollTo = "fact") => {
    light(parentElement, mark, scrollTo);
    setTriggerValue("picked", mark);
  };
  const content = JSON.stringify([data.paragraphs, data.facts, data.legend]);
  const before = drawn.get(parentElement);
  if (before?.content !== content) {
    drawText(parentElement.querySelector(".prose"), data, pick);
    drawFacts(parentElement.querySelector(".facts"), data, pick);
    drawLegend(parentElement.querySelector(".legend"), data.legend);
  }
  if (before?.content !== content || before.active !== data.active) {
    const already = parentElement.querySelector(`.fact[aria-pressed="true"]`)?.dataset.mark === data.active;
    if (!already) light(parentElement, data.active, data.active ? "text" : null, before?.content !== content);
  }
  drawn.set(parentElement, { content, active: data.active });
}
