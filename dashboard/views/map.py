"""The map page: one sentence, the key numbers, the map with its events, and the timeline."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from dashboard import library, url_state
from dashboard.data import counts
from dashboard.data.areas import lineage
from dashboard.figures import area_map, palette, timeline
from dashboard.figures.palette import SIGNS
from dashboard.views.shared import View, go, in_words, md, nothing_found, opened_event, show_numbers, when
from dashboard.words import _, listing, ngettext

S = st.session_state
FOCUS = ("152200", "150500", "150400")  # the subject, and the opening view: they are drawn even when nothing is held
OVERVIEW, CLOSE = ((120.2, 44.75), 4.95), 6.7  # centre in degrees and zoom; the zoom of a closer look
HEIGHT = 540
MOST_CARDS = 12


def show(view: View) -> None:
    st.title(_("Where they met, what they visited"), anchor=False)
    if not view.numbers.events.value:
        nothing_found(view)
    else:
        st.markdown(in_words(view))
        n = view.numbers
        cells = [(_("Meetings"), n.meetings), (_("Visits"), n.visits), (_("Regions"), n.areas), (_("People named"), n.people),
                 (_("Groups without a number"), n.groups), (_("Groups with a number"), n.stated), (_("Articles"), n.articles)]  # fmt: skip
        show_numbers(view, "key-numbers", *[(label, number) for label, number in cells if number.value])
    left, right = st.columns([7, 4], gap="large")
    with left:
        draw_map(view)
    with right:
        list_events(view)
    if view.numbers.span:
        st.subheader(_("When"), anchor=False)
        draw_timeline(view)


def draw_map(view: View) -> None:
    layer = view.library.layer
    drawn = [
        code for code in view.library.held.areas if code.endswith("00") and not code.endswith("0000") and code in layer.labels
    ]
    if not drawn:
        st.info(_("The map cannot be drawn; its table can. {reason}", reason=" ".join(layer.problems[:3])), icon=":material/map:")
        return area_table(view, expanded=True)
    theme = palette.PALETTES[st.context.theme.type or "light"]
    closer = url_state.on_page("closer") if url_state.on_page("closer") in layer.labels else None
    lit = remember(view, closer, drawn)
    everywhere, _numbers = library.view(view.library, view.chosen.without("region"))
    places = [place(view, code) for code in view.library.held.areas if code in layer.labels]
    signs = [
        s
        for row in library.table(view.library, view.chosen.without("region"), "stops", ()).to_dict("records")
        if (s := sign(view, row))
    ]
    figure = area_map.area_map(places, signs, lit, f"/api/v1/areas.geojson?v={layer.etag.strip('W/').strip(chr(34))}", theme, *(
        (layer.labels[closer], CLOSE) if closer else OVERVIEW))  # fmt: skip
    figure["layout"]["height"] = HEIGHT
    st.plotly_chart(figure, key="map", theme=None, config={"displayModeBar": False, "scrollZoom": True}, on_select=lambda: clicked(view), selection_mode="points",
                    alt=_("Map: the number of events in each region. The same figures are in the table below it."))  # fmt: skip
    opened_event(view, "map-event")
    legend = _(
        "{meeting} meeting · {visit} visit, the number is the order of its stops. A region covers all below it; click it to filter.",
        **SIGNS,
    )
    st.markdown(f":small[{legend} {layer.attribution}]")
    for problem in layer.problems[:3]:
        st.markdown(f":small[{problem}]")
    look_closer(view, closer)
    area_table(view)


def remember(view: View, closer: str | None, drawn: list[str]) -> list[str]:
    """The regions that the figure itself must light: those not clicked on this very map. Called before each drawing."""
    region = [code for code in drawn if any(code in lineage(chosen) for chosen in view.chosen.region)]
    around = (view.chosen.without("region"), closer, st.context.theme.type, view.library.held.version)
    if (
        S.get("page") != view.page or S.get("map_drawn") != region or S.get("map_around") != around
    ):  # a change from outside: the map is built anew
        S.map_base, S.map_drawn, S.map_live = region, region, False
    S.map_around = around
    return S.map_base


def clicked(view: View) -> None:
    """A click on the map: a region filters, a second click on it releases; a sign opens its event."""
    points = S["map"].selection.points
    picked = [p["location"] for p in points if p.get("location")]
    events = [p["customdata"][0] for p in points if p.get("customdata") and not p.get("location")]
    if events:
        S["map-event"] = events[0]
        return
    if picked and picked == S.map_base and not S.map_live:  # the figure itself lights it: this click releases
        picked = []
    S.map_live = bool(picked)
    if not picked:
        S.map_base = []
    S.map_drawn = picked
    url_state.write(replace(view.chosen, region=tuple(picked)))


def place(view: View, code: str) -> area_map.Place:
    area = view.library.held.areas[code]
    found = view.numbers.by_region.get(code, {})
    by_kind = {kind: n.value for kind, n in found.items() if kind != "all"}
    said = kinds_in_words(by_kind) or _("no article held")
    return area_map.Place(
        code, area.name, view.library.layer.labels[code], area.level, code in FOCUS, by_kind, f"<b>{area.name}</b><br>{said}"
    )


def sign(view: View, row: Mapping) -> area_map.Sign | None:
    """A meeting or a stop on the map, at its prefecture; None where the place is on no map."""
    if (
        not isinstance(row["adcode"], str)
        or (at := lineage(row["adcode"])[-2 if len(lineage(row["adcode"])) > 1 else -1]) not in view.library.layer.labels
    ):
        return None
    order = row["stop"] if row["kind"] == "visit" else None
    said = _("Stop {n} · {place}", n=order, place=row["area"]) if order else row["area"]
    return area_map.Sign(
        row["event"], row["kind"], at, view.library.layer.labels[at], order, f"<b>{row['title']}</b><br>{when(row)}<br>{said}"
    )


def kinds_in_words(by_kind: Mapping[str, int]) -> str:
    said = []
    if n := by_kind.get("meeting"):
        said.append(ngettext("{n} meeting", "{n} meetings", n))
    if n := by_kind.get("visit"):
        said.append(ngettext("{n} visit", "{n} visits", n))
    return listing(said)


def look_closer(view: View, closer: str | None) -> None:
    """Buttons that move the map: never by itself, since a map that moves under the pointer loses its reader."""
    names = view.library.held.areas
    with st.container(horizontal=True):
        for code in view.chosen.region[:3]:
            if code in view.library.layer.labels and code != closer:
                label = _("Look closer at {area}", area=names[code].name)
                st.button(label, key=f"closer-{code}", icon=":material/zoom_in:", on_click=url_state.put, kwargs={"closer": code})
        if closer:
            st.button(
                _("Whole map"), key="closer-none", icon=":material/zoom_out_map:", on_click=url_state.put, kwargs={"closer": None}
            )


def area_table(view: View, *, expanded: bool = False) -> None:
    """The map as a table: what a screen reader, a printer, or a browser without WebGL gets."""
    with st.expander(_("The map as a table"), expanded=expanded):
        for code, area in view.library.held.areas.items():
            found = view.numbers.by_region.get(code, {})
            if found or code in FOCUS:
                show_area(view, area.name, found)


def show_area(view: View, name: str, found: Mapping[str, counts.Number]) -> None:
    by_kind = {kind: n.value for kind, n in found.items() if kind != "all"}
    if not found:
        st.markdown(_("**{area}**: no article held", area=name))
    else:
        label = _("**{area}**: {events}", area=name, events=kinds_in_words(by_kind))
        go(view, "records", label, found["all"].params(view.chosen))


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
            f"<b>{r['title']}</b><br>{when(r)}",
        )
        for r in rows[rows["start"].notna()].to_dict("records")
    ]
    shown = [name for kind, name in names.items() if any(m.kind == kind for m in moments)]
    theme = palette.PALETTES[st.context.theme.type or "light"]
    st.plotly_chart(timeline.timeline(moments, shown, theme), key="timeline", theme=None, config={"displayModeBar": False}, on_select=lambda: pointed("timeline"),
                    selection_mode="points", alt=_("Timeline of the events listed above"))  # fmt: skip
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
