"""The page /add, run without a browser: what is asked, what is said first, and that nothing given is lost."""

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.curation import desk
from dashboard.data import revisions, store
from dashboard.data.records import Article
from tests.pages import links, only_the_seed, run, said, sent
from tests.test_desk import TEXT, WHO, made

UNDATED = TEXT.replace(" 2024", "")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DAYBOOK_CURATE", "1")
    monkeypatch.delenv("DAYBOOK_CURATORS", raising=False)
    return only_the_seed(tmp_path / "data")


def paste(text: str, published: dt.date | None = dt.date(2024, 5, 6)) -> AppTest:
    tester = run("add")
    tester.text_area(key="pasted").set_value(text)
    tester.date_input(key="published").set_value(published)
    return press(tester, "Propose a draft")


def press(tester: AppTest, label: str) -> AppTest:
    next(button for button in tester.button if button.label == label).click()
    tester.run()
    assert not tester.exception
    return tester


def drafts(folder: Path) -> list[Article]:
    return [a for a in store.load(folder).articles if a.review.status == "draft"]


def test_a_pasted_text_becomes_a_saved_draft_under_review(folder):
    tester = paste(TEXT)
    (draft,) = drafts(folder)
    assert (draft.published, draft.text_kind) == (dt.date(2024, 5, 6), "full")
    assert [event["event"] for event in sent(tester, "review")["events"]] == ["m1"]


def test_the_day_is_asked_where_it_was_not_given_and_nothing_is_saved_before_the_answer(folder):
    tester = paste(UNDATED, None)
    assert "Which day was it published?" in said(tester)
    assert not drafts(folder)
    tester.radio(key="which").set_value("other")
    tester.date_input(key="other_day").set_value(dt.date(2024, 5, 6))
    press(tester, "Go on")
    assert [a.events[0].start for a in drafts(folder)] == [dt.date(2024, 5, 5)]


def test_no_day_is_an_answer_and_the_years_stay_open(folder):
    tester = paste(UNDATED, None)
    tester.radio(key="which").set_value("none")
    press(tester, "Go on")
    assert [(a.published, a.events[0].start) for a in drafts(folder)] == [(None, None)]


def test_a_day_that_the_text_prints_as_its_own_is_offered(folder):
    tester = paste(f"Published: 2024-05-06\n\n{UNDATED}", None)
    assert (
        "2024-05-06" in tester.radio(key="which").options or "6 May 2024, as its text prints" in tester.radio(key="which").options
    )


def test_what_is_held_is_said_before_anything_else_and_may_be_added_all_the_same(folder):
    desk.add(folder, made(folder), store.load(folder), **WHO)
    tester = paste(TEXT)
    assert "This article is here already" in said(tester)
    assert any(link.startswith("The same text") for link in links(tester))
    assert len(drafts(folder)) == 1


def test_what_is_held_can_be_left(folder):
    desk.add(folder, made(folder), store.load(folder), **WHO)
    tester = press(paste(TEXT), "Leave it")
    assert "This article is here already" not in said(tester)
    assert tester.text_area(key="pasted").value == TEXT


@pytest.mark.parametrize(("text", "sentence"), [("", "nothing to read"), ("x" * 100_001, "more than 100000 characters")])
def test_what_cannot_be_read_is_a_sentence_and_stays_in_the_form(folder, text, sentence):
    tester = paste(text)
    assert sentence in said(tester)
    assert tester.text_area(key="pasted").value == text
    assert not drafts(folder)


def test_a_draft_is_not_approved_before_each_value_is_looked_at(folder):
    draft = desk.add(folder, made(folder), store.load(folder), **WHO)
    tester = run("add", draft=draft.id)
    assert next(b for b in tester.button if b.label == "Approve").disabled
    desk.act(folder, store.load(folder), draft, {"do": "accept_all", "event": "m1"}, **WHO)
    tester = press(run("add", draft=draft.id), "Approve")
    assert "It is approved, and on the map." in "\n".join(box.value for box in tester.success)
    assert [a.id for a in store.load(folder).approved if a.id == draft.id]


def test_the_page_says_which_numbers_an_approval_moves(folder):
    draft = desk.add(folder, made(folder), store.load(folder), **WHO)
    assert "Tongliao: 1 → **2**" in said(run("add", draft=draft.id))


def test_undo_goes_back_one_revision(folder):
    draft = desk.add(folder, made(folder), store.load(folder), **WHO)
    desk.act(folder, store.load(folder), draft, {"do": "remove_event", "event": "m1"}, **WHO)
    press(run("add", draft=draft.id), "Undo the last change")
    assert len(revisions.current(folder, draft.id, store.load(folder).areas).events) == 1


def test_a_withdrawn_article_says_why_to_whoever_has_its_link(folder):
    draft = desk.add(folder, made(folder), store.load(folder), **WHO)
    desk.become(folder, draft.id, "approved", **WHO)
    desk.become(folder, draft.id, "withdrawn", **WHO, reason="printed twice")
    assert "was withdrawn on 2 January 2026 by Li Ming, and counts nowhere: printed twice" in said(
        run("articles", article=draft.id)
    )


@pytest.mark.parametrize("id", ["x", "../../etc/passwd", "a" * 400])
def test_a_draft_that_is_not_held_is_a_sentence(folder, id):
    assert "No article" in said(run("add", draft=id))


def test_every_saved_draft_is_listed(folder):
    draft = desk.add(folder, made(folder), store.load(folder), **WHO)
    tester = run("add")
    assert draft.headline in said(tester)
    assert "Open it" in links(tester)
