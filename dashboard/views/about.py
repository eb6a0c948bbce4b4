"""How the numbers are made, where things come from, and what could not be used."""

import streamlit as st

from dashboard.data.tables import ROMANIZED
from dashboard.views.shared import View, md
from dashboard.words import N_, _

COUNTING = (
    N_("An event counts once, however many stops it has: a visit of three stops is one visit."),
    N_(
        "Two articles on one meeting or visit count once: the same kind, days that overlap, one place in the other, and a person "
        "named in both, or the same organizer where one names nobody. The page shows both, and what each says otherwise."
    ),
    N_("A region counts the events with a stop in it or below it, so the regions' figures do not add up to the whole."),
    N_("Where no article is held, nothing is known: it does not mean that nothing took place."),
    N_("People are counted once by name. A number stated for a group is shown as printed and never added to names."),
    N_("A group without a number is counted as a group, once per article. “Not stated” is never 0, and we guess nothing."),
    N_(
        "An event matches dates when its span overlaps them. Events without a date leave such a view, and the page says how many."
    ),
    N_("Nothing counts before a person has approved it. What is inferred is marked as inferred."),
)


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
