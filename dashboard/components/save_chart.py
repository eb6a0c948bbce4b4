"""Two links that save a chart as a picture, with its title, its filter and its source."""

from dashboard.components import component

HTML = """
<p class="save"><span></span>
  <button type="button" data-form="svg">SVG</button> · <button type="button" data-form="png">PNG</button></p>
"""


def draw(label: str, chart: str, title: str, lines: list[str], name: str, *, key: str) -> None:
    """Draw them for the Plotly chart under the key `chart`. The picture has `title` above it, and `lines` under it."""
    component("save_chart", HTML)(key=key, data={"label": label, "chart": chart, "title": title, "lines": lines, "name": name})
