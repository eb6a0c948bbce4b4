"""The pages, run as Streamlit runs them, without a browser: what they say, what they link to, and that none fails."""

import gettext
import json
import shutil
from pathlib import Path

import pytest

from dashboard import words
from dashboard.data import store
from dashboard.views import rows
from tests.pages import PAGES, SEED, asked, links, listed, numbers, only_the_seed, plain, run, said, sent

ROOT = Path(__file__).parents[1]
ARTICLE = SEED


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder with the seed alone, that a test may spoil: pages say of it what can be counted by hand."""
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "data"))
    return only_the_seed(tmp_path / "data")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "address",
    [
        {},
        {"region": "150500"},
        {"from_": "2023-08-10", "to": "2023-08-10"},
        {"q": "no such words"},
        {"level": "county", "organization": "nobody"},
        {
            "region": ["150400", "1504", "<b>"],
            "kind": "party",
            "table": "x",
            "basis": "x",
            "article": "x",
            "mark": "x",
            "closer": "x",
            "by": "x",
            "event": "x",
            "person": "x",
            "page_": "x",
            "period": "x",
        },
    ],
)
def test_no_address_breaks_a_page(page, address):
    tester = run(page, **address)
    assert not tester.exception
    assert len(tester.title) == 1


def test_the_map_page_says_in_words_what_is_shown():
    assert "1 meeting and 1 visit, 9–12 August 2023, in 3 regions, from 1 article." in said(run())


def test_a_kind_without_events_is_left_out_of_the_sentence():
    assert "1 visit, 9–12 August 2023, in 3 regions, from 1 article." in said(run(from_="2023-08-10", to="2023-08-10"))


def test_the_key_numbers_are_those_of_the_article():
    shown = {"Meetings": "1", "Visits": "1", "Regions": "3", "People named": "1", "Groups without a number": "3", "Articles": "1"}
    assert numbers(run()) == shown


def test_a_region_shows_the_events_with_a_stop_in_it():
    shown = numbers(run(region="150500"))
    assert (shown["Visits"], "Meetings" in shown) == ("1", False)


def test_every_bad_value_has_its_sentence_and_everything_is_shown():
    tester = run(region="999999", from_="soon")
    assert [plain(w.value).split(" is left out")[0] for w in tester.warning] == ["region=999999", "from=soon"]
    assert numbers(tester) == numbers(run())


def test_nothing_found_says_which_filter_to_relax():
    tester = run(region="150500", kind="meeting")
    assert "Nothing here fits" in said(tester)
    assert any("Without “in Tongliao”: 1 event" in label for label in links(tester))
    assert any("Without “kind: meetings”: 1 event" in label for label in links(tester))


def test_filters_show_what_the_address_says():
    tester = run(region="150400", kind="visit", level="county", from_="2023-08-01", q="field")
    assert [box.value for box in tester.multiselect][:2] == [["150400"], ["county"]]
    assert [box.value for box in tester.checkbox] == [False, True]
    assert tester.date_input[0].value.isoformat() == "2023-08-01"
    assert tester.text_input[0].value == "field"


def test_a_widget_writes_the_address_and_leaves_the_rest_of_it():
    tester = run(utm_source="letter", region="150400")
    tester.checkbox[1].check().run()
    assert asked(tester, "kind") == ["visit"]
    assert asked(tester, "region") == ["150400"]
    assert asked(tester, "utm_source") == ["letter"]


def test_a_start_set_after_the_end_lets_the_end_go():
    tester = run(to="2023-08-01")
    tester.date_input[0].set_value("2023-09-01").run()
    assert asked(tester, "from") == ["2023-09-01"]
    assert "to" not in tester.query_params


def test_the_same_filter_holds_on_every_page():
    found = [link.proto for link in run(region="150500").get("page_link")][: len(PAGES)]
    assert {link.query_string for link in found} == {"region=150500"}


def test_attendees_tells_the_named_from_groups_without_a_number():
    tester = run("attendees")
    assert "1 person named and 3 groups with no number stated, at 2 events." in said(tester)
    table = tester.dataframe[0].value
    assert list(table["Number"]) == ["1", *["□ not stated"] * 6]
    assert list(table["Attendance"]) == [*["stated"] * 4, *["◌ inferred"] * 3]


def test_an_article_sends_its_text_as_data_with_every_mark():
    data = sent(run("articles", article=ARTICLE, mark="v1.dates"), "article_text")
    text = "\n\n".join("".join(piece["text"] for piece in paragraph) for paragraph in data["paragraphs"])
    held = json.loads((ROOT / "data" / "articles" / f"{ARTICLE}.json").read_text("utf-8"))
    assert text == "\n\n".join(held["text"])
    assert data["active"] == "v1.dates"
    marked = {mark for paragraph in data["paragraphs"] for piece in paragraph for mark in piece.get("marks", [])}
    assert marked == {item["mark"] for group in data["facts"] for item in group["items"]}


def test_a_mark_that_an_article_does_not_have_is_said():
    assert "mark=m9.x is left out" in said(run("articles", article=ARTICLE, mark="m9.x"))


def test_records_shows_the_rows_that_a_number_counts_and_their_sentence():
    tester = run("records", table="attendees", basis="named")
    assert list(tester.dataframe[0].value["Who"]) == ["Zhang Yankun"]
    assert "Zhang Yankun, secretary of that Party group" in said(tester)


@pytest.mark.parametrize(
    ("number", "address", "words_said"),
    [
        ("Groups without a number", {"table": "attendees", "basis": "not_stated"}, "3 people or groups in 6 rows"),
        ("Regions", {"table": "event_areas", "unit": "prefecture"}, "3 areas in 4 rows"),
    ],
)
def test_records_says_the_number_that_opened_it_where_rows_are_more(number, address, words_said):
    assert numbers(run())[number] == words_said[0]
    assert words_said in said(run("records", **address))


def test_a_broken_file_hides_no_other_and_is_named(folder):
    (folder / "articles" / "broken.json").write_text("{", "utf-8")
    tester = run()
    assert "broken.json is left out" in plain(tester.warning[0].value)
    assert numbers(tester) == numbers(run())


def test_an_empty_folder_says_what_to_do(folder):
    shutil.rmtree(folder / "articles")
    tester = run()
    assert "no approved articles" in said(tester)
    assert "Nothing here fits" not in said(tester)
    assert not tester.exception


def test_a_missing_folder_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "nowhere"))
    assert "There is no data folder 'nowhere'" in run().error[0].value


def test_a_saved_article_is_shown_without_a_restart(folder):
    assert numbers(run())["Articles"] == "1"
    path = folder / "articles" / f"{ARTICLE}.json"
    path.write_text(path.read_text("utf-8").replace(ARTICLE, "second"), "utf-8")
    path.rename(path.with_name("second.json"))
    (folder / "articles" / f"{ARTICLE}.json").write_bytes((store.SHIPPED / "articles" / f"{ARTICLE}.json").read_bytes())
    assert numbers(run())["Articles"] == "2"


def test_without_polygons_the_table_still_has_the_numbers(monkeypatch, tmp_path, folder):
    own = tmp_path / "own.geojson"
    own.write_text("not json", "utf-8")
    monkeypatch.setenv("DAYBOOK_BOUNDARIES", str(own))
    tester = run()
    assert not tester.exception
    assert "own.geojson" in said(tester)
    assert listed(tester)["Chifeng"] == "2"


def test_words_of_a_record_are_only_text(folder):
    path = folder / "articles" / f"{ARTICLE}.json"
    spoilt = path.read_text("utf-8").replace(
        "Field visits by participants", "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **x**"
    )
    path.write_text(spoilt, "utf-8")
    shown = said(run())
    assert "<img" not in shown.replace("\\<img", "")
    assert "[x](" not in shown


class Brackets(gettext.NullTranslations):
    """A language in which every sentence of ours stands in brackets: what has none has not been through gettext."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"⟦{one if n == 1 else many}⟧"


@pytest.mark.parametrize(
    ("page", "address"),
    [(page, {}) for page in PAGES]
    + [("map", {"q": "nowhere"}), ("articles", {"article": ARTICLE}), ("attendees", {"person": "zhang-yankun"})],
)
def test_every_word_of_ours_passes_through_gettext(page, address, monkeypatch):
    monkeypatch.setattr(words, "catalogue", lambda language: Brackets())
    monkeypatch.setattr(rows, "display", rows.display.__wrapped__)  # what is kept was said in another language
    tester = run(page, **address)
    headings = [e.value for kind in (tester.title, tester.subheader, tester.info) for e in kind]
    labelled = (tester.button, tester.multiselect, tester.checkbox, tester.date_input, tester.text_input, tester.expander)
    labels = [e.label for kind in labelled for e in kind]
    data = [json.loads(e.proto.json) for e in tester.get("bidi_component")]
    cells = [cell[part] for one in data for cell in one.get("cells", []) for part in ("label", "rule") if part in cell]
    theirs = names_in_records(ROOT / "data" / "articles" / f"{ARTICLE}.json")
    ours = [text for text in (*headings, *labels, *links(tester), *cells) if not any(name in text for name in theirs)]
    assert [text for text in ours if "⟦" not in text] == []


def names_in_records(path: Path) -> set[str]:
    """Headline, places, people and bodies: what is said as it stands."""
    data = json.loads(path.read_text("utf-8"))
    attending = [who for event in data["events"] for who in event["attendees"]]
    named = [who.get(field) for who in attending for field in ("name", "organization")]
    return {
        x
        for x in (
            data["headline"],
            *named,
            "Chifeng",
            "Tongliao",
            "Xing'an",
            "Inner Mongolia",
            *(e.get("organizer") for e in data["events"]),
        )
        if x
    }
