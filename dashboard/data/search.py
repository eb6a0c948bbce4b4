"""Events as words in, an index of them out: which events have the words that a reader asks for, the best first.

A word matches the words that begin with it; Chinese, which writes no spaces, matches wherever its characters stand
together. All the words asked for must be there. SQLite does the work (FTS5, its bm25 is the rank), in memory.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

HAN = r"[\u3400-\u9fff\uf900-\ufaff]"
LETTER = rf"[^\W_{HAN[1:-1]}]"
TERM = re.compile(rf"{HAN}+|{LETTER}+(?:['’]{LETTER}+)*")  # `Xing'an赤峰` -> xing'an, 赤峰
APART = r"[\W_]+"  # between the parts of a term, in a text
END = "\ue000"  # a word that nobody writes, after each run of Chinese: what a sign parts is no word together
WEIGHTS = {"title": 8.0, "names": 4.0, "text": 1.0}  # a word in the title tells more of an event than one in the article
RANKED = 5_000  # events at most; a word that more of them have tells them apart no longer, and ranking all takes seconds


class Words(NamedTuple):
    """What a search looks in: the title and topic of an event, the names in it in every spelling held, and all the rest."""

    event: str
    title: str
    names: str
    text: str


class Index:
    """Finds events by words. Built once from all of them, read by every session."""

    def __init__(self, rows: Iterable[Words]):
        self._events: list[str] = []
        self._db = sqlite3.connect(":memory:", check_same_thread=False)  # SQLite itself takes turns
        columns = ", ".join(WEIGHTS)
        self._db.execute(
            f"CREATE VIRTUAL TABLE words USING fts5({columns}, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        self._db.executemany(f"INSERT INTO words (rowid, {columns}) VALUES (?, ?, ?, ?)", self._numbered(rows))
        self.find = lru_cache(maxsize=64)(self._find)

    def _numbered(self, rows: Iterable[Words]) -> Iterable[tuple[int, str, str, str]]:
        for i, row in enumerate(rows):
            self._events.append(row.event)
            yield i, spaced(row.title), spaced(row.names), spaced(row.text)

    def _find(self, q: str) -> tuple[str, ...]:
        """Ids of the events that have every word of `q`, the best first; of very many, in the order of the records."""
        asked = terms(q)
        if not asked:  # only signs
            return ()
        match = " AND ".join(f'"{" ".join(t)}"' if re.match(HAN, t) else f'"{" ".join(parts(t))}"*' for t in asked)
        query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY "
        rank = f"bm25(words, {', '.join(map(str, WEIGHTS.values()))}), rowid"
        found = self._db.execute(f"{query} rowid", [match]).fetchall()
        if len(found) <= RANKED:
            found = self._db.execute(f"{query} {rank}", [match]).fetchall()
        return tuple(self._events[i] for (i,) in found)


def terms(q: str) -> list[str]:
    """The words of a query, each once, folded as the index folds them."""
    return list(dict.fromkeys(TERM.findall(folded(unicodedata.normalize("NFC", q)))))


def parts(term: str) -> list[str]:
    """`xing'an` -> xing, an: as SQLite cuts it; they must stand together."""
    return re.split("['’]", term)


def spaced(text: str) -> str:
    """Folded text with Chinese characters as words of their own: SQLite cuts words at spaces and signs only."""
    plain = folded(unicodedata.normalize("NFC", text)).replace("_", " ")
    return re.sub(f"{HAN}+", lambda run: f" {' '.join(run[0])} {END} ", plain)


def folded(text: str) -> str:
    """Small letters, and Latin ones without accents: one for each character of `text`, so that positions stay true."""
    return text.lower() if text.isascii() else "".join(map(fold, text))


def fold(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return (base if base.isascii() else character).lower()[:1] or character


def patterns(q: str) -> list[str]:
    """What each word of a query looks like in a folded text."""
    return [t if re.match(HAN, t) else rf"(?<!{LETTER}){APART.join(parts(t))}{LETTER}*" for t in terms(q)]


def spans(q: str, text: str) -> list[tuple[int, int]]:
    """Where the words of `q` stand in `text`, as positions of the first character and after the last, in order."""
    either = sorted(patterns(q), key=len, reverse=True)
    return [m.span() for m in re.finditer("|".join(either), folded(text))] if either else []


def telling(q: str, sentences: Iterable[str]) -> str | None:
    """The sentence with the most different words of `q`; the first of equals, None where none has any."""
    asked, best, most = patterns(q), None, 0
    for sentence in sentences:
        text = folded(sentence)
        if (n := sum(bool(re.search(one, text)) for one in asked)) > most:
            best, most = sentence, n
    return best
