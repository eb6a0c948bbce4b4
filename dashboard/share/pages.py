"""A record in, what its page says out: every sentence that a reader sees is made here, the templates only place them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

from dashboard import library, pictures
from dashboard.data import citations, phrases, titles
from dashboard.data.citations import Citation, Edition
from dashboard.data.exports import told as tell
from dashboard.data.exports.linked import CONTEXT, event_jsonld, inert
from dashboard.data.exports.told import Told
from dashboard.data.facts import KIND_WORDS, MARK_WORDS, Fact, facts
from dashboard.data.filters import Filter
from dashboard.data.records import Article, Event
from dashboard.figures.palette import SIGNS
from dashboard.library import Library
from dashboard.share.text import paragraphs
from dashboard.words import _

LONGEST = 300  # characters of a description: what previews of links show at most


@dataclass(frozen=True, slots=True)
class Page:
    """What every page of a record has: for who reads it, and for machines that preview or index it."""

    template: str
    id: str
    title: str
    description: str
    alt: str  # what the picture shows
    published: dt.date | None
    article: Article
    jsonld: str
    citation: Citation
    edition: Edition
    body: Mapping[str, Any]


class Entry(NamedTuple):
    """A fact on a page: its number ties it to the text; `about` is the address of the person or body that it names."""

    number: int
    fact: Fact
    quote: str
    about: str


class Group(NamedTuple):
    """An event with its facts, and what is not known of it: label and what is said instead."""

    event: Event
    sign: str
    line: str
    entries: list[Entry]
    missing: list[tuple[str, str]]
    records: str


class Other(NamedTuple):
    """Another report of the same occasion, and each value in which it differs."""

    event: str
    title: str
    publisher: str
    apart: str


@lru_cache(maxsize=2)
def records(held: Library) -> Mapping[str, tuple[Article, Event | None]]:
    """id -> an article that counts; or one of its events, and the article."""
    events = {event.id: (article, event) for article in held.held.approved for event in article.events}
    return events | {article.id: (article, None) for article in held.held.approved}


def page(held: Library, id: str, site: str, today: dt.date) -> Page | None:
    """The page of an article or an event; None where there is none, or it does not count."""
    found = records(held).get(id)
    if found is None:
        return None
    edition = Edition(held.held.version, library.reviewed(held), site, today)
    article, event = found
    return event_page(held, article, event, edition) if event else article_page(held, article, edition)


@lru_cache(maxsize=128)
def article_page(held: Library, article: Article, edition: Edition) -> Page:
    groups = [group(held, article, event) for event in article.events]
    named = "; ".join(titles.where(event, held.held.areas) for event in article.events)
    return Page(
        "article.html",
        article.id,
        article.headline,
        shortened(titles.about_article(article)),
        _("Map with the places of this report: {places}", places=named) if drawn(held, article.events) else article.headline,
        article.published,
        article,
        jsonld(tellings(held, article.events, edition.site)),
        citations.of_article(article, edition),
        edition,
        {
            "paragraphs": paragraphs(article.full_text, facts(article, held.held)),
            "groups": groups,
            "legend": [(kind, _(words)) for kind, words in MARK_WORDS.items() if kind in kinds_of(groups)],
            "drawn": drawn(held, article.events),
            "dashboard": address("articles", article=article.id),
        },
    )


@lru_cache(maxsize=128)
def event_page(held: Library, article: Article, event: Event, edition: Edition) -> Page:
    found, made = tellings(held, [event], edition.site)
    own = group(held, article, event)
    where = titles.where(event, held.held.areas)
    return Page(
        "event.html",
        event.id,
        event.title,
        shortened(titles.about_event(event, article, held.held.areas)),
        _("Map with the places of this event: {places}", places=where) if drawn(held, [event]) else event.title,
        article.published,
        article,
        jsonld((found, made)),
        citations.of_event(event, article, edition),
        edition,
        {
            "group": own,
            "drawn": drawn(held, [event]),
            "stops": [held.held.areas[s.adcode].name if s.adcode else s.place for s in event.stops],
            "others": list(others(found[0], event.id)),
            "dashboard": address("articles", article=article.id, mark=own.entries[0].fact.mark),
        },
    )


def kinds_of(groups: Iterable[Group]) -> set[str]:
    return {entry.fact.kind for group in groups for entry in group.entries}


def drawn(held: Library, events: Iterable[Event]) -> bool:
    """Whether a map shows where these were."""
    return any(pictures.signs_of(held, event) for event in events)


def group(held: Library, article: Article, event: Event) -> Group:
    line = f"{_(KIND_WORDS[event.kind])} · {phrases.when_of(event)} · {titles.where(event, held.held.areas)}"
    said = zip(article.sayings(), facts(article, held.held), strict=True)
    entries = [
        Entry(n, fact, saying.evidence.quote, address("attendees", **fact.about) if fact.about else "")
        for n, (saying, fact) in enumerate(said, 1)
        if saying.event is event
    ]
    return Group(
        event, SIGNS[event.kind], line, entries, list(missing(event)), address("records", table="events", event=event.id)
    )


def missing(event: Event) -> Iterator[tuple[str, str]]:
    """What the article does not say, each said to be so."""
    if not event.evidence.dates:
        yield _("Date"), phrases.when_of(event)
    for label, known in ((_("Place"), event.stops), (_("Organizer"), event.organizer), (_("Took part"), event.attendees)):
        if not known:
            yield label, _("not stated")


def others(one: Told, event: str) -> Iterator[Other]:
    """The other reports of an occasion, each with what it says otherwise than this one."""
    said = {r["event"]: (tell.when(r), r["places"] or _("place not stated"), r["organizer"] or "") for r in one.reports}
    for report in one.reports:
        if report["event"] != event:
            apart = [mine for mine, other in zip(said[report["event"]], said[event], strict=True) if mine and mine != other]
            yield Other(report["event"], report["title"], report["publisher"], " · ".join(apart))


def tellings(held: Library, events: Iterable[Event], site: str) -> tuple[list[Told], Any]:
    """The occasions of these events, each with all that reports it, and the export that they are from."""
    made = library.export(held, Filter(), "events", site=site)
    wanted = made.rows[made.rows["event"].isin([event.id for event in events])]["occasion"]
    made = replace(made, rows=made.rows[made.rows["occasion"].isin(wanted)])
    return tell.told(made), made


def jsonld(found: tuple[list[Told], Any]) -> str:
    """Linked data in which no text can end the element that it stands in."""
    graph = [event_jsonld(one, found[1]) for one in found[0]]
    return inert({"@context": CONTEXT, "@graph": graph} if len(graph) != 1 else {"@context": CONTEXT, **graph[0]})


def shortened(text: str) -> str:
    """The beginning of a text that ends with a word."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def address(page: str, **params: str) -> str:
    """The address of a page of the dashboard."""
    return f"/{page}?{urlencode(params)}"


def years(held: Library) -> list[tuple[str, list[Article]]]:
    """Every article that counts by its year, the latest first, and last those without a date."""
    order = sorted(held.held.approved, key=lambda a: (a.published or dt.date.min, a.id), reverse=True)
    return [(year, list(found)) for year, found in groupby(order, key=lambda a: str(a.published.year) if a.published else "")]
