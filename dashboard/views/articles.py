"""The articles held, and one article: its text with marks, and the facts drawn from it."""

import streamlit as st

from dashboard import url_state
from dashboard.components import article_text
from dashboard.components.article_text import Span
from dashboard.data import facts, search
from dashboard.data.facts import Fact
from dashboard.data.records import Article, Saying
from dashboard.views import article_list
from dashboard.views.article_list import published
from dashboard.views.shared import View, go, md
from dashboard.words import _


def show(view: View) -> None:
    asked = url_state.on_page("article")
    if asked and (article := view.library.article(asked)):
        return show_article(view, article)
    st.title(_("Articles"), anchor=False)
    if asked:
        st.warning(_("article={id} is left out: no article of that name is held.", id=md(asked[:80])), icon=":material/link_off:")
    article_list.show(view)


def show_article(view: View, article: Article) -> None:
    go(view, "articles", _("All articles"), view.params(), icon="arrow_back")
    st.title(md(article.headline), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{md(article.publisher)} · {published(article)}", width="content")
        if article.url:
            st.link_button(_("Read the original"), article.url, icon=":material/open_in_new:", type="tertiary")
    if article.text_kind == "brief":
        st.info(
            _("This is our summary, in our own words. What was published stands behind the link."), icon=":material/edit_note:"
        )
    if article.note:
        st.markdown(f":small[{md(article.note)}]")
    held = view.library.held
    said = facts.facts(article, held)
    active = url_state.on_page("mark")
    if active and active not in {fact.mark for fact in said}:
        st.warning(_("mark={mark} is left out: this article has no such mark.", mark=md(active[:80])), icon=":material/link_off:")
        active = None
    picked = article_text.draw(
        article.full_text,
        [Span(fact.begin, fact.end, fact.mark, fact.kind, f"{fact.label}: {fact.value}") for fact in said],
        search.spans(view.chosen.q, article.full_text),
        groups(view, article, said),
        [{"kind": kind, "label": _(words)} for kind, words in facts.MARK_WORDS.items()],
        language=article.language,
        active=active,
        key=f"article-{article.id}",
    )
    if picked and picked != active:
        url_state.put(mark=picked)


def groups(view: View, article: Article, said: list[Fact]) -> list[dict]:
    """The facts of each event, in the order of the record, with the way to the person or the body that one names."""
    addresses = {saying.mark: about(saying) for saying in article.sayings()}
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
                    "about": view.href("attendees", view.params(**address)) if (address := addresses[fact.mark]) else "",
                }
                for fact in said
                if fact.event == event.id
            ],
        }
        for event in article.events
    ]


def about(said: Saying) -> dict[str, str]:
    """The address of the person or the body that a field names; nothing for any other field."""
    field, *position = said.field.split(".")
    if field == "organizer":
        return {"body": said.event.organizer or ""}
    who = said.event.attendees[int(position[0]) - 1] if field == "attendees" else None
    return {"person": who.person or who.who} if who and not who.label else {}
