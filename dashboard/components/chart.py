"""A Plotly figure on a page: the plain dict of figures/, sent as it is."""

from collections.abc import Callable

import streamlit as st
from plotly.basedatatypes import BaseFigure


class Plain(BaseFigure):
    """A figure for Streamlit to send unchecked. A dict it would check anew in each rerun, which is a fifth of a page's CPU.

    That every figure is one of Plotly's is checked by the tests of figures/ instead.
    """

    def __init__(self, figure: dict):  # without BaseFigure's own, which is what takes the time
        self._plain = figure

    def to_dict(self) -> dict:
        return self._plain


def draw(figure: dict, on_select: Callable[[], None], alt: str, *, key: str, scroll_zoom: bool = False) -> None:
    """Draw it; `on_select` is called when the reader clicks a point of it, `alt` is what it shows, in words."""
    config = {"displayModeBar": False} | ({"scrollZoom": True} if scroll_zoom else {})
    st.plotly_chart(Plain(figure), key=key, theme=None, config=config, on_select=on_select, selection_mode="points", alt=alt)
