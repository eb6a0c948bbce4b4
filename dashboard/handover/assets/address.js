// The address in, what the reader asks for out, and back: the words of the app's own address, after the # sign.

const KINDS = ["meeting", "visit"];
const EARLIEST = "1900-01-01", LATEST = "2199-12-31";

function isDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < EARLIEST || text > LATEST) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

// What is asked for, and what of it cannot be used.
function readAddress(held, hash) {
  const params = new URLSearchParams(hash.slice(1)), unusable = [];
  const several = (name, usable) => [...new Set(params.getAll(name))].filter((value) => {
    if (!usable(value)) unusable.push(`${name}=${value}`);
    return usable(value);
  });
  const one = (name, usable) => several(name, usable)[0] ?? "";
  const asked = {
    region: several("region", (code) => Object.hasOwn(held.areas, code)),
    from: one("from", isDay),
    to: one("to", isDay),
    kind: several("kind", (kind) => KINDS.includes(kind)),
    q: params.getAll("q").join(" ").trim().replace(/\s+/g, " "),
    closer: one("closer", (code) => code === "150000"),
    article: one("article", (id) => held.articles.includes(id)),
    mark: params.get("mark") ?? "",
  };
  if (asked.from && asked.to && asked.from > asked.to) {
    unusable.push(`from=${asked.from}`, `to=${asked.to}`);
    asked.from = asked.to = "";
  }
  return { asked, unusable };
}

function writeAddress(asked) {
  const params = new URLSearchParams();
  for (const name of ["region", "from", "to", "kind", "q", "closer", "article", "mark"]) {
    for (const value of [asked[name]].flat()) if (value) params.append(name, value);
  }
  return `#${params}`;
}
