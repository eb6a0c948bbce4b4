"""The app and its routes in one process: `daybook serve`, or `streamlit run dashboard/server.py`."""

import gc
import gzip
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard import library
from dashboard.data import boundaries
from dashboard.data.errors import DaybookError
from dashboard.words import _

log = logging.getLogger("daybook")
YEAR = 31_536_000  # seconds


async def areas(request: Request) -> Response:
    """The area polygons as GeoJSON."""
    layer = library.current().layer
    return geojson(request, layer.geojson, layer.etag)


async def area_names(request: Request) -> Response:
    """The points that the areas' names stand at, as GeoJSON."""
    held = library.current()
    return geojson(request, boundaries.name_points(held.layer, held.held.areas), held.layer.etag)


def geojson(request: Request, text: str, etag: str) -> Response:
    """What a map is made of: a browser fetches it once, since its address names its version, and compressed."""
    headers = {"etag": etag, "cache-control": f"public, max-age={YEAR}, immutable" if "v" in request.query_params else "no-cache"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    body = text.encode()
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers = compressed(body), headers | {"content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(body, media_type="application/geo+json", headers=headers)


@lru_cache(maxsize=4)
def compressed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


async def unknown(_request: Request) -> Response:
    """Streamlit answers any unknown path with its page; under /api that would be the wrong thing."""
    return JSONResponse({"error": "There is no such address in this API.", "parameter": None}, status_code=404)


async def robots(_request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nAllow: /\n")


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Read the data before the first visitor comes; what is loaded by then is not garbage, so it is not searched again."""
    try:
        library.current()
    except DaybookError as error:
        log.warning("%s", error)
    gc.collect()
    gc.freeze()
    yield


def on_script_error(error: Exception) -> bool:
    """A bug of ours: the traceback goes to the log, a sentence to the reader."""
    log.error("A page failed", exc_info=error)
    st.error(
        _("Something went wrong here, and it is our fault. The other pages work; reloading may help."), icon=":material/error:"
    )
    return True


app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[
        Route("/api/v1/areas.geojson", areas),
        Route("/api/v1/area-names.geojson", area_names),
        Route("/api/{rest:path}", unknown),
        Route("/robots.txt", robots),
    ],
    lifespan=ready,
    on_script_error=on_script_error,
)
