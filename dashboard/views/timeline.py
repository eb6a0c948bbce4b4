"""When: single events while they can be told apart, bars of months, quarters or years over longer spans."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from dashboard import library, url_state
from dashboard.components import chart
from dashboard.data import periods
from dashboard.data.counts import Number
from dashboard.data.phrases import when
from dashboard.figures import periods as bars
from dashboard.figures import timeline as days
from dashboard.figures.palette import plain
from dashboard.views.shared import View, list_numbers, md, opened_event, save_chart_link, theme
from dashboard.words import N_, _, month, month_short, ngettext, quarter

S = st.session_state
KINDS = {"meeting": N_("Meetings"), "visit": N_("Visits")}
SHORT, FEW = 62, 40  # days and events at most that are drawn one by one


def show(view: View) -> None:
    """The timeline of a view that has dated events, what is not on it, and its figures as a list."""
    first, last = view.numbers.span
    if (last - first).days < SHORT and view.numbers.events.value <= FEW:
        draw_days(view)
        notes = [_("A sign is a day. A striped bar is a span of days: on which of them is not stated.")]
    else:
        months = periods.fitting(first, last)
        draw_bars(view, library.periods(view.library, view.chosen, months), months)
        notes = [_("An event stands where it begins. Click a bar to see that time alone.")]
    if view.numbers.undated_left_out:
        notes.append(left_out(view.numbers.undated_left_out))
    st.markdown(f":small[{' '.join(md(note) for note in notes)}]")
    with st.container(horizontal=True, vertical_alignment="center"):
        undated(view)
        if view.chosen.since or view.chosen.until:
            st.button(_("All dates"), key="all-dates", icon=":material/date_range:", on_click=narrow, args=(view, None))


def undated(view: View) -> None:
    """The events that no timeline can show, beside it."""
    n = view.numbers.undated
    if n.value:
        label = ngettext("{n} event without a date is not on it", "{n} events without a date are not on it", n.value)
        st.page_link(
            view.pages["records"], label=label, icon=":material/event_busy:", query_params=n.params(view.chosen), width="content"
        )


def left_out(n: int) -> str:
    return ngettext(
        "{n} event without a date is left out by the dates chosen.",
        "{n} events without a date are left out by the dates chosen.",
        n,
    )


def draw_days(view: View) -> None:
    """Each dated event: a sign for a day, an open bar for a span."""
    names = {kind: _(word) for kind, word in KINDS.items()}
    leading = [reports[0] for reports in library.occasions(view.library, view.chosen, FEW)]
    moments = [
        days.Moment(
            r["event"],
            r["kind"],
            names[r["kind"]],
            r["start"].date(),
            r["end"].date(),
            r["date_precision"] == "day",
            f"<b>{plain(r['title'])}</b><br>{plain(when(r))}",
        )
        for r in leading
        if r["start"] == r["start"]  # not NaT
    ]
    shown = [name for kind, name in names.items() if any(m.kind == kind for m in moments)]
    draw(view, days.timeline(moments, shown, theme()), pick_event, _("Timeline of the events listed above"))
    opened_event(view, "timeline-event")


def draw_bars(view: View, found: Mapping[str, Mapping[str, Number]], months: int) -> None:
    """Meetings and visits by the period that they begin in, and the same as a list."""
    ends = [periods.days(name) for name in found]
    names = list(periods.between(min(a for a, _b in ends), max(b for _a, b in ends), months))
    kinds = [kind for kind in KINDS if any(kind in numbers for numbers in found.values())]
    series = {kind: [value(found.get(name, {}).get(kind)) for name in names] for kind in kinds}
    figure = bars.periods(
        names, [label(n, months, short=True) for n in names], series, {k: _(w) for k, w in KINDS.items()}, theme()
    )
    alt = _("Bars: meetings and visits by the time they begin. The same numbers are in the list below.")
    draw(view, figure, lambda: pick_period(view), alt)
    with st.expander(_("The timeline as a list")):
        list_numbers(view, "timeline-list", as_list(found, months))


def draw(view: View, figure: dict, picked: Callable[[], None], alt: str) -> None:
    chart.draw(figure, picked, alt, key="timeline")
    save_chart_link(view, "timeline", _("Meetings and visits over time"))


def as_list(found: Mapping[str, Mapping[str, Number]], months: int) -> Sequence[tuple[str, Number]]:
    words = {"meeting": N_("{when}: meetings"), "visit": N_("{when}: visits")}
    return [(_(words[kind], when=label(name, months)), n) for name, numbers in found.items() for kind, n in numbers.items()]


def value(n: Number | None) -> int:
    return n.value if n else 0


def label(name: str, months: int, *, short: bool = False) -> str:
    """`2023`, `Q3 2023` or `August 2023`; under a bar `Aug 2023`."""
    first, _last = periods.days(name)
    if months == 12:
        return str(first.year)
    return quarter(first) if months == 3 else month_short(first) if short else month(first)


def pick_event() -> None:
    """A click on a sign or a span."""
    if points := S["timeline"].selection.points:
        S["timeline-event"] = points[0]["customdata"][0]


def pick_period(view: View) -> None:
    """A click on a bar narrows the dates to it."""
    if points := S["timeline"].selection.points:
        narrow(view, points[0]["customdata"][0])


def narrow(view: View, period: str | None) -> None:
    since, until = periods.days(period) if period else (None, None)
    url_state.write(replace(view.chosen, since=since, until=until))
