"""An article and words of it in, the article with what they say put in out, as our own rules read them. Nothing is saved here."""

from typing import Any

from dashboard.curation.edits import Known, event_of, person, short, with_event
from dashboard.data.errors import BadRecord
from dashboard.data.evidence import Evidence
from dashboard.data.records import Article, Attendee, Event, EventEvidence, Headcount, Kind, Stop
from dashboard.extract import dates, places
from dashboard.extract.levels import level
from dashboard.words import N_


def add(article: Article, event: str, what: str, words: Evidence, known: Known) -> tuple[Article, str]:
    """Put in a value that these words say, as our own rules read them; with its mark."""
    to = event_of(article, event)
    if what == "stop":
        found = [m.value for m in places.find(words.quote, known.areas) if m.value]
        code = found[-1] if found else None
        stops = (
            *to.stops,
            Stop.model_validate({"adcode": code, "place": words.quote, "evidence": words}, context={"areas": known.areas}),
        )
        return with_event(article, to, stops=stops), f"{event}.stops.{len(stops)}"
    if what in ("person", "group"):
        attendees = (*to.attendees, newcomer(what, words, article.language, known))
        return with_event(article, to, attendees=attendees), f"{event}.attendees.{len(attendees)}"
    if what not in ("dates", "topic", "organizer"):
        raise BadRecord(N_("{what!r} cannot be added to an event."), what=what)
    value = read_dates(words.quote, article) if what == "dates" else {what: words.quote}
    return with_event(article, to, **value, evidence=to.evidence.model_copy(update={what: words})), f"{event}.{what}"


def newcomer(what: str, words: Evidence, language: str, known: Known) -> Attendee:
    of = level(words.quote, known.areas)
    if what == "group":
        return Attendee(label=words.quote, level=of, headcount=Headcount(basis="not_stated"), evidence=words)
    name, name_zh = (None, words.quote) if language == "zh" else (words.quote, None)
    known_as, count = person(name, name_zh, known.people), Headcount(value=1, basis="named")
    return Attendee(person=known_as, name=name, name_zh=name_zh, level=of, headcount=count, evidence=words)


def read_dates(words: str, article: Article) -> dict[str, Any]:
    """The day that words give; where there is none without a guess, the words themselves."""
    found = [m.value for m in dates.find(words, article.language, article.published) if m.value.start]
    if not found:
        return {"start": None, "end": None, "date_precision": "unknown", "date_basis": None, "date_text": words}
    when = found[0]
    return {
        "start": when.start,
        "end": when.end,
        "date_precision": when.precision,
        "date_basis": when.year_basis,
        "date_text": None,
    }


def new_event(article: Article, kind: Kind, words: Evidence) -> tuple[Article, str]:
    """An event more, said by these words, with nothing else known of it; with the mark of its kind."""
    used = {short(article, event) for event in article.events}
    name = next(made for n in range(1, len(used) + 2) if (made := f"{kind[0]}{n}") not in used)
    event = Event(
        id=f"{article.id}--{name}",
        kind=kind,
        title=words.quote[:1].upper() + words.quote[1:],
        date_precision="unknown",
        evidence=EventEvidence(kind=words),
    )
    return article.model_copy(update={"events": (*article.events, event)}), f"{name}.kind"
