"""A view, an article or an event in, how to cite it out: as a sentence and as BibTeX. No Streamlit.

Nothing is guessed: what has no date gets no year. What is in our words says so.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from dashboard.data.phrases import when_of
from dashboard.data.records import Article, Event
from dashboard.data.titles import KINDS
from dashboard.words import _, date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # BibTeX's own words
SPECIAL = {sign: f"\\{sign}" for sign in "#$%&_"} | {  # braces by name: BibTeX counts even those that are escaped
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "\0": "{}",
}
LIGATURE = re.compile(r"(?<=[-'`,<>])(?=[-'`,<>])|(?<=[?!])(?=`)")  # where TeX would make one sign of two
IN_URL = {sign: f"%{ord(sign):02X}" for sign in "\\{}^"}  # what would end \url{}, or be read in it


@dataclass(frozen=True, slots=True)
class Citation:
    text: str
    bibtex: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What is cited: which data, reviewed last when, from where, and read when."""

    version: str
    reviewed: dt.date
    site: str  # the address of Daybook, without a slash at its end
    accessed: dt.date

    def page(self, record: str) -> str:
        return f"{self.site}/r/{record}"


def of_view(title: str, address: str, edition: Edition) -> Citation:
    """A view, by the whole address that restores it."""
    said = _("Daybook. “{title}”. Data version {version} (reviewed {reviewed}). {address}. Accessed {accessed}.",
             title=title, version=edition.version, reviewed=date(edition.reviewed), address=address,
             accessed=date(edition.accessed))  # fmt: skip
    fields = {
        "author": "Daybook",
        "title": title,
        **published(edition.reviewed),
        "version": edition.version,
        "howpublished": url(address),
        "note": plain(_("Data version {version}, reviewed {day}", version=edition.version, day=date(edition.reviewed))),
    }
    return Citation(one_line(said), bibtex(f"{edition.version}-{crc32(address.encode()):08x}", fields, edition))


def of_article(article: Article, edition: Edition) -> Citation:
    """A published article, as it stands in Daybook."""
    said = f"{source(article)} {here(article.id, edition)}"
    return Citation(one_line(said), bibtex(article.id, origin(article, headline(article), article.id, edition), edition))


def of_event(event: Event, article: Article, edition: Edition) -> Citation:
    """One meeting or visit, with the article that tells of it."""
    title = f"{event.title} {_('[title in our words]')}"
    what = _("{kind}, {when}", kind=_(KINDS[event.kind]), when=when_of(event))
    told = _("Told in: {article}", article=source(article))
    said = f"“{title}”. {what}. {told} {here(event.id, edition)}"
    about = [f"{what}.", _("Told in “{headline}”.", headline=headline(article))]
    return Citation(one_line(said), bibtex(event.id, origin(article, title, event.id, edition, *about), edition))


def headline(article: Article) -> str:
    """Of a brief, the headline is ours, as all of its words."""
    return f"{article.headline} {_('[summary in our words]')}" if article.text_kind == "brief" else article.headline


def source(article: Article) -> str:
    """`A paper. “A headline [summary in our words]”. 13 August 2023. https://example.org/1.`"""
    day = date(article.published) if article.published else _("No date printed")
    return ". ".join([article.publisher, f"“{headline(article)}”", day, *([article.url] if article.url else [])]) + "."


def here(record: str, edition: Edition) -> str:
    return _("In Daybook, data version {version}, {address}. Accessed {accessed}.",
             version=edition.version, address=edition.page(record), accessed=date(edition.accessed))  # fmt: skip


def origin(article: Article, title: str, record: str, edition: Edition, *about: str) -> dict[str, str]:
    """The fields of a published article, and where it stands in Daybook."""
    undated = () if article.published else (_("No date printed."),)
    note = [plain(x) for x in (*about, *undated, _("In Daybook, data version {version},", version=edition.version))]
    return {
        "author": article.publisher,
        "title": title,
        **published(article.published),
        **({"howpublished": url(article.url)} if article.url else {}),
        "version": edition.version,
        "note": " ".join([*note, url(edition.page(record))]),
    }


def published(day: dt.date | None) -> dict[str, str]:
    return {"year": str(day.year), "month": MONTHS[day.month - 1], "day": str(day.day)} if day else {}


def bibtex(key: str, fields: Mapping[str, str], edition: Edition) -> str:
    """An entry. A title keeps its capitals and an author is one body: they stand in two braces."""
    lines = []
    for name, value in (fields | {"urldate": edition.accessed.isoformat()}).items():
        if name in ("author", "title"):
            value = f"{{{plain(value)}}}"
        lines.append(f"  {name} = {value if name == 'month' else f'{{{value}}}'},")
    return "\n".join([f"@misc{{daybook-{key},", *lines, "}"])


def plain(text: str) -> str:
    """Text as LaTeX reads it back: `50 % of {x}` -> `50 \\% of {\\textbraceleft}x{\\textbraceright}`."""
    return "".join(SPECIAL.get(sign, sign) for sign in LIGATURE.sub("\0", one_line(text)))


def url(address: str) -> str:
    return f"\\url{{{''.join(IN_URL.get(sign, sign) for sign in address)}}}"


def one_line(text: str) -> str:
    """Text without line breaks, and without signs that are not seen: they may turn what follows around."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
