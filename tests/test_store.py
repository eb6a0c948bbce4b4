"""Rules of the store: what cannot be read is left out with one sentence on each thing, and hides nothing else."""

import copy
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data import store
from dashboard.data.errors import BadTable, DaybookError, NoData
from dashboard.data.records import Article
from dashboard.data.store import BadFile, Holdings
from tests.factories import AREAS, QUOTE, UNDATED, article, event, group, person, seldom, stop

SHIPPED = store.SHIPPED / "articles" / "2023-08-13-chifeng-cppcc-exchange.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one good article, `a`."""
    (tmp_path / "articles").mkdir()
    put(tmp_path, "a", article(event()))
    (tmp_path / "people.csv").write_text("person,name,name_zh\nzhang-yankun,Zhang Yankun,张延昆\n", "utf-8")
    return tmp_path


def put(folder: Path, name: str, content: object) -> Path:
    path = folder / "articles" / f"{name}.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
    return path


def left_out(held: Holdings) -> dict[str, list[str]]:
    return {x.file: [str(e) for e in x.errors] for x in held.left_out}


def bad(*changes: dict, **more) -> dict:
    return article(event(*changes, **more), id="b")


WRONG = {  # what is in b.json -> what its one sentence says
    "not JSON": (b'{"id": ', "The file is not JSON: line 1 cannot be read."),
    "empty": (b"", "The file is not JSON: line 1"),
    "GBK": (json.dumps(article(id="b", headline="会议"), ensure_ascii=False).encode("gbk"), "The file is not UTF-8 (byte"),
    "UTF-16": (json.dumps(article(id="b")).encode("utf-16"), "The file is not UTF-8 (byte 0)"),
    "byte order mark": (b"\xef\xbb\xbf{}", "The file is not JSON"),
    "nested": (b"[" * 100_000, "The file is not JSON"),
    "long number": (b"9" * 5_000, "The file is not JSON"),
    "too large": (b" " * (store.MAX_BYTES + 1), "are the most for one article"),
    "a list": ([], "The file is []"),
    "a number": (7, "The file is 7"),
    "null": (None, "The file is None"),
    "wrong date": (bad(start="2023-13-12"), "events.1.start is '2023-13-12': Input should be a valid date"),
    "unknown area": (bad(stops=[stop("150499")]), "events.1.stops.1.adcode: Adcode '150499' is no known area. Nearest: 15"),
    "no such quote": (bad(stops=[stop(evidence={"quote": "X"})]), "Article 'b', m1.stops.1: quote 'X' is not in the text: copy"),
    "quote twice": (bad(stops=[stop(evidence={"quote": "hey"})]), "quote 'hey' is in the text 2 times: quote more words"),
    "start after end": (bad(start="2023-08-13"), "events.1: event 'b--m1' starts on 2023-08-13, after its end on 2023-08-12."),
    "another name": (article(id="c"), "The article's id is 'c': name the file c.json."),
    "unknown person": (bad(attendees=[person(person="nobody")]), "Person id 'nobody' is not in data/people.csv."),
    "no headline": ({k: v for k, v in article(id="b").items() if k != "headline"}, "headline is missing: the fields are in"),
    "unknown field": (article(id="b", colour="red"), "colour is no field of a record: the fields are in"),
    "half a character": (json.dumps(article(id="b")).replace("A headline", "\\ud800").encode(), "The file is"),
    "a number for text": (article(id="b", headline=7), "headline is 7: Input should be a valid string."),
    "event id twice": (article(event(), event(), id="b"), "Article 'b', event id 'b--m1' stands there twice"),
    "an event without a date basis": (bad(**UNDATED | {"date_basis": "url"}), "event 'b--m1': date_basis says"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_cannot_be_used_is_left_out_with_one_sentence(folder, name):
    content, said = WRONG[name]
    put(folder, "b", content)
    held = store.load(folder)
    assert list(left_out(held)) == ["b.json"]
    (sentence,) = left_out(held)["b.json"]
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert [a.id for a in held.articles] == ["a"], "a bad file hides a good one"


def test_each_thing_to_mend_has_its_own_sentence(folder):
    put(folder, "b", article(event(start="soon", stops=[stop("150499")]), id="b", headline=""))
    assert len(left_out(store.load(folder))["b.json"]) == 3


def test_bad_files_on_both_sides_hide_no_good_one(folder):
    for name in ("0", "b"):
        put(folder, name, b"{")
    held = store.load(folder)
    assert ([a.id for a in held.articles], list(left_out(held))) == (["a"], ["0.json", "b.json"])


def test_an_id_used_already_names_the_file_that_has_it(folder):
    put(folder, "b", article(event(), id="a"))
    assert "Article id 'a' is already used by a.json" in left_out(store.load(folder))["b.json"][0]


def test_a_copy_that_sorts_first_does_not_take_the_place_of_the_article(folder):
    put(folder, "0", article(event(), id="a"))
    held = store.load(folder)
    assert ([a.id for a in held.articles], list(left_out(held))) == (["a"], ["0.json"])


@pytest.mark.parametrize("kind", ["folder", "broken link"])
def test_what_only_looks_like_a_file_is_left_out(folder, kind):
    path = folder / "articles" / "b.json"
    path.mkdir() if kind == "folder" else path.symlink_to(folder / "gone.json")
    held = store.load(folder)
    assert ([a.id for a in held.articles], list(left_out(held))) == (["a"], ["b.json"])
    assert "cannot be read" in left_out(held)["b.json"][0]
    assert store.stamp(folder)


def test_a_missing_folder_says_how_to_name_one(tmp_path):
    with pytest.raises(NoData, match="There is no data folder 'gone': point --data or DAYBOOK_DATA at one"):
        store.load(tmp_path / "gone")


def test_an_empty_folder_holds_nothing_and_is_no_error(tmp_path):
    held = store.load(tmp_path)
    assert (held.articles, held.left_out, held.people) == ((), (), {})


@pytest.mark.parametrize(
    "content", [b"name\nZhang\n", b"", b"person,name,name_zh\nzhang-yankun\n", "person,name,name_zh\na,A,张".encode("gbk")]
)
def test_a_list_of_people_that_is_not_one_is_said_in_one_sentence(folder, content):
    (folder / "people.csv").write_bytes(content)
    with pytest.raises(BadTable, match=r"people.csv cannot be read: .* UTF-8 with person, name, name_zh in every row"):
        store.load(folder)


def test_the_folders_own_areas_are_those_that_count(folder):
    (folder / "areas.csv").write_text("adcode,name_en,name_zh,unit\n990000,Elsewhere,别处,region\n", "utf-8")
    put(folder, "b", bad(stops=[stop("990000")]))
    held = store.load(folder)
    assert ([a.id for a in held.articles], list(left_out(held))) == (["b"], ["a.json"])


def test_the_version_changes_with_any_article_and_with_nothing_else(folder):
    before = store.load(folder).version
    (folder / "articles" / "notes.txt").write_text("x")
    assert store.load(folder).version == before
    put(folder, "a", article(event(title="Another meeting")))
    assert store.load(folder).version != before


def test_the_stamp_changes_with_a_file_and_without_reading_it(folder):
    before = store.stamp(folder)
    os.utime(folder / "articles" / "a.json", ns=(1, 1))
    assert store.stamp(folder) != before


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_approved_is_held_and_does_not_count(folder, status):
    put(folder, "b", article(event(), id="b", status=status))
    held = store.load(folder)
    assert ([a.id for a in held.articles], [a.id for a in held.approved]) == (["a", "b"], ["a"])


# Whatever is in a file

plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
anything = st.recursive(
    plain | st.sampled_from(["2023-08-12", "150400", QUOTE, group()]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


@st.composite
def mutated(draw: st.DrawFn) -> object:
    """The shipped article with one to three of its parts replaced, taken out or put in."""
    made = copy.deepcopy(json.loads(SHIPPED.read_text("utf-8")))
    for _ in range(draw(st.integers(1, 3))):
        at = made
        while True:
            if not isinstance(at, dict | list) or not at:
                break
            key = draw(st.sampled_from(list(at) if isinstance(at, dict) else range(len(at))))
            if isinstance(at[key], dict | list) and draw(st.integers(0, 4)):
                at = at[key]
                continue
            if draw(st.booleans()):
                at[key] = draw(anything)
            elif isinstance(at, dict) and draw(st.booleans()):
                at[draw(st.text(max_size=5))] = draw(anything)
            else:
                del at[key]
            break
    return made


def read(path: Path, content: bytes) -> Article | None:
    """The article, or None with every error one sentence; anything else raised is a failure."""
    path.write_bytes(content)
    try:
        return store.read_article(path, AREAS)
    except BadFile as bad_file:
        said = [str(e) for e in bad_file.errors if isinstance(e, DaybookError)]
    assert said
    assert all(sentence.strip() for sentence in said)
    return None


@given(made=mutated())
def test_a_changed_article_is_read_or_is_a_bad_file(tmp_path_factory, made):
    read(tmp_path_factory.getbasetemp() / "changed.json", json.dumps(made).encode())


@seldom()
@given(at=st.integers(0, SHIPPED.stat().st_size - 1), bytes_=st.binary(max_size=4), length=st.integers(0, 40))
def test_an_article_with_other_bytes_in_it_is_read_or_is_a_bad_file(tmp_path_factory, at, bytes_, length):
    content = SHIPPED.read_bytes()
    read(tmp_path_factory.getbasetemp() / "bytes.json", content[:at] + bytes_ + content[at + length :])


@pytest.mark.parametrize("depth", [50, 150, 250, 500, 900, 990, 2000, 50_000])
def test_any_depth_of_nesting_is_a_bad_file(tmp_path, depth):
    assert read(tmp_path / "deep.json", b'{"id": ' + b"[" * depth + b"]" * depth + b"}") is None


def test_a_duplicated_event_is_named_by_its_id(folder):
    made = article(event(), event("m2"), id="b")
    made["events"][1]["id"] = "b--m1"
    put(folder, "b", made)
    assert "'b--m1' stands there twice" in left_out(store.load(folder))["b.json"][0]
