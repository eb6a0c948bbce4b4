"""Rules of the hand-over file: it asks nobody for anything, nothing in it runs but its own, and it says what it holds."""

import base64
import dataclasses
import datetime as dt
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from click.testing import CliRunner

from dashboard import cli, library
from dashboard.data import facts, frames, rules
from dashboard.data.filters import Filter
from dashboard.data.store import Holdings
from dashboard.handover.file import to_html
from dashboard.library import Library
from dashboard.words import date
from tests.factories import article, event, group, library_of, person, visit

SEED = "2023-08-13-chifeng-cppcc-exchange"
HOSTILE = "</script></title></style><img src=x onerror=alert(1)><!--<script>alert(2)</script>\u2028&lt;b&gt;{{ 7*7 }}"
CHIFENG_2023 = Filter(region=("150400",), since=dt.date(2023, 1, 1), until=dt.date(2023, 12, 31))


class Page(HTMLParser):
    """What a browser finds in a file: its elements with their attributes, and the text in each kind of element."""

    def __init__(self, content: bytes):
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "input", "path", "rect", "circle"):
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data):
        self.text.setdefault(self.inside[-1] if self.inside else "", []).append(data)

    def attributes(self, name: str) -> list[tuple[str, str]]:
        return [(tag, attrs[name] or "") for tag, attrs in self.elements if name in attrs]

    @property
    def words(self) -> str:
        return "".join(said for tag, texts in self.text.items() if tag not in ("script", "style") for said in texts)

    @property
    def data(self) -> dict:
        return json.loads(self.text["script"][0])


def held_of(held: Holdings) -> Library:
    """The shipped library with other records."""
    return dataclasses.replace(library.current(), held=held, frames=frames.frames(held))


def page_of(*articles: dict, chosen: Filter | None = None) -> Page:
    return Page(to_html(held_of(library_of(*articles)), chosen or Filter()))


@pytest.fixture(scope="module")
def everything() -> bytes:
    return to_html(library.current(), Filter())


@pytest.fixture(scope="module")
def chifeng() -> bytes:
    return to_html(library.current(), CHIFENG_2023)


def test_all_that_is_held_fits_a_mail(everything):
    assert len(everything) < 1_500_000


def test_the_same_view_of_the_same_data_is_the_same_file(everything):
    assert to_html(library.current(), Filter()) == everything


def test_nothing_in_it_is_loaded_from_anywhere(everything):
    page = Page(everything)
    assert page.attributes("src") == []
    assert {(tag, value) for tag, value in page.attributes("href") if tag != "a"} == {("link", "data:,")}
    assert not {tag for tag, _attrs in page.elements} & {"img", "iframe", "object", "embed", "base", "form", "image", "use"}
    (style,) = page.text["style"]
    assert set(re.findall(r"url\(([^)]*)\)", style)) == {"#stripes", "#dots"}
    assert "@import" not in style
    assert not re.search(r"\b(fetch|XMLHttpRequest|import|innerHTML|eval|localStorage|document\.write)\b", page.text["script"][1])


def test_a_link_leads_within_the_file_or_to_the_original_and_does_not_say_from_where(everything):
    links = [attrs for tag, attrs in Page(everything).elements if tag == "a"]
    outside = [attrs for attrs in links if not attrs["href"].startswith("#")]
    assert {a.url for a in library.current().held.approved} == {attrs["href"] for attrs in outside}
    assert {attrs["rel"] for attrs in outside} == {"noreferrer noopener"}


def test_every_link_within_the_file_leads_somewhere_without_a_script_too(everything):
    page = Page(everything)
    ids = [value for _tag, value in page.attributes("id")]
    assert len(ids) == len(set(ids))
    targets = {value[1:] for tag, value in page.attributes("href") if tag == "a" and value.startswith("#")}
    assert {target for target in targets - set(ids) if not target.startswith("region=")} == set()


def test_the_policy_names_the_very_style_and_script_and_allows_nothing_else(everything):
    page = Page(everything)
    (policy,) = [attrs["content"] for tag, attrs in page.elements if attrs.get("http-equiv") == "Content-Security-Policy"]
    rules_ = dict(part.split(" ", 1) for part in policy.split("; "))
    (style,), (_data, script) = page.text["style"], page.text["script"]
    named = {kind: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for kind, text in
             {"style-src": style, "script-src": script}.items()}  # fmt: skip
    assert rules_ == {
        "default-src": "'none'",
        "script-src": f"'sha256-{named['script-src']}'",
        "style-src": f"'sha256-{named['style-src']}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert page.attributes("style") == []
    assert not [name for _tag, attrs in page.elements for name in attrs if name.startswith("on")]


def test_text_that_would_be_a_tag_or_a_script_stays_text():
    said = {"quote": HOSTILE}
    hostile = event(
        title=HOSTILE, topic=HOSTILE, organizer=HOSTILE, note=HOSTILE,
        stops=[{"adcode": "150400", "place": HOSTILE, "sites": [HOSTILE], "evidence": said}],
        attendees=[person(HOSTILE, role=HOSTILE, organization=HOSTILE, evidence=said), group(HOSTILE, evidence=said)],
    )  # fmt: skip
    harmless = {"text": [HOSTILE], "headline": HOSTILE, "publisher": HOSTILE, "note": HOSTILE}
    hostile["evidence"] = dict.fromkeys(("kind", "dates", "topic", "organizer"), said)
    page = page_of(article(hostile, **harmless))
    assert "img" not in {tag for tag, _attrs in page.elements}
    assert len([tag for tag, _attrs in page.elements if tag == "script"]) == 2
    assert page.words.count("<img src=x onerror=alert(1)>") > 10
    assert "alert 1" in page.data["events"][0][-1]
    assert "{{ 7*7 }}" in page.words
    assert any(HOSTILE in value for _tag, value in page.attributes("title"))


def test_no_sign_of_the_data_ends_its_element():
    made = to_html(held_of(library_of(article(event(), publisher=HOSTILE))), Filter()).decode()
    data = made.split('id="data">')[1].split("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(data)


def test_it_says_its_filter_its_version_its_review_and_whose_the_boundaries_are(chifeng):
    held, words = library.current(), Page(chifeng).words
    review = date(library.reviewed(held))
    for said in (*CHIFENG_2023.describe(held.held.areas), held.held.version, review, held.layer.attribution, "MIT licence"):
        assert said in words
    assert all(rule in words for rule in rules.COUNTING)


def test_everything_held_is_said_to_be_that(everything):
    assert "everything held" in Page(everything).words


def test_a_filter_narrows_what_the_file_holds(chifeng, everything):
    page = Page(chifeng)
    shown, numbers = (of(library.current(), CHIFENG_2023) for of in (library.shown, library.numbers))
    assert page.data["articles"] == list(shown.articles["article"]) == [SEED]
    assert len(page.data["events"]) == len(shown.events) == 2
    assert "Jiuyuan" in everything.decode()
    assert "Jiuyuan" not in page.words
    assert f"Without a date, and so not in this file: {numbers.undated_left_out}." in page.words


def test_a_level_narrows_who_is_listed_as_it_does_on_the_page():
    chosen = Filter(level=("county",))
    page, numbers = Page(to_html(library.current(), chosen)), library.numbers(library.current(), chosen)
    listed = [attrs for tag, attrs in page.elements if tag == "li" and "data-who" in attrs]
    assert len(listed) == numbers.people.value + numbers.groups.value + numbers.stated.value


def test_where_nothing_fits_the_file_says_so():
    words = Page(to_html(library.current(), Filter(q="zzzz"))).words
    assert "Nothing that is held fits: words: zzzz." in words
    assert "Nothing is held yet." in page_of().words


def test_a_brief_says_that_it_is_ours_and_a_full_text_does_not():
    assert "This is our summary" in page_of(article(event())).words
    full = page_of(article(event(), text_kind="full")).words
    assert "This is our summary" not in full
    assert "our summary of a report" not in full


def test_a_draft_is_not_in_it():
    page = page_of(article(event(title="Shown")), article(event(title="Kept back"), id="b", status="draft"))
    assert "Kept back" not in page.words


def test_an_occasion_told_twice_is_one_entry_with_two_reports():
    page = page_of(article(event()), article(event(title="Told again"), id="b", published="2023-08-14"))
    assert len([attrs for _tag, attrs in page.elements if attrs.get("class") == "report"]) == 2
    assert page.words.count("told by another report, counted once") == 1


def test_chinese_is_marked_as_chinese():
    page = page_of(article(event(attendees=[person("Wang Fang", name_zh="王芳")])))
    assert {"王芳", "会议在赤峰召开"} <= set(page.text["span"])
    assert ("span", "zh") in page.attributes("lang")


def test_a_text_keeps_every_character_whatever_marks_cut_it(shipped):
    for one in shipped.approved:
        paragraphs = facts.pieces(one.full_text, facts.facts(one, shipped))
        assert tuple("".join(piece.text for piece in paragraph) for paragraph in paragraphs) == one.text


def test_a_visit_without_polygons_has_its_table_and_no_map():
    held = held_of(library_of(article(visit())))
    bare = dataclasses.replace(held, layer=dataclasses.replace(held.layer, geojson='{"features": []}', labels={}))
    page = Page(to_html(bare, Filter()))
    assert not [attrs for tag, attrs in page.elements if attrs.get("id") == "map"]
    assert "Tongliao" in page.words


def test_the_sentences_of_its_templates_are_collected_for_translation(tmp_path):
    root, catalogue = Path(__file__).parents[1], tmp_path / "daybook.pot"
    command = ["pybabel", "-q", "extract", "-F", root / "pyproject.toml", "-o", catalogue, root / "dashboard"]
    CommandLineInterface().run([str(word) for word in command])
    collected = catalogue.read_text("utf-8")
    assert all(f'msgid "{said}"' in collected for said in ("Reset filters", "Read the original", "Nothing here fits: {filter}."))


def test_the_command_writes_it(tmp_path, chifeng):
    file = tmp_path / "chifeng.html"
    asked = ["--region", "150400", "--from", "2023-01-01", "--to", "2023-12-31", "-o", str(file)]
    assert CliRunner().invoke(cli.main, ["export", "--format", "html", *asked]).exit_code == 0
    assert file.read_bytes() == chifeng


def test_the_command_has_no_hand_over_file_of_a_table():
    result = CliRunner().invoke(cli.main, ["export", "--format", "html", "--table", "stops"])
    assert (result.exit_code, result.stderr) == (2, "The format html cannot hold the table stops. It can hold: events.\n")
