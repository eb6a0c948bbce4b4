"""Text and a width in, lines that fit it out, ready for XML: a picture has no browser to break its lines."""

import re
import unicodedata
from collections.abc import Iterator
from xml.sax import saxutils

# How wide a letter of Source Sans and its kin is, of its size; any other is half of it.
NARROW, WIDE = frozenset(" !\"'(),-.:;I[]fijlrt|·‘’“”"), frozenset("%&@MWmw—…")
HAN = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"  # a line may end after any of these
WORDS = re.compile(rf"\s+|[{HAN}]|[^\s{HAN}]+")
MORE = " …"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold, section 2.2


def width(text: str, size: float) -> float:
    """About how wide a text is, in the unit of its size."""
    return size * sum(map(letter, text))


def letter(sign: str) -> float:
    if sign in NARROW:
        return 0.28
    if unicodedata.east_asian_width(sign) in "WF":
        return 1
    return 0.84 if sign in WIDE else 0.58 if sign.isupper() else 0.5


def wrapped(text: str, room: float, size: float, most: int = 99) -> list[str]:
    """Lines that are no wider than `room`. What goes beyond `most` of them is cut, with a sign that says so."""
    lines, line = [], ""
    for word in words(text, room, size):
        if line and width((line + word).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line += word if line else word.lstrip()
    lines = [*lines, line.rstrip()] if line.strip() else lines
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last + MORE, size) > room:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + MORE]


def words(text: str, room: float, size: float) -> Iterator[str]:
    """What a line can end after; a word that is wider than the room is cut into parts."""
    for word in WORDS.findall(text):
        part = ""
        for sign in " " if word.isspace() else word:
            if part and width(part + sign, size) > room:
                yield part
                part = ""
            part += sign
        yield part


def escape(text: str) -> str:
    """Text of a record, to be put into XML: every sign of it is only text."""
    return saxutils.escape(NO_XML.sub("\ufffd", text), {'"': "&quot;"})
