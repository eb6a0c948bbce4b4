"""What names look like in a Chinese report: a surname and one or two signs, signs that write Mongolian names, or a dot within."""

import re
from collections.abc import Iterator
from functools import cache

from dashboard.extract.lexicon import either, words
from dashboard.extract.text import HAN

LONGEST = 8  # signs of a name
COMPLETE = re.compile(r"[，。；：！？、\s“”《》（）()|/]|$")
OFFICE = re.compile("[旗县市区盟党]委")
NO_NAME = re.compile(
    f"{OFFICE.pattern}|[年会议团组员委届们各该此与的了说等]|近日|昨日|原定|劳务|代表|委员|书记|主席|主任|部门|工作|全程|包括|单位|学系|重要|镇|某"
)
NO_END = "向对就在从为到则以"  # words of the sentence rather than of a name before more of it: `晏然向调研组介绍`
SIGNS = re.compile(f"[{HAN}·•]{{2,{LONGEST}}}")
FOREIGN = re.compile(f"[{HAN}]{{1,5}}[·•][{HAN}]{{2,5}}")


@cache
def mongol() -> frozenset[str]:
    return frozenset("".join(words("mongol_zh")) + "·•")


@cache
def surnames() -> frozenset[str]:
    return frozenset(words("surnames_zh"))


@cache
def follow() -> re.Pattern[str]:
    return re.compile(either("follow_zh"))


def surname_of(name: str) -> str:
    """Of two signs before one of one; none is empty."""
    return next((s for s in (name[:2], name[:1]) if s in surnames()), "")


def given_of(name: str) -> str:
    """Without a last sign that ends names and is a word too: `柴有年`, `裴静之`."""
    return name[:-1] if len(name) == 3 and name[-1] in "年之" and name[0] in surnames() else name


def ends_a_name(text: str, at: int) -> bool:
    """Whether what stands behind a sign leaves it to the name: not `局长满达以“温泉”开场`."""
    return bool(COMPLETE.match(text, at)) and not text.startswith(("“", "《"), at)


def readings(text: str, at: int, shortest_mongolian: int = 3) -> Iterator[str]:
    """What may be the name that begins at `at`, the shortest first."""
    run = SIGNS.match(text, at, at + LONGEST)
    if not run:
        return
    signs, none = run[0], NO_NAME.search(run[0])
    most = none.end() - 1 if none else len(signs)
    surname = surname_of(signs)
    for length in range(2, len(signs) + 1):
        name = signs[:length]
        if length > most and (given_of(name) == name or NO_NAME.search(given_of(name))):
            return
        given = name[len(surname) :]
        chinese = bool(surname) and 0 < len(given) <= 2
        by_sound = length >= shortest_mongolian and mongol().issuperset(given if len(given) > 2 else name)
        if (chinese or by_sound or FOREIGN.fullmatch(name)) and name[-1] != "家" and not follow().fullmatch(name):
            yield name  # `全程陪同` begins with no name


def name_at(text: str, at: int, after: re.Pattern[str] | None = None) -> int | None:
    """Where the name that begins at `at` ends. The reading with the longest word behind it wins, then the longer."""
    best: tuple[int, int] | None = None
    for name in readings(text, at):
        length = len(name)
        behind = (after or follow()).match(text, at + length)
        if name[-1] in NO_END and not ends_a_name(text, at + length):
            continue
        ends = LONGEST + 1 if not after and COMPLETE.match(text, at + length) else len(behind[0]) if behind else 0
        if ends and (best is None or (ends, length) >= best):
            best = ends, length
    return at + best[1] if best else None
