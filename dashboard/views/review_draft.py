"""One draft under review: its text with marks, its values to accept, change or reject, and what approving it would change."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import library
from dashboard.components import review
from dashboard.curation import desk, form, likeness, proposals
from dashboard.curation.differences import differences
from dashboard.curation.edits import Known
from dashboard.curation.effect import effect
from dashboard.curation.proposals import Beside
from dashboard.data import facts, revisions
from dashboard.data.errors import DaybookError
from dashboard.data.filters import EARLIEST
from dashboard.data.records import Article
from dashboard.data.revisions import Stale
from dashboard.data.store import Holdings
from dashboard.views import alike, articles
from dashboard.views.shared import View, go, md
from dashboard.words import _, date, ngettext, number


def show(view: View, id: str, who: str) -> None:
    folder, held = library.folder(), view.library.held
    go(view, "add", _("All drafts"), {}, icon="arrow_back")
    try:
        article = revisions.current(folder, id, held.areas)
    except DaybookError as error:
        st.warning(md(str(error)), icon=":material/link_off:")
        return
    kept = proposals.read(folder, article)
    st.header(md(article.headline), anchor=False)
    st.markdown(f":small[{status_of(article)}]")
    tell(held)
    if found := likeness.alike_in(view.library, article):
        with st.container(border=True, key="alike"):
            alike.show(view, found)
    if article.review.status == "draft":
        describe(article, view, who)
    asked = review.draw(data(article, view, kept), key=f"review-{id}")
    if asked:
        do(article, view, asked, who)
    decide(article, view, kept, who)


def status_of(article: Article) -> str:
    r = article.review
    told = [_(alike.STATUS[r.status]), _("revision {n}", n=number(article.revision)), date(r.at), md(r.by)]
    return " · ".join([*told, *([md(r.reason)] if r.reason else [])])


def data(article: Article, view: View, kept: Beside) -> dict[str, Any]:
    held = view.library.held
    marked = facts.facts(article, held)
    return {
        "language": article.language,
        "paragraphs": [[articles.part(p) for p in paragraph] for paragraph in facts.pieces(article.full_text, marked)],
        "legend": [{"kind": kind, "label": _(words)} for kind, words in facts.MARK_WORDS.items()],
        "events": form.events(article, held, kept),
        "revision": f"{article.revision}.{len(kept.checked)}",
        "turn": st.session_state.get("turn", 0),
    }


def do(article: Article, view: View, asked: dict[str, Any], who: str) -> None:
    """What the curator asked for in the component. It named the revision that he saw."""
    seen, _dot, _checked = asked["revision"].partition(".")
    st.session_state["turn"] = st.session_state.get("turn", 0) + 1

    def act() -> None:
        folder, held = library.folder(), view.library.held
        on = revisions.revision(folder, article.id, int(seen), held.areas) if seen.isdigit() else article
        if on.revision != article.revision:
            wanted, _marks = desk.done(on, asked, Known(held.areas, held.people))
            raise Stale(article, wanted)
        desk.act(folder, held, article, asked, by=who, today=desk.today())

    saved(act, article)


def saved(change: Callable[[], object], article: Article, done: str = "") -> None:
    """Do it, and draw the page anew with what came of it: a sentence where it was refused, and then nothing has changed."""
    try:
        change()
    except Stale as error:
        st.session_state["told"] = ("stale", error)
    except DaybookError as error:
        st.session_state["told"] = ("error", md(str(error)))
    else:
        st.session_state["told"] = ("success", done) if done else None
    st.rerun()


def tell(held: Holdings) -> None:
    """What came of the last step."""
    kind, told = st.session_state.pop("told", None) or ("", "")
    if kind == "stale":
        late(told, held)
    elif kind:
        {"error": st.error, "success": st.success}[kind](told)


def late(error: Stale, held: Holdings) -> None:
    """A step made on a revision that is not the last any more: both versions side by side, and nothing is lost."""
    now = error.held or error.offered
    st.warning(
        _(
            "It was changed by {who} meanwhile, and your last step was not done. It stands as on the right.",
            who=md(now.review.by),
        ),
        icon=":material/sync_problem:",
    )
    rows = differences(error.offered, now, held)
    columns = {_("Value"): "label", _("As you wanted it"): "ours", _("As it is"): "theirs"}
    st.table({heading: [md(getattr(row, name)) for row in rows] for heading, name in columns.items()})


def describe(article: Article, view: View, who: str) -> None:
    """What is said of the article itself."""
    with (
        st.expander(_("The article: headline, publisher, address, day"), expanded=False, key="describe"),
        st.form("describe-form", border=False),
    ):
        given = {
            "headline": st.text_input(_("Headline"), article.headline, max_chars=300),
            "publisher": st.text_input(_("Publisher"), article.publisher, max_chars=200),
            "url": st.text_input(_("Address of what was published"), article.url or "", max_chars=2000).strip() or None,
            "published": st.date_input(
                _("Day it was published"),
                article.published,
                min_value=EARLIEST,
                max_value="today",
                format="YYYY-MM-DD",
                width=320,
            ),
            "note": st.text_area(_("Note: how far the source is trusted"), article.note or "", max_chars=2000).strip() or None,
        }
        if st.form_submit_button(_("Save")):
            changed = article.model_copy(update=given)
            saved(lambda: desk.save_draft(library.folder(), view.library.held, changed, by=who, today=desk.today()), article)


def decide(article: Article, view: View, kept: Beside, who: str) -> None:
    """What would change, and the ways on: approve, undo, withdraw, return."""
    left = form.unchecked(article, kept)
    status = article.review.status
    if status == "draft":
        st.subheader(_("When it is approved"), anchor=False)
        changes = effect(view.library, article)
        said = [f"- {md(c.label)}: {number(c.before)} → **{number(c.after)}**" for c in changes]
        st.markdown("\n".join(said) or _("No number changes."))
        if left:
            sentence = ngettext(
                "{n} value is not accepted yet: accept or reject it.",
                "{n} values are not accepted yet: accept or reject each.",
                left,
            )
            st.info(sentence, icon=":material/checklist:")
    with st.container(horizontal=True, key="decide"):
        if status == "draft":
            approve(article, who, ready=not left)
        else:
            step(_("Return to draft"), article, "draft", who, icon="edit_note")
        if article.revision > 1:
            undo(article, who)
        if status != "withdrawn":
            withdraw(article, who)
    if status == "approved":
        go(view, "articles", _("See it as readers do"), {"article": [article.id]}, icon="visibility")
        go(view, "map", _("See it on the map"), {}, icon="map")


def approve(article: Article, who: str, *, ready: bool) -> None:
    step(_("Approve"), article, "approved", who, icon="check", disabled=not ready)


def step(label: str, article: Article, status: desk.Status, who: str, *, icon: str, **look: Any) -> None:
    if st.button(label, key=f"become-{status}", icon=f":material/{icon}:", **look):
        done = {"approved": _("It is approved, and on the map."), "draft": _("It is a draft again, and counts nowhere.")}[status]
        become(article, status, who, None, done)


def become(article: Article, status: desk.Status, who: str, reason: str | None, done: str) -> None:
    more = {"by": who, "today": desk.today(), "reason": reason, "base": article.revision}
    saved(lambda: desk.become(library.folder(), article.id, status, **more), article, done)


def undo(article: Article, who: str) -> None:
    if st.button(_("Undo the last change"), key="undo", icon=":material/undo:"):
        more = {"by": who, "today": desk.today(), "base": article.revision}
        saved(lambda: desk.undo(library.folder(), article.id, **more), article, _("Undone."))


def withdraw(article: Article, who: str) -> None:
    with st.popover(_("Withdraw"), icon=":material/block:", key="withdraw"):
        reason = st.text_input(_("Why? Readers of an old link are told it."), key="reason", max_chars=300)
        if st.button(_("Withdraw it"), key="become-withdrawn"):
            become(article, "withdrawn", who, reason.strip() or None, _("It is withdrawn, and kept."))
