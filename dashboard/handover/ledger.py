"""A view in, what the file lists out: events by year, who took part as an index, articles with their facts."""

from itertools import groupby
from typing import Any, NamedTuple

from dashboard.data import tables
from dashboard.data.exports.told import whose
from dashboard.data.facts import Fact, Piece, facts, pieces
from dashboard.data.frames import Frames
from dashboard.data.phrases import headcount, when
from dashboard.data.records import Article
from dashboard.data.store import Holdings
from dashboard.words import _, date


class Report(NamedTuple):
    """An event as one article tells of it; `number` is its row."""

    number: int
    kind: str
    title: str
    when: str
    where: str
    sentence: str
    whose: str
    article: Article
    mark: str


class Mention(NamedTuple):
    """A person or a group at one event."""

    number: int
    said: str  # role and body
    count: str
    when: str
    title: str
    article: str
    mark: str


class Told(NamedTuple):
    """An article, its text cut into pieces, and its facts by event."""

    article: Article
    published: str
    number: int  # of its events
    paragraphs: list[list[Piece]]
    events: list[tuple[Any, list[Fact]]]


def years(shown: Frames, held: Holdings) -> list[tuple[str, list[list[Report]]]]:
    """Year -> occasions, each with its reports, the leading one first; the latest first, and last those without a date."""
    number = numbers(shown)
    articles = {a.id: a for a in held.approved}

    def report(row: dict) -> Report:
        article = articles[row["article"]]
        where = row["places"] if isinstance(row["places"], str) else _("place not stated")
        source = whose(row | {"text_kind": article.text_kind})
        said = (row["kind"], row["title"], when(row), where, row["sentence"], source, article, row["mark"])
        return Report(number[row["event"]], *said)

    def year(occasion: list[dict]) -> str:
        return str(occasion[0]["start"].year) if occasion[0]["date_precision"] != "unknown" else ""

    found = groupby(tables.occasions(tables.readable(shown, "events", shown.events, held.areas)), key=year)
    return [(name, [[report(row) for row in occasion] for occasion in occasions]) for name, occasions in found]


def index(shown: Frames, held: Holdings) -> dict[str, list[tuple[str, int, list[Mention]]]]:
    """Basis -> who took part, by name: the name, the number of `who` in the rows, and where they are mentioned."""
    number, who = numbers(shown), {name: n for n, name in enumerate(dict.fromkeys(shown.attendees["who"]))}
    found: dict[tuple[str, str], list[dict]] = {}
    for row in tables.readable(shown, "attendees", shown.attendees, held.areas).to_dict("records"):
        found.setdefault((row["basis"], row["who"]), []).append(row)
    made: dict[str, list[tuple[str, int, list[Mention]]]] = {}
    for (basis, name), rows in found.items():
        mentions = [mention(row, number[row["event"]]) for row in rows]
        made.setdefault(basis, []).append((rows[0]["attending"], who[name], mentions))
    return {basis: sorted(entries, key=lambda entry: entry[0].casefold()) for basis, entries in made.items()}


def mention(row: dict, number: int) -> Mention:
    role = row["role"] if row["basis"] == "named" else None  # a group is called by its role
    said = [x for x in (role, row["organization"]) if isinstance(x, str)]
    if row["linked_by"] == "inferred":
        said.append(_("linked by inference"))
    count = "" if row["basis"] in ("named", "not_stated") else headcount(row)
    return Mention(number, " · ".join(said), count, when(row), row["title"], row["article"], row["mark"])


def articles(shown: Frames, held: Holdings) -> list[Told]:
    """The articles of a view, whole, the latest first and those without a date last."""
    wanted = set(shown.articles["article"])
    order = sorted((a for a in held.approved if a.id in wanted), key=lambda a: (a.published is not None, a.published or 0, a.id))
    return [told(article, held) for article in reversed(order)]


def told(article: Article, held: Holdings) -> Told:
    found = facts(article, held)
    published = date(article.published) if article.published else _("no date printed")
    by_event = [(event, [f for f in found if f.event == event.id]) for event in article.events]
    return Told(article, published, len(article.events), pieces(article.full_text, found), by_event)


def numbers(shown: Frames) -> dict[str, int]:
    """Event -> its row."""
    return {event: n for n, event in enumerate(shown.events["event"])}
