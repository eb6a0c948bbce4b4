"""A web page's bytes in, its article as a Read out: paragraphs, and what the page says of its headline, address, site and date.

Of trafilatura only what reads is used, never what fetches.
"""

import codecs
import datetime as dt
import re
from contextlib import suppress

import lxml.html
from pydantic import TypeAdapter, ValidationError
from trafilatura import bare_extraction
from trafilatura.settings import Document

from dashboard.data.records import Article
from dashboard.extract.reading import Read
from dashboard.extract.text import BadText
from dashboard.extract.titles import MOST
from dashboard.words import N_

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": "cp1252"}  # as browsers do
INLINE = {"hi", "ref", "del"}
SITE = re.compile(r"[\w-]+(\.[\w-]+)+")  # trafilatura gives the host's name for a site that has none
URL = TypeAdapter(Article.model_fields["url"].annotation)


def read(content: bytes) -> Read:
    """Raises BadText, and whatever the parser raises."""
    text = re.sub(r"\A\s*<\?xml[^>]*>", "", decode(content))  # a parser that is given letters wants no word on their encoding
    if not re.search(r"<html\b", text, re.IGNORECASE):
        text = f"<html><body>{text}</body></html>"
    page = lxml.html.document_fromstring(text)
    wrap_bare_lines(page)
    dates = {"extensive_search": False, "original_date": True}
    found = bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True, date_extraction_params=dates)
    lines = [line.strip() for line in flat(found.body).split("\n")] if isinstance(found, Document) else []
    if not isinstance(found, Document) or not any(lines):  # it gives None for a page without an article
        raise BadText(N_("No article was found in the page: paste its text."))
    site = short(found.sitename, 60)
    return Read(
        text="\n\n".join(line for line in lines if line),
        published=day(found.date),
        headline=short(re.split(r"\s*[_|｜]\s*", found.title or "")[0], MOST),  # what follows is the site, or a part of it
        url=address(found.url),
        publisher=None if site and SITE.fullmatch(site) else site,
    )


def wrap_bare_lines(page: lxml.html.HtmlElement) -> None:
    """Lines beside paragraphs become paragraphs: `<p>A</p>B<br>C` loses `C` in trafilatura."""
    for br in [br for br in page.iter("br") if br.getparent().find("p") is not None]:
        if br.tail and br.tail.strip():
            paragraph = lxml.html.Element("p")
            paragraph.text = br.tail
            br.getparent().replace(br, paragraph)


def decode(content: bytes) -> str:
    """By its mark, else as the page says, else UTF-8 or GB18030. A few broken letters do not make it another encoding."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    said = DECLARED.search(content[:4096])
    declared = said[1].decode("ascii").lower() if said else "utf-8"
    declared = WIDER.get(declared, declared)
    for encoding in (declared, "utf-8", "gb18030"):
        with suppress(LookupError, UnicodeError):
            return content.decode(encoding)
    with suppress(LookupError, UnicodeError):
        text = content.decode(declared, "replace")
        if text.count("\ufffd") * 500 < len(text):
            return text
    raise BadText(N_("The page is not in UTF-8 or GB18030: save it in one of these, or paste its text."))


def flat(element) -> str:
    """The text of an element, a line for each paragraph, item, heading and row."""
    inside = element.text or ""
    if element.tag == "row":
        inside += row([flat(cell) for cell in element])
    else:
        inside += "".join(flat(child) + (child.tail or "") for child in element)
    return inside if element.tag in INLINE else f"\n{inside}\n"


def row(cells: list[str]) -> str:
    """Short cells make one line; a cell of several paragraphs is layout, and they stay apart."""
    whole = [cell.strip() for cell in cells]
    return ("\n" if any("\n" in cell for cell in whole) else " ").join(whole)


def short(words: str | None, most: int) -> str | None:
    kept = " ".join((words or "").split())
    return kept if 0 < len(kept) <= most else None


def address(url: str | None) -> str | None:
    try:
        return URL.validate_python(url)
    except ValidationError:
        return None


def day(printed: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(printed or "")
    except ValueError:
        return None
