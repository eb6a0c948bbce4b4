"""Weigh words anew: `python -m benchmarks.weigh` writes what `likely.py`, `likely_names.py` and `likely_there.py` read.

From the reports that are not held out: a sentence with a day in it either tells of a meeting (a visit) of that day, by the
report's key, or does not; what may be a Chinese name is that of someone in the key, or is not; and someone named in an English
report is in the key, or is not. Run it when reports have been added; it needs scikit-learn, in the extra `weigh`.
"""

import csv
import datetime as dt
import json
import re
from collections.abc import Iterator

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.extraction import REPORTS, proposing
from dashboard.data import store
from dashboard.extract import likely, likely_names, likely_there, weighing
from dashboard.extract.annotate import annotate
from dashboard.extract.lexicon import HERE, pattern
from dashboard.extract.mentions import within
from dashboard.extract.name_grammar_zh import name_at, readings
from dashboard.extract.text import report_of
from dashboard.extract.wording import features, words

WORDS = {"seldom": 3, "fit": 0.3}  # what stands fewer times is left out; the inverse of how strongly weights are drawn to 0
NEAR = {"seldom": 4, "fit": 1.0}
SIGNS = {"seldom": 2, "fit": 3.0}
NOTHING = 0.005
Rows = list[tuple[set[str], set[str]]]  # what stands there, and what it tells of


def main() -> None:
    texts = [json.loads(path.read_text("utf-8")) for path in sorted(REPORTS.glob("*.json"))]
    chosen = {language: [t for t in texts if t["language"] == language and not t["held_out"]] for language in ("en", "zh")}
    held = store.load()
    for language in chosen:
        with proposing(()):
            rows = [row for text in chosen[language] for row in sentences(text, held)]
        write(f"weights_{language}", "words", weighed(rows, likely.KINDS, **WORDS), likely.KINDS)
        print(f"{language}: {len(rows):,} sentences of {len(chosen[language]):,} reports")
    rows = [row for text in chosen["en"] for row in namings(text, held)]
    write("weights_there_en", "signs", weighed(rows, ("there",), **NEAR), ("there",))
    print(f"en: {len(rows):,} namings, {sum(bool(told) for _signs, told in rows):,} of someone who was there")
    rows = [row for text in chosen["zh"] for row in names(text)]
    write("weights_names_zh", "signs", weighed(rows, ("name",), **SIGNS), ("name",))
    print(f"zh: {len(rows):,} readings, {sum(bool(told) for _signs, told in rows):,} of them names")


def sentences(text: dict, held: store.Holdings) -> Iterator[tuple[set[str], set[str]]]:
    """The words of each sentence that prints a day, and the kinds of event that it tells of."""
    report = report_of(text["text"])
    marks = annotate(report, held.areas, held.people, dt.date.fromisoformat(text["published"]) if text["published"] else None)
    events = [
        (e["kind"], dt.date.fromisoformat(e["start"]), dt.date.fromisoformat(e["end"])) for e in text["events"] if e["start"]
    ]
    for sentence in report.sentences:
        days = likely.dated(report, sentence, marks) if sentence.start >= report.headline_end else []
        if days:
            told = {kind for kind, first, last in events if any(first <= m.value.start and m.value.end <= last for m in days)}
            yield features(words(report, sentence, marks)), told


def namings(text: dict, held: store.Holdings) -> Iterator[tuple[set[str], set[str]]]:
    """The signs of each naming of someone, and whether the key has him among those who took part."""
    report = report_of(text["text"])
    marks = annotate(report, held.areas, held.people, dt.date.fromisoformat(text["published"]) if text["published"] else None)
    for sentence in report.sentences:
        for m in within(marks.people, sentence.start, sentence.end):
            yield likely_there.signs(m, report, sentence, marks), {"there"} if m.value.name in text["people"] else set()


def names(text: dict) -> Iterator[tuple[set[str], set[str]]]:
    """The signs of each reading behind a post or one who does something, and whether it is a name.

    Names that the key has not, of those who were not there, are told by our rules and left out.
    """
    words = report_of(text["text"]).text
    ends: dict[int, int] = {}
    for name in text["people"]:
        for m in re.finditer(re.escape(name), words):
            ends[m.start()] = max(m.end(), ends.get(m.start(), 0))
    posts, doers = (
        {m.end() + words.startswith(" ", m.end()) for m in before.finditer(words)}
        for before in (pattern("posts_zh"), likely_names.DOERS)
    )
    for at in sorted(posts | doers):
        if at in ends or at not in posts or not name_at(words, at):
            for name in readings(words, at, likely_names.SHORTEST_MONGOLIAN):
                yield likely_names.signs(words, at, name), {"name"} if ends.get(at) == at + len(name) else set()


def weighed(rows: Rows, kinds: tuple[str, ...], seldom: int, fit: float) -> dict[str, tuple[float, ...]]:
    """words -> how much they speak for each kind."""
    counts = CountVectorizer(analyzer=lambda words: words, min_df=seldom)
    found = counts.fit_transform(words for words, _told in rows)
    fits = [LogisticRegression(C=fit, max_iter=3000).fit(found, [kind in told for _words, told in rows]) for kind in kinds]
    made = {weighing.ALWAYS: tuple(fit.intercept_[0] for fit in fits)}
    made |= zip(counts.get_feature_names_out(), zip(*(fit.coef_[0] for fit in fits), strict=True), strict=True)
    return {words: weight for words, weight in made.items() if any(abs(w) > NOTHING for w in weight)}


def write(name: str, words: str, weights: dict[str, tuple[float, ...]], kinds: tuple[str, ...]) -> None:
    with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow((words, *kinds))
        out.writerows((words, *(f"{w:.2f}" for w in weight)) for words, weight in sorted(weights.items()))


if __name__ == "__main__":
    main()
