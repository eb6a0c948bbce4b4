"""An English sentence in, the visit that it tells of out."""

import re
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.date_grammar import A_DAY_EN, MONTH_EN
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention
from dashboard.extract.plans_en import CALLED_OFF, OFF, planned
from dashboard.extract.trigger import trigger
from dashboard.extract.ways_en import A_PAPER, CAPITAL, LED, TO_A_PLACE, VISIT, WAY_OUT, WAYS, guests

TRIP_TO = re.compile(
    r"\W{1,3}(?:[\w’'-]+ ){0,4}?(?P<trip>(?i:delegation|trip|visit|tour|excursion|mission|field day))\b (?:to|of|in|"
    r"around) (?:the )?(?=[A-Z])"
)
OF_WHOM = re.compile(r"\b(?:who|which|that) (?:then |later |since )?$")  # `the deputy, who moved to Shenyang`
OF_GOODS = re.compile(
    r"\b(?:prizes?|awards?|medals?|contracts?)\b[^.;,]{0,40}\s$|\b(?:"
    r"trains?|trucks?|wagons?|goods|river|road|railway|line|snow|exports?|flights?|parcels?)(?: \w+)?\s$"
)
NO_VISIT = re.compile(
    r"\b(?:report(?:ed|s)?|based|rest(?:ed|s)|drew|draws) on an? [^.;]{0,40}$|\bduring (?:the |its )?spot checks$|"
    r"\b(?:present(?:ed|s)|published|cited|quoted|read out) an? [^.;]{0,30}$|"
    r"\b(?:[Dd]iscussed|debated|talked (?:about|over)|agreed on|spoke (?:about|of|on)|rules (?:for|on)) [^.;]{0,90}"
    r"(?:inspection|survey) of$|"
    r"\bbusiness trip$|\b[Dd]eadline for (?:the |an? )?[^,.;]{0,20}$"
)
ROUND = (
    r"(?:rounds? of (?!talks|applause|discussion|consultation|negotiation|questions|interview|meeting|voting|fund|rain|snow|"
    r"test|vaccination|bids?|bargaining|drinks|cuts|sampling|grants|screening|toasts|tea|golf|matches)|walk-?about)"
)
MADE = re.compile(  # `made a four-day working visit`, `after an inspection`
    r"\b(?:ma[dk]es?|making|did|paid|paying|carr(?:ied|y|ying) out|conduct(?:ed|ing|s)?|began|starts?|started|"
    r"undert(?:ook|aking)|"
    r"complet(?:ed|es|ing)|conclud(?:ed|es|ing)|ended|finish(?:ed|es|ing)|wrapped up|wound up|rounded off|went on|(?:set|"
    r"sets) (?:off|out) on|"
    r"embarked on|"
    r"on(?! the)|led|leading|organi[sz]ed|arranged|joined|during|after) (?:an?|its|his|her|their|several|many|two|three|four)? ?"
    rf"(?:(?!(?:of|to|in|on|at|and)(?![\w-]))[\w’'/-]+ ){{0,5}}?\b(?:{VISIT}|{WAY_OUT}|checks?|mission(?= to)|{ROUND})\b(?!['’]|"
    rf" (?:report|plan|group|team|room|"
    rf"institute)s?\b| (?:a|per|every|each) (?:day|week|month|year)\b)"
)
TOOK_PLACE = re.compile(
    r"\b(?:team|group|delegation|party|mission)\b[^.;]{0,90}? (?:was|were) (?:back )?in (?=[A-Z]|the (?:banner|county|"
    r"city|league|district)\b)|"
    rf"\b(?:{VISIT}|{WAY_OUT}) (?:took place|was made|was carried out|ran)\b"
)
REFERS = re.compile(
    rf"\b(?:the|this|his|her|their|such) (?:\w+ ){{0,2}}{VISIT}\b|"
    r"\b(?:the|this) (?:course|camp|programme), which (?:ran|lasted)\b|"
    rf"\ban? (?:[a-z-]+ ){{0,2}}{VISIT} (?=of|to|on|in|at|around|along|through)|"
    rf"\w['’]s (?:[\w-]+ ){{0,2}}{VISIT} (?=through|in|around|across)",
    re.IGNORECASE,
)
ENTRY = re.compile(rf"(?:[\w’'-]+ ){{0,4}}{VISIT}(?=, [A-Z\d])")  # `Counting trip, September 19 to 21.`
DURING = re.compile(r"join(?:ed|s) (?:the |a )?$")
OF_ANOTHER = re.compile(  # `the spirit of Xi’s inspection of`, `the 3rd anniversary of the visit to`
    r"(?:anniversary of|spirit of|important (?:speech|instructions))[^,.;]{0,60}(?:visit|inspection|tour|trip)(?: to| of| in)?$|"
    r"\b[A-Z][\w-]+['’]s (?:\w+ ){0,2}(?:visit|inspection|tour|trip)(?: to| of| in)$"
)
OF_A_SPEECH = re.compile(  # `said doctors paid for their own fuel when they went to see patients`
    r"\b(?:said|complained|explained|reported|added) [^.;]{10,200}\b(?:when|where|whenever|if) (?:they|he|she|we|it) $"
)
TO_BE = re.compile(
    r"[^.;]{0,80}?\b(?:is|are|was|were) (?:also )?(?:planned|scheduled|fixed for|expected|foreseen|due|to be|to take place)\b|"
    r"[^.;]{0,40}?\bshould\b"
)
ON_HIS = re.compile(r"\b(?:[Oo]n|[Dd]uring|[Aa]fter) (?:his|her|their|its) (?:\w+ )?(?:visit|trip|tour|stay)(?: to| of| in)?$")
NOBODY = re.compile(  # `called on all banners to bring fodder`, `a meeting called on Wednesday`
    r" (?:[A-Z][a-z]+day\b|(?:the )?\d)|"
    rf" (?:{MONTH_EN})\b|"
    r" [^.;]{2,80} to (?!see|look|wish|offer|ask|thank|congratulate|hear|learn|talk|deliver|find|visit)[a-z]+\b"
)
HAD = re.compile(r"\b(?:had|has|have) (?:(?:since|also|now|just|already|then) )?$")
DATED = re.compile(r"\b(?:[Ee]ve of|(?:day|morning|afternoon|evening) before|earlier)\b")
ORGANIZED = re.compile(rf"\borgani[sz]ed [^.;]{{2,120}}? to (?:go to|visit|inspect|tour|study in) {TO_A_PLACE}")
A_MEETING_DID = re.compile(r"\b(?:meeting|discussion|forum|seminar|session|committee|conference|It)\b", re.IGNORECASE)
A_TEAM = re.compile(r"\b(?:team|group|delegation|party)\b")
SINCE = re.compile(r"[^,.;]{0,30}\bsince\b")
SEEING = re.compile(
    r"(?:^|[Ww]hile |[Ww]hen |[Aa]fter |\b(?:is|are|was|were) )(?:[Vv]isiting|[Ii]nspecting|[Tt]ouring|[Cc]alling (?:at|"
    r"on)|[Ss]topping (?:at|in|by))\b|"
    r"\b(?:visits|inspects|tours) (?:an?|the|[A-Z])"  # under a picture
)
WERE_OUT = re.compile(r"\b(?:was|were) out (?:with|on|among) (?=[a-z])")
STARTED = re.compile(
    r"\b(?:[Tt]hey|[Ww]e|[Hh]e|[Ss]he|[Tt]he [a-z]+)(?:, [^.;]{2,60},)? started (?:out )?(?:in|at|from) (?=[A-Z])"
)
FIRST_STOP = re.compile(r"\b[Ff]irst stop was\b")
STOP_WAS = re.compile(
    r"\b(?P<met>(?:was|were) (?:welcomed|received|met|greeted)) (?:in|at) (?=[A-Z])|\ba (?P<made>stop was made)\b|"
    r"\b(?P<saw>(?:first|second|next|last|final|other) stops?(?:, [^,.]{3,30},)? (?:was|were|included))\b"
)
WENT_ON = re.compile(
    r"\b(?:tour|trip|visit|inspection|survey|programme|program|journey|leg|round|outing|course|trek|patrol) "
    r"(?P<went>(?:then )?(?:started|opened|began|continued|ended|concluded|lasted|ran|took|moved on))\b|"
    r"^The work (?P<lasted>lasted) from\b|"
    r"^It (?P<it>(?:then )?(?:started|began|continued|ended|concluded|moved on) (?:in|at|to))\b"
)
SPENT = re.compile(
    r"\b(?P<spent>(?:was|were) spent) (?:in|at|on|among|with|around)\b|\b(?:(?:^On [\w ]{3,20},? it)|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|"
    r"It(?! was in [^.;]{2,60} that\b)|team|group|party|mission|"
    r"delegation) (?P<were>was|were) in (?=[A-Z])|"
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Dd]ay(?: one| two| three)?|morning|afternoon|"
    r"evening) (?P<belonged>(?:belonged|was devoted|was given(?: over)?|was set aside) to"
    r"(?! an? (?:[a-z]+ )?(?:symposium|meeting|seminar|forum|conference|hearing|discussion|session|workshop))"
    r"(?=[^.;,]{0,80} [A-Z])|"
    r"took (?:us|them|him|her|"
    r"the [a-z]+) to)\b|"
    r"\b(?P<stay>spent) [^.;]{0,60}?\b(?:in|at|among|with|"
    r"on the road|checking|visiting|touring|travel+ing|looking|inspecting) "
)
NAMED_VISIT = re.compile(rf"\b(?:[Ss]ite |[Ff]ield |[Pp]lant |[Oo]n-site )?{VISIT}\b", re.IGNORECASE)

LEFT_AND_BACK = re.compile(
    r"\b(?P<left>left|set out|set off|departed) on [^.;]{2,40}?,? and (?:returned|came (?:home|back)|got back|finished) on\b"
)
INVITED_TO = re.compile(r"\binvited [^.;]{3,90}? to (?P<see>visit|tour|see|inspect|look at|watch)\b")


@cache
def to_meet() -> re.Pattern[str]:
    """`came to the library for a one-day workshop` tells of the workshop."""
    return re.compile(rf"[^.;]{{0,80}}? for (?:an?|the|our|its|their) (?:[\w’'-]+ ){{0,3}}{either('meetings_en')}\b")


@cache
def into_a_meeting() -> re.Pattern[str]:
    """`sent their managers to` the briefing session."""
    return re.compile(rf" ?(?:an?|the|its|our|their) (?:[\w’'-]+ ){{0,4}}?{either('meetings_en')}\b")


@cache
def a_meeting() -> re.Pattern[str]:
    """`A reading salon brought 50 mothers to the library.`"""
    return re.compile(rf"\b{either('meetings_en')} $", re.IGNORECASE)


@cache
def on_the_way() -> re.Pattern[str]:
    """`In Kailu County, he looked at seed.`"""
    those = f"team|delegation|party|{either('groups_en')}|(?:vice-|deputy )?{either('posts_en')}"
    who = f"he|she|it|they|we|the (?:{those})|the [A-Z][a-z]+"
    return re.compile(
        rf"(?:On [A-Z][a-z]+day, in|In|At) [^,.;]*?{CAPITAL}[^,.;]*?,? (?P<they>{who}) [a-z]+\b|"
        rf"(?:In|At) [^,.;]*?{CAPITAL}[^,.;]*, (?P<he>[A-Z][a-z]+) [a-z]+ed\b|"
        r"(?:[A-Z][a-z ]{3,40}, )?(?:[Ii]n|[Aa]t|On) [^,.;]*?[A-Z][^,.;]*?,? (?:[\w’'-]+ ){1,6}?"
        r"(?P<saw>looked at|walked|saw|asked|talked|called at|stopped at|learned|was shown|were shown|checked|listened|went|"
        r"heard|visited|inspected|chatted|observed|entered|watched|met (?:us|them|him|her)|received|showed|welcomed|guided|led)\b"
    )


def of_something_else(m: re.Match[str], words: str) -> bool:
    """Whether words for a visit are of something else: what a meeting drew, goods on their way, a look at papers."""
    start, end, first = m.start(), m.end(), m[0].split()[0]
    if " not " in m[0]:  # `did not make the trip`
        return True
    if (
        DURING.search(words, 0, start)
        or TO_BE.match(words, end)
        or OFF.match(words, end)
        or NO_VISIT.search(words, 0, end)
        or to_meet().match(words, end)
    ):
        return True
    if first in ("brought", "drew", "examined", "reviewed", "studied") and A_MEETING_DID.search(words, 0, start):
        return not A_TEAM.search(words, 0, start)
    if first in ("brought", "drew") and a_meeting().search(words, 0, start):
        return True
    if m.re in WAYS and OF_A_SPEECH.search(words, 0, start):
        return True
    if words.endswith(" be ", 0, start):  # `asked that damage be surveyed`
        return True
    if first == "gone" and words.endswith(("was ", "were "), 0, start):  # `The list was gone through`
        return True
    if m[0] == "called on" and NOBODY.match(words, end):
        return True
    if m[0].endswith("through ") and A_PAPER.match(words, end):
        return True
    if (m.re in (LED, *WAYS) or "guest" in m[0]) and into_a_meeting().match(words, end):
        return True
    return (m.re in WAYS or m[0] == "arrived in") and bool(OF_GOODS.search(words, 0, start))


def long_before(m: re.Match[str], words: str) -> bool:
    """Whether words tell what had been before, without a day of it: `17 dormitories had been inspected since January`."""
    start, a_day = m.start(), A_DAY_EN.search(words)
    if words.endswith((" had been ", " has been ", " have been "), 0, start) and (SINCE.match(words, m.end()) or not a_day):
        return True
    if m.re in WAYS and (OF_WHOM.search(words, 0, start) or words.endswith(" once ", 0, start)):
        return True
    had = HAD.search(words, 0, start)
    return (m.re in WAYS and had and not DATED.search(words)) or (m[0].startswith("had gone") and not a_day)


def visit(words: str) -> Mention[Kind] | None:
    if CALLED_OFF.search(words):
        return None
    found = (pattern("visits_en"), MADE, LED, guests(), *WAYS, SEEING, TOOK_PLACE, ORGANIZED)
    for m in sorted((m for words_for in found for m in words_for.finditer(words)), key=lambda m: m.start()):
        if planned(words, m.start()) or of_something_else(m, words) or long_before(m, words):
            continue
        had = HAD.search(words, 0, m.start())
        again = OF_ANOTHER.search(words, 0, m.end()) or (
            (had or ON_HIS.search(words, 0, m.end())) and not A_DAY_EN.search(words)  # `who has visited the league`
        )
        return trigger(m, "visit", "refers" if again else "opens")
    if (m := FIRST_STOP.search(words) or STARTED.search(words) or WERE_OUT.search(words)) and not planned(words, m.start()):
        return trigger(m, "visit", "opens")
    if (m := INVITED_TO.search(words)) and A_DAY_EN.search(words) and not planned(words, m.start()):
        return trigger(m, "visit", "opens", "see")
    if m := LEFT_AND_BACK.search(words):
        return trigger(m, "visit", "opens", "left")
    m = STOP_WAS.search(words) or SPENT.search(words) or WENT_ON.search(words) or on_the_way().match(words)
    if m and not planned(words, m.start()):
        return trigger(m, "visit", "goes on", m.lastgroup)
    m = REFERS.search(words) or ENTRY.match(words)
    if m and not planned(words, m.start()) and not NO_VISIT.search(words, 0, m.end()) and not OFF.match(words, m.end()):
        return trigger(m, "visit", "refers")
    return None
