"""A sentence in, the meetings and visits it tells of out. What is planned, wished for or only quoted is none."""

import re

from dashboard.data.records import Kind
from dashboard.extract import triggers_en, triggers_zh
from dashboard.extract.mentions import Mention

LANGUAGES = {"en": triggers_en, "zh": triggers_zh}
QUOTED = re.compile('["“][^"”“]*["”]|「[^」]*」')
LONGEST_NAME = {"en": 25, "zh": 14}  # what is quoted and longer is said by someone; what is shorter may be a name


def find(text: str, start: int, end: int, language: str) -> list[Mention[Kind]]:
    """At most one trigger of each kind, in the order of the sentence."""
    words = QUOTED.sub(lambda m: "\0" * len(m[0]) if len(m[0]) > LONGEST_NAME[language] else m[0], text[start:end])
    rules = LANGUAGES[language]
    met, went = rules.meeting(words), rules.visit(words)
    if (
        met and went and went.start < met.start and words.startswith(("met ", "sat down "), met.start)
    ):  # `visited A, where she met 12 women`
        met = None
    found = [m for m in (met, went) if m]
    return sorted(
        (Mention(m.start + start, m.end + start, m.kind, m.value, m.basis, m.rule) for m in found), key=lambda m: m.start
    )
