"""An article's text with clickable marks, and beside it the facts drawn from it; either leads to the other."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from dashboard.components import component

HTML = """
<div class="article">
  <div class="text"><ul class="legend"></ul><div class="prose"></div></div>
  <div class="facts"></div>
</div>
"""


class Part(TypedDict):
    text: str
    marks: NotRequired[Sequence[str]]  # the shortest first; with its `kind` and `label`
    kind: NotRequired[str]
    label: NotRequired[str]
    hit: NotRequired[bool]  # a word searched for


def draw(
    paragraphs: list[list[Part]], facts: list[dict], legend: list[dict], *, language: str, active: str | None, key: str
) -> str | None:
    """Draw it; return the mark just picked, in the text or among the facts, or None.

    `facts` are groups of `title` and `items`; an item has `mark`, `kind`, `label`, `value`, `tags`, `note` and, where there
    is a page about what it names, `about`. `legend` has `kind` and `label`. Text travels as data and is put in as text:
    nothing in an article can run.
    """
    data = {"paragraphs": paragraphs, "facts": facts, "legend": legend, "language": language, "active": active}
    result = component("article_text", HTML)(key=key, data=data, on_picked_change=lambda: None)
    return result.picked if result.picked in {item["mark"] for group in facts for item in group["items"]} else None
