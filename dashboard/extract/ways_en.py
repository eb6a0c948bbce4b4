"""Patterns of English words for a way to somewhere and a look at something; `visits_en.py` makes visits of them."""

import re
from functools import cache

from dashboard.extract.date_grammar import MONTH_EN
from dashboard.extract.lexicon import either

VISIT = (
    r"(?:visits?|tours?|surveys?|inspections?|trips?|excursions?|field ?work|field stud(?:y|ies)|investigations?|research|"
    r"fact-finding|stays?|spot checks?|expeditions?|patrols?|field (?:course|school)s?)"
)
WAY_OUT = r"outings?|journeys?"  # of these, only those that someone made
CAPITAL = rf"(?!(?:{MONTH_EN}|[A-Z][a-z]+day)\b)[A-Z]"
TO_A_PLACE, AT_A_PLACE = rf"(?=[^.;]{{0,100}}?\b{CAPITAL})", rf"(?=[^.;]{{0,80}}?\b(?:in|at|of|to) (?:the )?{CAPITAL})"
HERE = r"(?:our|the) (?:city|county|banner|league|district|university|school|college|hospital|company|site|scene|spot)\b"
LED = re.compile(  # `led a research team to Bairin Left Banner`
    rf"\b(?:led|leading|headed|heading|took|taken|brought|accompanied|"
    r"sent(?! an? (?:[a-z]+ )?(?:message|letter|note|gift))|followed|guided) (?!by\b)(?:[^.;]{{2,160}}?)(?<![ ,])"
    rf" (?:deep )?(?:to|into|through|around|along|across) (?:{HERE}|{TO_A_PLACE})"
)
WENT = re.compile(  # a way says little without a place
    r"\b(?:went|came(?! to an? (?:close|end|head|halt|stop|standstill|conclusion|decision))|had come|had gone|"
    r"drove|rode|flew|walked|hiked|travel+ed|journeyed|moved|headed|"
    r"turned (?:north|south|east|west)|returned(?! to (?:campus|school|Beijing|the capital))|proceeded|continued|had driven|"
    r"carried on|(?:was|were) (?:taken|driven|flown|bussed|led|brought)|took (?!part|place|office|over|effect|up\b|note|"
    r"advantage|charge|care|(?:the|an|his|her|their) (?:oaths?|floor|seats?)\b)[^,.]{3,60}?)"
    r"(?: (?:some |about |over |nearly )?\d[\d,.]* (?:kilomet(?:re|er)s|km|miles))?"
    r"(?: on| out| back(?! to\b)| down| up| over| deep)?(?: first| next| then| straight| directly| (?:north|south|east|west)\w*)?"
    r"(?: with [^,.;]{3,60}?| by [\w. ]{2,30}?)? "
    rf"(?:to|into|for|over|through|across|along|around|round) (?!light|terms|an end|power|mind|a halt|"
    rf"(?:full |partial )?operation|effect|production|service|force|use|law)"
    rf"(?:{HERE}|{TO_A_PLACE})"
)
LOOKED = re.compile(  # nor does a look
    r"\b(?:looked (?:at|around|over|in on)|checked(?: on)?|examined|observed|studied|reviewed|saw|watched|"
    rf"(?:was|were) shown(?: a?round)?) {AT_A_PLACE}"
)
CALLED_IN = re.compile(
    r"\b(?:(?:was|were) out (?:on|in|at|from|among)|(?:turned|showed) up (?:[a-z]+ )?(?:on [A-Z]\w+ )?(?:at|in)|"
    r"(?:did|done) the same (?:at|in)|stopped (?:by|off)|called (?:in )?(?:at|on)|dropped in (?:at|on)) "
    rf"{AT_A_PLACE}|\bstopped (?:off )?(?:at|in) {TO_A_PLACE}|\bwent from (\w+) to \1s? {TO_A_PLACE}"
)
TO_SEE = re.compile(
    r"\b(?:went|came|set|had gone)(?: out)? (?:to [^,.;]{3,40} )?to (?:check|see|look (?:at|into)|inspect|examine|find out)\b|"
    r"\b(?:was|were) in (?=[A-Z])[^.;]{2,60}? to (?:look|see|check|inspect|visit|study|learn)\b|"
    r"\b(?:team|group|delegation|party|mission|they|we|he|she)\b[^.;]{0,80}? set (?:out|off) (?:on|early|at|with|for)\b|"
    r"\bset (?:out|off) again\b|"
    rf"\b(?:used|took) [^.;,]{{3,40}}? (?:to visit|for an? (?:{VISIT}|{WAY_OUT}))\b"
)
WAYS = (WENT, LOOKED, CALLED_IN, TO_SEE)
PAPERS = (  # what one goes through without going anywhere: `the list of 212 wells`, `last year's survival counts`
    r"(?:(?:the|their|its|his|her|each|every|last year['’]s) )?(?:[a-z]+ )?(?:results|accounts|forms|figures|lists?|drafts?|"
    r"plans?|rules|papers?|certificates?|books|files|documents|proposals?|reports?|details|budget|numbers|data|records|"
    r"findings|points|agenda|cases?|examples|counts|timetables?|schedules?)\b"
)
A_PAPER = re.compile(PAPERS)
SITE_ENDS = (
    r"(?=[,.;:]|$| (?:in|of|at|on|and|near|outside|by|from|with|that|which|where|whose|before|after|for|to|this|"
    r"last|built)\b)"
)


@cache
def guests() -> re.Pattern[str]:
    """`hosted 14 editors`, `took eleven young owners of firms through a noodle factory`."""
    those = rf"(?:[\w’'-]+ ){{0,5}}?{either('groups_en')}"
    return re.compile(
        rf"\b(?:hosted|(?:played|was|were) hosts?(?: on [^,.;]{{3,20}})? to) (?:an? )?(?:[\w’'-]+ ){{0,2}}?(?:delegation|"
        rf"group|party|team|{those})\b"
        rf"(?![^.;]{{0,80}}\b{either('meetings_en')}\b)|"
        rf"\b(?:(?:took|led|guided|walked|showed|conducted|escorted|drove) "
        rf"(?:them|him|her|us|the (?:guests|party|group|team|delegation)|{those})(?: [^,.;]{{2,40}}?)?|"
        rf"(?:was|were|been) (?:all )?(?:taken|led|guided|shown|conducted|driven)|(?<!had )(?<!has )went|had (?:all )?gone) "
        rf"(?:through|round|around|over|past) (?!{PAPERS})(?:[\w’'-]+ ){{1,4}}?{either('sites_en')}{SITE_ENDS}|"
        r"\b(?:guests|visitors|party|group|delegation|analysts|journalists|reporters|they|we) (?:was|were) (?:then |all )?"
        rf"(?:taken|led|shown|guided) (?:through|round|around|over) (?!{PAPERS})|"
        rf"\b(?:drove|rode|walked|travel+ed|flew|hiked) (?:out|up|down|over|"
        rf"on) to (?:[\w’'-]+ ){{1,4}}?{either('sites_en')}{SITE_ENDS}"
    )
