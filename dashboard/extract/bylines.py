"""A name in an English text in; whether it is of who wrote, edited or photographed it out: they attended nothing."""

import re

NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
WRITES = "reporter|correspondent|photographer|editor|photo|photograph|intern"
BY = re.compile(
    rf"(?:\b(?:(?i:{WRITES})s?|[Tt]ext|[Ss]ource|[Tt]ranslat\w+)(?: by)?[ :]+|"
    r"\b(?:[Rr]eporting|[Ww]ritten|[Tt]ext|[Ee]dited) by |(?:^|\n|\||\()[Bb][Yy] )"
    rf"(?:{NAME}(?:,| and| &)? )*$"
)
WRITER = re.compile(rf"\b(?:{WRITES})s?\b", re.IGNORECASE)
REACH = 120  # signs


def hold(text: str, start: int) -> bool:
    """`Photo by Bao Yinga`, or within brackets: `(Bai Dan, reporter from Inner Mongolia Daily)`."""
    return bool(BY.search(text[max(0, start - 80) : start]) or WRITER.search(bracketed(text, start)))


def bracketed(text: str, at: int) -> str:
    """The words of the brackets that a position stands in; none where it stands in none."""
    opens, closed = (text.rfind(sign, max(0, at - REACH), at) for sign in "()")
    closes = text.find(")", at, at + REACH)
    return text[opens:closes] if opens > closed and closes >= 0 else ""
