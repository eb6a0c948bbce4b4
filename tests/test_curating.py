"""Who may curate, and through what: this machine alone, or those who log in; a reader's Daybook has no way in."""

import pytest
from click.testing import CliRunner, Result

from dashboard import cli
from dashboard.data.errors import BadAddress
from dashboard.guard import Guard, largest_message
from dashboard.hosting import Hosting
from tests.pages import only_the_seed, run
from tests.serving import Served, ask, rerun, served, visiting
from tests.test_guard import FORM, of_a_session

SETTINGS = (
    "DAYBOOK_CURATE",
    "DAYBOOK_CURATORS",
    "DAYBOOK_PUBLIC_URL",
    "DAYBOOK_ALLOWED_HOSTS",
    "DAYBOOK_EMBED_ON",
    "DAYBOOK_DATA",
)
HERE = Hosting(curate=True)
LOGGED_IN = Hosting("https://daybook.example.org", curate=True, curators=("li@example.org",))


def serve(monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    for name in SETTINGS:
        monkeypatch.setenv(name, "")  # the command sets them; this puts them back
    return CliRunner().invoke(cli.main, ["serve", *options])


@pytest.mark.parametrize("public", [("--public-url", "https://daybook.example.org"), ("--allowed-host", "*")])
def test_a_public_address_is_not_curated_without_a_login(monkeypatch, public):
    result = serve(monkeypatch, "--curate", *public)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "name each with --curator" in result.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_without_a_login_it_listens_to_this_machine_only(monkeypatch, host):
    result = serve(monkeypatch, "--curate", "--host", host)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "127.0.0.1" in result.stderr


def test_curators_without_a_way_to_log_in_are_refused(monkeypatch):
    result = serve(monkeypatch, "--curate", "--curator", "li@example.org", "--public-url", "https://daybook.example.org")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "OpenID Connect" in result.stderr


def test_the_environment_is_held_to_the_same(monkeypatch):
    monkeypatch.setenv("DAYBOOK_CURATE", "1")
    monkeypatch.setenv("DAYBOOK_ALLOWED_HOSTS", "daybook.example.org")
    with pytest.raises(BadAddress, match="name each with --curator"):
        Hosting.now()


def refused(hosting: Hosting, path: str, method: str = "GET", client: str = "127.0.0.1", host: str = "localhost") -> int | None:
    guard = Guard(None)
    guard.hosting = hosting
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "client": (client, 1)}
    answer = guard.refused(scope | {"headers": [(b"host", host.encode())]})
    return answer.status_code if answer else None


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_file_is_taken_only_where_this_machine_curates(method):
    path = "/_stcore/upload_file/s/f"
    assert refused(HERE, path, method) is None
    assert refused(Hosting(), path, method) == 405
    assert refused(LOGGED_IN, path, method) == 405


@pytest.mark.parametrize("path", ["/", "/api/v1/events.json", "/_stcore/upload", "/r/x"])
def test_nothing_else_is_written_even_where_it_is_curated(path):
    assert refused(HERE, path, "PUT") == 405


def test_another_machine_gets_nothing_of_a_daybook_that_anyone_may_change():
    assert refused(HERE, "/", client="192.0.2.1") == 403
    assert refused(Hosting(), "/", client="192.0.2.1") is None


@pytest.mark.parametrize("path", ["/auth/login", "/auth/logout", "/oauth2callback"])
def test_the_way_to_log_in_is_there_only_for_curators(path):
    assert refused(LOGGED_IN, path, host="daybook.example.org") is None
    assert refused(HERE, path) == refused(Hosting(), path) == 404


def test_a_reader_sends_no_long_messages():
    assert largest_message(Hosting()) < largest_message(HERE)


def test_readers_have_no_page_to_add_an_article(monkeypatch):
    monkeypatch.delenv("DAYBOOK_CURATE", raising=False)
    assert [link.proto.page for link in run().get("page_link") if "add" in link.proto.page] == []


def test_with_curators_nobody_writes_before_he_has_logged_in(monkeypatch):
    monkeypatch.setenv("DAYBOOK_CURATE", "1")
    monkeypatch.setenv("DAYBOOK_CURATORS", "li@example.org")
    tester = run("add")
    assert not tester.exception
    assert [button.label for button in tester.button if button.label == "Log in"] == ["Log in"]
    assert not tester.text_area


@pytest.fixture(scope="module")
def curating(tmp_path_factory) -> Served:
    with served(only_the_seed(tmp_path_factory.mktemp("curating") / "data"), "--curate") as one:
        yield one


def test_a_file_of_a_session_is_taken_and_a_foreign_page_sends_none(curating):
    _ended, headers = of_a_session(curating.port)
    with visiting(curating.port) as to:
        started = next(message.new_session for message in rerun(to) if message.HasField("new_session"))
        path = f"/_stcore/upload_file/{started.initialize.session_id}/f"
        assert ask(curating.port, path, "PUT", headers, FORM).status == 204
        assert ask(curating.port, path, "PUT", headers | {"Origin": "https://evil.example"}, FORM).status == 403
