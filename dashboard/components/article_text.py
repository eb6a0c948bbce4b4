"""An article's text with clickable marks, and beside it the facts drawn from it; either leads to the other."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from dashboard.components import component

HTML = """
<div class="article">
  <div class="text"><ul class="legend"></ul><div class="prose"></div></div>
  <div class="facts"></div>
</div>
"""


class Span(NamedTuple):
    begin: int
    end: int
    mark: str
    kind: str
    label: str


def draw(
    text: str,
    spans: Sequence[Span],
    hits: Sequence[tuple[int, int]],
    facts: list[dict],
    legend: list[dict],
    *,
    language: str,
    active: str | None,
    key: str,
) -> str | None:
    """Draw it; return the mark just picked, in the text or among the facts, or None.

    `hits` are the words searched for, as positions of the first character and after the last. `facts` are groups of
    `title` and `items`; an item has `mark`, `kind`, `label`, `value`, `tags`, `note` and, where there is a page about
    what it names, `about`. `legend` has `kind` and `label`. Text travels as data and is put in as text: nothing in an
    article can run.
    """
    data = {"paragraphs": paragraphs(text, spans, hits), "facts": facts, "legend": legend, "language": language, "active": active}
    result = component("article_text", HTML)(key=key, data=data, on_picked_change=lambda: None)
    return result.picked if result.picked in {span.mark for span in spans} else None


def paragraphs(text: str, spans: Sequence[Span], hits: Sequence[tuple[int, int]] = ()) -> list[list[dict[str, Any]]]:
    """Text cut where marks and hits begin and end: a list of pieces for each paragraph, in order, nothing lost.

    A piece has its `text` and, where spans cover it, their `marks`, the shortest first, and that one's `kind` and `label`;
    and `hit` where it is a word searched for.
    """
    done: list[list[dict[str, Any]]] = []
    edges = {p for span in (*spans, *hits) for p in span[:2]}
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        cuts = sorted({start, end, *(p for p in edges if start < p < end)})
        done.append(
            [
                piece(text[a:b], [s for s in spans if s.begin <= a and b <= s.end], any(x <= a and b <= y for x, y in hits))
                for a, b in pairwise(cuts)
            ]
        )
        start = end + 2
    return done


def piece(text: str, covering: list[Span], hit: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"text": text} | ({"hit": True} if hit else {})
    if not covering:
        return found
    first, *_ = covering = sorted(covering, key=lambda s: s.end - s.begin)
    return found | {"marks": [s.mark for s in covering], "kind": first.kind, "label": first.label}
