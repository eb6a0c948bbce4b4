"""A draft in, what the review page shows of it out: its events, each value with its quote, its basis and a form to change it.

The shapes are those that components/review.py takes.
"""

from collections.abc import Mapping
from typing import Any

from dashboard.curation.edits import named, short
from dashboard.curation.proposals import Beside
from dashboard.data import facts
from dashboard.data.areas import Areas, lineage
from dashboard.data.phrases import when_of
from dashboard.data.records import Article, Attendee, Event, Saying, Stop
from dashboard.data.store import Holdings
from dashboard.data.vocabulary import KIND_WORDS, LEVEL_WORDS, LEVELS
from dashboard.words import N_, _, ngettext

PRECISION = {"day": N_("a day"), "range": N_("from one day to another"), "month": N_("a month"), "unknown": N_("not known")}
YEAR = {
    "stated": N_("printed"),
    "published": N_("from the article's date"),
    "url": N_("from the address"),
    "context": N_("from the text around"),
}
COUNT = {"stated": N_("the article states it"), "inferred": N_("we infer it"), "not_stated": N_("not stated")}
QUALIFIER = {"exact": N_("exactly"), "at_least": N_("at least")}
LINKED = {"stated": N_("the article says so"), "inferred": N_("by inference")}


def events(article: Article, held: Holdings, kept: Beside) -> list[dict[str, Any]]:
    """Each event with its values in the order of the record."""
    said = list(article.sayings())
    return [
        {
            "event": short(article, event),
            "title": f"{_(facts.KIND_WORDS[event.kind])} · {event.title}",
            "missing": missing(event),
            "items": [item(article, s, held, kept) for s in said if s.event.id == event.id],
        }
        for event in article.events
    ]


def item(article: Article, said: Saying, held: Holdings, kept: Beside) -> dict[str, Any]:
    fact, rest = facts.fact(article, said, held), kept.of(said)
    start = said.evidence.find(article.full_text)
    tags = [*fact.tags, *([fact.note] if fact.note else [])]
    return {
        "mark": said.mark,
        "kind": said.kind,
        "label": fact.label,
        "value": " · ".join([fact.value, *tags]),
        "quote": said.evidence.quote,
        "start": start,
        "end": start + len(said.evidence.quote),
        "basis": rest.words,
        "doubt": rest.doubtful,
        "checked": kept.has_checked(said),
        "optional": said.field != "kind",
        "alternatives": [{"label": other(a, said, held.areas), "fields": a} for a in rest.alternatives],
        "fields": form(said, held.areas),
    }


def missing(event: Event) -> list[str]:
    """What the article does not say of an event, so that nobody takes it for forgotten."""
    found = [
        (not event.start, _("date")),
        (not event.stops, _("place")),
        (not event.organizer, _("organizer")),
        (not event.topic, _("topic")),
        (not event.attendees, _("who took part")),
    ]
    groups = sum(bool(a.label) and a.headcount.basis == "not_stated" for a in event.attendees)
    roles = sum(not a.label and not a.role for a in event.attendees)
    counted = [
        (groups, ngettext("headcount of {n} group", "headcount of {n} groups", groups)),
        (roles, ngettext("post of {n} person", "posts of {n} people", roles)),
    ]
    return [words for holds, words in (*found, *counted) if holds]


def unchecked(article: Article, kept: Beside) -> int:
    """How many values nobody has accepted yet."""
    return sum(not kept.has_checked(said) for said in article.sayings())


def other(alternative: Mapping[str, str], said: Saying, areas: Areas) -> str:
    """Another reading in words: an area with the one that holds it, or the days."""
    code = alternative.get("adcode")
    if code in areas:
        above = [areas[c].name for c in lineage(code)[1:] if c in areas]
        return ", ".join([areas[code].name, *above[:1]])
    days = [alternative[name] for name in ("start", "end") if alternative.get(name)]
    return " – ".join(dict.fromkeys(days)) or code or when_of(said.event)


def form(said: Saying, areas: Areas) -> list[dict[str, Any]]:
    """The fields of a value, as inputs."""
    event, (field, *position) = said.event, said.field.split(".")
    if field == "kind":
        kinds = {kind: _(words) for kind, words in KIND_WORDS.items()}
        return [choice("kind", _("Kind"), event.kind, kinds), text("title", _("Title"), event.title)]
    if field == "dates":
        return [
            text("start", _("First day"), event.start, type="date"),
            text("end", _("Last day"), event.end, type="date"),
            choice("date_precision", _("How exact"), event.date_precision, PRECISION),
            choice("date_basis", _("Where the year comes from"), event.date_basis or "stated", YEAR),
        ]
    if field == "stops":
        return stop_form(event.stops[int(position[0]) - 1], areas)
    if field == "attendees":
        return attendee_form(event.attendees[int(position[0]) - 1])
    return [text("value", _(facts.FIELD_WORDS[field]), getattr(event, field))]


def stop_form(stop: Stop, areas: Areas) -> list[dict[str, Any]]:
    area = named(stop.adcode, areas) if stop.adcode else ""
    hint = _("A name or a code; empty for a place abroad, or one not known.")
    return [
        text("place", _("Place, as printed"), stop.place),
        text("adcode", _("Area"), area, hint=hint),
        text("sites", _("Sites, with ; between"), "; ".join(stop.sites)),
        text("date", _("Its own day, where one is printed"), stop.date, type="date"),
    ]


def attendee_form(who: Attendee) -> list[dict[str, Any]]:
    levels = {level: LEVEL_WORDS[level] for level in LEVELS}
    shared = [
        text("organization", _("Body"), who.organization),
        choice("level", _("Level"), who.level, levels),
        choice("linked_by", _("How it is known that they took part"), who.linked_by, LINKED),
        text("note", _("Note"), who.note),
    ]
    if not who.label:
        names = [text("name", _("Name"), who.name), text("name_zh", _("Name in Chinese"), who.name_zh)]
        return [*names, text("role", _("Post"), who.role), *shared]
    count = who.headcount
    return [
        text("label", _("Group"), who.label),
        text("value", _("How many"), count.value, type="number", hint=_("Empty where it is not stated.")),
        text("out_of", _("Out of"), count.out_of, type="number"),
        choice("qualifier", _("Exactly?"), count.qualifier, QUALIFIER),
        choice("basis", _("How the number is known"), count.basis, COUNT),
        *shared,
    ]


def text(name: str, label: str, value: object, *, type: str = "text", hint: str = "") -> dict[str, Any]:
    return {"name": name, "label": label, "value": "" if value is None else str(value), "type": type, "hint": hint}


def choice(name: str, label: str, value: str, options: Mapping[str, str]) -> dict[str, Any]:
    made = [{"value": option, "label": _(words)} for option, words in options.items()]
    return {"name": name, "label": label, "value": value, "type": "select", "options": made, "hint": ""}
