"""The one place where filters and address meet. The address is the state: a widget writes it, a run reads it.

Nothing of the filter is kept in the session, so a link, the Back button and a reload all give the view they name.
Links between pages carry the filter in their address for the same reason.
"""

from typing import Any

import streamlit as st

from dashboard.data.errors import BadAddress
from dashboard.data.filters import PARAMS, Filter, Known

LONGEST_VALUE = 500


def address() -> dict[str, list[str]]:
    """Every parameter of the address, repeated ones in order."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def keep_true(page: str) -> None:
    """Let the address bar say what this run of `page` was asked for; called once per run.

    Streamlit's link to the page that it stands on reruns it with the new parameters, and leaves the bar as it was. A
    link to another page sets the bar itself: to set it here too would put an address between into the reader's history.
    """
    now = (page, address())
    if st.session_state.get("address", now) != now and st.session_state["address"][0] == page:
        st.query_params.from_dict(now[1])
    st.session_state["address"] = now


def read(known: Known) -> tuple[Filter, list[BadAddress]]:
    return Filter.from_params(address(), known)


def under(chosen: Filter) -> dict[str, list[str]]:
    """The address with this filter, and everything else there as it is."""
    return {name: values for name, values in address().items() if name not in PARAMS} | chosen.to_params()


def write(chosen: Filter) -> None:
    """Put a filter into the address."""
    st.query_params.from_dict(under(chosen))


def on_page(name: str) -> str | None:
    """A parameter of the page itself: event, article, mark, table ..."""
    value = st.query_params.get(name)
    return value if value and len(value) <= LONGEST_VALUE else None


def put(**values: str | None) -> None:
    """Set parameters of the page itself; None takes one out."""
    kept = {name: old for name, old in address().items() if name not in values}
    st.query_params.from_dict(kept | {name: [new] for name, new in values.items() if new})


def mirror(key: str, value: Any) -> str:
    """Let the widget `key` show `value`, whatever it showed before; call it right before the widget."""
    if st.session_state.get(key, ...) != value:
        st.session_state[key] = value
    return key
