"""The filters, one set for all pages: each widget shows what the address says and writes back to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from zlib import crc32

import streamlit as st

from dashboard import url_state
from dashboard.components import copy_link
from dashboard.data.counts import Number
from dashboard.data.filters import EARLIEST, LATEST, LONGEST_Q, Filter
from dashboard.data.vocabulary import KIND_WORDS, KINDS, LEVEL_WORDS, LEVELS
from dashboard.views import edition, share
from dashboard.views.shared import View
from dashboard.words import _, number


def show(view: View) -> None:
    """Draw the sidebar."""
    chosen, n, areas = view.chosen, view.numbers, view.library.held.areas
    regions = {code: counts["all"] for code, counts in n.by_region.items()}
    focus = sorted(code for code in regions if areas[code].level == "prefecture")
    finer = [code for code in regions if areas[code].level == "county"]
    with st.sidebar:
        st.subheader(_("Show"), anchor=False)
        several(
            _("Region"),
            "region",
            dict.fromkeys([*focus, *finer, *chosen.region]),
            regions,
            lambda code: areas[code].name,
            chosen,
            _("All regions"),
        )
        day(_("From"), "since", chosen)
        day(_("To"), "until", chosen)
        kinds(chosen, n.by_kind)
        several(
            _("Level of attendees"), "level", LEVELS, n.by_level, lambda level: _(LEVEL_WORDS[level]), chosen, _("All levels")
        )
        several(
            _("Body"),
            "organization",
            dict.fromkeys([*n.by_organization, *chosen.organization]),
            n.by_organization,
            str,
            chosen,
            _("All bodies"),
        )
        words(chosen)
        if chosen.active():
            st.button(
                _("Reset filters"),
                key="reset",
                on_click=url_state.write,
                args=(Filter(),),
                width="stretch",
                icon=":material/restart_alt:",
            )
        held = view.library.held
        copy_link.draw(
            held.version, _("Copy link to this view"), _("Link copied."), _("Copy the address by hand:"), key="copy-link"
        )
        if st.button(_("Share, cite, take away"), key="share", width="stretch", icon=":material/ios_share:"):
            share.show(view)
        data = share.data_url("events", "json", share.of_page(view))
        st.markdown(f":small[{edition.version(held)}]  \n:small[[{_('Data behind this view')}]({data})]")


def several(
    label: str, field: str, options: Any, counts: Mapping[str, Number], name: Callable[[str], str], chosen: Filter, none: str
) -> None:
    """A list to pick several from, each with the number of events that picking it would show."""
    labels = {value: f"{name(value)} · {number(counts[value].value if value in counts else 0)}" for value in options}
    key = widget(field, labels)
    url_state.mirror(key, list(getattr(chosen, field)))
    st.multiselect(
        label,
        list(labels),
        key=key,
        format_func=lambda v: labels.get(v, str(v)),
        placeholder=none,
        on_change=changed,
        args=(field, key, chosen),
    )


def kinds(chosen: Filter, counts: Mapping[str, Number]) -> None:
    """A box for each kind; no box ticked is any kind."""
    with st.container(horizontal=True, gap="medium", key="kinds"):
        for kind in KINDS:
            label = f"{_(KIND_WORDS[kind]).capitalize()} · {number(counts[kind].value if kind in counts else 0)}"
            key = url_state.mirror(f"filter-kind-{kind}", kind in chosen.kind)
            st.checkbox(label, key=key, on_change=ticked, args=(chosen,), width="content")


def ticked(before: Filter) -> None:
    """A box was ticked or cleared: the kinds ticked now go into the address."""
    url_state.write(replace(before, kind=tuple(kind for kind in KINDS if st.session_state[f"filter-kind-{kind}"])))


def day(label: str, field: str, chosen: Filter) -> None:
    key = url_state.mirror(f"filter-{field}", getattr(chosen, field))
    st.date_input(
        label,
        key=key,
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        on_change=changed,
        args=(field, key, chosen),
    )


def words(chosen: Filter) -> None:
    key = url_state.mirror("filter-q", chosen.q)
    st.text_input(
        _("Words"),
        key=key,
        max_chars=LONGEST_Q,
        placeholder=_("people, bodies, topics, text"),
        on_change=changed,
        args=("q", key, chosen),
    )


def widget(field: str, labels: Mapping[str, str]) -> str:
    """A key that changes with the labels: Streamlit holds a choice by its label, and loses it when only that changes."""
    return f"filter-{field}-{crc32(repr(labels).encode()):08x}"


def changed(field: str, key: str, before: Filter) -> None:
    """A widget was used: its value goes into the address."""
    value = st.session_state[key]
    after = replace(
        before,
        **{field: tuple(value) if isinstance(value, list) else " ".join(value.split()) if isinstance(value, str) else value},
    )
    if after.since and after.until and after.since > after.until:  # the date just set wins
        after = replace(after, **{"until" if field == "since" else "since": None})
    url_state.write(after)
