"""What every command of `daybook` shares: the data folder it works on, and how it fails."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from dashboard.data import store
from dashboard.data.errors import DaybookError

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="DAYBOOK_DATA",
    default=store.SHIPPED,
    show_default="the shipped data/",
    help="Data folder.",
)


def fail(error: DaybookError) -> NoReturn:
    """One sentence on stderr, and exit 2: it is for the user to mend."""
    click.echo(str(error), err=True)
    sys.exit(2)
