"""A sentence in, the groups that took part out: `representatives from 12 banners`, `市林草局、财政局等部门负责人`.

A headcount is stated only where a number of people is printed. A number of banners is none.
"""

import re
from collections.abc import Sequence

from dashboard.data.records import Headcount
from dashboard.extract import groups_en, groups_zh
from dashboard.extract.mentions import Mention, longest
from dashboard.words import N_

TOOK_PART = N_("the sentence says that they took part")
BY_ITSELF = N_("named where the event is told, by a number of people or by what they did there")
ALL_LEAGUES = N_('"All leagues" can mean the 3 leagues or all 12 leagues and cities of the region, so no number is read from it.')
LANGUAGES = {"en": groups_en, "zh": groups_zh}


def find(text: str, start: int, end: int, language: str, names: Sequence[int] = ()) -> list[Mention[Headcount]]:
    """The groups of one sentence, if it says that someone took part. `names`: where the names of people end in it."""
    rules = LANGUAGES[language]
    told = [Mention(a, b, "group", count, TOOK_PART, "took part") for a, b, count in rules.find(text, start, end, names)]
    sure = [Mention(a, b, "group", count, BY_ITSELF, "by itself") for a, b, count in rules.sure(text, start, end)]
    return longest([*told, *sure])


def whole(words: str, language: str) -> Mention[Headcount]:
    """Words that someone else takes for a group: its number is what we read in them."""
    return Mention(0, len(words), "group", LANGUAGES[language].headcount(words), TOOK_PART, "proposed")


def note(words: str) -> str | None:
    return ALL_LEAGUES if re.search(r"\ball (?:the )?leagues\b|各盟(?!市)", words) else None
