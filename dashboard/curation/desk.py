"""A data folder and what a curator did in, the folder with that done out. All that is written to it goes through here.

Every function reads the folder as it is, changes one article, and saves it as its next revision.
"""

import datetime as dt
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from dashboard.curation import additions, edits, proposals
from dashboard.curation.edits import Known
from dashboard.curation.proposals import Beside
from dashboard.data import history, revisions, store
from dashboard.data.errors import BadRecord, DaybookError
from dashboard.data.history import Row
from dashboard.data.records import Article, Review, Saying
from dashboard.data.revisions import NotSaved
from dashboard.data.store import Holdings
from dashboard.extract.draft import Draft
from dashboard.words import N_

log = logging.getLogger("daybook")
Status = Literal["draft", "approved", "withdrawn"]
MAY: dict[Status, tuple[Status, ...]] = {  # what an article may become, by what it is
    "draft": ("approved", "withdrawn"),
    "approved": ("draft", "withdrawn"),
    "withdrawn": ("draft",),
}


def add(folder: Path, made: Draft, held: Holdings, *, by: str, today: dt.date) -> Article:
    """Save a new draft, with what it rests on. Raises Stale for an article that is held, NotSaved and BadFile."""
    article = made.article.model_copy(update={"review": review("draft", by, today)})
    saved = revisions.add(folder, article, held.areas, held.people)
    keep(folder, saved, proposals.beside(made))
    return saved


def act(folder: Path, held: Holdings, article: Article, action: Mapping[str, Any], *, by: str, today: dt.date) -> Article:
    """Do what a curator did on the review page: `action` as components/review.py gives it, `article` as he saw it.

    To change or point a value is to accept it. Raises BadRecord, Stale, BadFile and NotSaved: then nothing has changed.
    """
    after, marks = done(article, action, Known(held.areas, held.people))
    if after is not article:
        after = save_draft(folder, held, after, by=by, today=today)
    if said := [s for s in after.sayings() if s.mark in marks]:
        accept(folder, after, said)
    return after


def save_draft(folder: Path, held: Holdings, article: Article, *, by: str, today: dt.date) -> Article:
    """Save a draft with something changed in it. Raises BadRecord for what is no draft, Stale, BadFile and NotSaved."""
    if article.review.status != "draft":
        raise BadRecord(N_("{id} is {status}: return it to draft, then change it."), id=article.id, status=article.review.status)
    return revisions.save(folder, article.model_copy(update={"review": review("draft", by, today)}), held.areas, held.people)


def done(article: Article, action: Mapping[str, Any], known: Known) -> tuple[Article, set[str]]:
    """The article after an action, and the marks that the action accepts."""
    what, mark = action["do"], action.get("mark", "")
    words = edits.said_in(article, action["start"], action["end"]) if "start" in action else None
    if what == "accept":
        return article, {edits.saying(article, mark).mark}
    if what == "accept_all":
        return article, {s.mark for s in article.sayings() if s.mark.startswith(f"{action['event']}.")}
    if what == "reject":
        return edits.reject(article, mark), set()
    if what == "remove_event":
        return edits.without_event(article, edits.event_of(article, action["event"])), set()
    if what == "edit":
        after = edits.edit(article, mark, action["fields"], known)
        return (edits.point(after, mark, words) if words else after), {mark}
    if what == "point" and words:
        return edits.point(article, mark, words), {mark}
    if what == "add" and words:
        after, made = additions.add(article, action["event"], action["what"], words, known)
        return after, {made}
    if what == "new_event" and words:
        after, made = additions.new_event(article, action["kind"], words)
        return after, {made}
    raise BadRecord(N_("{what!r} is nothing that can be done to a draft."), what=what)


def become(
    folder: Path, id: str, status: Status, *, by: str, today: dt.date, reason: str | None = None, base: int | None = None
) -> Article:
    """Approve an article, return it to draft, or withdraw it; `base` is the revision that the curator looked at.

    Raises NoArticle, BadRecord for what cannot be, Stale, BadFile and NotSaved.
    """
    held = store.load(folder)
    article = revisions.current(folder, id, held.areas)
    if status not in MAY[article.review.status]:
        raise BadRecord(N_("{id} is {now} and cannot become {status}."), id=id, now=article.review.status, status=status)
    if status == "withdrawn" and not reason:
        raise BadRecord(N_("{id} cannot be withdrawn without a reason: readers of an old link are told it."), id=id)
    edition(folder, today)
    changed = {"review": review(status, by, today, reason), "revision": article.revision if base is None else base}
    after = revisions.save(folder, article.model_copy(update=changed), held.areas, held.people)
    edition(folder, today)
    return after


def undo(folder: Path, id: str, *, by: str, today: dt.date, to: int | None = None, base: int | None = None) -> Article:
    """Save an earlier revision again as the next one: the one before, or `to`. Raises as `become` does."""
    held = store.load(folder)
    now = revisions.current(folder, id, held.areas)
    if to is None and now.revision == 1:
        raise BadRecord(N_("{id} has one revision only: there is nothing before it."), id=id)
    then = revisions.revision(folder, id, to or now.revision - 1, held.areas)
    edition(folder, today)
    again = review(then.review.status, by, today, f"revision {then.revision} again")
    changed = {"review": again, "revision": now.revision if base is None else base}
    after = revisions.save(folder, then.model_copy(update=changed), held.areas, held.people)
    edition(folder, today)
    return after


def review(status: Status, by: str, today: dt.date, reason: str | None = None) -> Review:
    """Raises BadRecord for a curator without a name."""
    if not by.strip():
        raise BadRecord(N_("Who reviews it is kept in the record: give a name."))
    return Review(status=status, by=by, at=today, reason=reason or None)


def edition(folder: Path, today: dt.date) -> None:
    """Note the records as they are, so that links made on them can tell what has changed. Done again by the next save."""
    try:
        note_edition(folder, today)
    except DaybookError as error:
        log.warning("The edition could not be noted: %s", error)


def note_edition(folder: Path, today: dt.date) -> tuple[Holdings, tuple[Row, ...]]:
    """The records, and what was noted of them: nothing, when the last edition has it all. Raises DaybookError."""
    store.load(folder)  # of a folder that is missing this tells more than the lock
    with revisions.locked(folder):
        held, path = store.load(folder), folder / history.FILE
        if rows := history.next_edition(history.read(path), held, today):
            history.note(path, rows)
    return held, rows


def today() -> dt.date:
    """The day that a review is dated: the same for curators wherever they are."""
    return dt.datetime.now(dt.UTC).date()


def accept(folder: Path, article: Article, said: Iterable[Saying]) -> None:
    """Keep that these values are accepted. Raises NotSaved."""
    with revisions.locked(folder):
        keep(folder, article, proposals.read(folder, article).check(said))


def keep(folder: Path, article: Article, beside: Beside) -> None:
    """Raises NotSaved."""
    try:
        proposals.write(folder, article, beside)
    except OSError as error:
        sentence = N_("{id} is saved, but not what was accepted in it ({reason}): accept it again.")
        raise NotSaved(sentence, id=article.id, reason=error.strerror or str(error)) from error
