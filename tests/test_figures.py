"""Figures: pure functions whose colours can be read and whose map does not depend on what is chosen."""

import datetime as dt
import json
from itertools import product

import pytest
from plotly.graph_objects import Figure
from plotly.io import to_json

from dashboard.figures import area_map, breakdown, periods, timeline
from dashboard.figures.map_style import Place, Sign, Urls
from dashboard.figures.palette import PALETTES

URLS = Urls("/polygons", "/names")
KINDS = {"meeting": "Meetings", "visit": "Visits"}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def place(adcode: str = "150400", focus: bool = True, **counts: int) -> Place:
    return Place(adcode, "Chifeng", (118.9, 43.2), "prefecture", focus, counts, "Chifeng")


def sign(event: str, order: int | None = None, adcode: str = "150400") -> Sign:
    return Sign(event, "visit" if order else "meeting", adcode, (118.9, 43.2), order, "")


@pytest.mark.parametrize("theme", PALETTES)
def test_small_type_can_be_read(theme):
    palette = PALETTES[theme]
    assert all(contrast(colour, palette.paper) >= 4.5 for colour in (palette.ink, palette.muted, palette.meeting, palette.visit))


@pytest.mark.parametrize("theme", PALETTES)
def test_signs_and_names_stand_out_from_every_shade_of_an_area(theme):
    palette = PALETTES[theme]
    pairs = product((palette.ink, palette.meeting, palette.visit), (palette.scale[0],))
    assert all(contrast(*pair) >= 3 for pair in pairs)


def test_an_area_without_events_is_drawn_as_zero():
    figure = area_map.area_map([place(), place("150500", meeting=1)], [], [], URLS, PALETTES["light"], (120, 44), 5)
    assert figure["data"][1]["z"] == [0, 1]


def test_an_area_outside_the_subject_is_grey_until_something_is_held_on_it():
    figure = area_map.area_map(
        [place("152500", focus=False), place("150100", focus=False, visit=2)], [], [], URLS, PALETTES["light"], (120, 44), 5
    )
    assert [trace["locations"] for trace in figure["data"][:2]] == [["152500"], ["150100"]]


def test_no_source_of_the_map_is_another_host():
    style = area_map.area_map([place()], [sign("a")], [], URLS, PALETTES["light"], (120, 44), 5)["layout"]["map"]["style"]
    assert {s["data"] for s in style["sources"].values() if isinstance(s["data"], str)} == {"/polygons", "/names"}
    assert "glyphs" not in style
    assert "sprite" not in style


def test_the_map_says_the_number_of_events_beside_the_name():
    held = [place("150400", meeting=1, visit=2), place("150500")]
    style = area_map.area_map(held, [], [], URLS, PALETTES["light"], (120, 44), 5)["layout"]["map"]["style"]
    (names,) = [layer for layer in style["layers"] if layer["id"] == "names"]
    assert names["layout"]["text-field"] == ["concat", ["get", "name"], ["match", ["get", "adcode"], "150400", " · 3", ""]]


def test_a_route_joins_stops_in_their_order():
    stops = [
        Sign("v", "visit", code, (float(i), 0.0), order, "") for i, (code, order) in enumerate([("a", 3), ("b", 1), ("c", 2)])
    ]
    style = area_map.area_map([], stops, [], URLS, PALETTES["light"], (120, 44), 5)["layout"]["map"]["style"]
    (route,) = style["sources"]["routes"]["data"]["features"]
    assert [round(x) for x, _y in route["geometry"]["coordinates"]] == [1, 2, 0]


def test_signs_of_one_area_do_not_cover_each_other():
    few = [sign(str(i)) for i in range(area_map.APART)]
    assert len({s.point for s in area_map.spread(few, 5)}) == len(few)


def test_more_signs_than_a_few_are_one_for_each_kind_with_their_number():
    many = [sign(str(i)) for i in range(9)] + [sign("v1", 1), sign("v1", 2), sign("v2", 1)]
    assert [(s.kind, s.many, s.order) for s in area_map.spread(many, 5)] == [("meeting", 9, None), ("visit", 2, None)]


def test_under_a_sign_of_many_is_the_region_alone():
    many = area_map.spread([sign(str(i)) for i in range(9)], 5)
    assert area_map.targets(many)["customdata"] == []


def test_signs_keep_their_distance_in_pixels_whatever_the_zoom():
    gaps = []
    for zoom in (4, 6):
        (x, _y), (far, _y2) = (s.point for s in area_map.spread([sign("a"), sign("b")], zoom))
        gaps.append((far - x) * 2**zoom)
    assert gaps[0] == pytest.approx(gaps[1], rel=0.01)


def test_a_period_without_events_is_drawn_as_nought():
    counts = {"meeting": [2, 0, 1], "visit": [0, 0, 4]}
    figure = periods.periods(["2019", "2020", "2021"], ["2019", "2020", "2021"], counts, KINDS, PALETTES["light"])
    assert [trace["y"] for trace in figure["data"]] == [[2, 0, 1], [0, 0, 4]]
    assert [trace["customdata"] for trace in figure["data"]] == [[["2019"], ["2020"], ["2021"]]] * 2


@pytest.mark.parametrize(("n", "label"), [(11, "2016"), (17, "Q3 2019"), (24, "Aug 2023"), (36, "2016")])
def test_labels_under_the_bars_fit_side_by_side_on_a_phone(n, label):
    names = [f"{label}{i:03}"[-len(label) :] for i in range(n)]
    axis = periods.periods(names, names, {"meeting": [1] * n}, KINDS, PALETTES["light"])["layout"]["xaxis"]
    assert sum(map(len, axis["ticktext"])) <= periods.PHONE


def test_kinds_of_bars_differ_by_pattern_too():
    figure = periods.periods(["2019"], ["2019"], {"meeting": [1], "visit": [1]}, KINDS, PALETTES["dark"])
    assert len({trace["marker"]["pattern"]["shape"] for trace in figure["data"]}) == 2


def test_a_range_of_days_does_not_look_like_a_day():
    day, days = dt.date(2023, 8, 12), dt.date(2023, 8, 9)
    moments = [timeline.Moment("m", "meeting", "M", day, day, True, ""), timeline.Moment("v", "visit", "V", days, day, False, "")]
    bars, signs = timeline.timeline(moments, ["M", "V"], PALETTES["light"])["data"]
    assert (bars["type"], bars["customdata"], bars["marker"]["color"]) == ("bar", [["v"]], "rgba(0,0,0,0)")
    assert (signs["type"], signs["customdata"]) == ("scatter", [["m"]])
    assert bars["x"] == [4 * 86_400_000]


def test_a_timeline_of_nothing_is_still_a_figure():
    assert timeline.timeline([], [], PALETTES["dark"])["layout"]["height"] > 0


def test_four_ways_to_know_a_number_look_different():
    series = {basis: [1] for basis in breakdown.BASES}
    figure = breakdown.breakdown(["x"], series, {basis: basis for basis in breakdown.BASES}, PALETTES["light"])
    looks = [str(trace["marker"]) for trace in figure["data"]]
    assert len(set(looks)) == 4


def test_names_in_a_figure_are_only_text():
    figure = breakdown.breakdown(["<a href='x'>&</a>"], {"named": [1]}, {"named": "named"}, PALETTES["light"])
    assert figure["layout"]["annotations"][0]["text"] == "&lt;a href='x'&gt;&amp;&lt;/a&gt;"


@pytest.mark.parametrize("theme", PALETTES.values(), ids=PALETTES)
def test_every_figure_is_what_plotly_itself_would_make_of_it(theme):
    """They are sent unchecked (components/chart.py): Plotly would raise on a wrong name or value, and leave out what is none."""
    day, days = dt.date(2023, 8, 12), dt.date(2023, 8, 9)
    moments = [
        timeline.Moment("m", "meeting", "M", day, day, True, "x"),
        timeline.Moment("v", "visit", "V", days, day, False, ""),
    ]
    places, signs = [place(meeting=2), place("152900", focus=False)], [sign("a"), sign("b", 1)]
    figures = [
        timeline.timeline(moments, ["M", "V"], theme),
        timeline.timeline([], [], theme),
        periods.periods(["2019", "2020"], ["2019", "2020"], {"meeting": [1, 0], "visit": [2, 3]}, KINDS, theme),
        breakdown.breakdown(["x"], {b: [1] for b in breakdown.BASES}, {b: b for b in breakdown.BASES}, theme),
        area_map.area_map(places, signs, ["150400"], URLS, theme, (118.9, 43.2), 5),
        area_map.area_map([], [], [], URLS, theme, (118.9, 43.2), 5),
    ]
    for figure in figures:
        made = json.loads(to_json(Figure(**figure)))
        del made["layout"]["template"]  # Plotly's own, which need not travel
        assert made == json.loads(to_json(figure, validate=False))
