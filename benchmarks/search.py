"""Time of a search by words: over the records held, and over a hundred thousand events mixed from their words."""

from statistics import median
from time import perf_counter

import numpy as np

from benchmarks import report
from dashboard.data import frames, store
from dashboard.data.search import Index, Words

QUERIES = (
    "Yankun",
    "兴安盟",
    "desertification symposium",
    "united front survey",
    "CPPCC consultation Chifeng",
    "meeting",
    "c",  # the worst that can be asked: it begins a word of every event
)
SIZES, QUICK_SIZES = (10_000, 100_000), (10_000,)
AIM = 50  # milliseconds


def run(quick: bool) -> None:
    held = store.load()
    words = [frames.words(article, event, held) for article in held.approved for event in article.events]
    indexes = {f"{n:,}": Index(rows) for n, rows in [(len(words), words), *((n, mixed(words, n)) for n in sizes(quick))]}
    rows = []
    for q in QUERIES:
        for size, index in indexes.items():
            took = [timed(index, q) for _again in range(5 if quick else 15)]
            rows.append((q, size, f"{len(index.find(q)):,}", f"{median(took):.1f}", f"{max(took):.1f}"))
    report.show(
        "A search by words",
        ("words", "events", "found", "median ms", "slowest ms"),
        rows,
        f"Not from the cache. Aim: {AIM} ms. Of more than 5,000 found, none is ranked.",
    )


def sizes(quick: bool) -> tuple[int, ...]:
    return QUICK_SIZES if quick else SIZES


def mixed(words: list[Words], n: int) -> list[Words]:
    """Events with the title of one record, the names of another, the text of a third."""
    picked = np.random.default_rng(n).integers(0, len(words), (n, 3))
    return [Words(f"event-{i}", words[a].title, words[b].names, words[c].text) for i, (a, b, c) in enumerate(picked)]


def timed(index: Index, q: str) -> float:
    index.find.cache_clear()
    start = perf_counter()
    index.find(q)
    return (perf_counter() - start) * 1e3
