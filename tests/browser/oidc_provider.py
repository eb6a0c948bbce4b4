"""An OpenID Connect provider on this machine, as small as the standard lets it be: it asks who you are, and believes it."""

import json
import secrets
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "daybook", "only for tests"
PAGE = """<!doctype html><title>Who are you?</title>
<form action="/as"><input type="hidden" name="asked" value="{asked}"><label>E-mail <input name="email"></label>
<label><input type="checkbox" name="unproven"> not verified</label> <button>Go on</button></form>"""


@dataclass
class Provider:
    """`address` is its issuer. A code stands for who was let in, until it is spent."""

    address: str
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"}))
    codes: dict[str, dict] = field(default_factory=dict)

    @property
    def metadata(self) -> str:
        return f"{self.address}/.well-known/openid-configuration"

    def configuration(self) -> dict:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def let_in(self, given: dict[str, str]) -> str:
        """Where the browser goes back to, with a code."""
        asked, code = {k: v[0] for k, v in parse_qs(given["asked"]).items()}, secrets.token_urlsafe()
        self.codes[code] = {"email": given["email"], "email_verified": "unproven" not in given, "nonce": asked.get("nonce")}
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, code: str) -> dict:
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "sub": code[:8], "iat": now, "exp": now + 300, **self.codes.pop(code)}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return {"access_token": secrets.token_urlsafe(), "token_type": "Bearer", "expires_in": 300, "id_token": signed}


@contextmanager
def provider() -> Iterator[Provider]:
    """One that answers for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, urlsplit(self.path).query
            if path == "/.well-known/openid-configuration":
                self.answer(one.configuration())
            elif path == "/jwks":
                self.answer({"keys": [one.key.as_dict(private=False)]})
            elif path == "/authorize":
                self.say(PAGE.format(asked=escape(query)).encode(), "text/html")
            elif path == "/as":
                self.send_response(302)
                self.send_header("Location", one.let_in({k: v[0] for k, v in parse_qs(query).items()}))
                self.end_headers()
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            form = {k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
            user, _colon, word = b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode().partition(":")
            known = (unquote(user) or form.get("client_id"), unquote(word) or form.get("client_secret")) == (CLIENT, SECRET)
            if not known or form.get("code") not in one.codes:
                return self.send_error(400)
            self.answer(one.token(form["code"]))

        def answer(self, told: dict) -> None:
            self.say(json.dumps(told).encode(), "application/json")

        def say(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    one = Provider(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield one
    finally:
        server.shutdown()
        server.server_close()
