"""Two versions of an article in, where they differ out: for a curator whose change came too late."""

from typing import NamedTuple

from dashboard.data import facts
from dashboard.data.records import Article
from dashboard.data.store import Holdings
from dashboard.words import N_, _

OWN = {
    "headline": N_("Headline"),
    "publisher": N_("Publisher"),
    "url": N_("Address"),
    "published": N_("Day it was published"),
    "note": N_("Note"),
}


class Difference(NamedTuple):
    label: str
    ours: str
    theirs: str


def differences(ours: Article, theirs: Article, held: Holdings) -> list[Difference]:
    """Values that one has and the other has not, or has otherwise or from other words; empty where one has none."""
    told = [(_(label), str(getattr(ours, name) or ""), str(getattr(theirs, name) or "")) for name, label in OWN.items()]
    one, other = values(ours, held), values(theirs, held)
    told += [
        ((one.get(mark) or other[mark])[0], said(one.get(mark)), said(other.get(mark))) for mark in dict.fromkeys((*one, *other))
    ]
    return [Difference(*row) for row in told if row[1] != row[2]]


def values(article: Article, held: Holdings) -> dict[str, tuple[str, str, str]]:
    """mark -> label, value, quote."""
    marks, found = {s.mark: s for s in article.sayings()}, {}
    for fact in facts.facts(article, held):
        event, quote = marks[fact.mark].event, marks[fact.mark].evidence.quote
        value = f"{fact.value}: {event.title}" if fact.mark.endswith(".kind") else " · ".join([fact.value, *fact.tags, fact.note])
        found[fact.mark] = (f"{fact.mark.partition('.')[0]}: {fact.label}", value, quote)
    return found


def said(row: tuple[str, str, str] | None) -> str:
    return f"{row[1]} “{row[2]}”" if row else ""
