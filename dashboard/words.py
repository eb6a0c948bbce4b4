"""English source words in, words of the reader's language out: gettext for sentences, Babel for dates and lists.

Every sentence of ours passes through `_` or `ngettext`. A sentence kept for later (a rule, a label in a
table) is marked with `N_` and translated where it is shown. The language is one per thread of work.
"""

import datetime as dt
import gettext
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

LOCALES = Path(__file__).with_name("locale")
LANGUAGES = {"en": "English"}  # one line per catalogue under locale/
_language: ContextVar[str] = ContextVar("language", default="en")


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("daybook", LOCALES, [language], fallback=True)


def speak(language: str) -> None:
    """Choose the language of what follows; an unknown one raises KeyError."""
    _language.set(language if language in LANGUAGES else _unknown(language))


def _unknown(language: str) -> str:
    raise KeyError(language)


def language() -> str:
    return _language.get()


def _(message: str, /, **values: object) -> str:
    """`message` in the reader's language with {names} filled in."""
    text = catalogue(language()).gettext(message)
    return text.format(**values) if values else text


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """The form that fits `n`; {n} is written the way the language writes numbers."""
    return catalogue(language()).ngettext(one, many, n).format(n=number(n), **values)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name)
    """Mark a sentence for translation and leave it as it is."""
    return message


def number(value: int) -> str:
    return once(format_decimal, value, locale=language())


def date(day: dt.date) -> str:
    """`12 August 2023`"""
    return once(format_date, day, "long" if language() != "en" else "d MMMM y", locale=language())


def date_span(start: dt.date, end: dt.date) -> str:
    """`12 August 2023` or `9 – 12 August 2023`: the language's own way to write a range."""
    if start == end:
        return date(start)
    if language() == "en":  # Babel's English puts the month first, against the day-first dates above
        first = {True: "d", start.month != end.month: "d MMMM", start.year != end.year: "d MMMM y"}
        return f"{once(format_date, start, first[True], locale='en')}–{date(end)}"
    return once(format_interval, start, end, "yMMMMd", locale=language())


def month(day: dt.date) -> str:
    """`August 2023`"""
    return once(format_skeleton, "yMMMM", day, locale=language())


def month_short(day: dt.date) -> str:
    """`Aug 2023`"""
    return once(format_skeleton, "yMMM", day, locale=language())


def quarter(day: dt.date) -> str:
    """`Q3 2023`"""
    return once(format_skeleton, "yQQQ", day, locale=language())


@lru_cache(maxsize=10_000)
def once(write: Callable[..., str], *values: object, **how: str) -> str:
    """What Babel writes: a page has hundreds of numbers and dates, most of which the page before had too."""
    return write(*values, **how)


def listing(items: list[str]) -> str:
    """`a, b and c`"""
    return format_list(items, locale="en_GB" if language() == "en" else language()) if items else ""
