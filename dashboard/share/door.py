"""The id of a record in, its page, its picture and its preview out, over HTTP. Reads only; nothing here needs JavaScript."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import jinja2
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from dashboard import library, pictures
from dashboard.answers import answered, site
from dashboard.data import phrases
from dashboard.data.errors import DaybookError
from dashboard.figures.palette import LIGHT, PALETTES, SIGNS
from dashboard.share import labels, pages, style
from dashboard.words import _, date

HERE = Path(__file__).parent
ALLOWED = "style-src 'self'; img-src 'self'; font-src 'self'"  # a page runs nothing, and loads only what is drawn
POLICY = {"content-security-policy": f"default-src 'none'; {ALLOWED}; base-uri 'none'; form-action 'none'"}
YEAR = 31_536_000  # seconds
templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
)
templates.filters |= {"day": date, "when": phrases.when_of}
MADE = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(HERE.glob("*.*")))).hexdigest()[:12]  # of this code


def drawn(template: str, **values: object) -> bytes:
    return templates.get_template(template).render(w=labels.words(), style=style.VERSION, **values).encode()


def show(request: Request) -> Response:
    """The page of an article or an event."""
    held, today = library.current(), dt.datetime.now(dt.UTC).date()
    id = request.path_params["id"]
    page = pages.page(held, id, site(request), today)
    if page is None:
        gone = library.withdrawn(held, id)
        raise HTTPException(410, phrases.withdrawn(gone)) if gone else HTTPException(404, unknown(id))

    def write() -> bytes:
        attribution = held.layer.attribution
        return drawn(page.template, page=page, body=page.body, jsonld=Markup(page.jsonld), attribution=attribution)

    return answered(request, held, f"{id} {today} {MADE}", write, "text/html", POLICY)


def picture(request: Request, form: str, write: Callable[[str], bytes], media_type: str) -> Response:
    held, id = library.current(), request.path_params["id"]
    found = pages.records(held).get(id)
    if found is None:
        raise HTTPException(404, unknown(id))
    article, event = found
    palette = PALETTES.get(request.query_params.get("theme", ""), LIGHT)
    how = (palette, "alone" in request.query_params)

    def made() -> bytes:
        return write(pictures.event_picture(held, event, *how) if event else pictures.article_picture(held, article, *how))

    return answered(request, held, f"{id}.{form}", made, media_type, POLICY)


def svg(request: Request) -> Response:
    return picture(request, "svg", str.encode, "image/svg+xml")


def png(request: Request) -> Response:
    return picture(request, "png", pictures.png, "image/png")


def all_records(request: Request) -> Response:
    """A list of every page, for who has no JavaScript and for machines that follow links."""
    held = library.current()
    return answered(
        request,
        held,
        f"list {MADE}",
        lambda: drawn("list.html", years=pages.years(held), signs=SIGNS, site=site(request)),
        "text/html",
        POLICY,
    )


def sitemap(request: Request) -> Response:
    """The address of every page, and when its article was last reviewed (sitemaps.org)."""
    try:
        held, base = library.current(), site(request)
    except DaybookError as error:
        return PlainTextResponse(str(error), 503)

    def write() -> bytes:
        made = ElementTree.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
        for article in held.held.approved:
            for id in (article.id, *(event.id for event in article.events)):
                url = ElementTree.SubElement(made, "url")
                ElementTree.SubElement(url, "loc").text = f"{base}/r/{id}"
                ElementTree.SubElement(url, "lastmod").text = article.review.at.isoformat()
        return ElementTree.tostring(made, encoding="utf-8", xml_declaration=True)

    return answered(request, held, "sitemap", write, "application/xml")


async def css(request: Request) -> Response:
    lasting = {"cache-control": f"public, max-age={YEAR}, immutable"} if "v" in request.query_params else {}
    return Response(style.CSS, media_type="text/css", headers=lasting)


async def icon(_request: Request) -> Response:
    return Response((HERE / "icon.svg").read_bytes(), media_type="image/svg+xml", headers=POLICY)


async def to_list(_request: Request) -> Response:
    return RedirectResponse("/r/", 308)


def unknown(id: str) -> str:
    return _("There is no page {id} here. It may have been taken back, or the address has a mistake.", id=id[:80])


async def missing(request: Request, error: HTTPException) -> Response:
    sentence = unknown(request.scope["path"].rpartition("/")[2]) if error.detail == "Not Found" else error.detail
    return HTMLResponse(drawn("missing.html", heading=_("There is no such page"), sentence=sentence), 404, POLICY)


async def withdrawn(_request: Request, error: HTTPException) -> Response:
    return HTMLResponse(drawn("missing.html", heading=_("This report was withdrawn"), sentence=error.detail), 410, POLICY)


async def unreadable(_request: Request, error: DaybookError) -> Response:
    return HTMLResponse(drawn("missing.html", heading=_("Nothing can be read here now"), sentence=str(error)), 503, POLICY)


pages_of_records = Starlette(
    routes=[
        Route("/", all_records),
        Route("/style.css", css),
        Route("/icon.svg", icon),
        Route("/{id}.png", png),
        Route("/{id}.svg", svg),
        Route("/{id}", show),
    ],
    middleware=[Middleware(GZipMiddleware, minimum_size=1_000)],
    exception_handlers={404: missing, 410: withdrawn, DaybookError: unreadable},
)
routes: list[BaseRoute] = [Mount("/r", app=pages_of_records), Route("/r", to_list), Route("/sitemap.xml", sitemap)]
