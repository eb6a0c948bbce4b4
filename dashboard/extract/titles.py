"""A report, or an event in it, in; its headline or title out."""

import re

from dashboard.data.areas import Areas
from dashboard.extract.elsewhere import At
from dashboard.extract.text import ENDS, HAN, Report
from dashboard.extract.told import Told
from dashboard.words import _

MOST = 200
DATED = re.compile(r"^\W*(?:date:?\s*)?\d{4}-\d\d?-\d\d?\W*", re.IGNORECASE)
DETERMINED = re.compile(
    r"\b(?:an?|the|its|their) ((?:(?!of\b|in\b|on\b|at\b|to\b|an?\b|the\b|its\b|held\b)[\w’'-]+ ){0,5})$", re.IGNORECASE
)
BEFORE_ZH = re.compile(rf"[“”《》{HAN}\d ]{{0,40}}$")
HOLDING = re.compile("^.*(?:召开了?|举行了?|举办了?|主持|出席|参加)")


def headline(report: Report) -> str:
    """The first paragraph if it is one line of a heading's length, else its first sentence."""
    first = DATED.sub("", report.paragraphs[0]).strip() or report.paragraphs[0]
    if len(first) > MOST or ENDS.search(first):
        sentence = report.sentences[0]
        first = report.printed[sentence.start : sentence.end]
    return first if len(first) <= MOST else first[: MOST - 1].rstrip() + "…"


def title(event: Told, places: list[At], report: Report, areas: Areas) -> str:
    """`Work experience exchange meeting`, as printed; `Visit to Xing'an League, Tongliao, Chifeng`."""
    if event.kind == "visit":
        names = [areas[p.mention.value].name if p.mention.value else report.text[p.mention.start : p.mention.end] for p in places]
        return _("Visit to {places}", places=", ".join(names[:6])) if names else _("Visit")
    before = report.text[max(0, event.trigger.start - 60) : event.trigger.start].rpartition("\n")[2]
    noun = report.text[event.trigger.start : event.trigger.end]
    if report.language == "zh":
        return HOLDING.sub("", BEFORE_ZH.search(before)[0]).strip("了的在和并") + noun
    if noun.startswith(("met ", "sat ", "gathered", "held talks", "exchanged")):
        return _("Meeting")
    found = DETERMINED.search(before)
    words = (found[1] if found else "") + noun
    return words[:1].upper() + words[1:]
