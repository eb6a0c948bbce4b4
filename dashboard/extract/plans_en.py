"""The words before a meeting or a visit in, whether it is only planned, asked for or wished for out."""

import re

from dashboard.extract.lexicon import pattern

WHILE = re.compile(
    r"\b(?:after an?|during|while|when (?:he|she|they)|as (?:he|she|they)|at the end of|in the course of|"
    r"on the sidelines of|at an?|at the|as an?|as the) "
)


OFF = re.compile(
    r"[^.;]{0,160}?\b(?:(?:was|were|has been|had been|is|had to be) (?:postponed|cancel+ed|called off|put off|moved to))\b|"
    r"[^.;]{0,60}?(?:--|—|–) (?:postponed|cancel+ed|called off)\b"
)
CALLED_OFF = re.compile(  # `They were to look over the reeds, but the trip had to be called off`
    r"\b(?:trip|visit|tour|outing|excursion|inspection|journey) (?:had to be|was|were|has been|had been) "
    r"(?:postponed|cancel+ed|called off|put off)\b"
)
ASKED = re.compile(r"\b(?:was|were|been) asked (?:[^,.;]{2,30} )?to\b")


def planned(words: str, at: int) -> bool:
    """Whether what stands before it in its sentence says that it has not happened."""
    on_it = [m.end() for m in WHILE.finditer(words, 0, at)]  # `has called for more trees during an inspection of Chifeng`
    if ASKED.search(words, on_it[-1] if on_it else 0, at):
        return True
    plans = pattern("planned_en").finditer(words, on_it[-1] if on_it else 0, at)
    return any(not words.startswith(("’s", "'s"), m.end()) for m in plans)  # but `next year's list of works`
