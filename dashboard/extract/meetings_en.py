"""An English sentence in, the meeting that it tells of out."""

import re
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.date_grammar import A_DAY_EN
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention
from dashboard.extract.plans_en import OFF, planned
from dashboard.extract.trigger import trigger

HELD_THEN = re.compile(r"\W{1,3}[^.;]{4,80}?, (?P<held>held) (?:in|at|by|on)\b")
AT_A = re.compile(r"\b(?:[Aa]t|[Dd]uring|after|of) an? (?:[\w’'-]+ ){0,5}$")  # who spoke at a meeting says that it was held
IN_A_FACTORY = re.compile(r"\b(?:in|into|inside|to|from) (?:the|an?|his|her|its|their|[A-Z]\w+['’]s) (?:[\w’'-]+ ){0,2}$")
BESIDE = re.compile(r" (?:beside|next to|behind|opposite)\b")
SAW_A = re.compile(
    r"\b(?:saw|visited|toured|inspected|viewed|entered|looked (?:at|over)) (?:[^.;,]{3,50} and )?(?:an?|the|its) "
    r"(?:[\w’'-]+ ){0,3}$|"
    r"\bstop,? [^.;]{0,60}\bwas an? (?:[\w’'-]+ ){0,3}$"
)
A_SHOP = re.compile(  # `the lamps in the workshop were lit`, `who runs the workshop`
    r"\b(?:in|into|inside|through|round) (?:the|his|her|their) workshop\b(?! on\b| for\b| about\b| held\b| with\b|, held\b)|"
    r"\b(?:runs|owns|rents?) (?:the|an?|her|his|their) workshop\b|\b[Ww]orkshop (?:heads|owners?|hands|floor|managers?)\b|"
    r"\b(?:embroidery|felt|sewing|weaving|needlework|repair|potline|processing|production|assembly|packing|robot|machine) "
    r"workshops?\b"
)
A_WORKSHOP = re.compile(
    r"\bworkshop (?:on|about|was held|took place|ended|concluded|participants)\b|"
    r"\b(?:held|hold|holds|attend|attended|hosted|opened|for) (?:[\w’'-]+ ){1,5}workshop\b"
)
ON_WHAT = re.compile(r",? (?:on|about|for|entitled|held|called|discussion)\b")
AT_WHERE = re.compile(r" (?:held |with [^.;,]{3,30} )?(?:in|on|at) (?:the |a )?(?:[a-z]+ )*[A-Z]")
FOR_A = re.compile(r"\b(?:for|into) (?:our|an?|the|its|their) (?!next)(?:[\w’'-]+ ){0,4}$")  # `sat down for our roundtable`
IT_WAS_HELD = re.compile(
    r"\b(?:It|Another|[Vv]enues?) (?P<held>(?:was|were) (?:held|set|convened|at|in|hosted))\b|^It (?P<place>took place)\b|"
    r"^(?P<then>Held) (?:on|in|at)\b"
)
SENT_TO = re.compile(  # `invited an archaeologist to a briefing session`
    r"\b(?:sent|came|invited|called|summoned|turned out) (?:[^.;,]{2,60} )?(?:to|for) (?:an?|its|their|our|"
    r"the) (?:[\w’'-]+ ){0,4}$"
)
WHOM = re.compile(r"\b(?:person|people|man|woman|first|ones?) (?:(?:that|whom?) )?(?:the [a-z]+|they|we|she|he) $")  # they met
THERE_WAS = re.compile(r"\b(?:was|were) (?:an? |the )?(?:[\w’'-]+ ){0,5}$")
BODY = re.compile(r"(?:Consultative|National|[Pp]eople['’]s|Party|Political) $")
WAS_HELD = re.compile(
    r",? held\b|[^,.;]{0,60}? (?:opened|opens|was held|were held|kicked off|concluded|closed|began|took place|got under way)\b"
)
DEPUTIES_TO = re.compile(r"\b(?:to|of|by|from) the (?:[\w’'-]+ ){0,4}$")  # `deputies to the county congress`
NO_MEETING = re.compile(
    r" (?:rooms?|halls?|minutes|centres?|centers?|place|point|lines?|shops?|villages?|venues?|facilit(?:y|ies))\b"
)
BROUGHT = re.compile(
    r" (?:brought|drew|gathered|attracted) (?:together )?(?!to\b|up\b|on\b|near)[^,.;]{2,60}? (?:to|in|at) (?:the |an? )?"
)
ENDED_A_TRIP = re.compile(  # `a symposium on maps rounded off the journey`
    r"[^.;]{0,60}? (?:rounded off|closed|ended|concluded|crowned|wound up|opened) (?:the|their|his|her|our) "
    r"(?:journey|trip|visit|tour|day|week|programme|program|stay|evening|weekend)\b"
)
TOOK_HOURS = re.compile(r"[^.;]{0,80}? (?:took|lasted) (?:[a-z]+ ){0,2}[a-z\d]+ (?:hours?|minutes)\b")
SPOKE = re.compile(r"\b(?:presented|discussed|reported|spoke|lectured|compared)\b")
BEFORE_IT = re.compile(r"\b[Bb]efore (?:the|its|our|their) (?:[\w’'-]+ ){0,2}$")  # `Before the talks began`
DREW_ON = re.compile(r" (?:drew|was based|were based|built|rested) on ")  # tells of what was before
HEARD_A = re.compile(r"\b(?:heard|received|given|gave (?:him|her|them|us)|listened to) (?:an? )?(?:[\w’'-]+ ){0,2}briefing$")
AFTER_HEARING = re.compile(r"\b(?:[Aa]fter|[Oo]n|[Uu]pon|[Bb]y|[Bb]efore|[Ww]hile|[Ww]ithout) hearing$")
OF_PATIENTS = re.compile(r"\b(?:\d[\d,]*|free|medical|gave|given) (?:[a-z]+ )?consultations$")
COMING = re.compile(
    r"(?:, [^,.;]{2,40},| on [^,.;]{2,40}?)?,? (?:which )?(?:will|"
    r"would|is to|are to|is scheduled|is due|is expected|(?:is|are) set for|"
    r"falls on|scheduled for|"
    r"planned for|next|(?:has|have) been (?:pencilled|scheduled|planned|set|fixed|called|announced)|that (?:opens|begins|"
    r"starts|meets))\b"
)


@cache
def met() -> re.Pattern[str]:
    """`met in Jining`, `met wool buyers`."""
    return re.compile(
        r"\b(?:met (?:in|at|with|on|around|here|from|for the|there)|sat on an? (?:[\w’'-]+ ){0,2}(?:panel|jury|board)|"
        r"(?:committee|council|"
        r"board|court) sat (?:in|on|for|again)|met (?:(?!who|"
        r"which)[\w’'.-]+,? ){0,8}?(?:Vice[- ])?(?:Chair\w+|Governor|"
        r"Minister|Mayor)\b|sat down (?:in|at|with|to|for)|(?:gathered|came together|convened) (?:in|at|for|here)|held talks|"
        rf"met (?:[\w’'-]+ ){{0,3}}{either('groups_en')})\b"
    )


@cache
def met_them() -> re.Pattern[str]:
    return re.compile(rf"met (?:[\w’'-]+ ){{0,3}}{either('groups_en')}")


@cache
def for_a_meeting() -> re.Pattern[str]:
    """`met staff of the hospital for a symposium`: the symposium is what was held."""
    return re.compile(rf"[^.;]{{0,60}}? for an? (?:[\w’'-]+ ){{0,3}}{either('meetings_en')}\b")


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


@cache
def held() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either('held_en')}|brought (?:[\w’'-]+ ){{1,6}}?together)\b")


def a_body(m: re.Match[str], words: str) -> bool:
    """`the National Congress`, `deputies to the county congress`."""
    named = m[0] in ("Congress", "Conference", "Assembly") and not WAS_HELD.match(words, m.end())
    of_deputies = m[0] == "congress" and DEPUTIES_TO.search(words, 0, m.start())
    return bool(named or of_deputies or BODY.search(words, max(0, m.start() - 20), m.start()))


def says_it_was(m: re.Match[str], words: str) -> bool:
    """Whether the words around those for a meeting say that it was held."""
    if held().search(words, max(0, m.start() - 60), m.end() + 220):
        return True
    if ENDED_A_TRIP.match(words, m.end()) or BROUGHT.match(words, m.end()) or TOOK_HOURS.match(words, m.end()):
        return True
    if m[0] == "workshop" and AT_A.search(words, 0, m.start()) and not SPOKE.search(words, 0, m.start()):  # of a craftsman
        return False
    at_a = AT_A.search(words, 0, m.start()) and AT_WHERE.match(words, m.end())
    for_a = FOR_A.search(words, 0, m.start()) and A_DAY_EN.search(words)
    return bool(at_a or for_a or THERE_WAS.search(words, 0, m.start()) or SENT_TO.search(words, 0, m.start()))


def has_a_shop(text: str) -> bool:
    """Whether what a report calls a workshop is a place to work in."""
    return bool(A_SHOP.search(text)) and not A_WORKSHOP.search(text)


def of_a_craftsman(m: re.Match[str], words: str) -> bool:
    """`in the workshop of the Nayin family`."""
    if m[0] != "workshop":
        return False
    if BESIDE.match(words, m.end()) or SAW_A.search(words, 0, m.start()):
        return True
    inside = IN_A_FACTORY.search(words, 0, m.start()) and not ON_WHAT.match(words, m.end())
    return bool(inside or (AT_A.search(words, 0, m.start()) and not says_it_was(m, words)))


def meeting(words: str) -> Mention[Kind] | None:
    m = next((m for m in met().finditer(words) if not WHOM.search(words, 0, m.start())), None)
    at_a = m and any(AT_A.search(words, 0, noun.start()) for noun in meetings().finditer(words, 0, m.start()))
    if m and not at_a and not planned(words, m.start()) and not for_a_meeting().match(words, m.end()):
        return trigger(m, "meeting", "opens")
    refers = None
    for m in meetings().finditer(words):
        if a_body(m, words) or planned(words, m.start()) or any(no.match(words, m.end()) for no in (NO_MEETING, COMING, OFF)):
            continue
        if OF_PATIENTS.search(words, 0, m.end()) or meetings().match(words, m.end() + 1):  # of `a briefing meeting` the last word
            continue
        if m[0] == "hearing" and AFTER_HEARING.search(words, 0, m.end()):
            continue
        if m[0] == "briefing" and HEARD_A.search(words, 0, m.end()):
            continue
        if not of_a_craftsman(m, words):
            says = says_it_was(m, words) and not DREW_ON.match(words, m.end()) and not BEFORE_IT.search(words, 0, m.start())
            if says:
                return trigger(m, "meeting", "opens")
            refers = refers or m
    if refers:
        return trigger(refers, "meeting", "refers")
    if (m := whichever().search(words)) and not planned(words, m.start()):
        return trigger(m, "meeting", "opens", "what")
    if m := IT_WAS_HELD.search(words):
        return trigger(m, "meeting", "goes on", m.lastgroup)
    return None
