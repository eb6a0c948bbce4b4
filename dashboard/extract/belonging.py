"""A sentence that tells of no event, and the event told last, in; whether it says who came to that one out."""

import datetime as dt
import re
from functools import cache

from dashboard.extract import groups
from dashboard.extract.annotate import Marks
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.likely_there import SURE, chance
from dashboard.extract.mentions import Mention, within
from dashboard.extract.people import Named
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import Part, Told
from dashboard.extract.when import When

SAYS_ZH = re.compile(
    "(?:随后|当场|当即|则|也|还)?(?:说|告诉|坦言|直言|表示|讲述|讲解|介绍|演示|反映|回忆|感慨|建议|一路讲解)|在[^，。；]{1,12}(?:上|中|时)说"
)
IN_A_SPEECH = re.compile(
    r"\b(?:Q|Question|A|Answer)\.? \((?=[A-Z])|"
    r"\bin (?:his|her|their|an?) (?:\w+ )?(?:speech|remarks|address|lecture)\b|"
    r"\b(?:said|noted|added|suggested) (?:in|at|during) the "
    r"(?:discussion|meeting|session|debate|talks|forum|conference|opening|seminar)\b"
)
ELSEWHERE = re.compile(
    r"\binterview|\b(?:told|to) (?:this |a )?reporters?\b|\bby (?:phone|telephone)|\bstatement\b|[Aa]ccording to|"
    r"\btold (?:Xinhua|China Daily|the paper)|"
    r"电话|采访|接受|告诉记者|(?<![数证根依票])据|未能|因故|委托|书面|来信|贺信|批示"
)
OF_A_CLAUSE = re.compile(  # the days that someone speaks of are none of the event
    r"\b(?:which|who|that|where|when|since|whose|said|told|promised|reported|replied|explained)\b[^.;]*$|"
    "(?:介绍|说|表示|反映|指出|汇报|通报|回应|告诉|强调|要求|建议)[^。；]*$"
)
WEEK = dt.timedelta(7)


@cache
def did() -> str:
    """A pattern of what someone did, in the past."""
    no_verb = r"(?!(?:seed|feed|need|weed|breed|speed|reed|shed|bed|sled|red|hundred|watershed)\b)"
    return rf"(?:{no_verb}[a-z]+ed|{either('did_en')})"


def belongs(report: Report, marks: Marks, sentence: Sentence, event: Told) -> bool:
    text, start, end = report.text, sentence.start, sentence.end
    days = [m for m in within(marks.dates, start, end) if not OF_A_CLAUSE.search(text, start, m.start)]
    if of_another_time(event, days):
        return False
    goes_on = report.language == "en" and text.find("\n\n", event.parts[-1].end, start) < 0  # the paragraph that told of it
    if takes_part(report, sentence) or (goes_on and groups.find(text, start, end, "en")):
        return True
    return names_some(report, marks, sentence, goes_on=goes_on)


def names_some(report: Report, marks: Marks, sentence: Sentence, *, goes_on: bool = False) -> bool:
    """Whether a sentence that tells of no event names someone who took part in one."""
    if ELSEWHERE.search(report.text, sentence.start, sentence.end):
        return False
    named = within(marks.people, sentence.start, sentence.end)
    if report.language == "zh":
        return any(spoke(m, report.text) for m in named)
    return any((goes_on and m.value.role) or chance(m, report, sentence, marks) >= SURE for m in named)


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
    """Whether someone in a Chinese report has a post, or is told to say something."""
    return bool(SAYS_ZH.match(text, m.end) or m.value.role or m.rule in ("post before", "post behind"))
