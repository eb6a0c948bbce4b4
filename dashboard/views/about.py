"""How the numbers are made, where things come from, and what could not be used."""

import streamlit as st

from dashboard.data.rules import COUNTING
from dashboard.data.tables import ROMANIZED
from dashboard.views.shared import View, md
from dashboard.words import _


def show(view: View) -> None:
    st.title(_("About"), anchor=False)
    st.markdown(_("Who met where and who visited what, from the news: every number is one click from the sentence that says it."))
    st.subheader(_("How we count"), anchor=False)
    st.markdown("\n".join(f"- {_(rule)}" for rule in COUNTING))
    st.subheader(_("Where it comes from"), anchor=False)
    st.markdown(
        _("An article is held as a summary in our own words, with a link to what was published; quotes are from it, and say so.")
    )
    st.markdown(
        _(
            "A name that the reports print only in Chinese has Latin letters by us, in pinyin, and {mark} after it.",
            mark=ROMANIZED,
        )
    )
    st.markdown(
        _("Names of areas: official Chinese names; English forms in common use, in pinyin, or from GeoNames (CC BY 4.0).")
    )
    st.markdown(md(view.library.layer.attribution))
    st.subheader(_("This edition"), anchor=False)
    st.markdown(_("Data version {version}. It changes with anything that is shown.", version=view.library.held.version))
