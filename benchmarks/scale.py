"""Time of a filter with its counts, over a hundred to a million events, on pandas and on DuckDB: the same code for both."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from statistics import median
from time import perf_counter

import duckdb
import pyarrow

from benchmarks import report, synthetic
from dashboard.data import counts
from dashboard.data.filters import Chosen, Filter
from dashboard.data.frames import COLUMNS, TABLES, Frames
from dashboard.data.vocabulary import KINDS

SIZES, QUICK_SIZES = [10**power for power in range(2, 7)], [10**power for power in range(2, 6)]
REGIONS = ("150400", "150500", "152200", "150000", "150402", "152201", "150100")
AIMS = {"one count": 0.3, "all counts": 1.0}  # seconds at 10^6 events


def run(quick: bool) -> None:
    rows = []
    for size in QUICK_SIZES if quick else SIZES:
        made = synthetic.frames(size)
        for engine, frames in (("pandas", made), ("DuckDB", in_duckdb(made))):
            one, every = (timed(count, frames, 3 if quick else 5) for count in (counts.events_per_area, counts.summary))
            rows.append((f"{size:,}", engine, f"{one:.3f}", f"{every:.3f}"))
    report.show(
        "A filter by region, kind and dates, with its counts",
        ("events", "engine", "one count by area, s", "all counts of the map page, s"),
        rows,
        f"Medians; no filter is asked twice. Aims at a million: {AIMS['one count']} s and {AIMS['all counts']} s.",
        "pandas has categories that tables share; DuckDB has tables in memory, where what is a category is VARCHAR.",
    )


def timed(count: Callable[[Chosen], object], frames: Frames, times: int) -> float:
    """Median seconds, after one run to warm up."""
    took = []
    for chosen in islice(filters(), times + 1):
        start = perf_counter()
        count(Chosen(frames, chosen))
        took.append(perf_counter() - start)
    return median(took[1:])


def filters() -> Iterator[Filter]:
    """Region, kind and dates, each time others: from a few months to most of the ten years."""
    for n, (region, kind) in enumerate(zip(cycle(REGIONS), cycle(KINDS), strict=False)):
        since = dt.date(2015, 2, 1) + dt.timedelta(days=97 * n)
        yield Filter(region=(region,), kind=(kind,), since=since, until=dt.date(2024, 12, 1) - dt.timedelta(days=211 * n))


def in_duckdb(frames: Frames) -> Frames:
    """The same frames as relations on tables of an in-memory database."""
    database = duckdb.default_connection()
    database.execute("SET enable_progress_bar = false")
    for table in TABLES:
        words = {column: "str" for column, (dtype, _meaning) in COLUMNS[table].items() if dtype == "category"}
        database.register("given", pyarrow.Table.from_pandas(getattr(frames, table).astype(words), preserve_index=False))
        database.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM given")
        database.unregister("given")
    return Frames(**{table: database.table(table) for table in TABLES}, index=frames.index)
