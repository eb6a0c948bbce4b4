"""Who took part in what an English report tells of: weighed by the words of the sentence and where the name stands in it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.curation import proposals
from dashboard.data import areas
from dashboard.extract import attendees, likely_there, proposers
from dashboard.extract.annotate import annotate
from dashboard.extract.draft import draft
from dashboard.extract.text import report_of

AREAS = areas.shipped()
SUNDAY = dt.date(2023, 8, 13)
TOLD = "A hearing on sheep dip was held in Chifeng on August 9.\n\nSome 40 herders came.\n\n"
END = "\n\nThe next hearing will be held in winter."


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: ())


def made(words: str):
    return draft(words, published=SUNDAY, areas=AREAS, people={}, today=dt.date(2026, 11, 23))


def names(words: str) -> list[str]:
    return [a.name for e in made(TOLD + words + END).article.events for a in e.attendees if a.name]


@pytest.mark.parametrize(
    "words",
    [
        "Their guide was Naranhuar, who runs the trials for the academy.",
        "Not everyone was pleased: herder Naranhuar shook his head.",
        "Among the oldest was Naranhuar, a herder whose family gave up 120 sheep.",
    ],
)
def test_who_did_something_is_proposed_and_to_be_looked_at_twice(words):
    assert names(words) == ["Naranhuar"]
    basis = next(p.basis for p in made(TOLD + words + END).proposals if attendees.BESIDE in p.basis)
    assert proposals.Rest(basis=basis).doubtful


@pytest.mark.parametrize(
    "words",
    [
        "The farmhouse was built by Mayor Feng Lixin in 2015.",
        "The hall was designed by the architect Zhao Jingyuan in 2003.",
        "The late singer Hajab gave two concerts in the banner in the 1980s.",
        "The last such hearing was in 2019, under the then president Lu Chunsheng.",
    ],
)
def test_who_is_only_spoken_of_is_not(words):
    assert names(words) == []


@given(st.integers(2, 6))
def test_the_names_of_a_list_have_the_same_words_beside_them(many):
    listed = ["Li Ming", "Wang Jun", "Zhao Lei", "Chen Hao", "Liu Yang", "Sun Mei"][:many]
    report = report_of(f"{TOLD}Also there were {', '.join(listed[:-1])} and {listed[-1]} of the bank.{END}")
    marks = annotate(report, AREAS, {}, SUNDAY)
    sentence = next(s for s in report.sentences if report.text.startswith("Also", s.start))
    found = [likely_there.signs(m, report, sentence, marks) for m in marks.people]
    assert len(found) == many
    assert len({frozenset(sign for sign in signs if sign[0] in "ab") for signs in found}) == 1
