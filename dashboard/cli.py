"""The command `daybook`. Exit 0 when done, 2 for what the user can mend, with one sentence on stderr."""

import datetime as dt
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import click

from dashboard import curator as curating
from dashboard import library
from dashboard.command import data_option, fail
from dashboard.curation import desk
from dashboard.data import boundaries, store
from dashboard.data.errors import BadAddress, DaybookError, NoData
from dashboard.data.exports.formats import FORMATS
from dashboard.data.filters import Filter
from dashboard.data.record_rows import TABLES_SHOWN
from dashboard.extract.child import drafted
from dashboard.extract.reading import MOST_BYTES
from dashboard.hosting import Hosting
from dashboard.listening import check_curating, run
from dashboard.words import N_, _, ngettext

FILTERS = {  # parameter of the address -> what it asks for
    "region": "Adcode; covers all below it. Can be repeated.",
    "from": "First day, like 2023-08-01.",
    "to": "Last day.",
    "kind": "meeting or visit.",
    "level": "Level of attendees. Can be repeated.",
    "organization": "Body that takes part or organizes. Can be repeated.",
    "q": "Words, all of which must be there.",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Daybook: official meetings and field visits from news reports, every number one click from its sentence."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@data_option
@click.option("--allowed-host", multiple=True, help="Host name to answer to, besides this machine's. Can be repeated.")
@click.option("--public-url", default="", help="Address that readers find it at, like https://daybook.example.org.")
@click.option("--embed-on", multiple=True, help="Origin of a site that may show it in a frame. Can be repeated.")
@click.option("--curate", is_flag=True, help="Let articles be added and reviewed: on this machine, or by --curator.")
@click.option("--curator", multiple=True, help="E-mail address that may curate when logged in. Can be repeated.")
def serve(
    host: str,
    port: int,
    data: Path,
    allowed_host: tuple[str, ...],
    public_url: str,
    embed_on: tuple[str, ...],
    curate: bool,
    curator: tuple[str, ...],
) -> None:
    """Serve the dashboard."""
    if not data.is_dir():
        fail(
            NoData(
                N_("There is no data folder {folder!r}: point --data or DAYBOOK_DATA at one that has articles/ in it."),
                folder=data.name,
            )
        )
    os.environ["DAYBOOK_DATA"] = str(data)
    told = {
        "DAYBOOK_ALLOWED_HOSTS": ",".join(allowed_host),
        "DAYBOOK_PUBLIC_URL": public_url,
        "DAYBOOK_EMBED_ON": ",".join(embed_on),
        "DAYBOOK_CURATE": "1" if curate else "",
        "DAYBOOK_CURATORS": ",".join(curator),
    }
    os.environ.update({name: value for name, value in told.items() if value})
    try:
        hosting = Hosting.now()
        check_curating(hosting, host)
    except DaybookError as error:
        fail(error)
    name = "localhost" if host == "127.0.0.1" else f"[{host}]" if ":" in host else host
    if not (hosting.answers_to([name]) or hosting.hosts or hosting.public_url):
        click.echo(_("It answers to this machine's own names only: add what readers use with --allowed-host."), err=True)
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        sentence = N_("{host} cannot be listened on at port {port} ({reason}): another --port or --host would work.")
        fail(DaybookError(sentence, host=host, port=port, reason=error.strerror))
    from dashboard.server import app

    click.echo(f"Daybook is at {hosting.public_url or f'http://{name}:{port}'} (Ctrl-C stops it)")
    run(app, host, port)


@main.command()
@data_option
def check(data: Path) -> None:
    """Check every article file; list what is wrong."""
    try:
        held = store.load(data)
        if not held.articles and not held.left_out:
            raise NoData(
                N_("There are no articles in {folder!r}: put one into its articles/, as data/README.md shows."), folder=data.name
            )
    except DaybookError as error:
        fail(error)
    for left_out in held.left_out:
        for error in left_out.errors:
            click.echo(f"{left_out.file}: {error}", err=True)
    if held.left_out:
        sys.exit(2)
    articles = ngettext("{n} article", "{n} articles", len(held.approved))
    events = ngettext("{n} event", "{n} events", sum(len(article.events) for article in held.approved))
    click.echo(_("All in order: {articles} approved, with {events}.", articles=articles, events=events))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The article's date, like 2023-08-13.")
@data_option
def extract(file: Path, published: dt.datetime | None, data: Path) -> None:
    """Propose a draft from a report (.txt, .md, .html, .docx, .pdf), in English or Chinese.

    It is printed as JSON; nothing is saved, and nothing in it counts before a person has approved it.
    """
    try:
        day, today = published.date() if published else None, desk.today()
        with file.open("rb") as report:
            content = report.read(MOST_BYTES + 1)
        made = drafted(content, name=file.name, published=day, data=data, today=today).draft
    except DaybookError as error:
        fail(error)
    except OSError as error:
        fail(NoData(N_("{file} cannot be read ({reason})."), file=file, reason=error.strerror))
    click.echo(made.article.model_dump_json(indent=2, exclude_defaults=True))


def filter_options(command: Callable) -> Callable:
    """An option for each parameter of the address, by its own name."""
    for name, words in reversed(FILTERS.items()):
        command = click.option(f"--{name}", f"asked_{name}", multiple=True, help=words)(command)
    return command


@main.command()
@click.option("--format", "form", type=click.Choice((*FORMATS, "html")), required=True, help="Format of the file.")
@click.option("--table", type=click.Choice(TABLES_SHOWN), default="events", show_default=True, help="Table to export.")
@filter_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write, instead of standard output."
)
@data_option
def export(form: str, table: str, output: Path | None, data: Path, **asked: tuple[str, ...]) -> None:
    """Write what a view shows to a file."""
    os.environ["DAYBOOK_DATA"] = str(data)
    try:
        tables = FORMATS[form].tables if form in FORMATS else ("events",)  # the hand-over file is of the whole view
        if tables and table not in tables:
            sentence = N_("The format {form} cannot hold the table {table}. It can hold: {tables}.")
            raise BadAddress("format", sentence, form=form, table=table, tables=", ".join(tables))
        held = library.current()
        params = {name.removeprefix("asked_"): list(values) for name, values in asked.items()}
        chosen, bad = Filter.from_params(params, held.known)
        if bad:
            raise bad[0]
        if form in FORMATS:
            content = FORMATS[form].write(library.export(held, chosen, table))
        else:
            from dashboard.handover.file import to_html

            content = to_html(held, chosen)
        if output:
            output.write_bytes(content)
        else:
            click.get_binary_stream("stdout").write(content)
    except DaybookError as error:
        fail(error)
    except OSError as error:
        fail(NoData(N_("{file} cannot be written ({reason})."), file=output, reason=error.strerror))


@main.command()
@data_option
def edition(data: Path) -> None:
    """Note in history.csv what has changed since the last edition."""
    try:
        held, rows = desk.note_edition(data, desk.today())
    except DaybookError as error:
        fail(error)
    if not rows:
        click.echo(_("Edition {version} was noted before: nothing has changed since.", version=held.version))
        return
    n = {change: sum(row.change == change for row in rows) for change in ("added", "changed", "removed")}
    click.echo(_("Edition {version}: {added} events added, {changed} changed, {removed} removed.", version=held.version, **n))


@main.command("boundaries")
@data_option
def build_boundaries(data: Path) -> None:
    """Build the area polygons again and say where they are."""
    try:
        click.echo(boundaries.refresh(store.load(data).areas))
    except DaybookError as error:
        fail(error)


for command in curating.COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
