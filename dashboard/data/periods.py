"""Names of years, quarters and months in, their days out: `2023`, `2023-Q3`, `2023-08`, as they stand in an address."""

import datetime as dt
import re
from collections.abc import Iterator

NAME = re.compile(r"(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?", re.ASCII)


def name(year: int, part: int, months: int) -> str:
    """The period of so many months (1, 3 or 12) that is the `part`-th of its year, from 0."""
    return {12: f"{year}", 3: f"{year}-Q{part + 1}", 1: f"{year}-{part + 1:02}"}[months]


def days(period: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a period; None for what is none."""
    found = NAME.fullmatch(period)
    if not found or not 1900 <= int(found[1]) <= 2199:
        return None
    year = int(found[1])
    first, length = (int(found[2]) * 3 - 2, 3) if found[2] else (int(found[3]), 1) if found[3] else (1, 12)
    after = dt.date(year + (first + length > 12), (first + length - 1) % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(days=1)


def between(first: dt.date, last: dt.date, months: int) -> Iterator[str]:
    """Every period of so many months from one day to another, those without an event too."""
    for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if n % months == 0 or n == first.year * 12 + first.month - 1:
            yield name(n // 12, n % 12 // months, months)


def fitting(first: dt.date, last: dt.date) -> int:
    """The months of a period that keep a timeline readable: 12 or fewer bars a kind where years would do, up to 36."""
    long = (last.year - first.year) * 12 + last.month - first.month + 1
    return 1 if long <= 24 else 3 if long <= 60 else 12
