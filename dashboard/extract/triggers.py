"""A sentence in, the meetings and visits it tells of out. What is planned, wished for or only quoted is none."""

import re
from collections.abc import Iterator
from itertools import islice

from dashboard.data.records import Kind
from dashboard.extract import meetings_en, triggers_en, triggers_zh, visits_en
from dashboard.extract.date_grammar import A_DAY_EN
from dashboard.extract.mentions import Mention
from dashboard.extract.trigger import trigger

LANGUAGES = {"en": triggers_en, "zh": triggers_zh}
QUOTED = re.compile('["“][^"”“]*["”]|「[^」]*」')
HEADED = re.compile("【[^】\n]{2,40}】")  # `【市政府常务会议研究春灌】3月21日`: the headline of an entry
LONGEST_NAME = {"en": 25, "zh": 14}  # what is quoted and longer is said by someone; what is shorter may be a name


def headed(text: str, start: int, end: int, language: str) -> Iterator[Mention[Kind]]:
    """`14-15 May. Delegation to Ordos.`: an entry of a chronicle that has no verb."""
    if language == "en" and (m := visits_en.TRIP_TO.match(text, start, end)):
        yield trigger(m, "visit", "opens", "trip")
    elif language == "en" and (m := meetings_en.HELD_THEN.match(text, start, end)):
        yield trigger(m, "meeting", "opens", "held")


def met_a_group(text: str, told: Mention[Kind], language: str) -> bool:
    """Whether the words for a meeting only say that someone `met 34 rangers`."""
    return language == "en" and told.value == "meeting" and bool(meetings_en.met_them().fullmatch(text, told.start, told.end))


def met_on_the_way(words: str, start: int) -> bool:
    """`visited A, where she met 12 women`; but `spent Tuesday looking at A, and on Thursday they met in B`."""
    clause = max(words.rfind(", ", 0, start), words.rfind(" and ", 0, start), 0)
    return words.startswith(("met ", "sat down "), start) and not A_DAY_EN.search(words, clause, start)


def listed(text: str, start: int, end: int, language: str) -> Iterator[Mention[Kind]]:
    """`Type of activity: site visit; briefing`: what a record names as what was done."""
    nouns = LANGUAGES[language].nouns()
    found = [(m, kind) for kind, pattern in nouns.items() for m in islice(pattern.finditer(text, start, end), 1)]
    yield from (trigger(m, kind, "opens") for m, kind in sorted(found, key=lambda found: found[0].start()))


def find(text: str, start: int, end: int, language: str) -> list[Mention[Kind]]:
    """At most one trigger of each kind, in the order of the sentence."""
    words = QUOTED.sub(lambda m: "\0" * len(m[0]) if len(m[0]) > LONGEST_NAME[language] else m[0], text[start:end])
    words = HEADED.sub(lambda m: "\0" * len(m[0]), words)
    rules = LANGUAGES[language]
    met, went = rules.meeting(words), rules.visit(words)
    if met and went and went.rule != "refers" and went.start < met.start and met_on_the_way(words, met.start):
        met = None
    found = [m for m in (met, went) if m]
    return sorted(
        (Mention(m.start + start, m.end + start, m.kind, m.value, m.basis, m.rule) for m in found), key=lambda m: m.start
    )
