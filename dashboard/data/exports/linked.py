"""Occasions as linked data: JSON-LD in the words of schema.org."""

import json

from dashboard.data.areas import lineage
from dashboard.data.exports.export import Export, urn
from dashboard.data.exports.told import Told, by_who, days, description, given, told, whose
from dashboard.data.phrases import headcount
from dashboard.words import _

CONTEXT = "https://schema.org"
DAYBOOK = {"@type": "Organization", "name": "Daybook"}


def to_jsonld(made: Export) -> bytes:
    """A graph of a Dataset, which says which view it is of, and an Event for each occasion."""
    found = told(made)
    graph = [dataset(made, found), *(event_jsonld(one, made) for one in found)]
    return inert({"@context": CONTEXT, "@graph": graph}).encode()


def inert(value: object) -> str:
    """JSON in which no text can end the `script` element that it may stand in: `<` is `\\u003c`, which JSON reads back as `<`."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c")


def dataset(made: Export, found: list[Told]) -> dict:
    """What the file says of itself, and the reports that it is based on."""
    said = [
        _("Meetings and visits from published reports. One told by several reports stands here once."),
        _("A number of people that is not stated is not given, and never 0."),
        _("Filter: {filter}.", filter="; ".join(made.filter) or _("none")),
        _("Data version {version}.", version=made.version),
    ]
    return given(
        **{"@type": "Dataset", "@id": urn(f"events?{made.query}")},
        name=_("Daybook: official meetings and field visits"),
        description=" ".join(said),
        version=made.version,
        dateModified=made.reviewed.isoformat(),
        creator=DAYBOOK,
        creditText=made.attribution,
        isBasedOn=list(dict.fromkeys(report["url"] for one in found for report in one.reports if report["url"])),
    )


def event_jsonld(one: Told, made: Export) -> dict:
    """One occasion as a schema.org Event, without a context; for `inert({"@context": CONTEXT, **event_jsonld(one, made)})`.

    `one` is an item of `told(made)`, where `made` is an export of events; for a single one, its `rows` narrowed to it.
    Days stand there as exactly as they are known, and not at all where they are not. The article's headline and the
    words of a brief are ours, and say so. Of groups without a number none is given.
    """
    row, page = one.leading, made.page(one.leading["event"])
    first, last = days(row) or (None, None)
    people, groups = by_who(one.people).values(), by_who(one.groups).values()
    return given(
        **{"@type": "Event", "@id": page or urn(row["occasion"])},
        identifier=row["occasion"],
        url=page,
        name=row["title"],
        description=description(row),
        keywords=row["kind"],
        startDate=first,
        endDate=last,
        location=[place(stop, made) for stop in one.stops],
        organizer=body(row["organizer"]),
        attendee=[*(person(rows, made) for rows in people), *(group(rows[0]) for rows in groups)],
        subjectOf=[source for report in one.reports for source in (report_of(report), quotation(report))],
    )


def place(stop: dict, made: Export) -> dict:
    """A stop: the place as printed, in its areas. A point is its area's, so it stands there."""
    above = lineage(stop["adcode"]) if stop["adcode"] else ()  # a stop abroad has no code
    within = None
    for area in (made.held.areas[code] for code in reversed(above) if code in made.held.areas):
        within = given(
            **{"@type": "AdministrativeArea"},
            name=area.name,
            alternateName=area.name_zh,
            identifier={"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": area.adcode},
            geo=point(made, area.adcode),
            containedInPlace=within,
        )
    return given(**{"@type": "Place"}, name=stop["place"], description=stop["sites"], containedInPlace=within)


def point(made: Export, adcode: str) -> dict | None:
    if adcode not in made.labels:
        return None
    longitude, latitude = made.labels[adcode]
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def person(rows: list[dict], made: Export) -> dict:
    """A person in the posts held at this occasion."""
    row, held = rows[0], made.held.people.get(rows[0]["who"])
    name = row["known_as"] or row["name_zh"]
    others = [row["name_zh"], *((held.name, held.name_zh, *held.other_names) if held else ())]
    return given(
        **{"@type": "Person"},
        name=name,
        alternateName=list(dict.fromkeys(other for other in others if other and other != name)),
        identifier=held.id if held else None,
        description=" ".join(remarks(row)),
        disambiguatingDescription=held.note if held else None,
        jobTitle=list(dict.fromkeys(r["role"] for r in rows if r["role"])),
        affiliation=[body(name) for name in dict.fromkeys(r["organization"] for r in rows if r["organization"])],
    )


def group(row: dict) -> dict:
    """People who are not named: how many they are stands there in words, as it is known."""
    number = _("Number of people: {n}.", n=headcount(row))
    said = " ".join([number, *remarks(row)])
    return given(**{"@type": "Organization"}, name=row["label"], description=said, memberOf=body(row["organization"]))


def remarks(row: dict) -> list[str]:
    """What is ours in a row of attendees."""
    romanized = _("Name romanized by us.") if row["name_basis"] == "romanized" else None
    inferred = _("The report does not say that they took part: we conclude it.") if row["linked_by"] == "inferred" else None
    return [said for said in (romanized, inferred) if said]


def body(name: str | None) -> dict | None:
    return {"@type": "Organization", "name": name} if name else None


def report_of(row: dict) -> dict:
    """The published report. Its headline is not what stands here: ours does."""
    return given(
        **{"@type": "NewsArticle"},
        headline=row["headline"],
        description=_("The headline is in our words."),
        url=row["url"],
        datePublished=row["published"],
        publisher=body(row["publisher"]),
    )


def quotation(row: dict) -> dict:
    """The sentence that says the event, and whose words it is."""
    ours = DAYBOOK if row["text_kind"] == "brief" else None
    return given(**{"@type": "Quotation"}, text=row["sentence"], description=whose(row), creator=ours, isBasedOn=row["url"])
