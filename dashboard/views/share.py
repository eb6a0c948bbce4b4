"""A view to give away: its citation, its files, its feed, and the lines that show it on another page."""

import datetime as dt
from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard import library, url_state
from dashboard.data import citations, titles
from dashboard.data.citations import Citation, Edition
from dashboard.data.exports.formats import FORMATS
from dashboard.data.records import Article, Event
from dashboard.hosting import Hosting
from dashboard.views.shared import View
from dashboard.words import N_, _

FORMAT_WORDS = {
    "csv": (N_("CSV"), N_("rows for a spreadsheet")),
    "json": (N_("JSON"), N_("rows for a program, with the filter and the version")),
    "zip": (N_("Data Package"), N_("all tables as CSV, zipped, with what describes them")),
    "geojson": (N_("GeoJSON"), N_("events on the ground")),
    "gpkg": (N_("GeoPackage"), N_("the same for QGIS and its kin")),
    "parquet": (N_("Parquet"), N_("rows with their types")),
    "jsonld": (N_("JSON-LD"), N_("schema.org events, for machines that read the web")),
    "popolo": (N_("Popolo JSON"), N_("people, bodies and events for civic software")),
    "ics": (N_("iCalendar"), N_("a calendar can subscribe to it")),
    "atom": (N_("Atom"), N_("a feed of new records")),
}
FEEDS = ("ics", "atom")


def data_url(table: str, form: str, params: dict[str, list[str]]) -> str:
    """The address of a table in a format, relative to any page of the app."""
    query = urlencode(params, doseq=True)
    return f"api/v1/{table}.{FORMATS[form].suffix}" + (f"?{query}" if query else "")


def of_page(view: View) -> dict[str, list[str]]:
    """The parameters of the events behind this page: the filter, and the person or the body that it is about."""
    about = {name: [value] for name in ("person", "body") if (value := url_state.on_page(name))}
    return view.chosen.to_params() | about


def take_away(table: str, params: dict[str, list[str]]) -> str:
    """One line of Markdown: the table in every format that can hold it."""
    ways = [f"[{_(FORMAT_WORDS[form][0])}]({data_url(table, form, params)})" for form in able(table)]
    return f":small[:material/download: {_('These rows as')} {' · '.join(ways)}]"


def able(table: str) -> list[str]:
    return [form for form, made in FORMATS.items() if not made.tables or table in made.tables]


def show(view: View) -> None:
    """The dialog. A click opens it, so that no rerun of a page has to carry it."""
    st.dialog(_("Share, cite, take away"), width="large")(ways)(view)


def ways(view: View) -> None:
    params, whole, site = of_page(view), view.chosen.to_params(), base()
    article, event = record(view)
    cite, take, follow, embed = st.tabs([_("Cite"), _("Take away"), _("Follow"), _("Show on your site")])
    with cite:
        made = citation(view, article, event, site)
        st.code(made.text, language=None, wrap_lines=True)
        st.code(made.bibtex, language="bibtex", wrap_lines=True)
        if article:
            own = f"{site}/r/{event.id if event else article.id}"
            st.markdown(_("A page that needs no JavaScript, and previews well where the link is posted: {address}", address=own))
    with take:
        st.markdown(_("The events of this view, each with its sentence and its source. The records page has the other tables."))
        st.markdown(lines("events", params, [form for form in able("events") if form not in FEEDS]))
        st.markdown(f"- [{_('One HTML file')}](api/v1/hand-over.html?{urlencode(whole, doseq=True)}): "
                    + _("opens with no network, with the map, the filters and the texts"))  # fmt: skip
        pictures = " · ".join(f"[{form.upper()}](api/v1/map.{form}?{urlencode(whole, doseq=True)})" for form in ("svg", "png"))
        st.markdown(f"- {_('The map as a picture')}: {pictures}")
    with follow:
        st.markdown(_("Put one of these addresses into a feed reader or a calendar: it shows what is added to this view."))
        for form in FEEDS:
            st.markdown(f"**{_(FORMAT_WORDS[form][0])}**: {_(FORMAT_WORDS[form][1])}")
            st.code(f"{site}/{data_url('events', form, params)}", language=None, wrap_lines=True)
    with embed:
        st.code(snippet(view, site), language="html", wrap_lines=True)
        if not Hosting.now().embedders:
            st.markdown(_("Other sites may not show this Daybook yet: its owner allows one with --embed-on."))


def lines(table: str, params: dict[str, list[str]], forms: list[str]) -> str:
    """Formats as a list in Markdown."""
    return "\n".join(f"- [{_(FORMAT_WORDS[f][0])}]({data_url(table, f, params)}): {_(FORMAT_WORDS[f][1])}" for f in forms)


def record(view: View) -> tuple[Article | None, Event | None]:
    """The article and the event that the page is about, if it is about one."""
    asked, event = url_state.on_page("article"), url_state.on_page("event")
    for article in view.library.held.approved:
        if article.id == asked:
            return article, None
        if found := next((e for e in article.events if e.id == event), None):
            return article, found
    return None, None


def citation(view: View, article: Article | None, event: Event | None, site: str) -> Citation:
    """Of the event or the article that the page is about, else of the view by the address that restores it."""
    held = view.library.held
    edition = Edition(held.version, library.reviewed(view.library), site, dt.datetime.now(dt.UTC).date())
    if article:
        return citations.of_event(event, article, edition) if event else citations.of_article(article, edition)
    title = titles.title(view.chosen, held.areas)
    return citations.of_view(title, f"{site}/{page(view, v=[held.version])}", edition)


def page(view: View, **more: list[str]) -> str:
    """This page as it is, relative to where Daybook is, and `more` parameters; the version is that of whoever is asked."""
    params = {name: values for name, values in url_state.under(view.chosen).items() if name != "v"}
    return f"{view.pages[view.page].url_path}?{urlencode(params | more, doseq=True)}"


def base() -> str:
    """Where readers find this Daybook: as its owner says, or as this reader came."""
    came = urlsplit(st.context.url or "http://localhost:8501")
    return Hosting.now().public_url or f"{came.scheme}://{came.netloc}"


def snippet(view: View, site: str) -> str:
    """The lines of HTML that show this page on another."""
    source, title = escape(f"{site}/{page(view, embed=['true'])}"), escape(titles.title(view.chosen, view.library.held.areas))
    return f'<iframe src="{source}" title="Daybook: {title}" width="100%" height="900" loading="lazy"></iframe>'
