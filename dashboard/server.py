"""The app and its routes in one process: `daybook serve`, or `streamlit run dashboard/server.py`."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from dashboard import library
from dashboard.answers import site
from dashboard.api import api
from dashboard.data.errors import DaybookError
from dashboard.guard import Guard
from dashboard.previews import Previews
from dashboard.share import door
from dashboard.words import _

log = logging.getLogger("daybook")


async def unknown(_request: Request) -> Response:
    """Streamlit answers any unknown path with its page; under /api that would be the wrong thing."""
    return JSONResponse({"error": "There is no such address in this API.", "parameter": None}, status_code=404)


async def robots(request: Request) -> Response:
    return PlainTextResponse(f"User-agent: *\nAllow: /\nSitemap: {site(request)}/sitemap.xml\n")


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Read the data before the first visitor comes; what is loaded by then is not garbage, so it is not searched again.

    Of what comes later much lives as long as a session: to search it often holds every reader up for 0.2 s each time.
    """
    try:
        library.current()
    except DaybookError as error:
        log.warning("%s", error)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
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
        Mount("/api/v1", app=api),
        *(Route(path, unknown) for path in ("/api", "/api/{rest:path}")),
        Route("/robots.txt", robots),
        *door.routes,
    ],
    middleware=[Middleware(Guard), Middleware(Previews)],
    lifespan=ready,
    on_script_error=on_script_error,
)
