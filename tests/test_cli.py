"""The command `daybook`: 0 when done, 2 for what the user can mend, with a sentence on stderr."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard import cli, listening
from dashboard.data import store
from dashboard.data.exports.formats import FORMATS

ROOT = Path(__file__).parents[1]


def daybook(*words: object) -> Result:
    return CliRunner().invoke(cli.main, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped data that a test may spoil."""
    return Path(shutil.copytree(store.SHIPPED, tmp_path / "data"))


def test_check_says_that_the_shipped_data_are_in_order():
    result = daybook("check")
    assert (result.exit_code, result.output) == (0, "All in order: 69 articles approved, with 91 events.\n")


def test_check_lists_every_bad_file_and_exits_2(folder):
    (folder / "articles" / "a.json").write_text("{", "utf-8")
    (folder / "articles" / "b.json").write_text("[]", "utf-8")
    result = daybook("check", "--data", folder)
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["a.json", "b.json"]


def test_check_of_an_empty_folder_says_what_to_do(tmp_path):
    result = daybook("check", "--data", tmp_path)
    assert result.exit_code == 2
    assert "There are no articles" in result.stderr


@pytest.mark.parametrize("command", ["check", "serve", "boundaries"])
def test_a_missing_folder_is_one_sentence(command, tmp_path):
    result = daybook(command, "--data", tmp_path / "nowhere")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "There is no data folder 'nowhere'" in result.stderr


def test_every_setting_of_the_project_holds_wherever_the_command_is_run():
    settings = listening.settings()
    assert settings["browser.gatherUsageStats"] is False
    assert settings["client.showErrorDetails"] == "none"
    assert settings["theme.dark.sidebar.primaryColor"].startswith("#")


def test_the_help_in_the_readme_is_the_help():
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in cli.main.commands:
        assert f"daybook {command}" in readme


@pytest.mark.parametrize("form", FORMATS)
def test_export_writes_a_file_of_each_format(form, tmp_path):
    result = daybook("export", "--format", form, "--region", "150400", "-o", tmp_path / "a")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "a").stat().st_size


@pytest.mark.parametrize("form", [form for form, made in FORMATS.items() if made.tables])
def test_a_format_that_cannot_hold_a_table_is_one_sentence(form):
    result = daybook("export", "--format", form, "--table", "stops")
    assert (result.exit_code, result.stderr) == (2, f"The format {form} cannot hold the table stops. It can hold: events.\n")
