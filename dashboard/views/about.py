"""How the numbers are made, where things come from, and what could not be used."""

import streamlit as st

from dashboard.data.rules import COUNTING, SOURCES
from dashboard.views.shared import View, md
from dashboard.words import _


def show(view: View) -> None:
    st.title(_("About"), anchor=False)
    st.markdown(_("Who met where and who visited what, from the news: every number is one click from the sentence that says it."))
    st.subheader(_("How we count"), anchor=False)
    st.markdown("\n".join(f"- {_(rule)}" for rule in COUNTING))
    st.subheader(_("Where it comes from"), anchor=False)
    for source in SOURCES:
        st.markdown(_(source))
    st.markdown(md(view.library.layer.attribution))
    st.subheader(_("This edition"), anchor=False)
    st.markdown(_("Data version {version}. It changes with anything that is shown.", version=view.library.held.version))
