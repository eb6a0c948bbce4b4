"""A sentence that tells of no event, and the event told last, in; whether it says who came to that one out."""

import datetime as dt
import re

from dashboard.extract import groups
from dashboard.extract.annotate import Marks
from dashboard.extract.dates import When
from dashboard.extract.lexicon import pattern
from dashboard.extract.mentions import Mention, within
from dashboard.extract.people import Named
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import Part, Told

DID = (
    "(?:[a-z]+ed|said|told|set|took|showed|gave|spoke|made|saw|led|met|drew|put|sat|went|came|let|read|ran|kept|held|brought|thought|"
    "found|felt|wrote|sent)"
)
SPEAKS = re.compile(
    r"(?:, (?:who|an?|the|[a-z]+ing) [^,.;]{2,100}(?=,)| (?:of|from) [^,.;]{2,60}?)?,? (?:also |then )?"
    rf"(?!retired|died|resigned|founded){DID}\b"
)
SAID = re.compile(r"\b(?:said|added|explained|recalled|noted) (?:the )?$")
IN_A_SPEECH = re.compile(
    r"\bin (?:his|her|their|an?) (?:\w+ )?(?:speech|remarks|address|lecture)\b|"
    r"\b(?:said|noted|added|suggested) (?:in|at|during) the "
    r"(?:discussion|meeting|session|debate|talks|forum|conference|opening|seminar)\b"
)
ELSEWHERE = re.compile(
    r"\binterview|\breporters?\b|\bby (?:phone|telephone)|\bstatement\b|[Aa]ccording to|\btold (?:Xinhua|China Daily|the paper)|"
    r"电话|采访|接受|告诉记者|据|未能|因故|委托|书面|来信|贺信|批示"
)
OF_A_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|since|whose)\b[^.;]*$")
WEEK = dt.timedelta(7)


def belongs(report: Report, marks: Marks, sentence: Sentence, event: Told) -> bool:
    text, start, end = report.text, sentence.start, sentence.end
    days = [m for m in within(marks.dates, start, end) if not OF_A_CLAUSE.search(text, start, m.start)]
    if of_another_time(event, days):
        return False
    goes_on = report.language == "en" and text.find("\n\n", event.parts[-1].end, start) < 0  # the paragraph that told of it
    if takes_part(report, sentence) or (goes_on and groups.find(text, start, end, "en")):
        return True
    named = within(marks.people, start, end)
    here = any(goes_on and m.value.role for m in named) or any(spoke(m, text) for m in named)
    return here and not ELSEWHERE.search(text, start, end)


def of_another_time(event: Told, found: list[Mention[When]]) -> bool:
    """Whether the days that words print are all far from those of the event."""
    days = [m.value for m in found if m.value.start]
    when = event.date.value if event.date else When()
    return bool(days and when.start) and all(day.end < when.start - WEEK or when.end + WEEK < day.start for day in days)


def takes_part(report: Report, words: Sentence | Part) -> bool:
    """Whether words say that someone took part."""
    cue = pattern(f"attending_{report.language}").search(report.text, words.start, words.end)
    return bool(cue or IN_A_SPEECH.search(report.text, words.start, words.end))


def spoke(m: Mention[Named], text: str) -> bool:
    """Whether someone with a post is told to say or do something: `the mayor, Li Ming, said`, `said Li Ming, the mayor`."""
    first, last = min(m.start, m.value.role_start or m.start), max(m.end, m.value.role_end or 0)
    if not m.value.role and m.rule not in ("post before", "post behind"):
        return False
    if not text[m.start].isascii():
        return True
    return bool(SPEAKS.match(text, last) or SAID.search(text, max(0, first - 20), first))
