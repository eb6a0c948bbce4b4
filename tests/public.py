"""A Daybook as the public has it: a real server over a copy of the data, watched from inside, with traps around it."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.data import store
from tests.serving import ROOT, Served, served

TRAP = "what nobody may read"  # planted beside the data folder and in /tmp
OF_THE_MACHINE = ("site-packages", "Traceback (most recent", str(ROOT), str(Path.home()) + "/", "root:x:0:", TRAP)


@dataclass(frozen=True, slots=True)
class Public:
    """The server, its data folder, and a file in the folder of temporary files that nobody may read."""

    server: Served
    data: Path
    notes: Path
    trap: Path

    @property
    def port(self) -> int:
        return self.server.port

    def tried(self) -> list[str]:
        """What the process tried to reach outside of its place, since it began."""
        return self.notes.read_text().splitlines()

    def said(self) -> str:
        """Its log."""
        return self.server.log.read_text("utf-8")

    def betrayed(self, words: bytes) -> list[str]:
        """What an answer tells of the machine."""
        own = (*OF_THE_MACHINE, str(self.data.parent))
        return [secret for secret in own if secret.encode() in words]

    def state(self) -> dict[str, tuple[int, str]]:
        """Each file and folder of the data: when it was changed, and what is in it."""
        return {
            str(path.relative_to(self.data)): (path.stat().st_mtime_ns, content(path))
            for path in (self.data, *self.data.rglob("*"))
        }


def content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@contextmanager
def public(folder: Path, *options: str, **environment: str) -> Iterator[Public]:
    """Serve a copy of the shipped data in `folder`."""
    data = Path(shutil.copytree(store.SHIPPED, folder / "data"))
    notes, log = folder / "notes.txt", folder / "log.txt"
    notes.touch()
    with tempfile.NamedTemporaryFile("w", prefix="confidential-") as elsewhere:
        traps = [Path(elsewhere.name), *(folder / name for name in ("confidential", "confidential.json", "confidential.csv"))]
        for trap in traps:
            trap.write_text(TRAP)
        watched = {
            "PYTHONPATH": str(Path(__file__).with_name("watch")),
            "DAYBOOK_TEST_NOTES": str(notes),
            "DAYBOOK_TEST_TRAPS": os.pathsep.join(map(str, traps)),
        }
        with served(data, *options, log=log, **watched, **environment) as server:
            yield Public(server, data, notes, traps[0])
