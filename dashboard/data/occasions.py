"""Articles in, the occasions that they tell of out: two reports of one meeting or visit are counted once.

The rule. Two events of different articles are one occasion when all of this holds:
- they are of one kind;
- both have days (not only a month), and their days overlap;
- a place of one is a place of the other, or lies in it; a place known only as the region says too little;
- they name a person in common; or one of them names nobody, and the organizer is the same; or one of them names nobody,
  their days and places are exactly the same, and their articles have another occasion in common.
An article's own events are never one: who reports two meetings means two.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

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

    def merge(pairs: Iterable[tuple[str, str]], alike: Callable[[str, str], bool]) -> None:
        for one, other in sorted(set(pairs), key=lambda pair: (rank[pair[0]], rank[pair[1]])):
            first, second = sorted((occasion[one], occasion[other]), key=rank.__getitem__)
            apart = {article[e] for e in told[first]}.isdisjoint(article[e] for e in told[second])
            if first != second and apart and alike(one, other):
                told[first] += told.pop(second)
                occasion.update(dict.fromkeys(told[first], first))

    merge(candidates(events.values()), lambda one, other: same(events[one], events[other]))
    together = {frozenset((article[a], article[b])) for group in told.values() for a, b in combinations(group, 2)}
    merge(twins(events.values()), lambda one, other: frozenset((article[one], article[other])) in together)
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


def twins(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Pairs of one kind, of exactly the same days and places, where one names nobody."""
    alike: dict[tuple, list[Event]] = defaultdict(list)
    for e in events:
        if e.date_precision in ("day", "range") and (where := frozenset(places(e))):
            alike[e.kind, e.start, e.end, where].append(e)
    for group in alike.values():
        yield from ((a.id, b.id) for a, b in combinations(group, 2) if not (people(a) and people(b)))


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
