"""The colours of figures, for a light and a dark page. Checked for contrast in tests/test_figures.py."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    ink: str
    muted: str
    paper: str
    line: str
    meeting: str
    visit: str
    scale: tuple[str, str]  # areas with the fewest and the most events


LIGHT = Palette("#1C2530", "#56616D", "#FCFBF8", "#CFCABE", "#31568B", "#A5540F", ("#E3E9F2", "#8FA9D0"))
DARK = Palette("#E8E6E1", "#A9B1BB", "#14181D", "#434C57", "#8FB1E3", "#E2A25F", ("#263447", "#46618A"))
PALETTES = {"light": LIGHT, "dark": DARK}
FONT = "'Source Sans', 'Source Sans Pro', sans-serif"  # the page's own
SIGNS = {"meeting": "●", "visit": "◆"}  # kinds differ by shape as well as by colour


def plain(text: str) -> str:
    """Plotly reads a little HTML in its texts: here it is only text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
