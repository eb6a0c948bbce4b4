"""The words that tell of an event in, its day out: one printed there, those up to which a visit went on, or one told before."""

import datetime as dt
import re
from dataclasses import replace

from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import OF_A_CLAUSE
from dashboard.extract.date_grammar import ENDED
from dashboard.extract.going_on import CAME_HOME, LONGEST_BREAK, went_on
from dashboard.extract.lasting import FIRST_TO_LAST, MOST, through
from dashboard.extract.mentions import Mention
from dashboard.extract.text import Report, in_quotes
from dashboard.extract.told import DEFAULT, EARLIER, NONE, Part, Told
from dashboard.extract.trigger import BY_WORDS
from dashboard.extract.when import COUNTED, When

OF_A_THING = re.compile(  # `saw ditches relined in October`, `the plant, which was restarted on 2 March`
    r"\b(?:(?<!to )which|that|since|founded|built|opened|completed|restarted|launched|published|issued|adopted|laid out|released|"
    r"(?<!and )finished|signed|set up|put into)\b[^.;]*$|\bwhere\b[^.;]*\bhad\b[^.;]*$|\bhad (?:\w+ ){1,3}(?:on |in )?$|"
    r"\b(?!visited|toured|inspected|surveyed|travel+ed|stayed|arrived|called|walked|looked|talked|continued|started|ended|concluded|"
    r"lasted|finished|returned)(?:[a-z]+ed|shown|seen|found|held) "
    r"(?:out |up |in |on )?$"
)

AFTER_WHAT = re.compile(  # `after a letter of 1 May`, `The committee, elected on 3 May, met`, `a meeting on the flood of 20 May`
    r"\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing|[Bb]efore) (?:[a-z]+ing|the|an?|its|his|her|their|[a-z]+s)\b[^.;]*$|\b[Ss]ince $|"
    r"\b(?:elected|founded|set up|established|formed|created|appointed|launched|issued|adopted|built)\b[^,.;]{0,30}$|"
    r", (?:hit|struck|[a-z]+ed) (?:by|in|on) [^,.;]{0,30}$|"
    r"(?<!morning )(?<!afternoon )(?<!evening )(?<!day )(?<!night )of $"
)
AND_THEN, NEXT_TO = re.compile(r"\band\b"), re.compile(r"[^,.;]{0,30}")
LEFT_ZH = re.compile("(?:上午|下午|傍晚|晚)?(?:离开|返程|返回|踏上归途)")  # `8月12日抵达西乌旗，14日离开`
DAY_AFTER = re.compile(  # `reviewed it on Wednesday, a day after an inspection of the shore`
    r"\b(?:a|one) day (?P<way>after|before) (?:an?|the|its|their|his|her) (?:[\w’'-]+ ){0,2}[\w’'-]+(?: of| to)? ?$"
)
TO_COME = re.compile(r"\b(?:would|will)\b[^.;]*$")  # `invited to the hearing, she said that she would call in February`
DEADLINE = re.compile(r"\b(?:by|until|till|before) (?:this |next )?$")  # `The meeting decided to have it done by Friday`
LONGEST_BEFORE = 80  # signs
OF_ITSELF = re.compile(
    r"\b(?:that|which) (?:had )?(?:(?:ended|concluded|began|begun|started|opened|ran from)\b[^,.;]{0,60}(?:[A-Z][a-z]+day, )?|"
    r"(?:led|took|taken|brought) [^,.;]{2,60} (?:to|through|into|around|across) [A-Z][^,.;]{2,60} (?:on |from )?)$"
)  # `a tour that ended on Friday`
OF_SOMEONE = re.compile(  # `talks with B. Ganzorig, who arrived on Wednesday`, `The meeting heard that the snow melted on`
    r"\bwho\b[^.;]*$|\b(?:heard|learned|noted|said|stressed|announced) that\b(?!,)[^.;]*$|"
    r"\b(?:which|that) (?:was|were|has|had) (?:been )?(?!held|convened|opened|organi[sz]ed|chaired|hosted|attended|"
    r"called)[a-z]+\b[^.;]*$|(?:说|表示|指出|强调|介绍|通报|要求)，[^。；]*$"
)
AFTER_IT = re.compile(
    r",? (?:after|from) (?:\w+ (?:days|weeks)|an? |its |their |his |her )(?![\s\S]{0,250}? (?:left|set out|departed) on )"
)
TO_ZH, UNTIL_ZH = re.compile("(?:上午|下午)?，?[又再]?(?:到|赶?赴|抵达?|前往|转赴|在)"), re.compile("直到|持续到|，到$")
AND_THERE = re.compile(
    r"\bended\b|\band spent\b|,? and, on $|,? and (?:[a-z]+ [a-z ]{2,40} )?(?:(?:in|at|to) )?(?:the )?[A-Z][^.;]{2,60}? (?:on|"
    r"from) (?:[A-Z][a-z]+day,? )?$"
)  # `Genhe on Monday and Oroqen on Tuesday`, `in Genhe from 1 to 3 May and in Oroqen from`


def day_of(part: Part, found: list[Mention[When]], text: str) -> Mention[When] | None:
    """The date of a part; of a visit up to the day on which, in the same sentence, they `went on to` another place."""
    visit = part.trigger.value == "visit"
    mine = [m for m in found if part.start <= m.start < part.end and m.value.precision in ("day", "range")]
    found = mine or found  # `examined A from September 8 to 11 and gave its findings at a meeting on September 12`
    if part.opens and part.trigger.basis != BY_WORDS:  # a sentence that is weighed is weighed with its day
        of_a_thing = OF_A_THING if visit else OF_SOMEONE
        at = part.trigger.end
        found = [m for m in found if OF_ITSELF.search(text, at, m.start) or not of_a_thing.search(text, at, m.start)]
        found = [m for m in found if not TO_COME.search(text, at, m.start)]
    if part.trigger.rule == "refers":
        found = [m for m in found if not DEADLINE.search(text, max(0, m.start - 20), m.start)]
    found = [m for m in found if not in_quotes(text, m.start)] or found
    found = [m for m in found if not (CAME_HOME.search(text, part.start, m.start) and AFTER_IT.match(text, m.end))]
    own = nearest(found, part.trigger, text)
    if part.trigger.basis == BY_WORDS:  # its word stands anywhere
        own = next((m for m in found if m.value.start), own)
    if own and own.value.start and visit and (m := DAY_AFTER.search(text, part.start, part.trigger.end)):
        day = own.value.start + dt.timedelta(-1 if m["way"] == "after" else 1)
        return replace(own, value=When(day, day, "day", own.value.year_basis), basis=COUNTED)
    return up_to(own, found, part, text) if own and own.value.end and visit else own


def up_to(own: Mention[When], found: list[Mention[When]], part: Part, text: str) -> Mention[When]:
    """The day of a visit, up to the last of those beside it in its sentence that are of it too."""
    if row := in_a_row(found, part.trigger, text):
        return row
    later = [m for m in found if m.start > max(own.end, part.trigger.end) and m.value.start]
    over = (m for m in later if ENDED.search(text, own.end, m.start) or LEFT_ZH.match(text, m.end))
    ended = [m for m in over if 0 <= (m.value.end - own.value.start).days <= MOST]
    if ended:  # `a trip that began in Kangbashi on Aug. 29 and ended in Hanggin on Sept. 2`
        return through(own, ended[-1])
    if own.rule == "nth" and later and later[-1].rule == "nth":  # `on the first day in A and on the second in B`
        return through(own, later[-1])
    later = [m for m in later if 0 < (m.value.start - own.value.end).days <= LONGEST_BREAK]
    on = later and (
        part.trigger.rule == "goes on"
        or went_on().search(text, own.end, later[-1].end + 40)
        or AND_THERE.search(text, own.end, later[-1].start)
    )
    return through(own, later[-1]) if on else own


def in_a_row(found: list[Mention[When]], trigger: Mention, text: str) -> Mention[When] | None:
    """`8月5日到满洲里市，6日到陈巴尔虎旗，就饲草实地调研`, `6月1日进驻，直到6月30日才撤点`."""
    days = [m for m in found if m.value.start and m.value.precision in ("day", "range")]
    before = [m for m in days if m.end <= trigger.start]
    row = days if all(TO_ZH.match(text, m.end) for m in days) else before
    if len(row) < 2 or text[trigger.start].isascii() or not row[0].value.start < row[-1].value.end:
        return None
    on = all(TO_ZH.match(text, m.end) for m in row[row[1].rule == "next" :]) or UNTIL_ZH.search(text, row[0].end, row[-1].start)
    return through(row[0], row[-1]) if on and (row[-1].value.end - row[0].value.start).days <= MOST else None


def nearest(found: list[Mention[When]], trigger: Mention, text: str) -> Mention[When] | None:
    """The last date before the trigger, else the first behind it; a day rather than a vague word, or one told as long past."""
    sure = [m for m in found if m.value.start] or [m for m in found if m.rule != "vague"] or found
    before, behind = [m for m in sure if m.end <= trigger.start], [m for m in sure if m.end > trigger.start]
    of_it = [m for m in behind if not AFTER_WHAT.search(text, max(0, m.start - LONGEST_BEFORE), m.start)] or behind
    beside = behind and trigger.value == "meeting" and NEXT_TO.fullmatch(text, trigger.end, behind[0].start)
    if before and beside and AND_THEN.search(text, before[-1].end, trigger.start):
        return behind[0]  # `opened its plant on 12 May and held its briefing the day after`
    if before and behind and AFTER_WHAT.search(text, max(0, before[-1].start - LONGEST_BEFORE), before[-1].start):
        return of_it[0]
    return before[-1] if before else next(iter(of_it), None)


def inherited(event: Told, dated: list[Told], marks: Marks, report: Report) -> tuple[Mention[When] | None, str]:
    """For an event without a date in its words: the last before it in its paragraph, else that of the event told before it."""
    at = event.parts[0].start
    found = [
        m
        for m in marks.dates
        if m.value.precision != "month" or not OF_A_CLAUSE.search(report.text, max(0, m.start - 200), m.start)
    ]
    found = [m for m in found if not in_quotes(report.text, m.start)] or found
    paragraph = report.text.rfind("\n\n", 0, at) + 1
    before = [m for m in found if m.end <= at]
    near = [m for m in before if m.start >= paragraph and m.rule != "vague"]
    if near:
        return near[-1], EARLIER
    only = {m.value for m in found if m.value.start}
    if len(only) == 1:
        return next(m for m in found if m.value.start), DEFAULT
    last = before[-1] if before else None
    told = [e.date for e in dated if e.date.value.start and e.parts[0].start < at and e.date.end <= at]
    within_it = told and last and last.start >= told[-1].start and last.value.precision == "day"
    if within_it and (told[-1].basis == FIRST_TO_LAST or told[-1].value.start <= last.value.start <= told[-1].value.end):
        return last, EARLIER  # `On Tuesday they toured the park. After lunch the city hosted a roundtable`
    if told or (before and only):
        return (told or before)[-1], EARLIER
    return None, NONE
