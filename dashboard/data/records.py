"""A published article in, its checked and frozen records out: Article, Event, Stop, Attendee, Headcount, Evidence.

A record cannot exist in a wrong state: every rule here is checked when it is built.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from dashboard.data import areas
from dashboard.data.errors import BadRecord
from dashboard.data.evidence import Evidence, Record, Text
from dashboard.words import N_

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$", max_length=120)]
Kind = Literal["meeting", "visit"]
Level = Literal["national", "region", "prefecture", "county", "township", "other"]
Basis = Literal["named", "stated", "inferred", "not_stated"]
MarkKind = Literal["event", "date", "body", "place", "person", "group"]
PARAGRAPH_BREAK = "\n\n"


class Headcount(Record):
    """How many came, and how that is known. `not_stated` is no number: never 0 and never a guess."""

    value: Annotated[int, Field(ge=1)] | None = None
    out_of: Annotated[int, Field(ge=1)] | None = None
    basis: Basis
    qualifier: Literal["exact", "at_least"] = "exact"
    part_of: Annotated[int, Field(ge=1)] | None = None  # the attendee row (from 1) that this one is counted in

    @model_validator(mode="after")
    def _value_fits_basis(self) -> Self:
        if (self.value is None) != (self.basis == "not_stated"):
            raise BadRecord(N_("a headcount is a number, or its basis is 'not_stated': give one of the two."))
        if self.out_of and self.value and self.out_of < self.value:
            raise BadRecord(
                N_("headcount {value} of {out_of}: the part is larger than the whole."), value=self.value, out_of=self.out_of
            )
        return self


class Attendee(Record):
    """A person (`name` or `name_zh`, as printed) or a group (`label`), in the role held at this event."""

    person: Slug | None = None
    name: Text | None = None
    name_zh: Text | None = None
    label: Text | None = None
    role: Text | None = None
    organization: Text | None = None
    level: Level = "other"
    headcount: Headcount
    linked_by: Literal["stated", "inferred"] = "stated"
    note: Text | None = None
    evidence: Evidence

    @model_validator(mode="after")
    def _one_person_or_one_group(self) -> Self:
        named = bool(self.name or self.name_zh)
        if named == bool(self.label):
            raise BadRecord(N_("an attendee is a person with a name or a group with a label: give one of the two."))
        if named != (self.headcount.basis == "named") or (named and self.headcount.value != 1):
            raise BadRecord(
                N_("attendee {who!r}: a named person counts 1 with basis 'named', a group has another basis."), who=self.who
            )
        if self.person and not named:
            raise BadRecord(N_("attendee {who!r} has a person id but no name."), who=self.who)
        return self

    @property
    def who(self) -> str:
        return self.name or self.name_zh or self.label or ""


class Stop(Record):
    """One place of an event. It has no date of its own unless the article gives one."""

    adcode: Annotated[str, StringConstraints(pattern=r"^\d{6}$")] | None = None
    place: Text
    sites: tuple[Text, ...] = ()
    date: dt.date | None = None
    evidence: Evidence

    @field_validator("adcode")
    @classmethod
    def _adcode_is_known(cls, adcode: str | None, info: ValidationInfo) -> str | None:
        known = (info.context or {}).get("areas") or areas.shipped()
        if adcode is not None and adcode not in known:
            raise known.unknown(adcode)
        return adcode


class EventEvidence(Record):
    """What says each field of an event that a page shows. `dates` covers start, end and date_text."""

    kind: Evidence
    dates: Evidence | None = None
    topic: Evidence | None = None
    organizer: Evidence | None = None


class Event(Record):
    """A meeting or a visit. A visit of three stops is one visit."""

    id: Slug
    kind: Kind
    title: Text
    topic: Text | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    date_precision: Literal["day", "range", "month", "unknown"]
    date_basis: Literal["stated", "published", "url", "context"] | None = None
    date_text: Text | None = None
    organizer: Text | None = None
    stops: tuple[Stop, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    note: Text | None = None
    evidence: EventEvidence

    @model_validator(mode="after")
    def _dates_fit(self) -> Self:
        if self.end and not self.start:
            raise BadRecord(N_("event {id!r} has an end but no start."), id=self.id)
        if self.start and self.end and self.start > self.end:
            raise BadRecord(
                N_("event {id!r} starts on {start}, after its end on {end}."), id=self.id, start=self.start, end=self.end
            )
        if (self.start is None) != (self.date_precision == "unknown"):
            raise BadRecord(N_("event {id!r}: date_precision is 'unknown' exactly when there is no start."), id=self.id)
        if (self.start is None) != (self.date_basis is None):
            raise BadRecord(
                N_("event {id!r}: date_basis says where the year comes from, for every event with a start."), id=self.id
            )
        if self.date_precision == "month" and self.start and not self._is_in_one_month():
            raise BadRecord(
                N_("event {id!r} has a month: it starts on the first, and ends on the last day that it can have been."),
                id=self.id,
            )
        if self.date_precision == "day" and self.end and self.end != self.start:
            raise BadRecord(
                N_("event {id!r} is dated to the day but ends on another: its date_precision is 'range'."), id=self.id
            )
        return self

    def _is_in_one_month(self) -> bool:
        """From the 1st to the last of the month, or to the day of publication in it: after that it cannot have been."""
        start, end = self.start, self.end
        return bool(start and end and start.day == 1 and (start.year, start.month) == (end.year, end.month) and end > start)

    @model_validator(mode="after")
    def _what_is_shown_has_evidence(self) -> Self:
        shown = {"dates": self.start or self.date_text, "topic": self.topic, "organizer": self.organizer}
        for field, value in shown.items():
            if bool(value) != (getattr(self.evidence, field) is not None):
                raise BadRecord(
                    N_("event {id!r}: {field} has a value and a quote that says it, or neither."), id=self.id, field=field
                )
        for row, attendee in enumerate(self.attendees, start=1):
            whole = attendee.headcount.part_of
            if whole and (whole == row or whole > len(self.attendees)):
                raise BadRecord(N_("event {id!r}, attendee {row}: part_of names no other attendee row."), id=self.id, row=row)
        return self


class Review(Record):
    """Nothing counts before a person has approved it."""

    status: Literal["draft", "approved", "withdrawn"]
    by: Text
    at: dt.date
    reason: Text | None = None


class Saying(NamedTuple):
    """A field of an event and the evidence for it; `mark` names the pair in the address: `m1.dates`, `v1.stops.2`."""

    mark: str
    event: Event
    field: str
    kind: MarkKind
    evidence: Evidence


class Article(Record):
    """One published article: one file, one review, one line of history."""

    id: Slug
    headline: Text
    publisher: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)] | None
    published: dt.date | None
    language: Literal["en", "zh"]
    text_kind: Literal["brief", "full"]
    text: Annotated[tuple[Text, ...], Field(min_length=1)]
    events: tuple[Event, ...] = ()
    note: Text | None = None
    review: Review
    revision: Annotated[int, Field(ge=1)] = 1

    @property
    def full_text(self) -> str:
        """The text that positions of evidence index, in characters."""
        return PARAGRAPH_BREAK.join(self.text)

    def sayings(self) -> Iterator[Saying]:
        """Every field that a page shows, with its evidence, in reading order of the record."""
        for event in self.events:
            short = event.id.removeprefix(f"{self.id}--")
            kinds: dict[str, MarkKind] = {"kind": "event", "dates": "date", "topic": "event", "organizer": "body"}
            for field, kind in kinds.items():
                if evidence := getattr(event.evidence, field):
                    yield Saying(f"{short}.{field}", event, field, kind, evidence)
            for i, stop in enumerate(event.stops, start=1):
                yield Saying(f"{short}.stops.{i}", event, f"stops.{i}", "place", stop.evidence)
            for i, who in enumerate(event.attendees, start=1):
                yield Saying(f"{short}.attendees.{i}", event, f"attendees.{i}", "group" if who.label else "person", who.evidence)

    @model_validator(mode="after")
    def _event_ids_are_its_own(self) -> Self:
        seen: set[str] = set()
        for event in self.events:
            if not event.id.startswith(f"{self.id}--"):
                raise BadRecord(N_("event id {id!r} must begin with the article's id and two hyphens."), id=event.id)
            if event.id in seen:
                raise BadRecord(N_("event id {id!r} stands there twice: give each event its own."), id=event.id)
            seen.add(event.id)
        return self

    @model_validator(mode="after")
    def _every_quote_is_in_the_text(self) -> Self:
        for saying in self.sayings():
            try:
                saying.evidence.find(self.full_text)
            except BadRecord as e:
                raise BadRecord(N_("{mark}: {sentence}"), mark=saying.mark, sentence=e) from e
        return self
