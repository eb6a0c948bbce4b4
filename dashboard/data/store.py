"""A data folder in, checked articles out. The only reader of data/articles.

One bad file never hides the good ones: it is left out, with the sentences that say why.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from dashboard.data import areas
from dashboard.data.areas import Areas
from dashboard.data.errors import BadRecord, DaybookError, NoData
from dashboard.data.records import Article
from dashboard.words import N_

SHIPPED = areas.SHIPPED.parent
MAX_BYTES = 8_000_000  # of one article file; the longest real report of the corpus is a thousandth of it


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that could not be used, and why: one sentence for each thing to mend."""

    file: str
    errors: tuple[DaybookError, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone met in one article or several. `name_basis`: the Latin name is `printed` somewhere, or `romanized` by us."""

    id: str
    name: str
    name_zh: str
    name_basis: str = "printed"
    other_names: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that a data folder holds. `version` changes with anything that is shown."""

    articles: tuple[Article, ...]
    people: dict[str, Person]
    areas: Areas
    left_out: tuple[LeftOut, ...]
    version: str

    @property
    def approved(self) -> tuple[Article, ...]:
        """The articles that count."""
        return tuple(a for a in self.articles if a.review.status == "approved")


def stamp(folder: Path) -> str:
    """What changes when anything in the folder does, without reading it: names, sizes and times. Asked at each rerun."""
    found = []
    for place, suffix in ((folder, ".csv"), (folder / "articles", ".json")):
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(place) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # a broken link, or gone by now
                    if entry.name.endswith(suffix):
                        found.append((entry.name, entry.stat().st_size, entry.stat().st_mtime_ns))
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()


def load(folder: Path = SHIPPED) -> Holdings:
    """Read everything. Raises NoData for a missing folder, BadTable or BadArea for a table that is not one."""
    if not folder.is_dir():
        raise NoData(
            N_("There is no data folder {folder!r}: point --data or DAYBOOK_DATA at one that has articles/ in it."),
            folder=folder.name,
        )
    known = areas.read(folder / "areas.csv") if (folder / "areas.csv").is_file() else areas.shipped()
    people = read_people(folder / "people.csv")
    articles: dict[str, Article] = {}
    left_out = []
    for path in sorted((folder / "articles").glob("*.json")):
        try:
            article = read_article(path, known)
            check_against_others(article, path, articles, people)
            articles[article.id] = article
        except BadFile as e:
            left_out.append(LeftOut(path.name, e.errors))
    return Holdings(tuple(articles.values()), people, known, tuple(left_out), version(articles.values(), people, known))


def version(articles: Iterable[Article], people: dict[str, Person], known: Areas) -> str:
    """Twelve hexadecimal digits of all that is shown: the articles that count, the people and the areas."""
    counted = [a.model_dump(mode="json") for a in articles if a.review.status == "approved"]
    shown = json.dumps([counted, *(repr(x) for x in (*people.values(), *known.values()))], sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


class BadFile(BadRecord):
    """A file with all that is wrong in it."""

    def __init__(self, *errors: DaybookError):
        super().__init__("; ".join(str(e) for e in errors))
        self.errors = errors


def read_article(path: Path, known: Areas) -> Article:
    """Read and check one file. Raises BadFile with one error for each thing to mend."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as e:
        raise BadFile(BadRecord(N_("The file cannot be read: {reason}."), reason=e.strerror)) from e
    if len(content) > MAX_BYTES:
        raise BadFile(BadRecord(N_("The file has more than {most} bytes, which are the most for one article."), most=MAX_BYTES))
    try:
        data = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as e:
        raise BadFile(BadRecord(N_("The file is not UTF-8 (byte {at}): save it in that encoding."), at=e.start)) from e
    except (ValueError, RecursionError) as e:  # the former also for a number of thousands of digits
        line = getattr(e, "lineno", 1)
        raise BadFile(BadRecord(N_("The file is not JSON: line {line} cannot be read."), line=line)) from e
    try:
        return Article.model_validate_json(json.dumps(data), strict=True, context={"areas": known})
    except ValidationError as e:
        raise BadFile(*(as_sentence(error, data) for error in e.errors())) from e


def as_sentence(error: dict, data: object) -> DaybookError:
    """One pydantic error as a sentence that names the place in the file, the value and the way out."""
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])
    own = error.get("ctx", {}).get("error")
    if isinstance(own, DaybookError):
        name = data.get("id") if isinstance(data, dict) else None
        return (
            BadRecord(N_("{where}: {sentence}"), where=where, sentence=own)
            if where
            else BadRecord(N_("Article {id!r}, {sentence}"), id=name, sentence=own)
        )
    if error["type"] == "missing":
        return BadRecord(N_("{where} is missing: the fields are in data/article.schema.json."), where=where)
    if error["type"] == "extra_forbidden":
        return BadRecord(N_("{where} is no field of a record: the fields are in data/article.schema.json."), where=where)
    value = repr(error["input"])
    return BadRecord(
        N_("{where} is {value}: {reason}."),
        where=where or "The file",
        value=value if len(value) < 80 else value[:77] + "...",
        reason=error["msg"],
    )


def check_against_others(article: Article, path: Path, others: dict[str, Article], people: dict[str, Person]) -> None:
    """What one file alone cannot show. Raises BadFile."""
    if article.id in others:
        raise BadFile(
            BadRecord(
                N_("Article id {id!r} is already used by {file}: give this one its own."),
                id=article.id,
                file=f"{article.id}.json",
            )
        )
    if article.id != path.stem:
        raise BadFile(
            BadRecord(N_("The article's id is {id!r}: name the file {file}."), id=article.id, file=f"{article.id}.json")
        )
    unknown = {a.person: a for e in article.events for a in e.attendees if a.person and a.person not in people}
    if unknown:
        raise BadFile(*(BadRecord(N_("Person id {id!r} is not in data/people.csv."), id=person) for person in unknown))


def read_people(path: Path) -> dict[str, Person]:
    """person id -> Person; no file, no people. Raises BadTable, or BadRecord for an id that stands there twice."""
    people: dict[str, Person] = {}
    for row in areas.table(path, "person", "name", "name_zh") if path.is_file() else []:
        if row["person"] in people:
            raise BadRecord(N_("Person id {id!r} stands twice in {file}: give each its own."), id=row["person"], file=path.name)
        others = tuple(x for x in (row.get("other_names") or "").split("|") if x)
        basis = row.get("name_basis") or "printed"
        people[row["person"]] = Person(row["person"], row["name"], row["name_zh"], basis, others, row.get("note") or "")
    return people
