"""A view in, the hand-over file out: the bytes of one HTML file, its style and its script within it."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dashboard.data.filters import Filter
from dashboard.data.records import Article
from dashboard.data.search import HAN
from dashboard.figures.palette import DARK, LIGHT, Palette
from dashboard.handover import page
from dashboard.library import Library
from dashboard.words import _, language, ngettext

ASSETS = Path(__file__).with_name("assets")
SCRIPTS = ("counts.js", "address.js", "map.js", "overview.js", "reader.js", "main.js")  # one script: each uses those before it
CHINESE = re.compile(rf"{HAN}+")


def to_html(held: Library, chosen: Filter) -> bytes:
    """One HTML file of a view. It asks no other for anything, and no script runs in it but its own."""
    style, script = style_of(), script_of()
    policy = (
        f"default-src 'none'; script-src {source(script)}; style-src {source(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = environment().get_template("page.html.jinja")
    return template.render(page.values(held, chosen), style=style, script=script, policy=policy).encode()


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(ASSETS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"zh": zh, "tongue": tongue}
    made.globals |= {"_": _, "ngettext": ngettext}
    return made


def zh(text: str) -> Markup:
    """Text with its Chinese marked as such, for a voice and a font that fit."""
    parts, at = Markup(), 0
    for run in CHINESE.finditer(text):
        parts += Markup("{}<span lang=zh>{}</span>").format(text[at : run.start()], run[0])
        at = run.end()
    return parts + text[at:]


def tongue(article: Article) -> Markup:
    """The language of an article's words, where it is not the page's."""
    return Markup("") if article.language == language() else Markup(' lang="{}"').format(article.language)


def style_of() -> str:
    """The style, with the colours of the figures of both themes."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{variables(DARK)}}}\n"
    return variables(LIGHT) + dark + (ASSETS / "style.css").read_text("utf-8")


def variables(palette: Palette) -> str:
    low, high = palette.scale
    named = {name: getattr(palette, name) for name in ("ink", "muted", "paper", "line", "meeting", "visit")}
    return ":root {" + " ".join(f"--{name}: {colour};" for name, colour in (named | {"low": low, "high": high}).items()) + "}\n"


def script_of() -> str:
    return "\n".join((ASSETS / name).read_text("utf-8") for name in SCRIPTS)


def source(content: str) -> str:
    """How a policy names this very content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
