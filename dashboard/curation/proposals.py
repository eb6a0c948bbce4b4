"""What a draft rests on, kept beside it: the basis and the alternatives of each proposed value, and which a curator accepted.

Kept by the words of the value, not by its place: so it stays true however the draft is edited, undone or restored.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dashboard.data import files
from dashboard.data.records import Article, Saying
from dashboard.extract import attendees, draft, elsewhere, likely_names, openings, people_en, places, stops, told, trigger, when
from dashboard.words import N_, _

FOLDER = "proposals"  # proposals/<article>.json
BY_HAND = N_("chosen by a curator")
DOUBTFUL = frozenset(
    {
        told.EARLIER,
        told.LATER,
        told.DEFAULT,
        told.NONE,
        openings.BY_DAY,
        openings.BY_DOING,
        openings.BY_RECORD,
        trigger.BY_WORDS,
        likely_names.BY_SIGNS,
        attendees.BESIDE,
        attendees.INFERRED,
        when.FROM_TEXT,
        when.NO_YEAR,
        when.AFTER,
        when.AHEAD,
        when.IMPOSSIBLE,
        when.VAGUE,
        when.WRONG_WEEKDAY,
        people_en.BY_SURNAME,
        places.OPEN,
        places.ABROAD,
        elsewhere.FILED,
        stops.MET,
        elsewhere.WHOSE,
    }
)


class Rest(BaseModel):
    """What one value rests on, in words, and what it may be instead: contents for its fields, as `edits.edit` takes them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    basis: str
    alternatives: tuple[dict[str, str], ...] = ()

    @property
    def parts(self) -> list[str]:
        return self.basis.split("; ")

    @property
    def doubtful(self) -> bool:
        """Whether the basis is one that was often wrong when it was tried on reports."""
        return not DOUBTFUL.isdisjoint(self.parts)

    @property
    def words(self) -> str:
        return "; ".join(_(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is kept beside a draft."""

    rests: dict[str, Rest] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()

    def of(self, said: Saying) -> Rest:
        return self.rests.get(key(said)) or Rest(basis=BY_HAND)

    def has_checked(self, said: Saying) -> bool:
        return key(said) in self.checked

    def check(self, said: Iterable[Saying]) -> "Beside":
        return Beside(self.rests, self.checked | {key(s) for s in said})


def key(said: Saying) -> str:
    """A value by its event, its field and its words; of an attendee also who it is, since a list is said by the same words."""
    name, *position = said.field.split(".")
    who = said.event.attendees[int(position[0]) - 1].who if name == "attendees" else ""
    return f"{said.event.id}|{name}|{who}|{said.evidence.quote}|{said.evidence.occurrence or 1}"


def beside(made: draft.Draft) -> Beside:
    """As a new draft has it."""
    rests = {p.mark: Rest(basis=p.basis, alternatives=tuple(map(fields, p.alternatives))) for p in made.proposals}
    return Beside({key(said): rests[said.mark] for said in made.article.sayings() if said.mark in rests})


def fields(alternative: object) -> dict[str, str]:
    """Another value, as contents for the fields of the one that it may replace."""
    if isinstance(alternative, when.When):
        ends = {"start": alternative.start, "end": alternative.end}
        known = {"date_precision": alternative.precision, "date_basis": alternative.year_basis or ""}
        return {name: day.isoformat() if day else "" for name, day in ends.items()} | known
    return {"adcode": str(alternative)}


def read(folder: Path, article: Article) -> Beside:
    """What is kept beside an article; nothing where there is none, or where it cannot be read: the article says it all."""
    try:
        kept = json.loads(path_of(folder, article.id).read_text("utf-8"))
        rests = {str(name): Rest.model_validate(rest) for name, rest in kept["rests"].items()}
        return Beside(rests, frozenset(map(str, kept["checked"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ValidationError):
        return Beside()


def write(folder: Path, article: Article, kept: Beside) -> None:
    """Raises OSError."""
    made = {"rests": {name: rest.model_dump() for name, rest in kept.rests.items()}, "checked": sorted(kept.checked)}
    files.write(path_of(folder, article.id), json.dumps(made, ensure_ascii=False, indent=1).encode())


def path_of(folder: Path, id: str) -> Path:
    return folder / FOLDER / f"{id}.json"
