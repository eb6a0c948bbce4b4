"""Saves are whole, in turn, and kept: a stale one is refused, and nothing that was held is ever lost."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.data import revisions, store
from dashboard.data.areas import shipped
from dashboard.data.errors import DaybookError
from dashboard.data.records import Article
from dashboard.data.revisions import NoArticle, NotSaved, Stale
from tests import factories

KNOWN, PEOPLE = shipped(), factories.PEOPLE


def draft(**changes) -> Article:
    return Article.model_validate(factories.article(factories.event(), status="draft", **changes))


@pytest.fixture
def folder(tmp_path) -> Path:
    revisions.add(tmp_path, draft(), KNOWN, PEOPLE)
    return tmp_path


def now(folder: Path) -> Article:
    return revisions.current(folder, "a", KNOWN)


def with_headline(article: Article, headline: str) -> Article:
    return article.model_copy(update={"headline": headline})


def test_a_new_article_is_revision_1(folder):
    assert now(folder).revision == 1


def test_a_save_is_the_next_revision_and_keeps_the_one_before(folder):
    revisions.save(folder, with_headline(now(folder), "Another"), KNOWN, PEOPLE)
    assert [(a.revision, a.headline) for a in revisions.history(folder, "a", KNOWN)] == [
        (1, draft().headline),
        (2, "Another"),
    ]


def test_a_kept_revision_is_the_file_as_it_was_to_the_byte(folder):
    before = (folder / "articles" / "a.json").read_bytes()
    revisions.save(folder, with_headline(now(folder), "Another"), KNOWN, PEOPLE)
    assert (folder / "revisions" / "a" / "1.json").read_bytes() == before


def test_a_stale_save_is_refused_with_both_versions(folder):
    seen = now(folder)
    revisions.save(folder, with_headline(seen, "Theirs"), KNOWN, PEOPLE)
    with pytest.raises(Stale) as refused:
        revisions.save(folder, with_headline(seen, "Ours"), KNOWN, PEOPLE)
    assert (refused.value.held.headline, refused.value.offered.headline) == ("Theirs", "Ours")
    assert now(folder).headline == "Theirs"


def test_an_id_that_is_held_is_not_added_again(folder):
    with pytest.raises(Stale):
        revisions.add(folder, draft(headline="Another"), KNOWN, PEOPLE)
    assert now(folder).headline == draft().headline


def test_what_no_reader_could_read_is_not_written(folder):
    broken = now(folder).model_copy(update={"text": ("Nothing of it.",)})
    with pytest.raises(DaybookError, match="is not in the text"):
        revisions.save(folder, broken, KNOWN, PEOPLE)
    assert now(folder).revision == 1


@pytest.mark.parametrize("id", ["", "..", "../a", "a/b", "/etc/passwd", ".lock", "a\0b", "b"])
def test_an_id_that_is_no_article_is_no_path(folder, id):
    with pytest.raises(NoArticle):
        revisions.current(folder, id, KNOWN)


def test_a_revision_that_is_not_kept_is_named(folder):
    with pytest.raises(NoArticle, match="no revision 7"):
        revisions.revision(folder, "a", 7, KNOWN)


def add_a_word(folder: Path) -> None:
    """As a writer that never gives up: read, change, save, and again if someone was faster."""
    for _n in range(5):
        while True:
            held = now(folder)
            try:
                revisions.save(folder, with_headline(held, f"{held.headline} x"), KNOWN, PEOPLE)
                break
            except Stale:
                continue


def test_eight_writers_lose_no_update(folder):
    """Four processes and four threads, each with five words to add to one headline."""
    script = f"from pathlib import Path; from tests.test_revisions import add_a_word; add_a_word(Path({str(folder)!r}))"
    apart = [subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parents[1]) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        for one in [threads.submit(add_a_word, folder) for _ in range(4)]:
            one.result()
    assert [one.wait(timeout=60) for one in apart] == [0] * 4
    assert now(folder).headline == draft().headline + " x" * 40
    assert [a.revision for a in revisions.history(folder, "a", KNOWN)] == list(range(1, 42))


def test_a_lock_left_behind_by_a_dead_process_holds_nobody_up(folder):
    held = f"""
import os, sys
from filelock import FileLock
FileLock({str(folder / revisions.LOCK)!r}).acquire()
os.kill(os.getpid(), 9)
"""
    assert subprocess.run([sys.executable, "-c", held], check=False).returncode == -9
    assert (folder / revisions.LOCK).exists()
    assert revisions.save(folder, now(folder), KNOWN, PEOPLE).revision == 2


def test_who_waits_too_long_for_the_lock_is_told(folder, monkeypatch):
    monkeypatch.setattr(revisions, "PATIENCE", 0.05)
    with revisions.locked(folder), pytest.raises(NotSaved, match="Somebody else has been saving"):
        revisions.save(folder, now(folder), KNOWN, PEOPLE)


def as_nobody(folder: Path, before: str = "") -> subprocess.CompletedProcess:
    """Save in a process that may write no more than anybody, or less."""
    script = f"""
import os, resource, signal
from pathlib import Path
from dashboard.data import areas, revisions
from tests import factories
folder, known = Path({str(folder)!r}), areas.shipped()
held = revisions.current(folder, "a", known)
{before}
try:
    revisions.save(folder, held.model_copy(update={{"headline": "Another"}}), known, factories.PEOPLE)
except revisions.NotSaved as error:
    print(error)
"""
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(__file__).parents[1])


def test_a_full_disk_is_a_sentence_and_loses_nothing(folder):
    """No file may grow beyond 100 bytes, as none could on a disk that is full."""
    full = "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    before = sorted(folder.rglob("*"))
    done = as_nobody(folder, full)
    assert "cannot be written to" in done.stdout, done.stderr
    assert now(folder).revision == 1
    assert [p for p in sorted(folder.rglob("*")) if p.is_file()] == [p for p in before if p.is_file()]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user to be")
def test_a_read_only_folder_is_a_sentence(folder):
    for parent in (folder, *folder.parents):
        if parent == Path("/tmp"):
            break
        parent.chmod(0o755)
    done = as_nobody(folder, "os.setgid(65534); os.setuid(65534)")
    assert "cannot be written to (Permission denied)" in done.stdout, done.stderr
    assert now(folder).revision == 1


def test_a_saved_article_is_read_by_the_store(folder):
    (folder / "people.csv").write_text("person,name,name_zh\n", "utf-8")
    assert [a.revision for a in store.load(folder).articles] == [1]
