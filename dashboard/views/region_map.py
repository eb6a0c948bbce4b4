"""The map of regions: drawn from the view, clicked to filter, moved by buttons, with its table below."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from dashboard import library, url_state
from dashboard.data.areas import lineage
from dashboard.data.counts import Number
from dashboard.figures import area_map
from dashboard.figures.map_style import Place, Sign, Urls
from dashboard.figures.palette import SIGNS, plain
from dashboard.views.shared import View, go, kinds_in_words, md, opened_event, theme, when
from dashboard.words import _

S = st.session_state
FOCUS = ("152200", "150500", "150400")  # the subject, and the opening view: they are drawn even when nothing is held
OVERVIEW, CLOSE = ((120.2, 44.75), 4.95), 6.15  # centre in degrees and zoom; the zoom of a closer look
HEIGHT = 540  # pixels


def draw(view: View) -> None:
    layer = view.library.layer
    drawn = [code for code, area in view.library.held.areas.items() if area.level == "prefecture" and code in layer.labels]
    if not drawn:
        st.info(_("The map cannot be drawn; its table can. {reason}", reason=" ".join(layer.problems[:1])), icon=":material/map:")
        return area_table(view, expanded=True)
    asked = url_state.on_page("closer")
    closer = asked if asked in layer.labels else None
    lit = remember(view, closer, drawn)
    center, zoom = (layer.labels[closer], CLOSE) if closer else OVERVIEW
    version = layer.etag.strip('"')  # in the address, so that a browser need not ask again while it holds
    urls = Urls(f"/api/v1/areas.geojson?v={version}", f"/api/v1/area-names.geojson?v={version}")
    figure = area_map.area_map(places(view), signs(view), lit, urls, theme(), center, zoom)
    figure["layout"]["height"] = HEIGHT
    st.plotly_chart(
        figure,
        key="map",
        theme=None,
        config={"displayModeBar": False, "scrollZoom": True},
        on_select=lambda: clicked(view),
        selection_mode="points",
        alt=_("Map: the number of events in each region. The same figures are in the table below it."),
    )
    opened_event(view, "map-event")
    caption(view)
    look_closer(view, closer)
    area_table(view)


def caption(view: View) -> None:
    """What the signs mean, whose the boundaries are, and what of them is missing."""
    legend = _("{meeting} meeting · {visit} visit, the number is the order of its stops.", **SIGNS)
    use = _("A region counts all below it; click it to filter, click it again to let go.")
    notes = [legend, use, view.library.layer.attribution, *view.library.layer.problems[:3]]
    st.markdown(f":small[{' '.join(md(note) for note in notes)}]")


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


def places(view: View) -> list[Place]:
    """Every league and city that has polygons, with what is held on it; the region filter does not change these counts."""
    labels = view.library.layer.labels
    made = []
    for code, area in view.library.held.areas.items():
        if area.level == "prefecture" and code in labels:
            counts = {kind: n.value for kind, n in view.numbers.by_region.get(code, {}).items() if kind != "all"}
            hover = f"<b>{area.name}</b><br>{kinds_in_words(counts) or _('no article held')}"
            made.append(Place(code, area.name, labels[code], area.level, code in FOCUS, counts, hover))
    return made


def signs(view: View) -> list[Sign]:
    """Meetings and stops of visits, each at its league or city; those on no map are left to the table."""
    labels = view.library.layer.labels
    made = []
    for row in library.table(view.library, view.chosen.without("region"), "stops", ()).to_dict("records"):
        at = (
            next((a for a in lineage(row["adcode"]) if a.endswith("00") and a in labels), None)
            if row["adcode"] == row["adcode"]
            else None
        )
        if at:
            order = row["stop"] if row["kind"] == "visit" else None
            said = _("Stop {n} · {place}", n=order, place=row["area"]) if order else row["area"]
            hover = f"<b>{plain(row['title'])}</b><br>{plain(when(row))}<br>{plain(said)}"
            made.append(Sign(row["event"], row["kind"], at, labels[at], order, hover))
    return made


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


def show_area(view: View, name: str, found: Mapping[str, Number]) -> None:
    by_kind = {kind: n.value for kind, n in found.items() if kind != "all"}
    if not found:
        st.markdown(_("**{area}**: no article held", area=name))
    else:
        label = _("**{area}**: {events}", area=name, events=kinds_in_words(by_kind))
        go(view, "records", label, found["all"].params(view.chosen))
