"""The records through HTTP: the parameters of the address in, the rows of the page out, in every format. Reads only.

A value that cannot be used is an error here, since a program does not read a warning: 400, with the sentence that the
page would show.
"""

import gzip
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from dashboard import library, pictures
from dashboard.answers import answered, site
from dashboard.data import boundaries, record_rows
from dashboard.data.errors import BadAddress, DaybookError
from dashboard.data.exports.formats import FORMATS
from dashboard.data.filters import LONGEST_Q, PARAMS, Filter
from dashboard.data.vocabulary import KINDS, LEVELS
from dashboard.handover.file import to_html
from dashboard.library import Library
from dashboard.words import N_, _

YEAR = 31_536_000  # seconds
ROWS = ("json", "csv", "parquet")
TABLES = {"events": tuple(FORMATS), "stops": ROWS, "attendees": ROWS, "articles": ROWS, "event_areas": ROWS}
MANY = {"type": "array", "items": {"type": "string"}}
DAY = {"type": "string", "format": "date"}
ROW_WORDS = {  # what narrows rows beyond the filter, as on the records page
    "event": "Only rows of this event.",
    "basis": "Only rows whose number is known so.",
    "role": "Only rows of this role.",
    "date_precision": "Only events dated so.",
    "unit": "Only areas of this level.",
    "missing": "Only rows in which this column is empty.",
    "period": "Only events that begin in this year, quarter or month: 2023, 2023-Q3, 2023-08.",
    "person": "Only events that this person is at.",
    "body": "Only events that this body takes part in or organizes.",
    "with": "Only rows of attendees of this person or body.",
}
SCHEMAS = {  # parameter -> its schema and what it asks for
    "region": (MANY, "Adcode of an area; covers all below it."),
    "from": (DAY, "First day; an event matches when its span overlaps."),
    "to": (DAY, "Last day."),
    "kind": ({"type": "array", "items": {"enum": list(KINDS)}}, "Kind of event."),
    "level": ({"type": "array", "items": {"enum": list(LEVELS)}}, "Level of attendees."),
    "organization": (MANY, "Body that takes part or organizes."),
    "q": ({"type": "string", "maxLength": LONGEST_Q}, "Words, all of which must be there."),
    **{name: ({"type": "string"}, words) for name, words in ROW_WORDS.items()},
    "limit": ({"type": "integer", "minimum": 1}, "Rows at most."),
    "offset": ({"type": "integer", "minimum": 0}, "Rows to leave out first."),
}
PARAMETERS = [{"name": name, "in": "query", "schema": schema, "description": words} for name, (schema, words) in SCHEMAS.items()]
ERROR = {"type": "object", "properties": {"error": {"type": "string"}, "parameter": {"type": ["string", "null"]}}}
REFUSED = {
    "description": "`error` says what cannot be used, `parameter` where.",
    "content": {"application/json": {"schema": ERROR}},
}

api = FastAPI(
    title="Daybook",
    version="1",
    description="Official meetings and field visits, from news reports. Every row has the sentence that says it and its source.",
    docs_url=None,  # these pages would ask another host for their scripts
    redoc_url=None,
)
api.add_middleware(GZipMiddleware, minimum_size=1_000)
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"], expose_headers=["etag"])


def asked(request: Request, held: Library, table: str) -> tuple[Filter, tuple[tuple[str, str], ...], slice]:
    """The filter of an address, what narrows the rows of its table, and which of them. Raises BadAddress."""
    given = request.query_params
    only(SCHEMAS, given)
    params = {name: given.getlist(name) for name in given}
    chosen, bad = Filter.from_params(params, held.known)
    _table, where, unfit = record_rows.read_rows(params | {"table": [table]}, held.frames)
    if bad := bad + unfit:
        raise bad[0]
    limit, offset = (number(name, given.getlist(name), least) for name, least in (("limit", 1), ("offset", 0)))
    first = offset or 0
    return chosen, tuple(where.items()), slice(first, None if limit is None else first + limit)


def only(names: Iterable[str], given: Iterable[str]) -> None:
    """Raises BadAddress for a parameter that there is not."""
    if name := next((name for name in given if name not in names), None):
        sentence = N_("There is no parameter {name}. There are: {names}.")
        raise BadAddress(name[:40], sentence, name=name[:40], names=", ".join(names))


def number(name: str, values: list[str], least: int) -> int | None:
    if not values:
        return None
    value = values[0]
    if len(values) > 1 or not (value.isascii() and value.isdigit() and len(value) < 10 and int(value) >= least):
        sentence = N_("{name}={value} cannot be used: one whole number from {least} up would work.")
        raise BadAddress(name, sentence, name=name, value=value[:40], least=least)
    return int(value)


def rows(table: str, form: str) -> Callable[[Request], Response]:
    """The handler of one table in one format."""

    def answer(request: Request) -> Response:
        held = library.current()
        chosen, where, part = asked(request, held, table)
        made = library.export(held, chosen, table, where, site=site(request))
        how = "attachment" if FORMATS[form].kept else "inline"
        name = f"daybook-{table}.{FORMATS[form].suffix}"
        headers = {"x-total-count": str(len(made.rows)), "content-disposition": f'{how}; filename="{name}"'}

        def write() -> bytes:
            return FORMATS[form].write(replace(made, rows=made.rows.iloc[part]))

        return answered(request, held, f"{table}.{form}", write, FORMATS[form].media_type, headers)

    return answer


def map_svg(request: Request) -> Response:
    """The map of a view as a picture of 1200 x 630, which says its filter, the data version and whose boundaries it has."""
    return picture(request, "svg", str.encode, "image/svg+xml")


def map_png(request: Request) -> Response:
    """The same for what takes no SVG."""
    return picture(request, "png", pictures.png, "image/png")


def picture(request: Request, form: str, write: Callable[[str], bytes], media_type: str) -> Response:
    held = library.current()
    only(PARAMS, request.query_params)
    chosen, *_rows = asked(request, held, "events")
    return answered(request, held, f"map.{form}", lambda: write(pictures.map_picture(held, chosen)), media_type)


def hand_over(request: Request) -> Response:
    """The view as one HTML file to keep: it opens with no network, and filters by itself."""
    held = library.current()
    only(PARAMS, request.query_params)
    chosen, *_rows = asked(request, held, "events")
    headers = {"content-disposition": 'attachment; filename="daybook.html"'}
    return answered(request, held, "hand-over", lambda: to_html(held, chosen), "text/html", headers)


def article(id: str, request: Request) -> Response:
    """One article with its text, its events and their evidence, as its record is held."""
    held = library.current()
    found = held.article(id)
    if found is None:
        raise HTTPException(404, _("There is no article {id}.", id=id[:120]))
    return answered(request, held, id, lambda: found.model_dump_json(indent=1, exclude_none=True).encode(), "application/json")


def areas(request: Request) -> Response:
    """The area polygons as GeoJSON."""
    held, headers = library.current(), drawn(request)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return answered(request, held, "areas", lambda: held.layer.geojson.encode(), "application/geo+json", headers)
    headers |= {"content-encoding": "gzip", "vary": "accept-encoding"}
    return answered(request, held, "areas", lambda: compressed(held.layer.geojson), "application/geo+json", headers)


@lru_cache(maxsize=4)
def compressed(text: str) -> bytes:
    """The polygons are the largest answer, and every new reader asks for them: they are compressed once."""
    return gzip.compress(text.encode(), mtime=0)


def area_names(request: Request) -> Response:
    """The points that the areas' names stand at, as GeoJSON."""
    held = library.current()
    return answered(
        request,
        held,
        "names",
        lambda: boundaries.name_points(held.layer, held.held.areas).encode(),
        "application/geo+json",
        drawn(request),
    )


def drawn(request: Request) -> dict[str, str]:
    """What a map is made of is fetched once where the address names its version."""
    return {"cache-control": f"public, max-age={YEAR}, immutable"} if "v" in request.query_params else {}


def refuse(_request: Request, error: DaybookError) -> JSONResponse:
    """A sentence, and which parameter it is about."""
    status = 400 if isinstance(error, BadAddress) else 503
    return JSONResponse({"error": str(error), "parameter": getattr(error, "parameter", None)}, status_code=status)


def fail(_request: Request, error: HTTPException) -> JSONResponse:
    """The same shape for what is not there, or not allowed."""
    sentence = _("There is no such address in this API.") if error.detail == "Not Found" else error.detail
    return JSONResponse({"error": sentence, "parameter": None}, status_code=error.status_code, headers=error.headers)


def broken(_request: Request, _error: Exception) -> JSONResponse:
    """A bug of ours, in the same shape; the traceback goes to the log."""
    return JSONResponse({"error": _("Something went wrong here, and it is our fault."), "parameter": None}, status_code=500)


api.add_exception_handler(Exception, broken)
api.add_exception_handler(DaybookError, refuse)
api.add_exception_handler(HTTPException, fail)
for table, forms in TABLES.items():
    for form in forms:
        content = {"content": {FORMATS[form].media_type: {}}, "description": "The rows."}
        api.add_api_route(
            f"/{table}.{FORMATS[form].suffix}",
            rows(table, form),
            name=f"{table} as {form}",
            response_class=Response,
            responses={200: content, 400: REFUSED},
            openapi_extra={"parameters": PARAMETERS},
        )
for address, handler, media_type in (
    ("/map.svg", map_svg, "image/svg+xml"),
    ("/map.png", map_png, "image/png"),
    ("/hand-over.html", hand_over, "text/html"),
):
    api.add_api_route(
        address,
        handler,
        response_class=Response,
        responses={200: {"content": {media_type: {}}, "description": "The view."}, 400: REFUSED},
        openapi_extra={"parameters": [p for p in PARAMETERS if p["name"] in PARAMS]},
    )
api.add_api_route("/articles/{id}.json", article, response_class=Response, responses={404: REFUSED})
api.add_api_route("/areas.geojson", areas, response_class=Response)
api.add_api_route("/area-names.geojson", area_names, response_class=Response)
