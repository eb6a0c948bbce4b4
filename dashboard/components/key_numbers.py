"""Large numbers in a row, each a link that opens its records."""

from dashboard.components import component


def draw(cells: list[dict[str, str]], *, key: str) -> int | None:
    """Draw cells of `value`, `label`, `rule` and `href`; return the position of the one just clicked, or None."""
    result = component("key_numbers", '<ul class="numbers"></ul>')(key=key, data={"cells": cells}, on_opened_change=lambda: None)
    opened = result.opened
    return opened if isinstance(opened, int) and 0 <= opened < len(cells) else None
