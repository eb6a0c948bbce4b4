"""Chinese names that no word list ends: found by their signs and those beside them, and to be looked at twice."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.curation import proposals
from dashboard.data import areas
from dashboard.extract import likely_names, proposers
from dashboard.extract.draft import draft
from dashboard.extract.name_grammar_zh import readings

AREAS = areas.shipped()


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: ())


def made(words: str):
    return draft(words, published=dt.date(2023, 8, 13), areas=AREAS, people={}, today=dt.date(2026, 11, 23))


CAME = "8月12日，调研组到敖汉旗调研。"
NAMED = {
    "在加工厂，技术员丁小军摆弄着一台新到的仪器。": "丁小军",
    "护林员图门乌力吉骑摩托车等在路口。": "图门乌力吉",
    "村民刘桂珍拧开水龙头，水很清。": "刘桂珍",
    "牧民苏和指了指远处。": "苏和",
}


@pytest.mark.parametrize("words", NAMED)
def test_a_name_before_a_word_that_no_list_has_is_found_and_to_be_looked_at_twice(words):
    found = made(CAME + words)
    assert NAMED[words] in {a.name_zh for e in found.article.events for a in e.attendees}
    basis = next(p.basis for p in found.proposals if likely_names.BY_SIGNS in p.basis)
    assert proposals.Rest(basis=basis).doubtful


@pytest.mark.parametrize("words", ["村民们都来了。", "护林员巡山归来。", "两名技术员正在检修。", "工人在铺路。"])
def test_a_post_before_a_verb_names_nobody(words):
    assert not [a for e in made(CAME + words).article.events for a in e.attendees if a.name_zh]


@given(st.text(alphabet="村民员王丁小军图雅·的，拧 a", max_size=30))
def test_what_is_likely_is_one_of_the_readings(text):
    end = likely_names.likely_end(text, 0, likely_names.SURE)
    assert end is None or text[:end] in set(readings(text, 0, likely_names.SHORTEST_MONGOLIAN))


def test_a_name_without_a_post_does_not_rest_on_one():
    found = made("8月12日，王建国到敖汉旗调研，看了两处水井。")
    assert [a.name_zh for e in found.article.events for a in e.attendees] == ["王建国"]
    assert next(p.basis for p in found.proposals if ".attendees." in p.mark) == likely_names.BY_SIGNS
