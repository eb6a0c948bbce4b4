"""deploy/nginx.conf itself, run before two real replicas: what it leaves to Daybook, what it adds, and who is served by which."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit

from tests.serving import ROOT, Served, ask, free_port, rerun, served, visiting, wait_for
from tests.test_guard import ARTICLE, socket
from tests.test_guard_headers import safe

DEPLOY = ROOT / "deploy"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
SCRIPT = max(Path(streamlit.__file__).parent.glob("static/static/js/index.*.js"), key=lambda file: file.stat().st_size).name


@dataclass(frozen=True, slots=True)
class Site:
    """nginx on a port, and the replicas behind it."""

    port: int
    replicas: list[Served]
    folder: Path

    def answered_by(self) -> list[str]:
        """The replica of each answer so far, as nginx notes it: when it is sent, and a socket when it has closed."""
        noted = (line.split()[-1] for line in (self.folder / "access.log").read_text().splitlines())
        return [replica for replica in noted if replica != "-"]  # of what nginx itself refuses


@contextmanager
def behind_nginx(folder: Path, replicas: list[Served], **other: str) -> Iterator[Site]:
    """deploy/nginx.conf as it is, but for the ports and what `other` names, before the replicas."""
    if not NGINX:
        sentence = "nginx is not installed: `apt-get install nginx-light` as root, or `make clean test` as root, does it."
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    port = free_port()
    changed("nginx.conf", folder, {"listen 8080;": f"listen 127.0.0.1:{port};"} | other)
    own = {f"server 127.0.0.1:{8501 + n} ": f"server 127.0.0.1:{replica.port} " for n, replica in enumerate(replicas)}
    changed("replicas.conf", folder, own)
    nginx = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    tested = subprocess.run([*nginx, "-t"], capture_output=True, text=True)
    assert (tested.returncode, "[warn]" in tested.stderr) == (0, False), tested.stderr
    with (folder / "said.txt").open("w") as said, subprocess.Popen([*nginx, "-g", "daemon off;"], stderr=said) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}", process)
            yield Site(port, replicas, folder)
        finally:
            process.terminate()


def changed(file: str, folder: Path, changes: dict[str, str]) -> None:
    """A file of deploy/ in another folder, with words changed that stand in it once."""
    text = (DEPLOY / file).read_text()
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (folder / file).write_text(text)


@pytest.fixture(scope="module")
def replicas() -> Iterator[list[Served]]:
    with served() as one, served() as two:
        yield [one, two]


@pytest.fixture(scope="module")
def site(replicas: list[Served], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with behind_nginx(tmp_path_factory.mktemp("nginx"), replicas) as one:
        yield one


@pytest.mark.parametrize("path", ["/", "/articles", f"/static/js/{SCRIPT}", "/api/v1/events.json", "/_stcore/health"])
def test_what_is_behind_nginx_is_answered_with_its_headers(site, path):
    answer = ask(site.port, path)
    assert (answer.status, safe(answer), answer.headers["server"]) == (200, True, "nginx")
    assert answer.body == ask(site.replicas[0].port, path, headers={"Host": f"127.0.0.1:{site.port}"}).body


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/", "GET", {"Host": "evil.example"}, 421),
        ("/", "GET", {"Origin": "https://evil.example"}, 403),
        ("/_stcore/metrics", "GET", {}, 404),
        ("/", "POST", {}, 405),
        ("/?" + "q" * 8_001, "GET", {}, 414),
    ],
)
def test_nginx_leaves_to_daybook_what_daybook_refuses(site, path, method, headers, status):
    answer = ask(site.port, path, method, headers)
    assert (answer.status, safe(answer)) == (status, True)


def test_the_socket_runs_the_script(site):
    with visiting(site.port) as to:
        assert [one.delta.new_element.page_link.label for one in rerun(to) if one.delta.new_element.HasField("page_link")]


def test_only_the_socket_is_upgraded(site):
    assert socket(site.port).status == 101
    assert {path: socket(site.port, path).status for path in ("/", "/api/v1/events.json", "/_stcore/stream/x")} == {
        "/": 200,
        "/api/v1/events.json": 200,
        "/_stcore/stream/x": 200,
    }


def test_streamlits_scripts_are_compressed_and_what_is_compressed_already_stays_so(site):
    file = f"/static/js/{SCRIPT}"
    whole, script = (ask(site.port, file, headers={"Accept-Encoding": coding}) for coding in ("identity", "gzip"))
    assert script.headers["content-encoding"] == "gzip"
    assert len(script.body) < 0.4 * len(whole.body)
    areas = [ask(one, "/api/v1/areas.geojson", headers={"Accept-Encoding": "gzip"}) for one in (site.port, site.replicas[0].port)]
    assert areas[0].body == areas[1].body


@pytest.mark.parametrize("path", ["/", f"/static/js/{SCRIPT}", f"/api/v1/articles/{ARTICLE}.json"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_what_a_browser_has_is_not_sent_again(site, path, encoding):
    first = ask(site.port, path, headers={"Accept-Encoding": encoding})
    given = {"Accept-Encoding": encoding, "If-None-Match": first.headers["etag"]}
    assert ask(site.port, path, headers=given).status == 304


def test_a_body_is_refused(site):
    assert ask(site.port, "/", "POST", body=b"x" * 2_000).status == 413
    assert ask(site.port, "/_stcore/upload_file/s/f", "PUT", body=b"x" * 200_000).status == 413


def test_a_visitor_stays_on_one_replica_with_the_socket_and_all_files(site):
    before = len(site.answered_by())
    with visiting(site.port, by="127.0.0.7") as to:
        rerun(to)
        for path in ("/", "/media/f", "/_stcore/health", f"/static/js/{SCRIPT}", "/api/v1/events.json") * 3:
            ask(site.port, path, by="127.0.0.7")
    wait_until(lambda: len(site.answered_by()) == before + 16)
    assert len(set(site.answered_by()[before:])) == 1


def test_visitors_are_shared_among_the_replicas(site):
    before = len(site.answered_by())
    for n in range(1, 31):
        ask(site.port, "/_stcore/health", by=f"127.0.1.{n}")
    assert set(site.answered_by()[before:]) == {f"127.0.0.1:{replica.port}" for replica in site.replicas}


def test_who_asks_too_much_is_told_so_and_the_others_are_served(replicas, tmp_path):
    with behind_nginx(tmp_path, replicas, **{"rate=30r/s": "rate=1r/m"}) as site:  # so that time does not count
        answers = [ask(site.port, "/robots.txt", by="127.0.2.1").status for _ in range(303)]
        assert (set(answers[:301]), answers[302]) == ({200}, 429)
        assert ask(site.port, "/", by="127.0.2.2").status == 200


def test_one_address_may_have_50_pages_open(site):
    with ExitStack() as opened:
        for _ in range(50):
            opened.enter_context(visiting(site.port, by="127.0.3.1"))
        assert socket(site.port, by="127.0.3.1").status == 429
        with visiting(site.port, by="127.0.3.2") as to:
            assert rerun(to)


def test_when_a_replica_ends_the_other_serves_its_readers(tmp_path):
    with served() as one, served() as two, behind_nginx(tmp_path, [one, two]) as site:
        one.process.kill()
        one.process.wait(timeout=20)
        readers = [f"127.0.4.{n}" for n in range(1, 13)]
        assert {ask(site.port, "/", by=reader).status for reader in readers} == {200}
        for reader in readers[:4]:
            with visiting(site.port, by=reader) as to:
                assert rerun(to)


def wait_until(done: Callable[[], bool]) -> None:
    """Look again until it is so, for at most ten seconds: nginx writes its note a moment after the answer."""
    end = time.monotonic() + 10
    while not done() and time.monotonic() < end:
        time.sleep(0.02)
