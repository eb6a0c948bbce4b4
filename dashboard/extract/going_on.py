"""A visit and words with a later day in; whether they tell that those of it went on, or were on it still, out."""

import re
from functools import cache

from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import did
from dashboard.extract.lasting import LONGEST_QUOTE, OVER
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import within
from dashboard.extract.text import Report
from dashboard.extract.told import LATER, Part, Told

ENDS_ZH = re.compile("(?:上午|下午|傍晚|晚)?(?:全部|圆满|正式)?(?:结束|收官)")  # 7月9日傍晚结束全部巡诊
A_NEW_ONE = re.compile(r"\bset (?:out|off) again\b|\ba (?:second|separate) (?:trip|visit|tour)\b")
SEPARATELY = re.compile(  # `Her deputy took another road. On Tuesday she visited`
    r"\b(?:took|taking) another (?:road|route|way|direction)\b|"
    r"\b[Mm]eanwhile\b|\b(?:[Ss]eparately),|\ba second (?:group|team|party)\b"
)
A_LEG = re.compile(r"\b(?:leg|stage|stop|part) of (?:the|their|his|her|its|our) (?:trip|tour|visit|journey)\b")
THEY = re.compile(r"\b(?:where|it|they|we|he|she|the (?:group|team|delegation|party|guests|visitors))\b(?! of\b)")
THEY_HAD = re.compile(r"\b(?:they|he|she|we|the (?:group|team|delegation|party|guests|visitors)) had\b")
THE_PARTY = re.compile(r"(?<!where )\b(?:[Tt]he (?:group|team|delegation|party|guests|visitors)|[Ww]e|[Tt]hey)\b(?! of\b)")
IT_ENDED = re.compile(r"\b(?:ended|finished|concluded|closed)\b")
MOVED_ON = re.compile(r"\b(?:moved|went|travel+ed|drove|continued) on to\b|\b(?:proceeded|continued) to\b")
A_GROUP = re.compile(  # `On Friday a study group from Wuhai came`, `On Friday officials of the bureau walked`
    r"(?:^|, |day |\d )(?:an? (?:[\w’'-]+ ){0,3}(?:group|team|delegation|party|mission)|"
    r"(?:[a-z]+ )?(?:officials|experts|members|deputies|volunteers) (?:of|from))\b"
)
THE_SAME = re.compile(r"\b[Tt]he same (?:group|party|team|delegation|guests|visitors|volunteers|doctors)\b")
A_TRIP = re.compile(r"\b(?:trip|journey|tour|expedition|travel diary)\b", re.IGNORECASE)
CAME_HOME = re.compile(r"\b(?:returned|came (?:home|back)|got back)\b[^.;]*$")  # `on Saturday after six days of work`
HAD_OPENED = re.compile(r" (?:had )?(?:opened|began|begun|started|convened|got under way)\b")
LONGEST_HEAD = 40  # signs behind the day of an entry: of a name of a place, or of a kind of event
LONGEST_SUBJECT = 80  # signs of a sentence
LONGEST_BREAK, LONGEST_WAY = 3, 6  # days within one visit, and where they are told to have moved on
LONGEST_TRIP = 14  # days, up to the one on which they came home


@cache
def went_on() -> re.Pattern[str]:
    """`On Thursday they drove to`, `On the 15th the Consul General continued`: those of the visit told before."""
    those = f"{either('those_en')}|{either('groups_en')}|{either('posts_en')}"
    those = rf"they|he|she|we|the (?:same )?(?:{those})|the [A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){{0,4}}"
    return re.compile(
        r"\b(?:(?:went|carried|moved|drove|travel+ed|pressed) on(?! (?:[A-Z][a-z]+day|the \d|\d|foot))|continued|proceeded|"
        r"then (?:went|drove|flew|visited|travel+ed))\b|"
        rf",? \b(?:{those}|(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z]\w+) (?:{did()}|had an? (?:\w+ )?look|(?:was|"
        rf"were) (?:(?:back )?in|guests of|shown|taken|led|"
        rf"received|welcomed|driven))\b|"
        rf"\b(?:team|group|delegation|committee|panel) members {did()}\b|"
        r" and on (?:the )?[\w-]+ to (?:an?|the) |"  # `were taken on the 20th to a farm, and on the 21st to a plant`
        r"\b[Ii]t (?:turned|moved|rolled|crossed|drove|went|continued|arrived|reached|called)\b"
    )


def goes_on(event: Told, part: Part, text: str) -> bool:
    """Whether those of the visit told last are told to have gone on, a day or a few later."""
    if event.kind != "visit" or not event.date or not part.own or part.own.end - event.date.start > LONGEST_QUOTE:
        return False
    if SEPARATELY.search(text, event.parts[-1].start, part.end) or A_NEW_ONE.search(text, part.start, part.end):
        return False
    last, day = event.date.value.end, part.own.value.start
    most = LONGEST_WAY if MOVED_ON.search(text, part.start, part.end) else LONGEST_BREAK
    soon = bool(last and day) and 0 < (day - last).days <= most and not it_ended(event, text)
    on = (
        (part.leads and (not part.newcomers or MOVED_ON.search(text, part.start, part.end)))
        or was_told_of(event, part)
        or ENDS_ZH.match(text, part.own.end)
    )
    return soon and bool(on) and (part.entry in (None, event.parts[-1].entry) or is_a_leg(event, part, text))


def is_a_leg(event: Told, part: Part, text: str) -> bool:
    """Whether an entry of its own tells of the visit of an entry before: `Friday, June 13: Baotou. The party walked through`."""
    if of_a_trip(text) or THE_SAME.search(text, part.start, part.end):
        return True
    they = event.date_from == LATER or THE_PARTY.search(text, part.start, part.trigger.start)  # told before its first entry
    return bool(they) and part.start - part.entry.end < LONGEST_HEAD


def newcomers(part: Part, told: list[Told], marks: Marks, report: Report) -> bool:
    """Whether who visits is nobody whom the visit before has: `On Friday her deputy Li Ming went`."""
    text, went = report.text, min(part.trigger.start, part.start + LONGEST_SUBJECT)
    before = [e for e in told if e.kind == "visit"]
    if not before or A_GROUP.search(text, part.start, went):
        return bool(before)
    who = within(marks.people, part.start, went)
    if who and THEY.search(text, part.start, who[0].start):  # `On Friday it went to the ditches, and Li Ming joined the team`
        return False
    led = {m.value.name for p in before[-1].parts for m in within(marks.people, p.start, p.end)}
    return bool(led and who) and led.isdisjoint(m.value.name for m in who)


def of_a_trip(text: str) -> bool:
    """`Six days, three banners: our autumn trip to Alxa`: the entries of such a report are legs of it."""
    return bool(A_TRIP.search(text, 0, max(text.find("\n"), 0)))


def it_ended(event: Told, text: str) -> bool:
    """Whether the report has told when those of the visit were back: `began on Wednesday, and ended on Friday`."""
    return bool(event.kind == "visit" and IT_ENDED.search(text, event.date.start, event.date.end))


def goes_back(event: Told, part: Part, text: str) -> bool:
    """`A day earlier, on the first leg of the trip, the group had been to Dengkou County`, or when what ended had begun."""
    if not (event.date and event.date.value.start and part.own and part.own.value.end):
        return False
    days = (event.date.value.start - part.own.value.start).days
    if event.kind == "meeting":  # `concluded its session on Thursday. The session had opened on Wednesday`
        over = OVER.search(text, max(0, event.date.start - LONGEST_SUBJECT), event.date.start)
        return 0 < days <= LONGEST_TRIP and bool(over and HAD_OPENED.match(text, part.trigger.end))
    if CAME_HOME.search(text, event.parts[0].start, event.date.start):  # `returned on Friday from a trip. On Monday it was in`
        return 0 < days <= LONGEST_TRIP and event.date.value.precision == "day"
    soon = part.leads and 0 < (event.date.value.start - part.own.value.end).days <= LONGEST_BREAK
    had = part.own.rule in ("next", "later", "days") and THEY_HAD.search(text, part.start, part.end)
    return soon and part.own.start > event.date.end and bool(had or A_LEG.search(text, part.start, part.end))


def was_told_of(event: Told, part: Part) -> bool:
    """Whether a visit was told to be of several areas, and those of a part are among them."""
    areas = event.parts[0].at
    return len(areas) > 1 and bool(part.at) and part.at <= areas
