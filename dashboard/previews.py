"""Streamlit's own first page in, the same with the title, the description and the picture of what its address shows out.

Programs that preview links run no script: they see this page and no other. The script in it stays as it is, byte for
byte, since the guard lets it run by its hash.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import library
from dashboard.answers import answered, site
from dashboard.data import phrases, titles
from dashboard.data.errors import DaybookError
from dashboard.data.filters import PARAMS, Filter
from dashboard.library import Library
from dashboard.share import pages
from dashboard.words import N_, _, language

INDEX = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
NAMES = {  # path of a page of the app -> its name, where the title needs it
    "/": "",
    "/attendees": N_("Attendees"),
    "/articles": N_("Articles"),
    "/records": N_("Records"),
    "/about": N_("About"),
}
SAID = {"person": N_("Named at {kinds}."), "body": N_("Takes part in or organizes {kinds}.")}
OWN = ("article", "event", *SAID)  # parameters of a page that say what it is about
MADE = hashlib.sha256(INDEX.encode()).hexdigest()[:12]


class Preview(NamedTuple):
    title: str
    description: str
    url: str  # the address without what does not change the page, relative to the site
    image: str
    alt: str


class Previews:
    """Answers for the pages of the app, and leaves everything else to it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer: ASGIApp = self.app
        if scope["type"] == "http" and scope["path"] in NAMES and scope["method"] in ("GET", "HEAD"):
            answer = await run_in_threadpool(page, Request(scope)) or self.app
        await answer(scope, receive, send)


def page(request: Request) -> Response | None:
    """The page as it is sent; None where the data cannot be read, which the app says itself."""
    try:
        held = library.current()
    except DaybookError:
        return None
    given = tuple((name, value) for name, value in request.query_params.multi_items() if name in (*PARAMS, *OWN))
    made = index(held, request.url.path, given, site(request))
    return answered(request, held, f"{request.url.path} {MADE}", made.encode, "text/html")


@lru_cache(maxsize=256)  # of 12 kB each
def index(held: Library, path: str, given: tuple[tuple[str, str], ...], base: str) -> str:
    """Streamlit's page with what previews read, and with our words for who has no JavaScript."""
    params: dict[str, list[str]] = {}
    for name, value in given:
        params.setdefault(name, []).append(value)
    chosen, _bad = Filter.from_params(params, held.known)
    made = of_record(held, params) or (of_profile(held, chosen, params) if path == "/attendees" else None)
    made = made or of_view(held, path, chosen)
    query = urlencode(chosen.to_params(), doseq=True)
    return with_head(INDEX, head(made, base, query)).replace("./_stcore/agent/openapi.json", "./api/v1/openapi.json", 1)


def of_record(held: Library, params: Mapping[str, Sequence[str]]) -> Preview | None:
    """An article or an event that the address names: what its own page says."""
    asked = next((params[name][0] for name in ("article", "event") if name in params), None)
    found = pages.records(held).get(asked) if asked else None
    if not found:
        return None
    article, event = found
    said = titles.about_event(event, article, held.held.areas) if event else titles.about_article(article)
    record = event or article
    alt = event.title if event else article.headline
    return Preview(alt, pages.shortened(said), f"/r/{record.id}", f"/r/{record.id}.png", alt)


def of_profile(held: Library, chosen: Filter, params: Mapping[str, Sequence[str]]) -> Preview | None:
    """A person or a body that the address of the attendees page names: at how much of what is chosen it is."""
    for kind, said in SAID.items():
        name = params.get(kind, [""])[0]
        if name and (found := library.profile(held, chosen, kind, name)):
            person = held.held.people.get(name) if kind == "person" else None
            title = person.name if person else name
            kinds = phrases.kinds_in_words({"meeting": found.meetings.value, "visit": found.visits.value})
            said = _(said, kinds=kinds) if kinds else _("Nothing that is held fits.")
            address = f"/attendees?{urlencode(chosen.to_params() | {kind: name}, doseq=True)}"
            return Preview(title, described(held, chosen, said), address, picture(chosen), titles.title(chosen, held.held.areas))
    return None


def of_view(held: Library, path: str, chosen: Filter) -> Preview:
    """A view, by its filter."""
    title = titles.title(chosen, held.held.areas)
    said = described(held, chosen, titles.holds(library.numbers(held, chosen)))
    address = f"{path}?{urlencode(chosen.to_params(), doseq=True)}".rstrip("?")
    return Preview(f"{title} · {_(NAMES[path])}" if NAMES[path] else title, said, address, picture(chosen), title)


def described(held: Library, chosen: Filter, said: str) -> str:
    asked = "; ".join(chosen.describe(held.held.areas))
    ours = _("Every number one click from the sentence that says it.")
    return " ".join([said, *([_("Filter: {filter}.", filter=asked)] if asked else []), ours])


def picture(chosen: Filter) -> str:
    return f"/api/v1/map.png?{urlencode(chosen.to_params(), doseq=True)}".rstrip("?")


def head(made: Preview, base: str, query: str) -> str:
    """The lines of the head. Every value is only text there, whatever it holds."""
    title = _("Daybook: {title}", title=made.title)
    named = {
        "og:site_name": "Daybook",
        "og:type": "website",
        "og:title": title,
        "og:description": made.description,
        "og:url": base + made.url,
        "og:image": base + made.image,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": made.alt,
    }
    feed = f"/api/v1/events.atom?{query}".rstrip("?")
    return "\n    ".join(
        [
            f"<title>{escape(title)}</title>",
            f'<meta name="description" content="{escape(made.description)}">',
            f'<link rel="canonical" href="{escape(base + made.url)}">',
            f'<link rel="alternate" type="application/atom+xml" href="{escape(feed)}" title="Daybook">',
            *(f'<meta property="{name}" content="{escape(value)}">' for name, value in named.items()),
            '<meta name="twitter:card" content="summary_large_image">',
        ]
    )


def with_head(index: str, lines: str) -> str:
    """The page with these lines for its title, in our language, and with the way to what needs no JavaScript."""
    ways = _("This page needs JavaScript. {pages} need none, and programs can read {data}.",
             pages=f'<a href="/r/">{_("The pages of its records")}</a>',
             data=f'<a href="/api/v1/events.json">{_("the records as JSON")}</a>')  # fmt: skip
    made = re.sub(r"<title>.*?</title>", lambda _found: lines, index, count=1, flags=re.S)
    made = re.sub(r"<noscript>.*?</noscript>", lambda _found: f"<noscript><p>{ways}</p></noscript>", made, count=1, flags=re.S)
    return re.sub(r'<html lang="[^"]*">', f'<html lang="{language()}">', made, count=1)
