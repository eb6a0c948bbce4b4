"""Numbers, each a link that opens its records: large ones in a row, or small ones in a list."""

from typing import Literal, NamedTuple

from dashboard.components import component

HTML = '<ul class="numbers"></ul>'


class Clicked(NamedTuple):
    """The positions of the cells just clicked: to open its records, or to ask about what it counts."""

    opened: int | None
    asked: int | None


def draw(cells: list[dict[str, str]], *, key: str, form: Literal["row", "list"] = "row") -> Clicked:
    """Draw cells of `value`, `label` and, where it opens something, `href`; in a row with their `rule`.

    In a list, a cell with `about` has a link of its own on its label.
    """
    data = {"cells": cells, "form": form}
    result = component("key_numbers", HTML)(key=key, data=data, on_opened_change=lambda: None, on_asked_change=lambda: None)
    return Clicked(*(n if isinstance(n, int) and 0 <= n < len(cells) else None for n in (result.opened, result.asked)))
