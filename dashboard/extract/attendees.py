"""An event as told in, who took part out: people and groups, each with its words. Who is only quoted did not attend."""

import re
from bisect import bisect_right

from dashboard.data.areas import Areas
from dashboard.data.evidence import Evidence
from dashboard.data.records import Attendee, Headcount
from dashboard.extract import groups
from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import spoke, takes_part
from dashboard.extract.levels import level
from dashboard.extract.likely_there import SURE, UNLIKELY, chance
from dashboard.extract.mentions import Mention, joined, within
from dashboard.extract.people import Named
from dashboard.extract.presence import FORMER, absent, came
from dashboard.extract.quotes import evidence
from dashboard.extract.text import Report
from dashboard.extract.told import Part, Told
from dashboard.words import N_

Coming = tuple[Attendee, str, tuple[object, ...]]  # with its basis and alternatives
PARTICIPANTS = re.compile(r"\b[Pp]articipants\b|\b[Aa]ttendees\b|与会人员|与会代表|参会人员|与会者")
NOT_WHICH = N_("The report says that participants made the visits, not which of them.")
BESIDE = N_("named where the event is told, no word says that they took part")
INFERRED = N_("by inference: participants of the meeting made the visit")


def attendees(event: Told, marks: Marks, report: Report, areas: Areas) -> list[Coming]:
    """In the order of the report; nobody twice."""
    found: list[Coming] = []
    seen: set[str] = set()
    for part in event.parts:
        cue = part.listed or takes_part(report, part)
        beside = not cue and not part.trigger
        named = people(part, marks, report, cue=cue)
        here = [*named, *(groups_of(part, report, marks) if cue or beside or part.opens else [])]
        for m in sorted(here, key=lambda m: m.start):
            name = m.value.name if m.kind == "person" else report.text[m.start : m.end]
            if name not in seen:
                seen.add(name)
                who = person(m, report, areas) if m.kind == "person" else group(m, report, areas)
                found.append((who, f"{m.basis}; {BESIDE}" if beside else m.basis, m.alternatives))
    return found


def people(part: Part, marks: Marks, report: Report, *, cue: bool) -> list[Mention[Named]]:
    """Those of the part, or of its whole sentence where the part has none: `Li Ming visited A and held a meeting in B`."""
    sentence = report.sentences[bisect_right(report.sentences, part.start, key=lambda s: s.start) - 1]
    first = part.start if within(marks.people, part.start, part.end) else sentence.start
    named = [m for m in within(marks.people, first, part.end) if not absent(m, report.text)]
    if not (cue or part.trigger):
        named = [m for m in named if not FORMER.match(m.value.role or "")]
    if report.language == "zh":
        return [m for m in named if there(m, part, report.text, cue=cue)]
    only_refers = part.trigger and not (cue or part.leads)  # such words say little of who was there
    least = 0 if part.listed else SURE if only_refers else UNLIKELY
    return [m for m in named if chance(m, report, sentence, marks) >= least]


def there(m: Mention[Named], part: Part, text: str, *, cue: bool) -> bool:
    """Whether someone named in a part of a Chinese report was there: the part says so, or he has a post and does something."""
    if part.trigger and not (cue or part.leads):  # words that only refer to the event
        return spoke(m, text) and came(m, text)
    return came(m, text)


def groups_of(part: Part, report: Report, marks: Marks) -> list[Mention[Headcount]]:
    """Without those within a person's role: `委员` is no group in `常委会委员李明`."""
    names = [m.end for m in within(marks.people, part.start, part.end)]
    found = groups.find(report.text, part.start, part.end, report.language, names)
    found = joined(found, within(marks.groups, part.start, part.end))
    return [m for m in found if not marks.roles.touch(m)]


def person(m: Mention[Named], report: Report, areas: Areas) -> Attendee:
    named, zh = m.value, report.language == "zh"
    start = min(m.start, named.role_start if named.role_start is not None else m.start)
    return Attendee(
        person=named.id,
        name=None if zh else named.name,
        name_zh=named.name if zh else None,
        role=named.role,
        organization=named.organization,
        level=level(f"{named.role or ''} {named.organization or ''}", areas),
        headcount=Headcount(value=1, basis="named"),
        evidence=evidence(report.printed, start, max(m.end, named.role_end or m.end)),
    )


def group(m: Mention[Headcount], report: Report, areas: Areas) -> Attendee:
    said = evidence(report.printed, m.start, m.end)
    return Attendee(
        label=said.quote[:1].upper() + said.quote[1:],
        level=level(said.quote, areas),
        headcount=m.value,
        note=groups.note(said.quote),
        evidence=said,
    )


def inferred(event: Told, meeting: list[Coming], report: Report) -> list[Coming]:
    """The groups of the meeting, where the visit is said to be that of its participants. Nobody named is moved with them."""
    for part in event.parts:
        m = PARTICIPANTS.search(report.text, part.start, part.end) if part.opens else None
        if m and m.start() < part.trigger.end:
            said = evidence(report.printed, m.start(), part.trigger.end)
            return [(moved(who, said), INFERRED, others) for who, _basis, others in meeting if who.label]
    return []


def moved(who: Attendee, said: Evidence) -> Attendee:
    count = who.headcount if who.headcount.basis == "not_stated" else Headcount(basis="not_stated")
    return who.model_copy(update={"headcount": count, "linked_by": "inferred", "note": NOT_WHICH, "evidence": said})
