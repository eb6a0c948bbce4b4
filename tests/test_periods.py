"""Rules of periods: a name and its days are one thing, and periods follow each other without a gap."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.periods import between, days, fitting, name

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
LENGTHS = st.sampled_from((1, 3, 12))
NEXT = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-08", "2023-08-01", "2023-08-31"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2199-Q4", "2199-10-01", "2199-12-31"),
    ],
)
def test_a_period_is_from_its_first_day_to_its_last(period, first, last):
    assert days(period) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "period",
    [
        "", "23", "02023", "2023-", "2023-0", "2023-8", "2023-00", "2023-13", "2023-Q", "2023-Q0", "2023-Q5", "2023-q1",
        "2023Q1", "2023-08-12", " 2023", "2023\n", "-2023", "+2023", "2023.0", "1899", "2200", "0000", "9999", "1899-12",
        "١٢٣٤",
    ],
)  # fmt: skip
def test_what_is_no_period_has_no_days(period):
    assert days(period) is None


@pytest.mark.parametrize("period", ["٢٠٢٣", "２０２３", "२०२३-Q1", "2٠23-08"])
def test_digits_of_another_script_are_no_period(period):
    assert days(period) is None


@given(st.text(max_size=10))
def test_any_text_is_a_period_or_none(period):
    found = days(period)
    assert found is None or found[0] < found[1]


@given(day=DAYS, months=LENGTHS)
def test_a_day_is_within_the_period_that_is_named_for_it(day, months):
    first, last = days(name(day.year, (day.month - 1) // months, months))
    assert first <= day <= last
    assert (first.day, (last + NEXT).day) == (1, 1)
    assert (last.year - first.year) * 12 + last.month - first.month + 1 == months


@given(day=DAYS, months=LENGTHS)
def test_the_days_of_a_period_give_its_name_back(day, months):
    period = name(day.year, (day.month - 1) // months, months)
    first, _last = days(period)
    assert name(first.year, (first.month - 1) // months, months) == period


@given(ends=st.tuples(DAYS, st.timedeltas(dt.timedelta(0), dt.timedelta(9000))), months=LENGTHS)
def test_periods_between_two_days_hold_both_and_follow_each_other_without_a_gap(ends, months):
    first = ends[0]
    last = min(first + ends[1], dt.date(2199, 12, 31))
    found = [days(period) for period in between(first, last, months)]
    assert found[0][0] <= first <= found[0][1]
    assert found[-1][0] <= last <= found[-1][1]
    assert all(after[0] == before[1] + NEXT for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("months", "found"),
    [
        (1, ["2022-11", "2022-12", "2023-01", "2023-02"]),
        (3, ["2022-Q4", "2023-Q1"]),
        (12, ["2022", "2023"]),
    ],
)
def test_a_period_that_begins_before_the_first_day_is_there(months, found):
    assert list(between(dt.date(2022, 11, 30), dt.date(2023, 2, 1), months)) == found


@pytest.mark.parametrize("months", [1, 3, 12])
def test_from_a_day_to_itself_is_one_period(months):
    assert len(list(between(dt.date(2023, 8, 12), dt.date(2023, 8, 12), months))) == 1


@pytest.mark.parametrize("months", [1, 3, 12])
def test_from_a_day_to_a_month_before_it_is_none(months):
    assert list(between(dt.date(2023, 8, 12), dt.date(2023, 7, 31), months)) == []


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-08-12", "2023-08-12", 1),
        ("2022-01-31", "2023-12-01", 1),  # 24 months
        ("2022-01-31", "2024-01-01", 3),  # 25
        ("2019-01-01", "2023-12-31", 3),  # 60
        ("2019-01-31", "2024-01-01", 12),  # 61
        ("1900-01-01", "2199-12-31", 12),
    ],
)
def test_months_up_to_two_years_quarters_up_to_five_then_years(first, last, months):
    assert fitting(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == months


@given(first=DAYS, long=st.timedeltas(dt.timedelta(0), dt.timedelta(9000)))
def test_a_span_has_24_bars_at_most_where_years_do_not_make_it_longer(first, long):
    last = min(first + long, dt.date(2199, 12, 31))
    bars = len(list(between(first, last, fitting(first, last))))
    assert 1 <= bars <= max(24, last.year - first.year + 1)
