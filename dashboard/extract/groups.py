"""A sentence in, the groups that took part out: `representatives from 12 banners`, `市林草局、财政局等部门负责人`.

A headcount is stated only where a number of people is printed. A number of banners is none.
"""

import re
from collections.abc import Sequence
from functools import cache

from dashboard.data.records import Headcount
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention, longest
from dashboard.extract.text import HAN
from dashboard.words import N_

TOOK_PART = N_("the sentence says that they took part")
ALL_LEAGUES = N_('"All leagues" can mean the 3 leagues or all 12 leagues and cities of the region, so no number is read from it.')
UNDER_20 = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
UNDER_20 += " eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(UNDER_20.split(), 1)} | {"a dozen": 12}
NUMBERS |= {f"{ten}-{one}": 10 * n + NUMBERS[one] for n, ten in enumerate(TENS.split(), 2) for one in UNDER_20.split()[:9]}
NUMBERS |= {ten: 10 * n for n, ten in enumerate(TENS.split(), 2)}
NUMBER = rf"(?:[0-9][0-9,]{{0,8}}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))"
COUNT = rf"(?:(?P<q>[Mm]ore than|[Oo]ver|[Aa]t least|[Aa]bout|[Ss]ome|[Aa]round|[Nn]early|[Aa]lmost) )?(?P<n>{NUMBER}) "
STOP = r"\b(?:also|attended|took|joined|participated|were|was|accompanied|in the|who|as well)\b"
BODY = r"(?:[Aa]n?|[Tt]he) (?:delegation|group|party|team) of |(?:[Dd]ozens|[Ss]cores|[Hh]undreds) of "
DELEGATION = rf"[Aa]n? (?P<members>{NUMBER})-(?:member|strong|person) (?:[a-z]+ )?(?:delegation|team|group|party)\b"
OF_THEM = rf"(?P<some>{NUMBER}) of (?:the|its|their) (?:participants|members|delegates|attendees)\b"
ITEM = r"(?:the )?(?!who\b|which\b)[A-Za-z][\w ’'-]{1,40}?"
MORE = re.compile(rf"(?:, {ITEM}){{0,8}},? and {ITEM}(?=\W*$)")  # of A`, B and C`
REFERS = re.compile(r"(?:guests|visitors|delegates|members|participants)", re.IGNORECASE)
NO_ADJECTIVE = "and|or|of|to|for|from|in|on|at|by|with|the|an?|were|was|who|that|as|is|are|all"
COUNTED = rf"(?:(?!(?:{NO_ADJECTIVE})\b)[a-z][\w’'-]+ ){{0,2}}"  # `30 law students`
ADJECTIVE = (
    "(?:[Rr]elevant|[Ss]enior|[Ll]ocal|[Rr]egional|[Cc]ounty|[Cc]ity|[Oo]ther|[Gg]overnment|[Tt]eachers['’]|[A-Z][\\w’'-]+) "
)
MANY = r"(?:chair\w*|secretar\w*|head|leader|director|mayor|vice chair\w*|[\w-]+-general)"
BEFORE_EN = (
    "attended|took part|participated|joined|were present|accompanied|went (?:with|along)|came along|sat in|"
    "visited|toured|inspected|went round|walked through|met (?:in|at)|"
    "are attending|travel+ed with|came to(?= [A-Z])|made an? (?:field )?trip|reported on"
)
AFTER_EN = (
    "led(?! by)|included|including|attended by|joined by|accompanied by|together with|as well as|along with|as did|"
    "with(?= (?:more than )?[0-9])"
)
CAME_EN = re.compile(rf"\b(?:(?P<before>(?:were )?(?:also )?(?:{BEFORE_EN})\b(?! by))|(?P<after>{AFTER_EN}))")
FILED = re.compile(r"[A-Z][^.]{2,70}?(?:--|—|–) ")  # what stands before a dateline's dash is none of the sentence
CAME_ZH = re.compile("出席|参加|陪同|列席|参会|参与|到会|(?:联合|集中)?(?:视察|调研|考察)")
LED_ZH = re.compile("(?:带领|率领|率|组织)(?=[^，。；、])")
LEAD_ZH = re.compile("^(?:以及|及|和|与|等|还有|其他|、)+")
COUNT_ZH = re.compile(r"(?:共计?|约|近)?(?P<n>\d{1,7})(?P<more>余|多)?(?:名|人|位)")
SOME_ZH = re.compile(r"部分|各|全体|全[旗县市区盟]|\d")  # `部分学者前往`


@cache
def groups_en() -> re.Pattern[str]:
    heads = either("groups_en")
    another = rf"(?!{NUMBER} )(?:(?!(?:{NO_ADJECTIVE})\b)[a-z]+ )?(?i:{heads})"  # what has a number of its own is another group
    listed = rf"(?i:{heads})(?:(?:, {another}){{0,6}},? and {another})?"
    number = rf" and {NUMBER} (?:[a-z]+ )?{heads}"
    tail = rf"(?: (?:from|of|with|in charge of) (?:(?!{STOP}|{number})[^,.;:]){{2,90}})?"
    adjectives = rf"(?:{ADJECTIVE}){{0,3}}"
    whole = rf"{DELEGATION}|{OF_THEM}"
    posts = rf"(?:the )?{MANY}(?: and {MANY})? of [^,.;]{{2,60}}? from (?:all|each|every|various|selected|several) [^,.;]{{2,50}}"
    return re.compile(rf"\b(?:{whole}|{posts}|(?:{BODY})?(?:{COUNT}{adjectives}{COUNTED}|{adjectives}){listed}\b{tail})")


@cache
def groups_zh() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a group up to the end of what is searched, a group before a way to somewhere)."""
    heads = either("groups_zh") + "(?!团)"
    body = rf"(?:\d+[余多]?[名家个位])?(?:[{HAN}（）“”·]{{1,24}}、)*[{HAN}（）“”·]{{0,24}}?"
    counted = r"(?:等|一行)?(?:共计?|约|近)?\d+[余多]?(?:名|人|位)"
    group = rf"(?P<group>{body}(?:{heads}(?:、[{HAN}]{{0,8}}?{heads})*(?:{counted})?|(?<=[{HAN}]){counted}))"
    return re.compile(f"{group}(?:等|一同|一起|分别|应邀|全程|也|均|先后)*$"), re.compile(
        f"{group}(?:深入|赴|到|来|前往|先后|对|就|在|围绕|$)"
    )


def find(text: str, start: int, end: int, language: str, names: Sequence[int] = ()) -> list[Mention[Headcount]]:
    """The groups of one sentence, if it says that someone took part. `names`: where the names of people end in it."""
    return longest(zh(text, start, end, names) if language == "zh" else en(text, start, end))


def whole(words: str, language: str) -> Mention[Headcount]:
    """Words that someone else takes for a group: its number is what we read in them."""
    m = re.match(f"(?:{BODY})?{COUNT}", words) if language == "en" else None
    count = count_zh(words) if language == "zh" else count_en(m and m["n"], m and m["q"])
    return Mention(0, len(words), "group", count, TOOK_PART, "proposed")


def en(text: str, start: int, end: int):
    filed = FILED.match(text, start, end)
    begin = filed.end() if filed else start
    cues = CAME_EN.finditer(text, begin, end)
    for first, last in [(begin, cue.start()) if cue["before"] else (cue.end(), end) for cue in cues]:
        yield from en_between(text, first, last)


def en_between(text: str, start: int, end: int):
    for m in groups_en().finditer(text, start, end):
        if text[max(start, m.start() - 12) : m.start()].rstrip().lower().endswith(("between", "for", "of", "said", "by the")):
            continue
        tail = text[m.end() : m.end() + 30]
        cut = re.search(r",? (?:as well as|and the) .*$", m[0])
        stop = m.start() + cut.start() if cut else m.end()
        if re.match(r",? (?:to|should|can|expressed|agreed|said)\b| [A-Z][\w’'-]+ [A-Z]", tail):  # or the post of someone named
            continue
        skip = 4 if text[m.start() : m.start() + 4].lower() == "the " else 0
        listed = None if cut else MORE.match(text, m.end(), end)
        if listed and re.search(r" (?:of|from|in charge of) ", m[0]) and not re.search(either("groups_en"), listed[0]):
            stop = listed.end()
        words = text[m.start() + skip : stop].rstrip()
        if REFERS.fullmatch(words) and text[: m.start() + skip].lower().endswith("the "):
            continue
        yield Mention(
            m.start() + skip,
            m.start() + skip + len(words),
            "group",
            count_en(m["n"] or m["members"] or m["some"], m["q"]),
            TOOK_PART,
            "took part",
        )


def count_en(number: str | None, qualifier: str | None) -> Headcount:
    value = NUMBERS.get(number.lower()) if number and not number[0].isdigit() else int(number.replace(",", "")) if number else 0
    vague = (qualifier or "").lower() in ("about", "some", "around", "nearly", "almost")
    if not value or vague or value > 10**6:  # `about 80` is neither 80 nor at least 80
        return Headcount(basis="not_stated")
    return Headcount(value=value, basis="stated", qualifier="at_least" if qualifier else "exact")


def zh(text: str, start: int, end: int, names: Sequence[int]):
    """What stands before a verb of taking part, up to it: `A、B等部门负责人参加` is one group. Or behind `率`: `率部分委员赴`."""
    for cue in CAME_ZH.finditer(text, start, end):
        left = max(
            start, *(text.rfind(sign, start, cue.start()) + 1 for sign in "，。；："), *(n for n in names if n <= cue.start())
        )
        if led := [m.end() for m in LED_ZH.finditer(text, left, cue.start())]:
            left = led[-1]
        yield from one_zh(text, left, cue.start(), groups_zh()[0])
        if SOME_ZH.match(text, left):
            yield from one_zh(text, left, cue.start(), groups_zh()[1])
    for m in LED_ZH.finditer(text, start, end):
        stop = min((at for sign in "，。；" if (at := text.find(sign, m.end(), end)) >= 0), default=end)
        yield from one_zh(text, m.end(), stop, groups_zh()[1])


def one_zh(text: str, start: int, end: int, shape: re.Pattern[str]):
    lead = LEAD_ZH.match(text[start:end])
    m = shape.match(text, start + (lead.end() if lead else 0), end)
    if m and m.end() - m.start() < 80 and text[m.start()] not in "就对向为在将":
        yield Mention(m.start(), m.end("group"), "group", count_zh(m["group"]), TOOK_PART, "took part")


def count_zh(words: str) -> Headcount:
    m = COUNT_ZH.search(words)
    vague = bool(m and m[0][0] in "约近")
    if not m or vague or not 0 < int(m["n"]) <= 10**6:
        return Headcount(basis="not_stated")
    return Headcount(value=int(m["n"]), basis="stated", qualifier="at_least" if m["more"] else "exact")


def note(words: str) -> str | None:
    return ALL_LEAGUES if re.search(r"\ball (?:the )?leagues\b|各盟(?!市)", words) else None
