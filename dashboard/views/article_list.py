"""The articles held, page by page: the latest first, or those that fit the words best."""

import streamlit as st

from dashboard import library, url_state
from dashboard.components import cards
from dashboard.components.cards import Card
from dashboard.data import search
from dashboard.data.frames import sentences
from dashboard.data.records import Article
from dashboard.views.shared import View, go, md, nothing_found, pieces
from dashboard.words import _, date, ngettext, number

A_PAGE = 20


def show(view: View) -> None:
    held = library.articles(view.library, view.chosen)
    if not held:
        return nothing_found(view)
    pages = -(-len(held) // A_PAGE)
    asked = url_state.on_page("page") or "1"
    page = int(asked) if asked.isascii() and asked.isdigit() and 1 <= int(asked) <= pages else 1
    if asked != str(page):
        sentence = _("page={page} is left out: there are {n} pages.", page=md(asked[:20]), n=number(pages))
        st.warning(sentence, icon=":material/link_off:")
    said = ngettext("{n} article", "{n} articles", len(held))
    order = _("the best matches first") if view.chosen.q else _("the latest first, and last those without a date")
    st.markdown(f":small[{said}, {order}]")
    cards.draw([card(view, article) for article in held[(page - 1) * A_PAGE : page * A_PAGE]], key="articles")
    with st.container(horizontal=True):
        if page > 1:
            go(view, "articles", _("Previous page"), view.params(page=str(page - 1)), icon="arrow_back")
        if page < pages:
            go(view, "articles", _("Next page"), view.params(page=str(page + 1)))


def card(view: View, article: Article) -> Card:
    q = view.chosen.q
    found = search.telling(q, sentences(article.full_text)) if q else None
    events = ngettext("{n} event", "{n} events", len(article.events))
    return Card(
        title=pieces(article.headline, q),
        href=view.href("articles", view.params(article=article.id)),
        small=pieces(f"{article.publisher} · {published(article)} · {events}", q),
        body=pieces(found or article.text[0], q),
    )


def published(article: Article) -> str:
    return date(article.published) if article.published else _("no date printed")
