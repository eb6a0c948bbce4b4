"""Rules of the areas: the hierarchy is in the code, and a wrong code names the nearest right ones."""

import csv
import re
from collections import Counter

import pytest

from dashboard.data import areas
from dashboard.data.areas import SHIPPED, covers, level, lineage
from dashboard.data.errors import BadArea, BadTable
from tests.factories import AREAS

HEAD = "adcode,name_en,name_zh,unit,parent,aliases_en,aliases_zh\n"


@pytest.mark.parametrize(
    ("adcode", "held_by"),
    [
        ("150402", ("150402", "150400", "150000")),
        ("150400", ("150400", "150000")),
        ("150000", ("150000",)),
        ("110105", ("110105", "110000")),  # a district of a municipality
        ("419001", ("419001", "410000")),  # a city that its province governs itself
    ],
)
def test_an_area_is_held_by_those_its_code_begins_with(adcode, held_by):
    assert lineage(adcode) == held_by


@pytest.mark.parametrize(("adcode", "expected"), [("150000", "region"), ("150400", "prefecture"), ("150402", "county")])
def test_the_level_of_an_area_is_in_its_code(adcode, expected):
    assert level(adcode) == expected


def test_an_area_covers_itself_and_what_is_below_and_no_more():
    assert [code for code in ("150400", "150402", "150000", "150500") if covers("150400", code)] == ["150400", "150402"]


def test_the_parent_in_the_table_is_the_one_in_the_code():
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["parent"] == next(iter(lineage(row["adcode"])[1:]), "")


def test_every_area_of_the_table_has_both_names_and_a_unit():
    assert [code for code, area in AREAS.items() if not (area.name and area.name_zh and area.unit)] == []


def test_the_table_has_all_of_china():
    ours = Counter(area.level for code, area in AREAS.items() if covers("150000", code))
    whole = Counter(area.level for area in AREAS.values())
    assert (ours, whole) == (
        {"region": 1, "prefecture": 12, "county": 103},
        {"region": 34, "prefecture": 333, "county": 2846},
    )


def test_what_holds_an_area_is_in_the_table_too():
    assert [code for code in AREAS if not {*lineage(code)} <= {*AREAS}] == []


def test_the_records_are_about_the_province_that_is_marked_so_or_else_about_those_with_counties():
    assert areas.home(AREAS) == {"15"}
    assert areas.home({code: AREAS[code] for code in ("141100", "110105", "150402")}) == {"11", "15"}


def test_codes_are_text():
    assert all(isinstance(code, str) and len(code) == 6 for code in AREAS)


@pytest.mark.parametrize("adcode", ["150499", "152203", "15040", "1504022"])
def test_an_unknown_code_names_known_ones_that_are_near(adcode):
    with pytest.raises(BadArea, match=f"Adcode '{adcode}' is no known area. Nearest: ") as caught:
        AREAS[adcode]
    near = re.findall(r"\b\d{6}(?= [A-Z])", str(caught.value))
    assert 1 <= len(near) <= 3
    assert all(code in AREAS and code[:3] == adcode[:3] for code in near)


@pytest.mark.parametrize(
    ("name", "code"), [("Chifeng", "150400"), ("Xingan League", "152200"), ("赤峰市", "150400"), ("chifeng", "150400")]
)
def test_a_name_given_for_a_code_finds_its_area(name, code):
    assert AREAS.near(name)[0].adcode == code


def test_nothing_near_is_said_as_it_is():
    assert str(AREAS.unknown("xyz")) == "Adcode 'xyz' is no known area. Areas are in data/areas.csv."


@pytest.mark.parametrize(
    "row",
    [
        "15040,Chifeng,赤峰市,city,,,",
        "abcdef,Chifeng,赤峰市,city,,,",
        "１５０４００,Chifeng,赤峰市,city,,,",
        ",Chifeng,赤峰市,city,,,",
    ],
)
def test_a_row_without_six_digits_is_named_by_its_line(tmp_path, row):
    (tmp_path / "areas.csv").write_text(HEAD + "150000,Inner Mongolia,内蒙古,region,,,\n" + row + "\n", "utf-8")
    with pytest.raises(BadArea, match=r"areas.csv, line 3: adcode .* is not six digits"):
        areas.read(tmp_path / "areas.csv")


def test_a_code_that_stands_twice_is_named_by_its_line(tmp_path):
    (tmp_path / "areas.csv").write_text(HEAD + "150400,Chifeng,赤峰市,city,,,\n" * 2, "utf-8")
    with pytest.raises(BadArea, match="line 3: adcode '150400'"):
        areas.read(tmp_path / "areas.csv")


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + "150400,Chifeng,赤峰市,city,,,\n").encode("gbk"),
        b"code,name\n150400,Chifeng\n",
        b"adcode,name\n150400,Chifeng\n",
        b"\xff\xfe\x00",
        b"",
    ],
    ids=["GBK", "no adcode column", "no name_en column", "not text", "empty"],
)
def test_a_table_that_is_not_one_says_so_in_one_sentence(tmp_path, content):
    (tmp_path / "areas.csv").write_bytes(content)
    with pytest.raises(BadTable, match=r"areas\.csv cannot be read: it must be a CSV table in UTF-8 with adcode, name_en"):
        areas.read(tmp_path / "areas.csv")


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path):
    (tmp_path / "areas.csv").write_text(HEAD + "150400,Chifeng,赤峰市,city,,Ulanhad,赤峰\n", "utf-8-sig")
    assert areas.read(tmp_path / "areas.csv")["150400"].aliases == ("Ulanhad", "赤峰")
