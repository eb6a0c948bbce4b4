"""An English sentence in, the meeting and the visit it tells of out."""

import re
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.date_grammar import MONTH_EN
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention
from dashboard.extract.trigger import trigger

TRIP_TO = re.compile(
    r"\W{1,3}(?:[\w’'-]+ ){0,4}?(?P<trip>(?i:delegation|trip|visit|tour|excursion|mission|field day))\b (?:to|of|in|"
    r"around) (?:the )?(?=[A-Z])"
)
HELD_THEN = re.compile(r"\W{1,3}[^.;]{4,80}?, (?P<held>held) (?:in|at|by|on)\b")
OF_WHOM = re.compile(r"\b(?:who|which|that) (?:then |later |since )?$")  # `the deputy, who moved to Shenyang`
OF_GOODS = re.compile(r"\b(?:trains?|trucks?|wagons?|goods|river|road|railway|line|snow|exports?|flights?|parcels?)(?: \w+)?\s$")
NO_VISIT = re.compile(
    r"\b(?:report(?:ed|s)?|based|rest(?:ed|s)|drew|draws) on an? [^.;]{0,40}$|\bduring (?:the |its )?spot checks$|"
    r"\bbusiness trip$"
)
AT_A = re.compile(r"\b(?:at|during|after|of) an? (?:[\w’'-]+ ){0,5}$")  # who spoke at a meeting says that it was held
AT_WHERE = re.compile(r" (?:held )?(?:in|on|at) (?:the |a )?(?:[a-z]+ )*[A-Z]")
FOR_A = re.compile(r"\b(?:for|into) (?:our|an?|the|its|their) (?!next)(?:[\w’'-]+ ){0,4}$")  # `sat down for our roundtable`
IT_WAS_HELD = re.compile(
    r"\b(?:It|Another|[Vv]enues?) (?P<held>(?:was|were) (?:held|set|convened|at|in|hosted))\b|^It (?P<place>took place)\b|"
    r"^(?P<then>Held) (?:on|in|at)\b"
)
THERE_WAS = re.compile(r"\b(?:was|were) (?:an? |the )?(?:[\w’'-]+ ){0,5}$")
BODY = re.compile(r"(?:Consultative|National|[Pp]eople['’]s|Party|Political) $")
WAS_HELD = re.compile(
    r"[^,.;]{0,60}? (?:opened|opens|was held|were held|kicked off|concluded|closed|began|took place|got under way)\b"
)
DEPUTIES_TO = re.compile(r"\b(?:to|of) the (?:[a-z]+ ){0,2}$")  # `deputies to the county congress`
NO_MEETING = re.compile(r" (?:rooms?|halls?|minutes|centres?|centers?|place|point)\b")
OFF = re.compile(r"[^.;]{0,80}?\b(?:(?:was|were|has been|had been|is) (?:postponed|cancel+ed|called off|put off|moved to))\b")
COMING = re.compile(
    r"(?:, [^,.;]{2,40},)?,? (?:which )?(?:will|would|is to|are to|is scheduled|is due|is expected|scheduled for|"
    r"planned for|next)\b"
)
VISIT = (
    r"(?:visits?|tours?|surveys?|inspections?|trips?|excursions?|field ?work|field stud(?:y|ies)|investigations?|research|"
    r"fact-finding|stays?|spot checks?|expeditions?|patrols?)"
)
MADE = re.compile(  # `made a four-day working visit`, `after an inspection`
    r"\b(?:ma[dk]es?|making|paid|paying|carr(?:ied|y|ying) out|conduct(?:ed|ing|s)?|began|starts?|started|undert(?:ook|aking)|"
    r"complet(?:ed|es|ing)|conclud(?:ed|es|ing)|ended|finish(?:ed|es|ing)|wrapped up|wound up|rounded off|went on|(?:set|"
    r"sets) (?:off|out) on|"
    r"embarked on|"
    r"on(?! the)|led|leading|organi[sz]ed|arranged|joined|during|after) (?:an?|its|his|her|their|several|many|two|three|four)? ?"
    rf"(?:(?!of\b|to\b|in\b|on\b|at\b|and\b)[\w’'/-]+ ){{0,5}}?\b{VISIT}\b(?!['’]| (?:report|plan|group|team|room|"
    rf"institute)s?\b| (?:a|per|every|each) (?:day|week|month|year)\b)"
)
TOOK_PLACE = re.compile(
    r"\b(?:team|group|delegation|party|mission)\b[^.;]{0,90}? (?:was|were) (?:back )?in (?=[A-Z])|"
    rf"\b(?:{VISIT}|field (?:school|course)) (?:took place|was made|was carried out|ran)\b"
)
REFERS = re.compile(rf"\b(?:the|this|his|her|their|such) (?:\w+ )?{VISIT}\b", re.IGNORECASE)
DURING = re.compile(r"join(?:ed|s) (?:the |a )?$")
OF_ANOTHER = re.compile(  # `the spirit of Xi’s inspection of`, `the 3rd anniversary of the visit to`
    r"(?:anniversary of|spirit of|important (?:speech|instructions))[^,.;]{0,60}(?:visit|inspection|tour|trip)(?: to| of| in)?$|"
    r"\b[A-Z][\w-]+['’]s (?:\w+ ){0,2}(?:visit|inspection|tour|trip)(?: to| of| in)$"
)
TO_BE = re.compile(
    r"[^.;]{0,80}?\b(?:is|are|was|were) (?:also )?(?:planned|scheduled|expected|foreseen|due|to be|to take place)\b"
)
ON_HIS = re.compile(r"\b(?:[Oo]n|[Dd]uring|[Aa]fter) (?:his|her|their|its) (?:\w+ )?(?:visit|trip|tour|stay)(?: to| of| in)?$")
A_DAY = re.compile(rf"\d|day\b|\b(?:{MONTH_EN})\b")
CAPITAL = rf"(?!(?:{MONTH_EN})\b)[A-Z]"
TO_A_PLACE, AT_A_PLACE = rf"(?=[^.;]{{0,100}}?\b{CAPITAL})", rf"(?=[^.;]{{0,80}}?\b(?:in|at|of|to) (?:the )?{CAPITAL})"
HERE = r"(?:our|the) (?:city|county|banner|league|district|university|school|college|hospital|company)\b"
ORGANIZED = re.compile(rf"\borgani[sz]ed [^.;]{{2,120}}? to (?:go to|visit|inspect|tour|study in) {TO_A_PLACE}")
LED = re.compile(  # `led a research team to Bairin Left Banner`
    rf"\b(?:led|leading|headed|heading|took|taken|brought|accompanied|sent|followed|guided) (?!by\b)(?:[^.;]{{2,160}}?)(?<![ ,])"
    rf" (?:deep )?(?:to|into|through|around|along|across) (?:{HERE}|{TO_A_PLACE})"
)
WENT = re.compile(  # a way, or a look, says little without a place
    r"\b(?:went|came|had come|drove|rode|flew|walked|hiked|travel+ed|journeyed|moved|headed|"
    r"returned(?! to (?:campus|school|Beijing|the capital))|proceeded|continued|had driven|"
    r"carried on|(?:was|were) (?:taken|driven|flown|bussed|led|brought)|took [^,.]{3,60}?)"
    r"(?: on| out| back| down| up| over| deep)?(?: first| next| then| straight| directly| (?:north|south|east|west)\w*)?"
    r"(?: with [^,.;]{3,60}?| by [a-z ]{2,20}?)? "
    rf"(?:to|into|for|over|through|across|along|around|round) (?!(?:full |partial )?operation|effect|production|service|"
    rf"force|use|law)"
    rf"(?:{HERE}|{TO_A_PLACE})|"
    r"\b(?:looked (?:at|around|over|in on)|stopped (?:at|by|in|off)|called (?:in )?(?:at|on)|dropped in (?:at|on)|"
    r"checked(?: on)?|examined|observed|studied|reviewed|saw|watched|(?:was|were) shown(?: a?round)?) "
    rf"{AT_A_PLACE}"
)
A_MEETING_DID = re.compile(r"\b(?:meeting|discussion|forum|seminar|session|committee|conference|It)\b", re.IGNORECASE)
WHILE = re.compile(
    r"\b(?:after an?|during|while|when (?:he|she|they)|as (?:he|she|they)|at the end of|in the course of|"
    r"on the sidelines of|at an?|at the|as an?|as the) "
)
SEEING = re.compile(
    r"(?:^|[Ww]hile |[Ww]hen |[Aa]fter |\b(?:is|are|was|were) )(?:[Vv]isiting|[Ii]nspecting|[Tt]ouring|[Cc]alling (?:at|"
    r"on)|[Ss]topping (?:at|in|by))\b|"
    r"\b(?:visits|inspects|tours) (?:an?|the|[A-Z])"  # under a picture
)
FIRST_STOP = re.compile(r"\b[Ff]irst stop was\b")
STOP_WAS = re.compile(
    r"\b(?P<met>(?:was|were) (?:welcomed|received|met|greeted)) (?:in|at) (?=[A-Z])|\ba (?P<made>stop was made)\b|"
    r"\b(?P<saw>(?:first|second|next|last|final|other) stops?(?:, [^,.]{3,30},)? (?:was|were|included))\b"
)
WENT_ON = re.compile(
    r"\b(?:tour|trip|visit|inspection|survey|programme|program|journey|leg) "
    r"(?P<went>(?:then )?(?:started|opened|began|continued|ended|concluded|took|moved on))\b|"
    r"^It (?P<it>(?:then )?(?:started|began|continued|ended|concluded|moved on) (?:in|at|to))\b"
)
SPENT = re.compile(
    r"\b(?P<spent>(?:was|were) spent) (?:in|at|on)\b|\b(?:[Ww]e|[Tt]hey|[Hh]e|[Ss]he|team|group|party|mission|"
    r"delegation) (?P<were>was|were) in (?=[A-Z])|"
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Dd]ay(?: one| two| three)?|morning|afternoon|"
    r"evening) (?P<belonged>(?:belonged|was devoted|was given(?: over)?|was set aside) to|took (?:us|them|him|her|"
    r"the [a-z]+) to)\b|"
    r"\b(?P<stay>spent) [^.;]{0,60}?\b(?:in|at|among|with|"
    r"on the road|checking|visiting|touring|travel+ing|looking|inspecting) "
)


NAMED_VISIT = re.compile(rf"\b(?:[Ss]ite |[Ff]ield |[Pp]lant |[Oo]n-site )?{VISIT}\b", re.IGNORECASE)


@cache
def met() -> re.Pattern[str]:
    """`met in Jining`, `met wool buyers`."""
    return re.compile(
        r"\b(?:met (?:in|at|with|on|around|here)|met (?:(?!who|which)[\w’'.-]+,? ){0,8}?(?:Vice[- ])?(?:Chair\w+|Governor|"
        r"Minister|Mayor)\b|sat down (?:in|at|with|to)|(?:gathered|came together|convened) (?:in|at|for)|held talks|"
        rf"met (?:[\w’'-]+ ){{0,3}}{either('groups_en')})\b"
    )


@cache
def met_them() -> re.Pattern[str]:
    return re.compile(rf"met (?:[\w’'-]+ ){{0,3}}{either('groups_en')}")


@cache
def whichever() -> re.Pattern[str]:
    """What was held, whatever it is called."""
    no_meeting = rf"(?!{either('no_meetings_en')}\b)"
    return re.compile(
        rf"(?:^|(?<=[,;–—-] )|(?<=that ))(?:[Tt]he|[Oo]ur|[Aa]n?|"
        rf"[Ii]ts) (?:{no_meeting}[\w’'-]+ ){{0,5}}?{no_meeting}(?P<what>[a-z]+) "
        r"(?:took place|was held|were held) (?:in|at|on) "
    )


@cache
def meetings() -> re.Pattern[str]:
    return re.compile(rf"\b{either('meetings_en')}\b", re.IGNORECASE)


def nouns() -> dict[Kind, re.Pattern[str]]:
    return {"visit": NAMED_VISIT, "meeting": meetings()}


@cache
def to_meet() -> re.Pattern[str]:
    """`came to the library for a one-day workshop` tells of the workshop."""
    return re.compile(rf"[^.;]{{0,80}}? for (?:an?|the|our|its|their) (?:[\w’'-]+ ){{0,3}}{either('meetings_en')}\b")


@cache
def on_the_way() -> re.Pattern[str]:
    """`In Kailu County, he looked at seed.`"""
    those = f"team|delegation|party|{either('groups_en')}|(?:vice-|deputy )?{either('posts_en')}"
    who = f"he|she|it|they|we|the (?:{those})|the [A-Z][a-z]+"
    return re.compile(
        rf"(?:In|At) [^,.]*?[A-Z][^,.]*?,? (?P<they>{who}) [a-z]+\b|(?:In|At) [^,.]*?[A-Z][^,.]*, (?P<he>[A-Z][a-z]+) [a-z]+ed\b|"
        r"(?:[A-Z][a-z ]{3,40}, )?(?:[Ii]n|[Aa]t|On) [^,.]*?[A-Z][^,.]*?,? (?:[\w’'-]+ ){1,6}?"
        r"(?P<saw>looked at|walked|saw|asked|talked|called at|stopped at|learned|was shown|were shown|checked|listened|went|"
        r"heard|visited|inspected|chatted|observed|entered|watched|met (?:us|them|him|her)|received|showed|welcomed|guided|led)\b"
    )


@cache
def held() -> re.Pattern[str]:
    return re.compile(rf"\b{either('held_en')}\b")


def planned(words: str, at: int) -> bool:
    """Whether what stands before it in its sentence says that it has not happened."""
    on_it = [m.end() for m in WHILE.finditer(words, 0, at)]  # `has called for more trees during an inspection of Chifeng`
    return bool(pattern("planned_en").search(words, on_it[-1] if on_it else 0, at))


def meeting(words: str) -> Mention[Kind] | None:
    if (m := met().search(words)) and not planned(words, m.start()):
        return trigger(m, "meeting", "opens")
    for m in meetings().finditer(words):
        a_body = m[0] in ("Congress", "Conference", "Assembly") and not WAS_HELD.match(words, m.end())
        a_body = a_body or (m[0] == "congress" and DEPUTIES_TO.search(words, 0, m.start()))
        body = a_body or BODY.search(words, max(0, m.start() - 20), m.start())
        if body or planned(words, m.start()) or any(no.match(words, m.end()) for no in (NO_MEETING, COMING, OFF)):
            continue
        of_a_factory = m[0] == "workshop" and AT_A.search(words, 0, m.start())
        opens = held().search(words, max(0, m.start() - 60), m.end() + 220) or (
            not of_a_factory
            and (
                (AT_A.search(words, 0, m.start()) and AT_WHERE.match(words, m.end()))
                or THERE_WAS.search(words, 0, m.start())
                or (FOR_A.search(words, 0, m.start()) and A_DAY.search(words))
            )
        )
        if of_a_factory and not opens:
            continue
        return trigger(m, "meeting", "opens" if opens else "refers")
    if (m := whichever().search(words)) and not planned(words, m.start()):
        return trigger(m, "meeting", "opens", "what")
    if m := IT_WAS_HELD.search(words):
        return trigger(m, "meeting", "goes on", m.lastgroup)
    return None


def visit(words: str) -> Mention[Kind] | None:
    told = (m for found in (pattern("visits_en"), MADE, LED, WENT, SEEING, TOOK_PLACE, ORGANIZED) for m in found.finditer(words))
    for m in sorted(told, key=lambda m: m.start()):
        if planned(words, m.start()) or TO_BE.match(words, m.end()) or DURING.search(words, 0, m.start()):
            continue
        if m[0].startswith(("brought", "drew")) and A_MEETING_DID.search(words, 0, m.start()):
            continue
        if m[0].split()[0] in ("examined", "reviewed", "studied") and A_MEETING_DID.search(words, 0, m.start()):
            continue
        if NO_VISIT.search(words, 0, m.end()):
            continue
        before = words[: m.start()].endswith(("had ", "has ", "have "))
        if (
            (m.re is WENT and (before or OF_WHOM.search(words, 0, m.start())))
            or to_meet().match(words, m.end())
            or OF_GOODS.search(words, 0, m.start())
        ):
            continue
        again = OF_ANOTHER.search(words, 0, m.end()) or (
            (before or ON_HIS.search(words, 0, m.end())) and not A_DAY.search(words)  # `who has visited the league`
        )
        return trigger(m, "visit", "refers" if again else "opens")
    if (m := FIRST_STOP.search(words)) and not planned(words, m.start()):
        return trigger(m, "visit", "opens")
    m = STOP_WAS.search(words) or SPENT.search(words) or WENT_ON.search(words) or on_the_way().match(words)
    if m and not planned(words, m.start()):
        return trigger(m, "visit", "goes on", m.lastgroup)
    if (m := REFERS.search(words)) and not planned(words, m.start()):
        return trigger(m, "visit", "refers")
    return None
