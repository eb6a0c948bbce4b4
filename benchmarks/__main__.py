"""The command: choose parts, or measure all of them."""

import click

from benchmarks import extraction, map_click, rerun, scale, search, traffic

PARTS = {
    "rerun": rerun.run,
    "traffic": traffic.run,
    "click": map_click.run,
    "scale": scale.run,
    "search": search.run,
    "extraction": extraction.run,
}


@click.command()
@click.option("--quick", is_flag=True, help="Fewer repeats, and up to 10^5 events: two or three minutes instead of eight.")
@click.argument("parts", nargs=-1, type=click.Choice(tuple(PARTS)))
def main(quick: bool, parts: tuple[str, ...]) -> None:
    """Measure PARTS, or all of them: rerun, traffic, click, scale, search, extraction."""
    for part in parts or PARTS:
        PARTS[part](quick)


main()
