"""Rules of the search: which events a reader's words find, which of them first, and where the words stand in a text."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.data import frames as tidy
from dashboard.data import search
from dashboard.data.filters import Filter
from dashboard.data.frames import TABLES, Frames, frames
from dashboard.data.search import Index, Words, folded, spans, telling, terms
from tests.factories import (
    TEXT,
    WORDS,
    article,
    collections,
    column,
    event,
    frames_of,
    group,
    library_of,
    person,
    seldom,
    stop,
)


def finds(q: str, *texts: str) -> list[int]:
    """Which of the texts `q` finds, the best first."""
    return [int(found) for found in Index(Words(str(n), "", "", text) for n, text in enumerate(texts)).find(q)]


def held(**changes) -> Frames:
    """One event, `a--m1`, in Hongshan District of Chifeng, with Zhang Yankun and officials."""
    made = {"stops": [stop("150402", place="Old town")], "attendees": [person(person="zhang-yankun"), group()]} | changes
    return frames_of(article(event(**made)))


# Which words find


@pytest.mark.parametrize("q", ["chifeng", "chif", "c", "CHIFENG", "12", "chif augu"])
def test_a_word_finds_the_words_that_begin_with_it(q):
    assert finds(q, "They met in Chifeng on 12 August") == [0]


@pytest.mark.parametrize("q", ["hifeng", "feng", "chifengs", "2", "chi feng"])
def test_a_word_does_not_find_the_middle_of_another(q):
    assert finds(q, "They met in Chifeng on 12 August") == []


def test_all_words_must_be_there_in_any_order():
    assert finds("meeting chifeng", "Chifeng: a meeting", "Chifeng", "A meeting") == [0]


def test_words_may_stand_in_different_parts():
    index = Index([Words("m1", "A meeting", "Chifeng", "They came")])
    assert index.find("meeting chifeng came") == ("m1",)


def test_a_word_asked_for_twice_is_asked_for_once():
    assert terms("Chifeng chifeng CHIFENG 赤峰 赤峰") == ["chifeng", "赤峰"]


@pytest.mark.parametrize("q", ["赤峰", "峰召", "在", "会议在赤峰召开", "赤峰 会议", "met赤峰"])
def test_chinese_finds_its_characters_wherever_they_stand_together(q):
    assert finds(q, "They met. 会议在赤峰召开。") == [0]


@pytest.mark.parametrize("q", ["峰赤", "会赤", "赤赤", "议峰", "赤峰市"])
def test_chinese_characters_apart_or_in_another_order_are_not_found(q):
    assert finds(q, "They met. 会议在赤峰召开。") == []


@pytest.mark.parametrize("q", ["xing'an", "XING’AN", "xing'a"])
def test_a_word_with_an_apostrophe_is_one_word(q):
    assert finds(q, "Another in Xing", "Xing’an League", "An event in Xing'an") == [1, 2]


@pytest.mark.parametrize("text", ["在赤，峰会", "在赤\n峰会", "赤 峰"])
def test_chinese_characters_with_a_sign_between_them_do_not_stand_together(text):
    assert finds("赤峰", text) == []


@pytest.mark.parametrize(("q", "sites"), [("场水", ["农场", "水库"]), ("峰昭", [])])  # 赤峰, 昭乌达盟: names of one area
def test_the_end_of_one_name_and_the_beginning_of_the_next_are_no_word(q, sites):
    assert held(stops=[stop(sites=sites)]).index.find(q) == ()


@pytest.mark.parametrize(("q", "text"), [("Luliang", "Lüliang"), ("LÜLIANG", "luliang"), ("Öbör", "obor"), ("café", "CAFE")])
def test_accents_and_case_do_not_matter(q, text):
    assert finds(q, text) == [0]


@pytest.mark.parametrize(
    ("q", "text"),
    [
        ("Lu\u0308liang", "Lüliang"),  # the accent as a character of its own
        ("Хөгжлийн", "Хөгжлийн төв"),  # Mongolian in Cyrillic letters
        ("한국", "한국 대표단"),
        ("がん", "がんセンター"),
    ],
)
def test_a_word_finds_itself_in_any_script(q, text):
    assert finds(q, text) == [0]


@pytest.mark.parametrize("q", ["", " ", "_", "...", "*", '"', "()", "-", "%", "，。", "\u0308", "💧", "\x00", "'--"])
def test_signs_alone_find_nothing(q):
    assert finds(q, "A _ * % - 💧 meeting", "") == []


@pytest.mark.parametrize("sign", ["-", "*", '"', "(", "，", "💧", "_"])
def test_a_sign_beside_a_word_changes_nothing(sign):
    assert finds(f"meeting {sign}", "A meeting") == finds(f"{sign}meeting", "A meeting") == [0]


def test_no_records_find_nothing():
    assert frames_of().index.find("chifeng") == ()


# What is searched of an event


@pytest.mark.parametrize(
    "q",
    [
        "Hongshan", "红山区", "赤峰", "Chifeng", "Ulanhad",  # the area, the one above it, another name
        "Old town", "Zhang Yankun", "张延昆", "Officials", "A headline", "A paper", "rained", "会议在赤峰召开",
    ],
)  # fmt: skip
def test_an_event_is_found_by_all_that_its_article_and_our_tables_call_it(q):
    assert held().index.find(q) == ("a--m1",)


def test_an_area_is_found_by_another_spelling():
    assert held(stops=[stop("152200", place="The League")]).index.find("Hinggan") == ("a--m1",)


def test_an_area_outside_the_region_is_found_without_its_accent():
    assert held(stops=[stop("141100", place="A city")]).index.find("Luliang") == ("a--m1",)


def test_the_region_alone_is_found_only_where_a_stop_is_known_as_no_more():
    assert held().index.find("Neimenggu") == ()
    assert held(stops=[stop("150000", place="The region")]).index.find("Neimenggu") == ("a--m1",)


@pytest.mark.parametrize(
    ("changes", "q"),
    [
        ({"title": "Water"}, "water"),
        ({"topic": "Water"}, "water"),
        ({"organizer": "Water bureau"}, "water bureau"),
        ({"attendees": [group(organization="水利局")]}, "水利局"),
        ({"attendees": [group(role="Engineer")]}, "engineer"),
        ({"attendees": [person(None, name_zh="王芳")]}, "王芳"),
        ({"stops": [stop(sites=["A dam"])]}, "dam"),
        ({"stops": [stop(None, place="Ulaanbaatar")]}, "ulaanbaatar"),
    ],
)
def test_an_event_is_found_by_what_its_record_says(changes, q):
    assert (held(**changes).index.find(q), held().index.find(q)) == (("a--m1",), ())


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_approved_is_not_found(status):
    assert frames_of(article(event(), status=status)).index.find("chifeng") == ()


# Which first


def test_a_word_in_the_title_outranks_the_same_among_names_and_that_the_same_in_the_text():
    rows = Words("text", "-", "-", "water"), Words("names", "-", "water", "-"), Words("title", "water", "-", "-")
    assert Index(rows).find("water") == ("title", "names", "text")


def test_an_event_with_a_word_in_its_title_stands_before_one_with_it_in_its_article():
    said = article(event(), id="a", text=[*TEXT, "Water."])
    titled = article(event(title="Water"), id="b")
    assert frames_of(said, titled).index.find("water") == ("b--m1", "a--m1")


def test_equals_stand_in_the_order_of_the_records():
    assert finds("water", "water", "fire", "water", "water") == [0, 2, 3]


def test_very_many_stand_in_the_order_of_the_records(monkeypatch):
    monkeypatch.setattr(search, "RANKED", 1)
    assert finds("water", "fire and water, and more", "water") == [0, 1]


# Against plain Python

letters = st.text(alphabet="abBéÉü8", min_size=1, max_size=3)
chinese = st.text(alphabet="赤峰市", min_size=1, max_size=4)
signs = st.text(alphabet=" ,.'-\n", min_size=1, max_size=2)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Latin words and Chinese in turn, with signs between them or none where the script changes."""
    parts = st.tuples(letters, signs, letters, signs | st.just(""), chinese, signs | st.just(""))
    return "".join("".join(draw(parts)) for _ in range(draw(st.integers(0, 2))))


events = st.lists(st.builds(Words, st.just(""), texts(), texts(), texts()), max_size=4).map(
    lambda rows: [row._replace(event=f"m{n}") for n, row in enumerate(rows)]
)
queries = st.lists(letters | chinese | signs, min_size=1, max_size=4).map("".join) | texts()


def plain(text: str) -> str:
    """Small letters, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def stands(asked: list[str], words: list[str]) -> bool:
    """Whether the parts of one word asked for stand together among `words`, and the last begins its own."""
    if not asked[0].isascii():
        return any(asked[0] in word for word in words)
    return any(
        words[i : i + len(asked) - 1] == asked[:-1] and words[i + len(asked) - 1].startswith(asked[-1])
        for i in range(len(words) - len(asked) + 1)
    )


def has(row: Words, q: str) -> bool:
    here = [re.findall("[a-z0-9]+|[赤峰市]+", plain(text)) for text in row[1:]]
    asked = [word.split("'") for word in re.findall("[a-z0-9]+(?:'[a-z0-9]+)*|[赤峰市]+", plain(q))]
    return bool(asked) and all(any(stands(word, words) for words in here) for word in asked)


@given(rows=events, q=queries)
def test_an_event_is_found_exactly_when_it_has_every_word(rows, q):
    assert set(Index(rows).find(q)) == {row.event for row in rows if has(row, q)}


@given(rows=events, q=queries)
def test_every_word_that_found_an_event_is_marked_somewhere_in_it(rows, q):
    whole = {row.event: row for row in rows}
    for found in Index(rows).find(q):
        for term in terms(q):
            assert any(spans(term, text) for text in whole[found][1:]), term


@given(rows=events, q=queries, most=st.integers(0, 3))
def test_the_same_events_are_found_however_few_are_ranked(rows, q, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "RANKED", most)
        few = Index(rows).find(q)
    assert sorted(few) == sorted(Index(rows).find(q))
    assert len(set(few)) == len(few)


@given(q=st.text(max_size=200) | st.text(alphabet="\"*^():-+{}' ANDORNTEa赤", max_size=200))
def test_any_text_may_be_asked_for(shipped_index, q):
    index, known = shipped_index
    assert set(index.find(q)) <= set(known)
    assert not index.find(q) or terms(q)


@given(data=st.data())
def test_an_event_of_the_shipped_record_is_found_by_the_beginning_of_any_of_its_words(shipped_index, data):
    index, known = shipped_index
    event_id = data.draw(st.sampled_from(list(known)))
    word = data.draw(st.sampled_from([w for text in known[event_id][1:] for w in terms(text)]))
    assert event_id in index.find(word[: data.draw(st.integers(1, len(word)))])


@pytest.fixture(scope="module")
def shipped_index(shipped) -> tuple[Index, dict[str, Words]]:
    made = {e.id: tidy.words(a, e, shipped) for a in shipped.approved for e in a.events}
    return Index(made.values()), made


# On frames


@seldom()
@given(held=collections(), q=st.sampled_from((*WORDS, "zhang officials", "12", "?", "赤峰 chif")))
def test_words_leave_exactly_the_events_that_they_find(engine, held, q):
    whole = frames(held)
    shown = Filter(q=q).apply(engine(whole))
    found = set(whole.index.find(q))
    assert column(shown.events, "event") == sorted(found)
    for table in set(TABLES) - {"articles"}:
        kept = [e for e in column(getattr(whole, table), "event") if e in found]
        assert column(getattr(shown, table), "event") == kept, table


def test_what_a_filter_leaves_is_searched_by_the_same_index():
    whole = frames(library_of(article(event(), event("m2", title="Water"))))
    assert Filter(q="water").apply(whole).index is whole.index


# Where the words stand


@given(text=st.text())
def test_folded_text_is_as_long_as_it_was(text):
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("q", "text", "marked"),
    [
        ("chif", "In Chifeng, Chi and CHIFENGS", ["Chifeng", "CHIFENGS"]),
        ("luliang", "To Lüliang.", ["Lüliang"]),
        ("赤峰", "会议在赤峰召开，赤峰市", ["赤峰", "赤峰"]),
        ("xing'an", "Xing’an, an, Xing'anmeng", ["Xing’an", "Xing'anmeng"]),
        ("赤 赤峰", "赤峰市在赤", ["赤峰", "赤"]),  # the longer where both would do
        ("met 赤峰", "met赤峰met", ["met", "赤峰", "met"]),
        ("meet me", "me meeting mend", ["me", "meeting", "mend"]),
        ("feng", "Chifeng", []),
        (".*", "anything. *", []),
        ("a.c", "abc a c", ["abc", "a", "c"]),
        ("", "anything", []),
    ],
)
def test_the_whole_words_that_begin_with_one_asked_for_are_marked(q, text, marked):
    assert [text[a:b] for a, b in spans(q, text)] == marked


@given(q=st.text(max_size=20) | queries, text=st.text() | texts(), data=st.data())
def test_each_marked_piece_begins_with_a_word_asked_for_and_stands_where_it_says(q, text, data):
    text += data.draw(st.sampled_from(["", q]))
    end = 0
    for a, b in spans(q, text):
        assert end <= a < b <= len(text)
        begins = re.sub(r"\W+", " ", folded(text[a:b]))
        assert begins.startswith(tuple(t.replace("'", " ").replace("’", " ") for t in terms(q)))
        end = b


# The sentence that tells most


def test_the_sentence_with_the_most_different_words_is_told():
    assert telling("water chifeng", ["Water, water.", "Water in Chifeng.", "Chifeng."]) == "Water in Chifeng."


def test_of_equals_the_first_is_told():
    assert telling("water", ["Fire.", "Water one.", "Water two."]) == "Water one."


@pytest.mark.parametrize("q", ["fire", "", "?"])
def test_no_sentence_is_told_where_none_has_a_word(q):
    assert telling(q, ["Water."]) is None
    assert telling(q, []) is None


def test_two_endings_of_one_word_are_one_word():
    assert telling("meet chifeng", ["Meeting, meetings and meets.", "A meeting in Chifeng."]) == "A meeting in Chifeng."


@given(q=queries, sentences=st.lists(texts(), max_size=4))
def test_a_sentence_is_told_exactly_when_one_has_a_word(q, sentences):
    assume(terms(q))
    told = telling(q, sentences)
    assert (told is None) == (not any(spans(q, s) for s in sentences))
    assert told is None or (told in sentences and spans(q, told))
