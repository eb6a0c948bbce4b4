"""From a proposed draft to records that count, and back: what a curator does is kept, told, and can be undone."""

import datetime as dt
from pathlib import Path

import pytest

from dashboard import library
from dashboard.curation import desk, form, likeness, proposals
from dashboard.curation.differences import differences
from dashboard.curation.edits import saying
from dashboard.curation.effect import effect
from dashboard.data import history, revisions, store
from dashboard.data.errors import BadRecord
from dashboard.data.records import Article
from dashboard.data.revisions import NotSaved, Stale
from dashboard.data.store import Holdings
from dashboard.extract.draft import Draft, draft
from tests.pages import SEED, only_the_seed

DAY = dt.date(2026, 1, 2)
WHO = {"by": "Li Ming", "today": DAY}
TEXT = (
    "Herders' forum opens in Tongliao\n\n"
    "A forum on herding was held in Tongliao on 5 May 2024. Chairman Wang Jun attended the forum. Officials of banners attended "
    "the forum.\n\nThe forum closed in the evening."
)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("DAYBOOK_DATA", str(tmp_path / "data"))
    return only_the_seed(tmp_path / "data")


def held(folder: Path) -> Holdings:
    return store.load(folder)


def made(folder: Path, text: str = TEXT) -> Draft:
    now = held(folder)
    return draft(text, published=dt.date(2024, 5, 6), areas=now.areas, people=now.people, today=DAY)


@pytest.fixture
def added(folder) -> Article:
    return desk.add(folder, made(folder), held(folder), **WHO)


def act(folder: Path, article: Article, **action: object) -> Article:
    return desk.act(folder, held(folder), article, action, **WHO)


def test_a_new_draft_is_held_and_counts_nowhere(folder, added):
    now = held(folder)
    assert added.id in {a.id for a in now.articles}
    assert added.id not in {a.id for a in now.approved}


def test_what_a_draft_rests_on_is_kept_with_it(folder, added):
    kept = proposals.read(folder, added)
    assert kept.of(saying(added, "m1.dates")).basis == "same sentence; the year is printed"


def test_an_accepted_value_stays_accepted_when_another_is_taken_out(folder, added):
    n = len(added.events[0].attendees)
    act(folder, added, do="accept", mark=f"m1.attendees.{n}")
    after = act(folder, added, do="reject", mark="m1.attendees.1")
    kept = proposals.read(folder, after)
    assert [kept.has_checked(s) for s in after.sayings() if s.field.startswith("attendees")] == [*([False] * (n - 2)), True]


def test_to_change_a_value_is_to_accept_it_and_to_accept_is_no_change(folder, added):
    assert act(folder, added, do="accept", mark="m1.dates").revision == 1
    after = act(folder, added, do="edit", mark="m1.kind", fields={"title": "Forum on herding"})
    assert after.revision == 2
    assert form.unchecked(after, proposals.read(folder, after)) == len(list(after.sayings())) - 2


def test_words_pointed_at_by_hand_are_called_so(folder, added):
    start = added.full_text.index("held in Tongliao")
    after = act(folder, added, do="point", mark="m1.stops.1", start=start, end=start + len("held in Tongliao"))
    assert proposals.read(folder, after).of(saying(after, "m1.stops.1")).basis == proposals.BY_HAND


def test_a_draft_changed_meanwhile_is_not_written_over(folder, added):
    act(folder, added, do="edit", mark="m1.kind", fields={"title": "Theirs"})
    with pytest.raises(Stale) as refused:
        act(folder, added, do="edit", mark="m1.kind", fields={"title": "Ours"})
    rows = differences(refused.value.offered, refused.value.held, held(folder))
    assert rows
    assert revisions.current(folder, added.id, held(folder).areas).events[0].title == "Theirs"


def test_two_versions_are_told_apart_value_by_value(folder, added):
    theirs = act(folder, added, do="edit", mark="m1.stops.1", fields={"adcode": "150400"})
    (row,) = differences(added, theirs, held(folder))
    assert "Tongliao" in row.ours
    assert "Chifeng" in row.theirs


def test_before_approval_it_is_said_which_numbers_move(folder, added):
    changes = {c.label: (c.before, c.after) for c in effect(library.current(), added)}
    assert changes["Events"] == (2, 3)
    assert changes["Tongliao"] == (1, 2)
    assert "Chifeng" not in changes


def test_what_was_said_before_approval_holds_after_it(folder, added):
    told = {c.label: c.after for c in effect(library.current(), added)}
    desk.become(folder, added.id, "approved", **WHO)
    assert library.numbers(library.current(), library.Filter()).events.value == told["Events"]


def test_who_when_and_why_are_in_the_record(folder, added):
    desk.become(folder, added.id, "approved", **WHO)
    desk.become(folder, added.id, "withdrawn", by="Wang Jun", today=DAY, reason="printed twice")
    told = [(a.review.status, a.review.by, a.review.reason) for a in revisions.history(folder, added.id, held(folder).areas)]
    assert told == [("draft", "Li Ming", None), ("approved", "Li Ming", None), ("withdrawn", "Wang Jun", "printed twice")]


def test_a_withdrawal_needs_a_reason(folder, added):
    with pytest.raises(BadRecord, match="without a reason"):
        desk.become(folder, added.id, "withdrawn", **WHO)


def test_what_is_approved_is_changed_only_as_a_draft(folder, added):
    approved = desk.become(folder, added.id, "approved", **WHO)
    with pytest.raises(BadRecord, match="return it to draft"):
        act(folder, approved, do="reject", mark="m1.dates")


def test_an_approval_of_a_revision_that_is_not_the_last_is_refused(folder, added):
    act(folder, added, do="edit", mark="m1.kind", fields={"title": "Theirs"})
    with pytest.raises(Stale):
        desk.become(folder, added.id, "approved", **WHO, base=1)


def test_undo_is_a_revision_more_and_takes_nothing_away(folder, added):
    desk.become(folder, added.id, "approved", **WHO)
    after = desk.undo(folder, added.id, **WHO)
    assert (after.revision, after.review.status) == (3, "draft")
    assert len(revisions.history(folder, added.id, held(folder).areas)) == 3


def test_before_the_first_revision_there_is_nothing(folder, added):
    with pytest.raises(BadRecord, match="nothing before it"):
        desk.undo(folder, added.id, **WHO)


def test_an_approval_is_an_edition_so_that_links_made_before_it_can_tell(folder, added):
    before = held(folder).version
    desk.become(folder, added.id, "approved", **WHO)
    changes = history.changes(history.read(folder / history.FILE), before, held(folder))
    assert [row.article for row in changes.added] == [added.id]


def test_nobody_is_no_curator(folder):
    with pytest.raises(BadRecord, match="give a name"):
        desk.add(folder, made(folder), held(folder), by=" ", today=DAY)


def test_the_same_text_and_nearly_the_same_are_told(folder, added):
    again = made(folder, TEXT.replace("5 May", "6 May")).article
    assert [a.why for a in likeness.alike_text(added.full_text, held(folder).articles)] == [likeness.SAME]
    assert [a.why for a in likeness.alike(again, held(folder).articles)] == [likeness.NEARLY]


def test_a_report_of_an_occasion_that_is_held_is_told(folder, added):
    desk.become(folder, added.id, "approved", **WHO)
    other = (
        "Talks on wool\n\nWool was the matter of a forum held in Tongliao on 5 May 2024. Chairman Wang Jun attended the forum."
    )
    assert [a.why for a in likeness.alike(made(folder, other).article, held(folder).articles)] == [likeness.OCCASION]


def test_another_text_is_like_nothing(folder):
    assert likeness.alike(made(folder).article, held(folder).articles) == []


def test_what_was_accepted_and_cannot_be_kept_is_a_sentence(folder, added):
    (folder / proposals.FOLDER).rename(folder / "elsewhere")
    (folder / proposals.FOLDER).write_text("a file where a folder was")
    with pytest.raises(NotSaved):
        act(folder, added, do="accept", mark="m1.dates")
    assert proposals.read(folder, added).checked == frozenset()


def test_the_form_of_a_value_given_back_as_it_is_changes_nothing(folder):
    """Every value of every article held: what the page shows in its inputs is what the record says."""
    now = store.load()
    for article in now.approved:
        for event in form.events(article, now, proposals.Beside()):
            for item in event["items"]:
                fields = {f["name"]: f["value"] for f in item["fields"]}
                after, _marks = desk.done(
                    article, {"do": "edit", "mark": item["mark"], "fields": fields}, desk.Known(now.areas, now.people)
                )
                assert plain(after) == plain(article), item["mark"]


def plain(article: Article) -> dict:
    """Without what a form leaves out on purpose."""
    return article.model_dump(exclude={"revision"})


def test_the_seed_is_held(folder):
    assert [a.id for a in held(folder).approved] == [SEED]
