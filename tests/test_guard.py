"""Visitors may read, and nothing else: every method on every route of a real server, sockets, origins and limits.

After each test that takes `stranger`, no file of the data has changed, and the server has reached for nothing outside.
"""

import asyncio
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from unittest.mock import AsyncMock

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest
from websockets.exceptions import ConnectionClosed

from dashboard.guard import LARGEST_MESSAGE, LONGEST_QUERY, from_readers
from tests.serving import ROOT, Answer, ask, rerun, visiting

ARTICLE = "2023-08-13-chifeng-cppcc-exchange"
LIST_ROUTES = """
import json
from dashboard.server import app
def all_of(routes, above=""):
    for route in routes:
        below = getattr(route, "routes", None)
        yield from all_of(below, above + route.path) if below else [above + route.path]
print(json.dumps(list(all_of(app._build_starlette_app().routes))))
"""
MORE = (  # pages, files, and what a stranger may know of Streamlit or guess
    "/", "/attendees", "/articles", "/records", "/about", f"/articles?article={ARTICLE}", "/unknown", "/unknown/deeper",
    "/favicon.png", "/index.html", "/manifest.json", "/static", "/static/x", "/sitemap.xml", "/feed", "/feed.xml",
    "/_stcore", "/_stcore/", "/_stcore/unknown", "/_stcore/agent", "/_stcore/agent/interact", "/_stcore/agent/mcp",
    "/_stcore/agent/openapi.json", "/_stcore/bidi-components/daybook.cards/cards.js", "/media/f", "/component/c/f",
    "/api", "/api/", "/api/v1", "/api/v1/", "/api/unknown", f"/api/v1/articles/{ARTICLE}.json",
    "/r/", f"/r/{ARTICLE}", "/r/unknown",
)  # fmt: skip
WRITING = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "CONNECT", "BREW")
FORM = (
    b'--b\r\ncontent-disposition: form-data; name="file"; filename="../../articles/evil.json"\r\n'
    b"content-type: application/json\r\n\r\n{}\r\n--b--\r\n"
)
HIDDEN = (
    "/_stcore/metrics", "/_stcore/metrics/", "/_stcore/script-health-check", "/_stcore/agent/mcp", "/_stcore/agent/interact",
    "/auth/login", "/auth/logout", "/oauth2callback",
)  # fmt: skip
FOREIGN = (
    "https://evil.example",
    "null",
    "",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "https://daybook.example.org",
    "file://",
    "x",
)


@lru_cache
def routes() -> tuple[str, ...]:
    """Every route of the server, as it says itself, with a word in each gap; and more that it does not list."""
    told = subprocess.run([sys.executable, "-c", LIST_ROUTES], capture_output=True, text=True, check=True, cwd=ROOT)
    listed = [re.sub(r"{[^}]*}", "x", route) or "/" for route in json.loads(told.stdout.splitlines()[-1])]
    assert {"/_stcore/upload_file/x/x", "/_stcore/stream", "/api/v1/events.json", "/robots.txt"} < set(listed)
    return tuple(dict.fromkeys([*listed, *MORE]))


def of_a_session(port: int) -> tuple[str, dict[str, str]]:
    """A session that lives, and the headers with which Streamlit would take a file from it."""
    cookie = re.search(r"_streamlit_xsrf=([^;]+)", ask(port, "/_stcore/health").headers["set-cookie"])[1]
    with visiting(port) as to:
        started = next(message.new_session for message in rerun(to) if message.HasField("new_session"))
    given = {"Cookie": f"_streamlit_xsrf={cookie}", "X-Xsrftoken": cookie, "X-Http-Method-Override": "PUT"}
    return started.initialize.session_id, given | {"Content-Type": "multipart/form-data; boundary=b"}


@pytest.mark.parametrize("method", WRITING)
def test_a_method_that_writes_is_refused_on_every_route(stranger, method):
    session, headers = of_a_session(stranger.port)
    upload = f"/_stcore/upload_file/{session}/f"
    answers = {route: ask(stranger.port, route, method, headers, FORM) for route in (*routes(), upload)}
    assert {route: answer.status for route, answer in answers.items()} == dict.fromkeys(answers, 405)
    assert {answer.headers["allow"] for answer in answers.values()} == {"GET, HEAD"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_changes_nothing_even_with_a_body(stranger, method):
    _session, headers = of_a_session(stranger.port)
    answers = {route: ask(stranger.port, route, method, headers, FORM) for route in routes()}
    assert not {route: answer.status for route, answer in answers.items() if answer.status >= 500 or answer.status == 0}
    assert not {route: found for route, answer in answers.items() if (found := stranger.betrayed(answer.body))}


def test_the_head_of_an_answer_is_that_of_the_answer(stranger):
    for route in routes():
        whole, head = ask(stranger.port, route), ask(stranger.port, route, "HEAD")
        assert (head.status, head.body) == (whole.status, b""), route
        assert set(head.headers) == set(whole.headers) or not route.startswith("/api/"), route


def test_a_reader_gets_one_cookie_that_ends_with_the_browser(stranger):
    given = {answer.headers.get("set-cookie", "") for answer in (ask(stranger.port, route) for route in routes())} - {""}
    assert {cookie.partition("=")[0] for cookie in given} == {"_streamlit_xsrf"}
    assert {cookie.partition(";")[2] for cookie in given} == {" Path=/; SameSite=Lax"}


def test_the_log_says_nothing_of_who_asked_for_what(stranger):
    ask(stranger.port, "/articles?q=a-private-matter", headers={"User-Agent": "a-private-browser"})
    with visiting(stranger.port) as to:
        rerun(to, "q=a-private-matter", "articles")
    assert "a-private" not in stranger.said()


def test_other_sites_may_ask_by_options_before_they_read_the_api_and_nowhere_else(stranger):
    given = {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"}
    answers = {route: ask(stranger.port, route, "OPTIONS", given) for route in routes()}
    assert {
        route for route, answer in answers.items() if answer.status != 405 and not route.startswith(("/api/", "/r/"))
    } == set()
    api = answers["/api/v1/events.json"]
    assert (api.status, api.headers["access-control-allow-origin"], api.headers["access-control-allow-methods"]) == (
        200,
        "*",
        "GET",
    )


@pytest.mark.parametrize("route", HIDDEN)
def test_what_tells_of_the_machine_or_drives_the_app_or_logs_in_is_not_there(stranger, route):
    assert ask(stranger.port, route).status == 404


@pytest.mark.parametrize(("size", "status"), [(LONGEST_QUERY, 200), (LONGEST_QUERY + 1, 414), (60_000, 414)])
def test_a_query_may_have_8000_bytes(stranger, size, status):
    answer = ask(stranger.port, b"/?" + b"q" * size)
    assert answer.status == status
    assert status == 200 or b"The address is too long" in answer.body


def test_headers_without_end_are_refused_by_the_server_itself(stranger):
    assert ask(stranger.port, "/", headers={"X": "x" * 2_000_000}).status in (0, 400)


@pytest.mark.parametrize("origin", FOREIGN)
def test_pages_of_other_sites_read_the_api_only(stranger, origin):
    answers = {route: ask(stranger.port, route, headers={"Origin": origin}) for route in routes()}
    read = {route for route, answer in answers.items() if answer.status not in (403, 404)}
    assert {route for route in read if not route.startswith(("/api/", "/r/"))} == set()
    assert answers["/api/v1/events.json"].headers["access-control-allow-origin"] == "*"


def socket(port: int, path: str = "/_stcore/stream", *, by: str = "127.0.0.1", **headers: str) -> Answer:
    """The answer to who asks for a socket: 101 where he gets it."""
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "x" * 22 + "==",
    }
    return ask(port, path, headers={"Origin": f"http://127.0.0.1:{port}"} | handshake | headers, by=by)


def test_a_socket_of_our_own_page_opens(stranger):
    assert socket(stranger.port).status == 101


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_socket_of_another_site_is_refused_before_streamlit_looks_its_own_address_up(stranger, origin):
    answer = socket(stranger.port, Origin=origin)
    assert (answer.status, "frame-ancestors" in answer.headers["content-security-policy"]) == (403, True)


@pytest.mark.parametrize("path", ["/", "/_stcore/stream/", "/_stcore//stream", "/_stcore/upload_file/s/f", "/api/v1/events.json"])
def test_there_is_one_socket_and_no_other(stranger, path):
    answer = socket(stranger.port, path)
    assert (answer.status, answer.headers["x-content-type-options"]) == (404, "nosniff")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.nip.io", "localhost@evil.example"])
def test_a_socket_by_a_foreign_host_name_is_refused(stranger, host):
    assert socket(stranger.port, Host=host, Origin=f"http://{host}").status == 421


@pytest.mark.parametrize(
    ("words", "code"),
    [(b"x" * (LARGEST_MESSAGE + 1), 1009), ("text", 1003), (b"\xff" * 50, 1002), (b"", 1002)],
    ids=["large", "text", "nonsense", "empty"],
)
def test_a_message_that_no_browser_sends_ends_the_socket_and_the_next_visitor_is_served(stranger, words, code):
    with visiting(stranger.port) as to:
        rerun(to)
        to.send(words)
        with pytest.raises(ConnectionClosed) as ended:
            list(to)
        assert ended.value.rcvd.code == code
    with visiting(stranger.port) as to:
        assert rerun(to)


def test_a_huge_message_is_refused_by_what_it_says_of_its_length_before_it_has_come(stranger):
    """RFC 6455, 5.2: a masked binary frame with its length in eight bytes; none of its 21 MB is sent."""
    with visiting(stranger.port) as to:
        rerun(to)
        to.socket.sendall(b"\x82\xff" + (21_000_000).to_bytes(8, "big") + b"mask")
        with pytest.raises(ConnectionClosed) as ended:
            list(to)
        assert ended.value.rcvd.code == 1009
    with visiting(stranger.port) as to:
        assert rerun(to)


RUN = BackMsg(rerun_script=ClientState(query_string="kind=visit"))
FOR_DEVELOPERS = [
    *(BackMsg(**{name: True}) for name in ("load_git_info", "clear_cache", "set_run_on_save", "debug_shutdown_runtime")),
    BackMsg(file_urls_request=FileURLsRequest(request_id="1", file_names=["x.json"])),
    BackMsg(backend_operation_request=BackendOperationRequest(install_skills={})),
    BackMsg(backend_operation_request=BackendOperationRequest(dismiss_skills_nudge={})),
]


@pytest.mark.parametrize("asked", FOR_DEVELOPERS, ids=lambda asked: str(asked).split()[0])
def test_what_developers_ask_of_streamlit_is_not_heard(asked):
    """It would run git and tell what it finds, empty the cache of everyone, or write files beside the script."""
    words = [{"type": "websocket.receive", "bytes": one.SerializeToString()} for one in (asked, asked, RUN)]
    heard = from_readers(AsyncMock(side_effect=words), AsyncMock())
    with ThreadPoolExecutor(1) as aside:  # a loop of its own: Playwright's runs in this thread once a browser is open
        assert aside.submit(lambda: asyncio.run(heard())).result() == words[2]


def test_nobody_makes_the_server_run_git(stranger):
    with visiting(stranger.port) as to:
        to.send(FOR_DEVELOPERS[0].SerializeToString())
        told = [*rerun(to), *rerun(to)]
    assert not any(message.HasField("git_info_changed") for message in told)


def test_a_message_of_256_kb_is_read(stranger):
    with visiting(stranger.port) as to:
        assert rerun(to, "q=" + "x" * (LARGEST_MESSAGE - 100))


def test_the_watch_on_the_server_sees_what_it_should(stranger, tmp_path):
    """So that its silence means something."""
    notes = tmp_path / "notes.txt"
    tries = "import socket as s; s.socket(s.AF_INET, s.SOCK_DGRAM).connect(('8.8.8.8', 1)); open('/etc/../etc/passwd')"
    watched = {"PYTHONPATH": str(ROOT / "tests" / "watch"), "DAYBOOK_TEST_NOTES": str(notes)}
    subprocess.run([sys.executable, "-c", tries], env=watched, check=True)
    assert [line.split()[0] for line in notes.read_text().splitlines()] == ["socket.connect", "open"]
