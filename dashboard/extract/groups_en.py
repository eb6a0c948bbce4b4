"""An English sentence in, the groups that took part out, each with its headcount."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dashboard.data.records import Headcount
from dashboard.extract.date_grammar import MONTH_EN
from dashboard.extract.lexicon import either

UNDER_20 = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
UNDER_20 += " eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(UNDER_20.split(), 1)} | {"a dozen": 12}
NUMBERS |= {f"{ten}-{one}": 10 * n + NUMBERS[one] for n, ten in enumerate(TENS.split(), 2) for one in UNDER_20.split()[:9]}
NUMBERS |= {ten: 10 * n for n, ten in enumerate(TENS.split(), 2)}
DIGITS = rf"(?!(?:19|20)\d\d )(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,2}}|[0-9]{{1,7}})(?! (?:{MONTH_EN})\b)"  # no year, no day
NUMBER = f"(?:{DIGITS}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))"
QUALIFIER = "(?i:more than|over|upwards? of|at least|about|some|around|roughly|approximately|nearly|almost|close to)"
COUNT = rf"(?:(?P<q>{QUALIFIER}) )?(?P<n>{NUMBER})(?: of (?:the|its|their) (?P<of>{NUMBER}))? "
TEAM = "(?:delegation|group|party|team|panel|class|handful|number|mission)"
BODY = rf"(?:[Aa]n?|[Tt]he) (?:(?!of\b)[\w’'-]+ ){{0,3}}?{TEAM} of |(?:[Dd]ozens|[Ss]cores|[Hh]undreds) of "
STRONG = rf"(?:[Aa]n?|[Tt]he) (?P<members>{NUMBER})-(?:member|strong|person|man) (?:[a-z]+ )?{TEAM}\b"
THOSE = r"[Tt]hose in charge of [^,.;:()]{2,80}?(?=,| and | (?:made|spoke|attended|took|participated|accompanied|reported))"
TEAM_OF = rf"(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){{0,3}}?{TEAM} of (?P<team>{NUMBER})\b(?! [a-z]+s\b)"
THEM = "(?:participants|members|delegates|attendees|guests|visitors|deputies|partners)"
OF_THEM = rf"(?:{QUALIFIER} )?(?P<some>{NUMBER}) of (?:the|its|their) {THEM}\b"
FUNCTION = f"(?i:{either('function_en')})"
CLOSED = (
    "(?:[Rr]elevant|[Ss]enior|[Ll]ocal|[Rr]egional|[Cc]ounty|[Cc]ity|[Oo]ther|[Gg]overnment|[Rr]esponsible|[Ll]eading|"
    "[Pp]rovincial|[Tt]eachers['’]|[A-Z][\\w’'-]+) "
)
OPEN = rf"(?:(?!{FUNCTION}\b)[A-Za-z][\w’'/-]* )"  # where a phrase begins for certain: `invited natives of the banner`
STOP = (
    r"\b(?:also|attended|took|joined|participated|were|was|accompanied|in the|who|as well|listened|spoke|made|gave|visited|"
    r"sat|had|has|have|are|is|to|came|went|that|which|met|drove|flew|rode|saw|ran|brought|let|put|sent|heard|told|said|led|held|"
    r"deep into|(?!stationed|retired|based|related|concerned|involved|invited|selected|elected|affected|registered|named|called|"
    r"unemployed|disabled|appointed|skilled|united|advanced|mixed|red|need|seed|breed)[a-z]+ed)\b"
)
TEAM_FROM = (
    rf"[Aa]n? (?:[\w’'-]+ ){{0,2}}?{TEAM} from (?:the )?[A-Z](?:(?!{STOP}|\bon\b)[^,.;:()]){{2,100}}"
    r"(?:, [A-Z]\w+(?=,))?(?=[ ,])"
)
ITEM = rf"(?:the )?(?!who\b|which\b)[A-Za-z](?:(?!{STOP})[\w ’'-]){{1,80}}?"
MORE = re.compile(rf"(?:, {ITEM}){{0,8}},? and {ITEM}(?=\W*$|,? {STOP})")  # of A`, B and C`
REFERS = re.compile(
    r"(?:(?:both|all|these|those|some|many|most) )?(?:guests|visitors|delegates|members|participants)", re.IGNORECASE
)
ALONE = re.compile("heads|people|members|leaders|women|men|staff|children|workers|persons|personnel", re.IGNORECASE)
MANY = r"(?:chair\w*|secretar\w*|head|leader|director|mayor|vice[- ]chair\w*|[\w-]+-general)"
MADE_A_TRIP = r"made an? (?:[\w-]+ ){0,3}(?:trip|visit|tour|survey|inspection)"
PRESENT_WERE = (
    r"(?:present|attending|taking part|in attendance)(?: \w+){0,4} (?:were|was)|"
    r"among (?:them|those \w+|the participants)(?: were)?,?|led(?! by)|"
    r"took(?! (?:part|place|the floor|turns|notes|over|up|it|them|him|her|on|office)\b)|"
    r"with(?= (?:(?:more than|some|about|over) )?[0-9])|by(?= (?:representatives|officials|members) )"
)
BEGINS = re.compile(r", (?:and )?|; | and |\b(?:with|by|including|included|of them|did) ")
FILED = re.compile(r"[A-Z][^.]{2,70}?(?:--|—|–) ")  # what stands before a dateline's dash is none of the sentence
# what is wished or said, or the post of someone named
NO_GROUP_BEHIND = re.compile(
    r",? (?:to|should|can|expressed|agreed|said|were supposed|were expected)\b| [A-Z][\w’'-]+ [A-Z]|['’]"
)
NONE_BEFORE = ("between", "for", "of", "said", "by the")
HAS = re.compile(
    r"\b(?:employ\w*|ha[sd]|have|having|benefit\w*|train\w*|help\w*|serv\w*|support\w*|cover\w*|lift\w*|home to|to|hir\w*|from|"
    r"reach\w*|than|including|elect\w*|said|for|among)(?: (?:the|its|their|about|over|some|more than))* $"
)
VAGUE = ("about", "some", "around", "nearly", "almost", "roughly", "approximately", "close to")
TAKEN = re.compile(r"\b(?:led|took|taken|invited|organi[sz]ed|brought|sent|guided)(?: the)? $")
DOES = re.compile(rf" (?:then |also )?{STOP}")
SURE = re.compile(f"(?:{BODY})?{COUNT}|{STRONG}|{TEAM_OF}|{TEAM_FROM}")
Group = tuple[int, int, Headcount]


@cache
def came() -> re.Pattern[str]:
    before, after = rf"(?:{either('came_en')}|{MADE_A_TRIP})", rf"(?i:{either('with_en')}|{PRESENT_WERE})"
    return re.compile(rf"\b(?:(?P<after>{after}\b)|(?P<before>(?:were )?(?:also )?{before}\b(?! by)))")


@cache
def another() -> re.Pattern[str]:
    """`officials of the bureau and the heads of two banners`: another group."""
    return re.compile(rf",? (?:as well as|and the (?:[\w’'-]+ ){{0,3}}{either('groups_en')}\b) ?.*$")


@cache
def shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a group anywhere, a group where a phrase begins)."""
    heads, word = either("groups_en"), rf"(?!{FUNCTION}\b)[\w’'-]+"
    next_to = rf"(?!{NUMBER} )(?:{word} ){{0,2}}(?i:{heads})\b"  # what has a number of its own is another group
    listed = rf"(?i:{heads})\b(?!['’])(?:(?:, {next_to}){{0,6}},? and (?:their )?{next_to})?"
    number = rf" and (?:{NUMBER} (?:[a-z]+ )?{heads}|{heads} (?:of|from|in charge)\b)"
    link = "(?:from|of|with|to(?= (?:the|local))|in charge of|responsible for|living in)"
    tail = rf"(?: {link} (?:(?!{STOP}|{number})[^,.;:()]){{2,160}})?"
    of_each = r"(?:from|of) (?:all|each|every|various|selected|several) [^,.;]{2,50}"
    posts = rf"(?:the )?{MANY}(?: and {MANY})? of [^,.;]{{2,60}}? {of_each}"
    counted = rf"(?:(?=[a-z]){word} ){{0,2}}"  # `30 law students`
    within = rf"(?:{BODY})?(?:{COUNT}(?:{CLOSED}){{0,3}}{counted}|(?:{CLOSED}){{0,3}}){listed}{tail}"
    at_start = rf"(?:{BODY})?(?:{COUNT})?{OPEN}{{0,4}}?{listed}{tail}"
    teams = rf"{STRONG}|{TEAM_OF}{tail}|{TEAM_FROM}"
    return re.compile(rf"\b(?:{teams}|{THOSE}|{OF_THEM}|{posts}|{within})"), re.compile(
        rf"(?:[Tt]he )?(?:{STRONG}|{OF_THEM}|{posts}|{at_start})"
    )


def find(text: str, start: int, end: int, names: Sequence[int]) -> Iterator[Group]:
    filed = FILED.match(text, start, end)
    begin = filed.end() if filed else start
    cues = came().finditer(text, begin, end)
    for first, last in [(begin, cue.start()) if cue["before"] else (cue.end(), end) for cue in cues]:
        yield from between(text, first, last)


def sure(text: str, start: int, end: int) -> Iterator[Group]:
    """Those that need no verb of taking part."""
    filed = FILED.match(text, start, end)
    begin = filed.end() if filed else start
    yield from (group for group in between(text, begin, end) if certain(text, group[0]) or does(text, begin, *group[:2]))


def does(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a group begins the sentence and does something there: `Officials from three townships made suggestions`."""
    first = not text[begin:start].strip() or text[begin:start].strip().lower() == "the"
    return first and bool(re.search(" (?:of|from|in|on|at) ", text[start:end])) and bool(DOES.match(text, end))


def certain(text: str, start: int) -> bool:
    """Whether a group needs no verb beside it where an event is told: it has a number of people, and nobody has or helps them."""
    return bool(SURE.match(text, start)) and not HAS.search(text, max(0, start - 40), start)


def between(text: str, start: int, end: int) -> Iterator[Group]:
    """The groups of a stretch: before a verb of taking part, or behind one."""
    anywhere, at_start = shapes()
    begins = [start + text.startswith(" ", start), *(m.end() for m in BEGINS.finditer(text, start, end))]
    hits = [*anywhere.finditer(text, start, end), *(m for at in begins if (m := at_start.match(text, at, end)))]
    for m in hits:
        before = text[max(start, m.start() - 12) : m.start()].rstrip().lower()
        if before.endswith(NONE_BEFORE) and not before.endswith("total of"):
            continue
        cut = another().search(m[0])
        stop = m.start() + cut.start() if cut else m.end()
        if NO_GROUP_BEHIND.match(text, m.end()) and not TAKEN.search(text, max(0, m.start() - 20), m.start()):
            continue
        skip = 4 if text[m.start() : m.start() + 4].lower() == "the " else 0
        listed = None if cut else MORE.match(text, m.end(), end)
        if listed and re.search(r" (?:of|from|in charge of) ", m[0]) and not re.search(rf"\b{either('groups_en')}\b", listed[0]):
            stop = listed.end()
        words = text[m.start() + skip : stop].rstrip()
        if not REFERS.fullmatch(words) and not ALONE.fullmatch(words):
            yield m.start() + skip, m.start() + skip + len(words), counted(m)


def headcount(words: str) -> Headcount:
    return counted(re.match(f"(?:{BODY})?{COUNT}", words))


def counted(m: re.Match[str] | None) -> Headcount:
    """`about 80` is neither 80 nor at least 80. `355 of the 406 deputies` are 355, out of 406."""
    found = m.groupdict() if m else {}
    value = number(found.get("n") or found.get("members") or found.get("some") or found.get("team"))
    qualifier = (found.get("q") or "").lower()
    if not 0 < value <= 10**6 or qualifier in VAGUE:
        return Headcount(basis="not_stated")
    out_of = number(found.get("of"))
    return Headcount(
        value=value,
        out_of=out_of if value <= out_of <= 10**6 else None,
        basis="stated",
        qualifier="at_least" if qualifier else "exact",
    )


def number(words: str | None) -> int:
    """0 where none is printed."""
    return 0 if not words else int(words.replace(",", "")) if words[0].isdigit() else NUMBERS[words.lower()]
