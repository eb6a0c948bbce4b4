"""A picture says what it shows, whose boundaries it has and which data: nothing in it runs, and nothing is fetched."""

import datetime as dt
import io
import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from starlette.testclient import TestClient

from dashboard import library, pictures
from dashboard.api import api
from dashboard.data.filters import Filter
from dashboard.figures.palette import DARK
from dashboard.figures.type_setting import MORE, width, wrapped
from dashboard.library import Library
from tests.factories import article, event, stop, visit

CLIENT = TestClient(api)
CHIFENG = Filter(region=("150400",))
HOSTILE = '</text><script>alert(1)</script>" onload="x" & \x00\ufffe\u202e 赤峰'


@pytest.fixture
def held(tmp_path, monkeypatch):
    """A library of the articles given."""

    def of(*articles: dict) -> Library:
        folder = tmp_path / "articles"
        folder.mkdir()
        for one in articles:
            (folder / f"{one['id']}.json").write_text(json.dumps(one), "utf-8")
        monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path))
        return library.current()

    return of


def texts(svg: str) -> list[str]:
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def words(svg: str) -> str:
    return " ".join(texts(svg))


@pytest.mark.parametrize("chosen", [Filter(), CHIFENG, Filter(q="nowhere to be found"), Filter(region=("150402", "152900"))])
def test_every_picture_says_its_data_and_whose_boundaries_it_has(chosen):
    now = library.current()
    said = words(pictures.map_picture(now, chosen))
    assert now.held.version in said
    assert now.layer.attribution in said
    assert all(phrase in said for phrase in chosen.describe(now.held.areas))


def test_a_picture_as_png_has_the_size_that_previews_ask_for():
    image = Image.open(io.BytesIO(pictures.png(pictures.map_picture(library.current(), Filter()))))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(image.convert("RGB").getcolors(1_000_000)) > 100


def test_two_events_and_two_views_have_different_pictures():
    now = library.current()
    found = [e for a in now.held.approved for e in a.events][:3]
    made = [pictures.event_picture(now, e) for e in found] + [pictures.map_picture(now, f) for f in (Filter(), CHIFENG)]
    assert len({pictures.png(svg) for svg in made}) == 5


def test_an_event_has_its_places_and_no_others_on_its_picture(held):
    now = held(article(visit(), event()))
    meeting, trip = (next(e for e in now.held.approved[0].events if e.kind == kind) for kind in ("meeting", "visit"))
    assert [s.adcode for s in pictures.signs_of(now, meeting)] == ["150400"]
    assert [(s.adcode, s.order) for s in pictures.signs_of(now, trip)] == [("152200", 1), ("150500", 2), ("150400", 3)]
    assert {"1", "2", "3", "visit and its stop"} < set(texts(pictures.event_picture(now, trip)))
    assert "meeting" not in texts(pictures.event_picture(now, trip))


def test_one_stop_alone_has_no_number(held):
    now = held(article(visit(stops=[stop()])))
    assert [s.order for s in pictures.signs_of(now, now.held.approved[0].events[0])] == [None]


@pytest.mark.parametrize("stops", [[], [stop(None, place="Beijing")], [stop("150000")]])
def test_an_event_that_is_on_no_map_lights_nothing_and_shows_the_whole(held, stops):
    now = held(article(event(stops=stops)))
    made = now.held.approved[0].events[0]
    assert not list(pictures.signs_of(now, made))
    assert {"Chifeng", "Alxa League", "Hulunbuir"} < set(texts(pictures.event_picture(now, made)))


def test_the_numbers_of_a_picture_are_of_what_its_view_holds(held):
    now = held(article(event(), visit()))
    assert "Tongliao · 1" in texts(pictures.map_picture(now, Filter()))
    meetings = texts(pictures.map_picture(now, Filter(region=("150400",), kind=("meeting",))))
    assert "Chifeng · 1" in meetings
    assert "Tongliao" in meetings  # beside it, and without a number
    assert "Nothing that is held fits." in words(pictures.map_picture(now, Filter(since=dt.date(2030, 1, 1))))


def test_a_district_is_drawn_in_its_city():
    assert pictures.drawn_at(library.current(), "150402") == "150400"
    assert pictures.drawn_at(library.current(), "150000") is None


def test_a_title_of_any_text_is_only_text(held):
    now = held(article(event(title=HOSTILE), headline=HOSTILE, publisher=HOSTILE))
    one = now.held.approved[0]
    for svg in (pictures.article_picture(now, one), pictures.event_picture(now, one.events[0])):
        kinds = {element.tag.split("}")[1] for element in ElementTree.fromstring(svg).iter()}
        assert kinds <= {"svg", "rect", "g", "path", "polyline", "text", "circle", "linearGradient", "stop"}
        assert Image.open(io.BytesIO(pictures.png(svg))).size == (1200, 630)
    assert "href" not in pictures.map_picture(now, Filter())


def test_the_map_alone_has_no_words_beside_it_and_the_dark_one_other_colours():
    now = library.current()
    one = now.held.approved[0].events[0]
    alone = pictures.event_picture(now, one, alone=True)
    assert one.title not in words(alone)
    assert ElementTree.fromstring(alone).get("width") == "752"
    assert DARK.paper in pictures.event_picture(now, one, DARK)


def test_a_picture_is_small_enough_to_be_sent_often():
    now = library.current()
    sizes = [len(pictures.map_picture(now, chosen)) for chosen in (Filter(), CHIFENG, Filter(region=("152900",)))]
    assert max(sizes) < 80_000


@given(text=st.text(min_size=1), room=st.integers(20, 500), size=st.integers(10, 40), most=st.integers(1, 5))
def test_lines_fit_their_room_and_lose_no_word(text, room, size, most):
    lines = wrapped(text, room, size)
    assert all(width(line, size) <= room or len(line.strip()) == 1 for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    few = wrapped(text, room, size, most)
    assert len(few) == min(len(lines), most)
    assert few == lines or few[-1].endswith(MORE)


@pytest.mark.parametrize(("form", "media_type"), [("svg", "image/svg+xml"), ("png", "image/png")])
def test_the_api_draws_the_map_of_a_view(form, media_type):
    first = CLIENT.get(f"/map.{form}", params={"region": "150400"})
    again = CLIENT.get(f"/map.{form}", params={"region": "150400"}, headers={"if-none-match": first.headers["etag"]})
    assert (first.status_code, first.headers["content-type"], again.status_code) == (200, media_type, 304)
    assert first.content != CLIENT.get(f"/map.{form}").content
    document = CLIENT.get("/openapi.json").json()["paths"][f"/map.{form}"]["get"]
    assert {p["name"] for p in document["parameters"]} == {"region", "from", "to", "kind", "level", "organization", "q"}


@pytest.mark.parametrize(("params", "parameter"), [({"region": "1504"}, "region"), ({"limit": "1"}, "limit"), ({"x": ""}, "x")])
def test_what_the_map_cannot_show_is_400_with_its_sentence(params, parameter):
    response = CLIENT.get("/map.png", params=params)
    assert (response.status_code, response.json()["parameter"]) == (400, parameter)
