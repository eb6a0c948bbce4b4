// Numbers in, the overview out: key numbers, lists, bars and filters. What does not fit is hidden, nothing is written anew.

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const at = (id) => document.getElementById(id);
const format = (n) => n.toLocaleString(document.documentElement.lang);
const current = (element, is) => (is ? element.setAttribute("aria-current", "true") : element.removeAttribute("aria-current"));
const say = (id, shown, text) => {
  at(id).hidden = !shown;
  at(id).querySelector("b").textContent = text;
};

function drawLists(held, numbers, asked) {
  for (const cell of all("[data-number]")) cell.textContent = format(numbers[cell.dataset.number]);
  const fits = ({ dataset }) => numbers.chosen.has(held.events[dataset.event]);
  for (const one of all(".report, .mention")) one.hidden = !fits(one);
  const holds = (one, what) => Boolean(one.querySelector(`${what}:not([hidden])`));
  for (const occasion of all("#events li")) occasion.hidden = !holds(occasion, ".report");
  for (const year of all("#events .year")) year.hidden = !holds(year, "li");
  for (const who of all(".index li")) who.hidden = !holds(who, ".mention");
  for (const n of all(".index summary [data-basis]")) n.textContent = format(all(`#${n.dataset.basis} li:not([hidden])`).length);
  const telling = new Set(numbers.events.map((event) => event.article));
  for (const line of all("#articles li")) line.hidden = inForce(asked) && !telling.has(line.dataset.article);
  at("nothing").hidden = numbers.all > 0;
}

function drawTables(numbers, asked) {
  for (const line of all("#areas tr[data-area]")) {
    const here = numbers.byArea[line.dataset.area];
    for (const cell of all("td", line)) cell.textContent = format(here[cell.dataset.kind]);
    current(line.querySelector("a"), asked.region.includes(line.dataset.area));
  }
  const levels = all(".levels tr[data-level]").map((line) => {
    const count = byLevel(numbers.attending, line.dataset.level);
    return { line, parts: all("rect", line).map((part) => [part, count(part.dataset.basis)]) };
  });
  const most = Math.max(1, ...levels.map(({ parts }) => parts.reduce((sum, [, n]) => sum + n, 0)));
  for (const { line, parts } of levels) {
    let begin = 0;
    for (const [part, n] of parts) {
      part.setAttribute("x", `${(100 * begin) / most}%`);
      part.setAttribute("width", `${(100 * n) / most}%`);
      line.querySelector(`td[data-basis="${part.dataset.basis}"]`).textContent = format(n);
      begin += n;
    }
  }
}

// The filters as they are asked for; the one that the reader writes in is left alone.
function drawFilters(held, numbers, asked, unusable, writing) {
  const [first = "", ...more] = asked.region, select = at("region"), other = select.querySelector('[value="*"]');
  const listed = !more.length && all("option", select).some((option) => option.value === first);
  other.textContent = listed ? "" : asked.region.map((code) => held.areas[code]).join(", ");
  select.value = listed ? first : "*";
  for (const name of ["from", "to", "q"]) if (at(name) !== writing) at(name).value = asked[name];
  for (const box of all('[name="kind"]')) box.checked = asked.kind.includes(box.value);
  for (const n of all("#filters [data-kind]")) n.textContent = format(numbers.byKind[n.dataset.kind]);
  at("reset").hidden = !inForce(asked);
  at("shown").textContent = format(numbers.all);
  at("all").textContent = format(byKind(held.events).all);
  at("asked").textContent = [...asked.region.map((code) => held.areas[code]), asked.from || asked.to ? `${asked.from} – ${asked.to}`.trim() : "",
    ...all('[name="kind"]:checked').map((box) => box.parentElement.querySelector(".name").textContent), asked.q]
    .filter(Boolean).join(" · ");
  say("undated", numbers.undated, format(numbers.undated));
  say("unusable", unusable.length, unusable.join(", ").slice(0, 200));
}
