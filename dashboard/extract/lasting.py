"""A day and the words around it in, all the days of what lasted longer out: `a two-day forum that concluded Friday`."""

import datetime as dt
import re
from dataclasses import replace

from dashboard.extract.dates import When
from dashboard.extract.groups_en import NUMBERS
from dashboard.extract.mentions import Mention
from dashboard.words import N_

COUNTED = N_("the days are counted by the length printed beside it")
MOST = 31
LENGTH = re.compile(r"\b(\d{1,2}|two|three|four|five|six|seven|ten)-day\b|为期([二两三四五六七]|\d{1,2})天", re.IGNORECASE)
NUMBERS_ZH = dict(zip("二两三四五六七", (2, 2, 3, 4, 5, 6, 7), strict=True))
BEGAN = re.compile(r"\b(?:open(?:ed|s)|began|kick(?:ed|s) off|start(?:ed|s)|got under way)\b|开幕|拉开")
OVER = re.compile(r"\b(?:conclud(?:ed|es)|end(?:ed|s)|clos(?:ed|es)|wrapped up|finish(?:ed|es))\b|闭幕|结束|落幕")


def lasting(day: Mention[When], text: str, start: int, end: int) -> Mention[When]:
    """The day itself, where these words print no length, or not whether it is the first day or the last."""
    length = LENGTH.search(text, start, end)
    if not length or day.value.precision != "day":
        return day
    said = (length[1] or length[2]).lower()
    n = int(said) if said.isdigit() else NUMBERS.get(said) or NUMBERS_ZH.get(said, 0)
    # in Chinese the verb is the last word
    said_of_it = (
        text[start:end] if length[2] else text[max(start, length.start() - 25) : day.start] or text[day.end : length.start()]
    )
    began = bool(BEGAN.search(said_of_it))
    if not 1 < n <= MOST or began == bool(OVER.search(said_of_it)):
        return day
    first, more = day.value.start, dt.timedelta(n - 1)
    days = (first, first + more) if began else (first - more, first)
    return replace(
        day,
        start=min(day.start, length.start()),
        end=max(day.end, length.end()),
        value=When(*days, "range", day.value.year_basis),
        basis=f"{day.basis}; {COUNTED}",
    )
