"""CPU of the server for one rerun of each page, as a ratio to an empty Streamlit page in the same run."""

import datetime as dt
from collections.abc import Iterator
from itertools import count, cycle
from statistics import median

from benchmarks import report, servers
from benchmarks.servers import Server
from benchmarks.visitor import Visitor, visiting
from dashboard.data import store

AIM = 2.5
SEEN = ("", "region=150400", "kind=visit", "region=150500&region=152200", "from=2023-01-01&to=2023-12-31", "kind=meeting&level=region")
BLOCK = 10  # reruns of the page, then of the empty page, and so on: both meet the same load of the machine


def run(quick: bool) -> None:
    article = store.load(store.SHIPPED).approved[0].id
    pages = {"map": ("", ""), "attendees": ("attendees", ""), "articles": ("articles", ""), "one article": ("articles", f"article={article}"),
             "records": ("records", ""), "about": ("about", "")}  # fmt: skip
    blocks, days, rows = 2 if quick else 8, new_days(), []
    with servers.empty() as nothing, servers.daybook() as daybook, visiting(nothing) as idle, visiting(daybook) as reader:
        for name, (page, own) in pages.items():
            seen = (f"{own}&{query}".strip("&") for query in cycle(SEEN))
            new = (f"{own}&{query}".strip("&") for query in days)
            for _ in SEEN:
                reader.rerun(page, next(seen)), idle.rerun("", "")
            row = [name]
            for queries in (seen, new):
                ours, empty, wall = compare(daybook, reader, page, queries, nothing, idle, blocks)
                row += [f"{ours * 1e3:.0f}", f"{empty * 1e3:.0f}", f"{ours / empty:.2f}", f"{wall * 1e3:.0f}"]
            rows.append(row)
    headings = ["page", "filter seen: CPU ms", "empty", "ratio", "wall ms", "filter new: CPU ms", "empty", "ratio", "wall ms"]
    report.show("Rerun", headings, rows, f"{blocks * BLOCK} reruns for each figure. Aim: ratio at most {AIM}. Wall: median.")


def compare(daybook: Server, reader: Visitor, page: str, queries: Iterator[str], nothing: Server, idle: Visitor, blocks: int
            ) -> tuple[float, float, float]:  # fmt: skip
    """CPU seconds per rerun of the page and of the empty page, and the page's median wall seconds."""
    ours = empty = 0.0
    walls: list[float] = []
    for _ in range(blocks):
        before = daybook.cpu()
        walls += [reader.rerun(page, next(queries)) for _ in range(BLOCK)]
        ours += daybook.cpu() - before
        before = nothing.cpu()
        for _ in range(BLOCK):
            idle.rerun("", "")
        empty += nothing.cpu() - before
    return ours / blocks / BLOCK, empty / blocks / BLOCK, median(walls)


def new_days() -> Iterator[str]:
    """Filters that nobody has asked for yet, with the same events behind them."""
    return (f"from={dt.date(2000, 1, 1) + dt.timedelta(days=n)}" for n in count())
