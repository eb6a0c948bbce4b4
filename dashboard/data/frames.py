"""Checked records in, tidy frames out: six tables, the same columns whether there are records or none.

Frames are pandas. Ids and words from a short list are categories, and a key that joins two tables has the same
categories in both: a join then compares integers, which is what keeps a million events quick.
"""

import re
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd

from dashboard.data.areas import lineage
from dashboard.data.records import Article, Attendee, Event, Saying
from dashboard.data.store import Holdings

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
    "events": {  # one row: a meeting, or a visit however many stops it has
        "event": ("category", "id of the event"),
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
        "words": ("str", "all that a search looks in, in small letters"),
    },
    "stops": {  # one row: a stop of an event
        "event": ("category", "id of the event"),
        "stop": ("int64", "position in the order given, from 1"),
        "adcode": ("category", "area, GB/T 2260, six digits as text; missing abroad"),
        "place": ("str", "place as printed"),
        "sites": ("str", "sites seen there, separated by semicolons"),
        "date": ("datetime64[us]", "day of this stop, where the article gives one"),
    },
    "event_areas": {  # one row: an event and an area that holds one of its stops, at each level, once
        "event": ("category", "id of the event"),
        "adcode": ("category", "area with a stop in it or below it"),
    },
    "attendees": {  # one row: a person or a group at an event
        "event": ("category", "id of the event"),
        "attendee": ("int64", "position in the record, from 1"),
        "who": ("category", "what is counted once: a person, or a group within its article"),
        "name": ("str", "person's name as printed, Latin letters"),
        "name_zh": ("str", "person's name in Chinese"),
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


@dataclass(frozen=True, slots=True)
class Frames:
    """The six tables, of any engine that Narwhals knows."""

    articles: Any
    events: Any
    stops: Any
    event_areas: Any
    attendees: Any
    evidence: Any


TABLES = tuple(f.name for f in fields(Frames))
SENTENCE_END = re.compile(r"[.!?。！？]['\"”’]?\s+|[。！？]|\n\n")


def frames(held: Holdings) -> Frames:
    """Records of approved articles as frames; no records still give every column."""
    rows: dict[str, list[dict]] = {table: [] for table in TABLES}
    for article in held.approved:
        rows["articles"].append(row_of("articles", article, article=article.id))
        for event in article.events:
            rows["events"].append(
                row_of(
                    "events",
                    event,
                    event=event.id,
                    article=article.id,
                    end=event.end or event.start,
                    words=words(article, event, held),
                )
            )
            for i, stop in enumerate(event.stops, start=1):
                rows["stops"].append(row_of("stops", stop, event=event.id, stop=i, sites="; ".join(stop.sites) or None))
            areas = dict.fromkeys(code for s in event.stops if s.adcode for code in lineage(s.adcode) if code in held.areas)
            rows["event_areas"] += [{"event": event.id, "adcode": code} for code in areas]
            rows["attendees"] += [attendee_row(article, event, i, who) for i, who in enumerate(event.attendees, start=1)]
        rows["evidence"] += [evidence_row(article, saying) for saying in article.sayings()]
    return Frames(**typed(rows))


def row_of(table: str, record: object, **given: object) -> dict:
    """The fields of a record that its table has columns for, and those `given`."""
    return {column: getattr(record, column, None) for column in COLUMNS[table]} | given


def attendee_row(article: Article, event: Event, i: int, who: Attendee) -> dict:
    count = who.headcount
    counted = who.person or who.name or who.name_zh or f"{article.id}/{who.label}"
    return row_of(
        "attendees",
        who,
        event=event.id,
        attendee=i,
        who=counted,
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


def words(article: Article, event: Event, held: Holdings) -> str:
    """All that a search for this event looks in: its words, its places and people in every spelling held, the article."""
    places = [n for s in event.stops if s.adcode for n in (held.areas[s.adcode].name, held.areas[s.adcode].name_zh)]
    people = [n for a in event.attendees if a.person for n in (held.people[a.person].name, held.people[a.person].name_zh)]
    printed = [x for a in event.attendees for x in (a.name, a.name_zh, a.label, a.role, a.organization)]
    stops = [x for s in event.stops for x in (s.place, *s.sites)]
    own = [event.title, event.topic, event.organizer, article.headline, article.publisher]
    return "\n".join(x for x in (*own, *places, *people, *printed, *stops, article.full_text) if x).casefold()


def typed(rows: dict[str, list[dict]]) -> dict[str, pd.DataFrame]:
    """Rows as frames with the documented dtypes; ids and bodies have one list of categories in every table."""
    events, attending = rows["events"], rows["attendees"]
    bodies = dict.fromkeys(x for x in (*(r["organizer"] for r in events), *(r["organization"] for r in attending)) if x)
    keys = {"event": [r["event"] for r in events], "article": [r["article"] for r in rows["articles"]]}
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
