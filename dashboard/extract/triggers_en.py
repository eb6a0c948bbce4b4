"""An English sentence in, the meeting and the visit it tells of out."""

import re

from dashboard.data.records import Kind
from dashboard.extract.meetings_en import HELD_THEN, meeting, meetings, met_them
from dashboard.extract.visits_en import NAMED_VISIT, TRIP_TO, visit

__all__ = ["HELD_THEN", "TRIP_TO", "meeting", "met_them", "nouns", "visit"]


def nouns() -> dict[Kind, re.Pattern[str]]:
    return {"visit": NAMED_VISIT, "meeting": meetings()}
