"""An English sentence in, the meeting and the visit it tells of out."""

import re

from dashboard.data.records import Kind
from dashboard.extract.meetings_en import meeting, meetings
from dashboard.extract.visits_en import NAMED_VISIT, visit

__all__ = ["meeting", "nouns", "visit"]


def nouns() -> dict[Kind, re.Pattern[str]]:
    return {"visit": NAMED_VISIT, "meeting": meetings()}
