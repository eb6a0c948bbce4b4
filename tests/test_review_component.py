"""What comes from a browser is taken only in the shapes that the review page sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.review import WHAT, asked

SENT = [
    {"do": "accept", "mark": "m1.dates"},
    {"do": "accept_all", "event": "m1"},
    {"do": "reject", "mark": "m1.dates"},
    {"do": "remove_event", "event": "m1"},
    {"do": "edit", "mark": "m1.kind", "fields": {"title": "x"}},
    {"do": "edit", "mark": "m1.kind", "fields": {}, "start": 0, "end": 3},
    {"do": "point", "mark": "m1.kind", "start": 0, "end": 3},
    {"do": "add", "event": "m1", "what": "stop", "start": 0, "end": 3},
    {"do": "new_event", "kind": "visit", "start": 0, "end": 3},
]


@pytest.mark.parametrize("action", SENT, ids=lambda action: action["do"])
def test_what_the_page_sends_is_taken(action):
    sent = action | {"revision": "1.0"}
    assert asked(sent) == sent


def test_each_thing_that_can_be_asked_is_tried_here():
    assert {action["do"] for action in SENT} == set(WHAT)


@pytest.mark.parametrize(
    "broken",
    [
        {"do": []},
        {"do": "delete"},
        {"mark": 3},
        {"fields": {"title": 3}},
        {"fields": []},
        {"start": "0"},
        {"start": True},
        {"start": -1},
        {"start": 3},
        {"revision": 1},
        {"more": ""},
    ],
    ids=repr,
)
def test_another_shape_is_nothing(broken):
    assert asked(SENT[5] | {"revision": "1.0"} | broken) is None


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_anything_else_is_nothing(sent):
    assert asked(sent) is None
