"""The door that every request comes through: visitors may read, and nothing else. Plain ASGI, so that streams stay streams.

What is promised is in SECURITY.md, and tests/test_guard.py holds this to it.
"""

import base64
import hashlib
import logging
import re
from pathlib import Path

import streamlit as st
from google.protobuf.message import DecodeError
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.hosting import LOOPBACK, Hosting
from dashboard.words import _

INDEX = Path(st.__file__).parent / "static" / "index.html"
SOCKET = "/_stcore/stream"  # the only one that Streamlit has
HIDDEN = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")  # they tell of the machine, or drive the app
LOGIN = ("/auth/", "/oauth2callback")
UPLOAD = "/_stcore/upload_file/"
FOR_READERS = {"rerun_script", "stop_script", "app_heartbeat", "deferred_file", "dataframe_chunk"}  # others run git, empty caches
FOR_ANYONE = ("/api/", "/r/")  # what any page of the web may ask for
LONGEST_QUERY = 8_000  # bytes; the longest filter that makes sense has a third of it
LARGEST_MESSAGE = 256_000  # bytes that a browser sends at once; a click is about a thousand
LARGEST_PASTED = 4_000_000  # the same where texts are pasted: one that is too long is to be told so, not cut off
YEAR = 31_536_000  # seconds
log = logging.getLogger("daybook")


class Guard:
    """Refuses what is not for visitors, and puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.hosting = app, Hosting.now()
        self.headers = headers(self.hosting)
        self.policy = policy(INDEX.read_text("utf-8"))
        self.framing = " ".join(["frame-ancestors", *(self.hosting.embedders or ["'none'"])])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)

        begun = False

        async def safely(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                given = MutableHeaders(scope=message)
                given.update(self.headers)
                own = given.get("content-security-policy")  # of a page that allows itself even less
                given["content-security-policy"] = f"{own or self.policy}; {self.framing}"
            await send(message)

        answer = self.refused(scope) or self.app
        if scope["type"] == "websocket":
            return await answer(scope, from_readers(receive, safely, largest_message(self.hosting)), safely)
        if scope["method"] == "HEAD" and scope["path"].startswith("/api/"):
            scope = {**scope, "method": "GET"}  # FastAPI has no HEAD of its own; the server leaves the body out
        try:
            await answer(scope, receive, safely)
        except Exception:  # a bug of ours: Starlette would answer outside of this guard
            if begun:
                raise
            log.exception("A request failed")
            await refusal(scope["path"], 500, _("Something went wrong here, and it is our fault."))(scope, receive, safely)

    def refused(self, scope: Scope) -> Response | None:
        """The answer to what is not for visitors; None for all that is."""
        given, path = Headers(scope=scope), scope["path"]
        origin = given.get("origin")
        if not self.hosting.answers_to(given.getlist("host")):
            sentence = _("This Daybook does not answer to that host name. Its owner can add it with --allowed-host.")
            return refusal(path, 421, sentence)
        if self.hosting.curates_here and (scope.get("client") or ("",))[0] not in LOOPBACK:
            return refusal(path, 403, _("This Daybook is being curated, and answers to its own machine alone."))
        if scope["type"] == "http" and not (may(scope["method"], path) or self.uploads(scope["method"], path)):
            return refusal(path, 405, _("Nothing can be written here: only GET and HEAD are answered."), allow="GET, HEAD")
        hidden = HIDDEN if self.hosting.curators else (*HIDDEN, *LOGIN)
        if path.startswith(hidden) or not path.isprintable() or (scope["type"] == "websocket" and path != SOCKET):
            return refusal(path, 404, _("There is no such address here."))
        if len(scope["query_string"]) > LONGEST_QUERY:
            sentence = _("The address is too long: what follows the question mark may have {most} bytes.", most=LONGEST_QUERY)
            return refusal(path, 414, sentence)
        # Asked by a page of another site, Streamlit would look its own address up on the internet.
        if origin is not None and not path.startswith(FOR_ANYONE) and origin not in own_origins(given):
            return refusal(path, 403, _("Pages of other sites may ask /api/ and /r/ only."))
        return None

    def uploads(self, method: str, path: str) -> bool:
        """Whether this is a file for a draft. Streamlit asks nobody who he is, so only this machine may send one."""
        return self.hosting.curates_here and method in ("PUT", "DELETE") and path.startswith(UPLOAD)


def may(method: str, path: str) -> bool:
    """Whether a visitor may use this method; a browser asks by OPTIONS before it lets another site's page read the API."""
    return method in ("GET", "HEAD") or (method == "OPTIONS" and path.startswith(FOR_ANYONE))


def own_origins(given: Headers) -> tuple[str, str]:
    host = given.get("host", "")
    return f"http://{host}", f"https://{host}"


def refusal(path: str, status: int, sentence: str, **more: str) -> Response:
    """A sentence, in the shape of the API where it was the API that was asked."""
    if path.startswith("/api/"):
        return JSONResponse({"error": sentence, "parameter": None}, status_code=status, headers=more)
    return PlainTextResponse(sentence, status_code=status, headers=more)


def largest_message(hosting: Hosting) -> int:
    return LARGEST_PASTED if hosting.curate else LARGEST_MESSAGE


def from_readers(receive: Receive, send: Send, largest: int = LARGEST_MESSAGE) -> Receive:
    """The messages of a socket that a page of ours sends. One that no browser sends ends it; one for developers is dropped."""

    async def within() -> Message:
        while (message := await receive())["type"] == "websocket.receive":
            words = message.get("bytes")
            if words is None:
                code = 1003  # text, and Streamlit reads bytes
            elif len(words) > largest:
                code = 1009
            elif (asked := kind(words)) in FOR_READERS:
                return message
            elif asked:
                continue
            else:
                code = 1002
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}
        return message

    return within


def kind(words: bytes) -> str | None:
    """What a message asks for; None where it is none."""
    try:
        asked = BackMsg.FromString(words)
    except DecodeError:
        return None
    name = asked.WhichOneof("type")
    return asked.backend_operation_request.WhichOneof("payload") if name == "backend_operation_request" else name


def headers(hosting: Hosting) -> dict[str, str]:
    """What goes with every answer, besides the policy."""
    made = {
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",  # what a reader looks at here is no business of the site that he goes on to
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
    }
    if not hosting.embedders:
        made["x-frame-options"] = "DENY"  # for browsers that do not know frame-ancestors
    if hosting.public_url.startswith("https://"):
        made["strict-transport-security"] = f"max-age={YEAR}"
    return made


def policy(index: str) -> str:
    """What a page may load and run: its own files, and the one script that Streamlit's page holds, known by its hash.

    Styles may stand in the page: Streamlit writes its own there. Maps draw in a worker that they make themselves.
    """
    inline = re.findall(r"<script>(.*?)</script>", index, re.S)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in inline]
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())
