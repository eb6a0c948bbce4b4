"""Every record that counts has a page of its own: it needs no script, previews well, says where each fact stands, and holds."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import library
from dashboard.data.facts import Fact, facts
from dashboard.data.records import PARAGRAPH_BREAK, Article
from dashboard.previews import INDEX, NAMES, Previews
from dashboard.share import door, style
from dashboard.share.text import paragraphs
from tests.factories import TEXT, article, event, group, person, record, stop, visit

SITE = "http://testserver"
SEED = "2023-08-13-chifeng-cppcc-exchange"
CLIENT = TestClient(Previews(Starlette(routes=door.routes)))
ALL = "Meetings and visits in Inner Mongolia"
VOID = {"meta", "link", "img", "br", "source"}
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)> \u202e{{ 7*7 }} &amp; javascript:alert(1)"


class Html(HTMLParser):
    """A page as a browser would read it: its elements, and its text. Fails where a tag is not closed."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.within: list[str] = []
        self.words: list[str] = []
        self.data: list[str] = []  # in script elements
        self.feed(text)
        assert self.within == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.within.append(tag)

    def handle_endtag(self, tag):
        assert tag in VOID or self.within.pop() == tag

    def handle_data(self, data):
        (self.data if self.within[-1:] == ["script"] else self.words).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def meta(self) -> dict[str, str]:
        return {one.get("property") or one.get("name", ""): one.get("content", "") for one in self.all("meta")}

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _tag, attributes in self.tags if "id" in attributes]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def linked(self) -> dict:
        (data,) = self.data
        return json.loads(data)


def page(path: str, client: TestClient = CLIENT) -> Html:
    response = client.get(path)
    assert response.status_code == 200
    return Html(response.text)


@pytest.fixture
def shown(tmp_path, monkeypatch) -> Callable[..., Callable[[str], Html]]:
    """The pages of the articles given."""

    def of(*articles: dict) -> Callable[[str], Html]:
        folder = tmp_path / "articles"
        folder.mkdir()
        for one in articles:
            (folder / f"{one['id']}.json").write_text(json.dumps(one), "utf-8")
        monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path))
        assert not library.current().held.left_out
        return page

    return of


def test_every_record_that_counts_has_a_page_that_previews_and_whose_marks_lead_somewhere():
    for one in library.current().held.approved:
        of_article = page(f"/r/{one.id}")
        check_head(of_article, one.id, one.headline)
        marks = {said.mark for said in one.sayings()}
        assert marks <= set(of_article.ids)
        assert len(of_article.ids) == len(set(of_article.ids))
        inner = {a["href"][1:] for a in of_article.all("a") if a["href"].startswith("#")}
        assert marks < inner  # each fact leads to its words
        assert inner <= set(of_article.ids)  # and each number to its fact
        for happening in one.events:
            of_event = page(f"/r/{happening.id}")
            check_head(of_event, happening.id, happening.title)
            leads = {a["href"].partition("#")[2] for a in of_event.all("a") if a["href"].startswith(f"/r/{one.id}#")}
            assert leads == {said.mark for said in one.sayings() if said.event is happening}
            quotes = [said.evidence.quote for said in one.sayings() if said.event is happening]
            assert all(" ".join(quote.split()) in of_event.text for quote in quotes)


def check_head(made: Html, id: str, title: str) -> None:
    meta = made.meta()
    assert meta["og:title"] == title
    assert 20 < len(meta["description"]) <= 300
    assert meta["og:description"] == meta["description"]
    assert meta["og:url"] == f"{SITE}/r/{id}"
    assert meta["og:image"] == f"{SITE}/r/{id}.png"
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:type"] == "article"
    assert all(meta[name] for name in ("og:site_name", "og:image:alt", "twitter:card"))
    assert [one["href"] for one in made.all("link") if one["rel"] == "canonical"] == [f"{SITE}/r/{id}"]
    assert [one["href"] for one in made.all("link") if one.get("type") == "application/atom+xml"] == ["/api/v1/events.atom"]
    assert made.linked["@context"] == "https://schema.org"
    assert "@misc{daybook-" in made.text
    assert library.current().held.version in made.text
    asks_no_other_host(made)


def asks_no_other_host(made: Html) -> None:
    """Only a link that a reader clicks leads elsewhere, and it does not say where he came from."""
    loaded = [one.get("src") or one.get("srcset") or "" for tag in ("img", "source", "script") for one in made.all(tag)]
    loaded += [one["href"] for one in made.all("link") if one["rel"] in ("stylesheet", "icon")]
    assert all(address.startswith("/") or not address for address in loaded)
    assert not made.all("style")
    assert not [name for _tag, attributes in made.tags for name in attributes if name.startswith("on") or name == "style"]
    for link in made.all("a"):
        assert urlsplit(link["href"]).scheme in ("", "http", "https")
        assert not urlsplit(link["href"]).netloc or {"noreferrer", "noopener"} <= set(link["rel"].split())


def test_the_linked_data_of_an_article_are_its_events():
    made = page(f"/r/{SEED}").linked["@graph"]
    assert [one["@id"] for one in made] == [f"{SITE}/r/{SEED}--m1", f"{SITE}/r/{SEED}--v1"]
    assert page(f"/r/{SEED}--v1").linked["@id"] == f"{SITE}/r/{SEED}--v1"


def test_what_is_not_stated_is_said_to_be_so_and_what_is_inferred_is_marked(shown):
    bare = event(start=None, end=None, date_precision="unknown", date_basis=None, stops=[], attendees=[])
    some = visit(attendees=[group(linked_by="inferred"), group("Others", headcount={"basis": "inferred", "value": 12})])
    pages = shown(article(bare, some, url=None, published=None))
    text = pages("/r/a--m1").text
    assert "Date no date given" in text
    assert all(f"{label} not stated" in text for label in ("Place", "Organizer", "Took part"))
    assert "no date printed" in text
    assert not [a for a in pages("/r/a").all("a") if a.get("class") == "out"]
    text = pages("/r/a--v1").text
    assert all(said in text for said in ("number not stated", "linked by inference", "12 (inferred)", "day not stated"))


def test_a_page_of_a_brief_says_that_its_words_are_ours(shown):
    pages = shown(article(event()), article(event(), id="b", text_kind="full"))
    assert all("our summary" in pages(path).text for path in ("/r/a", "/r/a--m1"))
    assert all("our summary" not in pages(path).text for path in ("/r/b", "/r/b--m1"))


def test_an_event_names_its_other_reports_and_what_they_say_otherwise(shown):
    first = article(event(attendees=[person()]))
    other = article(
        event(attendees=[person()], title="The same", stops=[stop("150402", place="Hongshan")]), id="b", publisher="Another"
    )
    pages = shown(first, other)
    assert "The same Another · Hongshan District" in pages("/r/a--m1").text
    assert [a["href"] for a in pages("/r/b--m1").all("a") if a["href"] == "/r/a--m1"]
    assert "told by others" not in pages("/r/a").text


def test_the_map_on_a_page_has_words_for_who_does_not_see_it(shown):
    pages = shown(article(visit(), event("m2", stops=[])))
    made = pages("/r/a--v1")
    (image,) = made.all("img")
    assert image["alt"] == "Map with the places of this event: Xing'an League → Tongliao → Hongshan District"
    assert "Xing'an League Tongliao Hongshan District Stops in the order given." in made.text
    assert library.current().layer.attribution in made.text
    assert not pages("/r/a--m2").all("img")  # on no map


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_does_not_count_has_no_page(shown, status):
    shown(article(event(), status=status), article(event(), id="b"))
    for path in ("/r/a", "/r/a--m1", "/r/a.png", "/r/a--m1.svg", "/r/b--m2", "/r/none", "/r/x/y", "/r/a%2Fb"):
        response = CLIENT.get(path)
        made = Html(response.text)
        assert response.status_code == (410 if status == "withdrawn" and path in ("/r/a", "/r/a--m1") else 404)
        assert len(made.all("h1")) == 1
        assert {"/", "/r/"} <= {a["href"] for a in made.all("a")}
    assert all("/r/a" not in CLIENT.get(path).text for path in ("/r/", "/sitemap.xml"))


def test_a_link_to_what_was_withdrawn_says_when_by_whom_and_why(shown):
    reason = {"status": "withdrawn", "by": "Li Ming", "at": "2026-01-02", "reason": "printed twice <b>"}
    shown(article(event(), headline="A & B", review=reason))
    for path in ("/r/a", "/r/a--m1"):
        response = CLIENT.get(path)
        assert response.status_code == 410
        assert (
            "A &amp; B was withdrawn on 2 January 2026 by Li Ming, and counts nowhere: printed twice &lt;b&gt;" in response.text
        )
        assert 'content="noindex"' in response.text


def test_an_unknown_id_is_only_text():
    response = CLIENT.get("/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert response.status_code == 404
    assert "<script>" not in response.text


def test_a_hostile_article_is_only_text_and_its_linked_data_can_be_read(shown):
    text = (f"They met in Chifeng. {HOSTILE}", HOSTILE)
    quoted = {"kind": {"quote": HOSTILE, "occurrence": 1}, "dates": {"quote": "They met in Chifeng"}}
    made = event(title=HOSTILE, note=HOSTILE, evidence=quoted, attendees=[group(HOSTILE, role=HOSTILE, note=HOSTILE)])
    pages = shown(article(made, headline=HOSTILE, publisher=HOSTILE, note=HOSTILE, text=text))
    for path in ("/r/a", "/r/a--m1", "/r/"):
        html = pages(path)
        asks_no_other_host(html)
        assert {tag for tag, _attributes in html.tags}.isdisjoint({"iframe", "form", "svg", "style", "base", "object"})
        assert [one.get("type") for one in html.all("script")] == ["application/ld+json"] * (path != "/r/")
        assert "{{ 7*7 }}" in html.text
        assert "alert(1)" in html.text
    assert pages("/r/a--m1").linked["name"] == HOSTILE
    assert pages("/r/a").meta()["og:title"] == HOSTILE


def test_an_address_that_runs_is_no_record(tmp_path, monkeypatch):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.json").write_text(json.dumps(article(event(), url="javascript:alert(1)")))
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path))
    assert CLIENT.get("/r/a").status_code == 404


def test_an_answer_allows_itself_no_script_and_is_sent_again_only_when_it_changes(monkeypatch):
    for path in (f"/r/{SEED}", f"/r/{SEED}--m1", f"/r/{SEED}.png", f"/r/{SEED}.svg", "/r/"):
        first = CLIENT.get(path)
        assert first.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self';")
        assert "script-src" not in first.headers["content-security-policy"]
        again = CLIENT.get(path, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    had = {"if-none-match": CLIENT.get(f"/r/{SEED}").headers["etag"]}
    monkeypatch.setenv("DAYBOOK_PUBLIC_URL", "https://daybook.example.org")
    elsewhere = CLIENT.get(f"/r/{SEED}", headers=had)
    assert f'<link rel="canonical" href="https://daybook.example.org/r/{SEED}">' in elsewhere.text


def test_pictures_and_style_come_with_their_types():
    types = {
        f"/r/{SEED}.png": "image/png",
        f"/r/{SEED}.svg": "image/svg+xml",
        f"/r/{SEED}.svg?alone&theme=dark": "image/svg+xml",
        "/r/style.css": "text/css; charset=utf-8",
        "/r/icon.svg": "image/svg+xml",
    }
    assert {path: CLIENT.get(path).headers["content-type"] for path in types} == types
    assert "immutable" in CLIENT.get(f"/r/style.css?v={style.VERSION}").headers["cache-control"]


def test_the_site_map_and_the_list_name_every_page():
    ids = [id for a in library.current().held.approved for id in (a.id, *(e.id for e in a.events))]
    places = [e.text for e in ElementTree.fromstring(CLIENT.get("/sitemap.xml").content).iter() if e.tag.endswith("loc")]
    assert places == [f"{SITE}/r/{id}" for id in ids]
    assert {f"/r/{id}" for id in ids} <= {a["href"] for a in page("/r/").all("a")}
    assert CLIENT.get("/r", follow_redirects=False).headers["location"] == "/r/"


# The text and its marks


@st.composite
def marked(draw: st.DrawFn) -> tuple[Article, list[Fact]]:
    """A text and facts anywhere in it, also across one another."""
    one = record(article(text=TEXT))
    length = len(one.full_text)
    spans = draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, 60)), max_size=8))
    return one, [
        Fact("e", f"m1.{n}", "place", "Place", "x", (), "", begin, min(begin + size, length), {})
        for n, (begin, size) in enumerate(spans)
    ]


@given(made=marked())
def test_marks_cut_a_text_without_loss_and_each_is_closed_where_it_was_opened(made):
    one, found = made
    done = paragraphs(one.full_text, found)
    assert PARAGRAPH_BREAK.join("".join(step.text for step in steps) for steps in done) == one.full_text
    ids: list[str] = []
    for steps in done:
        within: list[str] = []
        for step in steps:
            for tag in step.closed:
                assert within.pop() == tag
            within += [mark.tag for mark in step.opened]
            ids += [mark.id for mark in step.opened if mark.id]
        assert within == []
    visible = [f for f in found if f.begin not in range(len(TEXT[0]), len(TEXT[0]) + 2) or f.end > len(TEXT[0]) + 2]
    assert sorted(ids) == sorted(f.mark for f in visible)


def test_a_number_stands_where_the_words_of_its_fact_end():
    one = record(article(event(attendees=[group(), group("Guests")])))
    steps = paragraphs(one.full_text, facts(one, library.current().held))[0]
    said = "".join(f"{list(step.ended) or ''}{step.text}" for step in steps)
    assert said.startswith("They met in Chifeng[1, 2, 3, 4, 5] on 12 August")
    assert [(mark.tag, mark.depth) for mark in steps[0].opened] == [("mark", 0)] + [("span", 1)] * 4


# Previews of the app's own pages


def inline(text: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", text, re.S)


@pytest.mark.parametrize("path", NAMES)
def test_a_page_of_the_app_is_streamlits_with_a_head_of_ours(path):
    response = CLIENT.get(path)
    assert inline(response.text) == inline(INDEX)
    assert re.findall(r'(?:src|href)="(\./static/[^"]+)"', response.text) == re.findall(
        r'(?:src|href)="(\./static/[^"]+)"', INDEX
    )
    assert response.headers["cache-control"] == "no-cache"
    assert '<html lang="en">' in response.text
    assert response.text.count("<title>") == 1
    assert "_stcore/agent" not in response.text
    assert CLIENT.get(path, headers={"if-none-match": response.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(
    ("path", "title", "said", "url"),
    [
        ("/?region=150400&kind=visit&utm_source=x", "Field visits in Chifeng", "kind: visits", "/?region=150400&kind=visit"),
        ("/records?from=2023-01-01", f"{ALL} · Records", "from 1 January 2023", "/records?from=2023-01-01"),
        ("/attendees?person=zhang-yankun", "Zhang Yankun", "Named at", "/attendees?person=zhang-yankun"),
        ("/attendees?person=nobody", f"{ALL} · Attendees", "meetings", "/attendees"),
        (f"/articles?article={SEED}&mark=m1.dates", "Regional CPPCC exchange meeting", "13 August 2023", f"/r/{SEED}"),
        (f"/records?event={SEED}--v1", "Field visits by participants", "Xing'an League →", f"/r/{SEED}--v1"),
        ("/?region=999999&from=soon", ALL, "meetings and", "/"),
        ("/?q=%3Cscript%3Ealert(1)%3C/script%3E", ALL, "<script>alert(1)</script>", None),
    ],
)
def test_a_link_to_a_view_previews_what_it_shows(path, title, said, url):
    response = CLIENT.get(path)
    made = Html(response.text)
    meta = made.meta()
    assert meta["og:title"].startswith(f"Daybook: {title}")
    assert said in meta["description"]
    assert url is None or meta["og:url"] == SITE + url
    assert "<script>alert" not in response.text


def test_a_preview_of_a_view_has_its_map():
    meta = page("/?region=150400").meta()
    assert meta["og:image"] == f"{SITE}/api/v1/map.png?region=150400"


def test_what_is_no_page_of_the_app_is_left_to_it():
    assert CLIENT.get("/static/x").status_code == 404
    assert CLIENT.post("/").status_code in (404, 405)
    assert CLIENT.get("/articles/x").status_code == 404


def test_where_the_data_cannot_be_read_the_app_says_so_itself(tmp_path, monkeypatch):
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "none"))
    assert CLIENT.get("/").status_code == 404
    response = CLIENT.get(f"/r/{SEED}")
    assert (response.status_code, "no data folder" in response.text) == (503, True)
    assert CLIENT.get("/sitemap.xml").status_code == 503
