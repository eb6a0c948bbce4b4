"""Numbers, each a link that opens its records: large ones in a row, or small ones in a list."""

from typing import Literal

from dashboard.components import component

HTML = '<ul class="numbers"></ul>'


def draw(cells: list[dict[str, str]], *, key: str, form: Literal["row", "list"] = "row") -> None:
    """Draw cells of `value`, `label` and, where it opens something, `href`; in a row with their `rule`.

    In a list, a cell with `about` has a link of its own on its label. Links are relative to any page of the app.
    """
    component("key_numbers", HTML)(key=key, data={"cells": cells, "form": form})
