"""A Word file's bytes in, its text out: paragraphs and tables in the order of the document."""

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn

from dashboard.extract.text import BadText
from dashboard.words import N_

MOST_UNPACKED = 64_000_000  # bytes, pictures too
MOST_PARTS = 2_000
PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
TEXT, TAB, HYPHEN = qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen")
BREAKS = {qn("w:br"), qn("w:cr"), PARAGRAPH}  # the last: a text box within a paragraph
GONE = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def text(content: bytes) -> str:
    """Raises BadText, and whatever the parser raises."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()  # no more is unpacked of a part than is said here
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise BadText(N_("The file unpacks to more than {most} bytes: paste its text."), most=MOST_UNPACKED)
    body = Document(io.BytesIO(content)).element.body  # its parser resolves no entities, and loads nothing from elsewhere
    found = "\n\n".join(block for block in blocks(body) if block)
    if not found:
        raise BadText(N_("There are no words in the file: paste the text of the report."))
    return found


def blocks(element) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == PARAGRAPH:
            yield words(child)
        elif child.tag == TABLE:
            for row in own(child, ROW):
                yield from cells([[block for block in blocks(cell) if block] for cell in own(row, CELL)])
        elif child.tag not in GONE:
            yield from blocks(child)  # what wraps paragraphs: a content control, an accepted change


def own(element, tag: str) -> Iterator:
    """The rows of a table or the cells of a row, not those of a table within it."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag not in (*GONE, PARAGRAPH, TABLE, ROW, CELL):
            yield from own(child, tag)


def cells(row: list[list[str]]) -> list[str]:
    """A row is one paragraph; where a cell holds several, it is layout, and they stay apart."""
    parts = [block for cell in row for block in cell]
    return parts if any(len(cell) > 1 for cell in row) else [" ".join(parts)]


def words(element) -> str:
    return "".join(pieces(element)).strip()


def pieces(element) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag == TAB:
            yield " "
        elif child.tag == HYPHEN:
            yield "-"
        elif child.tag not in GONE:
            if child.tag in BREAKS:
                yield "\n"
            yield from pieces(child)
