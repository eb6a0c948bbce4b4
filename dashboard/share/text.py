"""An article's text and its facts in, the text as steps of HTML out: marks within marks, and the numbers of their facts."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.data.facts import Fact
from dashboard.data.records import PARAGRAPH_BREAK


class Mark(NamedTuple):
    """The words that say a fact. `tag` is `mark`, or `span` where a mark of the very same words stands around it.

    A mark that another cuts in two has its `id` at its first part.
    """

    tag: str
    id: str | None
    kind: str
    label: str
    depth: int  # how many marks stand around it


class Step(NamedTuple):
    """A part of the text, and what comes before it: tags closed, the numbers of the facts that end there, marks opened."""

    closed: tuple[str, ...]
    ended: tuple[int, ...]
    opened: tuple[Mark, ...]
    text: str


def paragraphs(text: str, facts: Sequence[Fact]) -> list[list[Step]]:
    """Each paragraph as steps, in order, nothing lost: what a step opens is closed by a later one of the same paragraph."""
    order = sorted(range(len(facts)), key=lambda n: (facts[n].begin, -facts[n].end, n))  # the widest around the others
    edges = {edge for fact in facts for edge in (fact.begin, fact.end)}
    seen: set[int] = set()
    done, start = [], 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        end = start + len(paragraph)
        steps, around = [], []
        for a, b in pairwise(sorted({start, end, *(edge for edge in edges if start < edge < end)})):
            within = [n for n in order if facts[n].begin <= a and b <= facts[n].end]
            steps.append(step(facts, around, within, a, text[a:b], seen))
            around = within
        done.append([*steps, step(facts, around, [], end, "", seen)])
        start = end + len(PARAGRAPH_BREAK)
    return done


def step(facts: Sequence[Fact], before: list[int], now: list[int], at: int, text: str, seen: set[int]) -> Step:
    """From the marks around one part of the text to those around the next: what both have in common stays open."""
    same = next((i for i, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), min(len(before), len(now)))
    closed = tuple(tag(facts, before, i) for i in reversed(range(same, len(before))))
    opened = tuple(mark(facts, now, i, seen) for i in range(same, len(now)))
    ended = tuple(n + 1 for n in before if facts[n].end == at)
    seen.update(now)
    return Step(closed, tuple(sorted(ended)), opened, text)


def mark(facts: Sequence[Fact], stack: list[int], i: int, seen: set[int]) -> Mark:
    own = facts[stack[i]]
    labels = [f"{f.label}: {f.value}" for f in facts if (f.begin, f.end) == (own.begin, own.end)]
    depth = sum(tag(facts, stack, j) == "mark" for j in range(i))
    return Mark(tag(facts, stack, i), None if stack[i] in seen else own.mark, own.kind, "; ".join(labels), depth)


def tag(facts: Sequence[Fact], stack: list[int], i: int) -> str:
    own, outer = facts[stack[i]], facts[stack[i - 1]] if i else None
    return "span" if outer and (outer.begin, outer.end) == (own.begin, own.end) else "mark"
