"""The words that tell of an event in, its day out: one printed there, those up to which a visit went on, or one told before."""

import re
from functools import cache

from dashboard.extract.annotate import Marks
from dashboard.extract.chronicle import heads
from dashboard.extract.days import When
from dashboard.extract.lasting import LONGEST_QUOTE, through
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention
from dashboard.extract.text import Report
from dashboard.extract.told import DEFAULT, EARLIER, NONE, Part, Told

LONGEST_BREAK = 3  # days within one visit
OF_A_THING = re.compile(  # `saw ditches relined in October`, `the plant, which was restarted on 2 March`
    r"\b(?:which|that|since|founded|built|opened|completed|restarted|launched|published|issued|adopted|laid out|released|"
    r"finished|signed|set up|put into)\b[^.;]*$|\bwhere\b[^.;]*\bhad\b[^.;]*$|"
    r"\b(?!visited|toured|inspected|surveyed|travel+ed|stayed|arrived|called|walked|looked|talked|continued)[a-z]+ed "
    r"(?:out |up |in |on )?$"
)

OF_ITSELF = re.compile(r"\b(?:that|which) (?:ended|concluded|began|started|ran from) (?:on )?$")  # `a tour that ended on Friday`
OF_SOMEONE = re.compile(r"\bwho\b[^.;]*$")  # `talks with B. Ganzorig, who arrived on Wednesday`
TEAM_ZH = re.compile("考察团|代表团|调研组|检查组|督查组|工作组|视察组|慰问组|一行")
AND_THERE = re.compile(r"\bended\b|,? and (?:the )?[A-Z][^.;]{2,60}? on $")  # `Genhe on Monday and Oroqen on Tuesday`


@cache
def went_on() -> re.Pattern[str]:
    """`On Thursday they drove to`, `On the 15th the Consul General continued`: those of the visit told before."""
    those = rf"they|he|she|we|the (?:{either('those_en')}|{either('posts_en')})|the [A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){{0,4}}"
    return re.compile(
        r"\b(?:(?:went|carried|moved|drove|travel+ed|pressed) on|continued|proceeded|"
        r"then (?:went|drove|flew|visited|travel+ed))\b|"
        rf",? \b(?:{those}|(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z]\w+) (?:[a-z]+ed|(?:was|were) in|drove|went|flew|rode|took|came|"
        rf"saw|met)\b|"
        "日(?:上午|下午)?，(?:(?:又|再|还)?(?:到|赴|前往|来到|深入|走进)|又在)|(?:[团组队]|一行|们)(?:又|再次|继续|转)(?:来到|到|赴|前往|抵达|深入|走进)"
    )


def day_of(part: Part, found: list[Mention[When]], text: str) -> Mention[When] | None:
    """The date of a part; of a visit up to the day on which, in the same sentence, they `went on to` another place."""
    visit = part.trigger.value == "visit"
    if part.opens:
        of_a_thing = OF_A_THING if visit else OF_SOMEONE
        at = part.trigger.end
        found = [m for m in found if OF_ITSELF.search(text, at, m.start) or not of_a_thing.search(text, at, m.start)]
    own = nearest(found, part.trigger)
    if not own or not own.value.end or not visit:
        return own
    later = [m for m in found if m.start > max(own.end, part.trigger.end) and m.value.start]
    later = [m for m in later if 0 < (m.value.start - own.value.end).days <= LONGEST_BREAK]
    on = later and (went_on().search(text, own.end, later[-1].end + 40) or AND_THERE.search(text, own.end, later[-1].start))
    return through(own, later[-1]) if on else own


def nearest(found: list[Mention[When]], trigger: Mention) -> Mention[When] | None:
    """The last date before the trigger, else the first behind it; a day rather than a vague word."""
    sure = [m for m in found if m.value.start] or [m for m in found if m.rule != "vague"] or found
    before = [m for m in sure if m.end <= trigger.start]
    return before[-1] if before else next(iter(sure), None)


def goes_on(event: Told, part: Part, text: str) -> bool:
    """Whether those of the visit told last are told to have gone on, a day or a few later."""
    if event.kind != "visit" or not event.date or not part.own or part.own.end - event.date.start > LONGEST_QUOTE:
        return False
    last, day = event.date.value.end, part.own.value.start
    soon = bool(last and day) and 0 < (day - last).days <= LONGEST_BREAK
    on = went_on().search(text, part.start, part.end) or the_same_team(event, part, text)
    return soon and bool(on) and not heads(part.own, text)


def the_same_team(event: Told, part: Part, text: str) -> bool:
    """`12日，考察团来到敖汉旗。13日，考察团走进宁城县`, in one paragraph."""
    teams = [set(TEAM_ZH.findall(text[p.start : p.end])) for p in (event.parts[-2 if event.parts[-1] is part else -1], part)]
    return bool(teams[0] & teams[1]) and text.find("\n\n", event.parts[0].start, part.start) < 0


def inherited(event: Told, dated: list[Told], marks: Marks, report: Report) -> tuple[Mention[When] | None, str]:
    """For an event without a date in its words: the last before it in its paragraph, else that of the event told before it."""
    at, found = event.parts[0].start, marks.dates
    paragraph = report.text.rfind("\n\n", 0, at) + 1
    before = [m for m in found if m.end <= at]
    near = [m for m in before if m.start >= paragraph and m.rule != "vague"]
    if near:
        return near[-1], EARLIER
    only = {m.value for m in found if m.value.start}
    if len(only) == 1:
        return next(m for m in found if m.value.start), DEFAULT
    told = [e.date for e in dated if e.date.value.start and e.parts[0].start < at and e.date.end <= at]
    if told or (before and only):
        return (told or before)[-1], EARLIER
    return None, NONE
