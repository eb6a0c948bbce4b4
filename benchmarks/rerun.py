"""CPU of the server for one rerun of each page, as a ratio to an empty page measured in the same run."""

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count, cycle
from statistics import median

from benchmarks import report, servers
from benchmarks.servers import Server
from benchmarks.visitor import Visitor, visiting

AIM = 2.5
ARTICLE = "2023-08-13-chifeng-cppcc-exchange"  # always the same, so that figures of other days compare
SEEN = (
    "",
    "region=150400",
    "kind=visit",
    "region=150500&region=152200",
    "from=2023-01-01&to=2023-12-31",
    "kind=meeting&level=region",
)
BLOCK = 10  # reruns of ours, then of each empty page, and again: all meet the same load of the machine
PAUSE = 0.05  # seconds between reruns: without any, TCP's delayed acknowledgement adds 40 ms that no reader would meet


def run(quick: bool) -> None:
    pages = {
        "map": ("", ""),
        "attendees": ("attendees", ""),
        "articles": ("articles", ""),
        "one article": ("articles", f"article={ARTICLE}&"),
        "records": ("records", ""),
        "about": ("about", ""),
    }
    blocks, days, rows = 2 if quick else 4, new_days(), []
    with ExitStack() as open_now:
        started = [open_now.enter_context(server()) for server in (servers.daybook, servers.empty, servers.plain)]
        measured = [(server, open_now.enter_context(visiting(server))) for server in started]
        for name, (page, own) in pages.items():
            warm_up(measured, page, own)
            for filters, queries in (("seen", cycle(SEEN)), ("new", days)):
                (ours, wall), (empty, _), (plain, _) = measure(measured, page, (own + query for query in queries), blocks)
                ratios = f"{ours / empty:.1f}", f"{ours / plain:.2f}"
                rows.append((name, filters, *(f"{x * 1e3:.1f}" for x in (ours, empty, plain)), *ratios, f"{wall * 1e3:.0f}"))
    headings = ("page", "filters", "CPU ms", "empty page", "streamlit run", "ratio", "ratio to streamlit run", "wall ms")
    report.show(
        "CPU of the server for one rerun",
        headings,
        rows,
        f"Means of {blocks * BLOCK} reruns, wall time the median. Aim: a ratio of at most {AIM}.",
        "filters: seen before by the server, or new with every rerun. empty page: st.write('') served with Daybook's settings.",
        "streamlit run: the same page with Streamlit's own defaults, which collect garbage after every run; ours do not.",
    )


def warm_up(measured: list[tuple[Server, Visitor]], page: str, own: str) -> None:
    for query in SEEN:
        for position, (_server, visitor) in enumerate(measured):
            visitor.rerun(page if position == 0 else "", own + query)


def measure(measured: list[tuple[Server, Visitor]], page: str, queries: Iterator[str], blocks: int) -> list[tuple[float, float]]:
    """CPU and median wall seconds per rerun of each server: the first shows `page`, the others their only one."""
    used, walls = [0.0] * len(measured), [[] for _ in measured]
    for _ in range(blocks):
        for i, (server, visitor) in enumerate(measured):
            before = server.cpu()
            for _ in range(BLOCK):
                walls[i].append(visitor.rerun(page, next(queries)) if i == 0 else visitor.rerun("", ""))
                time.sleep(PAUSE)
            used[i] += server.cpu() - before
    return [(cpu / blocks / BLOCK, median(wall)) for cpu, wall in zip(used, walls, strict=True)]


def new_days() -> Iterator[str]:
    """Filters that nobody has asked for yet, with the same events behind them."""
    return (f"from={dt.date(2000, 1, 1) + dt.timedelta(days=n)}" for n in count())
