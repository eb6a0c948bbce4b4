"""A word of an English text in; whether it is put together like a Mongolian name, `Oyunchimeg` or `Narengaowa`, out."""

import re
import unicodedata
from functools import cache

from dashboard.extract.lexicon import either

SHORTEST = 6  # signs: shorter ones are other words too
CAPITAL_BEFORE, CAPITAL_BEHIND = re.compile(r"[A-Z][\w’'-]* $"), re.compile(" [A-Z]")


@cache
def parts() -> re.Pattern[str]:
    return re.compile(rf"{either('mongol_en')}{{1,4}}", re.IGNORECASE)


def is_name(text: str, start: int, end: int) -> bool:
    """Not where it is a part of a longer name: `Saruul Gacha`."""
    word = unicodedata.normalize("NFKD", text[start:end]).encode("ascii", "ignore").decode().replace("-", "")
    longer = CAPITAL_BEFORE.search(text, max(0, start - 20), start) or CAPITAL_BEHIND.match(text, end)
    return len(word) >= SHORTEST and not longer and bool(parts().fullmatch(word))
