"""Where a Chinese name ends that stands behind a post and before a word that no list has: `技术员丁小军演示了`.

Each reading is weighed by its signs and those beside it. The weights are those of a logistic regression over the names of
benchmarks/reports/ (`benchmarks/weigh.py`).
"""

import re

from dashboard.extract import weighing
from dashboard.extract.name_grammar_zh import readings, surname_of
from dashboard.words import N_

BY_SIGNS = N_("no known word ends the name: it is the likeliest by its signs")
SHORTEST_MONGOLIAN = 2  # 朝鲁, 苏和: too short for rules
SURE, SURER = 0.3, 0.7
UNLIKELY = 0.25  # what a model proposes as a name, and no post stands behind it, is none
FIRM = "(?:基金|证券|资管|资产|资本|投资|保险|信托|银行)(?= )"  # `参与单位：远岫基金 谢婉宁；`
NO_POST = "的，。；：”\n"  # before names that stand without one: `治沙站的郭根柱`, `12日，王林到`
DOERS = re.compile(f"[员人官户者长师工主手生民士家匠事{NO_POST}]|{FIRM}")  # and how a post ends that no list has: `农机手`


def signs(text: str, at: int, name: str) -> set[str]:
    """The signs in and beside a name, each behind a letter for where it stands."""
    end = at + len(name)
    surname = surname_of(name)
    kind = f"{len(surname)}+{len(name) - len(surname)}" if surname and len(name) - len(surname) < 3 else f"{len(name)}"
    behind, across = text[end : end + 1].strip(), text[end - 1 : end + 1].strip()
    return {
        f"k{kind}",
        f"p{text[max(0, at - 1) : at]}",
        f"q{text[max(0, at - 2) : at].strip()}",
        f"s{name[0]}",
        f"f{name[:2]}",
        f"l{name[-1]}",
        f"a{behind}",
        f"b{text[end : end + 2].strip()}",
        f"x{across}",
        f"{'c' if surname else 'm'}{behind if surname else across}",
    }


def chance(text: str, at: int, name: str) -> float:
    """How likely it is a name, from 0 to 1."""
    return weighing.chances(signs(text, at, name), "weights_names_zh")["name"]


def likely_end(text: str, at: int, least: float) -> int | None:
    """Where the likeliest name that begins at `at` ends, if it is likely that one does."""
    chances = [(chance(text, at, name), at + len(name)) for name in readings(text, at, SHORTEST_MONGOLIAN)]
    best, end = max(chances, default=(0.0, at))
    return end if best >= least else None
