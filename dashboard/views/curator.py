"""Who curates: whoever sits at this machine and gives a name, or a curator who has logged in."""

import getpass
import os

import streamlit as st

from dashboard.hosting import Hosting
from dashboard.views.shared import md
from dashboard.words import _


def name() -> str | None:
    """The curator's name for the record; None where nobody who may is here, and the page says so."""
    hosting = Hosting.now()
    if not hosting.curators:
        return here()
    if not getattr(st.user, "is_logged_in", False):
        st.info(_("Articles are added and reviewed by curators who have logged in."), icon=":material/login:")
        st.button(_("Log in"), on_click=st.login, key="login")
        return None
    email = str(st.user.get("email") or "")
    sure = st.user.get("email_verified", True) is True
    if not sure or email.casefold() not in {c.casefold() for c in hosting.curators}:
        st.warning(_("{email} is not among the curators of this Daybook.", email=md(email) or "?"), icon=":material/lock:")
        st.button(_("Log out"), on_click=st.logout, key="logout")
        return None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":small[{_('Curating as {email}', email=md(email))}]", width="content")
        st.button(_("Log out"), on_click=st.logout, key="logout", type="tertiary")
    return email


def here() -> str | None:
    """A name that is asked once and kept as long as the page is open."""
    st.session_state.setdefault("curator", os.environ.get("DAYBOOK_BY") or getpass.getuser())
    given = st.text_input(_("Your name, as the record will say it"), key="curator", max_chars=80, width=320).strip()
    if not given:
        st.info(_("Who reviews an article is kept in its record: give a name."), icon=":material/badge:")
    return given or None
