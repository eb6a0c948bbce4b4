"""One table to sort and read, and under it the sentence that says the row that is picked."""

from collections.abc import Callable
from functools import lru_cache

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard import library
from dashboard.data import phrases
from dashboard.data.filters import Filter
from dashboard.data.phrases import when
from dashboard.data.vocabulary import LEVEL_WORDS
from dashboard.library import Library
from dashboard.views import share
from dashboard.views.shared import View, go, marked, md
from dashboard.words import N_, _, language

HEADINGS = {  # column -> heading; a table shows those of its columns that stand here, in this order
    "attending": N_("Who"),
    "area": N_("Area"),
    "title": N_("Event"),
    "when": N_("When"),
    "kind": N_("Kind"),
    "places": N_("Places"),
    "stop": N_("Stop"),
    "place": N_("Place as printed"),
    "sites": N_("Sites"),
    "role": N_("Role"),
    "organization": N_("Body"),
    "level": N_("Level"),
    "number": N_("Number"),
    "attendance": N_("Attendance"),
    "organizer": N_("Organizer"),
    "topic": N_("Topic"),
    "headline": N_("Headline"),
    "publisher": N_("Publisher"),
    "published": N_("Published"),
    "events": N_("Events"),
    "note": N_("Note"),
    "quote": N_("Quote"),
}
SHOWN = {
    "events": ("when", "kind", "title", "places", "organizer", "quote"),
    "stops": ("when", "title", "stop", "area", "place", "sites", "quote"),
    "attendees": ("attending", "number", "attendance", "role", "level", "organization", "title", "when", "quote"),
    "articles": ("published", "headline", "publisher", "events"),
    "event_areas": ("area", "when", "kind", "title", "quote"),
}
WIDTHS = {"attending": 280, "title": 280, "organization": 220, "role": 180, "organizer": 220, "quote": 420}  # pixels
WORDS = {
    "not_stated": N_("□ not stated"),
    "inferred": N_("◌ inferred"),
    "stated": N_("stated"),
    "meeting": N_("meeting"),
    "visit": N_("visit"),
}


def show(view: View, table: str, where: dict[str, str], *, key: str) -> None:
    """The table, the picked row's sentence, and the table as a file."""
    asked = (view.library, view.chosen, table, tuple(where.items()))
    rows, shown = library.table(*asked), display(*asked, language())
    identity = f"{key}-{table}-{hash((view.chosen, tuple(where.items()), view.library.held.version)):x}"
    picked = st.dataframe(
        shown,
        column_config={_(HEADINGS[c]): st.column_config.TextColumn(width=width) for c, width in WIDTHS.items()},
        key=identity,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [0], "columns": []}},
        alt=_("Table of the records shown; the sentence of the picked row stands below it"),
    )
    chosen = picked.selection.rows or [0]
    if chosen[0] < len(rows):
        show_sentence(view, rows.iloc[chosen[0]].to_dict())
    st.markdown(share.take_away(table, view.chosen.to_params() | {name: [value] for name, value in where.items()}))


def show_sentence(view: View, row: dict) -> None:
    """The words that say a row, who published them, and the way to them."""
    if not isinstance(row["sentence"], str):
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"*“{marked(row['sentence'], view.chosen.q)}”*")
        article = view.library.article(row["article"])
        ours = (
            _("our summary of a report by {publisher}", publisher=md(article.publisher))
            if article.text_kind == "brief"
            else md(article.publisher)
        )
        st.markdown(f":small[{ours}]")
        with st.container(horizontal=True):
            go(view, "articles", _("Read it in the article"), view.params(article=row["article"], mark=row["mark"]))
            for kind, name, label in mentions(row):
                icon = {"person": "person", "body": "account_balance"}[kind]
                go(view, "attendees", md(label), view.params(**{kind: name}), icon=icon)


def mentions(row: dict) -> list[tuple[str, str, str]]:
    """The person and the bodies that a row names: each has a view of its own."""
    found = [("person", row["who"], row["attending"])] if row.get("basis") == "named" else []
    bodies = dict.fromkeys(row.get(column) for column in ("organization", "organizer"))
    return found + [("body", body, body) for body in bodies if isinstance(body, str)]


@lru_cache(maxsize=128)
def display(held: Library, chosen: Filter, table: str, where: tuple[tuple[str, str], ...], _language: str) -> pa.Table:
    """The table in the reader's words: the columns that have something in them. As Arrow, which is what travels."""
    rows = library.table(held, chosen, table, where)
    shown = rows.copy()
    if "date_precision" in rows:
        shown["when"] = each_once(rows, ["date_precision", "date_text", "start", "end"], when)
    if "basis" in rows:
        shown["number"] = each_once(rows, ["basis", "headcount", "out_of", "qualifier"], headcount)
        shown["attendance"] = [_(WORDS[x]) for x in rows["linked_by"]]
    if "kind" in rows:
        shown["kind"] = [_(WORDS[x]) for x in rows["kind"]]
    if "level" in rows:
        shown["level"] = [_(LEVEL_WORDS[x]) for x in rows["level"]]
    if "published" in rows:
        shown["published"] = rows["published"].dt.strftime("%Y-%m-%d")
    for column in set(shown) & {"role", "organization", "organizer", "topic", "sites", "places", "published"}:
        shown[column] = shown[column].astype("object").where(shown[column].notna(), _("not stated"))
    columns = [c for c in SHOWN[table] if rows.get(c, shown[c]).notna().any()]
    named = shown[columns].rename(columns={c: _(HEADINGS[c]) for c in columns})
    return pa.Table.from_pandas(named, preserve_index=False)


def each_once(rows: pd.DataFrame, columns: list[str], say: Callable[[dict], str]) -> list[str]:
    """What to say of each row, worked out once for all that are alike in `columns`."""
    keys = list(rows[columns].itertuples(index=False, name=None))
    said = {key: say(dict(zip(columns, key, strict=True))) for key in dict.fromkeys(keys)}
    return [said[key] for key in keys]


def headcount(row: dict) -> str:
    """A number of people as it is known; a sign marks one that is not stated."""
    return _(WORDS["not_stated"]) if row["basis"] == "not_stated" else phrases.headcount(row)
