"""The words that tell of a meeting or a visit, as a mention: whether they say that it was, refer to it, or go on with it."""

import re
from typing import Literal

from dashboard.data.records import Kind
from dashboard.extract.mentions import Mention
from dashboard.words import N_

Tells = Literal["opens", "refers", "goes on"]
BASIS: dict[Tells, str] = {
    "opens": N_("the words say that it was held or made"),
    "refers": N_("the words refer to one told before"),
    "goes on": N_("the words tell what was looked at on the way"),
}
BY_WORDS = N_("no word says that it was held or made: reports with such words mostly tell of one")


def trigger(m: re.Match[str], kind: Kind, tells: Tells, part: str | int = 0) -> Mention[Kind]:
    return Mention(m.start(part), m.end(part), "trigger", kind, BASIS[tells], tells)
