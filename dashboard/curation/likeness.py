"""A text or a draft in, the articles held that are the same, nearly the same, or tell of the same occasion out."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from dashboard.data.occasions import occasions
from dashboard.data.records import Article
from dashboard.library import Library
from dashboard.words import N_

NEAR = 80  # of 100, by the characters that two texts share in their order; a report printed again with small changes has 90
SAME = N_("the same text")
NEARLY = N_("nearly the same text")
ADDRESS = N_("the same address")
OCCASION = N_("a report of the same occasion")


@dataclass(frozen=True, slots=True)
class Alike:
    article: Article
    why: str


def alike_text(text: str, held: Iterable[Article], *, url: str | None = None) -> list[Alike]:
    """Articles with this text, nearly this text, or this address. A withdrawn one is told too: it was withdrawn for a reason."""
    found = []
    for article in held:
        near = fuzz.ratio(text, article.full_text, score_cutoff=NEAR)
        if near or (url and article.url == url):
            found.append(Alike(article, SAME if near == 100 else NEARLY if near else ADDRESS))
    return found


def alike(draft: Article, held: Iterable[Article]) -> list[Alike]:
    """The same for a draft, and articles that tell of an occasion that it tells of: they will count once."""
    others = [a for a in held if a.id != draft.id]
    found = {a.article.id: a for a in alike_text(draft.full_text, others, url=draft.url)}
    counted = {a.id: a for a in others if a.review.status == "approved"}
    told = occasions([*counted.values(), draft])
    ours = {told[event.id] for event in draft.events}
    for article in counted.values():
        if article.id not in found and any(told[event.id] in ours for event in article.events):
            found[article.id] = Alike(article, OCCASION)
    return list(found.values())


@lru_cache(maxsize=4)
def alike_in(held: Library, draft: Article) -> list[Alike]:
    """The same for a page that is drawn again and again: every text is looked through once."""
    return alike(draft, held.held.articles)
