"""Occasions as people, bodies and posts: Popolo, the data of open government."""

from collections.abc import Iterator

from dashboard.data.areas import lineage
from dashboard.data.exports.export import Export, encoded
from dashboard.data.exports.told import Told, by_who, days, description, given, saying, told, when
from dashboard.data.store import Holdings, Person
from dashboard.words import _


def to_popolo(made: Export) -> bytes:
    """Persons, organizations, memberships, events and areas that refer to each other by id (https://www.popoloproject.com).

    A person's id is what is counted once, an organization's is its name as printed, an area's is its adcode. A
    membership is a role in a body that a report states for a person. Popolo has no words for the stops of an event and
    for people who are not named: `stops` and `groups` of an event, and `linked_by` of an attendee, are ours.
    """
    found = told(made)
    persons, bodies, memberships = {}, {}, {}
    for row in (who for one in found for who in one.people):
        cite(persons, row["who"], person(row, made.held.people.get(row["who"])), row)
        if row["role"] and row["organization"]:
            post = {"person_id": row["who"], "organization_id": row["organization"], "role": row["role"]}
            cite(memberships, tuple(post.values()), post, row)
    for name, row in named(found):
        cite(bodies, name, {"id": name, "name": name}, row)
    codes = {code for one in found for stop in one.stops if stop["adcode"] for code in lineage(stop["adcode"])}
    return encoded(
        {
            "meta": made.about(),
            "persons": with_sources(persons),
            "organizations": with_sources(bodies),
            "memberships": with_sources(memberships),
            "events": [event(one) for one in found],
            "areas": [area(code, made.held) for code in sorted(codes) if code in made.held.areas],
        }
    )


def cite(found: dict, key: object, record: dict, row: dict) -> None:
    """Put a record under its key, if it is not there yet, and the row's source beside those that it has."""
    _record, cited = found.setdefault(key, (record, {}))
    cited.update((tuple(source.values()), source) for source in sources(row))


def with_sources(found: dict) -> list[dict]:
    """The records that were cited, each source once."""
    return [record | {"sources": list(cited.values())} for record, cited in found.values()]


def sources(row: dict) -> list[dict]:
    """Where a row is from: a link, and the sentence as its note. Popolo has no source without an address."""
    said = {"note": f"{when(row)}: {saying(row)}"}
    return [{"url": row["url"], **said}] if row["url"] else []


def named(found: list[Told]) -> Iterator[tuple[str, dict]]:
    """Every mention of a body, with the row that says it."""
    for one in found:
        if one.leading["organizer"]:
            yield one.leading["organizer"], one.leading | {"sentence": one.leading["organizer_sentence"]}
        yield from ((who["organization"], who) for who in (*one.people, *one.groups) if who["organization"])


def person(row: dict, held: Person | None) -> dict:
    """A person under the name for readers; a note says which of the others is printed, and which is ours."""
    name = row["known_as"] or row["name_zh"]
    others = {name: _("Latin letters by us, from the Chinese")} if row["name_basis"] == "romanized" else {}
    if chinese := row["name_zh"] or (held.name_zh if held else ""):
        others |= {chinese: _("Chinese")} if chinese != name else {}
    spellings = (held.name, *held.other_names) if held else ()
    others |= {other: _("other spelling") for other in spellings if other not in (name, *others)}
    return given(id=row["who"], name=name, other_names=[{"name": other, "note": note} for other, note in others.items()])


def event(one: Told) -> dict:
    """An occasion, with the sources of all its reports."""
    row = one.leading
    first, last = days(row) or (None, None)
    return given(
        id=row["occasion"],
        name=row["title"],
        description=description(row),
        classification=row["kind"],
        start_date=first,
        end_date=last,
        location=row["places"],
        organization_id=row["organizer"],
        attendees=[{"id": who, "linked_by": rows[0]["linked_by"]} for who, rows in by_who(one.people).items()],
        sources=[source for report in one.reports for source in sources(report)],
        stops=[given(place=s["place"], area_id=s["adcode"], date=s["date"]) for s in one.stops],
        groups=[group(rows[0]) for rows in by_who(one.groups).values()],
    )


def group(row: dict) -> dict:
    """People who are not named. Without a number there is no `headcount`: it is not 0."""
    numbers = {column: row[column] for column in ("headcount", "out_of")}
    return given(
        name=row["label"],
        role=row["role"],
        organization_id=row["organization"],
        **numbers,
        qualifier=row["qualifier"] if row["headcount"] else None,
        basis=row["basis"],
        linked_by=row["linked_by"],
    )


def area(code: str, held: Holdings) -> dict:
    found = held.areas[code]
    return given(
        id=code,
        name=found.name,
        other_names=[{"name": found.name_zh, "note": _("Chinese")}],
        identifier=code,
        classification=found.unit,
        parent_id=next((wider for wider in lineage(code)[1:] if wider in held.areas), None),
    )
