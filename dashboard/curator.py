"""The commands of a curator: add, drafts, approve, withdraw, return, undo, history. What they do is in curation/desk.py."""

import datetime as dt
import getpass
from collections.abc import Callable
from pathlib import Path

import click

from dashboard.command import data_option, fail
from dashboard.curation import desk, likeness
from dashboard.data import revisions, store
from dashboard.data.errors import DaybookError, NoData
from dashboard.data.records import Article
from dashboard.extract.child import drafted
from dashboard.words import N_, _

by_option = click.option(
    "--by", envvar="DAYBOOK_BY", default=getpass.getuser, show_default="your user name", help="Who does it; kept in the record."
)
base_option = click.option(
    "--revision", type=click.IntRange(1), help="The revision that you looked at: refused when there is a later one."
)
published_option = click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The article's date, like 2023-08-13.")


def mending(command: Callable) -> Callable:
    """A command whose errors are for the user: one sentence, exit 2."""

    def safely(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
        except DaybookError as error:
            fail(error)

    safely.__doc__, safely.__name__ = command.__doc__, command.__name__
    safely.__click_params__ = getattr(command, "__click_params__", [])
    return safely


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@published_option
@by_option
@click.option("--again", is_flag=True, help="Add it although the same or nearly the same text is held.")
@data_option
@mending
def add(file: Path, published: dt.datetime | None, by: str, again: bool, data: Path) -> None:
    """Propose a draft from a report (.txt, .md, .html, .docx, .pdf) and save it; it counts when it is approved."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise NoData(N_("{file} cannot be read ({reason})."), file=file, reason=error.strerror) from error
    held, day = store.load(data), published.date() if published else None
    made = drafted(content, name=file.name, published=day, data=data, today=desk.today()).draft
    alike = likeness.alike(made.article, held.articles)
    for found in alike:
        click.echo(
            _("{id} is {why}: {headline}", id=found.article.id, why=_(found.why), headline=found.article.headline), err=True
        )
    if any(found.why != likeness.OCCASION for found in alike) and not again:
        raise DaybookError(N_("Nothing was added. With --again it is."))
    saved = desk.add(data, made, held, by=by, today=desk.today())
    if not day:
        click.echo(_("No date of the article was given: dates without a year stay open. --published would give it."), err=True)
    say(saved)


@click.command()
@data_option
@mending
def drafts(data: Path) -> None:
    """List the drafts, and the articles that were withdrawn."""
    for article in store.load(data).articles:
        if article.review.status != "approved":
            say(article)


@click.command()
@click.argument("id")
@click.option("--reason", help="Why, kept in the record.")
@base_option
@by_option
@data_option
@mending
def approve(id: str, reason: str | None, revision: int | None, by: str, data: Path) -> None:
    """Let a draft count. Look at it first: `daybook history ID --show`, or the page /add."""
    say(desk.become(data, id, "approved", by=by, today=desk.today(), reason=reason, base=revision))


@click.command()
@click.argument("id")
@click.option("--reason", required=True, help="Why; readers of an old link are told it.")
@base_option
@by_option
@data_option
@mending
def withdraw(id: str, reason: str, revision: int | None, by: str, data: Path) -> None:
    """Take an article out of all counts, and keep it."""
    say(desk.become(data, id, "withdrawn", by=by, today=desk.today(), reason=reason, base=revision))


@click.command("return")
@click.argument("id")
@click.option("--reason", help="Why, kept in the record.")
@base_option
@by_option
@data_option
@mending
def give_back(id: str, reason: str | None, revision: int | None, by: str, data: Path) -> None:
    """Return an article to draft, to be mended: it counts nowhere until it is approved again."""
    say(desk.become(data, id, "draft", by=by, today=desk.today(), reason=reason, base=revision))


@click.command()
@click.argument("id")
@click.option("--to", type=click.IntRange(1), help="The revision to go back to, instead of the one before.")
@by_option
@data_option
@mending
def undo(id: str, to: int | None, by: str, data: Path) -> None:
    """Make an earlier revision of an article the present one. The later ones are kept too."""
    say(desk.undo(data, id, by=by, today=desk.today(), to=to))


@click.command()
@click.argument("id")
@click.option("--show", is_flag=True, help="Print the record, as JSON, instead of the list.")
@click.option("--revision", type=click.IntRange(1), help="Which revision to print, instead of the last.")
@data_option
@mending
def history(id: str, show: bool, revision: int | None, data: Path) -> None:
    """List the revisions of an article: who, when, why."""
    known = store.load(data).areas
    if show or revision:
        found = revisions.revision(data, id, revision, known) if revision else revisions.current(data, id, known)
        click.echo(found.model_dump_json(indent=2, exclude_defaults=True))
        return
    for article in revisions.history(data, id, known):
        say(article)


def say(article: Article) -> None:
    """`2023-08-13-chifeng--1f0c9a  revision 2  approved  2026-11-24  Li Ming  reason`, tabs between."""
    r = article.review
    told = [article.id, _("revision {n}", n=article.revision), r.status, r.at.isoformat(), r.by, r.reason or ""]
    click.echo("\t".join(told).rstrip())


COMMANDS = (add, drafts, approve, withdraw, give_back, undo, history)
