"""How a Daybook is hosted: what an address and a host name may be, what `serve` refuses, and what its options do."""

import os
import socket
import string

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dashboard import cli
from dashboard.data.errors import BadAddress
from dashboard.hosting import Hosting, host_name, is_origin
from tests.public import public
from tests.serving import ask, rerun, visiting
from tests.test_guard import socket as handshake
from tests.test_guard_headers import directives

SETTINGS = ("DAYBOOK_PUBLIC_URL", "DAYBOOK_ALLOWED_HOSTS", "DAYBOOK_EMBED_ON", "DAYBOOK_DATA")
LETTERS = string.ascii_letters + string.digits
names = st.lists(st.text(LETTERS + "-_", min_size=1, max_size=12), min_size=1, max_size=4).map(".".join)
ports = st.integers(1, 65_535).map(lambda port: f":{port}") | st.just("")
HOSTILE = st.text(st.characters(codec="utf-8") | st.sampled_from(" \t\r\n;,'\"/\\@#?%:[]*<>\0."))


@given(name=names, port=ports, dot=st.sampled_from(("", ".")))
def test_a_host_is_known_by_its_name_whatever_its_port_or_capitals(name, port, dot):
    assert host_name(name.upper() + dot + port) == host_name(name.lower()) == name.lower()


@pytest.mark.parametrize(("header", "name"), [("[::1]", "::1"), ("[::1]:8501", "::1"), ("localhost:", "localhost")])
def test_other_forms_of_a_host(header, name):
    assert host_name(header) == name


@given(header=HOSTILE)
def test_a_host_name_has_nothing_in_it_that_means_something_elsewhere(header):
    assert set(host_name(header)) <= set(LETTERS + "-_.:")


@given(name=names, junk=st.sampled_from(" \t\r\n;,'\"/\\@#?%*<>\0ü赤"), at=st.integers(0, 60))
def test_one_sign_that_is_no_part_of_a_name_spoils_it(name, junk, at):
    spoilt = name[:at] + junk + name[at:]
    assert host_name(spoilt) == ""
    assert not is_origin(f"https://{spoilt}")


@pytest.mark.parametrize(
    "header", ["", ".", "..", "a..b", ".a", "::1", "[::1", "[localhost]", "a:0", "a:65536", "a:b", "a:1:2", "a:-1"]
)
def test_what_is_no_host(header):
    assert host_name(header) == ""


@given(scheme=st.sampled_from(("http", "https")), name=names, port=ports)
def test_an_origin_is_a_scheme_and_a_host(scheme, name, port):
    assert is_origin(f"{scheme}://{name}{port}")
    assert not is_origin(f"{scheme}://{name}{port}/daybook")
    assert not is_origin(f"ws{scheme}://{name}{port}")


@given(text=HOSTILE)
def test_what_may_go_into_a_header_is_harmless_there(text):
    if is_origin(text):
        assert set(text) <= set(LETTERS + "-_.:/[]")
    assert not is_origin(text + "; script-src *")


@given(name=names)
def test_it_answers_to_its_own_names_only(name):
    hosting = Hosting("https://daybook.example.org", ("Other.example.org:80",))
    own = ("daybook.example.org", "other.example.org", "localhost", "127.0.0.1")
    assert all(hosting.answers_to([host.upper() + ":1234"]) for host in (*own, "[::1]"))
    assert hosting.answers_to([name]) == (name.lower() in own)
    assert not any(hosting.answers_to([f"{name}.{host}"]) or hosting.answers_to([f"{host}.{name}"]) for host in own)


@given(hosts=st.lists(names, max_size=3).filter(lambda hosts: len(hosts) != 1))
def test_a_request_has_one_host_header(hosts):
    assert not Hosting(hosts=("*",)).answers_to(hosts)


def test_it_answers_to_any_name_where_its_owner_says_so():
    assert Hosting(hosts=("*",)).answers_to(["anything.example"])
    assert not Hosting(hosts=("*",)).answers_to(["any thing"])


def serve(monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    for name in SETTINGS:
        monkeypatch.setenv(name, os.environ.get(name, ""))  # the command sets them; this puts them back
    return CliRunner().invoke(cli.main, ["serve", *options])


@pytest.mark.parametrize("option", ["--public-url", "--embed-on"])
@pytest.mark.parametrize(
    "value",
    [
        "example.org",
        "ftp://example.org",
        "https://example.org/daybook",
        "https://example.org; script-src *",
        "https://a b",
        "https://'self'",
        'https://"',
        "https://*",
        "https://a:99999",
        "https://user@example.org",
        "https://赤峰.example",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_at_start(monkeypatch, option, value):
    result = serve(monkeypatch, option, value)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert result.stderr.startswith(f"{option} {value} cannot be used: an address like https://")


@pytest.mark.parametrize("value", ["https://daybook.example.org", "*.example.org", "a b", "a/b"])
def test_a_host_name_that_cannot_be_used_is_refused_at_start(monkeypatch, value):
    result = serve(monkeypatch, "--allowed-host", value)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert result.stderr.startswith(f"--allowed-host {value} cannot be used: a name like")


@pytest.mark.parametrize("host", ["127.0.0.1", "203.0.113.1"])
def test_a_port_that_is_taken_and_an_address_that_is_not_ours_are_refused_at_start(monkeypatch, host):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = serve(monkeypatch, "--host", host, "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert f"{host} cannot be listened on" in result.stderr


def test_the_environment_is_held_to_the_same(monkeypatch):
    monkeypatch.setenv("DAYBOOK_EMBED_ON", "https://good.example, https://bad.example/path")
    with pytest.raises(BadAddress, match=r"bad\.example/path"):
        Hosting.now()


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory):
    """Behind a proxy, with a site that may show it, and listening on every address."""
    options = (
        "--public-url",
        "https://daybook.example.org",
        "--embed-on",
        "https://one.example",
        "--allowed-host",
        "alias.example",
    )
    with public(tmp_path_factory.mktemp("hosted"), *options, DAYBOOK_EMBED_ON="https://of-the-environment.example") as one:
        yield one


def test_a_site_that_may_show_it_is_named_in_every_answer_and_no_other(hosted):
    for path in ("/", "/api/v1/events.json", "/_stcore/metrics"):
        given = ask(hosted.port, path).headers
        assert directives(given["content-security-policy"])["frame-ancestors"] == "https://one.example"
        assert "x-frame-options" not in given


def test_a_public_address_by_https_is_never_asked_for_by_http_again(hosted):
    assert ask(hosted.port, "/").headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize(
    ("host", "status"), [("daybook.example.org", 200), ("alias.example", 200), ("localhost", 200), ("one.example", 421)]
)
def test_it_answers_to_the_names_that_it_was_told(hosted, host, status):
    assert ask(hosted.port, "/", headers={"Host": host}).status == status


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("daybook.example.org", "https://daybook.example.org", 101),
        ("alias.example", "https://alias.example", 101),
        ("daybook.example.org", "https://one.example", 403),
        ("127.0.0.1", "https://daybook.example.org", 403),  # a proxy that does not pass the name on
    ],
)
def test_a_socket_is_for_the_page_of_the_name_that_was_asked(hosted, host, origin, status):
    assert handshake(hosted.port, Host=host, Origin=origin).status == status
    assert hosted.tried() == []


def test_it_asks_nobody_where_it_is(hosted):
    with visiting(hosted.port) as to:
        assert rerun(to)
    assert hosted.tried() == []
    assert "External URL" not in hosted.said()
