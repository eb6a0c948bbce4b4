"""Text in, the people it names out, with role and body as printed: English names by their post, Chinese ones by post or surname.

A surname alone (`Zhang emphasized`, `傅主席`) is no new person: it links to one named in full before.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.data.store import Person
from dashboard.extract import people_en, people_zh
from dashboard.extract.mentions import Mention, joined, longest
from dashboard.extract.text import Report


@dataclass(frozen=True, slots=True)
class Named:
    """A person as printed. `id`: the one in people.csv, where exactly one has this name."""

    name: str
    role: str | None = None
    organization: str | None = None
    id: str | None = None
    role_start: int | None = None  # where the words of role and name begin and end
    role_end: int | None = None


def find(report: Report, people: Mapping[str, Person], offered: Mapping[int, tuple[int, str]]) -> list[Mention[Named]]:
    """Each naming in full, in order. The same person may stand there twice. `offered`: names that proposers.py let pass."""
    known: dict[str, list[str]] = {}
    for person in people.values():
        for name in {person.name, person.name_zh, *person.other_names} - {""}:
            known.setdefault(name, []).append(person.id)
    if report.language == "zh":
        return longest(mention(hit, report, known) for hit in people_zh.find(report, frozenset(known), offered))
    own = longest(mention(hit, report, known) for hit in people_en.find(report, frozenset(known)))
    return joined(own, (mention(hit, report, known) for hit in people_en.proposed(report, offered)))


def mention(hit: people_en.Hit, report: Report, known: Mapping[str, list[str]]) -> Mention[Named]:
    name = hit.name or report.text[hit.start : hit.end]
    ids = known.get(name, [])
    person = Named(name, hit.role, hit.organization, ids[0] if len(ids) == 1 else None, hit.first, hit.last)
    return Mention(hit.start, hit.end, "person", person, hit.basis, hit.rule, tuple(ids) if len(ids) > 1 else ())
