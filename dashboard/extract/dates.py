"""Text in, its dates out: our own small grammar of English and Chinese dates, each read by those before it and beside it."""

import datetime as dt
import re
from dataclasses import replace

from dashboard.extract.counted import Before
from dashboard.extract.date_grammar import (
    A_LIST,
    A_MONTH_EN,
    AND_ALSO,
    FILED_BY,
    FILED_EN,
    FILED_ZH,
    HEADER,
    OF_EVENT,
    PATTERNS,
    WIDE,
)
from dashboard.extract.day_words import ORDINALS, WEEKDAYS
from dashboard.extract.days import number_of, read
from dashboard.extract.mentions import Mention, longest
from dashboard.extract.text import in_quotes
from dashboard.extract.when import WRONG_WEEKDAY, When

BETWEEN = re.compile(r"[ ,，(（]*(?:(?:on|a) )?")  # a date and its weekday: `Tuesday, on May 3`, `3 May, a Tuesday`
BEGAN_IT = re.compile(r"\b(?:first|began|started|opened)\b|首站|第一站|率先|首先")
ENDED_ZH = re.compile("(?:闭幕|结束|落幕|会)后?$")
ONE_DAY = dt.timedelta(1)
FEW = 10  # dates told behind one
MOST_DAYS = 31  # of what goes on
NUMERALS = ("d", "d2", "m", "m2")  # parts that Chinese may print in its own numerals
DIGITS_ZH = "一二三四五六七八九"


def find(text: str, language: str, published: dt.date | None = None) -> list[Mention[When]]:
    """The dates of a text in order, each with the words that give its year."""
    text = text.translate(WIDE)
    filed = filed_on(text, published)
    hits = longest(Mention(m.start(), m.end(), "date", m, "", rule) for rule, p in PATTERNS[language] for m in p.finditer(text))
    years = {int(m.value["y"]) for m in hits if (m.value.groupdict().get("y") or "").isdigit()}
    only = years.pop() if len(years) == 1 else None
    found: list[Mention[When]] = []
    before = Before(month=month_of_headline(text, published))
    for hit in hits:
        if hit.rule == "same" and (not before.last or before.last.precision != "day"):
            continue
        if hit.rule == "next" and found and text[found[-1].end : hit.start] == ", ":
            continue  # `on Monday, the eve of the forum`
        part = {name: in_digits(words) if name in NUMERALS else words for name, words in hit.value.groupdict().items()}
        if part.get("y") == "同":  # the year of the date before it
            part["y"] = str(found[-1].value.start.year) if found and found[-1].value.start else None
        if hit.rule == "weekday" and not part.get("week"):
            part["week"] = before.week
        if hit.rule == "next" and OF_EVENT.search(text, max(0, hit.start - 1), hit.end + 8):
            told = (m for m in found if m.value.precision in ("day", "range") and not text.startswith(("电", "讯"), m.end))
            of_event = (m.value for m in told if not m.value.header)
            before.last = next((day for day in of_event if day.start != published), before.last)
        # said on a day of the event, which need not be the article's; or `; today a tractor does it`, nowadays
        if hit.rule == "back" and (in_quotes(text, hit.start) or text.endswith("; ", 0, hit.start)):
            continue
        if (
            hit.rule == "next"
            and before.last
            and before.last.precision == "range"
            and BEGAN_IT.search(text, found[-1].end, hit.start)
        ):
            first = before.last.start  # `from April 14 to 16 ... they first called at a park. The following day`
            before.last = When(first, first, "day", before.last.year_basis)
        if hit.rule == "next" and before.spell and ENDED_ZH.search(text, max(0, hit.start - 3), hit.start):
            before.last = replace(before.spell, start=before.spell.end, precision="day")  # `论坛闭幕次日`
        when, basis, others = read(hit.rule, part, before, filed if hit.rule == "back" else published, only)
        of_a_day = hit.rule == "weekday" and found and found[-1].rule == "day"  # `4月28日，星期二`
        if not in_quotes(text, hit.start) and not (of_a_day and BETWEEN.fullmatch(text, found[-1].end, hit.start)):
            before.take(hit, when, basis, text)
        header = hit.rule == "day" and bool(HEADER.search(text, max(0, hit.start - 20), hit.start))
        when = When(when.start, when.end, when.precision, when.year_basis, header)
        found.append(Mention(hit.start, hit.end, "date", when, basis, hit.rule, others))
    return in_a_row(text, with_weekdays(text, within_the_stay(found)))


def within_the_stay(found: list[Mention[When]]) -> list[Mention[When]]:
    """`From 13 to 16 July she visited. The following day she was in A. On 15 July`: the second, since a third is behind."""
    kept, stay = [], None
    for i, m in enumerate(found):
        if m.value.precision == "range" and (m.value.end - m.value.start).days > 1:
            stay = m.value
        if stay and m.rule == "next" and m.value.precision == "day" and m.value.start > stay.end:
            second, behind = stay.start + ONE_DAY, (d.value for d in found[i + 1 : i + 1 + FEW])
            if any(day.precision == "day" and second < day.start <= stay.end for day in behind):
                m = replace(m, value=replace(m.value, start=second, end=second))
        kept.append(m)
    return kept


def month_of_headline(text: str, published: dt.date | None) -> tuple[int, int] | None:
    """`Our September in brief`: the month that a bare day of such a report is of."""
    months = {m["m"] for m in A_MONTH_EN.finditer(text[: max(text.find("\n\n"), 0)])}
    if not published or len(months) != 1:
        return None
    month = number_of(months.pop())
    return published.year - (month > published.month), month


def in_digits(words: str | None) -> str | None:
    """`二十一` is `21`, `first` is `1`."""
    if words in ORDINALS:
        return str(ORDINALS[words])
    if not words or not set(words) <= set("一二三四五六七八九十"):
        return words
    tens, ten, ones = words.rpartition("十")
    return str((DIGITS_ZH.index(tens) + 1 if tens else 1) * 10 * bool(ten) + (DIGITS_ZH.index(ones) + 1 if ones else 0))


def filed_on(text: str, published: dt.date | None) -> dt.date | None:
    """The day of a dateline, `本报乌兰镇8月15日电`: what a report calls today."""
    m = FILED_ZH.search(text) or FILED_EN.search(text) or FILED_BY.search(text)
    if not m or not published:
        return published
    part = m.groupdict()
    month, day = number_of(part["m"] or part["m2"]), int(part["d"] or part["d2"])
    try:
        return min(published, dt.date(published.year - (month > published.month), month, day))
    except ValueError:
        return published


def in_a_row(text: str, found: list[Mention[When]]) -> list[Mention[When]]:
    """Days that stand side by side are one spell: `Tuesday, November 11, and Wednesday, November 12`."""
    kept: list[Mention[When]] = []
    for m in found:
        if kept and side_by_side(kept[-1], m, text):
            last = kept[-1]
            days = When(last.value.start, m.value.end, "range", last.value.year_basis, last.value.header)
            rule = "weekday" if m.rule == "weekday" else "day"
            kept[-1] = Mention(last.start, m.end, "date", days, last.basis, rule, ())
        else:
            kept.append(m)
    return kept


def side_by_side(last: Mention[When], m: Mention[When], text: str) -> bool:
    """`on March 8 and the day after`, `on Tuesday, Wednesday and Thursday`, `from Monday, April 17, to`."""
    if not m.value.start or not last.value.end:
        return False
    days, one_day = (m.value.start - last.value.end).days, last.value.precision == "day"
    if last.rule == "same" and text[last.end : m.start] in ("起至", "起到", "至"):  # `当日起至20日`
        return days > 0
    if m.rule == "next":
        return days == 1 and one_day and text[last.end : m.start] in (" and ", "和", "及", "与", "、")
    if last.rule == m.rule == "weekday":
        return days == 1 and bool(A_LIST.fullmatch(text, last.end, m.start))
    if not last.rule == m.rule == "day" or not one_day or not 0 < days <= MOST_DAYS:
        return False
    joins = AND_ALSO.fullmatch(text, last.end, m.start)
    return bool(joins) and (days == 1 or joins["to"] != "and" or text.endswith("between ", 0, last.start))


def with_weekdays(text: str, found: list[Mention[When]]) -> list[Mention[When]]:
    """A date beats the weekday beside it; where the two differ, its basis says so."""
    kept: list[Mention[When]] = []
    for m in found:
        before = kept[-1] if kept else None
        if not before or {m.rule, before.rule} != {"day", "weekday"} or not BETWEEN.fullmatch(text, before.end, m.start):
            kept.append(m)
            continue
        day, name = (m, before) if m.rule == "day" else (before, m)
        sign = WEEKDAYS.get(re.sub("星期|周", "", text[name.start : name.end]).lower())
        fits = not day.value.start or sign in (None, day.value.start.weekday())
        kept[-1] = day if fits else Mention(day.start, day.end, "date", day.value, WRONG_WEEKDAY, "day", (name.value,))
    return kept
