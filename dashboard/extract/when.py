"""The days that words mean, and why they are taken for these."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dashboard.words import N_

Precision = Literal["day", "range", "month", "unknown"]
PRINTED = N_("the year is printed")
FROM_ARTICLE = N_("the year is taken from the article's date")
COUNTED = N_("the day is counted from the date before it in the text")
FROM_TEXT = N_("the year is taken from another date of the text")
DAY_FROM_ARTICLE = N_("the day is counted from the article's date")
NO_YEAR = N_("no year is printed, and the article's date is not known")
AFTER = N_("the day lies after the article's date: the year is left open")
AHEAD = N_("the day lies after the article's date")
IMPOSSIBLE = N_("there is no such day")
VAGUE = N_("no day is printed")
WRONG_WEEKDAY = N_("the weekday printed beside it does not fit")


@dataclass(frozen=True, slots=True)
class When:
    """`start` is None where no day can be had without a guess. `header`: the article's own date, no event's."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "unknown"
    year_basis: Literal["stated", "published", "context"] | None = None
    header: bool = False


Reading = tuple[When, str, tuple[When, ...]]
