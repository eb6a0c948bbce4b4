// Numbers in, the map drawn again: shades, counts, signs and routes, by the rules of dashboard/handover/drawing.py.

const STEPS = 5;
const APART = 4; // signs of one area at most that are drawn one by one
const SIGNS = { meeting: "●", visit: "◆" };

const svg = (name, attributes, text = "") => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

// Area -> a sign for each occasion with a stop there: its kind, and the number of the stop of a visit.
function signs({ stops }, shown) {
  const found = new Map(), seen = new Set();
  for (const { event, order, area } of stops) {
    const once = `${event.occasion}\n${area}`;
    if (!shown.has(event) || seen.has(once)) continue;
    seen.add(once);
    if (!found.has(area)) found.set(area, []);
    found.get(area).push({ event, kind: event.kind, area, order: event.kind === "visit" ? order : 0 });
  }
  return found;
}

function row(here) {
  if (here.length <= APART) return here.map(({ kind, order }) => [kind, `${SIGNS[kind]} ${order || ""}`.trim()]);
  const kinds = [...new Set(here.map((one) => one.kind))];
  return kinds.map((kind) => [kind, `${SIGNS[kind]} ×${new Set(here.filter((one) => one.kind === kind).map((one) => one.event)).size}`]);
}

// The stops of each visit in their order, where the signs stand one by one.
function routes(found) {
  const visits = new Map();
  for (const here of found.values()) {
    if (here.length > APART) continue;
    for (const one of here) if (one.order) visits.set(one.event, [...(visits.get(one.event) ?? []), one]);
  }
  return [...visits.values()].filter((stops) => stops.length > 1).map((stops) => stops.sort((a, b) => a.order - b.order));
}

// Whether one area is the other, or holds it.
const related = (one, other) => [other, `${other.slice(0, 4)}00`, `${other.slice(0, 2)}0000`].includes(one);

function drawMap(map, held, numbers, asked, format) {
  const most = Math.max(1, ...[...map.querySelectorAll(".area")].map((area) => numbers.byArea[area.dataset.area]?.all ?? 0));
  const found = signs(held, numbers.elsewhere);
  for (const area of map.querySelectorAll(".area")) {
    const code = area.dataset.area, total = numbers.byArea[code]?.all ?? 0;
    const lit = asked.region.some((one) => related(one, code) || related(code, one));
    area.querySelector("path").dataset.step = total ? 1 + Math.floor(((STEPS - 1) * total) / most) : 0;
    area.classList.toggle("dim", asked.region.length > 0 && !lit);
    const words = map.querySelector(`[data-words="${code}"]`);
    words.classList.toggle("pressed", asked.region.includes(code));
    if (area.hasAttribute("role")) {
      area.setAttribute("aria-pressed", asked.region.includes(code));
      area.setAttribute("aria-label", `${area.dataset.name}: ${format(total)}`);
    }
    for (const count of words.querySelectorAll(".count")) count.textContent = total ? format(total) : "";
    words.querySelector(".signs")?.replaceChildren(
      ...row(found.get(code) ?? []).map(([kind, sign], n) => svg("tspan", n ? { class: kind, dx: ".6em" } : { class: kind }, sign)));
  }
  const chosen = asked.region.map((code) => map.querySelector(`[data-area="${code}"] path`)?.getAttribute("d") ?? "");
  map.querySelector("#chosen").setAttribute("d", chosen.join("")); // on top of its neighbours
  const at = (area) => map.querySelector(`[data-words="${area}"]`).dataset.at;
  map.querySelector("#routes").replaceChildren(
    ...routes(found).map((stops) => svg("polyline", { points: stops.map(({ area }) => at(area)).join(" ") })));
  const view = asked.closer && map.dataset.whole ? "whole" : map.dataset.near ? "near" : "whole";
  map.dataset.view = view;
  map.querySelector("#ground").setAttribute("transform", map.dataset[view]);
  for (const button of all("[data-closer]")) button.setAttribute("aria-pressed", (view === "whole") === Boolean(button.dataset.closer));
}
