"""The map page: one sentence, the key numbers, the map with its events, and the timeline."""

import streamlit as st

from dashboard import library
from dashboard.figures import timeline
from dashboard.figures.palette import SIGNS, plain
from dashboard.views import region_map
from dashboard.views.shared import View, go, in_words, md, nothing_found, opened_event, show_numbers, theme, when
from dashboard.words import _, ngettext

S = st.session_state
MOST_CARDS = 12


def show(view: View) -> None:
    st.title(_("Where they met, what they visited"), anchor=False)
    if not view.numbers.events.value:
        nothing_found(view)
    else:
        st.markdown(in_words(view))
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
    with right:
        list_events(view)
    if view.numbers.span:
        st.subheader(_("When"), anchor=False)
        draw_timeline(view)


def list_events(view: View) -> None:
    if not view.numbers.events.value:
        return
    st.subheader(_("Events"), anchor=False)
    rows = library.table(view.library, view.chosen, "events", ()).sort_values("start", ascending=False)
    for row in rows.head(MOST_CARDS).to_dict("records"):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"{SIGNS[row['kind']]} **{md(row['title'])}**")
            where = row["places"] if isinstance(row["places"], str) else _("place not stated")
            st.markdown(f":small[{when(row)} · {md(where)}]")
            st.markdown(f"*“{md(row['sentence'])}”*")
            go(view, "articles", _("Read the sentence"), view.params(article=row["article"], mark=row["mark"]))
    if len(rows) > MOST_CARDS:
        label = ngettext("All {n} events", "All {n} events", len(rows))
        go(view, "records", label, view.numbers.events.params(view.chosen), icon="list")


def draw_timeline(view: View) -> None:
    rows = library.table(view.library, view.chosen, "events", ())
    names = {"meeting": _("Meetings"), "visit": _("Visits")}
    moments = [
        timeline.Moment(
            r["event"],
            r["kind"],
            names[r["kind"]],
            r["start"].date(),
            r["end"].date(),
            r["date_precision"] == "day",
            f"<b>{plain(r['title'])}</b><br>{plain(when(r))}",
        )
        for r in rows[rows["start"].notna()].to_dict("records")
    ]
    shown = [name for kind, name in names.items() if any(m.kind == kind for m in moments)]
    st.plotly_chart(
        timeline.timeline(moments, shown, theme()),
        key="timeline",
        theme=None,
        config={"displayModeBar": False},
        on_select=lambda: pointed("timeline"),
        selection_mode="points",
        alt=_("Timeline of the events listed above"),
    )
    opened_event(view, "timeline-event")
    notes = [_("A sign is a day. A striped bar is a span of days: on which of them is not stated.")]
    if view.numbers.undated.value:
        notes.append(
            ngettext(
                "{n} event without a date is not on the timeline.",
                "{n} events without a date are not on the timeline.",
                view.numbers.undated.value,
            )
        )
    if view.numbers.undated_left_out:
        notes.append(
            ngettext(
                "{n} event without a date is left out by the dates chosen.",
                "{n} events without a date are left out by the dates chosen.",
                view.numbers.undated_left_out,
            )
        )
    st.markdown(f":small[{' '.join(notes)}]")


def pointed(key: str) -> None:
    """A click on a mark of the timeline."""
    if points := S[key].selection.points:
        S[f"{key}-event"] = points[0]["customdata"][0]
