"""What a report tells of, as it is put together: an event, the parts of sentences that tell of it, and where its day is from."""

from dataclasses import dataclass, field

from dashboard.data.records import Kind
from dashboard.extract.mentions import Mention
from dashboard.extract.when import When
from dashboard.words import N_

SAME = N_("same sentence")
EARLIER = N_("from an earlier sentence")
LATER = N_("from a later sentence")
LABELLED = N_("from the line of the record that says so")
DEFAULT = N_("document default")
NONE = N_("no date is printed near it")


@dataclass(slots=True)
class Part:
    """The words of a sentence that tell of one event; `own` is a date printed there."""

    start: int
    end: int
    own: Mention[When] | None = None
    trigger: Mention[Kind] | None = None
    at: frozenset[str] = frozenset()  # the areas named in them
    entry: Mention[When] | None = None  # the day of the entry of a chronicle that they stand in
    newcomers: bool = False  # whether those in them are nobody whom the visit before has
    listed: bool = False  # whether a label before them says that they name who took part

    @property
    def opens(self) -> bool:
        """Whether they say that it was."""
        return bool(self.trigger) and self.trigger.rule == "opens"

    @property
    def leads(self) -> bool:
        """Whether the places in them are its stops."""
        return bool(self.trigger) and self.trigger.rule in ("opens", "goes on")


@dataclass(slots=True)
class Told:
    """An event as it is put together."""

    kind: Kind
    trigger: Mention[Kind]
    parts: list[Part] = field(default_factory=list)
    date: Mention[When] | None = None
    date_from: str = NONE
    organizer: Mention[str] | None = None
