"""The name of a word list in, its words or one compiled pattern of them out. A list is one entry a line; `#` begins a comment."""

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of `name`.txt, the longest first: what is tried first wins."""
    lines = (line.partition("#")[0].strip() for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines())
    return tuple(sorted({line for line in lines if line}, key=lambda word: (-len(word), word)))


@cache
def either(name: str) -> str:
    """A pattern that matches any entry: `(?:vice chairman|chairman)`."""
    return f"(?:{'|'.join(map(re.escape, words(name)))})"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Whole words in Latin letters, whatever their case; words of other scripts anywhere."""
    return re.compile(rf"\b{either(name)}\b" if name.endswith("_en") else either(name), re.IGNORECASE)
