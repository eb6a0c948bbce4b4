"""How likely a sentence with a day in it tells of a meeting or of a visit: by all its words, as weighed in other reports.

So a verb that no list has is seen, and one that only looks like a visit's is not. The weights are those of a logistic regression
over the reports of benchmarks/reports/ (`benchmarks/weigh.py`). What is found by them is always to be looked at twice.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dashboard.data.records import Kind
from dashboard.extract import weighing
from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import did
from dashboard.extract.date_grammar import OF_A_RULE
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention, within
from dashboard.extract.openings import BY_DAY, BY_DOING, WENT_HOME
from dashboard.extract.text import Report, Sentence
from dashboard.extract.trigger import BASIS, BY_WORDS
from dashboard.extract.wording import Word, features, words

KINDS: tuple[Kind, ...] = ("meeting", "visit")
SURE, OPEN = 0.85, 0.5  # likely of one kind, and not of the other
LEAST = {BASIS["opens"]: 0.1, BY_DAY: 0.2, BY_DOING: 0.2, BASIS["goes on"]: 0.4}  # less likely than this it is none
LEAST_WITHOUT_DAY = 0.6  # of a visit whose sentences print none
LETTERS, HAN = re.compile(r"[a-z’'-]{4,}"), re.compile("[\u4e00-\u9fff] [\u4e00-\u9fff]")
ELECTED = re.compile(r"\b(?:was|were) (?:re-?)?(?:elected|appointed|sworn in)\b|\b(?:took|taken) (?:the|an|his|her|their) oath\b")
NOT_HELD = re.compile(
    r"\b(?:postponed|cancel+ed|called off|put off)\b|\bcalled (?:up)?on [^.;]{2,80}? to [a-z]+\b|推迟|取消|延期"
)


def chances(said: list[Word], language: str) -> dict[Kind, float]:
    """How likely such a sentence tells of each kind of event, from 0 to 1."""
    return weighing.chances(features(said), f"weights_{language}")


def dated(report: Report, sentence: Sentence, marks: Marks) -> list[Mention]:
    """The days that a sentence prints, but those of things: `the fire of May 2`."""
    found = within(marks.dates, sentence.start, sentence.end)
    found = [m for m in found if m.value.start and m.value.precision in ("day", "range")]
    return [m for m in found if not OF_A_RULE.search(report.text, max(sentence.start, m.start - 20), m.start)]


def weighed(found: list[Mention[Kind]], report: Report, sentence: Sentence, marks: Marks) -> list[Mention[Kind]]:
    """What rules found in a sentence with a day, without what is unlikely; where they found nothing that was, what is likely."""
    if not dated(report, sentence, marks):
        return found
    said = words(report, sentence, marks)
    chance = chances(said, report.language)
    found = [t for t in found if chance[t.value] >= LEAST.get(t.basis, 0)]
    other, kind = sorted(KINDS, key=lambda kind: chance[kind])
    told = any(t.rule != "refers" or t.value == kind for t in found)
    if told or chance[kind] < SURE or chance[other] > OPEN or was_not(report, sentence):
        return found
    if kind == "visit" and ELECTED.search(report.text, sentence.start, sentence.end):  # in the room where a session was
        return found
    return sorted([*found, *telling(said, kind, report)], key=lambda t: t.start)


def was_not(report: Report, sentence: Sentence) -> bool:
    """Whether words say of anything that it is planned, was not held or is no meeting: the weights do not know of what."""
    said = (NOT_HELD, WENT_HOME, pattern(f"planned_{report.language}"), something_else())
    return any(words.search(report.text, sentence.start, sentence.end) for words in said)


@cache
def something_else() -> re.Pattern[str]:
    """`A marathon was held`, `sent a letter of sympathy to the mayor`."""
    sent = r"\bsent (?:an? |his |her |their )?(?:letters?|messages?|telegrams?|greetings|condolences)\b"
    return re.compile(rf"\b{either('no_meetings_en')} (?:took place|was held|were held)\b|{sent}")


def telling(said: list[Word], kind: Kind, report: Report) -> Iterator[Mention[Kind]]:
    """The word that speaks most for a kind, of a visit a verb if there is one; in Chinese the two signs."""
    weight = weighing.weights(f"weights_{report.language}")[kind]
    if report.language == "zh":
        signs = [Word(one.start, other.end, f"{one.says} {other.says}") for one, other in pairwise(said)]
        said = [two for two in signs if HAN.fullmatch(two.says)]
    else:
        said = [word for word in said if LETTERS.fullmatch(report.text, word.start, word.end)]
        said = [word for word in said if not pattern("function_en").fullmatch(word.says)]
        said = [word for word in said if kind == "visit" and re.fullmatch(did(), word.says)] or said
    if said:
        most = max(said, key=lambda word: weight.get(word.says, 0))
        yield Mention(most.start, most.end, "trigger", kind, BY_WORDS, "opens")
