"""Who attended: people named against groups, by level, role and body, and every row with its sentence."""

import streamlit as st

from dashboard import library, url_state
from dashboard.components import chart
from dashboard.data.rules import BASIS_WORDS
from dashboard.data.tables import ROMANIZED
from dashboard.data.vocabulary import LEVEL_WORDS
from dashboard.figures import breakdown
from dashboard.views import profile, rows
from dashboard.views.shared import View, list_numbers, nothing_found, save_chart_link, show_numbers, theme
from dashboard.words import N_, _, listing, ngettext

S = st.session_state
WAYS = {"level": N_("Level"), "role": N_("Role"), "organization": N_("Body")}
MOST_BARS = 15


def show(view: View) -> None:
    asked = profile.asked()
    if asked and profile.show(view, *asked):
        return
    st.title(_("Who took part"), anchor=False)
    n = view.numbers
    if not n.people.value + n.groups.value + n.stated.value:
        return nothing_found(view)
    st.markdown(in_words(view))
    cells = [(_("People named"), n.people), (_("Groups without a number"), n.groups), (_("Groups with a number"), n.stated)]
    show_numbers(view, "attendee-numbers", *[cell for cell in cells if cell[1].value])
    draw_breakdown(view)
    st.subheader(_("Each of them, with the sentence"), anchor=False)
    rows.show(view, "attendees", {}, key="attendees")
    st.markdown(
        ":small["
        + _("“Inferred” attendance is ours: the article does not say that this group was there, only something it follows from.")
        + " "
        + _("{mark} after a name: printed only in Chinese, its Latin letters are ours.", mark=ROMANIZED)
        + "]"
    )


def in_words(view: View) -> str:
    """`1 person named, 3 groups with no number stated.`"""
    n = view.numbers
    said = []
    if n.people.value:
        said.append(ngettext("{n} person named", "{n} people named", n.people.value))
    if n.stated.value:
        said.append(ngettext("{n} group with a number", "{n} groups with a number", n.stated.value))
    if n.groups.value:
        said.append(ngettext("{n} group with no number stated", "{n} groups with no number stated", n.groups.value))
    return _("{who}, at {events}.", who=listing(said), events=ngettext("{n} event", "{n} events", n.events.value))


def draw_breakdown(view: View) -> None:
    """Bars of people and groups; a bar opens its rows, and the same numbers stand in a list."""
    asked = url_state.on_page("by")
    way = asked if asked in WAYS else "level"
    key = url_state.mirror("breakdown-by", way)
    st.segmented_control(
        _("Break down by"),
        list(WAYS),
        key=key,
        required=True,
        format_func=lambda w: _(WAYS.get(w, w)),
        on_change=lambda: url_state.put(by=S["breakdown-by"]),
    )
    found = list(library.breakdown(view.library, view.chosen, way).items())
    names = [name(way, value) for value, _numbers in found]
    series = {
        basis: [numbers[basis].value if basis in numbers else 0 for _v, numbers in found[:MOST_BARS]]
        for basis in breakdown.BASES
        if any(basis in numbers for _v, numbers in found)
    }
    figure = breakdown.breakdown(names[:MOST_BARS], series, {basis: _(words) for basis, words in BASIS_WORDS.items()}, theme())
    alt = _("Bars: people and groups by {way}. The same numbers are in the list below.", way=_(WAYS[way]).lower())
    chart.draw(figure, pointed, alt, key="breakdown")
    save_chart_link(view, "breakdown", _("People and groups by {way}", way=_(WAYS[way]).lower()))
    if (bar := S.pop("breakdown-bar", None)) and bar[0] < len(found):
        number = found[bar[0]][1].get(bar[1])
        if number:
            st.switch_page(view.pages["records"], query_params=number.params(view.chosen))
    with st.expander(_("The bars as a list")):
        listed = [
            (_("{what}: {basis}", what=label, basis=_(BASIS_WORDS[basis])), number)
            for label, (_value, numbers) in zip(names[:MOST_BARS], found[:MOST_BARS], strict=True)
            for basis, number in numbers.items()
        ]
        list_numbers(view, "breakdown-list", listed)
    if len(found) > MOST_BARS:
        more = ngettext("{n} more is in the table.", "{n} more are in the table.", len(found) - MOST_BARS)
        st.markdown(f":small[{_('The first {n} are drawn.', n=MOST_BARS)} {more}]")


def name(way: str, value: str | None) -> str:
    if value is None:
        return _("not stated")
    return _(LEVEL_WORDS[value]).capitalize() if way == "level" else value


def pointed() -> None:
    if points := S["breakdown"].selection.points:
        S["breakdown-bar"] = tuple(points[0]["customdata"])
