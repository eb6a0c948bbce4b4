"""Sentences that tell of an event without the words that `triggers.py` knows: by the day, the place and those that they print."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import DID
from dashboard.extract.chronicle import entry
from dashboard.extract.dating import nearest
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention, within
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import Told
from dashboard.words import N_

BY_DAY = N_("no word says that it was held: it has a day of its own")
BY_DOING = N_("no word says that it was a visit: someone did something in a place on a day")
KNOWN_ONE = re.compile(r"\b(?:the|this|that|his|her|its|their|each|every) (?:[\w’'-]+ ){0,2}$|[该本此]次?$", re.IGNORECASE)
NO_WAY = "call|elect|appoint|retir|publish|announc|promis|warn|add|complain|said|told|wrote|thought"  # done anywhere
DOES = rf"(?:(?:then|also|first) )?(?!{NO_WAY})(?P<did>{DID}|spent|rode|stood|drove|began)\b"
HE_DID = re.compile(rf",? {DOES}")


@cache
def they_did() -> re.Pattern[str]:
    those = rf"(?:[\w’'-]+ ){{0,4}}(?i:{either('those_en')}|[a-z]+(?:ists|ers|ors|ians))"
    return re.compile(rf"\b(?:[Ww]e|[Tt]hey|[Hh]e|[Ss]he|{those}(?: (?:of|from|in) [^,.;]{{2,60}}?)?) {DOES}")


def told_by_day(trigger: Mention[Kind], report: Report, sentence: Sentence, marks: Marks, told: list[Told]) -> Mention[Kind]:
    """Words that refer to a meeting say that it was, where they print a day of it that no meeting told before has."""
    own = nearest(within(marks.dates, sentence.start, sentence.end), trigger)
    known = KNOWN_ONE.search(report.text, max(0, trigger.start - 40), trigger.start)
    if trigger.value == "visit" or known or not own or own.value.precision not in ("day", "range"):
        return trigger
    for event in told:
        day = event.date.value if event.date else None
        same = not day or not day.start or (day.start <= own.value.end and own.value.start <= day.end)
        if event.kind == "meeting" and same:
            return trigger
    return replace(trigger, basis=BY_DAY, rule="opens")


def somewhere(report: Report, sentence: Sentence, marks: Marks, told: list[Told]) -> list[Mention[Kind]]:
    """Someone did something in a place on a day: a visit, whatever the verb."""
    text, start, end = report.text, sentence.start, sentence.end
    if report.language != "en" or pattern("planned_en").search(text, start, end):
        return []
    days = [m for m in within(marks.dates, start, end) if m.value.start and m.value.precision in ("day", "range")]
    places = [m for m in within(marks.places, start, end) if m.value]
    did = next(doings(text, start, end, marks), None)
    if not days and (day := entry(report, sentence, marks)):
        days = [day] if not told or told[-1].parts[0].start < day.start else []  # an entry that told of something goes on with it
    if not did or not places or not days:
        return []
    return [Mention(*did.span("did"), "trigger", "visit", BY_DOING, "opens")]


def doings(text: str, start: int, end: int, marks: Marks) -> Iterator[re.Match[str]]:
    if m := they_did().search(text, start, end):
        yield m
    for who in within(marks.people, start, end):
        if m := HE_DID.match(text, max(who.end, who.value.role_end or 0), end):
            yield m
