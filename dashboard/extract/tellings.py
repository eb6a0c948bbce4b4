"""A sentence in, the meeting and the visit that it tells of out, each with its part of the words."""

import re
from dataclasses import replace

from dashboard.data.records import Kind
from dashboard.extract import meetings_en, triggers
from dashboard.extract.annotate import Marks
from dashboard.extract.chronicle import begins, entry
from dashboard.extract.likely import weighed
from dashboard.extract.mentions import Mention, within
from dashboard.extract.openings import REACHED_ONLY, somewhere, told_by_day
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import Part, Told
from dashboard.extract.trigger import BASIS

OF_BEFORE = re.compile(  # `Last year’s meeting took place on 28 May 2024`, `A similar meeting in Chifeng`
    r"(?:Last year|The previous year)['’]s |(?:A|An earlier|One) (?:similar|comparable) |"
    r"The last [\w ]{3,30} of (?:this|its) kind |"
    "(?:去年|上一年)的"
)


def tellings(report: Report, sentence: Sentence, marks: Marks, told: list[Told]) -> list[Mention[Kind]]:
    """The meeting and the visit that a sentence tells of."""
    if OF_BEFORE.match(report.text, sentence.start):
        return []
    found = triggers.find(report.text, sentence.start, sentence.end, report.language)
    if any(e.kind == "visit" for e in told):  # `On Tuesday she met 34 rangers` is of her visit
        found = [t for t in found if not triggers.met_a_group(report.text, t, report.language)]
    if any(report.text[t.start : t.end] == "workshop" for t in found) and meetings_en.has_a_shop(report.text):
        found = [t for t in found if report.text[t.start : t.end] != "workshop"]
    if day := begins(report.text, sentence.start, marks):  # what stands behind the day of a chronicle was
        found = [opened(t) for t in found] or [*triggers.headed(report.text, day.end, sentence.end, report.language)]
        on_a_trip = day.rule == "nth" and any(e.kind == "visit" for e in told)  # `Day two: Dalad Banner.`
        if on_a_trip and not any(t.value == "visit" for t in found) and within(marks.places, day.end, sentence.end):
            found = [Mention(day.start, day.end, "trigger", "visit", BASIS["goes on"], "goes on"), *found]
    if any(start < sentence.end and sentence.start < end for start, end in marks.form.kinds):
        return [*triggers.listed(report.text, sentence.start, sentence.end, report.language)]
    if not any(t.rule == "opens" for t in found):
        found = [told_by_day(t, report, sentence, marks, told) for t in found]
        day = entry(report, sentence, marks)
        first_told = day and day.start < sentence.start and all(e.parts[-1].end <= day.start for e in told)  # of its entry
        if first_told:
            found = [opened(t) for t in found]
    if REACHED_ONLY.search(report.text, sentence.start, sentence.end):
        return found
    if all(t.rule == "refers" and t.value == "meeting" for t in found):
        found = [*found, *somewhere(report, sentence, marks, told)]
    return weighed(sorted(found, key=lambda t: t.start), report, sentence, marks)


def opened(told: Mention[Kind]) -> Mention[Kind]:
    """What the words of an entry refer to was."""
    return replace(told, basis=BASIS["opens"], rule="opens") if told.rule == "refers" else told


def body(report: Report) -> list[Sentence]:
    """All sentences but the headline."""
    return [s for s in report.sentences if s.start >= report.headline_end]


def parts(text: str, sentence: Sentence, found: list[Mention[Kind]]) -> list[Part]:
    """A sentence with a visit and a meeting in it is cut at the last comma or `and` before the second."""
    if not found:
        return []
    cuts, kept = [sentence.start], found[:1]
    for trigger in found[1:]:
        marks = [m.end() for m in re.finditer(r",|，|、并|、$|；| and ", text[kept[-1].end : trigger.start])]
        if not marks and not text[trigger.start].isascii():  # `调研座谈会` is a meeting
            kept[-1] = trigger
            continue
        if not marks and trigger.rule == "refers":  # `a meeting on the inspection` is one
            continue
        cuts.append(kept[-1].end + marks[-1] if marks else trigger.start)
        kept.append(trigger)
    ends = [*cuts[1:], sentence.end]
    return [Part(a, b, trigger=t) for a, b, t in zip(cuts, ends, kept, strict=True)]
