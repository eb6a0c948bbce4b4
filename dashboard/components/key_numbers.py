"""Numbers, each a link that opens its records: large ones in a row, or small ones in a list."""

from math import ceil
from typing import Literal

import streamlit as st

from dashboard.components import component

HTML = '<ul class="numbers"></ul>'
CELL, ROW = 127, 163  # pixels: the height of a cell where several stand below each other, and of all where they stand in a row


def draw(cells: list[dict[str, str]], *, key: str, form: Literal["row", "list"] = "row") -> None:
    """Draw cells of `value`, `label` and, where it opens something, `href`; in a row with their `rule`.

    In a list, a cell with `about` has a link of its own on its label. Links are relative to any page of the app.
    """
    if form == "row":
        st.html(reserved(key, len(cells)))
    component("key_numbers", HTML)(key=key, data={"cells": cells, "form": form})


def reserved(key: str, cells: int) -> str:
    """The room that a row will take, before its script has come: what stands below it does not jump. Widths as in the CSS."""
    rules = {0: ceil(cells / 2) * CELL, 520: ceil(cells / 3) * CELL, 1160: ROW}  # least width of the window -> least height
    return (
        "<style>"
        + "".join(f"@media(min-width:{w}px){{.st-key-{key}{{min-height:{h}px}}}}" for w, h in rules.items())
        + "</style>"
    )
