"""A span of a text in, the Evidence that finds it again out."""

from dashboard.data.evidence import Evidence


def evidence(text: str, start: int, end: int) -> Evidence:
    """The words of `text[start:end]` without space around them, with `occurrence` where the text has them more than once."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    quote = words.strip()
    before, at = 0, text.find(quote)
    while at < start:
        before, at = before + 1, text.find(quote, at + 1)
    once = not before and text.find(quote, start + 1) < 0
    return Evidence(quote=quote, occurrence=None if once else before + 1)
