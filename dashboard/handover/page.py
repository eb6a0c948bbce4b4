"""A view in, all that its page says out: what page.html.jinja names."""

from itertools import accumulate

from markupsafe import Markup

from dashboard import library
from dashboard.data import counts
from dashboard.data.areas import Areas
from dashboard.data.counts import Number, Summary
from dashboard.data.facts import KIND_WORDS, MARK_WORDS
from dashboard.data.filters import EARLIEST, LATEST, LONGEST_Q, Chosen, Filter
from dashboard.data.phrases import in_words
from dashboard.data.rules import BASIS_WORDS, COUNTING, SOURCES
from dashboard.data.vocabulary import KIND_WORDS as KINDS_WORDS
from dashboard.data.vocabulary import LEVEL_WORDS
from dashboard.figures import on_map
from dashboard.figures.palette import SIGNS
from dashboard.figures.svg_map import shapes
from dashboard.handover import ledger, rows
from dashboard.handover.drawing import HEIGHT, WIDTH, drawing
from dashboard.library import Library
from dashboard.words import _, date, language, listing, number


def values(held: Library, chosen: Filter) -> dict:
    """By the names of page.html.jinja."""
    shown, asked = library.shown(held, chosen), library.numbers(held, chosen)
    inside = Chosen(shown, Filter())  # what the file holds is all that it knows: its regions count no events elsewhere
    found, areas = counts.summary(inside), held.held.areas
    polygons = shapes(held.layer.geojson)
    by_level = counts.breakdown(inside, "level")
    index = ledger.index(shown, held.held)
    codes = [*found.by_region, *(code for code in on_map.FOCUS if code in areas and code not in found.by_region)]
    data = rows.rows(shown, held.held, held.layer.labels) | {"areas": rows.names(codes, areas)}
    return {
        "language": language(),
        "version": held.held.version,
        "reviewed": date(library.reviewed(held)),
        "filter": "; ".join(chosen.describe(areas)),
        "lede": in_words(found),
        "undated_left_out": _("Without a date, and so not in this file: {n}.", n=number(asked.undated_left_out))
        if asked.undated_left_out
        else "",
        "years": ledger.years(shown, held.held),
        "index": index,
        "totals": {basis: number(len(index.get(basis, ()))) for basis in BASIS_WORDS},
        "articles": ledger.articles(shown, held.held),
        "cells": cells(found),
        "regions": regions(found, areas),
        "areas": area_rows(found, areas, codes),
        "kinds": [(kind, _(words).capitalize()) for kind, words in KINDS_WORDS.items()],
        "kind_words": {kind: _(words) for kind, words in KIND_WORDS.items()},
        "mark_words": [(kind, _(words)) for kind, words in MARK_WORDS.items()],
        "bases": [(basis, _(words)) for basis, words in BASIS_WORDS.items() if basis in index],
        "levels": [(level, _(words).capitalize()) for level, words in LEVEL_WORDS.items() if level in by_level],
        "bars": bars(by_level),
        "drawing": drawing(on_map.places(held, found), on_map.signs(held, chosen), polygons),
        "map_notes": map_notes(held),
        "counting": COUNTING,
        "sources": [*map(_, SOURCES), *filter(None, [held.layer.attribution])],
        "about": about(held, chosen),
        "signs": SIGNS,
        "data": Markup(rows.encoded(data)),
        "earliest": EARLIEST,
        "latest": LATEST,
        "longest_q": LONGEST_Q,
        "width": WIDTH,
        "height": HEIGHT,
    }


def cells(n: Summary) -> list[tuple[str, str, str, str, str]]:
    """Of each key number: its label, value, rule, name, and the part of the page that lists what it counts."""
    shown: list[tuple[str, Number, str, str]] = [
        (_("Meetings"), n.meetings, "meetings", "events"),
        (_("Visits"), n.visits, "visits", "events"),
        (_("Regions"), n.areas, "areas", "areas"),
        (_("People named"), n.people, "people", "named"),
        (_("Groups without a number"), n.groups, "groups", "not_stated"),
        (_("Groups with a number"), n.stated, "stated", "stated"),
        (_("Articles"), n.articles, "articles", "articles"),
    ]
    return [(label, number(one.value), _(one.rule), name, target) for label, one, name, target in shown]


def regions(n: Summary, areas: Areas) -> list[tuple[str, str, bool]]:
    """The areas to choose from, those with an event: code, name, and whether it lies in the one before."""
    return [(code, areas[code].name, areas[code].level == "county") for code in n.by_region if areas[code].level != "region"]


def area_rows(n: Summary, areas: Areas, codes: list[str]) -> list[tuple]:
    """The map as a table: the region, its leagues and cities, and under each what is in it."""
    rows_ = []
    for code in sorted(codes):
        held = n.by_region.get(code, {})
        figures = [(kind, number(held[kind].value if kind in held else 0)) for kind in (*SIGNS, "all")]
        rows_.append((code, areas[code].name, areas[code].level == "county", figures))
    return rows_


def bars(found: dict) -> dict[str, dict[str, dict]]:
    """level -> basis -> the number, and where its part of the bar is, in percent of the longest."""
    most = max((sum(n.value for n in by_basis.values()) for by_basis in found.values()), default=1)
    made = {}
    for level, by_basis in found.items():
        values = [by_basis[basis].value if basis in by_basis else 0 for basis in BASIS_WORDS]
        begins = accumulate(values[:-1], initial=0)
        made[level] = {
            basis: {"n": number(n), "x": f"{100 * at / most:.4g}", "width": f"{100 * n / most:.4g}"}
            for basis, n, at in zip(BASIS_WORDS, values, begins, strict=True)
        }
    return made


def map_notes(held: Library) -> list[str]:
    return [
        _("{meeting} meeting · {visit} visit. A small number is the order of its stops; ×4 is four of them.", **SIGNS),
        _("Where no article is held, nothing is known: it does not mean that nothing took place."),
        *filter(None, [held.layer.attribution, *held.layer.problems[:3]]),
    ]


def about(held: Library, chosen: Filter) -> list[str]:
    asked = chosen.describe(held.held.areas)
    return [
        _("It holds: {filter}.", filter=listing(asked) if asked else _("everything held")),
        _("Data version {version}. It changes with anything that is shown.", version=held.held.version),
        _("Last review: {day}.", day=date(library.reviewed(held))),
        _("A region's number counts the events of this file alone."),
        _("It needs no network and sends nothing. A link to an original leaves it."),
        _("Records and code: MIT licence. The reports belong to those who published them."),
        _("Keep the line on the boundaries with every copy of the map."),
    ]
