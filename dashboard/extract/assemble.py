"""A report and its mentions in, the events it tells of out: which sentences belong to which, and on what day each was.

A new event needs a date of its own that differs, a kind of its own, or an item of a list of its own.
"""

import re
from dataclasses import replace

from dashboard.data.records import Kind
from dashboard.extract import bodies, triggers
from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import belongs, of_another_time
from dashboard.extract.chronicle import ITEM, begins, entry
from dashboard.extract.dates import When
from dashboard.extract.dating import day_of, goes_on, inherited
from dashboard.extract.lasting import lasting, through, whole
from dashboard.extract.mentions import Mention, within
from dashboard.extract.openings import somewhere, told_by_day
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import LATER, SAME, Part, Told
from dashboard.extract.trigger import BASIS

ANOTHER = re.compile(
    r"\b(?:another|a separate|a second) (?:[\w’'-]+ ){0,4}[\w-]+$|"
    r"\blater that day\b|同日|还召开|还举行|又召开|另一",
    re.IGNORECASE,
)
BEGAN_OR_ENDED = re.compile(r", which (?:opened|began|started|kicked off|closed|concluded|ended) (?:here )?(?:on )?")

BEGINS_OR_ENDS = re.compile("(?:上午|下午)?(?:正式)?(?:开幕|闭幕|结束)")  # 会议于1月13日开幕


def assemble(report: Report, marks: Marks) -> list[Told]:
    """The events in the order in which the report tells them."""
    told: list[Told] = []
    listed: list[Part] = []  # of a list cut at its semicolons: who took part, before the words that say so
    for sentence in body(report):
        found = tellings(report, sentence, marks, told)
        if not found and told and belongs(report, marks, sentence, told[-1]):
            told[-1].parts += [*listed, Part(sentence.start, sentence.end)]
            listed = []
        elif not found:
            listed = [*listed, Part(sentence.start, sentence.end)] if report.text[sentence.end - 1] == "；" else []
        days = within(marks.dates, sentence.start, sentence.end)
        for part in parts(report.text, sentence, found):
            part.own = day_of(part, days, report.text) or day_of_entry(part, entry(report, sentence, marks), told)
            if event := add(told, part, report, sentence):
                event.parts[-1:-1] = listed if len(event.parts) > 1 else []
            listed = []
    for event in told:
        if not event.date:
            event.date, event.date_from = inherited(event, [e for e in told if e.date], marks.dates, report)
        if event.date:
            end = min((e.parts[0].start for e in told if e.parts[0].start > event.date.start), default=len(report.text))
            event.date = whole(event.date, marks.dates, report.text, end)
    return told


def day_of_entry(part: Part, day: Mention[When] | None, told: list[Told]) -> Mention[When] | None:
    """The day of the entry that a part stands in, unless the entry has told of its event before."""
    before = day and any(e.kind == part.trigger.value and e.parts[0].start >= day.start for e in told)
    return None if before else day


def tellings(report: Report, sentence: Sentence, marks: Marks, told: list[Told]) -> list[Mention[Kind]]:
    """The meeting and the visit that a sentence tells of."""
    found = triggers.find(report.text, sentence.start, sentence.end, report.language)
    if begins(report.text, sentence.start, marks):  # what stands behind the day of a chronicle was
        found = [replace(t, basis=BASIS["opens"], rule="opens") if t.rule == "refers" else t for t in found]
    if not any(t.rule == "opens" for t in found):
        found = [told_by_day(t, report, sentence, marks, told) for t in found]
    return found or somewhere(report, sentence, marks, told)


def body(report: Report) -> list[Sentence]:
    """All sentences but the headline."""
    return [s for s in report.sentences if s.start >= report.headline_end]


def parts(text: str, sentence: Sentence, found: list[Mention[Kind]]) -> list[Part]:
    """A sentence with a visit and a meeting in it is cut at the last comma or `and` before the second."""
    if not found:
        return []
    cuts, kept = [sentence.start], found[:1]
    for trigger in found[1:]:
        marks = [m.end() for m in re.finditer(r",|，|、并|；| and ", text[kept[-1].end : trigger.start])]
        if not marks and not text[trigger.start].isascii():  # `调研座谈会` is a meeting
            kept[-1] = trigger
            continue
        if not marks and trigger.rule == "refers":  # `a meeting on the inspection` is one
            continue
        cuts.append(kept[-1].end + marks[-1] if marks else trigger.start)
        kept.append(trigger)
    ends = [*cuts[1:], sentence.end]
    return [Part(a, b, trigger=t) for a, b, t in zip(cuts, ends, kept, strict=True)]


def add(told: list[Told], part: Part, report: Report, sentence: Sentence) -> Told | None:
    """Put a part to the event it tells of, or begin a new one; gives that event, if there is one."""
    event = next((t for t in reversed(told) if t.kind == part.trigger.value), None)
    if not part.opens and not (event and of_one_time(event, part)):
        return None
    if not event or (part.opens and is_new(event, part, report, sentence)):
        event = Told(part.trigger.value, part.trigger)
        told.append(event)
    event.parts.append(part)
    if goes_on(event, part, report.text):
        event.date = through(event.date, part.own)
    elif part.own and dates(event, part) and (part.own.value.start or part.own.rule == "vague" or not any(e.date for e in told)):
        event.date = lasting(part.own, report.text, part.start, part.end)
        event.date_from = SAME if event.parts[0] is part else LATER
    event.organizer = event.organizer or bodies.organizer(report.text, part.start, part.end, report.language)
    return event


def of_one_time(event: Told, part: Part) -> bool:
    """Whether words that only refer to an event, or go on with it, may be of it by the day that stands before them."""
    return not (part.own and part.own.end <= part.trigger.start and of_another_time(event, [part.own]))


def dates(event: Told, part: Part) -> bool:
    """Whether the date of a part is that of its event: `They made a tour. The tour, which ran from June 18 to 21, was`."""
    if not event.date:
        return part.opens or part.trigger.rule == "refers"
    return part.opens and not event.date.value.start and bool(part.own.value.start)


def is_new(event: Told, part: Part, report: Report, sentence: Sentence) -> bool:
    text, own, meeting = report.text, part.own, part.trigger.value == "meeting"
    if ITEM.match(text, sentence.start) and event.parts[-1].end <= sentence.start:
        return True
    if meeting and ANOTHER.search(text, part.start, part.trigger.end):
        return True
    if not own or not event.date or goes_on(event, part, text):
        return False
    if meeting and (BEGAN_OR_ENDED.fullmatch(text, part.trigger.end, own.start) or BEGINS_OR_ENDS.match(text, own.end)):
        return False  # `attended the session, which opened on Tuesday`
    new, old = own.value, event.date.value
    if new.precision == "month" != old.precision and own.start > part.trigger.end:  # `saw ditches relined in October`
        return False
    if new.start and old.start:
        return not (old.start <= new.start and (new.end or new.start) <= (old.end or old.start))
    printed = (text[m.start : m.end] for m in (own, event.date))
    return own.rule == event.date.rule != "vague" and len({*printed}) == 2
