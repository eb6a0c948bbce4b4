// A draft in: its text with marks, its events with their values. What the curator wants done with one of them out.
// Everything is built with textContent: an article is data, whatever it holds.
import { finder } from "./finder.js";
import { button, make } from "./links.js";
import { drawLegend, drawText } from "./marked_text.js";
import { makeForm } from "./review_form.js";
import { selected, textOf } from "./selection.js";

const ADD = ["stop", "person", "group", "organizer", "topic", "dates"];
const KEYS = { ArrowDown: "next", j: "next", ArrowUp: "previous", k: "previous", a: "accept", e: "edit", x: "reject", s: "point" };
const drawn = new WeakMap(); // element -> what it shows, and what the curator is at

// The words chosen, by selecting them or by typing them, and what can be made of them.
function drawChoosing(at) {
  const { words, events } = at.data;
  const root = at.element.querySelector(".choosing");
  root.ariaLabel = words.choosing;
  const to = make("select", "to");
  to.ariaLabel = words.add_to;
  to.append(...events.map((event) => new Option(event.title, event.event)));
  to.value = at.to ?? to.value;
  to.onchange = () => (at.to = to.value);
  const span = () => ({ start: at.chosen.start, end: at.chosen.end });
  const adds = ADD.map((what) => button(words[`add_${what}`], "", () => send(at, { do: "add", event: to.value, what, ...span() })));
  const news = ["meeting", "visit"].map((kind) => button(words[`new_${kind}`], "", () => send(at, { do: "new_event", kind, ...span() })));
  const choose = (chosen) => {
    at.chosen = chosen;
    adds.forEach((one) => (one.disabled = !chosen || !events.length));
    [...news, ...at.element.querySelectorAll(".point")].forEach((one) => (one.disabled = !chosen));
  };
  const typed = finder(() => at.text, words, choose);
  at.choose = (chosen) => {
    typed.show(chosen);
    choose(chosen);
  };
  const label = make("span", "label", words.add_to);
  root.replaceChildren(...typed.parts, ...(events.length ? [label, to] : []), ...adds, ...news);
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

function rowOf(at, mark) {
  return rows(at).find((one) => one.dataset.mark === mark);
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
    at.open?.form.remove();
    at.open = { form: makeForm(item, at.data.words, () => at.text, (asked) => answer(at, asked)), of: content(item) };
    rowOf(at, item.mark).append(at.open.form);
    at.open.form.querySelector("input, select, button").focus();
  }
}

// What the open form came to: nothing where it was closed. Its value may have another mark by now than when it was opened.
function answer(at, asked) {
  const { mark } = at.open.form.closest(".item").dataset;
  if (asked) return send(at, { mark, ...asked }, mark);
  at.open.form.remove();
  at.open = null;
  go(at, mark);
}

// What a value shows, whatever its mark is: removing one before it gives it another.
function content({ mark, checked, ...shown }) {
  return JSON.stringify(shown);
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
    const current = row.dataset.mark === mark;
    row.classList.toggle("lit", current);
    [row, ...row.querySelectorAll(":scope > :not(form) button")].forEach((one) => (one.tabIndex = current ? 0 : -1)); // one row is a Tab stop
  });
  if (scroll) lit[0]?.scrollIntoView({ block: "center", behavior: calm });
}

function go(at, mark) {
  const row = rowOf(at, mark) ?? rows(at)[0];
  if (!row) return;
  at.focus = row.dataset.mark;
  light(at, at.focus, false);
  row.focus({ preventScroll: false });
}

// In a row every key is for its value; beside the rows, after words were selected in the text, the letters are for the lit one.
function onKey(at, event) {
  if (event.target.closest("input, select, form") || event.ctrlKey || event.metaKey || event.altKey) return;
  const inRow = event.target.closest(".item");
  const row = inRow ?? rows(at).find((one) => one.classList.contains("lit"));
  const way = inRow || event.key.length === 1 ? KEYS[event.key] : null;
  if (!row) return;
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
  const active = root.getRootNode().activeElement;
  const before = { top: root.scrollTop, focused: root.contains(active), all: at.marks ?? [] };
  const parts = data.events.map((event) => drawEvent(at, event));
  root.replaceChildren(make("p", "keys", data.words.keys), ...parts);
  if (!parts.length) root.append(make("p", "missing", data.words.no_events));
  at.marks = data.events.flatMap((event) => event.items.map((item) => item.mark));
  root.scrollTop = before.top;
  if (!at.marks.includes(at.focus)) at.focus = at.marks[Math.min(before.all.indexOf(at.focus), at.marks.length - 1)] ?? at.marks[0];
  const open = at.open && data.events.flatMap((event) => event.items).find((item) => content(item) === at.open.of);
  if (open) rowOf(at, open.mark).append(at.open.form);
  else at.open = null;
  if (open && at.open.form.contains(active)) active.focus();
  else if (before.focused) go(at, at.focus);
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
    parentElement.querySelector(".review").onkeydown = (event) => onKey(at, event);
    parentElement.querySelector(".prose").tabIndex = -1; // whoever selects in it is here: keys that follow are ours
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
