"""Articles in, the occasions that they tell of out: two reports of one meeting or visit are counted once.

The rule. Two events of different articles are one occasion when all of this holds:
- they are of one kind;
- both have days (not only a month), and their days overlap;
- a place of one is a place of the other, or lies in it; a place known only as the region says too little;
- they name a person in common; or one of them names nobody, and the organizer is the same.
An article's own events are never one: who reports two meetings means two.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from dashboard.data.areas import covers, level
from dashboard.data.records import Article, Event


def occasions(articles: Iterable[Article]) -> dict[str, str]:
    """event id -> id of its occasion, which is that of the event in the article published first."""
    order = sorted(articles, key=lambda a: (a.published or dt.date.max, a.id))
    events = {e.id: e for a in order for e in a.events}
    article = {e.id: a.id for a in order for e in a.events}
    rank = {event: n for n, event in enumerate(events)}
    told = {event: [event] for event in events}  # occasion -> its events
    occasion = dict(zip(events, events, strict=True))
    for one, other in sorted(set(candidates(events.values())), key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        first, second = sorted((occasion[one], occasion[other]), key=rank.__getitem__)
        apart = {article[e] for e in told[first]}.isdisjoint(article[e] for e in told[second])
        if first != second and apart and same(events[one], events[other]):
            told[first] += told.pop(second)
            occasion |= dict.fromkeys(told[first], first)
    return occasion


def candidates(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Pairs worth a look: of one kind, with a person or the organizer in common, and days that overlap."""
    alike: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for e in events:
        if e.date_precision in ("day", "range"):
            for name in {*people(e), *([f"\0{e.organizer}"] if e.organizer else [])}:
                alike[e.kind, name].append(e)
    for group in alike.values():
        open_: list[Event] = []
        for e in sorted(group, key=lambda e: e.start or dt.date.max):
            open_ = [o for o in open_ if last(o) >= e.start]
            yield from ((o.id, e.id) for o in open_)
            open_.append(e)


def same(one: Event, other: Event) -> bool:
    """Whether two events of one kind on overlapping days are one occasion, by their people and their places."""
    ours, theirs = people(one), people(other)
    organized = one.organizer is not None and one.organizer == other.organizer
    known = bool(ours & theirs) or (organized and not (ours and theirs))
    return known and any(covers(a, b) or covers(b, a) for a, b in product(places(one), places(other)))


def people(event: Event) -> set[str]:
    """Who is named, by id where one is held."""
    return {a.person or a.who for a in event.attendees if not a.label}


def places(event: Event) -> set[str]:
    return {s.adcode for s in event.stops if s.adcode and level(s.adcode) != "region"}


def last(event: Event) -> dt.date:
    return event.end or event.start or dt.date.min
