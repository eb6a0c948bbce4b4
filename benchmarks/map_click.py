"""Clicks on a region of the map: whether its canvas stays the same, and for how long its polygons are gone."""

import base64
import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PIL import Image
from playwright.sync_api import Browser, ElementHandle, Page

from benchmarks import report, servers
from benchmarks.browser import chromium, opened, settled

CANVAS = ".maplibregl-canvas"
WANTED = "region=150400"
POINTS = [(x / 100, y / 100) for y in (62, 66, 70, 58, 74) for x in (44, 30, 37, 48, 52)]  # of the canvas: Chifeng is there
CLICKS = ("first click, filters", "second, releases", "third, filters")
BLANK = 0.2  # a frame is blank when it has less than this share of the pixels that were drawn before the click
NEAR = 6  # levels of grey that count as the ground
Shot = tuple[float, Image.Image]  # the second it was painted at, and the window


def run(quick: bool) -> None:
    with servers.daybook() as server, chromium() as browser:
        rows = next(filter(None, (clicks(browser, server.url, point, 2 if quick else 3) for point in POINTS)), [])
    report.show(
        "Clicks on Chifeng, on the map page just opened",
        ("", "address", "same canvas", "blank ms", "frames", "settled ms"),
        rows,
        "Blank: without polygons, in frames painted by Chromium without a graphics card. Aim: the same canvas, 0 ms.",
    )


def clicks(browser: Browser, url: str, point: tuple[float, float], times: int) -> list[tuple[str, ...]]:
    """Click there, again and again; no rows where the point is not in the region."""
    with opened(browser) as (page, _received):
        page.goto(url)
        settled(page)
        rows = [(name, *click(page, point)) for name in CLICKS[:times]]
        return rows if WANTED in rows[0][1] else []


def click(page: Page, point: tuple[float, float]) -> tuple[str, ...]:
    """Click once, and look until the page has settled."""
    canvas = page.locator(CANVAS).first.element_handle()
    box = canvas.bounding_box()
    page.mouse.move(x := box["x"] + point[0] * box["width"], y := box["y"] + point[1] * box["height"])
    with filmed(page) as shots:
        page.wait_for_timeout(500)
        begun, clock = time.time(), page.evaluate("performance.now()")
        page.mouse.click(x, y)
        page.wait_for_timeout(1000)
        took = settled(page) - clock
    gone, seen = blank(shots, box, begun), sum(at >= begun for at, _image in shots)
    return page.url.partition("?")[2] or "-", same(page, canvas), f"{gone * 1e3:.0f}", f"{seen}", f"{took:.0f}"


def same(page: Page, canvas: ElementHandle) -> str:
    return "yes" if page.evaluate(f"canvas => canvas === document.querySelector('{CANVAS}')", canvas) else "no"


@contextmanager
def filmed(page: Page) -> Iterator[list[Shot]]:
    """What the window shows, each time that it is painted anew."""
    shots: list[Shot] = []
    film = page.context.new_cdp_session(page)

    def keep(frame: dict) -> None:
        shots.append((frame["metadata"]["timestamp"], Image.open(io.BytesIO(base64.b64decode(frame["data"])))))
        film.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    film.on("Page.screencastFrame", keep)
    film.send("Page.startScreencast", {"format": "png"})
    yield shots
    film.send("Page.stopScreencast")


def blank(shots: list[Shot], box: dict, begun: float) -> float:
    """Seconds from the click on for which the canvas's part of the window was blank."""
    full = max(drawn(image, box) for at, image in shots if at < begun)
    gone = [drawn(image, box) < BLANK * full for _at, image in shots]
    return sum(until - at for empty, ((at, _), (until, _)) in zip(gone, pairwise(shots), strict=False) if empty and at >= begun)


def drawn(image: Image.Image, box: dict) -> int:
    """Pixels of the box that differ from its ground, the commonest grey."""
    corner = box["x"] + box["width"], min(box["y"] + box["height"], image.height)
    levels = image.crop((box["x"], box["y"], *corner)).convert("L").histogram()
    ground = levels.index(max(levels))
    return sum(levels) - sum(levels[max(0, ground - NEAR) : ground + NEAR + 1])
