"""The page /add, where articles are curated: a text pasted or a file given, the drafts, and one draft under review."""

import datetime as dt
import time
from typing import NamedTuple

import streamlit as st

from dashboard import library, url_state
from dashboard.curation import desk, likeness
from dashboard.curation.likeness import Alike
from dashboard.data.errors import DaybookError
from dashboard.data.filters import EARLIEST
from dashboard.data.records import Article
from dashboard.data.store import Holdings
from dashboard.extract.child import Drafting, Result
from dashboard.extract.reading import FORMATS, PASTED
from dashboard.hosting import Hosting
from dashboard.views import alike, curator, edition, review_draft
from dashboard.views.shared import View, go, md
from dashboard.words import _, date, ngettext

NONE_PRINTED = "none"


class Given(NamedTuple):
    """What a curator gave: the bytes of a report, what they are called, and the day it was published, if he knows."""

    content: bytes
    name: str
    published: dt.date | None = None
    asked: bool = False  # for the day: then none is an answer
    again: bool = False  # although it is held


def show(view: View) -> None:
    st.title(_("Add an article"), anchor=False)
    if who := curator.name():
        curate(view, who)
    st.markdown(f":small[{edition.version(view.library.held)}]")


def curate(view: View, who: str) -> None:
    if asked := url_state.on_page("draft"):
        return review_draft.show(view, asked, who)
    give()
    if given := st.session_state.get("given"):
        take(view, given, who)
    list_drafts(view)


def give() -> None:
    """The form: a text or a file, and the day, which the text itself often does not say."""
    with st.form("give", border=False):
        st.text_area(
            _("The report's text, in English or Chinese"),
            key="pasted",
            height=260,
            placeholder=_("Paste the text here: the headline first, then its paragraphs."),
        )
        if Hosting.now().curates_here:
            st.file_uploader(_("Or a file of it"), key="file", type=[s.removeprefix(".") for s in (".txt", ".md", *FORMATS)])
        st.date_input(
            _("Day it was published, if you know it"),
            key="published",
            value=None,
            min_value=EARLIEST,
            max_value="today",
            width=320,
        )
        st.form_submit_button(_("Propose a draft"), on_click=begin, icon=":material/auto_fix_high:")


def begin() -> None:
    """The form was sent: a file counts before what is pasted."""
    state = st.session_state
    file, pasted = state.get("file"), state["pasted"].strip()
    if file:
        state["given"] = Given(file.getvalue(), file.name, state["published"])
    elif pasted:
        state["given"] = Given(pasted.encode("utf-8", "replace"), PASTED, state["published"])
    else:
        state.pop("given", None)
        state["note"] = _("There is nothing to read yet: paste a text, or choose a file.")


def take(view: View, given: Given, who: str) -> None:
    """From what was given to a saved draft; each question that stands between is asked first."""
    held = view.library.held
    if given.name == PASTED and not given.again and (found := likeness.alike_text(given.content.decode(), held.articles)):
        return ask_again(view, given, found)
    try:
        result = propose(given)
    except DaybookError as error:
        forget()
        st.error(md(str(error)), icon=":material/error:")
        return
    made = result.draft.article
    found = [a for a in likeness.alike(made, held.articles) if a.why != likeness.OCCASION]
    if found and not given.again:
        return ask_again(view, given, found)
    days = printed(result)
    if not given.published and not given.asked:
        return ask_day(given, days)
    try:
        saved = desk.add(library.folder(), result.draft, held, by=who, today=desk.today())
    except DaybookError as error:
        forget()
        st.error(md(str(error)), icon=":material/error:")
        return
    forget()
    url_state.put(draft=saved.id)
    st.rerun()


def propose(given: Given) -> Result:
    """Read it and draft it in a process of its own, which a cancel, or any other click, ends. Raises DaybookError.

    What was read is kept while a question stands: no rerun reads it again.
    """
    asked = (given.content, given.name, given.published)
    kept, result = st.session_state.get("read", (None, None))
    if kept == asked:
        return result
    with st.status(_("Reading …"), expanded=True) as status:
        st.button(_("Cancel"), key="cancel", on_click=forget)
        job = Drafting.begin(given.content, name=given.name, published=given.published, data=library.folder(), today=desk.today())
        try:
            begun = time.monotonic()
            while not job.done():
                status.update(label=ngettext("Reading … {n} second", "Reading … {n} seconds", int(time.monotonic() - begun)))
                time.sleep(0.1)
            result = job.result()
        finally:
            job.cancel()
            status.update(label=_("Read"), state="complete", expanded=False)
    st.session_state["read"] = (asked, result)
    return result


def ask_again(view: View, given: Given, found: list[Alike]) -> None:
    """It is held: said before anything else is done with it."""
    with st.container(border=True, key="alike"):
        alike.heading(_("This article is here already, or nearly so."))
        alike.show(view, found)
        with st.container(horizontal=True):
            st.button(_("Leave it"), key="leave", on_click=forget)
            st.button(_("Propose a draft all the same"), key="again", on_click=go_on, args=(given._replace(again=True),))


def ask_day(given: Given, days: list[dt.date]) -> None:
    """The day an article was published decides the years in it, and no rule finds it surely: so it is asked."""
    with st.form("day", border=True):
        st.markdown(f"**{_('Which day was it published?')}** {_('Dates without a year are read by it.')}")
        options = [*(day.isoformat() for day in days), "other", NONE_PRINTED]
        words = {"other": _("another day:"), NONE_PRINTED: _("it prints none: leave the years open")}
        said = {day.isoformat(): _("{day}, as its text prints", day=date(day)) for day in days}
        st.radio(_("Day"), options, key="which", format_func=(words | said).get, label_visibility="collapsed")
        st.date_input(
            _("Another day"),
            key="other_day",
            value=None,
            min_value=EARLIEST,
            max_value="today",
            label_visibility="collapsed",
            width=320,
        )
        st.form_submit_button(_("Go on"), on_click=answer_day, args=(given,))


def answer_day(given: Given) -> None:
    which, other = st.session_state["which"], st.session_state["other_day"]
    if which == "other" and not other:
        st.session_state["note"] = _("Give the day, or say that none is printed.")
        return
    day = None if which == NONE_PRINTED else other if which == "other" else dt.date.fromisoformat(which)
    go_on(given._replace(published=day, asked=True))


def printed(result: Result) -> list[dt.date]:
    """Days that the report prints as its own, or its page says."""
    found = [day for p in result.draft.proposals if p.mark == "published" for day in p.alternatives]
    return list(dict.fromkeys([*([result.published] if result.published else []), *found]))


def go_on(given: Given) -> None:
    st.session_state["given"] = given


def forget() -> None:
    """What was given is let go; the form still holds it."""
    for name in ("given", "read"):
        st.session_state.pop(name, None)


def list_drafts(view: View) -> None:
    if note := st.session_state.pop("note", None):
        st.warning(note, icon=":material/info:")
    held: Holdings = view.library.held
    for status, heading in (("draft", _("Drafts")), ("withdrawn", _("Withdrawn"))):
        if found := [a for a in held.articles if a.review.status == status]:
            st.subheader(heading, anchor=False)
            for article in sorted(found, key=lambda a: (a.review.at, a.id), reverse=True):
                st.markdown(md(article.headline))  # beside the link: a link of Streamlit's is cut where the page ends
                with st.container(horizontal=True, vertical_alignment="center"):
                    go(view, "add", _("Open it"), {"draft": [article.id]}, icon=alike.ICONS[status])
                    st.markdown(about(article), width="content")


def about(article: Article) -> str:
    events = ngettext("{n} event", "{n} events", len(article.events))
    return f":small[{events} · {date(article.review.at)} · {md(article.review.by)}]"
