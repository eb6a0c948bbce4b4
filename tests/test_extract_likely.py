"""Events by the words of their sentence taken together: what no rule knows is found, what only looks like an event is not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.curation import proposals
from dashboard.data import areas
from dashboard.extract import likely, proposers
from dashboard.extract.annotate import annotate
from dashboard.extract.draft import draft
from dashboard.extract.text import report_of

AREAS = areas.shipped()
SUNDAY = dt.date(2023, 8, 13)


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: ())


def made(words: str):
    return draft(words, published=SUNDAY, areas=AREAS, people={}, today=dt.date(2026, 11, 23))


HEARD = "A hearing was held in Chifeng on August 9. "
SCENES = (
    HEARD + "One day before the hearing, Chen Hao had led prosecutors to the coal yard, where they took samples at the gate.",
    "On August 8 it was the turn of Aohan Banner: a cooperative in the morning and, after lunch with the families, a plant that "
    "turns manure into gas.",
    "8月8日一早，医疗队的大巴就停在了敖汉旗牧民巴特尔家的草场边，医生们下车给老人量血压。",
)


@pytest.mark.parametrize("words", SCENES)
def test_a_scene_tells_of_a_visit_and_is_to_be_looked_at_twice(words):
    found = made(words)
    assert [e.start for e in found.article.events if e.kind == "visit"] == [dt.date(2023, 8, 8)]
    assert next(p.basis for p in found.proposals if p.mark == "v1.kind") == likely.BY_WORDS
    assert likely.BY_WORDS in proposals.DOUBTFUL


def test_what_rules_take_for_an_event_is_none_where_all_other_words_speak_against_it():
    words = (
        "That was the outcome of a video conference which the Museum Association in Aohan Banner called on Museum Day, August 8."
    )
    assert [e.kind for e in made(words).article.events] == ["meeting"]


def test_a_sentence_without_a_day_is_not_weighed():
    assert (
        made("Then it was the turn of Aohan Banner: a cooperative in the morning and, after lunch, a plant.").article.events == ()
    )


@given(st.text(max_size=200))
def test_a_chance_is_one_whatever_the_words(text):
    report = report_of("On August 8, a day. " + text)
    marks = annotate(report, AREAS, {}, SUNDAY)
    for sentence in report.sentences:
        said = likely.words(report, sentence, marks)
        assert all(report.text[w.start : w.end].lower() == w.says or w.says.isupper() for w in said)
        assert all(0 <= chance <= 1 for chance in likely.chances(said, report.language).values())
