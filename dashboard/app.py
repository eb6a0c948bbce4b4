"""The script: load once, filter once, hand over to a page."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import library, url_state, words
from dashboard.data.errors import BadAddress, DaybookError
from dashboard.data.store import Holdings
from dashboard.hosting import Hosting
from dashboard.views import about, add, articles, attendees, edition, map, records, sidebar
from dashboard.views.shared import View, md
from dashboard.words import N_, _

PAGES: dict[str, tuple[str, Callable[[View], None]]] = {
    "map": (N_("Map"), map.show),
    "attendees": (N_("Attendees"), attendees.show),
    "articles": (N_("Articles"), articles.show),
    "records": (N_("Records"), records.show),
    "about": (N_("About"), about.show),
}
CURATING = {"add": (N_("Add an article"), add.show)}


def main(home: str = "map") -> None:
    """Run the app; `home` is the page at the bare address."""
    st.set_page_config(page_title="Daybook", page_icon="🗓️", layout="wide")
    words.speak("en")
    try:
        held = library.current()
    except DaybookError as error:
        st.error(md(str(error)), icon=":material/folder_off:")
        return
    pages = {
        name: st.Page(partial(draw, name), title=_(title), url_path=name, default=name == home)
        for name, (title, _show) in (PAGES | CURATING if Hosting.now().curate else PAGES).items()
    }
    current = st.navigation(list(pages.values()), position="hidden")
    url_state.keep_true(current.url_path)
    chosen, bad = url_state.read(held.known)
    st.session_state["view"] = View(held, chosen, library.numbers(held, chosen), pages, current.url_path or home)
    navigate(pages, chosen.to_params())
    if current.url_path not in CURATING:  # nothing there is chosen by the filters
        sidebar.show(st.session_state["view"])
    warn(bad, held.held)
    edition.note(st.session_state["view"])
    current.run()
    st.session_state["page"] = st.session_state["view"].page


def draw(name: str) -> None:
    (PAGES | CURATING)[name][1](st.session_state["view"])


def navigate(pages: dict[str, st.Page], params: dict[str, list[str]]) -> None:
    """Links that carry the filter with them: Streamlit's own navigation would drop it."""
    with st.container(horizontal=True, gap="small", key="navigation"):
        for page in pages.values():
            st.page_link(page, query_params=params)


def warn(bad: list[BadAddress], held: Holdings) -> None:
    """One sentence on each value of the address that is left out, and on each file."""
    for error in bad:
        st.warning(md(str(error)), icon=":material/link_off:")
    for left_out in held.left_out:
        st.warning(
            md(_("{file} is left out. {why}", file=left_out.file, why=" ".join(str(e) for e in left_out.errors))),
            icon=":material/draft:",
        )
    if not held.approved:
        st.info(
            _("There are no approved articles in this data folder yet: put one into its articles/, as data/README.md shows."),
            icon=":material/inbox:",
        )


if __name__ == "__main__":
    main()
