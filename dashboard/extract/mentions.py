"""What an annotator finds: a stretch of the text, what it is read as, and why, in words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Literal, TypeVar

MentionKind = Literal["date", "place", "person", "body", "group", "trigger"]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """`text[start:end]` read as `value`. `rule` names what found it; `alternatives` are other values it may have."""

    start: int
    end: int
    kind: MentionKind
    value: V
    basis: str
    rule: str
    alternatives: tuple[object, ...] = ()


class Spans:
    """Stretches of a text, asked whether one of them holds or touches another: in the time of a search, not of a walk."""

    def __init__(self, spans: Iterable[tuple[int, int]]):
        ordered = sorted(spans)
        self._starts = [start for start, _end in ordered]
        self._furthest = list(accumulate((end for _start, end in ordered), max))

    def hold(self, m: Mention) -> bool:
        at = bisect_right(self._starts, m.start)
        return bool(at) and self._furthest[at - 1] >= m.end

    def touch(self, m: Mention) -> bool:
        at = bisect_left(self._starts, m.end)
        return bool(at) and self._furthest[at - 1] > m.start


def within(mentions: Sequence[Mention[V]], start: int, end: int) -> list[Mention[V]]:
    """Of mentions in order, those that stand wholly between two positions."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    return [m for m in mentions[first:last] if m.end <= end]


def longest(mentions: Iterable[Mention[V]]) -> list[Mention[V]]:
    """Of those that overlap, the one that begins first, and of these the longest."""
    kept: list[Mention[V]] = []
    for m in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    return kept


def joined(own: Sequence[Mention[V]], others: Iterable[Mention[V]]) -> list[Mention[V]]:
    """In order: our own, and of the others what touches none of them."""
    taken = Spans((m.start, m.end) for m in own)
    return sorted([*own, *longest(m for m in others if not taken.touch(m))], key=lambda m: m.start)
