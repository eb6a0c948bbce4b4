"""A library and a draft in, what approving it would change out: each number that moves, as it is and as it would be."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard import library
from dashboard.data import counts, frames
from dashboard.data.counts import Number, Summary
from dashboard.data.filters import Chosen, Filter
from dashboard.data.records import Article
from dashboard.library import Library
from dashboard.words import N_, _

NUMBERS = {
    "events": N_("Events"),
    "meetings": N_("Meetings"),
    "visits": N_("Visits"),
    "people": N_("People named"),
    "groups": N_("Groups without a number"),
    "stated": N_("Groups with a number"),
    "articles": N_("Articles"),
}


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    before: int
    after: int


@lru_cache(maxsize=4)
def effect(held: Library, article: Article) -> tuple[Change, ...]:
    """For the numbers that nothing is chosen for, and those of each region on the map."""
    approved = article.model_copy(update={"review": article.review.model_copy(update={"status": "approved"})})
    articles = (*(a for a in held.held.articles if a.id != article.id), approved)
    then = counts.summary(Chosen(frames.frames(replace(held.held, articles=articles)), Filter()))
    now = library.numbers(held, Filter())
    pairs = [(_(label), value(now, name), value(then, name)) for name, label in NUMBERS.items()]
    for code in dict.fromkeys((*then.by_region, *now.by_region)):
        pairs.append((held.held.areas[code].name, in_region(now, code), in_region(then, code)))
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


def value(numbers: Summary, name: str) -> int:
    number: Number = getattr(numbers, name)
    return number.value


def in_region(numbers: Summary, code: str) -> int:
    return numbers.by_region[code]["all"].value if code in numbers.by_region else 0
