// Rows and what the reader asks for in, the numbers out: the rules of dashboard/data/counts.py and search.py, once more.
// A browser test holds the two together.

const EVERYTHING = { region: [], from: "", to: "", kind: [], q: "" };
const HAN = "[\\u3400-\\u9fff\\uf900-\\ufaff]";
const LETTER = `(?:(?!${HAN})[\\p{L}\\p{N}])`;
const TERM = new RegExp(`${HAN}+|${LETTER}+(?:['’]${LETTER}+)*`, "gu");

function library(data) {
  const events = data.events.map(([occasion, article, kind, start, end, areas, words]) => ({
    occasion, article, kind, start, end, areas, words }));
  const attendees = data.attendees.map(([event, who, basis, level]) => ({ event: events[event], who, basis, level }));
  const stops = data.stops.map(([event, order, area]) => ({ event: events[event], order, area }));
  return { ...data, events, attendees, stops };
}

// Small letters, Latin ones without accents.
function folded(text) {
  return [...text.normalize("NFC")].map((sign) => {
    const base = sign.normalize("NFD")[0];
    return [...(base < "\x80" ? base : sign).toLowerCase()][0];
  }).join("");
}

// Words as they are looked for: a word finds those that begin with it, Chinese is found where its characters stand together.
function terms(q) {
  return (folded(q).match(TERM) ?? []).map((term) =>
    new RegExp(HAN).test(term) ? ` ${[...term].join(" ")} ` : ` ${term.split(/['’]/).join(" ")}`);
}

// The events that fit, without regard to the parts of the filter that are named: a facet ignores its own.
function fitting({ events }, asked, ...ignored) {
  const { region, from, to, kind, q } = { ...asked, ...Object.fromEntries(ignored.map((name) => [name, EVERYTHING[name]])) };
  const looked = terms(q);
  return events.filter((event) =>
    (!region.length || region.some((code) => event.areas.includes(code)))
    && (!from || (event.end !== null && event.end >= from)) // an event without a date is in no span of dates
    && (!to || (event.start !== null && event.start <= to))
    && (!kind.length || kind.includes(event.kind))
    && (!q || (looked.length > 0 && looked.every((term) => event.words.includes(term)))));
}

const different = (rows, ...columns) => new Set(rows.map((row) => columns.map((column) => row[column]).join("\n"))).size;
const isLeague = (code) => code.endsWith("00") && !code.endsWith("0000");
const inForce = (asked) => Object.keys(EVERYTHING).some((name) => asked[name].length > 0);

function byKind(events) {
  const found = { all: different(events, "occasion", "kind") };
  for (const kind of ["meeting", "visit"]) found[kind] = different(events.filter((event) => event.kind === kind), "occasion");
  return found;
}

function summary(held, asked) {
  const events = fitting(held, asked);
  const chosen = new Set(events);
  const attending = held.attendees.filter((row) => chosen.has(row.event));
  const basis = (name) => different(attending.filter((row) => row.basis === name), "who");
  const kinds = byKind(events);
  const elsewhere = fitting(held, asked, "region");
  return {
    events, chosen, attending,
    all: kinds.all, meetings: kinds.meeting, visits: kinds.visit,
    areas: new Set(events.flatMap((event) => event.areas.filter(isLeague))).size,
    articles: inForce(asked) ? different(events, "article") : held.articles.length,
    people: basis("named"), groups: basis("not_stated"), stated: basis("stated"),
    undated: asked.from || asked.to ? fitting(held, asked, "from", "to").filter((event) => event.start === null).length : 0,
    byKind: byKind(fitting(held, asked, "kind")),
    byArea: Object.fromEntries(Object.keys(held.areas).map((code) =>
      [code, byKind(elsewhere.filter((event) => event.areas.includes(code)))])),
    elsewhere: new Set(elsewhere),
  };
}

function byLevel(attending, level) {
  const found = {};
  for (const row of attending) if (row.level === level) (found[row.basis] ??= new Set()).add(row.who);
  return (basis) => found[basis]?.size ?? 0;
}
