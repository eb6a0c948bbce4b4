"""The few components of our own: what Streamlit has no element for. Their files are in assets/, served as files."""

from collections.abc import Callable
from functools import cache

import streamlit as st


@cache
def component(name: str, html: str) -> Callable:
    """One of our components, registered once per process, when it is first drawn; pyproject.toml names it."""
    return st.components.v2.component(f"daybook.{name}", html=html, js=f"{name}.js", css=f"{name}.css")
