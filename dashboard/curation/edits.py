"""An article and what a curator did to one value in, the article with that done out. Pure: nothing is saved here.

Values are named by their marks (`m1.dates`, `v1.stops.2`), as in `Article.sayings`. The records check themselves when
the article is saved; what is refused here is only what cannot be put into one.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.data.areas import Areas
from dashboard.data.errors import BadRecord
from dashboard.data.evidence import Evidence
from dashboard.data.records import Article, Attendee, Event, Saying, Stop
from dashboard.data.store import Person
from dashboard.extract.quotes import evidence
from dashboard.words import N_

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What a value may point to."""

    areas: Areas
    people: Mapping[str, Person]


def saying(article: Article, mark: str) -> Saying:
    """Raises BadRecord for a mark that the article has not."""
    for said in article.sayings():
        if said.mark == mark:
            return said
    raise BadRecord(N_("There is no value {mark!r} in this article any more: look at it again."), mark=mark)


def said_in(article: Article, start: int, end: int) -> Evidence:
    """The words of the article from here to there, as evidence."""
    if not article.full_text[start:end].strip():
        raise BadRecord(N_("No words were chosen: select those that say it."))
    return evidence(article.full_text, start, end)


def point(article: Article, mark: str, words: Evidence) -> Article:
    """Let other words say a value."""
    said = saying(article, mark)
    field, *position = said.field.split(".")
    if not position:
        return with_event(article, said.event, evidence=said.event.evidence.model_copy(update={field: words}))
    rows = list(getattr(said.event, field))
    n = int(position[0]) - 1
    rows[n] = rows[n].model_copy(update={"evidence": words})
    return with_event(article, said.event, **{field: tuple(rows)})


def reject(article: Article, mark: str) -> Article:
    """Take a value out. The kind of an event is what it is: the event has to go with it."""
    said = saying(article, mark)
    event, (field, *position) = said.event, said.field.split(".")
    if field == "kind":
        return without_event(article, event)
    if field == "stops":
        return with_event(article, event, stops=without(event.stops, int(position[0])))
    if field == "attendees":
        return with_event(article, event, attendees=without_attendee(event.attendees, int(position[0])))
    empty: dict[str, Any] = {field: None}
    if field == "dates":
        empty = {"start": None, "end": None, "date_precision": "unknown", "date_basis": None, "date_text": None}
    return with_event(article, event, **empty, evidence=event.evidence.model_copy(update={field: None}))


def without(rows: tuple, position: int) -> tuple:
    return (*rows[: position - 1], *rows[position:])


def without_attendee(rows: tuple[Attendee, ...], position: int) -> tuple[Attendee, ...]:
    """Those who are counted in the one that goes are counted in nobody; rows behind it move up."""

    def moved(whole: int | None) -> int | None:
        return None if whole in (None, position) else whole - (whole > position)

    return tuple(
        who.model_copy(update={"headcount": who.headcount.model_copy(update={"part_of": moved(who.headcount.part_of)})})
        for who in without(rows, position)
    )


def edit(article: Article, mark: str, fields: Fields, known: Known) -> Article:
    """Give a value other contents. Fields that are not named stay as they are. Raises BadRecord."""
    said = saying(article, mark)
    event, (field, *position) = said.event, said.field.split(".")
    if field == "kind":
        return with_event(article, event, **pick(fields, "kind", "title"))
    if field == "dates":
        return with_event(article, event, **dated(event, fields))
    if field in ("topic", "organizer"):
        return with_event(article, event, **{field: fields.get("value", "").strip() or getattr(event, field)})
    rows = list(getattr(event, field))
    n = int(position[0]) - 1
    change = stop_of if field == "stops" else attendee_of
    rows[n] = change(rows[n], fields, known)
    return with_event(article, event, **{field: tuple(rows)})


def pick(fields: Fields, *names: str) -> dict[str, str | None]:
    """Those of the fields that were given; an empty one is none."""
    return {name: fields[name].strip() or None for name in names if name in fields}


def day(text: str | None) -> dt.date | None:
    """Raises BadRecord for what is no day."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRecord(N_("{text!r} is no day: write it like 2023-08-12."), text=text) from None


def whole(text: str | None) -> int | None:
    """Raises BadRecord for what is no number of people."""
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,7}", text) or not int(text):
        raise BadRecord(N_("{text!r} is no number of people: write digits, or nothing where none is stated."), text=text)
    return int(text)


def dated(event: Event, fields: Fields) -> dict[str, Any]:
    given = pick(fields, "start", "end", "date_precision", "date_basis", "date_text")
    start = day(given["start"]) if "start" in given else event.start
    end = day(given["end"]) if "end" in given else event.end
    if not start:
        printed = given.get("date_text") or event.date_text or (event.evidence.dates and event.evidence.dates.quote)
        return {"start": None, "end": None, "date_precision": "unknown", "date_basis": None, "date_text": printed}
    precision = given.get("date_precision") or event.date_precision
    if precision == "unknown" or (precision != "month" and "date_precision" not in given):
        precision = "range" if end and end > start else "day"
    basis = given.get("date_basis") or event.date_basis or "stated"
    return {"start": start, "end": end, "date_precision": precision, "date_basis": basis, "date_text": None}


def stop_of(stop: Stop, fields: Fields, known: Known) -> Stop:
    changes: dict[str, Any] = pick(fields, "place", "adcode")
    if "adcode" in changes:
        changes["adcode"] = area(changes["adcode"], known.areas)
    if "date" in fields:
        changes["date"] = day(fields["date"].strip())
    if "sites" in fields:
        changes["sites"] = tuple(site.strip() for site in re.split("[;；]", fields["sites"]) if site.strip())
    return stop.model_copy(update=changes)


def named(adcode: str, areas: Areas) -> str:
    """An area as `area` knows it again: by its name, with its code before it where the name alone means another."""
    name = areas[adcode].name
    return name if areas.named(name) == [areas[adcode]] else f"{adcode} {name}"


def area(words: str | None, areas: Areas) -> str | None:
    """The adcode of an area given by code, by code and name or by name; none is abroad, or not known. Raises BadRecord."""
    code = words[:6] if words else None
    if code is None or (code in areas and words in (code, named(code, areas))):
        return code
    found = areas.named(words)
    if len(found) == 1:
        return found[0].adcode
    near = ", ".join(f"{a.adcode} {a.name}" for a in (found or areas.near(words)))
    if found:
        raise BadRecord(N_("Several areas are called {words!r}: {near}. Give the code of the one meant."), words=words, near=near)
    raise areas.unknown(words)


def attendee_of(who: Attendee, fields: Fields, known: Known) -> Attendee:
    changes: dict[str, Any] = pick(fields, "name", "name_zh", "label", "role", "organization", "level", "linked_by", "note")
    if not who.label:
        name, name_zh = changes.get("name", who.name), changes.get("name_zh", who.name_zh)
        if (name, name_zh) != (who.name, who.name_zh):
            changes["person"] = person(name, name_zh, known.people)
    elif {"value", "out_of", "qualifier", "basis"} & {*fields}:
        value = whole(fields["value"].strip()) if "value" in fields else who.headcount.value
        basis = fields.get("basis") or ("stated" if who.headcount.basis == "not_stated" else who.headcount.basis)
        changes["headcount"] = who.headcount.model_copy(
            update={
                "value": value,
                "out_of": whole(fields["out_of"].strip()) if "out_of" in fields else who.headcount.out_of,
                "qualifier": fields.get("qualifier") or who.headcount.qualifier,
                "basis": ("stated" if basis == "not_stated" else basis) if value else "not_stated",
            }
        )
    return who.model_copy(update=changes)


def person(name: str | None, name_zh: str | None, people: Mapping[str, Person]) -> str | None:
    """The id of the one person of that name; none where there is none, or several."""
    found = [p.id for p in people.values() if (name_zh and p.name_zh == name_zh) or (name and name in (p.name, *p.other_names))]
    return found[0] if len(found) == 1 else None


def short(article: Article, event: Event) -> str:
    """What marks call an event: `m1`."""
    return event.id.removeprefix(f"{article.id}--")


def event_of(article: Article, name: str) -> Event:
    for event in article.events:
        if short(article, event) == name:
            return event
    raise BadRecord(N_("There is no event {name!r} in this article any more: look at it again."), name=name)


def with_event(article: Article, event: Event, **changes: Any) -> Article:
    after = event.model_copy(update=changes)
    return article.model_copy(update={"events": tuple(after if e.id == event.id else e for e in article.events)})


def without_event(article: Article, event: Event) -> Article:
    return article.model_copy(update={"events": tuple(e for e in article.events if e.id != event.id)})
