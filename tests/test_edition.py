"""A link says the data version it was made on; opened later, its page says what has changed since, and shows what is now."""

import json

import pytest
from click.testing import CliRunner

from dashboard import library
from dashboard.cli import main
from tests.pages import SEED, asked, only_the_seed, run, said, sent


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder with the seed alone, noted as an edition."""
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "data"))
    made = only_the_seed(tmp_path / "data")
    CliRunner().invoke(main, ["edition", "--data", str(made)])
    return made


def edit(folder, change):
    """Change the record of the seed, as a curator would."""
    file = folder / "articles" / f"{SEED}.json"
    made = json.loads(file.read_text("utf-8"))
    change(made)
    file.write_text(json.dumps(made), "utf-8")


def test_a_copied_link_says_the_version():
    assert sent(run(), "copy_link")["version"] == library.current().held.version


def test_a_link_of_this_version_has_no_note():
    assert "This link was made" not in said(run(v=library.current().held.version))


def test_a_changed_event_is_told_with_the_way_to_it(folder):
    old = library.current().held.version
    edit(folder, lambda made: made["events"][0].update(title="Another title"))
    text = said(run(v=old, kind="visit"))
    assert f"This link was made on data version {old}, noted " in text
    assert "Since then: 1 changed." in text
    assert f"[Another title](records?table=events&event={SEED}--m1)" in text


def test_a_removed_event_is_told_by_its_title(folder):
    old = library.current().held.version
    edit(folder, lambda made: made["events"].pop())
    text = said(run(v=old))
    assert "Since then: 1 removed." in text
    assert "Field visits by participants of the exchange meeting" in text


def test_the_numbers_are_those_of_now(folder):
    old = library.current().held.version
    edit(folder, lambda made: made["events"].pop())
    assert "1 meeting, 12 August 2023" in said(run(v=old))


def test_a_version_that_nobody_noted_is_said_to_be_so(folder):
    assert "which is not among the editions noted here" in said(run(v="0123456789ab"))


@pytest.mark.parametrize("value", ["1", "0123456789AB", "0123456789abc", "<script>"])
def test_what_is_no_version_is_left_out_with_a_sentence(value):
    assert any("is left out: a data version is" in warning.value for warning in run(v=value).warning)


def test_the_note_can_be_closed(folder):
    old = library.current().held.version
    edit(folder, lambda made: made["events"].pop())
    tester = run(v=old, kind="meeting")
    tester.button("edition-close").click().run()
    assert "v" not in tester.query_params
    assert asked(tester, "kind") == ["meeting"]
    assert "This link was made" not in said(tester)
