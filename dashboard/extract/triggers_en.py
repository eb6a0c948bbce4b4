"""An English sentence in, the meeting and the visit it tells of out."""

import re
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention
from dashboard.extract.trigger import trigger

AT_A = re.compile(r"\b(?:at|during|after|of) an? (?:[\w’'-]+ ){0,5}$")  # who spoke at a meeting says that it was held
AT_WHERE = re.compile(r" (?:held )?(?:in|on|at) (?:the |a )?(?:[a-z]+ )*[A-Z]")
THERE_WAS = re.compile(r"\b(?:was|were) (?:an? |the )?(?:[\w’'-]+ ){0,5}$")
BODY = re.compile(r"(?:Consultative|National|People['’]s|Party|Political) $")
WAS_HELD = re.compile(
    r"[^,.;]{0,60}? (?:opened|opens|was held|were held|kicked off|concluded|closed|began|took place|got under way)\b"
)
NO_MEETING = re.compile(r" (?:rooms?|halls?|minutes|centres?|centers?|place|point)\b")
COMING = re.compile(r",? (?:which )?(?:will|would|is to|are to|is scheduled|is due|is expected|scheduled for|planned for|next)\b")
VISIT = (
    r"(?:visits?|tours?|surveys?|inspections?|trips?|excursions?|field ?work|field stud(?:y|ies)|investigations?|research|"
    r"fact-finding|spot checks?|expeditions?|patrols?)"
)
MADE = re.compile(  # `made a four-day working visit`, `after an inspection`
    r"\b(?:ma[dk]es?|making|paid|paying|carr(?:ied|y|ying) out|conduct(?:ed|ing|s)?|began|starts?|started|undert(?:ook|aking)|"
    r"complet(?:ed|es|ing)|conclud(?:ed|es|ing)|finish(?:ed|es|ing)|wrapped up|went on|(?:set|sets) (?:off|out) on|embarked on|"
    r"on|led|leading|organi[sz]ed|arranged|joined|during|after) (?:an?|its|his|her|their|several|many|two|three|four)? ?"
    rf"(?:(?!of\b|to\b|in\b|on\b|at\b|and\b)[\w’'/-]+ ){{0,5}}?\b{VISIT}\b(?!['’]| (?:report|plan|group|team|room|institute)s?\b)"
)
REFERS = re.compile(rf"\b(?:the|this|his|her|their|such) (?:\w+ )?{VISIT}\b", re.IGNORECASE)
DURING = re.compile(r"join(?:ed|s) (?:the |a )?$")
OF_ANOTHER = re.compile(  # `the spirit of Xi’s inspection of`, `the 3rd anniversary of the visit to`
    r"(?:anniversary of|spirit of|important (?:speech|instructions))[^,.;]{0,60}(?:visit|inspection|tour|trip)(?: to| of| in)?$|"
    r"\b[A-Z][\w-]+['’]s (?:\w+ ){0,2}(?:visit|inspection|tour|trip)(?: to| of| in)$"
)
ON_HIS = re.compile(r"\b(?:[Oo]n|[Dd]uring|[Aa]fter) (?:his|her|their|its) (?:\w+ )?(?:visit|trip|tour|stay)(?: to| of| in)?$")
A_DAY = re.compile(r"\d|day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
TO_A_PLACE, AT_A_PLACE = r"(?=[^.;]{0,60}?\b[A-Z])", r"(?=[^.;]{0,80}?\b(?:in|at|of|to) (?:the )?[A-Z])"
LED = re.compile(  # `led a research team to Bairin Left Banner`
    rf"\b(?:led|leading|headed|heading|took|brought|accompanied|sent) (?:[\w’'-]+ ){{1,6}}?to {TO_A_PLACE}"
)
WENT = re.compile(  # a way, or a look, says little without a place
    r"\b(?:went|came|drove|rode|flew|walked|hiked|travel+ed|journeyed|moved|headed|returned|proceeded|continued|had driven|"
    r"(?:was|were) taken|took [^,.]{3,60}?)(?: on| out| back| down| up| deep)? "
    rf"(?:to|into|through|across|along|around|round) (?!operation|effect|production|service|force|use|law){TO_A_PLACE}|"
    r"\b(?:looked (?:at|around|over|in on)|stopped (?:at|by|in|off)|called (?:in )?(?:at|on)|dropped in (?:at|on)|"
    r"checked(?: on)?|examined|observed|studied|reviewed|saw|watched|(?:was|were) shown(?: a?round)?) "
    rf"{AT_A_PLACE}"
)
WHILE = re.compile(r"\b(?:during|while|at the end of|in the course of|on the sidelines of|at an?|at the) ")
SEEING = re.compile(
    r"(?:^|[Ww]hile |[Ww]hen |[Aa]fter |\b(?:is|are|was|were) )(?:[Vv]isiting|[Ii]nspecting|[Tt]ouring)\b|"
    r"\b(?:visits|inspects|tours) (?:an?|the|[A-Z])"  # under a picture
)
STOP_WAS = re.compile(r"\b(?P<saw>(?:first|second|next|last|final|other) stops? (?:was|were|included))\b")
WENT_ON = re.compile(
    r"\b(?:tour|trip|visit|inspection|programme|program|journey|leg) "
    r"(?P<went>(?:then )?(?:started|began|continued|ended|concluded|took|moved on))\b"
)
WHO = (
    "he|she|it|they|the (?:team|delegation|group|party|visitors|guests|members|inspectors|experts|officials|delegates|"
    "participants)|the [A-Z][a-z]+"
)
ON_THE_WAY = re.compile(
    rf"(?:In|At) [^,.]*[A-Z][^,.]*?,? (?P<they>{WHO}) [a-z]+\b|"
    r"(?:In|At|On) [^,.]*[A-Z][^,.]*?,? (?:[\w’'-]+ ){1,6}?"
    r"(?P<saw>looked at|walked|saw|asked|talked|called at|stopped at|learned|was shown|were shown|checked|listened|went|heard|"
    r"visited|inspected|chatted|observed|entered|watched)\b"
)


@cache
def met() -> re.Pattern[str]:
    """`met in Jining`, `met wool buyers`."""
    return re.compile(
        r"\b(?:met (?:in|at|with|on|around|here)|sat down (?:in|at|with)|gathered (?:in|at|for)|held talks|exchanged views with|"
        rf"met (?:[\w’'-]+ ){{0,3}}{either('groups_en')})\b"
    )


@cache
def meetings() -> re.Pattern[str]:
    return re.compile(rf"\b{either('meetings_en')}\b", re.IGNORECASE)


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
        body = a_body or BODY.search(words, max(0, m.start() - 20), m.start())
        if body or NO_MEETING.match(words, m.end()) or planned(words, m.start()) or COMING.match(words, m.end()):
            continue
        opens = (
            held().search(words, max(0, m.start() - 60), m.end() + 220)
            or (AT_A.search(words, 0, m.start()) and AT_WHERE.match(words, m.end()))
            or THERE_WAS.search(words, 0, m.start())
        )
        return trigger(m, "meeting", "opens" if opens else "refers")
    return None


def visit(words: str) -> Mention[Kind] | None:
    told = (m for found in (pattern("visits_en"), MADE, LED, WENT, SEEING) for m in found.finditer(words))
    for m in sorted(told, key=lambda m: m.start()):
        if planned(words, m.start()) or DURING.search(words, 0, m.start()):
            continue
        again = OF_ANOTHER.search(words, 0, m.end()) or (ON_HIS.search(words, 0, m.end()) and not A_DAY.search(words))
        return trigger(m, "visit", "refers" if again else "opens")
    m = STOP_WAS.search(words) or WENT_ON.search(words) or ON_THE_WAY.match(words)
    if m and not planned(words, m.start()):
        return trigger(m, "visit", "goes on", m.lastgroup)
    if (m := REFERS.search(words)) and not planned(words, m.start()):
        return trigger(m, "visit", "refers")
    return None
