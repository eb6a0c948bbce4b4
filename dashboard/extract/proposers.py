"""A report in, what plug-ins propose for it out: only what stands in its text, read again by our own rules.

A plug-in may be a model of any kind. A package brings one as an entry point of the group `daybook.proposers`; it is trusted
as any package is, what it says is not. It runs in our process, so how long it takes is its own matter.
"""

import datetime as dt
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from itertools import islice
from typing import Literal, Protocol, TypedDict

from dashboard.data.areas import Areas
from dashboard.data.records import Headcount
from dashboard.extract import dates, groups, lac, places
from dashboard.extract.mentions import Mention
from dashboard.extract.text import Report
from dashboard.extract.when import When
from dashboard.words import _

GROUP = "daybook.proposers"
MOST_ITEMS = 2_000  # of one proposer
MOST_QUOTE = 300
MOST_NAME = 60
MOST_TIMES = 50  # that one quote may stand in the text
log = logging.getLogger("daybook")


class Item(TypedDict):
    """`quote`: words of the text as they stand there. `value`: a person's name or a group's number; else it is not read."""

    field: Literal["person", "date", "place", "group"]
    quote: str
    value: str


class Proposer(Protocol):
    def __call__(self, text: str, language: str, published: dt.date | None) -> Iterable[Item]: ...


@dataclass(frozen=True, slots=True)
class Offered:
    """What passed. `people`: where a name begins -> (where it ends, who proposed it, in words)."""

    people: dict[int, tuple[int, str]] = field(default_factory=dict)
    dates: list[Mention[When]] = field(default_factory=list)
    places: list[Mention[str | None]] = field(default_factory=list)
    groups: list[Mention[Headcount]] = field(default_factory=list)


@cache
def installed() -> tuple[tuple[str, Proposer], ...]:
    """Each proposer with its name: our own, and those that packages bring."""
    found: list[tuple[str, Proposer]] = [("lac", lac.propose)]
    for entry in entry_points(group=GROUP):
        try:
            found.append((entry.name, entry.load()))
        except Exception:  # of a plug-in nothing is known, not even what it raises
            log.warning("The proposer %s cannot be loaded: it is left out.", entry.name, exc_info=True)
    return tuple(found)


def offered(report: Report, areas: Areas, published: dt.date | None) -> Offered:
    """Each item is judged alone; of a proposer that raises nothing is taken."""
    passed = Offered()
    for name, propose in installed():
        by = _("proposed by {name}", name=name)
        try:
            items = list(islice(propose(report.printed, report.language, published), MOST_ITEMS))
        except Exception:
            log.warning("The proposer %s failed: it is left out.", name, exc_info=True)
            continue
        for item in items:
            judge(item, by, passed, report, areas, published)
    return passed


def judge(item: object, by: str, passed: Offered, report: Report, areas: Areas, published: dt.date | None) -> None:
    """Put an item to what passed, at each place where its quote stands, or drop it."""
    if not isinstance(item, dict):
        return
    quote, value = item.get("quote"), item.get("value")
    if not isinstance(quote, str) or not quote.strip() or len(quote) > MOST_QUOTE:
        return
    match item.get("field"):
        case "person" if isinstance(value, str) and is_name(value):
            for within in islice(standing(value, quote), 1):
                for at in standing(quote, report.printed):
                    start = at + within
                    passed.people[start] = max(passed.people.get(start, (0, "")), (start + len(value), by))
        case "date":
            passed.dates.extend(read(quote, report, by, lambda words: dates.find(words, report.language, published)))
        case "place":
            passed.places.extend(read(quote, report, by, lambda words: places.find(words, areas)))
        case "group" if stands_counted(value, quote) and quote == quote.strip() and "\n" not in quote:
            passed.groups.extend(read(quote, report, by, lambda words: [groups.whole(words, report.language)]))


def is_name(value: str) -> bool:
    return 1 < len(value) <= MOST_NAME and value == value.strip() and "\n" not in value and any(map(str.isalpha, value))


def stands_counted(value: object, quote: str) -> bool:
    """No number, or one whose digits are a number of the quote. What is taken is what we read there ourselves."""
    return value in (None, "") or str(value) in re.findall("[0-9]+", quote.replace(",", ""))


def read(quote: str, report: Report, by: str, find: Callable[[str], list[Mention]]) -> Iterator[Mention]:
    """What our own rules read in a quote, at each place where it stands."""
    found = find(quote)
    for at in standing(quote, report.printed) if found else ():
        for m in found:
            yield Mention(at + m.start, at + m.end, m.kind, m.value, f"{m.basis}; {by}", "proposed", m.alternatives)


def standing(quote: str, text: str) -> Iterator[int]:
    """Where the quote stands in the text, in Latin letters as whole words: `Li Ming` does not stand in `Li Mingyu`."""
    at = text.find(quote)
    for _again in range(MOST_TIMES):
        if at < 0:
            return
        end = at + len(quote)
        if not latin(text[max(0, at - 1) : at + 1]) and not latin(text[end - 1 : end + 1]):
            yield at
        at = text.find(quote, at + 1)


def latin(two: str) -> bool:
    """Whether two signs stand within one word: those of a Chinese word say nothing of it."""
    return len(two) == 2 and two.isalpha() and two < "\u3400"
