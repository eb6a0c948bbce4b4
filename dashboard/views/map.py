"""The map page: one sentence, the key numbers, the map with its events, and the timeline."""

import streamlit as st

from dashboard import library
from dashboard.data.phrases import in_words
from dashboard.views import event_cards, region_map, timeline
from dashboard.views.shared import View, go, nothing_found, show_numbers
from dashboard.words import _, ngettext

MOST_CARDS = 6


def show(view: View) -> None:
    st.title(_("Where they met, what they visited"), anchor=False)
    if not view.numbers.events.value:
        nothing_found(view)
    else:
        st.markdown(in_words(view.numbers))
        n = view.numbers
        cells = [
            (_("Meetings"), n.meetings),
            (_("Visits"), n.visits),
            (_("Regions"), n.areas),
            (_("People named"), n.people),
            (_("Groups without a number"), n.groups),
            (_("Groups with a number"), n.stated),
            (_("Articles"), n.articles),
        ]
        show_numbers(view, "key-numbers", *[(label, number) for label, number in cells if number.value])
    left, right = st.columns([7, 4], gap="large")
    with left:
        region_map.draw(view)
        if view.numbers.span:
            st.subheader(_("When"), anchor=False)
            timeline.show(view)
    with right:
        list_events(view)


def list_events(view: View) -> None:
    if not view.numbers.events.value:
        return
    st.subheader(_("Best matches") if view.chosen.q else _("Events"), anchor=False)
    event_cards.show(view, library.occasions(view.library, view.chosen, MOST_CARDS), key="events")
    n = view.numbers.events
    if n.value > MOST_CARDS:
        go(view, "records", ngettext("All {n} events", "All {n} events", n.value), n.params(view.chosen), icon="list")
