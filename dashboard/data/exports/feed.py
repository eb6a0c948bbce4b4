"""Occasions as a feed that a reader can subscribe to: Atom."""

import datetime as dt
import re
from xml.etree import ElementTree

from dashboard.data.exports.export import Export, urn
from dashboard.data.exports.told import Told, saying, told, when
from dashboard.words import _, language

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 100  # entries
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no way to write, section 2.2


def to_atom(made: Export) -> bytes:
    """A feed (RFC 4287) of the newest occasions by their review: an entry for each, and in it the sentence that says it.

    Ids do not depend on where Daybook runs. Where it is known, an entry leads to its page here, else to the report.
    """
    reviews = {article.id: article.review.at for article in made.held.approved}
    found = [(max(reviews[report["article"]] for report in one.reports), one) for one in told(made)]
    found.sort(key=lambda one: (one[0], one[1].leading["start"] or ""), reverse=True)
    feed = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": language()})
    updated = max((reviewed for reviewed, _one in found), default=made.reviewed)
    title = f"Daybook: {'; '.join(made.filter)}" if made.filter else "Daybook"
    identify(feed, urn(f"feed?{made.query}"), title, updated)
    said = _("Meetings and visits from published reports, data version {version}. {attribution}", version=made.version,
             attribution=made.attribution)  # fmt: skip
    text(feed, "subtitle", said)
    text(ElementTree.SubElement(feed, "author"), "name", "Daybook")
    if made.site:
        query = f"?{made.query}" if made.query else ""
        link(feed, "self", f"{made.site}/api/v1/events.atom{query}", "application/atom+xml")
        link(feed, "alternate", f"{made.site}/{query}", "text/html")
    for reviewed, one in found[:MOST]:
        entry(ElementTree.SubElement(feed, "entry"), one, reviewed, made.page(one.leading["event"]))
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)


def entry(made: ElementTree.Element, one: Told, reviewed: dt.date, page: str | None) -> None:
    """When and where it was, and what each report says."""
    row = one.leading
    identify(made, urn(row["occasion"]), row["title"], reviewed)
    if address := page or row["url"]:
        link(made, "alternate", address)
    for report in one.reports:
        if report["url"]:
            link(made, "via", report["url"])
    ElementTree.SubElement(made, "category", {"term": row["kind"]})
    where = row["places"] or _("place not stated")
    text(made, "content", "\n".join([f"{when(row)} · {where}", *(saying(report) for report in one.reports)]))


def identify(made: ElementTree.Element, id: str, title: str, updated: dt.date) -> None:
    """What a feed and each of its entries must have."""
    text(made, "id", id)
    text(made, "title", title)
    text(made, "updated", f"{updated}T00:00:00Z")


def text(made: ElementTree.Element, name: str, said: str) -> None:
    """An element that holds text, and is read as text: the type that Atom has where none is named."""
    ElementTree.SubElement(made, name).text = NO_XML.sub("\ufffd", said)


def link(made: ElementTree.Element, relation: str, address: str, media_type: str | None = None) -> None:
    kind = {"type": media_type} if media_type else {}
    ElementTree.SubElement(made, "link", {"rel": relation, "href": NO_XML.sub("\ufffd", address), **kind})
