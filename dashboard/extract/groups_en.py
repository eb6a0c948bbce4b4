"""An English sentence in, the groups that took part out, each with its headcount."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dashboard.data.records import Headcount
from dashboard.extract.date_grammar import MONTH_EN
from dashboard.extract.lexicon import either
from dashboard.extract.text import in_quotes

UNDER_20 = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
UNDER_20 += " eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(UNDER_20.split(), 1)} | {"a dozen": 12}
NUMBERS |= {f"{ten}-{one}": 10 * n + NUMBERS[one] for n, ten in enumerate(TENS.split(), 2) for one in UNDER_20.split()[:9]}
NUMBERS |= {ten: 10 * n for n, ten in enumerate(TENS.split(), 2)}
DIGITS = (
    rf"(?<![\d.,])(?!(?:19|20)\d\d )(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,2}}|[0-9]{{1,7}})(?! (?:{MONTH_EN})\b)"  # no year, no day
)
NUMBER = f"(?:{DIGITS}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))"
QUALIFIER = "(?i:more than|over|upwards? of|at least|about|some|around|roughly|approximately|nearly|almost|close to)"
COUNT = rf"(?:(?P<q>{QUALIFIER}) )?(?P<n>{NUMBER})(?: of (?:the|its|their) (?P<of>{NUMBER}))? "
TEAM = "(?:delegation|group|party|team|panel|class|handful|number|mission)"
BODY = rf"(?![Tt]he number )(?:[Aa]n?|[Tt]he) (?:(?!of\b)[\w’'-]+ ){{0,3}}?{TEAM} of |(?:[Dd]ozens|[Ss]cores|[Hh]undreds) of "
STRONG = rf"(?:[Aa]n?|[Tt]he) (?P<members>{NUMBER})-(?:member|strong|person|man) (?:[\w-]+ ){{0,3}}?{TEAM}\b"
THOSE = r"[Tt]hose in charge of [^,.;:()]{2,80}?(?=,| and | (?:made|spoke|attended|took|participated|accompanied|reported))"
TEAM_OF = rf"(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){{0,3}}?{TEAM} of (?P<team>{NUMBER})\b(?! (?:[\w-]+ ){{0,2}}[a-z]+s\b)"
THEM = "(?:participants|members|delegates|attendees|guests|visitors|deputies|partners)"
OF_THEM = rf"(?:{QUALIFIER} )?(?P<some>{NUMBER}) of (?:the|its|their) {THEM}\b"
FUNCTION = f"(?i:{either('function_en')})"
CLOSED = (
    "(?:[Rr]elevant|[Ss]enior|[Ll]ocal|[Rr]egional|[Cc]ounty|[Cc]ity|[Oo]ther|[Gg]overnment|[Rr]esponsible|[Ll]eading|"
    "[Pp]rovincial|[Tt]eachers['’]|[A-Z][\\w’'-]+) "
)
STOP = (
    r"\b(?:also|attended|took|set|joined|participated|were|was|accompanied|in the|who|as well|listened|spoke|made|gave|visited|"
    r"sat|had|has|have|are|is|to|came|went|that|which|met|drove|flew|rode|saw|ran|brought|let|put|sent|heard|told|said|led|held|sang|drew|stood|began|lent|taught|wrote|read|filled|spent|got|caught|found|kept|lost|paid|threw|won|wore|swept|dug|"
    r"deep into|(?!stationed|retired|based|related|concerned|involved|invited|selected|elected|affected|registered|named|called|"
    r"unemployed|disabled|appointed|skilled|united|advanced|mixed|red|need|seed|breed)[a-z]+ed)\b"
)
OPEN = rf"(?:(?!{FUNCTION}\b|{STOP})[A-Za-z][\w’'/-]* )"  # where a phrase begins for certain: `invited natives of the banner`
TEAM_FROM = (
    rf"[Aa]n? (?:[\w’'-]+ ){{0,2}}?{TEAM} from (?:the )?[A-Z](?:(?!{STOP}|\bon\b)[^,.;:()]){{2,100}}"
    r"(?:, [A-Z]\w+(?=,))?(?=[ ,])"
)
ITEM = rf"(?:the )?(?!who\b|which\b)[A-Za-z](?:(?!{STOP})[\w ’'-]){{1,80}}?"
WHEN = r" (?:on (?:[A-Z]|the \d)|last|this|in (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|19|20))"
STATE = (  # `truck drivers waiting to cross`
    r"(?:(?<=s) (?:on (?:the )?(?:[a-z]+ )?(?:duty|shift)(?: at the [a-z]+)?|(?:travel+ing|going) with (?:him|her|them)|"
    r"(?:waiting|about to|invited|stationed|coming|going|working|living|having|taking|from)\b"
    r"(?:(?! (?:sat|attended|took|told|asked|were|was|had|said|joined|spoke|and (?:asked|told|checked|"
    r"saw))\b)[^,.;:()“”\"]){2,80})"
    rf"(?=[,.;:]| {STOP}| and (?:asked|told|checked|saw)\b))?"
)
ABOUT = r" (?:about|how|whether|why|during|before|after|when|while|(?:at|on) (?:an?|the|its|their|his|her|our))\b"
MORE = re.compile(rf"(?:, {ITEM}){{0,8}},? and {ITEM}(?=\W*$|,? {STOP})")  # of A`, B and C`
REFERS = re.compile(
    r"(?:(?:both|all|these|those|some|many|most|fellow) )?(?:guests|visitors|delegates|deputies|members|participants|"
    r"reporters|inspectors)",
    re.IGNORECASE,
)
ALONE = re.compile(
    "heads|people|members|colleagues|makers|partners|leaders|women|men|staff|children|workers|persons|personnel", re.IGNORECASE
)
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
    r"reach\w*|than|including|elect\w*|said|for|among|that|only|one in|his|expect\w*|receiv\w*|fit(?:s|ted)|host\w*|take|take in|"
    r"contract\w* with)(?: (?:the|its|their|about|over|only|some|more than))* $"
)
VAGUE = ("about", "some", "around", "nearly", "almost", "roughly", "approximately", "close to")
TAKEN = re.compile(r"\b(?:led|took|taken|invited|organi[sz]ed|brought|sent|guided)(?: the)? $")
DOES = re.compile(rf" (?:then |also )?{STOP}")
FIRST = re.compile(r"\s*(?:(?:In|At|On|There|Here|During|After|Later)\b[^,.;]*, |.*[;,] (?:and )?)?(?:[Tt]he )?", re.DOTALL)
WERE = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:were|was|had been|have been) (?!present|also|there|invited|among|shown|taken)[a-z]+(?:ed|ned)\b"
)
MOST = 5_000  # people who come to one event
SURE = re.compile(f"(?:{BODY})?{COUNT}|{STRONG}|{TEAM_OF}|{TEAM_FROM}")
Group = tuple[int, int, Headcount]


@cache
def came() -> re.Pattern[str]:
    before, after = rf"(?:{either('came_en')}|{MADE_A_TRIP})", rf"(?i:{either('with_en')}|{PRESENT_WERE})"
    return re.compile(rf"\b(?:(?P<after>{after}\b)|(?P<before>(?:were )?(?:also )?{before}\b(?! by)))")


@cache
def meets() -> re.Pattern[str]:
    """Whoever is asked or told something on the spot is there."""
    return re.compile(rf"\b{either('met_en')}(?! by\b) (?:the )?(?=\w)")


@cache
def spoke() -> re.Pattern[str]:
    return re.compile(rf" (?:then |also )?{either('said_en')}\b(?! by\b)")


@cache
def another() -> re.Pattern[str]:
    """`officials of the bureau and the heads of two banners`: another group."""
    return re.compile(rf",? (?:as well as|and the (?:[\w’'-]+ ){{0,3}}{either('groups_en')}\b) ?.*$")


@cache
def shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a group anywhere, a group where a phrase begins)."""
    heads, word = (
        rf"(?:{either('groups_en')}|(?!{either('things_en')}\b)[a-z]{{2,}}(?:ers|ors|ists|ians|men|ees))",
        rf"(?!{FUNCTION}\b)[\w’'-]+",
    )
    next_to = rf"(?!{NUMBER} )(?:{word} ){{0,2}}(?i:{heads})\b"  # what has a number of its own is another group
    listed = rf"(?i:{heads})\b(?!['’])(?:(?:, {next_to}){{0,6}},? and (?:their )?{next_to})?"
    number = rf" and (?:{NUMBER} (?:[a-z]+ )?{heads}|{heads} (?:of|from|in charge)\b)"
    to_body = r"to(?= (?:the|local) (?:[\w’'-]+ ){0,4}(?:[Cc]ongress|CPPCC|NPC|[Cc]ommittee))"  # deputies to the congress
    link = f"(?:from|of|with|{to_body}|in charge of|responsible for|living in)"
    tail = rf"(?: {link} (?:(?!{STOP}|{number}|{WHEN}|{ABOUT})[^,.;:()]){{2,160}})?{STATE}"
    of_each = r"(?:from|of) (?:all|each|every|various|selected|several) [^,.;]{2,50}"
    posts = rf"(?:the )?{MANY}(?: and {MANY})? of [^,.;]{{2,60}}? {of_each}"
    counted = rf"(?:(?=[a-z]){word} ){{0,2}}"  # `30 law students`
    others = r"(?:(?=[a-z])[a-z]+s(?:, [a-z]+s){0,4},? and (?:[a-z]+ )?)?"  # `180 carriers, shippers and customs officers`
    within = rf"(?:{BODY})?(?:{COUNT}(?:{CLOSED}){{0,3}}(?:{others}|{counted})|(?:{CLOSED}){{0,3}}){listed}{tail}"
    at_start = rf"(?:{BODY})?(?:{COUNT})?{OPEN}{{0,4}}?{listed}{tail}"
    teams = rf"{STRONG}{tail}|{TEAM_OF}{tail}|{TEAM_FROM}"
    return re.compile(rf"\b(?:{teams}|{THOSE}|{OF_THEM}|{posts}|{within})"), re.compile(
        rf"(?:[Tt]he )?(?:{STRONG}|{OF_THEM}|{posts}|{at_start})"
    )


def find(text: str, start: int, end: int, names: Sequence[int]) -> Iterator[Group]:
    filed = FILED.match(text, start, end)
    begin = filed.end() if filed else start
    cues = came().finditer(text, begin, end)
    for first, last in [(begin, cue.start()) if cue["before"] else (cue.end(), end) for cue in cues]:
        yield from between(text, first, last)
    for met in meets().finditer(text, begin, end):
        if not in_quotes(text, met.start()):
            yield from between(text, met.end(), end, only=met.end())


def sure(text: str, start: int, end: int) -> Iterator[Group]:
    """Those that need no verb of taking part."""
    filed = FILED.match(text, start, end)
    begin = filed.end() if filed else start
    yield from (group for group in between(text, begin, end) if certain(text, group[0]) or does(text, begin, *group[:2]))


def does(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a group begins the sentence and does something there: `Officials from three townships made suggestions`."""
    first = FIRST.fullmatch(text, begin, start)
    told = re.search(" (?:of|from|in|on|at) ", text[start:end]) and DOES.match(text, end)
    return bool(first and (told or spoke().match(text, end)) and not in_quotes(text, start))


def certain(text: str, start: int) -> bool:
    """Whether a group needs no verb beside it where an event is told: it has a number of people, and nobody has or helps them."""
    m = SURE.match(text, start)
    return (
        bool(m)
        and (counted(m).value or 0) <= MOST
        and not in_quotes(text, start)
        and not HAS.search(text, max(0, start - 40), start)
        and not WERE.match(text, start + len(m[0]))
    )


def between(text: str, start: int, end: int, only: int | None = None) -> Iterator[Group]:
    """The groups of a stretch: before a verb of taking part, or behind one; `only`: the one that begins there."""
    anywhere, at_start = shapes()
    begins = [start + text.startswith(" ", start), *(m.end() for m in BEGINS.finditer(text, start, end))]
    hits = [*anywhere.finditer(text, start, end), *(m for at in begins if (m := at_start.match(text, at, end)))]
    for m in hits:
        if only is not None and m.start() != only:
            continue
        before = text[max(start, m.start() - 12) : m.start()].rstrip().lower()
        if before.endswith(NONE_BEFORE) and not before.endswith("head of") and not before.endswith("total of"):
            continue
        cut = another().search(m[0])
        stop = m.start() + cut.start() if cut else m.end()
        if NO_GROUP_BEHIND.match(text, m.end()) and not TAKEN.search(text, max(0, m.start() - 20), m.start()):
            continue
        skip = 4 if text[m.start() : m.start() + 4].lower() == "the " else 0
        listed = None if cut else MORE.match(text, m.end(), end)
        if listed and re.search(r" (?:of|from|in charge of) ", m[0]) and not re.search(rf"\b{either('groups_en')}\b", listed[0]):
            stop = listed.end()
        words = text[m.start() + skip : stop].rstrip().removesuffix(" and")
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
