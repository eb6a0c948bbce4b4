"""A day and the words around it in, all the days of what lasted longer out: `a two-day forum that concluded Friday`."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from dashboard.extract.days import When
from dashboard.extract.groups_en import NUMBERS
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention
from dashboard.words import N_

COUNTED = N_("the days are counted by the length printed beside it")
FIRST_TO_LAST = N_("from the first day told to the last")
MOST = 31
LONGEST_QUOTE = 1000  # signs, from one day to the other
LENGTH = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|ten)(?:-day\b| days (?:of|from|beginning|starting)\b)|"
    r"为期([二两三四五六七]|\d{1,2})天",
    re.IGNORECASE,
)
SAME_ONE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Oo]ur) |(?:会议?|论坛|活动|培训班)$")
NUMBERS_ZH = dict(zip("二两三四五六七", (2, 2, 3, 4, 5, 6, 7), strict=True))
BEGAN = re.compile(
    r"\b(?:[Oo]pen(?:ed|s)|began|kick(?:ed|s) off|start(?:ed|s)|[Oo]pening|got under way|days (?:from|beginning|"
    r"starting))\b|开幕|拉开|"
    r"启幕|开启"
)
OVER = re.compile(
    r"\bafter an? $|\buntil\b|"
    r"\b(?:conclud(?:ed|es)|end(?:ed|s)|clos(?:ed|es)|wrapped up|wound up|rounded off|drew to a close|came to an end|"
    r"finish(?:ed|es))\b|闭幕|结束|落幕|落下帷幕|收官|圆满完成"
)
BEGAN_ZH, OVER_ZH = (re.compile(f"[^，。；]{{0,12}}(?:{verb})") for verb in ("开幕", "闭幕"))
FIRST_DAY = re.compile(r"\b(?:opened|began|started|kicked off)(?: here)?(?: on)? $")
LAST_DAY = re.compile(
    r"\b(?:runs?|running|lasts?|until|through|ends?|ended|close[sd]?|conclude[sd]?|returned|came back|were back|was back|"
    r"and left|and departed)\b"
    r"[^.;\n]{0,60}$|(?:持续|进行|延续|会期|开)[^，。；]{0,8}[至到]$"
)


@cache
def the_same() -> re.Pattern[str]:
    """Words for an event or those of it, in the sentence that says when it ended."""
    it = "it|they|he|she|we|which|event|trip|visit|tour|inspection|survey|school"
    return re.compile(rf"\b(?:{it}|{either('those_en')}|{either('meetings_en')})\b|会|调研", re.IGNORECASE)


def lasting(day: Mention[When], text: str, start: int, end: int) -> Mention[When]:
    """The day itself, where these words print no length, or not whether it is the first day or the last."""
    length = LENGTH.search(text, start, end)
    if not length:
        return day
    if length[2]:  # in Chinese the verb is the last word
        said_of_it = text[start:end]
    else:
        first, last = sorted((day.start, length.start()))
        said_of_it = text[max(start, first - (25 if first == length.start() else 80)) : last]
    return counted(day, length, said_of_it)


def whole(day: Mention[When], found: list[Mention[When]], text: str, end: int) -> Mention[When]:
    """The same for what is told up to `end`: the day on which it is said to end, or `The two-day forum` of a later sentence."""
    if day.value.precision != "day" and day.basis != FIRST_TO_LAST:
        return day
    end = min(end, day.end + LONGEST_QUOTE)
    before = day.end
    for m in found:
        if not day.end < m.start < end:
            continue
        sentence = max(text.rfind(sign, 0, m.start) for sign in (". ", "\n", "。"))
        ends_zh = OVER_ZH.match(text, m.end)
        told = ends_zh or (
            LAST_DAY.search(text, max(before, m.start - 80), m.start) and the_same().search(text, max(sentence, 0), m.start)
        )
        values = (m.value, *m.alternatives) if told else ()
        later = [v for v in values if v.end and 0 < (v.end - day.value.end).days <= MOST]
        if later:
            return through(day, replace(m, value=later[0]))
        over = OVER.search(text, max(0, day.start - 80), day.start) and FIRST_DAY.search(text, max(before, m.start - 40), m.start)
        over = over or (OVER_ZH.match(text, day.end) and BEGAN_ZH.match(text, m.end))
        if over and m.value.start and 0 < (day.value.start - m.value.start).days <= MOST:
            return replace(through(day, m), value=When(m.value.start, day.value.end, "range", day.value.year_basis))
        before = m.end
    lengths = (m for m in LENGTH.finditer(text, day.end, end) if SAME_ONE.search(text, max(0, m.start() - 5), m.start()))
    length = next(lengths, None)
    if not length:
        return day
    before = text[max(text.rfind(". ", 0, day.start), day.start - 80, 0) : day.start]
    return counted(day, length, f"{before} {text[max(day.end, length.start() - 20) : length.start()]}")


def counted(day: Mention[When], length: re.Match[str], said_of_it: str) -> Mention[When]:
    said = (length[1] or length[2]).lower()
    n = int(said) if said.isdigit() else NUMBERS.get(said) or NUMBERS_ZH.get(said, 0)
    began = bool(BEGAN.search(said_of_it))
    if day.value.precision != "day" or not 1 < n <= MOST or began == bool(OVER.search(said_of_it)):
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


def through(first: Mention[When], last: Mention[When]) -> Mention[When]:
    """From the first of two days told to the last; the quote is all that stands between them."""
    when = When(first.value.start, last.value.end, "range", first.value.year_basis)
    return replace(first, end=last.end, value=when, basis=FIRST_TO_LAST)
