"""A link made on an older edition can say what has become of the events since, and the file of editions loses none."""

import csv
import datetime as dt
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dashboard import library
from dashboard.cli import main
from dashboard.data import history, store
from dashboard.data.errors import BadTable
from dashboard.data.store import SHIPPED, Holdings
from tests.factories import article, event, library_of

DAY = dt.date(2026, 11, 23)
STATES = st.dictionaries(st.sampled_from(("a--m1", "a--v1", "b--m1", "c--m1")), st.sampled_from(("First", "Second")))


def holdings(titles: dict[str, str]) -> Holdings:
    """Holdings of these events, each with its title; an article for each."""
    made = library_of(*(article(event(id[3:], title=title), id=f"{id[0]}-{id[3:]}") for id, title in sorted(titles.items())))
    return replace(made, version=store.version(made.articles, made.people, made.areas))


def noted(*states: dict[str, str]) -> tuple[history.Row, ...]:
    rows: tuple[history.Row, ...] = ()
    for titles in states:
        rows += history.next_edition(rows, holdings(titles), DAY)
    return rows


def test_the_shipped_records_are_noted_as_an_edition():
    """If this fails: .venv/bin/daybook edition"""
    assert history.next_edition(history.read(SHIPPED / history.FILE), store.load(), DAY) == ()


@given(st.lists(STATES, min_size=1, max_size=5), STATES)
def test_since_any_edition_exactly_what_differs_is_told(states, now):
    rows, held = noted(*states), holdings(now)
    for titles in states:
        found = history.changes(rows, holdings(titles).version, held)
        ids = {change: {row.event.replace("-", "--", 1)[:1] + "--" + row.event[-2:] for row in getattr(found, change)}
               for change in ("added", "changed", "removed")}  # fmt: skip
        assert ids == {
            "added": set(now) - set(titles),
            "changed": {id for id in set(now) & set(titles) if now[id] != titles[id]},
            "removed": set(titles) - set(now),
        }


def test_a_removed_event_keeps_its_title():
    found = history.changes(noted({"a--m1": "First"}), holdings({"a--m1": "First"}).version, holdings({}))
    assert [row.title for row in found.removed] == ["First"]


def test_a_version_that_was_never_noted_is_not_known():
    assert history.changes(noted({"a--m1": "First"}), "0" * 12, holdings({})) is None


def test_an_edition_is_noted_once():
    assert noted({"a--m1": "First"}) == noted({"a--m1": "First"}, {"a--m1": "First"})


def test_a_change_of_no_event_is_an_edition_too():
    rows, held = noted({"a--m1": "First"}), holdings({"a--m1": "First"})
    (row,) = history.next_edition(rows, replace(held, version="f" * 12), DAY)
    assert (row.version, row.change, row.event) == ("f" * 12, "other", "")


def test_a_draft_is_in_no_edition():
    assert history.next_edition((), library_of(article(event(), status="draft")), DAY)[0].change == "other"


def test_the_file_read_back_is_what_was_noted(tmp_path):
    first, both = noted({"a--m1": 'A "title", with signs'}), noted({"a--m1": 'A "title", with signs'}, {"b--m1": "会议"})
    history.note(tmp_path / history.FILE, first)
    history.note(tmp_path / history.FILE, both[len(first) :])
    assert history.read(tmp_path / history.FILE) == both


@pytest.mark.parametrize("line", ["v,2026-11-23,lost,,,,,", "v,yesterday,added,,,,,", "v,2026-11-23"])
def test_a_spoilt_line_is_named(tmp_path, line):
    (tmp_path / history.FILE).write_text(f"{','.join(history.COLUMNS)}\n{line}\n")
    with pytest.raises(BadTable, match=r"history\.csv"):
        history.read(tmp_path / history.FILE)


def test_a_spoilt_file_costs_the_notes_and_no_article(tmp_path, monkeypatch):
    shutil.copytree(SHIPPED, tmp_path / "data")
    (tmp_path / "data" / history.FILE).write_text("nothing of the kind")
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "data"))
    held = library.current()
    assert (len(held.held.approved), held.history, held.held.left_out[-1].file) == (69, (), history.FILE)


def test_the_command_notes_an_edition_once(tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "data")
    (tmp_path / "data" / history.FILE).unlink()
    said = [CliRunner().invoke(main, ["edition", "--data", str(tmp_path / "data")]).output for _time in range(2)]
    assert "91 events added, 0 changed, 0 removed" in said[0]
    assert "nothing has changed since" in said[1]
    assert told(tmp_path / "data") == told(SHIPPED)
    assert {row["noted"] for row in rows(tmp_path / "data")} == {dt.datetime.now(dt.UTC).date().isoformat()}


def rows(folder):
    with (folder / history.FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(folder):
    """What the editions of a folder say of events, whichever noted it."""
    return [(row["change"], row["event"], row["revision"], row["digest"]) for row in rows(folder) if row["event"]]
