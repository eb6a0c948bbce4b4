"""An English report in, where its people are named out: by a post before or behind, in a list after one, by a Chinese surname.

A name of one word, as many Mongols have, needs a post beside it; so does any name that no surname of ours begins.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dashboard.extract import bylines, mongol_en
from dashboard.extract.lexicon import words
from dashboard.extract.name_grammar_en import (
    ALONE,
    ASKED,
    CAPITALS,
    DOES,
    GIVEN,
    IN_CHINESE,
    IN_PLACE,
    LISTED,
    SOMEWHERE,
    TITLE,
    TITLES,
    UPPER,
    WORKERS,
    a_post,
    before,
    behind,
    of_body,
    post_of,
    who,
)
from dashboard.extract.text import Report
from dashboard.words import N_

BEFORE = N_("a post stands before the name")
BEHIND = N_("a post stands behind the name")
SHARED = N_("in a list: the post before the first name is shared")
SURNAME = N_("a Chinese surname and a given name")
MONGOL = N_("made of parts of Mongolian names")
AGAIN = N_("named with a post elsewhere in the report")
BY_SURNAME = N_("a surname alone: one person of the report has it")
BOTH = N_("printed in Latin letters and in Chinese")
KNOWN = N_("the name stands in the list of people")
A_WORD = frozenset(["An", "He", "Long", "Man", "She", "So", "You"])  # surnames that begin a sentence as another word
SHORTEST_ALONE = 4  # `Mayor Zhang` is one named in full before


class Hit(NamedTuple):
    """Where a name stands, with its post and body as printed, and where the words of all three begin and end."""

    start: int
    end: int
    role: str | None
    organization: str | None
    first: int
    last: int
    basis: str
    rule: str
    name: str = ""  # in full, where only a part of it stands there


@cache
def surnames() -> frozenset[str]:
    return frozenset(words("surnames_en"))


@cache
def no_names() -> frozenset[str]:
    return frozenset(words("not_names_en"))


def find(report: Report, known: frozenset[str]) -> Iterator[Hit]:
    text = report.text
    hits = [hit for sentence in report.sentences for hit in named(text[: sentence.end], sentence.start, known)]
    names = {text[hit.start : hit.end]: hit.rule for hit in hits}
    full = {name: whole for name, rule in names.items() if rule == "post before" and (whole := in_full(name, text))}
    names |= dict.fromkeys(full.values(), "in full")
    parts = Counter(part for name in names if " " in name for part in name.split())
    yield from (hit for hit in hits if text[hit.start : hit.end] not in parts)
    for name, rule in names.items():
        if rule == "in full" or (rule not in ("surname", "known") and name not in parts and text.count(name) > 1):
            for m in re.finditer(rf"\b{re.escape(name)}\b", text):
                yield Hit(*m.span(), None, None, *m.span(), AGAIN, "again")
        first = name.split()[0]
        if " " in name and first in surnames() and parts[first] == 1:
            inside = r"(?:(?<=[a-z] )|(?<=[a-z], ))" if first in A_WORD else ""
            for m in re.finditer(rf"(?<![\w’'-])(?<![A-Z]\. ){inside}{first}(?![\w’'-]| [A-Z])", text):
                yield Hit(*m.span(), None, None, *m.span(), BY_SURNAME, "surname alone", name)
    for name, whole in full.items():
        for hit in hits:
            if text[hit.start : hit.end] == name:
                yield hit._replace(name=whole)


def in_full(name: str, text: str) -> str | None:
    """`Peter Hallam` for the `Hallam` of `Mr. Hallam`, if one person of the report has that name."""
    if " " in name:
        return None
    found = {m[0] for m in re.finditer(rf"\b{UPPER}[a-zà-ž]+ {re.escape(name)}\b", text)}
    found = {
        words for words in found if trimmed(words, 0, len(words)) == (0, len(words)) and words.split()[0] not in TITLES.split("|")
    }
    return found.pop() if len(found) == 1 else None


def named(text: str, at: int, known: frozenset[str]) -> Iterator[Hit]:
    """Those of the sentence that begins at `at` and ends with the text."""
    first, shared, taken = at, None, at
    while hit := CAPITALS.search(text, at):
        at = hit.end()
        start, end = trimmed(text, hit.start(), hit.end())
        if start is None:
            continue
        if " " in text[start:end] and post_of().search(text, max(first, start - 40), start):  # `Vice mayor of Ergun Maria Liu`
            second = start + text[start:end].index(" ") + 1
            start = second if " " in text[second:end] else start
        post = before().search(text, max(first, start - 90), start)
        found = judged(text, start, end, post, known)
        if found and found.rule == "post behind" and start < taken and text[start:end].split()[0] not in surnames():
            continue  # `Agriculture and Animal Husbandry` of a post
        listed = shared and LISTED.fullmatch(text, shared[0], start)
        if listed and (not found or found.rule == "both"):
            found = Hit(start, end, shared[1], None, start, end, SHARED, "list")
        if found:
            taken = max(taken, found.last)
            many = post["role"] if post and post["many"] else shared[1] if shared and found.rule == "list" else None
            shared = (behind_chinese(text, end), many) if many else None
            yield found


def proposed(report: Report, offered: Mapping[int, tuple[int, str]]) -> Iterator[Hit]:
    """Names that someone else found, with the posts that we read beside them."""
    for start, (end, by) in offered.items():
        post = before().search(report.text, max(0, start - 90), start)
        hit = judged(report.text, start, end, post, frozenset()) or Hit(start, end, None, None, start, end, "", "")
        yield hit._replace(basis=f"{hit.basis}; {by}" if hit.basis else by, rule="proposed")


def trimmed(text: str, start: int, end: int) -> tuple[int | None, int]:
    """Without the capitalised words at either side that belong to no name: `Vice Premier Li Keqiang` is `Li Keqiang`."""
    end -= 2 * text[start:end].endswith(("'s", "’s"))
    tokens = [(m.start() + start, m.end() + start, m[0]) for m in re.finditer(r"\S+", text[start:end])]
    if tokens and tokens[-1][2] in words("bodies_en"):
        return None, end  # `Baltic-China Chamber`
    no_name = [
        i
        for i, token in enumerate(tokens)
        if token[2] not in surnames()
        and (token[2].rstrip(".") in no_names() or a_post().fullmatch(token[2]) or token[2].endswith(("'s", "’s")))
    ]
    if not no_name and len(tokens) > 1 and WORKERS.fullmatch(tokens[0][2]):
        no_name = [0]
    if no_name and no_name[-1] < len(tokens) - 1 and not (no_name[-1] and tokens[0][2] in surnames()):
        tokens = tokens[no_name[-1] + 1 :]
    elif no_name:
        tokens = tokens[: no_name[0]]
    if len(tokens) > 2 and tokens[0][2] in surnames():
        tokens = tokens[:2]
    if len(tokens) > 2 and tokens[1][2] in surnames() and tokens[0][2] not in surnames():
        tokens = tokens[1:3]
    return (tokens[0][0], tokens[-1][1]) if 0 < len(tokens) < 5 else (None, end)


def judged(text: str, start: int, end: int, post: re.Match | None, known: frozenset[str]) -> Hit | None:
    name, tail = text[start:end], behind_chinese(text, end)
    placed = SOMEWHERE.search(text[max(0, start - 8) : start])
    if bylines.hold(text, start):
        return None
    titled = TITLE.search(text, max(0, start - 14), start)
    mongolian = not placed and mongol_en.is_name(text, start, end)
    if (
        " " not in name
        and not (titled or mongolian)
        and tail == end
        and (placed or len(name) < SHORTEST_ALONE or name in surnames() or name in TITLES or not ALONE.fullmatch(name))
    ):
        return None
    surname, _space, given = name.partition(" ")
    chinese = surname in surnames() and bool(GIVEN.fullmatch(given))
    follows = behind().match(text, tail)
    if follows and not (follows[0].startswith(",") or follows[0].startswith(" (")):
        follows = None
    if placed and follows and " " not in name and IN_PLACE.search(text, max(0, start - 4), start):
        follows = None
    if not follows and not placed and (" " in name or mongolian or text.startswith(", who ", tail)):
        follows = who().match(text, tail)
    if follows:
        if not follows["role"]:
            return Hit(start, end, None, None, start, end, BEHIND, "post behind")
        post = DOES.split(follows["role"])[0]
        role, organization = parted(post)
        return Hit(start, end, role, organization, start, follows.start("role") + len(post), BEHIND, "post behind")
    if not post and ASKED.search(text, max(0, start - 20), start):
        return Hit(start, end, None, None, start, end, BEFORE, "post before")
    if not post and (" " in name or not placed) and text.startswith(",", end):
        post = of_body().search(text, max(0, start - 90), start)
    if post and not post["role"]:
        return Hit(start, end, None, None, start, end, BEFORE, "post before")
    if post:
        role, organization = parted(post["role"])
        return Hit(start, end, role, organization, post.start("role"), end, BEFORE, "post before")
    if titled and (" " in name or name not in surnames()):
        return Hit(start, end, None, None, start, end, BEFORE, "post before")
    if tail > end and not placed and not text[end:tail].isascii():
        return Hit(start, end, None, None, start, end, BOTH, "both")
    if name in known:
        return Hit(start, end, None, None, start, end, KNOWN, "known")
    if chinese or mongolian:
        return Hit(start, end, None, None, start, end, SURNAME if chinese else MONGOL, "surname")
    return None


def behind_chinese(text: str, end: int) -> int:
    """Where a name ends with its Chinese signs behind it."""
    m = IN_CHINESE.match(text, end)
    return m.end() if m else end


def parted(role: str) -> tuple[str, str | None]:
    """`secretary and chairman of the X Committee` -> (`secretary and chairman`, `X Committee`)."""
    post, of, body = role.strip().partition(" of ")
    body = re.sub(r"^the ", "", body.strip())
    return (post, body) if of and re.search("[A-Z]", body) else (role.strip(), None)
