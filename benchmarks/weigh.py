"""Weigh words anew: `python -m benchmarks.weigh` writes the weights that `dashboard/extract/likely.py` reads.

From the reports that are not held out: a sentence with a day in it either tells of a meeting (a visit) of that day, by the
report's key, or does not. Run it when reports have been added; it needs scikit-learn, in the extra `weigh`.
"""

import csv
import datetime as dt
import json
from collections.abc import Iterator

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.extraction import REPORTS, proposing
from dashboard.data import store
from dashboard.data.records import Kind
from dashboard.extract import likely
from dashboard.extract.annotate import annotate
from dashboard.extract.lexicon import HERE
from dashboard.extract.text import report_of

SELDOM = 3  # words of fewer sentences are left out
FIT = 0.3  # the inverse of how strongly weights are drawn to 0
NOTHING = 0.005


def main() -> None:
    texts = [json.loads(path.read_text("utf-8")) for path in sorted(REPORTS.glob("*.json"))]
    held = store.load()
    for language in ("en", "zh"):
        chosen = [text for text in texts if text["language"] == language and not text["held_out"]]
        with proposing(()):
            rows = [row for text in chosen for row in sentences(text, held)]
        write(language, weighed(rows))
        print(f"{language}: {len(rows):,} sentences of {len(chosen):,} reports")


def sentences(text: dict, held: store.Holdings) -> Iterator[tuple[set[str], set[Kind]]]:
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
            yield likely.features(likely.words(report, sentence, marks)), told


def weighed(rows: list[tuple[set[str], set[Kind]]]) -> dict[str, tuple[float, ...]]:
    """words -> how much they speak for each of `likely.KINDS`."""
    counts = CountVectorizer(analyzer=lambda words: words, min_df=SELDOM)
    found = counts.fit_transform(words for words, _told in rows)
    fits = [LogisticRegression(C=FIT, max_iter=3000).fit(found, [kind in told for _words, told in rows]) for kind in likely.KINDS]
    made = {likely.ALWAYS: tuple(fit.intercept_[0] for fit in fits)}
    made |= zip(counts.get_feature_names_out(), zip(*(fit.coef_[0] for fit in fits), strict=True), strict=True)
    return {words: weight for words, weight in made.items() if any(abs(w) > NOTHING for w in weight)}


def write(language: str, weights: dict[str, tuple[float, ...]]) -> None:
    with (HERE / f"weights_{language}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("words", *likely.KINDS))
        out.writerows((words, *(f"{w:.2f}" for w in weight)) for words, weight in sorted(weights.items()))


if __name__ == "__main__":
    main()
