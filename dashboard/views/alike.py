"""Articles that are held already, or nearly so, each with the way to it; and what their states are called."""

import streamlit as st

from dashboard.curation.likeness import Alike
from dashboard.views.shared import View, go, md
from dashboard.words import N_, _

STATUS = {"draft": N_("draft"), "approved": N_("approved"), "withdrawn": N_("withdrawn")}
ICONS = {"draft": "edit_note", "approved": "article", "withdrawn": "block"}


def show(view: View, alike: list[Alike]) -> None:
    """A link for each: to the page of one that counts, to the review of any other."""
    for found in alike:
        status = found.article.review.status
        label = f"{_(found.why).capitalize()}: {md(found.article.headline)} ({_(STATUS[status])})"
        page, parameter = ("articles", "article") if status == "approved" else ("add", "draft")
        go(view, page, label, {parameter: [found.article.id]}, icon=ICONS[status])


def heading(words: str) -> None:
    st.markdown(f":material/content_copy: **{words}**")
