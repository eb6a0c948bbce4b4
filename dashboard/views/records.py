"""The place that a number opens: the rows it counts, sortable, each with its sentence, and as CSV."""

import pandas as pd
import streamlit as st

from dashboard import library, url_state
from dashboard.data import record_rows
from dashboard.data.record_rows import ROW_PARAMS, TABLES_SHOWN
from dashboard.views import rows
from dashboard.views.shared import View, md, nothing_found
from dashboard.words import N_, _, ngettext

TABLE_WORDS = {
    "events": N_("Events"),
    "stops": N_("Stops"),
    "attendees": N_("Attendees"),
    "articles": N_("Articles"),
    "event_areas": N_("Areas"),
}
WHERE_WORDS = {
    "event": N_("event: {value}"),
    "basis": N_("number: {value}"),
    "role": N_("role: {value}"),
    "date_precision": N_("date: {value}"),
    "unit": N_("areas of level: {value}"),
    "missing": N_("without: {value}"),
    "period": N_("beginning in: {value}"),
    "person": N_("events with: {value}"),
    "body": N_("events of: {value}"),
    "with": N_("rows of: {value}"),
}


def show(view: View) -> None:
    st.title(_("Records"), anchor=False)
    table, where, bad = record_rows.read_rows(url_state.address(), view.library.frames)
    for error in bad:
        st.warning(md(str(error)), icon=":material/link_off:")
    key = url_state.mirror("records-table", table)
    st.segmented_control(
        _("Table"),
        TABLES_SHOWN,
        key=key,
        format_func=lambda t: _(TABLE_WORDS.get(t, t)),
        required=True,
        on_change=switch,
        label_visibility="collapsed",
    )
    found = library.table(view.library, view.chosen, table, tuple(where.items()))
    narrowed(where, in_words(table, found))
    if len(found):
        rows.show(view, table, where, key="records")
    elif not where:
        nothing_found(view)


def switch() -> None:
    """Another table: what narrowed the rows of the last one goes."""
    url_state.put(**dict.fromkeys(ROW_PARAMS), table=st.session_state["records-table"])


def in_words(table: str, found: pd.DataFrame) -> str:
    """How many rows there are, and how many things are counted in them where one can have several rows."""
    said = ngettext("{n} row", "{n} rows", len(found))
    if table == "attendees":
        counted = ngettext("{n} person or group", "{n} people or groups", found["who"].nunique())
        return _("{counted} in {rows}", counted=counted, rows=said)
    if table == "event_areas":
        return _("{counted} in {rows}", counted=ngettext("{n} area", "{n} areas", found["adcode"].nunique()), rows=said)
    if table == "events" and (counted := found["occasion"].nunique()) < len(found):
        return _("{counted} in {rows}", counted=ngettext("{n} event", "{n} events", counted), rows=_("{n} reports", n=len(found)))
    return said


def narrowed(where: dict[str, str], said: str) -> None:
    """What there is, and what narrows it beyond the filters, with a way to let it go."""
    if where:
        said = _(
            "{rows}: {narrowed}",
            rows=said,
            narrowed="; ".join(_(WHERE_WORDS[k], value=md(v.replace("_", " "))) for k, v in where.items()),
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(said, width="content")
        if where:
            st.button(
                _("Show all rows"),
                key="all-rows",
                on_click=url_state.put,
                kwargs=dict.fromkeys(ROW_PARAMS),
                type="tertiary",
                icon=":material/close:",
            )
