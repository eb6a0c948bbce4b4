"""Events as cards: what, when, where, the sentence that says it, and each report of it with what it says otherwise."""

import streamlit as st

from dashboard.data import search
from dashboard.data.frames import sentences, words
from dashboard.figures.palette import SIGNS
from dashboard.views.shared import View, go, marked, md, when
from dashboard.words import _, ngettext


def show(view: View, occasions: list[list[dict]]) -> None:
    """A card for each occasion: its reports as tables.occasions gives them."""
    for reports in occasions:
        with st.container(border=True, gap="xsmall"):
            card(view, reports)


def card(view: View, reports: list[dict]) -> None:
    first, *others = reports
    q = view.chosen.q
    said = (first["title"], where(first), sentence(view, first))
    title, place, quote = (marked(text, q) for text in said)
    lines = [f"{SIGNS[first['kind']]} **{title}**", f":small[{md(when(first))} · {place}]", f"*“{quote}”*"]
    if q and not any(search.spans(q, text) for text in said) and (name := found_by(view, first)):
        lines.append(f":small[{_('Found by a name:')} {marked(name, q)}]")
    st.markdown("  \n".join(lines))
    read(view, first, _("Read the sentence"))
    if others:
        st.markdown(f":small[{ngettext('{n} more report tells of it:', '{n} more reports tell of it:', len(others))}]")
    for report in others:
        st.markdown(f":small[{md(report['publisher'])}: {md(differing(report, first))}]")
        read(view, report, _("Read this report"))


def read(view: View, row: dict, label: str) -> None:
    go(view, "articles", label, view.params(article=row["article"], mark=row["mark"]))


def found_by(view: View, row: dict) -> str | None:
    """The name that a search found an event by, where none of its spellings stands in what the card says."""
    article = view.library.article(row["article"])
    event = next(e for e in article.events if e.id == row["event"])
    looked_in = words(article, event, view.library.held)
    return next((n for n in f"{looked_in.names}\n{looked_in.text}".split("\n") if search.spans(view.chosen.q, n)), None)


def where(row: dict) -> str:
    return row["places"] if isinstance(row["places"], str) else _("place not stated")


def sentence(view: View, row: dict) -> str:
    """What says the event; for a search, the sentence of the article with most of the words."""
    article = view.library.article(row["article"])
    found = search.telling(view.chosen.q, sentences(article.full_text)) if view.chosen.q and article else None
    return found or row["sentence"]


def differing(report: dict, first: dict) -> str:
    """The title of a report, and each value in which it differs from the first."""
    said = [
        [when(r), where(r), r["organizer"] if isinstance(r["organizer"], str) else _("no organizer")] for r in (report, first)
    ]
    return " · ".join([report["title"], *(own for own, other in zip(*said, strict=True) if own != other)])
