"""A draft's text with marks and its proposed values in; what a curator asked to be done with one of them out."""

from typing import Any

from dashboard.components import component
from dashboard.words import N_, _

HTML = """
<div class="review">
  <div class="reading"><ul class="legend"></ul><div class="choosing" role="group"></div><div class="prose"></div></div>
  <div class="events"></div>
</div>
"""
WORDS = {
    "accept": N_("Accept"),
    "accepted": N_("Accepted"),
    "unchecked": N_("Not accepted yet"),
    "accept_all": N_("Accept all"),
    "remove_event": N_("Remove this event"),
    "reject": N_("Reject"),
    "edit": N_("Edit"),
    "save": N_("Save"),
    "cancel": N_("Cancel"),
    "use_selection": N_("Use selected words"),
    "quote": N_("Words of the article that say it"),
    "not_in_text": N_("These words are not in the text: copy them as they stand there."),
    "which": N_("Which of the {n} places"),
    "choosing": N_("Words chosen from the text"),
    "words": N_("Select words in the text, or type them here"),
    "add_to": N_("Add to"),
    "add_stop": N_("Place"),
    "add_person": N_("Person"),
    "add_group": N_("Group"),
    "add_organizer": N_("Organizer"),
    "add_topic": N_("Topic"),
    "add_dates": N_("Date"),
    "new_meeting": N_("New meeting"),
    "new_visit": N_("New visit"),
    "missing": N_("The article does not say:"),
    "alternatives": N_("It may also be:"),
    "keys": N_("Keys: ↑ ↓ move, a accepts, e edits, x rejects, s takes the selected words, Enter shows the words in the text."),
    "doubt": N_("look twice"),
    "no_events": N_("No meeting and no visit was found. Select the words that tell of one, and add it."),
}
WHAT = {  # what can be asked -> what has to be said with it, and as what
    "accept": {"mark": str},
    "accept_all": {"event": str},
    "reject": {"mark": str},
    "remove_event": {"event": str},
    "edit": {"mark": str, "fields": dict},
    "point": {"mark": str, "start": int, "end": int},
    "add": {"event": str, "what": str, "start": int, "end": int},
    "new_event": {"kind": str, "start": int, "end": int},
}
KINDS = ("meeting", "visit")


def draw(data: dict[str, Any], *, key: str) -> dict[str, Any] | None:
    """Draw it; return what was asked just now, or None.

    `data` has `paragraphs` (of pieces, as article_text.Part), `legend`, `language`, `revision` (of the draft) and `events`: each
    with `event`, `title`, `missing` and `items`, as curation/form.py makes them. `turn` is another number after each thing asked:
    the page then goes on, also where nothing has changed. What is returned has `do`, the `revision` that was seen, and what WHAT
    lists for it; `start` and `end` count characters of the text, its paragraphs joined by an empty line.
    """
    told = data | {"words": {name: _(words) for name, words in WORDS.items()}}
    result = component("review", HTML)(key=key, data=told, on_action_change=lambda: None)
    return asked(result.action)


def asked(action: Any) -> dict[str, Any] | None:
    """What came from a browser, if it is of a shape that the page sends."""
    if not isinstance(action, dict) or not isinstance(action.get("revision"), str) or not isinstance(action.get("do"), str):
        return None
    if action["do"] not in WHAT:
        return None
    needed = WHAT[action["do"]]
    optional = {"start": int, "end": int} if action["do"] == "edit" and "start" in action else {}
    shape = {"do": str, "revision": str} | needed | optional
    if set(action) != set(shape) or any(type(action[name]) is not kind for name, kind in shape.items()):
        return None
    if "start" in action and not 0 <= action["start"] < action["end"]:
        return None
    if not all(type(x) is str for pair in action.get("fields", {}).items() for x in pair):
        return None
    return action if action.get("kind", KINDS[0]) in KINDS else None
