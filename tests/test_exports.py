"""Rules of the files: a spreadsheet reads them as they are, and nothing in them runs."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data import tables
from dashboard.data.frames import TABLES, frames
from dashboard.data.spreadsheet import to_csv
from tests.factories import AREAS, article, event, frames_of, group

SIGNS = tuple("=+-@\t\r＝＋－＠")  # OWASP's list for CSV injection, and the full-width forms that spreadsheets take too


def read(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype="str", keep_default_na=False)


def test_a_byte_order_mark_comes_first_and_once():
    content = to_csv(frames_of(article(event())).events)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1


def test_lines_end_as_spreadsheets_want():
    assert to_csv(pd.DataFrame({"a": [1, 2]})).decode("utf-8-sig") == "a\r\n1\r\n2\r\n"


@pytest.mark.parametrize("table", ["events", "stops", "attendees", "event_areas", "articles"])
def test_every_table_is_read_back_as_it_was_written(shipped, table):
    held = frames(shipped)
    made = tables.readable(held, table, getattr(held, table), AREAS)
    back = read(to_csv(made))
    assert list(back) == list(made)
    for column in made.select_dtypes(include=["str", "category"]):
        assert back[column].tolist() == made[column].astype("object").fillna("").tolist()


def test_chinese_survives_and_a_quote_mark_a_comma_and_a_new_line_too():
    said = '赤峰市“政协”, “a\nb” "c"'
    assert read(to_csv(pd.DataFrame({"a": [said]})))["a"].tolist() == [said]


def test_a_date_is_a_day_and_an_adcode_keeps_its_digits():
    made = frames_of(article(event()))
    assert read(to_csv(made.events))["start"].tolist() == ["2023-08-12"]
    assert read(to_csv(made.stops))["adcode"].tolist() == ["150400"]


def test_a_number_not_stated_is_empty_and_never_nought():
    made = frames_of(article(event(attendees=[group()])))
    assert read(to_csv(made.attendees))["headcount"].tolist() == [""]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("dtype", ["str", "object", "category"])
def test_text_that_a_spreadsheet_would_run_is_made_inert(sign, dtype):
    made = pd.DataFrame({"a": pd.Series([f"{sign}1+1", "plain", None], dtype=dtype)})
    assert read(to_csv(made))["a"].str.startswith("'").tolist() == [True, False, False]


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_text_is_guarded(table):
    made = getattr(frames_of(article(event())), table)
    texts = [c for c in made if made[c].dtype in ("str", "category")]
    assert texts
    wild = made.assign(**{c: pd.Series(["=1+1"] * len(made), dtype=made[c].dtype.name) for c in texts})
    assert (read(to_csv(wild))[texts] == "'=1+1").all(axis=None)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=5))
def test_no_cell_begins_as_a_formula(cells):
    back = read(to_csv(pd.DataFrame({"n": range(len(cells)), "a": cells})))["a"]
    assert not back.str.startswith(SIGNS).any()
    assert [b.removeprefix("'") for b in back] == [c.removeprefix("'") for c in cells]


def test_a_negative_number_stays_a_number():
    assert read(to_csv(pd.DataFrame({"a": [-1]})))["a"].tolist() == ["-1"]


def test_a_table_is_not_changed_by_being_written():
    made = frames_of(article(event(title="=1+1"))).events
    before = made.copy()
    to_csv(made)
    pd.testing.assert_frame_equal(made, before)
