"""Checked records in, tidy frames out: six tables, the same columns whether there are records or none, and an index of words.

Frames are pandas. Ids and words from a short list are categories, and a key that joins two tables has the same
categories in both: a join then compares integers, which is what keeps a million events quick.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.data.areas import level, lineage
from dashboard.data.keys import Keys
from dashboard.data.occasions import occasions
from dashboard.data.records import Article, Attendee, Event, Saying
from dashboard.data.search import Index, Words
from dashboard.data.store import Holdings

OCCASION = ("category", "what is counted: the event, or where several articles tell of it, its first report")
REPORTS = ("int64", "number of reports of the occasion")

# table -> column -> (dtype, what it holds). The one place where columns are documented; published as they are.
COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    "articles": {  # one row: an approved article
        "article": ("category", "id of the article, the name of its file"),
        "headline": ("str", "headline in our words"),
        "publisher": ("str", "who published it"),
        "url": ("str", "where it was published, or missing"),
        "published": ("datetime64[us]", "day of publication, or missing where none is printed"),
        "language": ("str", "language of the text: en or zh"),
        "text_kind": ("str", "brief: a summary in our own words; full: the reader's own copy"),
        "note": ("str", "how far the source is trusted"),
        "revision": ("int64", "how often the record has been saved"),
    },
    "events": {  # one row: a meeting, or a visit however many stops it has, as one article tells of it
        "event": ("category", "id of the event"),
        "occasion": OCCASION,
        "reports": REPORTS,
        "article": ("category", "article that reports it"),
        "kind": ("category", "meeting or visit"),
        "title": ("str", "title in our words"),
        "topic": ("str", "what it was about"),
        "start": ("datetime64[us]", "first day, or missing where no date can be had"),
        "end": ("datetime64[us]", "last day; the first day where the article gives no last"),
        "date_precision": ("category", "day, range, month or unknown"),
        "date_basis": ("category", "where the year comes from: stated, published, url or context"),
        "date_text": ("str", "the date as printed, where no date can be had"),
        "organizer": ("category", "organizer as printed"),
        "note": ("str", "readings and doubts"),
    },
    "stops": {  # one row: a stop of an event
        "event": ("category", "id of the event"),
        "occasion": OCCASION,
        "stop": ("int64", "position in the order given, from 1"),
        "adcode": ("category", "area, GB/T 2260, six digits as text; missing abroad"),
        "place": ("str", "place as printed"),
        "sites": ("str", "sites seen there, separated by semicolons"),
        "date": ("datetime64[us]", "day of this stop, where the article gives one"),
    },
    "event_areas": {  # one row: an event and an area that holds one of its stops, at each level, once
        "event": ("category", "id of the event"),
        "occasion": OCCASION,
        "reports": REPORTS,
        "adcode": ("category", "area with a stop in it or below it"),
    },
    "attendees": {  # one row: a person or a group at an event
        "event": ("category", "id of the event"),
        "occasion": OCCASION,
        "attendee": ("int64", "position in the record, from 1"),
        "who": ("category", "what is counted once: a person, or a group within its article"),
        "name": ("str", "person's name as printed, Latin letters"),
        "name_zh": ("str", "person's name as printed, in Chinese"),
        "known_as": ("str", "person's name for readers: as printed, else from people.csv"),
        "name_basis": ("category", "how that name is known: printed, or romanized by us"),
        "label": ("str", "the group, where no person is named"),
        "role": ("category", "role held at the event"),
        "organization": ("category", "body represented"),
        "level": ("category", "national, region, prefecture, county, township or other"),
        "headcount": ("Int64", "number of people, or missing where not stated"),
        "out_of": ("Int64", "of how many, where printed"),
        "qualifier": ("category", "exact or at_least"),
        "basis": ("category", "how the number is known: named, stated, inferred or not_stated"),
        "part_of": ("Int64", "attendee row that this one is counted in"),
        "linked_by": ("category", "whether the article states the attendance or we infer it"),
        "note": ("str", "readings and doubts"),
    },
    "evidence": {  # one row: a field of an event and the span of the text that says it
        "event": ("category", "id of the event"),
        "article": ("category", "article whose text it is"),
        "mark": ("str", "name of the field within the article, as in the address"),
        "field": ("str", "field of the event: dates, stops.1, attendees.2 ..."),
        "kind": ("category", "event, date, body, place, person or group"),
        "quote": ("str", "the words themselves"),
        "sentence": ("str", "the sentence they stand in"),
        "begin": ("int64", "position of the first character in the text"),
        "end": ("int64", "position after the last character"),
    },
}


@dataclass(frozen=True)
class Frames:
    """The six tables, of any engine that Narwhals knows, the index that finds their events by words, and their keys."""

    articles: Any
    events: Any
    stops: Any
    event_areas: Any
    attendees: Any
    evidence: Any
    index: Index

    @cached_property
    def keys(self) -> Keys:
        return Keys(self)


TABLES = tuple(COLUMNS)
SENTENCE_END = re.compile(r"[.!?。！？]['\"”’]?\s+|[。！？]|\n\n")


def frames(held: Holdings) -> Frames:
    """Records of approved articles as frames; no records still give every column."""
    rows: dict[str, list[dict]] = {table: [] for table in TABLES}
    searched: list[Words] = []
    occasion = occasions(held.approved)
    reports = Counter(occasion.values())
    for article in held.approved:
        rows["articles"].append(row_of("articles", article, article=article.id))
        for event in article.events:
            ids = {"event": event.id, "occasion": occasion[event.id]}
            told = ids | {"reports": reports[occasion[event.id]]}
            rows["events"].append(row_of("events", event, **told, article=article.id, end=event.end or event.start))
            for i, stop in enumerate(event.stops, start=1):
                rows["stops"].append(row_of("stops", stop, **ids, stop=i, sites="; ".join(stop.sites) or None))
            areas = dict.fromkeys(code for s in event.stops if s.adcode for code in lineage(s.adcode) if code in held.areas)
            rows["event_areas"] += [{**told, "adcode": code} for code in areas]
            rows["attendees"] += [attendee_row(article, who, held, **ids, attendee=i) for i, who in enumerate(event.attendees, 1)]
            searched.append(words(article, event, held))
        rows["evidence"] += [evidence_row(article, saying) for saying in article.sayings()]
    return Frames(**typed(rows), index=Index(searched))


def row_of(table: str, record: object, **given: object) -> dict:
    """The fields of a record that its table has columns for, and those `given`."""
    return {column: getattr(record, column, None) for column in COLUMNS[table]} | given


def attendee_row(article: Article, who: Attendee, held: Holdings, **ids: object) -> dict:
    count = who.headcount
    person = held.people.get(who.person or "")
    return row_of(
        "attendees",
        who,
        **ids,
        who=who.person or who.name or who.name_zh or f"{article.id}/{who.label}",
        known_as=who.name or (person.name if person else who.name_zh),
        name_basis=None if who.label else person.name_basis if person and not who.name else "printed",
        headcount=count.value,
        out_of=count.out_of,
        qualifier=count.qualifier,
        basis=count.basis,
        part_of=count.part_of,
    )


def evidence_row(article: Article, said: Saying) -> dict:
    begin = said.evidence.find(article.full_text)
    end = begin + len(said.evidence.quote)
    return {
        "event": said.event.id,
        "article": article.id,
        "mark": said.mark,
        "field": said.field,
        "kind": said.kind,
        "quote": said.evidence.quote,
        "sentence": sentence_around(article.full_text, begin, end),
        "begin": begin,
        "end": end,
    }


def sentence_around(text: str, begin: int, end: int) -> str:
    """The whole sentence, or sentences, that text[begin:end] stands in."""
    start = max((m.end() for m in SENTENCE_END.finditer(text, 0, begin)), default=0)
    stop = next((m.end() for m in SENTENCE_END.finditer(text, max(begin, end - 1))), len(text))
    return text[start:stop].strip()


def sentences(text: str) -> list[str]:
    """A text cut where its sentences end."""
    ends = [m.end() for m in SENTENCE_END.finditer(text)]
    return [cut for a, b in pairwise([0, *ends, len(text)]) if (cut := text[a:b].strip())]


def words(article: Article, event: Event, held: Holdings) -> Words:
    """All that a search for this event looks in: its words, its places and people in every spelling held, the article."""
    codes = {code for s in event.stops if s.adcode for code in lineage(s.adcode) if code == s.adcode or level(code) != "region"}
    people = [held.people[a.person] for a in event.attendees if a.person]
    names = [
        *(
            n
            for area in (held.areas[c] for c in sorted(codes) if c in held.areas)
            for n in (area.name, area.name_zh, *area.aliases)
        ),
        *(n for p in people for n in (p.name, p.name_zh, *p.other_names)),
        *(n for a in event.attendees for n in (a.name, a.name_zh, a.organization)),
        *(n for s in event.stops for n in (s.place, *s.sites)),
        event.organizer,
    ]
    rest = [x for a in event.attendees for x in (a.label, a.role)]
    titles = [event.title, event.topic, article.headline]
    return Words(event.id, *(joined(x) for x in (titles, names, [*rest, article.publisher, article.full_text])))


def joined(texts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(x for x in texts if x))


def typed(rows: dict[str, list[dict]]) -> dict[str, pd.DataFrame]:
    """Rows as frames with the documented dtypes; ids and bodies have one list of categories in every table."""
    events, attending = rows["events"], rows["attendees"]
    bodies = dict.fromkeys(x for x in (*(r["organizer"] for r in events), *(r["organization"] for r in attending)) if x)
    keys = {"event": [r["event"] for r in events], "article": [r["article"] for r in rows["articles"]]}
    keys["occasion"] = keys["event"]
    keys |= {"organizer": list(bodies), "organization": list(bodies)}
    shared = {column: pd.CategoricalDtype(pd.Index(values, dtype="str")) for column, values in keys.items()}
    made = {}
    for table, columns in COLUMNS.items():
        frame = pd.DataFrame(rows[table], columns=list(columns))
        for column, (dtype, _meaning) in columns.items():
            words_first = frame[column].astype("str") if dtype == "category" else frame[column]
            frame[column] = words_first.astype(shared.get(column, dtype))
        made[table] = frame
    return made
