"""A report's text in, a draft Article out, with what each proposed value rests on. Nothing in it counts before a review."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.data.areas import Areas
from dashboard.data.records import Article, Event, EventEvidence, Review, Stop
from dashboard.data.store import Person
from dashboard.extract import attendees as coming
from dashboard.extract.annotate import Marks, annotate
from dashboard.extract.assemble import assemble
from dashboard.extract.elsewhere import At
from dashboard.extract.quotes import evidence
from dashboard.extract.stops import stops, with_meetings
from dashboard.extract.text import BadText, Report, report_of
from dashboard.extract.titles import headline, title
from dashboard.extract.told import Told
from dashboard.extract.when import When
from dashboard.words import N_

MOST_EVENTS = 40
MOST_ATTENDEES = 500  # each quote is looked for in the whole text when the record is checked
BY = "daybook extract"
NOT_STATED = "Not stated"
HEADER = N_("printed as the article's own date")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a value of the draft rests on, in words, and what it may be instead. `mark` is that of `Article.sayings`."""

    mark: str
    basis: str
    alternatives: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    article: Article
    proposals: tuple[Proposal, ...]


def draft(text: str, *, published: dt.date | None = None, areas: Areas, people: Mapping[str, Person], today: dt.date) -> Draft:
    """Raises BadText for a text that no draft can be made from."""
    report = report_of(text)
    marks = annotate(report, areas, people, published)
    told = assemble(report, marks)
    told = [event for event in told if not ahead(event, published)] or told  # all of them: the article's date may be wrong
    told = [event for event in told if not long_ago(event, published)] or told
    if len(told) > MOST_EVENTS:
        raise BadText(N_("The text tells of more than {most} events: give one report at a time."), most=MOST_EVENTS)
    at = with_meetings(told, [stops(event, marks, report) for event in told])
    who = [coming.attendees(event, marks, report, areas) for event in told]
    if sum(map(len, who)) > MOST_ATTENDEES:
        raise BadText(N_("The text names more than {most} attendees: give one report at a time."), most=MOST_ATTENDEES)
    meeting = next((w for event, w in zip(told, who, strict=True) if event.kind == "meeting"), [])
    who = [w or coming.inferred(e, meeting, report) if e.kind == "visit" else w for e, w in zip(told, who, strict=True)]
    name = article_id(report, told, at, areas, published)
    events, proposals, n = [], header_dates(marks, published), {"meeting": 0, "visit": 0}
    for event, places, came in zip(told, at, who, strict=True):
        n[event.kind] += 1
        short = f"{event.kind[0]}{n[event.kind]}"
        events.append(built(f"{name}--{short}", event, places, came, report, areas))
        proposals += proposed(short, event, places, came)
    article = Article.model_validate(
        {
            "id": name,
            "headline": headline(report),
            "publisher": publisher(report),
            "url": None,
            "published": published,
            "language": report.language,
            "text_kind": "full",
            "text": report.paragraphs,
            "events": events,
            "review": Review(status="draft", by=BY, at=today),
        },
        context={"areas": areas},
    )
    return Draft(article, tuple(proposals))


def long_ago(event: Told, published: dt.date | None) -> bool:
    """Whether it was more than a year before the article, which then tells it as what went before."""
    end = event.date.value.end if event.date else None
    return bool(published and end and end < published - dt.timedelta(366))


def ahead(event: Told, published: dt.date | None) -> bool:
    """Whether its day lies behind the article's: it is planned, whatever the words."""
    start = event.date.value.start if event.date else None
    return bool(published and start and start > published)


def built(name: str, event: Told, places: list[At], came: list[coming.Coming], report: Report, areas: Areas) -> Event:
    when, text = event.date.value if event.date else When(), report.printed
    return Event.model_validate(
        {
            "id": name,
            "kind": event.kind,
            "title": title(event, places, report, areas),
            "start": when.start,
            "end": when.end,
            "date_precision": when.precision,
            "date_basis": when.year_basis,
            "date_text": text[event.date.start : event.date.end] if event.date and not when.start else None,
            "organizer": event.organizer.value if event.organizer else None,
            "stops": [
                Stop.model_validate(
                    {
                        "adcode": p.mention.value,
                        "place": text[p.mention.start : p.mention.end],
                        "date": p.date,
                        "evidence": evidence(text, p.mention.start, p.mention.end),
                    },
                    context={"areas": areas},
                )
                for p in places
            ],
            "attendees": [who for who, _basis, _others in came],
            "evidence": EventEvidence(
                kind=evidence(text, event.trigger.start, event.trigger.end),
                dates=evidence(text, event.date.start, event.date.end) if event.date else None,
                organizer=evidence(text, event.organizer.start, event.organizer.end) if event.organizer else None,
            ),
        },
        context={"areas": areas},
    )


def proposed(short: str, event: Told, places: list[At], came: list[coming.Coming]) -> list[Proposal]:
    """A proposal for each saying of an event; the basis of a date has two parts: where it stands, and where its year is from."""
    made = [Proposal(f"{short}.kind", event.trigger.basis)]
    if event.date:
        made.append(Proposal(f"{short}.dates", f"{event.date_from}; {event.date.basis}", event.date.alternatives))
    if event.organizer:
        made.append(Proposal(f"{short}.organizer", event.organizer.basis))
    for i, p in enumerate(places, start=1):
        made.append(Proposal(f"{short}.stops.{i}", f"{p.basis}; {p.mention.basis}", p.mention.alternatives))
    return made + [Proposal(f"{short}.attendees.{i}", basis, others) for i, (_who, basis, others) in enumerate(came, start=1)]


def header_dates(marks: Marks, published: dt.date | None) -> list[Proposal]:
    """The article's date is never taken from the text, only proposed: a found one was right in 16 of 34 reports."""
    found = [m.value.start for m in marks.headers if m.value.start and m is not marks.form.day]
    others = tuple(day for day in dict.fromkeys(found) if day != published)
    return [Proposal("published", HEADER, others)] if others else []


def article_id(report: Report, told: list[Told], at: list[list[At]], areas: Areas, published: dt.date | None) -> str:
    """`2023-08-13-chifeng-meeting-1f0c9a`: the end keeps two reports of a day apart."""
    codes = [p.mention.value for places in at for p in places if p.mention.value]
    words = f"{areas[codes[0]].name if codes else ''} {told[0].kind if told else 'report'}".lower()
    slug = "-".join(re.findall("[a-z0-9]+", words.replace("'", "")))[:60].strip("-")
    return f"{published or 'undated'}-{slug}-{hashlib.sha256(report.printed.encode()).hexdigest()[:6]}"


def publisher(report: Report) -> str:
    m = re.search(r"(?:来源|稿源)[：:]\s?([^\s：:，。|]{2,30})|\bSource: ([^\n.|]{2,60})", report.text)
    return (m[1] or m[2]).strip() if m else NOT_STATED
