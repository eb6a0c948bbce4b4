"""A Chinese report in, where its people are named out: after a post, in a list after one, or before a verb of taking part."""

import re
from collections.abc import Iterator
from functools import cache

from dashboard.extract.lexicon import either, pattern, words
from dashboard.extract.text import HAN, Report
from dashboard.words import N_

BY_POST = N_("a post stands before the name")
BY_LIST = N_("in a list: the post before the first name is shared")
BY_VERB = N_("a surname, and a verb of taking part behind")
BY_KNOWN = N_("the name stands in the list of people")
BREAK = re.compile(r"[，。；：！？、\s“”《》（）()|/]")
COMPLETE = re.compile(r"[，。；：！？、\s“”《》（）()|/]|$")
LEAD = re.compile(r"^(?:由|和|及|与|在|以及|会上|其中|随后|日前|近日|上午|下午|当天|来自|会议由|活动由)+")
NO_NAME = re.compile("[年会议团组员委届们各该此与的了说等]|近日|昨日|书记|主席|主任|部门|工作")
LED_BY = re.compile(rf"以([{HAN}]{{2,7}}?)(?:同志)?为(副?(?:团长|组长|队长))")  # 以孙岚为副团长的代表团
MADE = re.compile("(?:同志)?为")
Hit = tuple[int, int, str | None, str | None, int, int, str, str]
BODY_END = re.compile("(?:党组|党委|委员会|政协|人大常委会|人大|政府|行署|[市旗县区盟]委|统战部|工商联|公司|[部局厅办院会])")


@cache
def mongol() -> frozenset[str]:
    return frozenset("".join(words("mongol_zh")))


@cache
def surnames() -> frozenset[str]:
    return frozenset(words("surnames_zh"))


@cache
def follow() -> re.Pattern[str]:
    return re.compile(either("follow_zh"))


def name_at(text: str, at: int, after: re.Pattern[str] | None = None) -> int | None:
    """Where the name that begins at `at` ends. The reading with the longest word behind it wins, then the longer."""
    best: tuple[int, int] | None = None
    surname = next((s for s in (text[at : at + 2], text[at : at + 1]) if s in surnames()), "")
    for length in range(2, 9):
        name = text[at : at + length]
        if len(name) < length or not all(sign in "·•" or "\u3400" <= sign <= "\u9fff" for sign in name) or NO_NAME.search(name):
            break
        chinese = bool(surname) and len(surname) < length <= len(surname) + 2
        if not chinese and not (length > 2 and all(sign in mongol() or sign in "·•" for sign in name)):
            continue
        behind = (after or follow()).match(text, at + length)
        ends = 9 if not after and COMPLETE.match(text, at + length) else len(behind[0]) if behind else 0
        if ends and (best is None or (ends, length) >= best):
            best = ends, length
    return at + best[1] if best else None


def role_before(text: str, end: int) -> int:
    """Where the words of the posts that end at `end` begin: `自治区政协党组书记、主席` is one role of two posts."""
    post_before = re.compile(f"{either('posts_zh')}$")
    start = end
    while True:
        while start and not BREAK.match(text[start - 1]) and not text[start - 1].isdigit() and end - start < 60:
            start -= 1
        if start > 1 and text[start - 1] == "、" and post_before.search(text, max(0, start - 12), start - 1):
            start -= 1
            continue
        break
    lead = LEAD.match(text[start:end])
    return start + lead.end() if lead else start


def find(report: Report, known: frozenset[str]) -> Iterator[Hit]:
    text, done, posts = report.text, 0, pattern("posts_zh")
    for post in posts.finditer(text):
        if post.end() < done or not (end := name_at(text, post.end())):
            continue
        begin = max(role_before(text, post.end()), done)
        role = text[begin : post.end()]
        body, post_words = parted(role)
        yield post.end(), end, post_words or role, body, begin, end, BY_POST, "post"
        done = end
        while text.startswith("、", done) and (end := name_at(text, done + 1)) and not posts.search(text, done, end):
            yield done + 1, end, post_words or role, body, done + 1, end, BY_LIST, "list"
            done = end
    for m in LED_BY.finditer(text):
        if name_at(text, m.start(1), MADE) == m.end(1):
            yield m.start(1), m.end(1), m[2], None, m.start(1), m.end(2), BY_POST, "post behind"
    acting = pattern("acting_zh")
    starts = re.compile(f"(?:^|(?<=[，。；：、\\s]))(?=[{HAN}])", re.MULTILINE)
    for at in starts.finditer(text):
        if text[at.start()] not in "于和由与全" and (end := name_at(text, at.start(), acting)):
            yield at.start(), end, None, None, at.start(), end, BY_VERB, "verb"
    for name in known:
        if len(name) > 2 and "\u3400" <= name[0] <= "\u9fff":
            for m in re.finditer(re.escape(name), text):
                yield m.start(), m.end(), None, None, m.start(), m.end(), BY_KNOWN, "known"


def parted(role: str) -> tuple[str | None, str]:
    """`赤峰市政协副主席` -> (`赤峰市政协`, `副主席`); a role without a body keeps its words."""
    last = None
    for m in BODY_END.finditer(role):
        if role[m.end() :] and not role[m.end() :].startswith(("长", "员", "书记处")):
            last = m
            break
    return (role[: last.end()], role[last.end() :]) if last else (None, role)
