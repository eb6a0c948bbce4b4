"""What stands in a text in, how likely it tells of each kind out: the sum of the weights that a data file gives."""

import csv
from collections.abc import Iterable
from functools import cache
from math import exp

from dashboard.extract.lexicon import HERE

ALWAYS = ""  # has the weight that counts whatever stands there


@cache
def weights(name: str) -> dict[str, dict[str, float]]:
    """kind -> how much each entry of `name`.csv speaks for it, in natural logarithms of odds."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        (_said, *kinds), *rows = csv.reader(file)
    return {kind: {row[0]: float(row[n]) for row in rows} for n, kind in enumerate(kinds, 1)}


def chances(found: Iterable[str], name: str) -> dict[str, float]:
    """kind -> how likely it is, from 0 to 1."""
    said = {ALWAYS, *found}
    odds = {kind: sum(weight.get(words, 0) for words in said) for kind, weight in weights(name).items()}
    return {kind: 1 / (1 + exp(-log_odds)) for kind, log_odds in odds.items()}
