"""A sentence in, the meetings and visits it tells of out. What is planned, wished for or only quoted is none."""

import re
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention
from dashboard.words import N_

OPENS = N_("the words say that it was held or made")
REFERS = N_("the words refer to one told before")
GOES_ON = N_("the words tell what was looked at on the way")
AT_A = re.compile(r"\bat an? (?:[\w-]+ ){0,3}$")  # who spoke at a meeting in Chifeng says that it was held
AT_WHERE = re.compile(r" (?:held )?(?:in|on) (?:the |a )?(?:[a-z]+ )*[A-Z]")
STOP_WAS = re.compile(r"\b(?P<saw>(?:first|second|next|last|final) stop was)\b")
ON_THE_WAY = re.compile(
    r"(?:In|At|On) [^,.]*[A-Z][^,.]*?,? (?:[\w’'-]+ ){1,6}?"
    r"(?P<saw>looked at|walked|saw|asked|talked|called at|stopped at|learned|was shown|were shown|checked|listened)\b"
)
BODY_EN = re.compile(r"(?:Consultative|National|People['’]s|Party|Political) $")
COMING = re.compile(r" (?:will|would|is to|are to|is scheduled|is due)\b|将|拟于")
MUST = re.compile("(?<![重主需摘])要(?![闻点])|(?:^|[，。；：、])(?:必须|切实|进一步|应)")  # `要加强督导`
ANY_MEETING_ZH = re.compile("(?:召开|举行|举办)了?([^，。；]{0,30}?(?<!委员)(?<!协)会)(?=[，。；、”]|$)")  # 召开“青年说”分享会
NO_VISIT_ZH = re.compile("报告|成果|汇报")
ON_THE_WAY_ZH = re.compile("在[^，。；]{2,20}?(?P<saw>走进|观看|了解|询问|听取|看了|来到)")
QUOTED = re.compile('["“][^"”“]*["”]|「[^」]*」')
NO_MEETING_ZH = re.compile("委员会|协会|工会|社会|机会|联合会|商会|学会|基金会|人大常委会|市常委会")


@cache
def patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(a meeting's noun, a verb of holding, a visit, a word that refers to a visit)."""
    meeting, held, visit = (either(f"{name}_{language}") for name in ("meetings", "held", "visits"))
    if language == "zh":
        return re.compile(meeting), re.compile(held), re.compile(visit), re.compile(visit)
    refers = re.compile(r"\b(?:the|this|his|her|their|such) (?:\w+ )?(?:visits?|tour|inspection|trip|survey)\b", re.IGNORECASE)
    made = (re.compile(rf"\b{p}\b", flags) for p, flags in ((meeting, re.IGNORECASE), (held, 0), (visit, re.IGNORECASE)))
    return *made, refers


def find(text: str, start: int, end: int, language: str) -> list[Mention[Kind]]:
    """At most one trigger of each kind, in the order of the sentence."""
    words = QUOTED.sub(lambda m: "\0" * len(m[0]) if len(m[0]) > (25 if language == "en" else 14) else m[0], text[start:end])
    found = [m for m in (meeting(words, language), visit(words, language)) if m]
    return sorted((Mention(m.start + start, m.end + start, *_rest(m)) for m in found), key=lambda m: m.start)


def _rest(m: Mention[Kind]) -> tuple:
    return m.kind, m.value, m.basis, m.rule


def planned(words: str, at: int, language: str) -> bool:
    """Whether what stands before it in its sentence says that it has not happened."""
    return bool(pattern(f"planned_{language}").search(words, 0, at)) or (language == "zh" and bool(MUST.search(words, 0, at)))


def meeting(words: str, language: str) -> Mention[Kind] | None:
    noun, held, _visit, _refers = patterns(language)
    if language == "en" and (m := re.search(r"\bmet (?:in|at|with|on)\b", words)) and not planned(words, m.start(), language):
        return Mention(m.start(), m.end(), "trigger", "meeting", OPENS, "opens")
    for m in noun.finditer(words):
        if language == "en" and (
            BODY_EN.search(words[max(0, m.start() - 20) : m.start()]) or (m[0] in ("Congress", "Conference", "Assembly"))
        ):
            continue
        if language == "zh" and NO_MEETING_ZH.search(words, max(0, m.start() - 3), m.end()):
            continue
        if planned(words, m.start(), language) or COMING.match(words, m.end()):
            continue
        reach = (
            words[max(0, m.start() - 60) : m.end() + 220] if language == "en" else words[max(0, m.start() - 45) : m.end() + 12]
        )
        opens = held.search(reach) or (AT_A.search(words, 0, m.start()) and AT_WHERE.match(words, m.end()))
        return Mention(m.start(), m.end(), "trigger", "meeting", OPENS if opens else REFERS, "opens" if opens else "refers")
    if language == "zh" and (m := ANY_MEETING_ZH.search(words)) and not planned(words, m.start(), language):
        return Mention(m.start(1), m.end(1), "trigger", "meeting", OPENS, "opens")
    return None


def visit(words: str, language: str) -> Mention[Kind] | None:
    _noun, _held, opening, refers = patterns(language)
    aside = None  # taken where nothing better follows
    for m in opening.finditer(words):
        if planned(words, m.start(), language) or (language == "zh" and NO_VISIT_ZH.match(words, m.end())):
            continue
        if language == "en" and re.search(r"(?:join(?:ed|s)|during) (?:the |a )?$", words[: m.start()]):
            continue
        way = language == "en" or on_the_way(words, m.start(), m.end())
        if way and not words.startswith(("组", "团"), m.end()):  # `调研组` is who goes
            return made(m, OPENS, "opens")
        aside = made(m, OPENS, "opens") if way else aside or made(m, REFERS, "refers")
    if aside:
        return aside
    if (m := refers.search(words)) and not planned(words, m.start(), language):
        return made(m, REFERS, "refers")
    m = (language == "en" and STOP_WAS.search(words)) or (ON_THE_WAY if language == "en" else ON_THE_WAY_ZH).match(words)
    return made(m, GOES_ON, "goes on", "saw") if m else None


def made(m: re.Match, basis: str, rule: str, part: str | int = 0) -> Mention[Kind]:
    return Mention(m.start(part), m.end(part), "trigger", "visit", basis, rule)


def on_the_way(words: str, start: int, end: int) -> bool:
    """A Chinese visit is told with a way to it (`到`, `深入`, `率`), or with what is looked at right behind."""
    return bool(re.search("到|赴|深入|率|带队|带领|前往|组织|一行|走进|实地|先后|在[^，。]{2,20}$", words[:start])) or bool(
        re.match("[^，。]{2,}", words[end:]) and not words[end:].startswith(("工作", "和", "、", "力度", "。", "，"))
    )
