// Cards in, a list of articles or events out: each with what it is, where it comes from, and the ways on from it.
import { link, make } from "./links.js";

function told(tag, className, pieces) {
  const element = make(tag, className);
  element.append(...pieces.map(([text, hit]) => (hit ? make("mark", "", text) : document.createTextNode(text))));
  return element;
}

function way({ label, href }) {
  const made = link(href, "way", label);
  const arrow = make("span", "arrow", "→");
  arrow.ariaHidden = "true";
  made.prepend(arrow, " ");
  return made;
}

function card(data) {
  const made = make("li", "card");
  const title = told(data.href ? "span" : "strong", "words", data.title);
  const head = data.href ? link(data.href, "title") : make("div", "title");
  if (data.sign) head.append(make("span", "sign", data.sign), " ");
  head.append(title);
  made.append(head, told("p", "small", data.small));
  if (data.quote) made.append(told("blockquote", "", data.quote));
  if (data.body) made.append(told("p", "", data.body));
  if (data.found) made.append(told("p", "small", data.found));
  if (data.way) made.append(way(data.way));
  if (data.more) made.append(make("p", "small", data.more.label));
  for (const other of data.more?.reports ?? []) {
    const report = make("p", "small report", `${other.text} `);
    report.append(way(other));
    made.append(report);
  }
  return made;
}

export default function ({ data, parentElement }) {
  parentElement.querySelector(".cards").replaceChildren(...data.cards.map(card));
}
