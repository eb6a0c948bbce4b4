"""Text in, its places out: names of the area table and newspaper short forms, the longest name first.

A name that several areas share is decided by a wider area that stands beside it or in the same text, else it stays open. A
county of another province counts only where the text names its prefecture or province: `和平区` is in several cities.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dashboard.data.areas import Areas, covers, home, level, lineage
from dashboard.extract.lexicon import HERE, either, words
from dashboard.extract.mentions import Mention
from dashboard.words import N_

NAMED = N_("the name stands in the area table")
SHORT = N_("a short form that newspapers use, or the name of its main town")
BY_PARENT = N_("several areas have this name: the wider area beside it decides")
OURS = N_("several areas have this name: the one in the region that the records are about is taken")
OPEN = N_("several areas have this name, and nothing beside it decides")
ABROAD = N_("a country: no area of the table")
SMALLER = re.compile(
    r" (?:[Vv]illage|[Tt]ownship|Town|Sumu|Gacha|Subdistrict|Street|Road|Rivers?|Lakes?|Mountains?|Hills|Airport|Museum|"
    r"Hotel|Guesthouse|Restaurant|Dairy|Holdings|Group|Forest|Sandy|[Gg]rasslands?|[Ss]teppe|[Dd]esert|[Pp]lain)\b"
)
UNIT_EN = re.compile(" (?:Mining )?(?:District|County|Banner|City)$")
UNITS_ZH = "旗县市区盟省镇"
SMALLER_ZH = re.compile("嘎查|村|苏木|镇|乡(?!村)|社区|街道|路|湖|山(?!区)|河")  # 巴彦淖尔嘎查 is not in 巴彦淖尔
OF_ANOTHER_NAME = re.compile("黄河[南北]|沿河[南北]|十二连")  # 黄河南岸 is not in 河南
OF = re.compile("(?:,| of| in)(?: the)? (?:city of )?")
PREFIX = 4  # characters that names are looked up by
Index = dict[str, dict[str, tuple[str, ...]]]


def folded(text: str) -> str:
    """Same length, no case, one kind of apostrophe: `XING’AN` is `xing'an`."""
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text).replace("’", "'").replace("‘", "'")


@cache
def short_forms() -> tuple[tuple[str, str], ...]:
    with (HERE / "short_places.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["name"], row["adcode"]) for row in csv.DictReader(file))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names`: its first characters, or all of a shorter one -> the names that begin so -> their adcodes.

    `home`: provinces meant before others.
    `short`: names without their unit, `Jining` for Jining District -> adcodes.
    """

    areas: Areas
    names: Index
    home: set[str]
    short: dict[str, set[str]]
    printed: set[str]  # short forms and main towns, which the area table does not have

    def outside(self, adcode: str) -> bool:
        """A county of another province: its name alone says little."""
        return adcode[:2] not in self.home and level(adcode) == "county"

    def stands(self, adcode: str, name: str, certain: set[str]) -> bool:
        """Whether a name means this area in a text that names `certain` ones: what says little needs a wider one there."""
        if self.outside(adcode):
            return bool(certain & {*lineage(adcode)[1:]}) and not (len(name) == 2 and is_han(name[0]))  # `和县` is two words too
        near = certain & {*lineage(adcode)[1:2]} or any(code[:4] == adcode[:4] for code in certain)
        return adcode not in self.short.get(name, ()) or bool(near)


_held: list[Gazetteer] = []


def gazetteer(areas: Areas) -> Gazetteer:
    """Made once for a table."""
    if _held and _held[0].areas is areas:
        return _held[0]
    codes: dict[str, set[str]] = defaultdict(set)
    names: Index = defaultdict(dict)
    made, no_place = Gazetteer(areas, names, home(areas), defaultdict(set), set()), set(words("not_places"))
    for area in areas.values():
        if level(area.adcode) == "county" and not made.outside(area.adcode):
            for name in {UNIT_EN.sub("", name) for name in (area.name, *area.aliases)} - {area.name, *area.aliases} - no_place:
                codes[folded(name)].add(area.adcode)
                if " " not in name:  # `Chahar Right Front` is like no other
                    made.short[folded(name)].add(area.adcode)
        for name in {area.name, area.name_zh, *area.aliases} - no_place:
            codes[folded(name)].add(area.adcode)
    for name in words("not_alone"):
        made.short[name] |= codes[name]
    for name, adcode in short_forms():
        if adcode in areas:
            made.printed.update({folded(name)} - codes.keys())
            codes[folded(name)].add(adcode)
    for name in sorted((n for n in codes if len(n) > 1), key=len, reverse=True):
        names[name[:PREFIX]][name] = tuple(sorted(codes[name]))
    _held[:] = [made]
    return made


def find(text: str, areas: Areas) -> list[Mention[str | None]]:
    """The places of a text in order; the value is an adcode, or None where the area stays open."""
    known, low = gazetteer(areas), folded(text)
    hits: list[Mention[tuple[str, ...]]] = []
    at = 0
    while at < len(low) - 1:
        if low[at].isascii() and (not low[at].isalpha() or (at and low[at - 1].isalnum())):  # within a word, or between two
            at += 1
            continue
        held = [known.names[low[at : at + n]] for n in range(PREFIX, 1, -1) if low[at : at + n] in known.names]
        named = ((name, of[name]) for of in held for name in of if low.startswith(name, at) and stands(text, at, at + len(name)))
        name, adcodes = next(named, ("", ()))
        if name:
            hits.append(Mention(at, at + len(name), "place", adcodes, NAMED, "name"))
        at += len(name) or 1
    return decided([*again(hits, text, known)], text, known)


def again(hits: list[Mention[tuple[str, ...]]], text: str, known: Gazetteer) -> list[Mention[tuple[str, ...]]]:
    """With what was named in full and then without its unit: `Changping District ... a symposium in Changping`."""
    full = {UNIT_EN.sub("", name): m.value for m in hits if len(m.value) == 1 and UNIT_EN.search(name := text[m.start : m.end])}
    held = {name: value for name, value in full.items() if known.outside(value[0])}
    found = [
        Mention(m.start(), m.end(), "place", value, NAMED, "name")
        for name, value in held.items()
        for m in re.finditer(rf"\b{re.escape(name)}\b(?! (?:District|County|Banner|City)\b)", text)
        if not SMALLER.match(text, m.end())
    ]
    return sorted((*hits, *(m for m in found if not any(h.start <= m.start < h.end for h in hits))), key=lambda m: m.start)


def stands(text: str, start: int, end: int) -> bool:
    """In Latin letters a name is whole words with a capital; in Chinese a bare `海南` is no part of a longer word we know."""
    if text[start].isascii() or (text[start].isalpha() and not is_han(text[start])):
        whole = not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
        range_of_hills = text[max(0, start - 8) : start].endswith(("Greater ", "Lesser "))
        return whole and text[start].isupper() and not range_of_hills and not SMALLER.match(text, end)
    if text[end - 1] not in UNITS_ZH and SMALLER_ZH.match(text, end):
        return False
    return not text.startswith(words("not_after_place"), end) and not OF_ANOTHER_NAME.search(text, max(0, start - 1), start + 2)


def is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"


def decided(hits: list[Mention[tuple[str, ...]]], text: str, known: Gazetteer) -> list[Mention[str | None]]:
    """A wider area right beside a name decides among its areas, or shows that it is none of them (`通辽市新城区`)."""
    certain = {m.value[0] for m in hits if len(m.value) == 1 and known.stands(m.value[0], folded(text[m.start : m.end]), set())}
    found: list[Mention[str | None]] = []
    for i, m in enumerate(hits):
        wider = beside(found, m, hits[i + 1 : i + 2], text)
        inside = tuple(c for c in m.value if wider and covers(wider, c))
        if wider and not inside and level(m.value[0]) == "county" and is_han(text[m.start]):
            found.append(Mention(m.start, m.end, "place", None, OPEN, "other parent", m.value))
            continue
        codes = inside or tuple(c for c in m.value if known.stands(c, folded(text[m.start : m.end]), certain))
        codes = () if bare_outside(m, text, known) and someone().match(text, m.end) else codes
        ours = tuple(c for c in m.value if c[:2] in known.home)
        if ours and codes and not {*ours} & {*codes} and not any(c[:2] == codes[0][:2] for c in certain):
            codes = ours  # `Jining` is that of Ulanqab where nothing speaks of Shandong
        if not codes or names_a_site(found, m, text):
            continue
        near = by_text(codes, certain) if len(codes) > 1 else codes
        if len(near) > 1 and len(ours := [c for c in near if c[:2] in known.home]) == 1 and len(near) > len(ours):
            value, basis = ours[0], OURS
        else:
            value = near[0] if len(near) == 1 else None
            named = SHORT if folded(text[m.start : m.end]) in known.printed else NAMED
            basis = named if len(m.value) == 1 else BY_PARENT if value else OPEN
        found.append(Mention(m.start, m.end, "place", value, basis, m.rule, tuple(c for c in m.value if c != value)))
    return found


def names_a_site(found: list[Mention[str | None]], m: Mention, text: str) -> bool:
    """`敖汉旗元宝山遗址` is in Aohan, though a district elsewhere is called Yuanbaoshan."""
    last = found[-1] if found else None
    after_a_county = bool(last and last.value) and last.end == m.start and level(last.value) == "county"
    return after_a_county and is_han(text[m.start]) and text[m.end - 1] not in UNITS_ZH


@cache
def someone() -> re.Pattern[str]:
    """What someone does: `Anda met them in Heilongjiang`."""
    return re.compile(rf"(?:, [^,.;]{{2,60}},)? (?:also |then )?(?:met|attended|presided|{either('said_en')})\b")


def bare_outside(m: Mention[tuple[str, ...]], text: str, known: Gazetteer) -> bool:
    """A county of another province by one word, as `Anda`, who may be someone."""
    one_word = text[m.start].isascii() and " " not in text[m.start : m.end]
    return one_word and all(known.outside(code) for code in m.value)


def beside(found: list[Mention[str | None]], m: Mention, following: list[Mention], text: str) -> str | None:
    """The wider area beside a name: right before it in Chinese, behind it in English (`Hongshan District of Wuhan`)."""
    if is_han(text[m.start]):
        wider = found[-1].value if found and not text[found[-1].end : m.start].strip() else None
    else:
        behind = [n.value[0] for n in following if len(n.value) == 1 and OF.fullmatch(text, m.end, n.start)]
        wider = behind[0] if behind else None
    return wider if wider and level(wider) != "county" else None


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
