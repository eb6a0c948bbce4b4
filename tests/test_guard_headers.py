"""Every answer has the headers of safety, and the policy lets the page's own script run and no other; errors tell nothing."""

import base64
import hashlib
import re
import shutil
import sys
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from dashboard.data import store
from dashboard.guard import Guard
from tests.public import Public
from tests.serving import Answer, ask, rerun, served, visiting, words
from tests.test_guard import ARTICLE, socket

SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}
ANSWERS = [  # what is asked, and the status of the answer
    (("/",), 200),
    (("/articles",), 200),
    (("/favicon.png",), 200),
    (("/_stcore/health",), 200),
    (("/_stcore/bidi-components/daybook.cards/cards.js",), 200),
    (("/api/v1/events.json",), 200),
    (("/robots.txt",), 200),
    (("/articles/",), 301),
    (("/..%2f..%2fetc/passwd",), 400),
    (("/api/v1/events.json?kind=party",), 400),
    (("/", "GET", {"Origin": "https://evil.example"}), 403),
    (("/_stcore/metrics",), 404),
    (("/api/unknown",), 404),
    (("/api/v1/%0d%0aX-Evil:%201",), 404),
    (("/%1b[31m",), 404),
    ((f"/api/v1/articles/{ARTICLE}-not.json",), 404),
    (("/media/none",), 404),
    (("/", "POST"), 405),
    (("/api/v1/events.json", "DELETE"), 405),
    (("/?" + "q" * 9_000,), 414),
    (("/", "GET", {"Host": "evil.example"}), 421),
]


def safe(answer: Answer, **other: str) -> bool:
    policy = directives(answer.headers["content-security-policy"])
    return {name: answer.headers.get(name) for name in SAFE} == SAFE | other and policy["frame-ancestors"] == "'none'"


def directives(policy: str) -> dict[str, str]:
    pairs = [one.strip().partition(" ") for one in policy.split(";")]
    return {name: allowed for name, _space, allowed in pairs}


@pytest.mark.parametrize(("asked", "status"), ANSWERS, ids=lambda given: str(given)[:40])
def test_every_answer_has_the_headers_of_safety(stranger, asked, status):
    answer = ask(stranger.port, *asked)
    assert (answer.status, safe(answer)) == (status, True)


@pytest.mark.parametrize("path", ["/", "/favicon.png", "/api/v1/events.json", "/api/v1/areas.geojson"])
def test_so_has_an_answer_that_nothing_has_changed(stranger, path):
    first = ask(stranger.port, path)
    again = ask(stranger.port, path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body, safe(again)) == (304, b"", True)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/_stcore/stream", {"Origin": "https://evil.example"}, 403),
        ("/_stcore/stream", {"Host": "evil.example"}, 421),
        ("/elsewhere", {}, 404),
    ],
)
def test_so_has_the_refusal_of_a_socket(stranger, path, headers, status):
    answer = socket(stranger.port, path, **headers)
    assert (answer.status, safe(answer)) == (status, True)


def test_so_has_every_script_and_style_of_the_page(stranger):
    page = ask(stranger.port, "/").body.decode()
    files = re.findall(r'(?:src|href)="\./([^"]+)"', page)
    assert any(file.endswith(".js") for file in files)
    assert any(file.endswith(".css") for file in files)
    assert [file for file in files if not safe(ask(stranger.port, f"/{file}"))] == []


def test_scripts_are_files_of_this_server_or_the_one_that_the_page_holds(stranger):
    answer = ask(stranger.port, "/")
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", answer.body.decode(), re.S)
    inline = [words for about, words in scripts if "src=" not in about]
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}'" for words in inline]
    assert directives(answer.headers["content-security-policy"])["script-src"].split() == ["'self'", *hashes]
    assert len(inline) == 1


def test_nothing_else_may_run_or_be_loaded_from_elsewhere(stranger):
    policy = directives(ask(stranger.port, "/").headers["content-security-policy"])
    allowed = {word for name in policy for word in policy[name].split() if not word.startswith("'sha256-")}
    assert allowed == {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}
    assert [name for name in policy if "'unsafe-inline'" in policy[name]] == ["style-src"]
    assert {name for name in policy if "blob:" in policy[name]} == {"img-src", "worker-src"}
    assert (policy["default-src"], policy["object-src"]) == ("'self'", "'none'")


def test_the_stricter_policy_of_one_answer_is_kept_and_may_not_be_framed_either():
    own = PlainTextResponse("", headers={"content-security-policy": "default-src 'none'", "referrer-policy": "unsafe-url"})
    answer = TestClient(Guard(own), base_url="http://localhost").get("/")
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["referrer-policy"] == "same-origin"


BREAK = """
from dashboard import cli, library
from dashboard.data import boundaries
def broken(*_given, **_more): raise RuntimeError("at /srv/of/the/machine/config.py")
library.numbers = library.export = boundaries.name_points = broken
import dashboard.server
dashboard.server.robots.__code__ = broken.__code__
cli.main()
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory):
    """A server with bugs in it."""
    folder = tmp_path_factory.mktemp("broken")
    with served(command=(sys.executable, "-c", BREAK), log=folder / "log.txt") as server:
        yield Public(server, folder / "data", folder, folder)


def test_a_bug_of_ours_is_a_sentence_on_the_page_and_a_traceback_in_the_log(broken):
    with visiting(broken.port) as to:
        told = words(rerun(to))
    assert b"Something went wrong here, and it is our fault." in told
    assert broken.betrayed(told) == []
    assert b"of/the/machine" not in told
    assert "/srv/of/the/machine" in broken.said()


@pytest.mark.parametrize("path", ["/api/v1/events.json", "/api/v1/area-names.geojson", "/robots.txt"])
def test_a_bug_of_ours_is_500_with_nothing_of_the_machine(broken, path):
    answer = ask(broken.port, path)
    assert (answer.status, safe(answer)) == (500, True)
    assert broken.betrayed(answer.body) == []
    assert b"/srv/of/the/machine" not in answer.body


def spoil_an_article(data: Path) -> None:
    (data / "articles" / "spoilt.json").write_bytes(b"\xff{")


def lose_an_article(data: Path) -> None:
    (data / "articles" / "gone.json").symlink_to("/nowhere/of/the/machine.json")


def spoil_the_areas(data: Path) -> None:
    (data / "areas.csv").write_bytes(b"\xff\x00,")


def spoil_the_people(data: Path) -> None:
    (data / "people.csv").write_text('a,b\n"')


def lose_the_articles(data: Path) -> None:
    shutil.rmtree(data / "articles")


def lose_all(data: Path) -> None:
    shutil.rmtree(data)


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory):
    """A server whose data each test may spoil."""
    folder = tmp_path_factory.mktemp("spoilt")
    data = Path(shutil.copytree(store.SHIPPED, folder / "data"))
    with served(data, log=folder / "log.txt") as server:
        yield Public(server, data, folder, folder)


@pytest.mark.parametrize(
    "spoil", [spoil_an_article, lose_an_article, spoil_the_areas, spoil_the_people, lose_the_articles, lose_all]
)
def test_data_that_break_while_it_runs_are_a_sentence_everywhere(mended, spoil):
    shutil.rmtree(mended.data, ignore_errors=True)
    shutil.copytree(store.SHIPPED, mended.data)
    spoil(mended.data)
    with visiting(mended.port) as to:
        page = words(rerun(to))
    api = ask(mended.port, "/api/v1/events.json")
    assert (api.status in (200, 503), safe(api)) == (True, True)
    assert not mended.betrayed(page + api.body)
    assert b"it is our fault" not in page
    assert b"of/the/machine" not in page + api.body
    assert "Traceback" not in mended.said()
