"""A report's file in, a Result out, by a process of its own with limits: a hostile file costs a sentence, and never the server.

`Drafting.begin(...)` starts it, `done()` asks after it and never waits, `result()` gives what it made. `drafted(...)` does all.
"""

import datetime as dt
import json
import logging
import os
import resource
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from dashboard import words
from dashboard.data import areas, store
from dashboard.data.areas import Areas
from dashboard.data.errors import DaybookError, NoData
from dashboard.data.store import Person
from dashboard.extract.draft import NOT_STATED, Draft, draft
from dashboard.extract.reading import MOST_BYTES, PASTED, Read, read
from dashboard.extract.result import Result, from_json, to_json
from dashboard.extract.text import BadText
from dashboard.words import N_

__all__ = ["PASTED", "Drafting", "Result", "drafted"]

COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "dashboard.extract.child")
ROOT = Path(__file__).parents[2]
SECONDS = 30  # of the clock and of the processor
MEMORY = 1_500_000_000  # bytes of addresses; a report needs 0.1 of it, with the model of lac.py 0.2
MOST_OUTPUT = 8_000_000  # bytes
MOST_FILES = 64
NO_MEMORY = 3  # how the child ends then
LATE = {-signal.SIGALRM, -signal.SIGXCPU}
log = logging.getLogger("daybook")


class Drafting:
    """One process that reads a file and makes a draft of it. It is ended when this is let go of, whatever it does."""

    def __init__(self, process: subprocess.Popen, said: BinaryIO, logged: BinaryIO, data: Path, seconds: float):
        self._process, self._said, self._logged, self._data, self._seconds = process, said, logged, data, seconds
        self._until = time.monotonic() + seconds
        self._late = self._stopped = False
        self._end = weakref.finalize(self, end, process)

    @classmethod
    def begin(cls, content: bytes, *, name: str, published: dt.date | None, data: Path, today: dt.date) -> "Drafting":
        """Raises BadText where no process can be started."""
        asked = {
            "name": name,
            "published": published and published.isoformat(),
            "data": str(data.resolve()),
            "today": today.isoformat(),
            "language": words.language(),
        }
        try:
            # Files, not pipes: nobody waits for anybody to read. They are gone with the last who has them open.
            said, logged = TemporaryFile(), TemporaryFile()  # noqa: SIM115
            with TemporaryFile() as given:
                given.write(json.dumps(asked).encode() + b"\n" + content[: MOST_BYTES + 1])
                given.seek(0)
                process = subprocess.Popen(
                    COMMAND, stdin=given, stdout=said, stderr=logged, env=environment(), cwd="/", start_new_session=True
                )
        except OSError as error:
            sentence = N_("The report cannot be read now ({reason}): try again later.")
            raise BadText(sentence, reason=error.strerror) from error
        return cls(process, said, logged, data, SECONDS)

    def done(self) -> bool:
        if self._end.alive:
            if time.monotonic() > self._until:
                self._late = True
            elif running(self._process.pid):
                return False
            self._end()
        return True

    def cancel(self) -> None:
        """Afterwards nothing of it runs. A result that was there before stays."""
        self._stopped = self._stopped or self._end.alive
        self._end()

    def result(self) -> Result:
        """Waits until it is done. Raises the sentence of the process as BadText, or one on why it came to no end."""
        while not self.done():
            time.sleep(0.02)
        code = self._process.returncode
        if self._stopped:
            raise BadText(N_("The report was not read: somebody stopped it."))
        if self._late or code in LATE:
            sentence = N_("The report was not read within {seconds} seconds: paste its text, or a part of it.")
            raise BadText(sentence, seconds=round(self._seconds))
        if code in (NO_MEMORY, -signal.SIGKILL):  # the latter by the system, when it is short of it
            raise BadText(N_("To read the report takes too much memory: paste its text, or a part of it."))
        try:
            self._said.seek(0)
            told = json.loads(self._said.read(MOST_OUTPUT))
            if "error" not in told:
                return from_json(told, known(self._data)[0])
            sentence = str(told["error"])
        except (ValueError, KeyError, TypeError) as broken:
            self._logged.seek(0)
            log.error("Drafting ended with %s: %s", code, self._logged.read(MOST_OUTPUT)[-2_000:].decode(errors="replace"))
            raise BadText(N_("The report could not be read: paste its text, or a part of it.")) from broken
        raise BadText("{sentence}", sentence=sentence)


def drafted(content: bytes, *, name: str, published: dt.date | None, data: Path, today: dt.date) -> Result:
    """Waits for it. Raises DaybookError."""
    drafting = Drafting.begin(content, name=name, published=published, data=data, today=today)
    try:
        return drafting.result()
    finally:
        drafting.cancel()


def environment() -> Mapping[str, str]:
    """Where modules are, and nothing else that the server was told."""
    paths = [str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "TZ") if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def running(pid: int) -> bool:
    """Leaves a process that has ended as it is: until it is waited for, its number is nobody else's."""
    with suppress(ChildProcessError):
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    return False


def end(process: subprocess.Popen) -> None:
    """Kill what is left of it and of all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def known(data: Path) -> tuple[Areas, dict[str, Person]]:
    """What a draft needs of a data folder, and what is read much faster than all its articles. Raises DaybookError."""
    if not data.is_dir():
        raise NoData(
            N_("There is no data folder {folder!r}: point --data or DAYBOOK_DATA at one that has articles/ in it."),
            folder=data.name,
        )
    table = data / "areas.csv"
    return areas.read(table) if table.is_file() else areas.shipped(), store.read_people(data / "people.csv")


# In the process


def main() -> None:
    limit()
    answer = os.dup(1)
    os.dup2(2, 1)  # what a package prints is no answer
    asked = json.loads(sys.stdin.buffer.readline())
    words.speak(asked["language"])
    published = asked["published"] and dt.date.fromisoformat(asked["published"])
    try:
        made = to_json(make(sys.stdin.buffer.read(), asked["name"], published, Path(asked["data"]), asked["today"]))
        if len(made.encode()) > MOST_OUTPUT:
            raise BadText(N_("The draft has more than {most} bytes: give one report at a time."), most=MOST_OUTPUT)
    except DaybookError as error:
        made = json.dumps({"error": str(error)})
    except MemoryError:
        sys.exit(NO_MEMORY)
    with open(answer, "wb") as file:
        file.write(made.encode())


def limit() -> None:
    """Set by the process itself before it reads a byte that it was given: a server of many threads cannot do it safely."""
    for what, most in {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: MOST_OUTPUT,
        resource.RLIMIT_NOFILE: MOST_FILES,
        resource.RLIMIT_CORE: 0,
    }.items():
        allowed = resource.getrlimit(what)[1]  # the machine may have set less
        hard = most + 1 if allowed == resource.RLIM_INFINITY else min(most + 1, allowed)
        resource.setrlimit(what, (min(most, hard), hard))  # at the soft limit of the processor it is told, at the hard one killed
    signal.alarm(SECONDS)  # also when nobody asks for it any more


def make(content: bytes, name: str, published: dt.date | None, data: Path, today: str) -> Result:
    held, people = known(data)
    found = read(name, content)
    made = draft(found.text, published=published, areas=held, people=people, today=dt.date.fromisoformat(today))
    return Result(filled(made, found), found.published, found.headline, found.url, found.publisher)


def filled(made: Draft, found: Read) -> Draft:
    """What a page says of itself is taken, but never its date."""
    own = {"headline": found.headline, "url": found.url}
    if made.article.publisher == NOT_STATED:
        own["publisher"] = found.publisher
    return replace(made, article=made.article.model_copy(update={name: value for name, value in own.items() if value}))


if __name__ == "__main__":
    main()
