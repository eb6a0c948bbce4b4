"""Text in, the people it names out, with role and body as printed: English names by their post, Chinese ones by post or surname.

A surname alone (`Zhang emphasized`, `傅主席`) is no new person: it links to one named in full before.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.data.store import Person
from dashboard.extract import people_en, people_zh
from dashboard.extract.mentions import Mention, longest
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


def find(report: Report, people: Mapping[str, Person]) -> list[Mention[Named]]:
    """Each naming in full, in order. The same person may stand there twice."""
    known: dict[str, list[str]] = {}
    for person in people.values():
        for name in {person.name, person.name_zh, *person.other_names} - {""}:
            known.setdefault(name, []).append(person.id)
    finder = people_zh.find if report.language == "zh" else people_en.find
    found = []
    for start, end, role, organization, role_start, role_end, basis, rule in finder(report, frozenset(known)):
        name = report.text[start:end]
        ids = known.get(name, [])
        person = Named(name, role, organization, ids[0] if len(ids) == 1 else None, role_start, role_end)
        found.append(Mention(start, end, "person", person, basis, rule, tuple(ids) if len(ids) > 1 else ()))
    return longest(found)
