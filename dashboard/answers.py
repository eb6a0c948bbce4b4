"""A question through HTTP and what would be sent in, the answer out: or 304, where the asker has it already."""

import datetime as dt
import hashlib
from collections.abc import Callable
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response

from dashboard import library
from dashboard.hosting import Hosting
from dashboard.library import Library


def site(request: Request) -> str:
    """The address of this Daybook, as its owner says it, or else as it was asked."""
    return Hosting.now().public_url or f"{request.url.scheme}://{request.url.netloc}"


def answered(
    request: Request, held: Library, what: str, write: Callable[[], bytes], media_type: str, headers: dict[str, str] | None = None
) -> Response:
    """The answer, or 304: it changes with the data, the polygons, the question and where Daybook is, with nothing else."""
    asked_for = (held.held.version, held.layer.etag, what, site(request), sorted(request.query_params.multi_items()))
    etag = f'W/"{hashlib.sha256(repr(asked_for).encode()).hexdigest()[:20]}"'  # weak: compressed or not, it is the same
    reviewed = dt.datetime.combine(library.reviewed(held), dt.time(), dt.UTC)
    headers = {"cache-control": "no-cache", "etag": etag, "last-modified": format_datetime(reviewed, usegmt=True)} | (
        headers or {}
    )
    if etag in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(write(), media_type=media_type, headers=headers)
