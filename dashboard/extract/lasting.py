"""A day and the words around it in, all the days of what lasted longer out: `a two-day forum that concluded Friday`."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.date_grammar import IN_A_CLAUSE
from dashboard.extract.groups_en import NUMBERS
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention
from dashboard.extract.when import AFTER, AHEAD, When
from dashboard.words import N_

COUNTED = N_("the days are counted by the length printed beside it")
FIRST_TO_LAST = N_("from the first day told to the last")
MOST = 31
LONGEST_QUOTE = 1000  # signs, from one day to the other
N = r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
LENGTH = re.compile(
    rf"\b{N}(?:-day\b| days (?:of|from|beginning|starting|ending)\b)|\b(?:took|lasted|spent|after|over|for) {N} days\b(?! of)|"
    r"(?:为期|历时|会期|用了?|走了|(?<![\d一二三四五六七八九十])(?=[二两三四五六七八九十\d]{1,2}天会期))([二两三四五六七八九十]|\d{1,2})天",
    re.IGNORECASE,
)
SAME_ONE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Oo]ur) |(?:会议?|论坛|活动|培训班)$")
NUMBERS_ZH = dict(zip("二两三四五六七八九十", (2, *range(2, 11)), strict=True))
TRIPS = "they|he|she|we|trip|visit|tour|inspection|survey|school|course|outing|journey|patrol|round|trek"
BEGAN = re.compile(
    r"\b(?:[Oo]pen(?:ed|s)|came(?= (?:to|for|here|from|in|on)\b)|arrived|reached(?= [A-Z])|gathered|convened|began|"
    r"kick(?:ed|s) off|start(?:ed|s)|[Oo]pening|got under way|"
    r"days (?:from|beginning|"
    r"starting)|starting|beginning)\b|开幕|开班|日起|日开始|开[展始](?=为期)|拉开|"
    r"启幕|开启"
)
OVER = re.compile(
    r"\bafter an? $|\buntil\b|"
    r"\b(?:conclud(?:ed|es)|end(?:ed|s|ing)|clos(?:ed|es)|wrapped up|wound up|winding up|rounded off|"
    r"(?:drew|came) to a close|came to an end|"
    r"finish(?:ed|es)|complet(?:ed|es)|adjourned|"
    r"(?:came|went|was|were|got|returned) (?:back|home)|returned)\b|闭幕|结业|结束|落幕|"
    r"落下帷幕|收官|圆满完成"
)
BEGAN_ZH = re.compile("[^，。；]{0,12}(?:开幕|开班|启程)")
OVER_ZH = {
    "meeting": re.compile("[^，。；]{0,24}(?:闭幕|结业)"),
    "visit": re.compile("[^，。；]{0,12}(?:回到|走完|归来|收工|结束(?!前|后)|离开|返程|返回|撤点|收官)"),
}
HAD_BEGUN = re.compile(rf"\b(?:{TRIPS}) (?:had )?(?:begun|began|started) on (?:the )?(?:[A-Z][a-z]+day,? )?$")
FIRST_DAY = re.compile(
    r"\b(?:(?:opened|began|started|kicked off|arrived)(?: here)?|"
    r"set out\b[^.;]{0,40}?)(?: on)? (?:[A-Z][a-z]+day,? )?$"
)
TO_COME = re.compile(
    r"\b(?:runs?|running|lasts?|stays?|continues?|ends|closes|concludes)\b|(?:会期|会议|论坛|活动|大会|培训)[^，。；]{0,8}[至到]$"
)
LAST_DAY = re.compile(
    r"\b(?:runs?|running|lasts?|until|through|ends?|ended|close[sd]?|conclude[sd]?|finish(?:ed|es)|returned|came back|"
    r"(?:were|was|got) (?:back|home)|rose|"
    r"and left|and departed|and reached|(?:flew|drove|travel+ed) (?:back|home))\b"
    r"[^.;\n]{0,60}$|(?:持续|进行|延续|会期|开)[^，。；]{0,8}[至到]$"
)


@cache
def the_same(kind: Kind) -> re.Pattern[str]:
    """Words for an event or those of it, in the sentence that says when it ended."""
    kinds = either("meetings_en") if kind == "meeting" else f"{TRIPS}|{either('those_en')}"
    return re.compile(rf"\b(?:it|which|event|{kinds})\b|会|调研|活动|行程|巡诊|踏查|蹲点", re.IGNORECASE)


def lasting(day: Mention[When], text: str, start: int, end: int) -> Mention[When]:
    """The day itself, where these words print no length, or not whether it is the first day or the last."""
    lengths = (m for m in LENGTH.finditer(text, start, end) if 1 < days_of(m) <= MOST)
    length = min(lengths, key=lambda m: abs(m.start() - day.start), default=None)
    if not length:
        return day
    if length[3]:  # in Chinese the verb is the last word
        said_of_it = text[start:end]
    else:
        first, last = sorted((day.start, length.start()))
        said_of_it = text[max(start, first - (25 if first == length.start() else 80)) : last]
    return counted(day, length, said_of_it)


def whole(day: Mention[When], kind: Kind, found: list[Mention[When]], text: str, end: int) -> Mention[When]:
    """The same for what is told up to `end`: the day on which it is said to end, or `The two-day forum` of a later sentence."""
    if (day.value.precision != "day" and day.basis != FIRST_TO_LAST) or OVER.search(text, day.start, day.end):
        return day
    end = min(end, day.end + LONGEST_QUOTE)
    before = day.end
    for m in found:
        if not day.end < m.start < end:
            continue
        sentence = max(text.rfind(sign, 0, m.start) for sign in (". ", "\n", "。"))
        ends_zh = OVER_ZH[kind].match(text, m.end)
        told = ends_zh or (
            LAST_DAY.search(text, max(before, m.start - 80), m.start) and the_same(kind).search(text, max(sentence, 0), m.start)
        )
        values = (m.value, *m.alternatives) if told else ()
        lead = text[max(before, m.start - 60) : m.start]
        if m.basis in (AHEAD, AFTER) and (IN_A_CLAUSE.search(lead) or not TO_COME.search(lead)):
            continue  # `the lists are closed on 10 November`, `the rest period, which lasts until 20 May`
        later = [v for v in values if v.end and 0 < (v.end - day.value.end).days <= MOST]
        if later:
            return through(day, replace(m, value=later[0]))
        over = OVER.search(text, max(0, day.start - 80), day.start) and FIRST_DAY.search(text, max(before, m.start - 40), m.start)
        over = over or (kind == "visit" and HAD_BEGUN.search(text, max(before, m.start - 40), m.start))
        over = over or (OVER_ZH[kind].match(text, day.end) and BEGAN_ZH.match(text, m.end))
        if over and m.value.start and 0 < (day.value.start - m.value.start).days <= MOST:
            return back_to(m, day)
        before = m.end
    lengths = (
        m
        for m in LENGTH.finditer(text, day.end, end)
        if m[0].startswith(("会期", "For "))
        or text.startswith("会期", m.end())
        or SAME_ONE.search(text, max(0, m.start() - 5), m.start())
    )
    length = next(lengths, None)
    if not length:
        return day
    if length[3]:  # `21日在锡林浩特市开幕。论坛为期两天`: in Chinese the verb stands behind the day
        behind = text[day.end : length.start()].partition("。")[0]
        said_of_it = text[text.rfind("。", 0, day.start) + 1 : day.end] + behind
    else:
        said_of_it = text[max(text.rfind(". ", 0, day.start), day.start - 80, 0) : day.start]
    return counted(day, length, f"{said_of_it} {text[max(day.end, length.start() - 20) : length.start()]}")


def days_of(length: re.Match[str]) -> int:
    said = (length[1] or length[2] or length[3]).lower()
    return int(said) if said.isdigit() else NUMBERS.get(said) or NUMBERS_ZH.get(said, 0)


def counted(day: Mention[When], length: re.Match[str], said_of_it: str) -> Mention[When]:
    n = days_of(length)
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


def back_to(first: Mention[When], day: Mention[When]) -> Mention[When]:
    """The same where the first day is printed behind the last."""
    return replace(through(day, first), value=When(first.value.start, day.value.end, "range", day.value.year_basis))
