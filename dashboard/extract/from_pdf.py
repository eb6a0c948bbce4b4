"""A PDF's bytes in, the text of its text layer out. Its lines are joined to paragraphs, as well as their lengths tell."""

import io
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from dashboard.extract.text import HAN, MOST_CHARACTERS, BadText
from dashboard.words import N_

PAGE_NUMBER = re.compile(r"[-–—·\s]*(?:page|第)?\s*\d{1,4}\s*(?:页|(?:/|of|页\s*共)\s*\d{1,4}\s*页?)?[-–—·\s]*", re.IGNORECASE)
LONGEST_NUMBER = 30
ITEM = re.compile(r"\s*(?:[-*•·●▪]|\d{1,2}[.)、]|[（(]?[一二三四五六七八九十]{1,3}[）)、])\s*\S")
INDENT = re.compile(r"(?:\u3000| {2,})\S")
FULL = 0.8  # of the usual length: a line that is shorter ends its paragraph
GAP = re.compile(rf"(?<=[{HAN}\d，。、；：）”]) +(?=[{HAN}（“])|(?<=[{HAN}，。、；：（]) +(?=\d)")


def text(content: bytes) -> str:
    """Raises BadText, and whatever the parser raises."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):  # many that nobody may change are open to read
            raise FileNotDecryptedError
        lines: list[str] = []
        for page in reader.pages:
            lines += kept(page.extract_text())
            if sum(map(len, lines)) > MOST_CHARACTERS:
                break
    except (DependencyError, FileNotDecryptedError) as error:
        raise BadText(N_("The file is locked with a password: save it without one, or paste its text.")) from error
    if not any(map(str.isalpha, "".join(lines))):
        raise BadText(N_("The file holds pictures of pages and no text: paste the text, or have it recognized (OCR) first."))
    return "\n\n".join(paragraphs(lines))


def kept(page: str) -> list[str]:
    """The lines of a page, without its number."""
    lines = page.splitlines()
    while lines and is_number(lines[-1]):
        lines.pop()
    while lines and is_number(lines[0]):
        lines.pop(0)
    return lines


def is_number(line: str) -> bool:
    """Or nothing at all: `- 3 -`, `第 3 页 共 5 页`, ``."""
    return not line.strip() or (len(line) < LONGEST_NUMBER and bool(PAGE_NUMBER.fullmatch(line)))


def paragraphs(lines: list[str]) -> list[str]:
    """A paragraph ends at an empty line, at a line that is not full, and before one that is set in or begins an item."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    full = FULL * lengths[len(lengths) * 3 // 4]
    found, ended = [""], True
    for line in lines:
        here = line.strip()
        if ended or INDENT.match(line) or ITEM.match(line):
            found.append(here)
        else:
            found[-1] = joined(found[-1], here)
        ended = len(here) < full
    return [GAP.sub("", paragraph) for paragraph in found if paragraph]


def joined(first: str, second: str) -> str:
    """`experi-` and `ence` are a word; between two Chinese lines there is no space."""
    if re.search("[a-z]-$", first) and second[:1].islower():
        return first[:-1] + second
    close = re.search(rf"[{HAN}，。、；：“（]$", first) or re.match(rf"[{HAN}，。、；：”）]", second)
    return f"{first}{'' if close else ' '}{second}"
