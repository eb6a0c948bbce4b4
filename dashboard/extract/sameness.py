"""A part of a sentence and the event of its kind told last in; whether it is of that one, and whether its day is the event's.

A new event needs a date of its own that differs, a kind of its own, or an item of a list of its own.
"""

import re

from dashboard.extract.belonging import of_another_time
from dashboard.extract.chronicle import ITEM
from dashboard.extract.date_grammar import IN_A_CLAUSE
from dashboard.extract.going_on import goes_back, goes_on, it_ended
from dashboard.extract.lasting import MOST
from dashboard.extract.openings import BY_DOING
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import Part, Told

ANOTHER = re.compile(
    r"\b(?:another|a separate|a second) (?:[\w’'-]+ ){0,4}[\w-]+$|"
    r"\blater that day\b|同日|还召开|还举行|又召开|另一|当[天日](?:上午|下午|晚上?)的[“《]",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b[Ii]n (?:(?:the )?(?:spring|summer|autumn|fall|winter) of )?((?:19|20)\d\d)\b|((?<!\d)(?:19|20)\d\d)年")
BEGAN_OR_ENDED = re.compile(r", which (?:opened|began|started|kicked off|closed|concluded|ended) (?:here )?(?:on )?")

A_FEW = re.compile(r",? (?:[a-z]+ ){0,3}?(?:officials|members|inspectors|experts|deputies|people|staff|teachers|students)\b")
IT_ENDED = re.compile(r" (?:ended|closed|concluded|finished|wound up|wrapped up|drew to a close|came to an end)\b[^.;]{0,40}")
BEGINS_OR_ENDS = re.compile("(?:上午|下午)?(?:正式)?(?:开幕|闭幕|结束)")  # 会议于1月13日开幕


def of_another_year(event: Told, part: Part, text: str) -> bool:
    """`In the spring of 2023 they led a group to Beijing`."""
    years = {int(m[1] or m[2]) for m in YEAR.finditer(text, part.start, part.end)}
    return bool(years and event.date and event.date.value.start) and max(years) < event.date.value.start.year


def widens(event: Told, part: Part) -> bool:
    """Whether a part tells more days of its event: `closed on Saturday. The forum, held from Thursday to Saturday`."""
    new, old = part.own.value if part.own else None, event.date.value if event.date else None
    if not part.opens or not (new and old and new.start and old.start) or new.precision != "range" or old.precision != "day":
        return False
    return new.start <= old.start and old.end <= new.end


def on_its_own(event: Told, part: Part, text: str) -> bool:
    """`On Wednesday officials walked the shore` in a paragraph of its own: not what the mayor saw on Monday."""
    if part.trigger.value != "visit" or part.trigger.rule != "goes on" or not (part.own and event.date):
        return False
    apart = text.find("\n\n", event.parts[-1].end, part.start) >= 0 and bool(A_FEW.match(text, part.own.end))
    apart = apart or part.newcomers  # `On March 6 Mayor Narisu walked the dyke`
    new, old = part.own.value, event.date.value
    return apart and bool(new.start and old.start) and not old.start <= new.start <= old.end


def narrows(event: Told, part: Part, told: list[Told]) -> bool:
    """Whether a part tells the day of what had a month, a weekend or the days of a visit.

    `They visited A on 16 and 17 April and held a meeting. The meeting took place on Friday`.
    """
    new, old = part.own.value if part.own else None, event.date
    if not part.opens or not (new and old and new.start and old.value.start) or new.precision not in ("day", "range"):
        return False
    of_a_visit = any(e.kind == "visit" and e.date and e.date.value == old.value for e in told)
    if old.value.precision != "month" and (event.kind != "meeting" or (old.rule != "weekend" and not of_a_visit)):
        return False
    return old.value.start <= new.start and new.end <= old.value.end


def of_one_time(event: Told, part: Part) -> bool:
    """Whether words that only refer to an event, or go on with it, may be of it by the day that stands before them."""
    return not (part.own and part.own.end <= part.trigger.start and of_another_time(event, [part.own]))


def tells_its_day(event: Told, part: Part) -> bool:
    """Whether the date of a part is that of its event: `They made a tour. The tour, which ran from June 18 to 21, was`."""
    own = part.own
    if event.date:
        return part.leads and not event.date.value.start and bool(own.value.start)
    if not part.opens and own.rule in ("next", "later") and own.end <= part.trigger.start:  # `a day before the conference`
        return False
    vague = (not own.value.start and own.rule != "vague") or own.value.precision == "month"
    return event.parts[0] is part or not vague


def is_new(event: Told, part: Part, report: Report, sentence: Sentence) -> bool:
    text, own, meeting = report.text, part.own, part.trigger.value == "meeting"
    if ITEM.match(text, sentence.start) and event.parts[-1].end <= sentence.start:
        return True
    if meeting and ANOTHER.search(text, part.start, part.trigger.end):
        return True
    if not own or not event.date or goes_on(event, part, text) or goes_back(event, part, text):
        return False
    if meeting and IT_ENDED.fullmatch(text, part.trigger.end, own.start) and event.date.value.end:
        return not 0 <= (own.value.end - event.date.value.end).days <= MOST if own.value.end else False  # `The session ended on`
    if meeting and (BEGAN_OR_ENDED.fullmatch(text, part.trigger.end, own.start) or BEGINS_OR_ENDS.match(text, own.end)):
        return False  # `attended the session, which opened on Tuesday`
    if widens(event, part) and (
        meeting or event.trigger.basis == BY_DOING or text.find("\n\n", event.parts[-1].end, part.start) < 0
    ):
        return False
    if own.rule in ("next", "later") and it_ended(event, text):  # of a day on the way
        return False
    new, old = own.value, event.date.value
    if new.precision == "month" != old.precision and (
        own.start > part.trigger.end or IN_A_CLAUSE.search(text, part.start, own.start)
    ):  # `saw ditches relined in October`
        return False
    if old.start and not new.start:  # a deadline ahead of the article
        return False
    if new.start and old.start:
        return not (old.start <= new.start and (new.end or new.start) <= (old.end or old.start))
    printed = (text[m.start : m.end] for m in (own, event.date))
    return own.rule == event.date.rule != "vague" and len({*printed}) == 2
