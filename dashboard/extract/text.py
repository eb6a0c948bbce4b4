"""Bytes or a string in, a Report out: canonical text, its paragraphs and sentences with their spans, its language.

Every span of a draft counts characters of `Report.printed`, which is stored as it stands here. The rules read `Report.text`: the
same, sign by sign, with the full-width marks that Chinese has, where a page has others.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dashboard.data.errors import DaybookError
from dashboard.data.records import PARAGRAPH_BREAK
from dashboard.words import N_

MOST_BYTES = 1_000_000
MOST_CHARACTERS = 100_000  # the longest real report of the corpus has a tenth of it; a check of every quote has to stay quick
MOST_OF_HEADLINE = 300
LONGER_THAN_CUT = 200
MOST_OF_SENTENCE = 1_000  # what is longer is cut: each rule looks over a sentence more than once
HAN = "\u3400-\u9fff"
FULL_WIDTH = dict(zip(map(ord, ",;:!?()"), "，；：！？（）", strict=True))
HALF_WIDTH = re.compile(r"(?<![0-9A-Za-z])[,;:!?()]|[,;:!?()](?![0-9A-Za-z])")
CONTROL = dict.fromkeys((*range(9), 9, 11, 12, *range(14, 32), 127, 160, 65279), " ")
END_ZH = re.compile("[。！？；][”’」』）]?")
END_EN = re.compile(r"[.!?][\"”’)]?(?=\s+[\"“‘(]?[A-Z0-9])")
NO_END = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|No|St|vs|etc|Gen|Sen|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)$")
ENDS = re.compile(r"[.!?。！？…]\W*$")
ENDS_LINE = re.compile("[。！？；：!?;:”’」』）)…]$")
BEGINS_LINE = re.compile(r"[-*•·●▪◆◇■□▲★☆（(]|\d{1,4} ?[年月.、]|[一二三四五六七八九十]+、")
CUT_ZH = range(15, 61)  # signs in a line of a page
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
A_DAY = re.compile(
    rf"\s*{_WEEKDAY}(?: and {_WEEKDAY})?\.|"
    r"\s*(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8} \d{1,2}|\d{1,2}(?:\s?(?:[-–]|and|"
    r"to)\s?\d{1,2})? [A-Z][a-z]{2,8})(?:\s?(?:[-–]|and|to)\s?\d{1,2})?(?:, [A-Z][\w’' ]{2,40})?\."
)  # `June 28. A forum was held`


class BadText(DaybookError):
    """A text that no draft can be made from."""


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Report:
    text: str
    printed: str
    paragraphs: tuple[str, ...]  # as printed
    language: Literal["en", "zh"]
    sentences: tuple[Sentence, ...]

    @property
    def headline_end(self) -> int:
        """Where a headline ends, a first paragraph that does not end as a sentence does; 0 where there is none."""
        first = self.paragraphs[0]
        return len(first) if len(self.paragraphs) > 1 and not ENDS.search(first) and len(first) < MOST_OF_HEADLINE else 0


def decode(content: bytes) -> str:
    """UTF-8, with or without its mark, or GB18030. Raises BadText."""
    if len(content) > MOST_BYTES:
        raise BadText(N_("The file has more than {most} bytes: give one report at a time."), most=MOST_BYTES)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadText(N_("The file is no plain text in UTF-8 or GB18030: save it in one of these."))


def report_of(text: str) -> Report:
    """Raises BadText for a text that is empty, or too long for one report."""
    if len(text) > MOST_CHARACTERS:
        raise BadText(N_("The text has more than {most} characters: give one report at a time."), most=MOST_CHARACTERS)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise BadText(N_("The text holds half a character: save it in UTF-8."))
    text = unicodedata.normalize("NFC", re.sub("\r\n?|\u2028|\u2029|\x85", "\n", text)).translate(CONTROL)
    language = language_of(text)
    parts = split(text, language)
    if not parts:
        raise BadText(N_("There are no words in the text."))
    printed = PARAGRAPH_BREAK.join(parts)
    read = as_read(printed) if language == "zh" else printed
    sentences, at = [], 0
    for i, paragraph in enumerate(read.split(PARAGRAPH_BREAK)):
        sentences += [Sentence(at + start, at + end, i) for start, end in bounds(paragraph, language)]
        at += len(paragraph) + len(PARAGRAPH_BREAK)
    return Report(read, printed, tuple(parts), language, tuple(sentences))


def in_quotes(text: str, at: int) -> bool:
    """Whether words stand in direct speech."""
    paragraph = text[text.rfind("\n\n", 0, at) + 1 : at]
    return paragraph.count("“") > paragraph.count("”") or paragraph.count('"') % 2 == 1


def as_read(chinese: str) -> str:
    """`8月12日,李明到会` with the comma of Chinese; one within a number, `1,200`, or between Latin letters stays."""
    return HALF_WIDTH.sub(lambda m: m[0].translate(FULL_WIDTH), chinese)


def language_of(text: str) -> Literal["en", "zh"]:
    """Chinese needs fewer characters for the same: a third of them is enough."""
    return "zh" if 3 * len(re.findall(f"[{HAN}]", text)) > len(re.findall("[A-Za-z]", text)) else "en"


def split(text: str, language: str) -> list[str]:
    """A Chinese paragraph is a line. An English one ends at an empty line or before an item of a list.

    Where there is no empty line, or lines are too long to be cut for a page's width, it ends at the line's end.
    """
    if language == "zh":
        text = rejoined(text)
    wrapped = max(map(len, text.split("\n"))) < LONGER_THAN_CUT
    lines = language == "zh" or not wrapped or not re.search(r"\S[ ]*\n\s*\n\s*\S", text)
    parts = re.split(r"\n" if lines else r"\n[ ]*\n|\n(?=[ ]*(?:[-*•·●▪◆◇■□▲★☆]|\d{1,2}[.)])[ ])", text)
    return [part for part in (re.sub(r"\s*\n\s*", " ", part).strip() for part in parts) if part]


def rejoined(text: str) -> str:
    """A Chinese text with its paragraphs in a line each, where it was cut for a page: `旗长王`, and below it `海英出席会议。`"""
    lines = [line.strip() for line in text.split("\n")]
    width = max(map(len, lines))
    open_ended = [line for line in lines if line and not ENDS_LINE.search(line)]
    full = [line for line in open_ended if len(line) >= 0.7 * width]
    if width not in CUT_ZH or len(full) < 3 or 2 * len(full) < len(open_ended):
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        cut = before in full and line and not BEGINS_LINE.match(line)
        if cut:
            joined[-1] += line
        else:
            joined.append(line)
    return "\n".join(joined)


def bounds(paragraph: str, language: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends: `Mr. Li came. He left.` has two."""
    found, begin = [], 0
    for end in (END_ZH if language == "zh" else END_EN).finditer(paragraph):
        if language == "en" and (
            NO_END.search(paragraph, begin, end.start() + 1) or A_DAY.fullmatch(paragraph, begin, end.end())
        ):
            continue
        found.append((begin, end.end()))
        begin = end.end()
    found.append((begin, len(paragraph)))
    spans = [(a + len(paragraph[a:b]) - len(paragraph[a:b].lstrip()), a + len(paragraph[a:b].rstrip())) for a, b in found]
    return [(at, min(at + MOST_OF_SENTENCE, b)) for a, b in spans for at in range(a, b, MOST_OF_SENTENCE)]
