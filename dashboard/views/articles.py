"""The articles held, and one article: its text with marks, and the facts drawn from it."""

import streamlit as st

from dashboard import url_state
from dashboard.components import article_text
from dashboard.components.article_text import Span
from dashboard.data import search
from dashboard.data.areas import Areas
from dashboard.data.phrases import when
from dashboard.data.records import Article, Attendee, Event, Saying
from dashboard.data.store import Holdings
from dashboard.views import article_list
from dashboard.views.article_list import published
from dashboard.views.rows import headcount
from dashboard.views.shared import View, go, md
from dashboard.words import N_, _

MARK_WORDS = {
    "event": N_("what it was"),
    "date": N_("date"),
    "place": N_("place"),
    "body": N_("body"),
    "person": N_("person"),
    "group": N_("group"),
}
FIELD_WORDS = {
    "kind": N_("Kind"),
    "dates": N_("Date"),
    "topic": N_("Topic"),
    "organizer": N_("Organizer"),
    "stops": N_("Place"),
    "attendees": N_("Took part"),
}
KIND_WORDS = {"meeting": N_("Meeting"), "visit": N_("Visit")}
BASIS_WORDS = {
    "stated": N_("year as printed"),
    "published": N_("year taken from the article's date"),
    "url": N_("year taken from the address"),
    "context": N_("year taken from the text around"),
}


def show(view: View) -> None:
    asked = url_state.on_page("article")
    if asked and (article := view.library.article(asked)):
        return show_article(view, article)
    st.title(_("Articles"), anchor=False)
    if asked:
        st.warning(_("article={id} is left out: no article of that name is held.", id=md(asked[:80])), icon=":material/link_off:")
    article_list.show(view)


def show_article(view: View, article: Article) -> None:
    go(view, "articles", _("All articles"), view.params(), icon="arrow_back")
    st.title(md(article.headline), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{md(article.publisher)} · {published(article)}", width="content")
        if article.url:
            st.link_button(_("Read the original"), article.url, icon=":material/open_in_new:", type="tertiary")
    if article.text_kind == "brief":
        st.info(
            _("This is our summary, in our own words. What was published stands behind the link."), icon=":material/edit_note:"
        )
    if article.note:
        st.markdown(f":small[{md(article.note)}]")
    sayings = list(article.sayings())
    marks = {s.mark for s in sayings}
    active = url_state.on_page("mark")
    if active and active not in marks:
        st.warning(_("mark={mark} is left out: this article has no such mark.", mark=md(active[:80])), icon=":material/link_off:")
        active = None
    held = view.library.held
    picked = article_text.draw(
        article.full_text,
        [span(article, s, held) for s in sayings],
        search.spans(view.chosen.q, article.full_text),
        facts(view, article, sayings),
        [{"kind": kind, "label": _(words)} for kind, words in MARK_WORDS.items()],
        language=article.language,
        active=active,
        key=f"article-{article.id}",
    )
    if picked and picked != active:
        url_state.put(mark=picked)


def span(article: Article, said: Saying, held: Holdings) -> Span:
    begin = said.evidence.find(article.full_text)
    return Span(
        begin,
        begin + len(said.evidence.quote),
        said.mark,
        said.kind,
        f"{_(FIELD_WORDS[said.field.split('.')[0]])}: {value(said, held)}",
    )


def about(said: Saying) -> dict[str, str]:
    """The address of the person or the body that a field names; nothing for any other field."""
    field, *position = said.field.split(".")
    if field == "organizer":
        return {"body": said.event.organizer or ""}
    who = said.event.attendees[int(position[0]) - 1] if field == "attendees" else None
    return {"person": who.person or who.who} if who and not who.label else {}


def facts(view: View, article: Article, sayings: list[Saying]) -> list[dict]:
    """A group per event: its fields, in the order of the record."""
    groups, held = [], view.library.held
    for event in article.events:
        items = [
            {
                "mark": s.mark,
                "kind": s.kind,
                "label": _(FIELD_WORDS[s.field.split(".")[0]]),
                "value": value(s, held),
                "tags": tags(s, held),
                "note": note(s),
                "about": view.href("attendees", view.params(**address)) if (address := about(s)) else "",
            }
            for s in sayings
            if s.event is event
        ]
        groups.append({"title": event.title, "items": items, "note": event.note or ""})
    return groups


def value(said: Saying, held: Holdings) -> str:
    """What the record says, in words."""
    event, (field, *position) = said.event, said.field.split(".")
    if field == "stops":
        return place(event, int(position[0]), held.areas)
    if field == "attendees":
        who = event.attendees[int(position[0]) - 1]
        return " · ".join(x for x in (called(who, held), who.role if who.name or who.name_zh else None, who.organization) if x)
    if field == "dates":
        return when(event.model_dump() | {"end": event.end or event.start})
    return _(KIND_WORDS[event.kind]) if field == "kind" else getattr(event, field)


def called(who: Attendee, held: Holdings) -> str:
    """`Zhang Yankun 张延昆`, `Officials`: by the name that readers can read, and in Chinese where that is held."""
    person = held.people.get(who.person or "")
    if not person:
        return " ".join(x for x in (who.name, who.name_zh) if x) or who.who
    return f"{who.name or person.name} {who.name_zh or person.name_zh}".strip()


def place(event: Event, position: int, areas: Areas) -> str:
    """The place as printed, and the area where its words do not name it."""
    stop = event.stops[position - 1]
    area = areas[stop.adcode].name if stop.adcode else ""
    name = stop.place if area in stop.place else f"{stop.place} ({area})"
    if len(event.stops) == 1:
        return name
    return _("stop {n} of {all}: {place}", n=position, all=len(event.stops), place=name)


def tags(said: Saying, held: Holdings) -> list[str]:
    """What a reader must know to weigh the value."""
    event, (field, *position) = said.event, said.field.split(".")
    if field == "dates" and event.date_basis:
        return [_(BASIS_WORDS[event.date_basis])] if event.date_basis != "stated" else []
    if field == "stops" and event.start and event.start != event.end and not event.stops[int(position[0]) - 1].date:
        return [_("day not stated")]
    if field != "attendees":
        return []
    who = event.attendees[int(position[0]) - 1]
    person = held.people.get(who.person or "")
    found = [] if who.headcount.basis == "named" else [headcount(who.headcount.model_dump() | {"headcount": who.headcount.value})]
    if person and person.name_basis == "romanized" and not who.name:
        found.append(_("pinyin by us"))
    return [*found, *([_("linked by inference")] if who.linked_by == "inferred" else [])]


def note(said: Saying) -> str:
    """Readings and doubts about an attendee; the sites of a stop."""
    field, *position = said.field.split(".")
    if field == "attendees":
        return said.event.attendees[int(position[0]) - 1].note or ""
    sites = said.event.stops[int(position[0]) - 1].sites if field == "stops" else ()
    return _("Sites: {sites}.", sites="; ".join(sites)) if sites else ""
