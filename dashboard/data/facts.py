"""An article in, what it says in words out: each field with its value, and the text cut where the marks begin and end."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.data.areas import Areas
from dashboard.data.phrases import headcount, when_of
from dashboard.data.records import PARAGRAPH_BREAK, Article, Attendee, Event, Saying
from dashboard.data.store import Holdings
from dashboard.words import N_, _

MARK_WORDS = {
    "event": N_("what it was"),
    "date": N_("date"),
    "place": N_("place"),
    "body": N_("body"),
    "person": N_("person"),
    "group": N_("group"),
}
FIELD_WORDS = {
    "kind": N_("Kind"),
    "dates": N_("Date"),
    "topic": N_("Topic"),
    "organizer": N_("Organizer"),
    "stops": N_("Place"),
    "attendees": N_("Took part"),
}
KIND_WORDS = {"meeting": N_("Meeting"), "visit": N_("Visit")}
YEAR_WORDS = {
    "published": N_("year taken from the article's date"),
    "url": N_("year taken from the address"),
    "context": N_("year taken from the text around"),
}


class Fact(NamedTuple):
    """A field of an event in words, and the place in the article's text, in characters, of the words that say it."""

    event: str
    mark: str
    kind: str
    label: str
    value: str
    tags: tuple[str, ...]  # what a reader must know to weigh the value
    note: str
    begin: int
    end: int
    about: Mapping[str, str]  # `person` or `body`, and which one, where the field names one that has a view of its own


class Piece(NamedTuple):
    """A part of a text under the same marks, the shortest of them first. `begun` are those of which it is the first part."""

    text: str
    marks: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    kind: str = ""
    label: str = ""
    hit: bool = False  # a word that was searched for


def facts(article: Article, held: Holdings) -> list[Fact]:
    """Every field with evidence, in the order of the record."""
    return [fact(article, said, held) for said in article.sayings()]


def fact(article: Article, said: Saying, held: Holdings) -> Fact:
    begin = said.evidence.find(article.full_text)
    label = _(FIELD_WORDS[said.field.split(".")[0]])
    words = (value(said, held), tags(said, held), note(said))
    return Fact(said.event.id, said.mark, said.kind, label, *words, begin, begin + len(said.evidence.quote), about(said))


def about(said: Saying) -> dict[str, str]:
    field, *position = said.field.split(".")
    if field == "organizer":
        return {"body": said.event.organizer or ""}
    who = said.event.attendees[int(position[0]) - 1] if field == "attendees" else None
    return {"person": who.person or who.who} if who and not who.label else {}


def pieces(text: str, marked: Sequence[Fact], hits: Sequence[tuple[int, int]] = ()) -> list[list[Piece]]:
    """A text as paragraphs of pieces, in order, nothing lost. `hits` are words searched for, as positions in it."""
    edges = {edge for fact in marked for edge in (fact.begin, fact.end)} | {edge for hit in hits for edge in hit}
    done, start = [], 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        end = start + len(paragraph)
        cuts = sorted({start, end, *(edge for edge in edges if start < edge < end)})
        done.append(
            [
                piece(text[a:b], a, [f for f in marked if f.begin <= a and b <= f.end], any(x <= a and b <= y for x, y in hits))
                for a, b in pairwise(cuts)
            ]
        )
        start = end + len(PARAGRAPH_BREAK)
    return done


def piece(text: str, begin: int, covering: list[Fact], hit: bool) -> Piece:
    if not covering:
        return Piece(text, hit=hit)
    first, *_rest = covering = sorted(covering, key=lambda f: f.end - f.begin)
    begun = tuple(f.mark for f in covering if f.begin == begin)
    return Piece(text, tuple(f.mark for f in covering), begun, first.kind, f"{first.label}: {first.value}", hit)


def value(said: Saying, held: Holdings) -> str:
    """What the record says, in words."""
    event, (field, *position) = said.event, said.field.split(".")
    if field == "stops":
        return place(event, int(position[0]), held.areas)
    if field == "attendees":
        who = event.attendees[int(position[0]) - 1]
        return " · ".join(x for x in (called(who, held), None if who.label else who.role, who.organization) if x)
    if field == "dates":
        return when_of(event)
    return _(KIND_WORDS[event.kind]) if field == "kind" else getattr(event, field)


def called(who: Attendee, held: Holdings) -> str:
    """`Zhang Yankun 张延昆`, `Officials`: by the name that readers can read, and in Chinese where that is held."""
    person = held.people.get(who.person or "")
    if not person:
        return " ".join(x for x in (who.name, who.name_zh) if x) or who.who
    return f"{who.name or person.name} {who.name_zh or person.name_zh}".strip()


def place(event: Event, position: int, areas: Areas) -> str:
    """The place as printed, and the area where its words do not name it."""
    stop = event.stops[position - 1]
    area = areas[stop.adcode].name if stop.adcode else ""
    name = stop.place if area in stop.place.replace("’", "'") else f"{stop.place} ({area})"
    if len(event.stops) == 1:
        return name
    return _("stop {n} of {all}: {place}", n=position, all=len(event.stops), place=name)


def tags(said: Saying, held: Holdings) -> tuple[str, ...]:
    event, (field, *position) = said.event, said.field.split(".")
    if field == "dates":
        return (_(YEAR_WORDS[event.date_basis]),) if event.date_basis in YEAR_WORDS else ()
    if field == "stops":
        unknown = event.start and event.start != event.end and not event.stops[int(position[0]) - 1].date
        return (_("day not stated"),) if unknown else ()
    if field != "attendees":
        return ()
    who = event.attendees[int(position[0]) - 1]
    person = held.people.get(who.person or "")
    count = who.headcount.model_dump() | {"headcount": who.headcount.value}
    found = {
        _("number not stated"): who.headcount.basis == "not_stated",
        headcount(count): who.headcount.basis not in ("named", "not_stated"),
        _("pinyin by us"): bool(person and person.name_basis == "romanized" and not who.name),
        _("linked by inference"): who.linked_by == "inferred",
    }
    return tuple(tag for tag, holds in found.items() if holds)


def note(said: Saying) -> str:
    """Readings and doubts about an attendee; the sites of a stop."""
    field, *position = said.field.split(".")
    if field == "attendees":
        return said.event.attendees[int(position[0]) - 1].note or ""
    sites = said.event.stops[int(position[0]) - 1].sites if field == "stops" else ()
    return _("Sites: {sites}.", sites="; ".join(sites)) if sites else ""
