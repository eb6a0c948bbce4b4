// A draft in: its text with marks, its events with their values. What the curator wants done with one of them out.
// Everything is built with textContent: an article is data, whatever it holds.
import { button, make } from "./links.js";
import { drawLegend, drawText } from "./marked_text.js";
import { drawForm } from "./review_form.js";
import { places, selected, textOf } from "./selection.js";

const ADD = ["stop", "person", "group", "organizer", "topic", "dates"];
const KEYS = { ArrowDown: "next", j: "next", ArrowUp: "previous", k: "previous", a: "accept", e: "edit", x: "reject", s: "point" };
const drawn = new WeakMap(); // element -> what it shows, and what the curator is at

// The words chosen, by selecting them or by typing them, and what can be made of them.
function drawChoosing(at) {
  const { words, events } = at.data;
  const root = at.element.querySelector(".choosing");
  root.ariaLabel = words.choosing;
  const input = make("input", "words");
  const which = make("input", "which");
  const hint = make("span", "hint");
  Object.assign(input, { type: "text", ariaLabel: words.words, placeholder: words.words });
  Object.assign(which, { type: "number", min: 1, value: 1, hidden: true });
  const to = make("select", "to");
  to.ariaLabel = words.add_to;
  to.append(...events.map((event) => new Option(event.title, event.event)));
  to.value = at.to ?? to.value;
  to.onchange = () => (at.to = to.value);
  const span = () => ({ start: at.chosen.start, end: at.chosen.end });
  const adds = ADD.map((what) => button(words[`add_${what}`], "", () => send(at, { do: "add", event: to.value, what, ...span() })));
  const news = ["meeting", "visit"].map((kind) => button(words[`new_${kind}`], "", () => send(at, { do: "new_event", kind, ...span() })));
  at.choose = (chosen, typed) => {
    at.chosen = chosen;
    if (!typed) input.value = chosen ? chosen.words : "";
    if (!typed) which.hidden = true;
    hint.textContent = typed && !chosen && input.value.trim() ? words.not_in_text : "";
    adds.forEach((one) => (one.disabled = !chosen || !events.length));
    [...news, ...at.element.querySelectorAll(".point")].forEach((one) => (one.disabled = !chosen));
  };
  const find = () => {
    const found = places(at.text, input.value.trim());
    which.hidden = found.length < 2;
    which.max = found.length;
    which.ariaLabel = which.title = words.which.replace("{n}", found.length);
    at.choose(found[Math.min(found.length, Math.max(1, which.valueAsNumber || 1)) - 1], true);
  };
  input.oninput = () => ((which.value = 1), find());
  which.oninput = find;
  const label = make("span", "label", words.add_to);
  root.replaceChildren(input, which, hint, ...(events.length ? [label, to] : []), ...adds, ...news);
  at.choose(at.chosen);
}

function drawEvent(at, event) {
  const { words } = at.data;
  const section = make("section");
  const head = make("div", "head");
  head.append(make("h3", "", event.title));
  const all = button(words.accept_all, "", () => send(at, { do: "accept_all", event: event.event }));
  all.disabled = event.items.every((item) => item.checked);
  head.append(all, button(words.remove_event, "", () => send(at, { do: "remove_event", event: event.event })));
  section.append(head);
  if (event.missing.length) section.append(make("p", "missing", `${words.missing} ${event.missing.join("; ")}.`));
  section.append(...event.items.map((item) => drawItem(at, item)));
  return section;
}

function drawItem(at, item) {
  const { words } = at.data;
  const row = make("div", `item ${item.kind}`);
  row.dataset.mark = item.mark;
  row.tabIndex = -1;
  row.setAttribute("role", "group");
  row.ariaLabel = `${item.label}: ${item.value}. ${item.checked ? words.accepted : words.unchecked}`;
  const said = make("div", "said");
  said.append(make("span", "label", item.label), make("span", "value", item.value));
  const basis = make("span", item.doubt ? "basis doubt" : "basis", item.doubt ? `⚠ ${item.basis} · ${words.doubt}` : item.basis);
  said.append(button(`“${item.quote}”`, "quote", () => light(at, item.mark, true)), basis);
  const state = make("span", item.checked ? "state done" : "state", item.checked ? `✓ ${words.accepted}` : `○ ${words.unchecked}`);
  const point = button(words.use_selection, "point", () => act(at, item, "point"));
  point.disabled = !at.chosen;
  const ways = make("div", "ways");
  ways.append(state);
  if (!item.checked) ways.append(button(words.accept, "accept", () => act(at, item, "accept")));
  ways.append(button(words.edit, "edit", () => act(at, item, "edit")));
  if (item.optional) ways.append(button(words.reject, "reject", () => act(at, item, "reject")));
  ways.append(point);
  row.append(said, ways);
  return row;
}

function rows(at) {
  return [...at.element.querySelectorAll(".item")];
}

function itemOf(at, mark) {
  return at.data.events.flatMap((event) => event.items).find((item) => item.mark === mark);
}

// Do what a button or a key asks for a value; where to be afterwards is noted for when the page comes back.
function act(at, item, what) {
  const all = at.data.events.flatMap((event) => event.items);
  const n = all.indexOf(item);
  const behind = [...all.slice(n + 1), ...all.slice(0, n)];
  if (what === "accept" && !item.checked) {
    send(at, { do: "accept", mark: item.mark }, (behind.find((other) => !other.checked) ?? item).mark);
  } else if (what === "reject" && item.optional) {
    send(at, { do: "reject", mark: item.mark }, item.mark);
  } else if (what === "point" && at.chosen) {
    send(at, { do: "point", mark: item.mark, start: at.chosen.start, end: at.chosen.end }, item.mark);
  } else if (what === "edit") {
    const row = rows(at).find((one) => one.dataset.mark === item.mark);
    drawForm(row, item, at.data.words, at.text, (asked) => send(at, { mark: item.mark, ...asked }, item.mark));
  }
}

// One thing at a time: until the page has come back with what became of it, nothing else is sent.
function send(at, asked, focus = at.focus) {
  if (at.waiting) return;
  at.waiting = true;
  at.focus = focus;
  at.element.querySelector(".review").classList.add("busy");
  at.element.querySelector(".events").setAttribute("aria-busy", "true");
  at.setTriggerValue("action", { ...asked, revision: at.data.revision });
}

// Show the words of a value, and its row.
function light(at, mark, scroll) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const marks = [...at.element.querySelectorAll(".prose mark[data-marks]")];
  const lit = marks.filter((one) => JSON.parse(one.dataset.marks).includes(mark));
  marks.forEach((one) => one.classList.toggle("lit", lit.includes(one)));
  rows(at).forEach((row) => {
    row.classList.toggle("lit", row.dataset.mark === mark);
    row.tabIndex = row.dataset.mark === mark ? 0 : -1;
  });
  if (scroll) lit[0]?.scrollIntoView({ block: "center", behavior: calm });
}

function go(at, mark) {
  const row = rows(at).find((one) => one.dataset.mark === mark) ?? rows(at)[0];
  if (!row) return;
  at.focus = row.dataset.mark;
  light(at, at.focus, false);
  row.focus({ preventScroll: false });
}

function onKey(at, event) {
  const typing = event.target.closest("input, select, textarea, form");
  const row = event.target.closest(".item");
  if (typing || !row || event.ctrlKey || event.metaKey || event.altKey) return;
  const way = KEYS[event.key];
  if (event.key === "Enter" && event.target === row) light(at, row.dataset.mark, true);
  else if (way === "next" || way === "previous") {
    const all = rows(at);
    go(at, all[all.indexOf(row) + (way === "next" ? 1 : -1)]?.dataset.mark ?? row.dataset.mark);
  } else if (way) act(at, itemOf(at, row.dataset.mark), way);
  else return;
  event.preventDefault();
}

function drawEvents(at) {
  const { data } = at;
  const root = at.element.querySelector(".events");
  const before = { top: root.scrollTop, focused: root.contains(root.getRootNode().activeElement), all: at.marks ?? [] };
  const parts = data.events.map((event) => drawEvent(at, event));
  root.replaceChildren(make("p", "keys", data.words.keys), ...parts);
  if (!parts.length) root.append(make("p", "missing", data.words.no_events));
  at.marks = data.events.flatMap((event) => event.items.map((item) => item.mark));
  root.scrollTop = before.top;
  if (!at.marks.includes(at.focus)) at.focus = at.marks[Math.min(before.all.indexOf(at.focus), at.marks.length - 1)] ?? at.marks[0];
  if (before.focused) go(at, at.focus);
  else light(at, at.focus, false);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const at = drawn.get(parentElement) ?? { element: parentElement };
  if (!drawn.has(parentElement)) {
    drawn.set(parentElement, at);
    at.listen = () => {
      const chosen = selected(parentElement.querySelector(".prose"));
      if (chosen) at.choose(chosen);
    };
    document.addEventListener("selectionchange", at.listen);
    parentElement.querySelector(".events").onkeydown = (event) => onKey(at, event);
  }
  const text = JSON.stringify([data.paragraphs, data.legend]);
  const events = JSON.stringify([data.events, data.revision]);
  Object.assign(at, { data, setTriggerValue, waiting: false, text: textOf(data.paragraphs) });
  parentElement.querySelector(".review").classList.remove("busy");
  parentElement.querySelector(".events").removeAttribute("aria-busy");
  if (at.drawnText !== text) {
    at.chosen = null;
    drawText(parentElement.querySelector(".prose"), data, (mark) => go(at, mark));
    drawLegend(parentElement.querySelector(".legend"), data.legend);
  }
  if (at.drawnText !== text || at.drawnEvents !== events) {
    drawChoosing(at);
    drawEvents(at);
  }
  Object.assign(at, { drawnText: text, drawnEvents: events });
  return () => {
    document.removeEventListener("selectionchange", at.listen);
    drawn.delete(parentElement);
  };
}
