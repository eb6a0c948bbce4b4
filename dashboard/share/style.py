"""Colours and type of the app in, the one style sheet of the pages of records out."""

import hashlib
from pathlib import Path

import streamlit as st

from dashboard.figures.palette import DARK, LIGHT, Palette

MEDIA = Path(st.__file__).parent / "static" / "static" / "media"  # the app's own type: who reads both has it already
FACES = {
    ("Source Serif", "normal"): "SourceSerifVariable-Roman*.woff2",
    ("Source Sans", "normal"): "SourceSansVF-Upright*.woff2",
    ("Source Sans", "italic"): "SourceSansVF-Italic*.woff2",
}
OWN = {  # what figures have no colour for: a second ground, the ground of what a link leads to, the lines under dates and people
    LIGHT: {"ground": "#F3F1EB", "lit": "#F6E7B4", "date": "#2F7A4B", "person": "#6B4FA3"},
    DARK: {"ground": "#1D232A", "lit": "#4A4320", "date": "#7CC79A", "person": "#B8A2EC"},
}


def faces() -> str:
    """The type where it is found. `optional`: to whom it comes late, the page stays in the type of the machine."""
    found = [(family, slant, file) for (family, slant), name in FACES.items() for file in sorted(MEDIA.glob(name))[:1]]
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-style: {slant}; font-weight: 200 900; font-display: optional;'
        f' src: url("/static/media/{file.name}") format("woff2"); }}\n'
        for family, slant, file in found
    )


def colours(palette: Palette) -> str:
    names = ("ink", "muted", "paper", "line", "meeting", "visit")
    values = {name: getattr(palette, name) for name in names} | OWN[palette]
    return " ".join(f"--{name}: {value};" for name, value in values.items())


CSS = f"""{faces()}:root {{ color-scheme: light; {colours(LIGHT)} }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {colours(DARK)} }} }}
{Path(__file__).with_name("style.css").read_text("utf-8")}"""
VERSION = hashlib.sha256(CSS.encode()).hexdigest()[:12]
