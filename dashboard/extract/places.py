"""Text in, its places out: names of the area table and newspaper short forms, the longest name first.

A name that several areas share is decided by a parent that stands beside it or in the same text, else it stays open.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from dashboard.data.areas import Areas, covers
from dashboard.extract.lexicon import HERE, words
from dashboard.extract.mentions import Mention
from dashboard.words import N_

UNITS = ("市", "盟", "旗", "县", "区", "省")
NAMED = N_("the name stands in the area table")
SHORT = N_("a short form that newspapers use")
BY_PARENT = N_("several areas have this name: the wider area beside it decides")
OPEN = N_("several areas have this name, and nothing beside it decides")
ABROAD = N_("a country: no area of the table")
SMALLER = re.compile(r" (?:Village|Town|Township|Sumu|Gacha|Subdistrict|Street|Road|River|Lake|Mountain|Airport|Museum|Forest)\b")
Index = dict[str, dict[str, tuple[str, ...]]]


def folded(text: str) -> str:
    """Same length, no case, one kind of apostrophe: `XING’AN` is `xing'an`."""
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text).replace("’", "'").replace("‘", "'")


@cache
def short_forms() -> tuple[tuple[str, str], ...]:
    with (HERE / "short_places.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["name"], row["adcode"]) for row in csv.DictReader(file))


_indexes: dict[int, tuple[Areas, Index]] = {}


def index(areas: Areas) -> Index:
    """First two characters -> the names that begin so -> their adcodes. Made once for a table."""
    held = _indexes.get(id(areas))
    if held and held[0] is areas:
        return held[1]
    codes: dict[str, set[str]] = defaultdict(set)
    no_place = set(words("not_places"))
    for area in areas.values():
        for name in {area.name, area.name_zh, *area.aliases} - no_place:
            codes[folded(name)].add(area.adcode)
    for name, adcode in short_forms():
        if adcode in areas:
            codes[folded(name)].add(adcode)
    made: Index = defaultdict(dict)
    for name in sorted((n for n in codes if len(n) > 1), key=len, reverse=True):
        made[name[:2]][name] = tuple(sorted(codes[name]))
    _indexes.clear()
    _indexes[id(areas)] = areas, made
    return made


def find(text: str, areas: Areas) -> list[Mention[str | None]]:
    """The places of a text in order; the value is an adcode, or None where the area stays open."""
    names, low = index(areas), folded(text)
    hits: list[Mention] = []
    at = 0
    while at < len(low) - 1:
        held = names.get(low[at : at + 2])
        name = next((n for n in held if low.startswith(n, at) and stands(text, at, at + len(n))), None) if held else None
        if name:
            hits.append(Mention(at, at + len(name), "place", held[name], NAMED, "name"))
        at += len(name) if name else 1
    return decided(hits, text, areas)


def stands(text: str, start: int, end: int) -> bool:
    """In Latin letters a name is whole words with a capital; in Chinese a bare `海南` is no part of a longer word we know."""
    if text[start].isascii() or (text[start].isalpha() and not is_han(text[start])):
        whole = not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
        return whole and text[start].isupper() and not SMALLER.match(text, end)
    return not text.startswith(words("not_after_place"), end)


def is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"


def decided(hits: list[Mention], text: str, areas: Areas) -> list[Mention[str | None]]:
    """A parent right before a name decides among its areas, or shows that it is none of them (`通辽市新城区`)."""
    certain = {m.value[0] for m in hits if len(m.value) == 1}
    found: list[Mention[str | None]] = []
    for m in hits:
        before = found[-1] if found and not text[found[-1].end : m.start].strip() and is_han(text[m.start]) else None
        parent = before.value if before and areas_level(before.value) != "county" else None
        codes = tuple(c for c in m.value if parent and covers(parent, c))
        if codes or not parent or areas_level(m.value[0]) != "county":
            codes = codes or m.value
            near = codes if len(codes) == 1 else by_text(codes, certain)
            basis = NAMED if len(m.value) == 1 else BY_PARENT if len(near) == 1 else OPEN
            value = near[0] if len(near) == 1 else None
            others = tuple(c for c in m.value if c != value)
            found.append(Mention(m.start, m.end, "place", value, basis, m.rule, others))
        else:
            found.append(Mention(m.start, m.end, "place", None, OPEN, "other parent", m.value))
    return found


def areas_level(adcode: str | None) -> str:
    return "county" if not adcode or not adcode.endswith("00") else "wide"


def by_text(codes: tuple[str, ...], certain: Iterable[str]) -> tuple[str, ...]:
    """Those whose prefecture the text names somewhere, else all."""
    near = tuple(c for c in codes if any(c != wide and wide[:4] == c[:4] for wide in certain))
    return near or codes


@cache
def countries() -> re.Pattern[str]:
    names = [re.escape(name) for name in words("countries")]
    return re.compile(rf"(?<!Inner )(?:{'|'.join(rf'{n}(?![a-z])' if n.isascii() else n for n in names)})")


def abroad(text: str) -> list[Mention[None]]:
    """Countries named in a text."""
    return [Mention(m.start(), m.end(), "place", None, ABROAD, "country") for m in countries().finditer(text)]
