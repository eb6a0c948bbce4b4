"""An event as told in, its places out in order, each with the words that name it and why it is taken for a stop."""

import datetime as dt
import re
from itertools import pairwise

from dashboard.data.areas import REGION, covers
from dashboard.extract.annotate import Marks
from dashboard.extract.elsewhere import WHOSE, At, fallback, finest
from dashboard.extract.mentions import Mention, within
from dashboard.extract.places import ABROAD, is_han
from dashboard.extract.text import Report
from dashboard.extract.told import LATER, SAME, Part, Told
from dashboard.words import N_

MET = N_("where a meeting was held on the way")
AT = re.compile(r"\b(?:in|at|to)(?: the)? (?:city of )?$|[在于到](?:[\u4e00-\u9fff]{2,6}[省市盟州])?$", re.IGNORECASE)
VENUE = re.compile(r"\bmain venue [^.;]{0,60}?(?:in|at) (?:the )?$|主会场设?在?$")
AND = re.compile(r",? and |, ")
WITH = re.compile(
    r"\b(?:border|trade|ties|links?|with|between|from) (?:with |to |and )?(?:[\w]+ and )?$"
)  # `the border with Russia`
WAY = re.compile("到|赴|深入|走进|前往|参观了?")
ROOM = re.compile(  # `The forum opened in Baotou. They met at a hotel in Kundulun District`
    r"\b(?:at|in) (?:an?|the) [^,.;]{0,40}?(?:hotel|hall|cent(?:re|er)|room|building|library|theat(?:re|er)|guesthouse|"
    r"headquarters|"
    r"auditorium|venue) (?:in|of) (?:the (?:(?:city|league|county)['’]s )?)?$|(?:在|于)$"
)
TELLS = re.compile(
    r"\b(?:described|explained|said|told|asked|learned|heard) (?:[^,.;]{2,40}? )?(?:that|how|why|whether|if)\b[^.;]*$|"
    r"\bwhose\b[^,.;]*$"
)
CAMPUS = re.compile(r" (?:[a-z]+ )?(?:campus|branch|library|hotel|park|hall|school|station|cent(?:re|er)) (?:in|of) (?:the )?")
AT_ZH = re.compile("[在于]")


def stops(event: Told, marks: Marks, report: Report) -> list[At]:
    """A visit has a stop for each place; a meeting has one."""
    return meeting(event, marks, report) if event.kind == "meeting" else visit(event, marks, report)


def visit(event: Told, marks: Marks, report: Report) -> list[At]:
    text = report.text
    found: list[At] = []
    for part in event.parts:
        if not part.leads:
            continue
        here = finest(within(marks.places, part.start, part.end), text)
        if text.isascii() or part.trigger.start - part.start < 3 or not is_han(text[part.trigger.start]):
            here = led_to(here, part, text) or here  # `In Chifeng he visited a farm in Aohan Banner`
        if not here and not text.isascii():
            here = whose_site(part, marks, text)
        if not here:
            lands = [
                m for m in within(marks.abroad, part.start, part.end) if m.start >= part.trigger.start or is_han(text[m.start])
            ]
            found += [At(m, ABROAD) for m in lands if len(lands) < 3 and not WITH.search(text, 0, m.start)]
        here = [m for m in here if not TELLS.search(text, part.trigger.end, m.start)] or here
        found += [At(m, SAME, day) for m, day in zip(here, days_of(here, part, event, marks), strict=True)]
    if not found and event.parts[-1] is event.parts[0]:
        found = listed_behind(event, marks, text)
    if all(at.mention.value == REGION for at in found):  # `in the port city in Inner Mongolia`: the city is told elsewhere
        finer = [at for at in fallback(event, marks, report) if at.mention.value and at.mention.value != REGION]
        return finer[:1] or each_once(found) or fallback(event, marks, report)[:1]
    return each_once(found)


def days_of(here: list[Mention[str | None]], part: Part, event: Told, marks: Marks) -> list[dt.date | None]:
    """The day of each stop: `On Tuesday it was in A, and on Wednesday in B`, or the one day of the part."""
    days = [m for m in within(marks.dates, part.start, part.end) if m.value.precision == "day" and inside(m.value.start, event)]
    in_turn = sorted([*here, *days], key=lambda m: m.start)
    if len(days) == len(here) > 1 and all(a.kind != b.kind for a, b in pairwise(in_turn)):
        return [m.value.start for m in days]
    own = part.own.value if part.own and part.own is not event.date else None
    day = own.start if own and own.precision == "day" and inside(own.start, event) else None
    return [day] * len(here)


def whose_site(part: Part, marks: Marks, text: str) -> list[Mention[str | None]]:
    """`先后到莫旗人民医院、莫旗人民法院`: whose the sites are is where they are."""
    way = WAY.search(text, part.start, part.end)
    return finest([m for m in within(marks.whose, way.end(), part.end) if m.value], text) if way else []


def with_meetings(told: list[Told], at: list[list[At]]) -> list[list[At]]:
    """A visit also stopped where those on it met someone before they went on: `held talks in Hohhot. On Wednesday they went`."""
    met = [
        (e, places[0]) for e, places in zip(told, at, strict=True) if e.kind == "meeting" and places and places[0].mention.value
    ]
    return [
        each_once(
            sorted([*places, *(At(p.mention, MET) for m, p in met if on_the_way(p, m, e, places))], key=lambda p: p.mention.start)
        )
        if e.kind == "visit"
        else places
        for e, places in zip(told, at, strict=True)
    ]


def on_the_way(place: At, met: Told, event: Told, stops: list[At]) -> bool:
    day, days = (e.date.value if e.date else None for e in (met, event))
    then = bool(day and days and day.start and days.start) and days.start <= day.start <= days.end
    begun = event.trigger.start < place.mention.start
    return then and begun and any(p.mention.start > place.mention.start for p in stops)


def led_to(found: list[Mention[str | None]], part: Part, text: str) -> list[Mention[str | None]]:
    """Those behind the words of the visit, those that it is said to be in, and what is listed with one of them."""
    led: list[Mention[str | None]] = []
    for m in found:
        listed = led and AND.fullmatch(text, led[-1].end, m.start)
        if not part.opens or m.start >= part.trigger.end or listed or AT.search(text[max(0, m.start - 20) : m.start]):
            led.append(m)
    return led


def listed_behind(event: Told, marks: Marks, text: str) -> list[At]:
    """`They made field visits. The places were A, B and C.`: the next sentence of the paragraph, where it names several."""
    end = event.parts[0].end
    stop = min((at for sign in ("\n", ". ", "。") if (at := text.find(sign, end + 1)) >= 0), default=len(text))
    here = finest(within(marks.places, end, stop), text)
    return [At(m, LATER) for m in here] if len(here) > 1 else []


def inside(day: dt.date | None, event: Told) -> bool:
    when = event.date.value if event.date else None
    return bool(day and when and when.start and when.precision == "range" and when.start <= day <= when.end)


def meeting(event: Told, marks: Marks, report: Report) -> list[At]:
    text = report.text
    held_at = [m for m in marks.places if not text.startswith("分会场", m.end)]
    inside = [m for part in event.parts for m in within(held_at, part.start, part.end) if m.value]
    if told := [m for m in inside if VENUE.search(text, max(0, m.start - 90), m.start) or text.startswith("主会场", m.end)]:
        return [At(told[0], SAME)]
    at_whose = [
        m
        for p in event.parts
        for m in within(marks.whose, p.start, p.end)
        if p.leads and AT_ZH.search(text, m.start - 1, m.start)
    ]
    if at_whose and not any(p.leads and within(marks.places, p.start, p.end) for p in event.parts):  # `在盐池县政协机关召开`
        return [At(at_whose[0], WHOSE)]
    at_a = [m for m in inside if ROOM.search(text, max(0, m.start - 60), m.start)]
    for part in event.parts:
        here = finest(within(held_at, part.start, part.end), text)
        if part.leads and here:
            here = [m for m in here if not TELLS.search(text, part.start, m.start)] or here
            told_at = [m for m in here if AT.search(text[max(0, m.start - 20) : m.start])]
            behind = [m for m in told_at if m.start >= part.trigger.start]
            there = (behind or told_at or here)[0]
            there = next((m for m in here if part_of(m, there, text)), there)
            rooms = [m for m in at_a if there.value and there.value != m.value and covers(there.value, m.value)]
            return [At(rooms[0], LATER)] if rooms else [At(there, SAME)]
    for part in event.parts:
        here = finest(within(marks.places, part.start, part.end), text)
        here = [m for m in here if not TELLS.search(text, part.start, m.start)]
        if part.trigger and (told_at := [m for m in here if AT.search(text[max(0, m.start - 20) : m.start])]):
            return [At(told_at[0], LATER)]
    return fallback(event, marks, report)[:1]


def part_of(m: Mention[str | None], wide: Mention[str | None], text: str) -> bool:
    """`on the Saihan District campus in Hohhot`."""
    lies = m.value and wide.value and m.value != wide.value and covers(wide.value, m.value)
    return bool(lies) and bool(CAMPUS.fullmatch(text, m.end, wide.start))


def each_once(found: list[At]) -> list[At]:
    """Without an area that another stop lies in: a city whose banners were visited, the region."""
    seen: set[object] = set()
    kept = []
    for at in found:
        key = at.mention.value or (at.mention.start, at.mention.end)
        if key not in seen:
            seen.add(key)
            kept.append(at)
    codes = [at.mention.value for at in kept if at.mention.value]
    return [
        at
        for at in kept
        if at.basis == MET or not any(code != at.mention.value and covers(at.mention.value, code) for code in codes)
    ]
