"""Events as cards: what, when, where, the sentence that says it, and each report of it with what it says otherwise."""

from dashboard.components import cards
from dashboard.components.cards import Card, Pieces
from dashboard.data import search
from dashboard.data.frames import sentences, words
from dashboard.data.phrases import when
from dashboard.figures.palette import SIGNS
from dashboard.views.shared import View, pieces
from dashboard.words import _, ngettext


def show(view: View, occasions: list[list[dict]], *, key: str) -> None:
    """A card for each occasion: its reports as tables.occasions gives them."""
    cards.draw([card(view, reports) for reports in occasions], key=key)


def card(view: View, reports: list[dict]) -> Card:
    first, *others = reports
    q = view.chosen.q
    said = (first["title"], f"{when(first)} · {where(first)}", f"“{sentence(view, first)}”")
    title, small, quote = (pieces(text, q) for text in said)
    made = Card(sign=SIGNS[first["kind"]], title=title, small=small, quote=quote, way=way(view, first, _("Read the sentence")))
    if q and not any(hit for part in (title, small, quote) for _text, hit in part):
        made["found"] = found_by(view, first)
    if others:
        label = ngettext("{n} more report tells of it:", "{n} more reports tell of it:", len(others))
        reports = [{"text": differing(r, first)} | way(view, r, _("Read this report")) for r in others]
        made["more"] = {"label": label, "reports": reports}
    return made


def way(view: View, row: dict, label: str) -> dict[str, str]:
    return {"label": label, "href": view.href("articles", view.params(article=row["article"], mark=row["mark"]))}


def found_by(view: View, row: dict) -> Pieces:
    """The name that a search found an event by, where none of its spellings stands in what the card says."""
    article = view.library.article(row["article"])
    event = next(e for e in article.events if e.id == row["event"])
    looked_in = words(article, event, view.library.held)
    names = f"{looked_in.names}\n{looked_in.text}".split("\n")
    name = next((n for n in names if search.spans(view.chosen.q, n)), "")
    return [(_("Found by a name:") + " ", False), *pieces(name, view.chosen.q)]


def where(row: dict) -> str:
    return row["places"] if isinstance(row["places"], str) else _("place not stated")


def sentence(view: View, row: dict) -> str:
    """What says the event; for a search, the sentence of the article with most of the words."""
    article = view.library.article(row["article"])
    found = search.telling(view.chosen.q, sentences(article.full_text)) if view.chosen.q and article else None
    return found or row["sentence"]


def differing(report: dict, first: dict) -> str:
    """The publisher and the title of a report, and each value in which it differs from the first."""
    said = [
        [when(r), where(r), r["organizer"] if isinstance(r["organizer"], str) else _("no organizer")] for r in (report, first)
    ]
    apart = [own for own, other in zip(*said, strict=True) if own != other]
    return f"{report['publisher']}: {' · '.join([report['title'], *apart])}"
