"""A button that copies the address of the view."""

from dashboard.components import component


def draw(version: str, label: str, done: str, by_hand: str, *, key: str) -> None:
    """Draw the button. The address copied says the data `version`, so that it can be told later what has changed since.

    `done` is said after copying, `by_hand` where the browser does not allow it.
    """
    html = '<button type="button" hidden></button><input hidden readonly><p role="status"></p>'
    component("copy_link", html)(key=key, data={"version": version, "label": label, "done": done, "by_hand": by_hand})
