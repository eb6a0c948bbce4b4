"""An event whose own words name no place in, the place out that the rest of its report tells."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.data.areas import REGION, covers
from dashboard.extract.annotate import Marks
from dashboard.extract.forms import kind_behind
from dashboard.extract.mentions import Mention, within
from dashboard.extract.text import Report
from dashboard.extract.told import DEFAULT, EARLIER, LABELLED, Told
from dashboard.words import N_

FILED = N_("where the report was filed")
WHOSE = N_("the area of the body that met")
HEADLINE = N_("named in the headline")
GAP = re.compile(r"[\s,，]*(?:(?:in|of|the)\s)*(?:’s|'s)?\s*$")
TO_US = re.compile(r"[来到赴]我[市旗县区盟省校院]|来到|来访|来校|\b(?:to|visit(?:ed|s)|in) our \w+")
THAT = re.compile(r"\b(?:in|at|of) the (banner|county|district)\b(?! of\b)")


@dataclass(frozen=True, slots=True)
class At:
    """The words that name a place of an event, why it is taken for one, and the day of it where a range is told stop by stop."""

    mention: Mention[str | None]
    basis: str
    date: dt.date | None = None


def fallback(event: Told, marks: Marks, report: Report) -> list[At]:
    """No place in its own words: the first of these that the report tells."""
    return next(filter(None, elsewhere(event, marks, report)), [])


def elsewhere(event: Told, marks: Marks, report: Report) -> Iterator[list[At]]:
    """What stands nearer to the event comes first, what only says whose body it was, or where all of it may be, last."""
    text, first = report.text, event.parts[0]
    paragraph = text.rfind("\n\n", 0, first.start) + 1
    # `四川省政协副主席一行来我市考察`: where it is, is not where they are from
    here = TO_US.search(text, first.start, first.end) if event.kind == "visit" else None
    guests = [m for m in within(marks.whose, first.start, first.end) if here and m.end <= here.start()]
    whose = [m for m in within(marks.whose, first.start, first.end) if m.value and m not in guests]
    named = [m for m in marks.places if m.value]
    small = [m for m in (*marks.whose, *named) if m.value not in (None, REGION) and m not in guests]
    small.sort(key=lambda m: m.start)
    before = finest([m for m in named if m.end <= first.start and m.value != REGION], text)
    above = finest([m for m in named if m.end <= first.start and m.start >= paragraph], text)
    headline = finest([m for m in small if m.end <= report.headline_end], text)
    lines = sorted((m for m in marks.datelines if m.value), key=lambda m: m.value == REGION)
    filed = [At(m, FILED) for m in lines[:1]]
    told = [
        m for start, end in marks.form.places for m in within(sorted((*marks.whose, *named), key=lambda m: m.start), start, end)
    ]
    told = [m for m in told if m.value and kind_behind(text, m.end) in (None, event.kind)]
    yield [At(m, LABELLED) for m in finest(told, text)]
    if not before or (lines and before[-1].value == lines[0].value):
        yield filed
    yield [At(m, WHOSE) for m in finest([m for m in whose if covers(REGION, m.value) and m.value != REGION], text)]
    yield one(above, EARLIER)  # `In Hohhot they saw a play. They also attended a meeting.`
    yield one(headline, HEADLINE)
    if that := THAT.search(text, first.start, first.end):  # `in the meeting room of the banner's grassland station`
        yield [
            At(m, EARLIER) for m in reversed(small) if m.end <= first.start and text[m.start : m.end].endswith(that[1].title())
        ][:1]
    yield shared(before, small, EARLIER)
    yield [At(m, WHOSE) for m in finest(whose, text)]
    yield shared(finest(small, text), small, DEFAULT)
    ours = [m for m in small if covers(REGION, m.value)]
    yield shared(finest(ours, text), ours, DEFAULT)
    yield filed


def one(found: list[Mention[str | None]], basis: str) -> list[At]:
    """The one place that these are."""
    fine = [m for m in found if not any(n.value != m.value and covers(m.value, n.value) for n in found)]
    return [At(fine[0], basis)] if len({m.value for m in fine}) == 1 else []


def shared(found: list[Mention[str | None]], every: list[Mention[str | None]], basis: str) -> list[At]:
    """The one place that these are, or else the one league or city that all of them lie in, where the report names it."""
    wide = {m.value[:4] + "00" for m in found}
    return one(found, basis) or [At(m, basis) for m in every if len(wide) == 1 and m.value in wide][:1]


def finest(found: list[Mention[str | None]], text: str) -> list[Mention[str | None]]:
    """Without a wider area beside a place in it (`赤峰市红山区`), and without the region where a place of it is named."""
    kept = []
    for i, m in enumerate(found):
        beside = [n for n in found[max(0, i - 1) : i + 2] if n is not m and n.value and m.value and n.value != m.value]
        near = [n for n in beside if covers(m.value, n.value) and GAP.match(text[min(m.end, n.end) : max(m.start, n.start)])]
        region = m.value == REGION and any(n.value and n.value != REGION and covers(REGION, n.value) for n in found)
        unknown = m.rule == "other parent"  # 通辽市新城区: the stop is Tongliao
        if not near and not region and not unknown:
            kept.append(m)
    return kept
