// The address is the state: what a reader does is written there, and the page is drawn from it.

const held = library(JSON.parse(at("data").textContent));
let state = { article: "" };
let numbers, filtered; // of what is drawn
let left = { top: 0, focus: null }; // where the reader was in the overview when an article was opened
let writing = null, led = ""; // the field being written in; what kind of link was followed

function show() {
  const { asked, unusable } = readAddress(held, location.hash);
  const before = state;
  state = asked;
  if (at("filters")) drawOverview(asked, unusable);
  const opened = asked.article !== before.article;
  if (opened && !before.article) left = { top: scrollY, focus: document.activeElement };
  openArticle(asked, opened, led);
  if (opened && !asked.article) {
    scrollTo({ top: left.top, behavior: "instant" });
    left.focus?.focus({ preventScroll: true });
  }
  writing = null;
  led = "";
}

function drawOverview(asked, unusable) {
  const filter = writeAddress({ ...asked, article: "", mark: "", closer: "" });
  if (filtered !== filter) {
    filtered = filter;
    numbers = summary(held, asked);
    drawLists(held, numbers, asked);
    drawTables(numbers, asked);
  }
  drawFilters(held, numbers, asked, unusable, writing);
  if (at("map")) drawMap(at("map"), held, numbers, asked, format);
}

// A step of the browser's history, or the last one anew.
function go(change, step = true) {
  const address = writeAddress({ ...state, ...change });
  if (address !== location.hash) history[step ? "pushState" : "replaceState"](null, "", address);
  show();
}

const toggle = (code) => go({ region: state.region.includes(code) ? [] : [code] });

// A link of the file: to an article, to a region, or to a part of the page.
function follow(link) {
  const params = new URLSearchParams(link.hash.slice(1));
  if (params.has("article")) {
    led = link.classList.contains("mark") ? "mark" : "";
    return go({ article: params.get("article"), mark: params.get("mark") ?? "" });
  }
  if (params.has("region")) return toggle(params.get("region"));
  if (link.parentElement.classList.contains("back")) return go({ article: "", mark: "" });
  const part = at(link.hash.slice(1));
  if (part.tagName === "DETAILS") part.open = true;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
}

function listen() {
  addEventListener("hashchange", show);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(link);
  });
  if (!at("filters")) return;
  at("filters").hidden = false;
  at("region").addEventListener("change", ({ target }) => go({ region: target.value ? [target.value] : [] }));
  for (const name of ["from", "to"]) {
    at(name).addEventListener("change", ({ target }) => {
      if (target.value && !isDay(target.value)) return; // a year is being typed
      writing = target;
      go({ [name]: target.value });
    });
  }
  let typed = false; // a word is one step of the history, however many letters it has
  at("q").addEventListener("input", ({ target }) => {
    writing = target;
    go({ q: target.value.trim().replace(/\s+/g, " ") }, !typed);
    typed = true;
  });
  at("q").addEventListener("change", () => (typed = false));
  for (const box of all('[name="kind"]')) {
    box.addEventListener("change", () => go({ kind: all('[name="kind"]:checked').map(({ value }) => value) }));
  }
  at("reset").addEventListener("click", () => go(EVERYTHING));
  if (at("map")) listenToMap();
}

function listenToMap() {
  at("map").setAttribute("role", "group");
  for (const area of all(".area", at("map"))) {
    if (!held.areas[area.dataset.area]) continue;
    area.setAttribute("role", "button");
    area.setAttribute("tabindex", "0");
    const path = area.querySelector("path").getAttribute("d"), ring = at("focused");
    area.addEventListener("focus", () => ring.setAttribute("d", area.matches(":focus-visible") ? path : ""));
    area.addEventListener("blur", () => ring.setAttribute("d", ""));
    area.addEventListener("click", () => toggle(area.dataset.area));
    area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle(area.dataset.area);
    });
  }
  for (const moves of all(".moves")) moves.hidden = false;
  for (const button of all("[data-closer]")) button.addEventListener("click", () => go({ closer: button.dataset.closer }));
}

document.documentElement.classList.add("js");
listen();
show();
