"""Sentences that tell of an event without the words that `triggers.py` knows: by the day, the place and those that they print."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import did
from dashboard.extract.chronicle import entry
from dashboard.extract.date_grammar import OF_A_RULE
from dashboard.extract.dating import nearest
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention, within
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import Told
from dashboard.words import N_

BY_DAY = N_("no word says that it was held: it has a day of its own")
BY_RECORD = N_("no word says that it was held: it is the record of one")
BY_DOING = N_("no word says that it was a visit: someone did something in a place on a day")
KNOWN_ONE = re.compile(
    r"\b(?:the|this|that|his|her|its|their|each|every) (?:[\w’'-]+ ){0,2}$|[该本此]次?$|这[次场]$", re.IGNORECASE
)
LONGEST_NAME = 40  # signs, from `the` to the meeting
NO_WAY = (
    "call(?!ed (?:in )?(?:at|on) (?:[a-z]+ )?(?:home|house|famil|shop|school|hospital|kindergarten|farm|"
    "clinic))|elect|appoint|retir|publish|"
    "put (?:their|questions|forward|off)|announc|promis|warn|agree|settl|decid|approv|adopt|sign|pledg|vow|urg|add|complain|"
    "said|told|wrote|thought|led the (?:morning|afternoon|session|discussion|debate|singing)|"
    "sat (?:down|in|on)|met [^.;]{2,60}? (?:at|for) an? "
)  # done anywhere
SAYS_ZH = re.compile("指出|强调|要求|认为|明确|审议|研究|听取")
EVE_ZH = re.compile("(?:开幕|召开|举行|开始)?")  # `会前一天`, `论坛开幕前一天`
OF_A_RECORD = {"en": re.compile(r"\b[Mm]inutes\b"), "zh": re.compile("[会议]纪要|会议记录")}
REACHED_ONLY = re.compile(
    r"\b(?:reached|said|told [^.;]{2,30}?) by (?:tele)?phone|\bin (?:a|an|his|her) (?:telephone |phone )?interview\b|"
    r"\btold (?:this|our) (?:newspaper|paper|magazine|reporter)\b"
)
AFTER_IT = re.compile(
    r"After the (?:[a-z]+ ){0,2}(?:meeting|talks|session|symposium|forum|seminar|conference|hearing|signing),? "
)
ABOVE = 100  # signs, in which a record says what the day below was of
WENT_HOME = re.compile(
    r"(?:flew|drove|went|travel+ed|headed|left) (?:back )?(?:home|for home)\b|left [A-Z][\w’' -]{2,30} (?:for|by) "
)
SMALL_PLACE = re.compile(  # one that the table of areas has not
    r"\bin the same (?:banner|county|district|league|city)\b|"
    r"\b(?:in|to|at|near|outside) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:Sumu|Town|Township|Village|Gacha|Subdistrict)\b"
)
WENT_ZH = re.compile(
    "(?P<did>前往|来到|住进|抵达|走进|转赴|转至|转场至?|转到|(?<![来运销送寄达受得接从，])(?:赴|深入)|(?<=[\u4e00-\u9fff])到)了?$"
)
SCENE_ZH = re.compile("(?P<did>指着|蹲下|蹲在|俯身|弯腰|捧起|掰开)(?![^。]{0,60}记者)")  # `在一处湿地，副检察长指着照片说`


def does(group: str) -> str:
    """A verb of what someone did; `group` names it in the pattern."""
    inside = rf"in(?= [A-Z]| the (?:[a-z]+ ){{0,3}}{either('sites_en')})"
    was = rf"(?:was|were|had been) (?:there|out|{inside}|guests of|received|welcomed|shown|taken|let (?:into|onto)|led|driven)"
    when = "then|also|first|together|yesterday|today|had|have|on [A-Z][a-z]+day"
    return rf"(?:(?:{when}) )?(?!{NO_WAY})(?P<{group}>{did()}|spent|{was})\b"


@cache
def he_did() -> re.Pattern[str]:
    return re.compile(rf",? {does('did')}")


@cache
def they_did() -> re.Pattern[str]:
    """`The mayor and two deputies on Sunday reached`, `Twelve officials from Tongliao drove`, `We walked`."""
    post = (
        rf"(?:[\w’'-]+ ){{0,3}}(?i:{either('posts_en')})(?: of [^,.;]{{3,40}}?)?(?: and [^,.;]{{3,40}}?)?(?: on [A-Z][a-z]+day)?"
    )
    bodies = "police|panel|club|sides|parties|crew|committee|class|troupe|squad|brigade|caravan|expedition"
    of_them = "(?:two|three|four|five|six|some|most|all|both|many|several) of (?:them|us)"
    doers = rf"(?!{either('things_en')}\b)[a-z]+(?:ists|ers|ors|ians)"
    someone = rf"(?i:{of_them}|{either('those_en')}|{bodies}|{either('groups_en')}|{doers})"
    those = rf"(?:[\w’'-]+ ){{0,4}}{someone}(?: (?:of|from|in|to|at) [^,.;]{{2,60}}?)?"
    return re.compile(
        rf"\b(?:[Aa]n?|[Tt]he) {post} {does('holder_did')}|\b(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z]\w+|[Ww]e|[Tt]hey|[Hh]e|"
        rf"[Ss]he|{those}) {does('did')}|"
        rf"\b[Ii]t (?P<it_did>reached|entered|crossed|worked|walked|looked|called|stopped|checked|drove|went|climbed)\b"
    )


def known_one(trigger: Mention[Kind], text: str) -> bool:
    """`the meeting`, `their last visit`: of which the reader knows."""
    return bool(KNOWN_ONE.search(text, max(0, trigger.start - LONGEST_NAME), trigger.start))


def told_by_day(trigger: Mention[Kind], report: Report, sentence: Sentence, marks: Marks, told: list[Told]) -> Mention[Kind]:
    """Words that only refer to an event say that it was, where they print a day of it that none told before has."""
    text = report.text
    own = nearest(within(marks.dates, sentence.start, sentence.end), trigger, text)
    if trigger.value == "meeting" and marks.form.day:  # a record says when it was
        return trigger
    known = known_one(trigger, text)
    before = [event for event in told if event.kind == trigger.value]
    eve = own and own.rule == "next" and bool(EVE_ZH.fullmatch(text, trigger.end, own.start)) and trigger.end <= own.start
    said = SAYS_ZH.match(text, trigger.end)  # `会议指出，去年11月3日`
    if not own or eve or said or own.value.precision not in ("day", "range") or (known and before):
        return trigger
    if trigger.value == "visit" and before:
        return trigger
    if trigger.value == "visit" and told and own.rule == "nth" and not within(marks.places, sentence.start, sentence.end):
        return trigger  # `On the second day the mayor listened to the results`: of the meeting
    for event in before:
        day = event.date.value if event.date else None
        if not day or not day.start or (day.start <= own.value.end and own.value.start <= day.end):
            return trigger
    return replace(trigger, basis=BY_DAY, rule="opens")


def somewhere(report: Report, sentence: Sentence, marks: Marks, told: list[Told]) -> list[Mention[Kind]]:
    """Someone did something in a place on a day: a visit, whatever the verb."""
    text, start, end = report.text, sentence.start, sentence.end
    if pattern(f"planned_{report.language}").search(text, start, end):
        return []
    days = [m for m in within(marks.dates, start, end) if m.value.start and m.value.precision in ("day", "range")]
    days = [m for m in days if not OF_A_RULE.search(text, max(start, m.start - 20), m.start)]  # `a near accident of 26 February`
    places = [m for m in within(marks.places, start, end) if m.value]
    doing = doings_en(text, start, end, marks) if report.language == "en" else doings_zh(text, start, end, places)
    here = places or SMALL_PLACE.search(text, start, end)
    done = next((d for d in doing if d and went(d, text) and (here or on_the_spot(d, text))), None)
    if not days and (day := entry(report, sentence, marks)):
        days = [day] if not told or told[-1].parts[0].start < day.start else []  # an entry that told of something goes on with it
    after = told and told[-1].kind == "meeting" and AFTER_IT.match(text, start)  # on its day
    if not done or not (days or after):
        return []
    return [Mention(*done.span(done.lastgroup), "trigger", "visit", BY_DOING, "opens")]


def went(done: re.Match[str], text: str) -> bool:
    """Whether it is no way home."""
    return not WENT_HOME.match(text, done.start(done.lastgroup))


def on_the_spot(done: re.Match[str], text: str) -> bool:
    """Whether what someone did says by itself that he was there: `patrolled`, `turned up`."""
    return bool(pattern("on_the_spot_en").match(text, done.start(done.lastgroup)))


def doings_zh(text: str, start: int, end: int, places: list[Mention]) -> Iterator[re.Match[str] | None]:
    yield from (WENT_ZH.search(text, start, p.start) for p in places)
    yield SCENE_ZH.search(text, start, end)


def doings_en(text: str, start: int, end: int, marks: Marks) -> Iterator[re.Match[str]]:
    yield from they_did().finditer(text, start, end)
    for who in within(marks.people, start, end):
        if m := he_did().match(text, max(who.end, who.value.role_end or 0), end):
            yield m


def recorded(report: Report, marks: Marks) -> Mention[Kind] | None:
    """The words that say of what meeting a text is the record: of its headline, `Minutes of the water users`, or above a day."""
    kinds = (OF_A_RECORD[report.language], pattern(f"meetings_{report.language}")) if marks.form.day else ()
    where = [(0, report.headline_end)]
    if day := marks.form.days.get("meeting"):
        where.append((max(0, day.start - ABOVE), day.start))
    m = next(filter(None, (words.search(report.text, *span) for span in where for words in kinds)), None)
    return Mention(m.start(), m.end(), "trigger", "meeting", BY_RECORD, "opens") if m else None
