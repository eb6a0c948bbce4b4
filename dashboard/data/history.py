"""The table of editions in, what has changed since one of them out.

An edition is a state of the records that was noted down, by its data version. `history.csv` has a row for each event
that an edition added, changed or removed, with a digest of what is shown of it: from these the state of any edition
is put together again, and compared with the records as they are now.
"""

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Literal, get_args

from dashboard.data import files
from dashboard.data.areas import table
from dashboard.data.errors import BadTable
from dashboard.data.store import Holdings
from dashboard.words import N_

FILE = "history.csv"
Change = Literal["added", "changed", "removed", "other"]  # other: of no event, but of an area or a person


@dataclass(frozen=True, slots=True)
class Row:
    """What one edition did to one event; for `other`, no event."""

    version: str
    noted: str  # day, ISO 8601
    change: str
    event: str = ""
    title: str = ""
    article: str = ""
    revision: str = ""
    digest: str = ""


COLUMNS = tuple(Row.__dataclass_fields__)
State = dict[str, Row]  # event -> the row that last said something of it


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the events since an edition: the row of each, by what happened to it in the end."""

    noted: dt.date  # when the edition was
    added: tuple[Row, ...]
    changed: tuple[Row, ...]
    removed: tuple[Row, ...]


def read(path: Path) -> tuple[Row, ...]:
    """Every row, the oldest first; no file, no editions. Raises BadTable."""
    if not path.is_file():
        return ()
    rows = tuple(Row(**{column: row[column] for column in COLUMNS}) for row in table(path, *COLUMNS))
    for n, row in enumerate(rows, start=2):
        if row.change not in get_args(Change) or not is_day(row.noted):
            sentence = N_("{file}, line {n}, cannot be read: it needs a day in noted, and in change one of {changes}.")
            raise BadTable(sentence, file=path.name, n=n, changes=", ".join(get_args(Change)))
    return rows


def is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def changes(history: Sequence[Row], version: str, held: Holdings) -> Changes | None:
    """What has changed since an edition; None for a version that was never noted."""
    last = max((n for n, row in enumerate(history) if row.version == version), default=None)
    if last is None:
        return None
    then = state(history[: last + 1])
    found = difference(then, held, held.version, history[last].noted)
    return Changes(
        dt.date.fromisoformat(history[last].noted),
        *(tuple(row for row in found if row.change == change) for change in ("added", "changed", "removed")),
    )


def next_edition(history: Sequence[Row], held: Holdings, today: dt.date) -> tuple[Row, ...]:
    """The rows that note down the records as they are now; none when the last edition has them already."""
    if history and history[-1].version == held.version:
        return ()
    noted = today.isoformat()
    return difference(state(history), held, held.version, noted) or (Row(held.version, noted, "other"),)


def state(history: Iterable[Row]) -> State:
    """The events that stand after these editions."""
    standing: State = {}
    for row in history:
        if row.change == "removed":
            standing.pop(row.event, None)
        elif row.event:
            standing[row.event] = row
    return standing


def difference(then: State, held: Holdings, version: str, noted: str) -> tuple[Row, ...]:
    """What leads from one state to the records as they are now, in the order of the records and then of the state."""
    rows = []
    now = set()
    for article in held.approved:
        told = article.model_dump_json(exclude={"events", "review", "revision"})
        for event in article.events:
            now.add(event.id)
            digest = hashlib.sha256((told + event.model_dump_json()).encode()).hexdigest()[:12]
            if event.id not in then or then[event.id].digest != digest:
                change = "changed" if event.id in then else "added"
                rows.append(Row(version, noted, change, event.id, event.title, article.id, str(article.revision), digest))
    gone = [row for event, row in then.items() if event not in now]
    return (*rows, *(Row(version, noted, "removed", r.event, r.title, r.article, r.revision) for r in gone))


def note(path: Path, rows: Sequence[Row]) -> None:
    """Add rows to the file. Raises OSError."""
    text = io.StringIO()
    made = csv.writer(text, lineterminator="\n")
    if not path.exists():
        made.writerow(COLUMNS)
    made.writerows(astuple(row) for row in rows)
    before = path.read_bytes() if path.exists() else b""
    files.write(path, before + text.getvalue().encode())
