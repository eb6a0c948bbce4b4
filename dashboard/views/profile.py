"""One person or one body: its events over time, its places, its roles, and who stands beside it."""

import streamlit as st

from dashboard import library, url_state
from dashboard.data import profiles
from dashboard.data.counts import Number
from dashboard.data.filters import Filter
from dashboard.data.phrases import kinds_in_words
from dashboard.data.profiles import Profile
from dashboard.data.store import Person
from dashboard.views import event_cards, rows, timeline
from dashboard.views.shared import View, go, list_numbers, md, show_numbers
from dashboard.words import _, ngettext

MOST_CARDS, MOST_LISTED = 10, 30
KINDS = ("person", "body")


def asked() -> tuple[str, str] | None:
    """Whom the address asks for: `person` or `body`, and the name."""
    return next(((kind, name) for kind in KINDS if (name := url_state.on_page(kind))), None)


def show(view: View, kind: str, name: str) -> bool:
    """Draw the profile; False for a name that nothing held has."""
    wide = view.among(view.chosen.without("level", "organization"))  # these choose among attendees, and here all matter
    found = library.profile(wide.library, wide.chosen, kind, name)
    if found is None:
        st.warning(_("{kind}={name} is left out: no record names it.", kind=kind, name=md(name[:80])), icon=":material/link_off:")
        return False
    go(view, "attendees", _("All who took part"), view.params(), icon="arrow_back")
    head(wide, kind, name)
    if not found.events:
        st.info(
            _("Nothing here fits: {filter}.", filter=md("; ".join(wide.chosen.describe(wide.library.held.areas)))),
            icon=":material/search_off:",
        )
        go(view, "attendees", _("Show everything"), {kind: [name]}, icon="restart_alt")
        return True
    st.markdown(in_words(wide, found, kind, name))
    cells = [(_("Meetings"), found.meetings), (_("Visits"), found.visits), (_("Events without a date"), found.undated)]
    show_numbers(wide, "profile-numbers", *[cell for cell in cells if cell[1].value])
    left, right = st.columns([7, 4], gap="large")
    with left:
        if len(found.periods) > 1:
            st.subheader(_("When"), anchor=False)
            timeline.draw_bars(wide, found.periods, found.months)
        st.subheader(_("Events"), anchor=False)
        event_cards.show(wide, library.profile_occasions(wide.library, wide.chosen, kind, name, MOST_CARDS), key="events")
        if found.events > MOST_CARDS:
            label = ngettext("All {n} events", "All {n} events", found.events)
            go(view, "records", label, wide.params(table="events", **{kind: name}), icon="list")
    with right:
        places(wide, found)
        company(wide, found)
    st.subheader(_("In which role, with the sentence"), anchor=False)
    rows.show(wide, "attendees", {kind: name, "with": name}, key="profile")
    return True


def head(view: View, kind: str, name: str) -> None:
    person = view.library.held.people.get(name) if kind == "person" else None
    st.title(md(called(person) if person else name), anchor=False)
    if not person:
        return
    notes = [_("Also printed as {names}.", names=", ".join(person.other_names))] if person.other_names else []
    if person.name_basis == "romanized":
        notes.append(_("The reports print the name only in Chinese; its Latin letters are pinyin, by us."))
    notes += [person.note] if person.note else []
    if notes:
        st.markdown(f":small[{md(' '.join(notes))}]")


def called(person: Person) -> str:
    return f"{person.name} {person.name_zh}".strip()


def in_words(view: View, found: Profile, kind: str, name: str) -> str:
    """`3 meetings and 1 visit. Roles as printed: ...` and how many more there are without the filters."""
    said = [
        _("{what} in the articles held.", what=kinds_in_words({"meeting": found.meetings.value, "visit": found.visits.value}))
    ]
    if view.chosen.active() and (whole := library.profile(view.library, Filter(), kind, name)) and whole.events > found.events:
        said.append(ngettext("The filters leave {n} more out.", "The filters leave {n} more out.", whole.events - found.events))
    if kind == "person" and (held := profiles.roles(found, kind, name)):
        said.append(_("Roles as printed: {roles}.", roles=" · ".join(held)))
    return md(" ".join(said))


def places(view: View, found: Profile) -> None:
    """Where: leagues, cities and all below them."""
    areas = view.library.held.areas
    listed = [(areas[code].name, n) for code, n in found.areas.items() if areas[code].level != "region"]
    if listed:
        st.subheader(_("Places"), anchor=False)
        list_numbers(view, "profile-places", listed)


def company(view: View, found: Profile) -> None:
    """Who is named at the same events: each with a view of its own."""
    people = view.library.held.people
    named = {who: called(people[who]) if who in people else who for who in found.people}
    listed(view, "person", _("Named at the same events"), [(name, found.people[who]) for who, name in named.items()], list(named))
    listed(view, "body", _("Bodies at the same events"), list(found.bodies.items()), list(found.bodies))
    st.markdown(f":small[{_('Named at one event does not mean that they met or spoke there.')}]")


def listed(view: View, kind: str, title: str, numbers: list[tuple[str, Number]], names: list[str]) -> None:
    if not numbers:
        return
    st.subheader(title, anchor=False)
    list_numbers(view, f"profile-{kind}", numbers[:MOST_LISTED], about=[{kind: name} for name in names[:MOST_LISTED]])
    if len(numbers) > MOST_LISTED:
        st.markdown(f":small[{_('The first {n} of {all}.', n=MOST_LISTED, all=len(numbers))}]")
