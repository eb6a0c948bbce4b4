"""A view, an article or an event in, its title and what it holds in a sentence out: for pictures, previews and citations."""

from dashboard.data import phrases
from dashboard.data.areas import Areas, home
from dashboard.data.counts import Summary
from dashboard.data.filters import Filter
from dashboard.data.frames import sentence_around
from dashboard.data.records import Article, Event
from dashboard.words import N_, _, date, listing, ngettext

MOST = 3  # places that a title names
TITLES = {  # kinds -> the title, without a place and with one
    ("meeting",): (N_("Meetings"), N_("Meetings in {place}")),
    ("visit",): (N_("Field visits"), N_("Field visits in {place}")),
    (): (N_("Meetings and visits"), N_("Meetings and visits in {place}")),
}
KINDS = {"meeting": N_("Meeting"), "visit": N_("Field visit")}


def title(chosen: Filter, areas: Areas) -> str:
    """`Meetings and visits in Chifeng`: what is chosen of kinds and places, the rest stands in the filter's own words."""
    bare, placed = TITLES.get(chosen.kind, TITLES[()])
    where = region(chosen, areas)
    return _(placed, place=where) if where else _(bare)


def region(chosen: Filter, areas: Areas) -> str:
    """The regions chosen, or the province that everything held is in; nothing where there are several."""
    if len(chosen.region) > MOST:
        return ngettext("{n} region", "{n} regions", len(chosen.region))
    whole = [f"{code}0000" for code in home(areas)]
    return listing([areas[code].name for code in chosen.region or (whole if len(whole) == 1 else ()) if code in areas])


def holds(numbers: Summary) -> str:
    """What a view holds in a sentence, also where that is nothing."""
    return phrases.in_words(numbers) if numbers.events.value else _("Nothing that is held fits.")


def where(event: Event, areas: Areas) -> str:
    """The places of an event in their order, by the names of their areas: `Xing'an League → Tongliao → Chifeng`."""
    return " → ".join(areas[s.adcode].name if s.adcode else s.place for s in event.stops) or _("place not stated")


def published(article: Article) -> str:
    return date(article.published) if article.published else _("no date printed")


def about_event(event: Event, article: Article, areas: Areas) -> str:
    """`Meeting · 12 August 2023 · Chifeng. “They met in Chifeng.”`"""
    begin = event.evidence.kind.find(article.full_text)
    sentence = sentence_around(article.full_text, begin, begin + len(event.evidence.kind.quote))
    return f"{_(KINDS[event.kind])} · {phrases.when_of(event)} · {where(event, areas)}. “{sentence}”"


def about_article(article: Article) -> str:
    """`A paper · 13 August 2023 · 1 meeting and 1 visit. They met in Chifeng ...`"""
    kinds = phrases.kinds_in_words({kind: sum(e.kind == kind for e in article.events) for kind in KINDS})
    return f"{' · '.join(x for x in (article.publisher, published(article), kinds) if x)}. {article.text[0]}"
