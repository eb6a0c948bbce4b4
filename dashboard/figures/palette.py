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


def sheet(palette: Palette) -> dict:
    """The layout that every figure begins with."""
    type_ = {"family": FONT, "size": 13, "color": palette.ink}
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": type_,
        "hoverlabel": {"bgcolor": palette.paper, "bordercolor": palette.line, "font": type_, "align": "left"},
        "hovermode": "closest",
        "showlegend": False,
    }


def plain(text: str) -> str:
    """Plotly reads a little HTML in its texts: here it is only text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
