"""A changed article in, the next revision of its file out; every revision before it is kept. The only writer of data/articles.

A save names the revision that the change was made on. When the file has moved on since, it is refused, and both stay.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from dashboard.data import files, store
from dashboard.data.areas import Areas
from dashboard.data.errors import BadRecord, DaybookError
from dashboard.data.records import Article, Slug
from dashboard.data.store import BadFile, Person, as_sentence, check_against_others, read_article
from dashboard.words import N_

FOLDER = "revisions"  # revisions/<article>/<n>.json: the articles as they were
LOCK = ".lock"
ID = TypeAdapter(Slug)
PATIENCE = 10  # seconds that a save waits for another one; one takes some milliseconds


class NotSaved(DaybookError):
    """A change that could not be written. What was there before stands."""


class Stale(DaybookError):
    """A change made on a revision that is not the last any more. `held` is the article as it is now, `offered` was refused."""

    def __init__(self, held: Article | None, offered: Article):
        sentence = N_(
            "{id} was changed meanwhile: this was made on revision {base}, and {now} is held now. Look at both, and do it again."
        )
        super().__init__(sentence, id=offered.id, base=offered.revision, now=held.revision if held else 0)
        self.held, self.offered = held, offered


class NoArticle(DaybookError):
    """An article, or a revision of one, that is not held."""

    def __init__(self, id: str, revision: int | None = None):
        if revision is None:
            super().__init__(N_("No article {id!r} is held: `daybook check` reads them all."), id=id)
        else:
            super().__init__(N_("{id} has no revision {n}: `daybook history {id}` lists them."), id=id, n=revision)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One writer at a time, of any process. A writer that dies lets go of it. Raises NotSaved."""
    try:
        with FileLock(folder / LOCK, timeout=PATIENCE):
            yield
    except Timeout as error:
        sentence = N_("Somebody else has been saving in {folder!r} for {n} seconds: try again, nothing is lost.")
        raise NotSaved(sentence, folder=folder.name, n=PATIENCE) from error
    except OSError as error:
        sentence = N_("{folder!r} cannot be written to ({reason}): nothing was changed.")
        raise NotSaved(sentence, folder=folder.name, reason=error.strerror or str(error)) from error


def add(folder: Path, article: Article, known: Areas, people: dict[str, Person]) -> Article:
    """Save the first revision of an article. Raises Stale for an id that is held, BadFile and NotSaved."""
    with locked(folder):
        return written(folder, article.model_copy(update={"revision": 0}), None, known, people)


def save(folder: Path, article: Article, known: Areas, people: dict[str, Person]) -> Article:
    """Save an article changed on the revision that it says; the one saved is the next. Raises Stale, BadFile, NotSaved."""
    with locked(folder):
        return written(folder, article, current(folder, article.id, known), known, people)


def written(folder: Path, article: Article, held: Article | None, known: Areas, people: dict[str, Person]) -> Article:
    """The save itself, under the lock."""
    path = path_of(folder, article.id)
    if path.exists() and not held:
        held = read_article(path, known)
    if (held.revision if held else 0) != article.revision:
        raise Stale(held, article)
    after = checked(article.model_copy(update={"revision": article.revision + 1}), path, known, people)
    if held and not (kept := kept_path(folder, held.id, held.revision)).exists():
        files.write(kept, path.read_bytes())
    files.write(path, as_file(after))
    return after


def checked(article: Article, path: Path, known: Areas, people: dict[str, Person]) -> Article:
    """The article as it will be read from its file: an edit may have put anything into it. Raises BadFile."""
    content = as_file(article)
    if len(content) > store.MAX_BYTES:
        raise BadFile(BadRecord(N_("The article has more than {most} bytes, which are the most for one."), most=store.MAX_BYTES))
    try:
        read = Article.model_validate_json(content, strict=True, context={"areas": known})
    except ValidationError as error:
        raise BadFile(*(as_sentence(e, article.model_dump(mode="json", warnings=False)) for e in error.errors())) from error
    check_against_others(read, path, {}, people)
    return read


def as_file(article: Article) -> bytes:
    return f"{article.model_dump_json(indent=2, exclude_defaults=True, warnings=False)}\n".encode()


def current(folder: Path, id: str, known: Areas) -> Article:
    """The article as its file says. Raises NoArticle, BadFile."""
    path = path_of(folder, id)
    if not path.is_file():
        raise NoArticle(id)
    return read_article(path, known)


def history(folder: Path, id: str, known: Areas) -> tuple[Article, ...]:
    """Every revision that is kept, the first one first, and the present one last. Raises NoArticle, BadFile."""
    now = current(folder, id, known)
    before = sorted((folder / FOLDER / id).glob("*.json"), key=lambda path: int(path.stem))
    return (*(read_article(path, known) for path in before if int(path.stem) < now.revision), now)


def revision(folder: Path, id: str, n: int, known: Areas) -> Article:
    """One revision of an article. Raises NoArticle, BadFile."""
    now = current(folder, id, known)
    if n == now.revision:
        return now
    if not kept_path(folder, id, n).is_file():
        raise NoArticle(id, n)
    return read_article(kept_path(folder, id, n), known)


def path_of(folder: Path, id: str) -> Path:
    """Where an article stands. An id that could not be one is no path. Raises NoArticle."""
    try:
        ID.validate_python(id)
    except ValidationError as error:
        raise NoArticle(id[:80]) from error
    return folder / "articles" / f"{id}.json"


def kept_path(folder: Path, id: str, n: int) -> Path:
    return folder / FOLDER / id / f"{n}.json"
