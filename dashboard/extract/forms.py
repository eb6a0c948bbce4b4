"""The record of an event with its labels, `Date: ... Place: ... Participants: ...`, in; its day and who took part out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.data.records import Kind
from dashboard.extract.mentions import Mention, within
from dashboard.extract.text import Report
from dashboard.extract.when import When

LABELS = {
    "en": re.compile(
        r"(?:^|(?<=[.;)\w] ))(?:(?P<day>(?:Dates?|Time|Held)(?: and (?:time|date|hour|place|venue))?)|"
        r"(?P<place>Place|Venue|Location|Where|At)|"
        r"(?P<kind>(?:Type|Kind|Category|Form)(?: of (?:event|activity|meeting))?)|(?P<people>Participants|Attendees|"
        r"Attending|Attendance|Taking part|In the chair|Chair|Chaired by|Led by|Present|Visitors|Investors|Guests|Hosts?|"
        r"Received by|"
        r"(?:For the [Cc]ompany|Company (?:representatives?|participants|attendees|reception))|"
        r"Company staff(?: present)?|Institutions))(?: \([^()]{2,60}\))?: ",
        re.MULTILINE,
    ),
    "zh": re.compile(
        r"(?:^|(?<=[。；\s]))(?:(?P<day>(?:活动|会议|接待|调研|来访|参观)?时间)|(?P<place>(?:活动|会议|接待|调研)?地点)|"
        r"(?P<kind>(?:投资者关系)?(?:活动|会议|接待)(?:类别|类型|形式|方式))|(?P<people>(?:参与|参会|参加|出席|列席|来访|与会|(?:上市)?公司(?:接待|参会|参与)|接待)(?:单位|人员)"
        r"(?:名称)?(?:及(?:人员)?(?:姓名|名称))?))[：:]",
        re.MULTILINE,
    ),
}

KIND_BEHIND = re.compile(
    r"[^;；()（）\n]{0,90}[(（](?:[^()（）]*?\b(?:(?P<visit>visit|tour)|meeting|briefing|call|conference)\b[^()（）]*|"
    "[^()（）]{0,8}(?:(?P<visit_zh>参观|考察|调研|走访)|[^()（）]会|会议|路演))[)）]"
)
KIND_BEFORE = re.compile(
    r"\b(?:(?P<visit>visit|tour)|meeting|briefing|call|conference)(?: for \d{4})?"
    r"(?: (?:took place|was held))?(?: on| in| at|:|,)? (?:the )?$"
)
KIND_ABOVE = re.compile(  # `二、现场调研`, and the day in the line below it
    r"^(?:[一二三四五六]、|(?:Activity |Part |Event |活动)?[\d一二三]{1,2}[.)、:：]) ?[^\n]{0,40}?"
    r"(?:(?P<visit>\bvisit|\btour|参观|考察|调研|走访)|\b(?:meeting|briefing|call)|会)"
    r"[^\n]{0,12}\s+[^\n:：]{2,30}[:：] ?$",
    re.IGNORECASE | re.MULTILINE,
)
NEAR, LONGEST = 60, 240  # signs behind a label: of any day, and of one that says what it is of


@dataclass(frozen=True, slots=True)
class Form:
    """`kinds`, `places`, `people`: from where to where the record says what it was, where, and who took part.

    `days`: those of one kind of event alone, `24 September (site visit); 25 September (briefing)`.
    """

    day: Mention[When] | None = None
    days: Mapping[Kind, Mention[When]] = field(default_factory=dict)
    kinds: tuple[tuple[int, int], ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    people: tuple[tuple[int, int], ...] = ()


def find(report: Report, days: list[Mention[When]]) -> Form:
    """An empty one where the text is none: it has a day or a kind with a label, and something else."""
    labels = [*LABELS[report.language].finditer(report.text)]
    kinds = {m.lastgroup for m in labels}
    if len(kinds) < 2 or not kinds & {"day", "kind"}:
        return Form()
    ends = [*(b.start() for _a, b in pairwise(labels)), len(report.text)]
    behind = [(m.lastgroup, m.end(), end) for m, end in zip(labels, ends, strict=True)]
    told = [
        day
        for kind, start, end in behind
        if kind in ("day", "place")
        for day in within(days, start, min(end, start + LONGEST))
        if (kind == "day" and day.end <= start + NEAR) or kind_of(report.text, day.start, day.end)
    ]
    lines = {
        k: tuple((a, min(b, stop(report.text, a))) for kind, a, b in behind if kind == k) for k in ("kind", "place", "people")
    }
    told = [day for day in told if day.value.start]
    days_of = {kind: day for day in reversed(told) if (kind := kind_of(report.text, day.start, day.end))}
    return Form(next(iter(told), None), days_of, lines["kind"], lines["place"], lines["people"])


def kind_of(text: str, start: int, end: int) -> Kind | None:
    """Of a day of a record: `site visit on 24 September, briefing on 25 September` too."""
    m = KIND_BEFORE.search(text, max(text.rfind("\n", 0, start) + 1, start - 40), start)
    m = m or KIND_ABOVE.search(text, max(0, start - 100), start)
    return kind_behind(text, end) if not m else "visit" if m["visit"] else "meeting"


def kind_behind(text: str, at: int) -> Kind | None:
    """`24 September, 9:30 (site visit)`: of which kind of event a day or a place of a record is, where it says so."""
    m = KIND_BEHIND.match(text, at)
    return None if not m else "visit" if m["visit"] or m["visit_zh"] else "meeting"


def stop(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
