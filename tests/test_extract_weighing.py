"""The data files of weights, as `benchmarks/weigh.py` writes them."""

import csv

import pytest

from dashboard.extract import weighing
from dashboard.extract.lexicon import HERE


@pytest.mark.parametrize("file", sorted(HERE.glob("weights_*.csv")), ids=lambda file: file.stem)
def test_each_weight_stands_once_and_is_a_number(file):
    with file.open(encoding="utf-8", newline="") as rows:
        _names, *found = csv.reader(rows)
    said = [row[0] for row in found]
    assert said == sorted({*said})
    assert weighing.ALWAYS in said
    assert all(-15 < float(weight) < 15 for _said, *weights in found for weight in weights)


def test_what_has_no_weight_says_nothing_and_what_has_moves_the_chance():
    (always,) = weighing.chances([], "weights_there_en").values()
    assert weighing.chances(["no such sign"], "weights_there_en") == {"there": always}
    assert weighing.chances(["slate"], "weights_there_en")["there"] < always
