"""An English report in, where its people are named out: after a post, before one, or a Chinese surname with a given name."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.extract.lexicon import either, words
from dashboard.extract.text import Report
from dashboard.words import N_

BEFORE = N_("a post stands before the name")
BEHIND = N_("a post stands behind the name")
SURNAME = N_("a Chinese surname and a given name")
KNOWN = N_("the name stands in the list of people")
CAPITAL = r"[A-Z][a-z]+(?:['’-][A-Za-z]?[a-z]+)*"
PARTICLE = "(?:(?:van|von|de|der|den|di|da|du|bin|ibn|al|el) ){0,2}"  # Peter van Dijk
NAME = rf"(?:(?:[A-Z]\.)+ ?)?{CAPITAL}(?: {PARTICLE}(?:[A-Z]\.|{CAPITAL})){{0,7}}"
CAPITALS = re.compile(rf"(?<![\w.]){NAME}")
ROLE_WORDS = r"(?:(?:[A-Z][\w’'-]+|deputy|vice|former|acting|regional|executive|standing|first|city|league|banner|county) ){0,4}"
Hit = tuple[int, int, str | None, str | None, int, int, str, str]


@cache
def behind() -> re.Pattern[str]:
    """`, the secretary and chairman of the X Committee` up to the next comma or stop."""
    return re.compile(
        rf",? \(?(?:who is |the |a |an |then )*(?P<role>(?:[\w’'-]+ ){{0,5}}?(?:{either('posts_en')}|[a-z]{{3,}}ist)\b"
        r"(?:[^,.;()]|\.(?=\w))*)",
        re.IGNORECASE,
    )


@cache
def before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?P<role>{ROLE_WORDS}(?i:{either('posts_en')})) $")


@cache
def surnames() -> frozenset[str]:
    return frozenset(words("surnames_en"))


@cache
def no_names() -> frozenset[str]:
    return frozenset(words("not_names_en"))


def find(report: Report, known: frozenset[str]) -> Iterator[Hit]:
    for sentence in report.sentences:
        text = report.text[: sentence.end]
        at = sentence.start
        while hit := CAPITALS.search(text, at):
            at = hit.end()
            start, end = trimmed(text, hit.start(), hit.end())
            if start is None:
                continue
            post = before().search(text, max(sentence.start, start - 90), start)
            if found := judged(text, start, end, post, known):
                yield found


def proposed(report: Report, offered: Mapping[int, tuple[int, str]]) -> Iterator[Hit]:
    """Names that someone else found, with the posts that we read beside them."""
    for start, (end, by) in offered.items():
        post = before().search(report.text, max(0, start - 90), start)
        hit = judged(report.text, start, end, post, frozenset()) or (start, end, None, None, start, end)
        yield (*hit[:6], f"{hit[6]}; {by}" if hit[6:] else by, "proposed")


def trimmed(text: str, start: int, end: int) -> tuple[int | None, int]:
    """Without the capitalised words at either side that belong to no name: `Vice Premier Li Keqiang` is `Li Keqiang`."""
    tokens = [(m.start() + start, m.end() + start, m[0]) for m in re.finditer(r"\S+", text[start:end])]
    posts = re.compile(either("posts_en"), re.IGNORECASE)
    last = max((i for i, t in enumerate(tokens) if t[2].rstrip(".") in no_names() or posts.fullmatch(t[2])), default=-1)
    if 0 <= last < len(tokens) - 1 and not (last and tokens[0][2] in surnames()):
        tokens = tokens[last + 1 :]
    elif last >= 0:
        tokens = tokens[: next(i for i, t in enumerate(tokens) if t[2].rstrip(".") in no_names() or posts.fullmatch(t[2]))]
    if len(tokens) > 2 and tokens[0][2] in surnames():
        tokens = tokens[:2]
    if len(tokens) > 2 and tokens[1][2] in surnames() and tokens[0][2] not in surnames():
        tokens = tokens[1:3]
    return (tokens[0][0], tokens[-1][1]) if 1 < len(tokens) < 5 else (None, end)


def judged(text: str, start: int, end: int, post: re.Match | None, known: frozenset[str]) -> Hit | None:
    name = text[start:end]
    chinese = name.split()[0] in surnames() and len(name.split()) == 2
    follows = behind().match(text, end)
    if follows and not (follows[0].startswith(",") or follows[0].startswith(" (")):
        follows = None
    if follows:
        role, organization = parted(follows["role"])
        return start, end, role, organization, start, follows.end(), BEHIND, "post behind"
    if post:
        role, organization = parted(post["role"])
        return start, end, role, organization, post.start("role"), end, BEFORE, "post before"
    if name in known or chinese:
        return start, end, None, None, start, end, KNOWN if name in known else SURNAME, "known" if name in known else "surname"
    return None


def parted(role: str) -> tuple[str, str | None]:
    """`secretary and chairman of the X Committee` -> (`secretary and chairman`, `X Committee`)."""
    post, of, body = role.strip().partition(" of ")
    body = re.sub(r"^the ", "", body.strip())
    return (post, body) if of and re.search("[A-Z]", body) else (role.strip(), None)
