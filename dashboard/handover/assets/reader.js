// An article and a mark in, that article on the page out, its mark and its fact lit.

// `led` is what was clicked: a mark leads to its fact, all else to the mark.
function openArticle(asked, opened, led) {
  const texts = all("#texts article");
  for (const text of texts) text.hidden = text.dataset.article !== asked.article;
  document.body.classList.toggle("reading", Boolean(asked.article));
  const text = texts.find((one) => !one.hidden);
  if (!text) return;
  for (const mark of all("[data-marks]", text)) mark.classList.toggle("lit", mark.dataset.marks.split(" ").includes(asked.mark));
  for (const fact of all("[data-mark]", text)) current(fact, fact.dataset.mark === asked.mark);
  if (opened) {
    scrollTo({ top: 0, behavior: "instant" });
    text.querySelector("h1").focus({ preventScroll: true });
  }
  const calm = opened || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const fact = text.querySelector(".fact[aria-current]"), target = led === "mark" ? fact : text.querySelector(".lit");
  target?.scrollIntoView({ block: led === "mark" || opened ? "nearest" : "center", behavior: calm ? "instant" : "smooth" });
  const facts = text.querySelector(".facts"); // where it scrolls by itself, beside the text, the fact comes into sight as well
  if (fact && led !== "mark") facts.scrollTop = fact.getBoundingClientRect().top - facts.getBoundingClientRect().top + facts.scrollTop - facts.clientHeight / 2;
}
