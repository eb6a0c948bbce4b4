"""How likely someone named in an English report took part in what it tells of: by the words of the sentence, and where he stands.

The weights are those of a logistic regression over the names of benchmarks/reports/ (`benchmarks/weigh.py`).
"""

import re
from dataclasses import replace

from dashboard.extract import weighing
from dashboard.extract.annotate import Marks
from dashboard.extract.mentions import Mention
from dashboard.extract.name_grammar_en import TITLE
from dashboard.extract.people import Named
from dashboard.extract.text import Report, Sentence
from dashboard.extract.wording import features, words

SURE, UNLIKELY = 0.7, 0.2
PARTS = 6  # of a report: who is named at its end was seldom there
SHORT = 1  # paragraphs behind the headline
NEAR = 3  # words
LONGEST_TITLE, FAR = 14, 300  # signs
HAN = re.compile("[\u4e00-\u9fff]")
START, END = "^", "$"
LISTED, LISTED_BEHIND = re.compile("PERSON (?:,|and|, and)$"), re.compile("(?:,|and|, and) PERSON\\b")


def signs(m: Mention[Named], report: Report, sentence: Sentence, marks: Marks) -> set[str]:
    """Each behind a letter for where it stands. Names of one list have the same beside them."""
    title = TITLE.search(report.text, max(0, m.start - LONGEST_TITLE), m.start)
    first = min(m.start, m.value.role_start or m.start, title.start() if title else m.start)
    last = max(m.end, m.value.role_end or 0)
    around = replace(sentence, start=max(sentence.start, first - FAR), end=min(sentence.end, last + FAR))
    said = [word for word in words(report, around, marks) if not HAN.match(word.says)]  # `Bao Long (宝龙), head of`
    said = [word for word in said if word.end <= first or word.start >= last]
    before = [START, *(word.says for word in said if word.end <= first)]
    behind = [*(word.says for word in said if word.start >= last), END]
    while link := LISTED.search(" ".join(before[-3:])):
        del before[-len(link[0].split()) :]
    while link := LISTED_BEHIND.match(" ".join(behind[:3])):
        del behind[: len(link[0].split())]
    found = {f"s{feature}" for feature in features(said)} | {f"o{word.lower()}" for word in (m.value.role or "").split()}
    for n in range(1, NEAR + 1):
        found |= {f"b{' '.join(before[-n:])}", f"a{' '.join(behind[:n])}"}
    where = PARTS * first // len(report.text) if report.sentences[-1].paragraph > SHORT else "-"
    return found | {f"p{where}", f"r{m.rule}"}


def chance(m: Mention[Named], report: Report, sentence: Sentence, marks: Marks) -> float:
    """From 0 to 1."""
    return weighing.chances(signs(m, report, sentence, marks), "weights_there_en")["there"]
