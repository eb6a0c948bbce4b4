"""Addresses that no reader would ask for: out of the folder, by foreign names, and with every parameter spoilt.

`DAYBOOK_HOSTILE=5000 make test PYTEST=tests/test_hostile_addresses.py` asks for more of them than usual.
"""

import json
import os
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.sync.client import ClientConnection

from tests.hostile import OF_PAGES, SCHEMAS, heads, own_lines, pages, paths, queries, raw, targets
from tests.public import Public
from tests.serving import ask, rerun, say, visiting, words

MOST = int(os.environ.get("DAYBOOK_HOSTILE", "300"))


def many(n: int) -> settings:
    """Each example is one request to one server, that stays as it is: a fixture for all of them is right."""
    return settings(max_examples=n, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@many(max(1_000, MOST))
@given(target=targets)
def test_no_target_leads_out_of_the_folder(stranger, target):
    target = target.replace(b"TRAP", str(stranger.trap).encode())
    answer = ask(stranger.port, target)
    assert answer.status in (200, 301, 307, 400, 403, 404, 405, 414) or (b"\n" in target or b"\r" in target)
    assert stranger.betrayed(answer.body) == []
    assert answer.headers.get("location", "/").startswith(("/", f"http://127.0.0.1:{stranger.port}/"))
    assert not answer.headers.get("location", "/").startswith(("//", "/\\"))
    assert "x-evil" not in answer.headers


def request(lines: list[str], path: str = "/", version: str = "1.1") -> bytes:
    return "\r\n".join([f"GET {path} HTTP/{version}", *lines, "Connection: close", "", ""]).encode("utf-8", "surrogateescape")


@many(max(500, MOST // 5))
@given(
    lines=heads, path=st.sampled_from(("/", "/api/v1/events.json", "/_stcore/health")), version=st.sampled_from(("1.1", "1.0"))
)
def test_a_foreign_host_name_or_none_or_two_is_refused(stranger, lines, path, version):
    answer = say(stranger.port, request(lines, path, version))
    assert answer.status in (400, 421)
    assert stranger.betrayed(answer.body) == []


@many(50)
@given(line=own_lines, version=st.sampled_from(("1.1", "1.0")))
def test_a_name_of_this_machine_is_answered_however_it_is_written(stranger, line, version):
    assert say(stranger.port, request([line], version=version)).status == 200


@pytest.fixture(scope="module")
def reader(open_to_all: Public) -> Iterator[ClientConnection]:
    with visiting(open_to_all.port) as to:
        yield to


@many(MOST)
@given(query=queries | queries | queries | raw, page=pages)
def test_no_address_makes_a_page_fail(stranger, reader, query, page):
    sent = rerun(reader, query, page)
    shown = [message.delta.new_element for message in sent if message.HasField("delta")]
    assert [element for element in shown if element.HasField("exception")] == []
    assert sent[-1].script_finished == 0
    told = words(sent)
    assert b"it is our fault" not in told
    assert stranger.betrayed(told) == []


@pytest.mark.parametrize("page", ["", "attendees", "articles", "records", "about"])
def test_nothing_in_an_address_is_read_as_markdown(stranger, reader, page):
    """A link to Daybook must not be able to put a link of its own, or a picture, into what Daybook says."""
    for name in (*SCHEMAS, *OF_PAGES):
        sent = rerun(reader, f"{quote(name)}={quote('[Log in](https://evil.example)')}", page)
        said = [message.delta.new_element for message in sent if message.HasField("delta")]
        shown = {kind: [getattr(one, kind).body for one in said if one.HasField(kind)] for kind in ("alert", "markdown")}
        labels = [one.page_link.label for one in said if one.HasField("page_link")]
        assert not [words for words in (*shown["alert"], *shown["markdown"], *labels) if "[Log in](" in words], name


@many(MOST)
@given(path=paths, query=queries | queries | raw.map(lambda text: quote(text, safe="&=%+;[]")))
def test_the_api_answers_every_address_with_rows_or_one_sentence(stranger, path, query):
    answer = ask(stranger.port, f"{path}?{query}"[:7_000])
    assert answer.status in (200, 307, 400, 404)
    assert stranger.betrayed(answer.body) == []
    if answer.status in (400, 404) and answer.body != b"Bad Request":
        refusal = json.loads(answer.body)
        assert set(refusal) == {"error", "parameter"}
        assert refusal["error"].endswith(".")


def test_nothing_of_ours_failed_meanwhile(stranger):
    assert not [line for line in stranger.said().splitlines() if line.endswith(("failed", "Exception in ASGI application"))]
