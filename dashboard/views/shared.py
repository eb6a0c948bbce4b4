"""What a page is given, and the few things that every page shows in the same way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import streamlit as st

from dashboard import library
from dashboard.components import key_numbers, save_chart
from dashboard.data.counts import Number, Summary
from dashboard.data.filters import Filter
from dashboard.data.search import spans
from dashboard.figures.palette import PALETTES, Palette
from dashboard.library import Library
from dashboard.words import _, ngettext, number


@dataclass(frozen=True, slots=True)
class View:
    """The library, the reader's choice, and the numbers of what it leaves. `pages` are the places to go, `page` is here."""

    library: Library
    chosen: Filter
    numbers: Summary
    pages: dict[str, st.Page]
    page: str

    def params(self, **own: str) -> dict[str, list[str]]:
        """The address of a page with this filter and parameters of its own."""
        return self.chosen.to_params() | {name: [value] for name, value in own.items()}

    def among(self, chosen: Filter) -> "View":
        """The same page under another filter."""
        return replace(self, chosen=chosen, numbers=library.numbers(self.library, chosen))

    def href(self, page: str, params: dict[str, list[str]]) -> str:
        """The same as an address relative to any page of the app."""
        return f"{self.pages[page].url_path or '.'}?{urlencode(params, doseq=True)}"


def go(view: View, page: str, label: str, params: dict[str, list[str]], *, icon: str = "arrow_forward") -> None:
    """A link to a page with these parameters."""
    st.page_link(view.pages[page], label=label, icon=f":material/{icon}:", query_params=params)


def show_numbers(view: View, key: str, *shown: tuple[str, Number]) -> None:
    """Large numbers, each with its label and rule, each a link to the records it counts."""
    cells = [
        {"value": number(n.value), "label": label, "rule": _(n.rule), "href": view.href("records", n.params(view.chosen))}
        for label, n in shown
    ]
    key_numbers.draw(cells, key=key)


def list_numbers(
    view: View, key: str, shown: Sequence[tuple[str, Number | None]], *, none: str = "", about: Sequence[dict[str, str]] = ()
) -> None:
    """The same as a list: what a chart or a map shows, to read. Without a number stands `none`.

    `about` are the addresses on the attendees page of the people or bodies that the labels name.
    """
    cells = [
        {"label": label}
        | ({"value": number(n.value), "href": view.href("records", n.params(view.chosen))} if n else {"value": none})
        | ({"about": view.href("attendees", view.params(**about[i]))} if about else {})
        for i, (label, n) in enumerate(shown)
    ]
    key_numbers.draw(cells, key=key, form="list")


def nothing_found(view: View) -> None:
    """Say so, and which single part of the filter, let go, would show something. Without a filter nothing is held."""
    if not view.chosen.active():
        return
    st.info(
        _("Nothing here fits: {filter}.", filter=md("; ".join(view.chosen.describe(view.library.held.areas)))),
        icon=":material/search_off:",
    )
    for name, phrase in zip(view.chosen.active(), view.chosen.describe(view.library.held.areas), strict=True):
        wider = view.chosen.without(name)
        if found := library.numbers(view.library, wider).events.value:
            label = ngettext("Without “{phrase}”: {n} event", "Without “{phrase}”: {n} events", found, phrase=md(phrase))
            go(view, view.page, label, wider.to_params(), icon="filter_alt_off")
    if len(view.chosen.active()) > 1:
        go(view, view.page, _("Show everything"), {}, icon="restart_alt")


def md(text: str) -> str:
    """Text of a record, to be put into Markdown: every sign of it is only text."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|>~$:<&])", r"\\\1", text)


def pieces(text: str, q: str) -> list[tuple[str, bool]]:
    """Text cut where the words that the reader searched for stand; the second of each says whether these are they."""
    cuts, at = [], 0
    for begin, end in spans(q, text):
        cuts += [(text[at:begin], False), (text[begin:end], True)]
        at = end
    return [(cut, hit) for cut, hit in [*cuts, (text[at:], False)] if cut]


def marked(text: str, q: str) -> str:
    """The same as Markdown: in bold on a ground of colour."""
    return "".join(f":orange-background[**{md(cut)}**]" if hit else md(cut) for cut, hit in pieces(text, q))


def opened_event(view: View, key: str) -> None:
    """Go to the records of the event that a click in a figure has put under `key`."""
    if event := st.session_state.pop(key, None):
        st.switch_page(view.pages["records"], query_params=view.params(table="events", event=event))


def save_chart_link(view: View, chart: str, title: str) -> None:
    """Links that save the chart under the key `chart` as a picture, which says its filter and its source."""
    held = view.library.held
    source = ngettext("Daybook, from {n} article, data version {v}", "Daybook, from {n} articles, data version {v}",
                      view.numbers.articles.value, v=held.version)  # fmt: skip
    lines = ["; ".join(view.chosen.describe(held.areas)) or _("Everything held"), _("Source: {source}", source=source)]
    save_chart.draw(_("Save the chart:"), chart, title, lines, f"daybook-{chart}", key=f"save-{chart}")


def theme() -> Palette:
    """The colours of figures on the page as the reader has it."""
    return PALETTES[st.context.theme.type or "light"]
