"""A folder and something that a curator does to it in; what stands in the folder out, for a kill -9 at each system call of it.

Run as a module by test_killed.py, so that the processes that die are forked from one that has everything loaded:

    python -m tests.killing FOLDER OPERATION
"""

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from dashboard.curation import desk
from dashboard.data import areas, revisions, store
from dashboard.data.records import Article
from dashboard.extract.draft import draft
from tests import factories

CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,chmod,fchmod,flock,ftruncate,close"
DAY = dt.date(2026, 1, 2)
WHO = {"by": "Li Ming", "today": DAY}
PASTED = "A meeting was held in Chifeng on 12 August 2023. Officials attended the meeting."


def prepare(folder: Path) -> None:
    """A draft of two revisions, so that everything can be done to it."""
    made = Article.model_validate(factories.article(factories.event(attendees=[factories.group()]), status="draft"))
    revisions.add(folder, made, areas.shipped(), {})
    desk.act(folder, store.load(folder), made, edited("First"), **WHO)


def edited(title: str) -> dict:
    return {"do": "edit", "mark": "m1.kind", "fields": {"title": title}}


def operate(folder: Path, name: str) -> None:
    held = store.load(folder)
    article = revisions.current(folder, "a", held.areas)
    if name == "save":
        made = draft(PASTED, published=DAY, areas=held.areas, people=held.people, today=DAY)
        desk.add(folder, made, held, **WHO)
    elif name == "edit":
        desk.act(folder, held, article, edited("Second"), **WHO)
    elif name == "approve":
        desk.become(folder, "a", "approved", **WHO)
    elif name == "undo":
        desk.undo(folder, "a", **WHO)


def state(folder: Path) -> dict:
    """All that a reader sees: what every article says, and what was left out."""
    held = store.load(folder)
    told = {a.id: [a.revision, a.review.status, [e.title for e in a.events]] for a in held.articles}
    return {"articles": told, "left out": [x.file for x in held.left_out]}


def killed(folder: Path, name: str, n: int) -> dict:
    """What stands after a kill at the n-th call; `done` is whether the writer had said that it was through."""
    said, says = os.pipe()
    writer = os.fork()
    if not writer:
        os.kill(os.getpid(), signal.SIGSTOP)
        operate(folder, name)
        os.write(says, b"done")
        os._exit(0)
    os.close(says)
    os.waitpid(writer, os.WUNTRACED)
    kill = ["-e", f"trace={CALLS}", "-e", f"inject={CALLS}:signal=KILL:when={n}"]
    tracer = subprocess.Popen(["strace", "-o", "/dev/null", *kill, "-p", str(writer)], stderr=subprocess.PIPE, text=True)
    told = tracer.stderr.readline()
    if "attached" not in told:
        os.kill(writer, signal.SIGKILL)
        raise SystemExit(f"strace cannot follow a process here: {told}")
    os.kill(writer, signal.SIGCONT)
    _pid, status = os.waitpid(writer, 0)
    tracer.wait()
    with open(said, "rb") as pipe:
        done = pipe.read() == b"done"
    return {"killed": os.WIFSIGNALED(status), "done": done} | state(folder)


def main(folder: Path, name: str) -> None:
    start = folder / "start"
    prepare(start)
    print(json.dumps({"before": state(start)}))
    n = 0
    while n < 400:
        n += 1
        copy = folder / str(n)
        shutil.copytree(start, copy)
        found = killed(copy, name, n)
        operate(copy, "undo")  # whoever comes next can go on
        print(json.dumps(found))
        if not found["killed"]:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
