"""Which data is shown, and what has changed since a link was made: its address says the version, the editions say the rest."""

import re

import streamlit as st

from dashboard import library, url_state
from dashboard.data.history import Row
from dashboard.data.store import Holdings
from dashboard.views.shared import View, md
from dashboard.words import N_, _, date, listing, ngettext

MOST = 20  # events of a kind of change that are named
SAID = {
    "added": (N_("{n} event added"), N_("{n} events added")),
    "changed": (N_("{n} changed"), N_("{n} changed")),
    "removed": (N_("{n} removed"), N_("{n} removed")),
}
HEADINGS = {"added": N_("Added"), "changed": N_("Changed"), "removed": N_("Removed")}


def version(held: Holdings) -> str:
    """What every page says of the records it shows."""
    articles = ngettext("{n} article", "{n} articles", len(held.approved))
    return f"{_('Data version {version}', version=held.version)} · {articles}"


def note(view: View) -> None:
    """A note above a page whose address names an older version; nothing above any other."""
    version, now = url_state.on_page("v"), view.library.held.version
    if not version or version == now:
        return
    if not re.fullmatch("[0-9a-f]{12}", version):
        sentence = _(
            "v={version} is left out: a data version is twelve digits and letters from a to f.", version=md(version[:40])
        )
        st.warning(sentence, icon=":material/link_off:")
        return
    found = library.changes(view.library, version)
    changed = {change: rows for change in SAID if (rows := getattr(found, change, ()))}
    if not found:
        told = _("This link was made on data version {old}, which is not among the editions noted here.", old=version)
    else:
        told = _("This link was made on data version {old}, noted {day}.", old=version, day=date(found.noted))
        said = listing([ngettext(*SAID[change], len(rows)) for change, rows in changed.items()])
        told += " " + (_("Since then: {changes}.", changes=said) if changed else _("No event has changed since."))
    with st.container(border=True, key="edition"):
        st.markdown(f":material/history: {told} {_('What you see is version {now}.', now=now)}")
        if changed:
            with st.expander(_("Which events")):
                st.markdown("\n\n".join(listed(view, change, rows) for change, rows in changed.items()))
        st.button(_("Close this note"), key="edition-close", on_click=url_state.put, kwargs={"v": None}, type="tertiary")


def listed(view: View, change: str, rows: tuple[Row, ...]) -> str:
    """The events of a kind of change, those that stand as links to their records; a removed one by its title."""
    lines = [f"**{_(HEADINGS[change])}**\n"]
    for row in rows[:MOST]:
        href = view.href("records", {"table": ["events"], "event": [row.event]})
        lines.append(f"- {md(row.title)}" if change == "removed" else f"- [{md(row.title)}]({href})")
    if len(rows) > MOST:
        lines.append(_("- and {n} more", n=len(rows) - MOST))
    return "\n".join(lines)
