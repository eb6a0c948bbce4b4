"""Curating on a public address, in a real browser, with a real way to log in: who is named may, and nobody else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.oidc_provider import CLIENT, SECRET, provider
from tests.pages import only_the_seed
from tests.serving import Served, free_port, served

CURATOR = "li@example.org"
REPORT = (
    "Herders' forum opens in Tongliao\n\nA forum on herding was held in Tongliao on 5 May 2024. Chairman Wang Jun attended it."
)
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "a long random text, the same for this test alone"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{metadata}"
"""


@pytest.fixture(scope="module")
def public(tmp_path_factory) -> Iterator[tuple[Served, Path]]:
    data, port = only_the_seed(tmp_path_factory.mktemp("public") / "data"), free_port()
    with provider() as who:
        (data / ".streamlit").mkdir()
        told = SECRETS.format(port=port, client=CLIENT, secret=SECRET, metadata=who.metadata)
        (data / ".streamlit" / "secrets.toml").write_text(told, "utf-8")
        with served(data, "--curate", "--curator", CURATOR, port=port) as one:
            yield one, data


@pytest.fixture
def page(browser: Browser, public) -> Iterator[Page]:
    """A browser of its own for each: logins are cookies."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def log_in(page: Page, served: Served, email: str, *, verified: bool = True) -> None:
    page.goto(f"{served.address}/add")
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("E-mail").fill(email)
    if not verified:
        page.get_by_label("not verified").check()
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"{served.address}/**")


def log_out(page: Page, served: Served) -> None:
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"{served.address}/")  # Streamlit leads to the first page
    page.goto(f"{served.address}/add")
    expect(page.get_by_role("button", name="Log in")).to_be_visible()


def test_who_has_not_logged_in_can_write_nothing(page, public):
    page.goto(f"{public[0].address}/add")
    expect(page.get_by_role("button", name="Log in")).to_be_visible()
    expect(page.get_by_label("The report's text")).to_have_count(0)


def test_a_curator_logs_in_and_the_record_says_who_he_is(page, public):
    one, data = public
    log_in(page, one, CURATOR)
    page.goto(f"{one.address}/add")
    expect(page.get_by_text(f"Curating as {CURATOR}")).to_be_visible()
    page.get_by_label("The report's text").fill(REPORT)
    page.get_by_role("button", name="Propose a draft").click()
    page.get_by_text("it prints none: leave the years open").click()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".item").first).to_be_visible()
    (added,) = data.glob("articles/undated-*.json")
    assert json.loads(added.read_text("utf-8"))["review"]["by"] == CURATOR
    log_out(page, one)


@pytest.mark.parametrize(("email", "verified"), [("stranger@example.org", True), (CURATOR, False)])
def test_who_is_not_named_or_not_sure_is_told_so_and_can_write_nothing(page, public, email, verified):
    log_in(page, public[0], email, verified=verified)
    page.goto(f"{public[0].address}/add")
    expect(page.get_by_text("is not among the curators of this Daybook")).to_be_visible()
    expect(page.get_by_label("The report's text")).to_have_count(0)
    log_out(page, public[0])
