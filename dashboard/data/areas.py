"""Administrative areas in, their hierarchy out: which area holds which, and what an unknown code was meant to be.

An adcode (GB/T 2260) is six digits kept as text: two for the province, two for the prefecture, two for the
county; `150400` is Chifeng, `150402` a district of it, `150000` Inner Mongolia.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path

from rapidfuzz import fuzz, process

from dashboard.data.errors import BadArea, BadTable
from dashboard.words import N_

MUNICIPALITIES = ("11", "12", "31", "50")
REGION = "150000"  # Inner Mongolia: what Daybook is about
SHIPPED = Path(__file__).parents[2] / "data" / "areas.csv"


@dataclass(frozen=True, slots=True)
class Area:
    adcode: str
    name: str
    name_zh: str
    unit: str
    aliases: tuple[str, ...] = ()
    name_source: str = field(default="", repr=False)  # where the English name is from; no part of what the data version counts
    home: bool = field(default=False, repr=False)  # a province that the records are about

    @property
    def level(self) -> str:
        return level(self.adcode)


def level(adcode: str) -> str:
    """`150000` region, `150400` prefecture, `150402` county."""
    return "region" if adcode.endswith("0000") else "prefecture" if adcode.endswith("00") else "county"


def lineage(adcode: str) -> tuple[str, ...]:
    """The area and all that hold it: 150402 -> 150402, 150400, 150000.

    A district of Beijing, and a county that its province governs itself (its third and fourth digits are 90), have no prefecture.
    """
    within = () if adcode[:2] in MUNICIPALITIES or adcode[2:4] == "90" else (f"{adcode[:4]}00",)
    return tuple(dict.fromkeys((adcode, *within, f"{adcode[:2]}0000")))


def covers(wide: str, adcode: str) -> bool:
    """Whether `adcode` is `wide` or below it."""
    return wide in lineage(adcode)


def home(areas: Mapping[str, "Area"]) -> set[str]:
    """First two digits of the provinces that a table is about: those marked so, else those whose counties it has.

    Their map is drawn, and a name in a text means theirs before it means one elsewhere. Of others only names are held.
    """
    marked = {code[:2] for code, area in areas.items() if area.home}
    return marked or {code[:2] for code, area in areas.items() if area.level == "county"}


def shared(code: str, text: str) -> int:
    """How many digits a code and a text begin with in common."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(code, text, strict=False)))


class Areas(Mapping[str, Area]):
    """adcode -> Area, in the order of the table."""

    def __init__(self, rows: dict[str, Area]):
        self._rows = rows

    def __getitem__(self, adcode: str) -> Area:
        if area := self._rows.get(adcode):
            return area
        raise self.unknown(adcode)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, adcode: object) -> bool:
        return adcode in self._rows

    def unknown(self, adcode: str) -> BadArea:
        """The error for a code that is not in the table, with the nearest ones that are."""
        if near := ", ".join(f"{a.adcode} {a.name}" for a in self.near(adcode)):
            return BadArea(
                N_("Adcode {adcode!r} is no known area. Nearest: {near}. Areas are in data/areas.csv."), adcode=adcode, near=near
            )
        return BadArea(N_("Adcode {adcode!r} is no known area. Areas are in data/areas.csv."), adcode=adcode)

    @cached_property
    def _names(self) -> dict[str, list[Area]]:
        names: dict[str, list[Area]] = {}
        for area in self._rows.values():
            for name in dict.fromkeys(name.casefold() for name in (area.name, area.name_zh, *area.aliases)):
                names.setdefault(name, []).append(area)
        return names

    def named(self, words: str) -> list[Area]:
        """The areas of this name, those of home where there are any: Hongshan District is one of Chifeng before one of Wuhan."""
        found = self._names.get(words.casefold(), [])
        within = home(self)
        return [area for area in found if area.adcode[:2] in within] or found

    def near(self, text: str, n: int = 3) -> list[Area]:
        """Areas that a mistyped code, or a name given for a code, was probably meant to be."""
        if by_name := process.extract(text.casefold(), self._names.keys(), scorer=fuzz.ratio, limit=n, score_cutoff=75):
            return list(dict.fromkeys(area for name, *_score in by_name for area in self._names[name]))[:n]
        alike = {code: shared(code, text) for code in self._rows}
        return [self._rows[code] for code in sorted(alike, key=lambda code: (-alike[code], code))[:n] if alike[code] >= 2]


def read(path: Path) -> Areas:
    """Read an area table. Raises BadTable, or BadArea when a row is not one."""
    rows: dict[str, Area] = {}
    for line, row in enumerate(table(path, "adcode", "name_en", "name_zh", "unit"), start=2):
        code = row["adcode"]
        if not (len(code) == 6 and code.isascii() and code.isdigit()) or code in rows:
            raise BadArea(
                N_("{file}, line {line}: adcode {adcode!r} is not six digits, or stands there twice."),
                file=path.name,
                line=line,
                adcode=code,
            )
        aliases = tuple(x for key in ("aliases_en", "aliases_zh") for x in (row.get(key) or "").split("|") if x)
        source, ours = row.get("name_en_source") or "", row.get("home") == "yes"
        rows[code] = Area(code, row["name_en"], row["name_zh"], row["unit"], aliases, source, ours)
    return Areas(rows)


def table(path: Path, *columns: str) -> list[dict[str, str]]:
    """The rows of a CSV file that has these columns. Raises BadTable."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:  # a spreadsheet puts a byte order mark first
            reader = csv.DictReader(file)
            head, rows = reader.fieldnames or (), list(reader)
        if {*columns} <= {*head} and not any(row[c] is None for row in rows for c in columns):
            return rows
    except (OSError, UnicodeDecodeError, csv.Error):
        pass
    sentence = N_("{file} cannot be read: it must be a CSV table in UTF-8 with {columns} in every row.")
    raise BadTable(sentence, file=path.name, columns=", ".join(columns))


@cache
def shipped() -> Areas:
    """The table that comes with the project."""
    return read(SHIPPED)
