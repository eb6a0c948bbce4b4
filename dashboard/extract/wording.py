"""A sentence in, its words out, as they are weighed: a date, a place and a person are one word each."""

import re
from dataclasses import dataclass
from itertools import pairwise

from dashboard.extract.annotate import Marks
from dashboard.extract.mentions import within
from dashboard.extract.text import Report, Sentence

WORD = re.compile(r"[A-Za-z’'-]+|[\u4e00-\u9fff]|[,;:.，；：]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, in small letters, or in capitals what kind of name or day stands there."""

    start: int
    end: int
    says: str


def words(report: Report, sentence: Sentence, marks: Marks) -> list[Word]:
    """In order; a date, a place and a person are one word each, whatever their name."""
    kinds = {"DATE": marks.dates, "PLACE": marks.places, "PERSON": marks.people}
    named = sorted((m.start, m.end, says) for says, found in kinds.items() for m in within(found, sentence.start, sentence.end))
    made, at = [], sentence.start
    for start, end, says in [*named, (sentence.end, sentence.end, "")]:
        if start >= at:
            made += (Word(*m.span(), m[0].lower()) for m in WORD.finditer(report.text, at, start))
            made += [Word(start, end, says)] if says else []
            at = end
    return made


def features(said: list[Word]) -> set[str]:
    """The words, and those that stand side by side."""
    return {word.says for word in said} | {f"{one.says} {other.says}" for one, other in pairwise(said)}
