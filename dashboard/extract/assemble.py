"""A report and its mentions in, the events it tells of out: which sentences belong to which, and on what day each was.

A new event needs a date of its own that differs, a kind of its own, or an item of a list of its own.
"""

import re
from dataclasses import dataclass, field, replace

from dashboard.data.records import Kind
from dashboard.extract import bodies, triggers
from dashboard.extract.annotate import Marks
from dashboard.extract.dates import When
from dashboard.extract.lasting import lasting
from dashboard.extract.lexicon import pattern
from dashboard.extract.mentions import Mention, within
from dashboard.extract.text import Report, Sentence
from dashboard.extract.trigger import BASIS
from dashboard.words import N_

SAME = N_("same sentence")
EARLIER = N_("from an earlier sentence")
LATER = N_("from a later sentence")
DEFAULT = N_("document default")
NONE = N_("no date is printed near it")
ANOTHER = re.compile(r"\b(?:another|a separate|a second|later that day)\b|同日|还召开|还举行|又召开|另一", re.IGNORECASE)
ITEM = re.compile(r"(?:[-*•·●▪◆◇■□▲★☆]|\d{1,2}[.、)]|[（(]\d{1,2}[)）])\s?")
SPEAKS = re.compile(
    r"(?: (?:of|from) [^,.;]{2,60}?)?,? (?:also )?(?:said|called (?:for|on)|noted|added|suggested|stressed|pointed out|proposed|"
    r"argued|described|explained|introduced|recommended|warned|told|asked|shared|emphasi[sz]ed|presented|outlined|hoped|expressed|reported|"
    r"urged|replied|set out|took|showed|briefed|summed up|agreed)\b"
)
IN_A_SPEECH = re.compile(r"\bin (?:his|her|their|an?) (?:\w+ )?(?:speech|remarks|address|lecture)\b")
ELSEWHERE = re.compile(
    r"\binterview|\breporters?\b|\bby (?:phone|telephone)|\bstatement\b|[Aa]ccording to|\btold (?:Xinhua|China Daily|the paper)"
)
UNTIL = re.compile(
    r"\b(?:runs?|running|lasts?|(?:will |to )?(?:close|end|conclude)s?|until|through)(?: until| through| to| on)* $|[至到于]$"
)
LONGEST_MEETING = 31  # days
BEHIND_DAY = re.compile(r"\s?[:：.—–]|\s{2}")


@dataclass(slots=True)
class Part:
    """The words of a sentence that tell of one event; `own` is a date printed there."""

    start: int
    end: int
    own: Mention[When] | None = None
    trigger: Mention[Kind] | None = None

    @property
    def opens(self) -> bool:
        """Whether they say that it was."""
        return bool(self.trigger) and self.trigger.rule == "opens"

    @property
    def leads(self) -> bool:
        """Whether the places in them are its stops."""
        return bool(self.trigger) and self.trigger.rule in ("opens", "goes on")


@dataclass(slots=True)
class Told:
    """An event as it is put together."""

    kind: Kind
    trigger: Mention[Kind]
    parts: list[Part] = field(default_factory=list)
    date: Mention[When] | None = None
    date_from: str = NONE
    organizer: Mention[str] | None = None


def assemble(report: Report, marks: Marks) -> list[Told]:
    """The events in the order in which the report tells them."""
    told: list[Told] = []
    listed: list[Part] = []  # of a list cut at its semicolons: who took part, before the words that say so
    for sentence in body(report):
        found = triggers.find(report.text, sentence.start, sentence.end, report.language)
        if is_entry(report.text, sentence, marks):
            found = [replace(t, basis=BASIS["opens"], rule="opens") if t.rule == "refers" else t for t in found]
        if not found and told and belongs(report, marks, sentence, told[-1]):
            told[-1].parts += [*listed, Part(sentence.start, sentence.end)]
            listed = []
        elif not found:
            listed = [*listed, Part(sentence.start, sentence.end)] if report.text[sentence.end - 1] == "；" else []
        for part in parts(report.text, sentence, found):
            part.own = nearest(within(marks.dates, sentence.start, sentence.end), part.trigger)
            if event := add(told, part, report, sentence):
                event.parts[-1:-1] = listed if len(event.parts) > 1 else []
            listed = []
    for event in told:
        if not event.date:
            event.date, event.date_from = inherited(event, marks.dates, report)
        if event.kind == "meeting" and event.date:
            event.date = replace(
                event.date, alternatives=(*event.date.alternatives, *closing(event.date, marks.dates, report.text))
            )
    return told


def closing(day: Mention[When], found: list[Mention[When]], text: str) -> list[When]:
    """The days of a meeting told to go on, `The session runs until January 29`: a reading only, since no words say both days."""
    if day.value.precision != "day":
        return []
    told = [m for m in found if m.start > day.end and UNTIL.search(text, m.start - 40, m.start)]
    last = [
        v.end for m in told for v in (m.value, *m.alternatives) if v.end and 0 < (v.end - day.value.end).days <= LONGEST_MEETING
    ]
    return [When(day.value.start, end, "range", day.value.year_basis) for end in last[:1]]


def is_entry(text: str, sentence: Sentence, marks: Marks) -> bool:
    """Whether a sentence is one of a chronicle, `14 April: a survey with Li Li`: what stands behind the day was."""
    first = within(marks.dates, sentence.start, min(sentence.start + 40, sentence.end))
    return bool(first) and first[0].start == sentence.start and bool(BEHIND_DAY.match(text, first[0].end))


def body(report: Report) -> list[Sentence]:
    """All sentences but the headline."""
    return [s for s in report.sentences if s.start >= report.headline_end]


def parts(text: str, sentence: Sentence, found: list[Mention[Kind]]) -> list[Part]:
    """A sentence with a visit and a meeting in it is cut at the last comma or `and` before the second."""
    cuts = [sentence.start]
    for trigger in found[1:]:
        marks = [m.end() for m in re.finditer(r",|，|、并|；| and ", text[cuts[-1] : trigger.start])]
        cuts.append(cuts[-1] + marks[-1] if marks else trigger.start)
    ends = [*cuts[1:], sentence.end]
    return [Part(a, b, trigger=t) for a, b, t in zip(cuts, ends, found, strict=False) if a <= t.start and t.end <= b]


def belongs(report: Report, marks: Marks, sentence: Sentence, event: Told) -> bool:
    """Whether a sentence that tells of no event says who came to the one told last."""
    spoke = event.kind == "meeting" and speaks(report, marks, sentence)
    return spoke or takes_part(report, sentence) or acts(report, marks, sentence, event)


def takes_part(report: Report, words: Sentence | Part) -> bool:
    """Whether words say that someone took part."""
    cue = pattern(f"attending_{report.language}").search(report.text, words.start, words.end)
    return bool(cue or IN_A_SPEECH.search(report.text, words.start, words.end))


def acts(report: Report, marks: Marks, sentence: Sentence, event: Told) -> bool:
    """Whether the paragraph that tells of the event goes on with someone and his post. Who is quoted is sorted out later."""
    if report.language != "en" or report.text.find("\n\n", event.parts[-1].end, sentence.start) >= 0:
        return False
    return any(m.value.role for m in within(marks.people, sentence.start, sentence.end))


def speaks(report: Report, marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence behind a meeting is what someone with a post said: at the meeting, where no other place is told."""
    if report.language != "en" or ELSEWHERE.search(report.text, sentence.start, sentence.end):
        return False
    named = within(marks.people, sentence.start, sentence.end)
    return any(
        (m.value.role or m.rule == "post behind") and SPEAKS.match(report.text, max(m.end, m.value.role_end or 0)) for m in named
    )


def nearest(found: list[Mention[When]], trigger: Mention) -> Mention[When] | None:
    """The last date before the trigger, else the first behind it; a day rather than a vague word."""
    sure = [m for m in found if m.rule != "vague"] or found
    before = [m for m in sure if m.end <= trigger.start]
    return before[-1] if before else next(iter(sure), None)


def add(told: list[Told], part: Part, report: Report, sentence: Sentence) -> Told | None:
    """Put a part to the event it tells of, or begin a new one; gives that event, if there is one."""
    event = next((t for t in reversed(told) if t.kind == part.trigger.value), None)
    if not event and not part.opens:
        return None
    if not event or (part.opens and is_new(event, part, report, sentence)):
        event = Told(part.trigger.value, part.trigger)
        told.append(event)
    event.parts.append(part)
    if part.own and part.opens and (not event.date or (not event.date.value.start and part.own.value.start)):
        event.date, event.date_from = (
            lasting(part.own, report.text, part.start, part.end),
            SAME if event.parts[0] is part else LATER,
        )
    event.organizer = event.organizer or bodies.organizer(report.text, part.start, part.end, report.language)
    return event


def is_new(event: Told, part: Part, report: Report, sentence: Sentence) -> bool:
    if ITEM.match(report.text, sentence.start) and event.parts[-1].end <= sentence.start:
        return True
    if part.trigger.value == "meeting" and ANOTHER.search(report.text, part.start, part.trigger.end):
        return True
    if not part.own or not event.date:
        return False
    new, old = part.own.value, event.date.value
    if new.precision == "month" != old.precision and part.own.start > part.trigger.start:  # `saw ditches relined in October`
        return False
    if new.start and old.start:
        return not (old.start <= new.start and (new.end or new.start) <= (old.end or old.start))
    printed = (report.text[m.start : m.end] for m in (part.own, event.date))
    return part.own.rule == event.date.rule != "vague" and len({*printed}) == 2


def inherited(event: Told, found: list[Mention[When]], report: Report) -> tuple[Mention[When] | None, str]:
    """For an event without a date in its words: the last before it in its paragraph, else the only date of the report."""
    at = event.parts[0].start
    paragraph = report.text.rfind("\n\n", 0, at) + 1
    before = [m for m in found if m.end <= at]
    near = [m for m in before if m.start >= paragraph and m.rule != "vague"]
    if near:
        return near[-1], EARLIER
    only = {m.value for m in found if m.value.start}
    if len(only) == 1:
        return next(m for m in found if m.value.start), DEFAULT
    return (before[-1], EARLIER) if before and len(only) > 1 else (None, NONE)
