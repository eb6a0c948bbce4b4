"""The entries of a chronicle, `14 April: a survey with Li Li`: the day that one begins with is that of all its sentences."""

import re

from dashboard.extract.annotate import Marks
from dashboard.extract.mentions import Mention, within
from dashboard.extract.text import Report, Sentence
from dashboard.extract.when import When

ITEM = re.compile(r"(?:[-*•·●▪◆◇■□▲★☆]|\d{1,2}[.、)]|[（(]\d{1,2}[)）])\s?")
BEHIND_DAY = re.compile(r"\s?[:：.—–]|\s{2}|\u3000|, [A-Z][\w’' ]{2,40}\. ")  # `June 4, Ulanhot. `
WEEKDAY = re.compile(r"(?:[A-Z][a-z]+day,? )?")
LEAD = re.compile(rf"(?:{ITEM.pattern})?\s?{WEEKDAY.pattern}")
LONGEST_LEAD = 60  # signs that a date may take


def begins(text: str, start: int, marks: Marks) -> Mention[When] | None:
    """The day that what stands at `start` begins with, as an entry does."""
    first = within(marks.dates, start, start + LONGEST_LEAD)
    stands = first and WEEKDAY.fullmatch(text, start, first[0].start)
    return first[0] if stands and heads(first[0], text) else None


def heads(day: Mention[When], text: str) -> bool:
    """Whether a line begins with a day, and a colon, a stop or a dash stands behind it."""
    line = text.rfind("\n", 0, day.start) + 1
    return bool(BEHIND_DAY.match(text, day.end) and LEAD.fullmatch(text, line, day.start))


def entry(report: Report, sentence: Sentence, marks: Marks) -> Mention[When] | None:
    """The day of the entry that a sentence stands in."""
    return begins(report.text, report.text.rfind("\n\n", 0, sentence.start) + 2, marks)
