"""What leaves the browser as a file: a chart as a picture, with its title, its filter and its source."""

import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"


def saved(page, form: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=form, exact=True).click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(("path", "title"), [("/?region=150400", "over time"), ("/attendees?region=150400", "by level")])
def test_a_chart_saves_with_its_title_its_filter_and_its_source(visit, path, title):
    page = visit().open(path)
    sheet = ET.fromstring(saved(page, "SVG"))
    words = [text.text or "" for text in sheet.findall(f"{SVG}text")]
    assert title in words[0]
    assert words[1] == "in Chifeng"
    assert "data version" in words[2]
    assert sheet.findall(f".//{SVG}path")


def test_a_chart_saves_as_a_picture_too(visit):
    page = visit().open("/attendees")
    picture = Image.open(BytesIO(saved(page, "PNG"))).convert("RGB")
    assert picture.width > 1000
    assert len(picture.resize((200, 100)).getcolors(20_000)) > 10  # there is something on it


def test_the_dialog_has_no_finding_and_closes_by_keyboard(visit):
    one = visit()
    page = one.open("/?region=150400")
    page.get_by_role("button", name="Share, cite, take away").click()
    page.get_by_role("dialog").get_by_text("Daybook. “Meetings and visits in Chifeng”").wait_for()
    assert one.findings() == []
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
