"""The articles held, and one article: its text with marks, and the facts drawn from it."""

import streamlit as st

from dashboard import library, url_state
from dashboard.components import article_text
from dashboard.components.article_text import Part
from dashboard.data import facts, phrases, search
from dashboard.data.facts import Fact, Piece
from dashboard.data.records import Article
from dashboard.views import article_list
from dashboard.views.article_list import published
from dashboard.views.shared import View, go, md
from dashboard.words import _


def show(view: View) -> None:
    asked = url_state.on_page("article")
    if asked and (article := view.library.article(asked)):
        return show_article(view, article)
    st.title(_("Articles"), anchor=False)
    if asked and (gone := library.withdrawn(view.library, asked)):
        st.warning(phrases.withdrawn(gone, md), icon=":material/block:")
    elif asked:
        st.warning(_("article={id} is left out: no article of that name is held.", id=md(asked[:80])), icon=":material/link_off:")
    article_list.show(view)


def show_article(view: View, article: Article) -> None:
    go(view, "articles", _("All articles"), view.params(), icon="arrow_back")
    st.title(md(article.headline), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{md(article.publisher)} · {published(article)}", width="content")
        if article.url:
            st.link_button(_("Read the original"), article.url, icon=":material/open_in_new:", type="tertiary")
        if "add" in view.pages:
            go(view, "add", _("Review it"), {"draft": [article.id]}, icon="edit_note")
    if article.text_kind == "brief":
        st.info(
            _("This is our summary, in our own words. What was published stands behind the link."), icon=":material/edit_note:"
        )
    if article.note:
        st.markdown(f":small[{md(article.note)}]")
    held = view.library.held
    said, text = facts.facts(article, held), article.full_text
    active = url_state.on_page("mark")
    if active and active not in {fact.mark for fact in said}:
        st.warning(_("mark={mark} is left out: this article has no such mark.", mark=md(active[:80])), icon=":material/link_off:")
        active = None
    picked = article_text.draw(
        [[part(piece) for piece in paragraph] for paragraph in facts.pieces(text, said, search.spans(view.chosen.q, text))],
        groups(view, article, said),
        [{"kind": kind, "label": _(words)} for kind, words in facts.MARK_WORDS.items()],
        language=article.language,
        active=active,
        key=f"article-{article.id}",
    )
    if picked and picked != active:
        url_state.put(mark=picked)


def part(piece: Piece) -> Part:
    """A piece as it travels: what it has not, it does not say."""
    made: Part = {"text": piece.text}
    if piece.marks:
        made |= {"marks": piece.marks, "kind": piece.kind, "label": piece.label}
    return made | {"hit": True} if piece.hit else made


def groups(view: View, article: Article, said: list[Fact]) -> list[dict]:
    """The facts of each event, in the order of the record, with the way to the person or the body that one names."""
    return [
        {
            "title": event.title,
            "note": event.note or "",
            "items": [
                {
                    "mark": fact.mark,
                    "kind": fact.kind,
                    "label": fact.label,
                    "value": fact.value,
                    "tags": list(fact.tags),
                    "note": fact.note,
                    "about": view.href("attendees", view.params(**fact.about)) if fact.about else "",
                }
                for fact in said
                if fact.event == event.id
            ],
        }
        for event in article.events
    ]
