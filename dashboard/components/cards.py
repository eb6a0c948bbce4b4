"""Articles or events as cards: one element for all of them, however many links they have."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from dashboard.components import component

Pieces = list[tuple[str, bool]]  # text cut where the words searched for stand; the second says whether these are they


class Way(TypedDict):
    label: str
    href: str


class Report(Way):
    text: str


class More(TypedDict):
    label: str
    reports: Sequence[Report]


class Card(TypedDict):
    title: Pieces
    small: Pieces
    sign: NotRequired[str]
    href: NotRequired[str]  # where the title leads
    quote: NotRequired[Pieces]
    body: NotRequired[Pieces]
    found: NotRequired[Pieces]
    way: NotRequired[Way]
    more: NotRequired[More]


def draw(cards: Sequence[Card], *, key: str) -> None:
    """Draw them in their order. Text travels as data and is put in as text; links are relative to any page of the app."""
    component("cards", '<ul class="cards"></ul>')(key=key, data={"cards": list(cards)})
