"""A file's name and its bytes in, its plain text out, as `draft` takes it, and what a page says of itself. Nothing is fetched.

A hostile file may take all memory and time that there is: child.py reads in a process of its own, with limits.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from dashboard.data.errors import DaybookError
from dashboard.extract.text import BadText, decode
from dashboard.words import N_

MOST_BYTES = 8_000_000  # of a page, a Word file or a PDF: most of it is pictures and layout; plain text has its own limit
PASTED = "pasted.txt"  # the name of text that came in no file


@dataclass(frozen=True, slots=True)
class Read:
    """`published` is a proposal only: what a page gives for its date is often that of something else."""

    text: str
    published: dt.date | None = None
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None


def read(name: str, content: bytes) -> Read:
    """Raises BadText."""
    file, suffix = PurePath(name).name[:80], PurePath(name).suffix.lower()
    if suffix in (".txt", ".md"):
        return Read(decode(content))
    if suffix not in FORMATS:
        known = ", ".join((".txt", ".md", *FORMATS))
        raise BadText(N_("{file} cannot be read: one of {known} would work, or paste its text."), file=file, known=known)
    if len(content) > MOST_BYTES:
        raise BadText(N_("{file} has more than {most} bytes: paste the text of the report instead."), file=file, most=MOST_BYTES)
    try:
        return FORMATS[suffix](content)
    except (DaybookError, MemoryError):
        raise
    except ImportError as error:
        sentence = N_("To read {file}, more packages are needed: pip install 'daybook[files]'. Or paste its text.")
        raise BadText(sentence, file=file) from error
    except Exception as error:  # there is no list of what a parser raises on a file that is not what its name says
        raise BadText(N_("{file} is no {suffix} file that can be read: paste its text."), file=file, suffix=suffix) from error


def page(content: bytes) -> Read:
    from dashboard.extract.from_html import read

    return read(content)


def word(content: bytes) -> Read:
    from dashboard.extract.from_docx import text

    return Read(text(content))


def pdf(content: bytes) -> Read:
    from dashboard.extract.from_pdf import text

    return Read(text(content))


# Their packages are an extra, and load when they are needed.
FORMATS: dict[str, Callable[[bytes], Read]] = {".html": page, ".htm": page, ".docx": word, ".pdf": pdf}
