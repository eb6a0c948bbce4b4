"""A draft is made in a process of its own: what a hostile file does to it is one sentence, and nothing of it stays."""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from dashboard.data import areas, store
from dashboard.data.errors import DaybookError
from dashboard.extract import child
from dashboard.extract.child import Drafting, Result, drafted
from dashboard.extract.draft import Draft, Proposal, draft
from dashboard.extract.result import from_json, to_json
from dashboard.extract.when import When
from tests.test_extract import EN, TODAY, ZH
from tests.test_reading import PAGE, docx, html, pdf

AREAS = areas.shipped()
DAY = dt.date(2023, 8, 13)
OPEN = (  # with readings of every kind: areas, days, people
    "8月12日，调研组到新城区和通辽市调研。张浩、李明参加会议。日期：2023-08-11。12月20日，前旗召开座谈会。"
)


def made(content: bytes | str, name: str = child.PASTED, published: dt.date | None = DAY, data: Path = store.SHIPPED) -> Result:
    return drafted(
        content.encode() if isinstance(content, str) else content, name=name, published=published, data=data, today=TODAY
    )


def begun(content: bytes = EN.encode(), name: str = child.PASTED) -> Drafting:
    return Drafting.begin(content, name=name, published=DAY, data=store.SHIPPED, today=TODAY)


@pytest.fixture
def acting(monkeypatch):
    """A process with the limits of the real one, that does something else: these lines of Python."""

    def act(*lines: str, **limits: int) -> None:
        told = "; ".join(f"child.{name} = {value}" for name, value in limits.items())
        code = "\n".join(["import os, sys, time", "from dashboard.extract import child", told, "child.limit()", *lines])
        monkeypatch.setattr(child, "COMMAND", (sys.executable, "-P", "-c", code))

    return act


def within(seconds: float, drafting: Drafting) -> DaybookError:
    begin = time.monotonic()
    with pytest.raises(DaybookError) as refused:
        drafting.result()
    assert time.monotonic() - begin < seconds
    return refused.value


def gone(pid: int) -> bool:
    """Not there, nor waiting to be reaped."""
    return not psutil.pid_exists(pid)


def pid_of(drafting: Drafting) -> int:
    (found,) = [p.pid for p in psutil.Process().children() if p.pid == drafting._process.pid]
    return found


@pytest.mark.parametrize("words", [EN, ZH, OPEN])
def test_the_draft_is_the_one_that_is_made_without_a_process(words):
    people = store.read_people(store.SHIPPED / "people.csv")
    assert made(words).draft == draft(words, published=DAY, areas=AREAS, people=people, today=TODAY)


def test_every_kind_of_alternative_comes_back_as_it_was():
    whens = When(DAY, TODAY, "range", "context", True), When()
    others = ("150400", "zhang-hao", DAY, *whens)
    article = made(EN).draft.article
    result = Result(Draft(article, (Proposal("m1.dates", "so", others),)), DAY, "A “headline”", "https://example.org", None)
    again = from_json(json.loads(to_json(result)), AREAS)
    assert again == result
    assert [type(a) for a in again.draft.proposals[0].alternatives] == [str, str, dt.date, When, When]


def test_an_alternative_of_another_kind_has_no_form():
    article = made(EN).draft.article
    with pytest.raises(TypeError):
        to_json(Result(Draft(article, (Proposal("m1.dates", "so", (1.5,)),))))


def test_what_a_page_says_of_itself_is_taken_and_its_date_only_proposed():
    result = made(PAGE, "a.html", published=None)
    article = result.draft.article
    assert (article.headline, article.publisher, article.url) == (
        "A meeting in Chifeng",
        "Example Daily",
        "https://example.org/news/1.html",
    )
    assert (article.published, result.published) == (None, DAY)


def test_a_publisher_that_the_text_prints_stays():
    page = html(f"<p>{EN}</p><p>Source: Chifeng Daily</p>", '<meta property="og:site_name" content="Example Daily">')
    result = made(page, "a.html")
    assert (result.draft.article.publisher, result.publisher) == ("Chifeng Daily", "Example Daily")


@pytest.mark.parametrize(("name", "content"), [("a.html", PAGE.encode()), ("a.docx", docx(EN)), ("a.pdf", pdf([EN]))])
def test_each_kind_of_file_is_drafted_within_the_limits(name, content):
    event = made(content, name).draft.article.events[0]
    assert (event.kind, event.start) == ("meeting", dt.date(2023, 8, 12))


def test_it_works_from_any_folder_and_with_a_data_folder_that_is_given_from_there(tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert made(EN, data=Path("mine")).draft.article.events


@pytest.mark.parametrize(("name", "content", "sentence"), [(child.PASTED, b" ", "no words"), ("a.xls", b"x", "would work")])
def test_the_sentence_of_the_process_is_raised(name, content, sentence):
    with pytest.raises(DaybookError, match=sentence):
        made(content, name)


def test_a_folder_that_is_missing_is_one_sentence(tmp_path):
    with pytest.raises(DaybookError, match="There is no data folder 'none'"):
        made(EN, data=tmp_path / "none")


def test_asking_after_it_never_waits(acting):
    acting("time.sleep(60)")
    drafting = begun()
    begin = time.monotonic()
    assert not any(drafting.done() for _again in range(100))
    assert time.monotonic() - begin < 0.5
    drafting.cancel()
    assert drafting.done()


# The limits


def test_one_that_sleeps_is_ended(acting):
    acting("time.sleep(60)", SECONDS=1)
    drafting = begun()
    assert "not read within 30 seconds" in str(within(10, drafting))
    assert gone(drafting._process.pid)


def test_one_that_does_not_keep_to_its_own_clock_is_ended_from_outside(acting, monkeypatch):
    acting("import signal", "signal.alarm(0)", "time.sleep(60)")
    monkeypatch.setattr(child, "SECONDS", 1)
    assert "not read within 1 seconds" in str(within(5, begun()))


def test_one_that_computes_for_ever_is_ended(acting):
    acting("import signal", "signal.alarm(0)", "while True: pass", SECONDS=1)
    assert "seconds" in str(within(10, begun()))


def test_one_that_takes_all_memory_is_ended(acting):
    acting("try:", "    held = [bytearray(10**8) for _ in range(100)]", "except MemoryError:", "    sys.exit(child.NO_MEMORY)")
    assert "too much memory" in str(within(10, begun()))


def test_the_memory_that_a_file_takes_is_bounded_in_the_process_itself(acting):
    acting("child.make = lambda *_: bytearray(2 * 10**9)", "child.main()")
    assert "too much memory" in str(within(10, begun()))


@pytest.mark.parametrize("lines", ["os.abort()", "os._exit(0)", "sys.exit(1)", "print('{}')", "print('[1]')", "raise ValueError"])
def test_one_that_dies_or_says_nonsense_is_one_sentence(acting, lines):
    acting(lines)
    assert "could not be read" in str(within(10, begun()))


@pytest.mark.parametrize(
    "changed",
    [('quote\\":\\"', 'quote\\":\\"Not ', 1), ('"150400', '"999999', -1), ('"draft', '"nothing', 1), ('"mark', '"remark', 1)],
)
def test_what_the_process_says_is_checked_again(acting, changed):
    old, new, times = changed
    acting(
        "real = child.to_json",
        f"child.to_json = lambda made: real(made).replace({old!r}, {new!r}, {times})",
        "child.main()",
    )
    drafting = begun()
    with pytest.raises(DaybookError):
        drafting.result()


def test_what_it_writes_is_bounded(acting):
    acting("os.dup2(1, 2)", "while True: os.write(1, b'x' * 10**6)", MOST_OUTPUT=3_000_000)
    drafting = begun()
    assert "could not be read" in str(within(10, drafting))
    assert os.fstat(drafting._said.fileno()).st_size <= 3_000_001


def test_what_a_package_prints_is_no_answer(acting):
    acting("real = child.read", "child.read = lambda *a: (print('hello'), os.write(1, b'hello'), real(*a))[2]", "child.main()")
    assert begun().result().draft.article.events


def test_it_opens_few_files_and_writes_none_of_any_size(acting):
    acting("open(f'/proc/{os.getpid()}/limits')", "held = [open('/dev/null') for _ in range(100)]")
    assert "could not be read" in str(within(10, begun()))


def test_it_is_told_nothing_of_what_the_server_was_told(acting, monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_SERVER", "hunter2")
    monkeypatch.setenv("DAYBOOK_CURATORS", "li@example.org")
    acting("child.draft = None", "import json; print(json.dumps(sorted(os.environ)), file=sys.stderr)", "sys.exit(1)")
    drafting = begun()
    within(10, drafting)
    drafting._logged.seek(0)
    assert set(json.loads(drafting._logged.read())) <= {"PYTHONPATH", "LD_LIBRARY_PATH", "TZ", "LC_CTYPE"}


def test_a_process_that_cannot_be_started_is_one_sentence(monkeypatch):
    monkeypatch.setattr(child, "COMMAND", ("/nowhere",))
    with pytest.raises(DaybookError, match="cannot be read now"):
        begun()


# Nothing stays


def test_a_cancel_kills_it_and_all_that_it_started(acting, tmp_path):
    note = tmp_path / "pid"
    acting(
        "import subprocess",
        "one = subprocess.Popen(['sleep', '60'])",
        f"open({str(note)!r} + '-', 'w').write(str(one.pid))",
        f"os.rename({str(note)!r} + '-', {str(note)!r})",
        "time.sleep(60)",
    )
    drafting = begun()
    until = time.monotonic() + 10
    while not note.exists() and time.monotonic() < until:
        time.sleep(0.02)
    grandchild, own = psutil.Process(int(note.read_text())), pid_of(drafting)
    drafting.cancel()
    assert gone(own)
    psutil.wait_procs([grandchild], timeout=5)
    assert not grandchild.is_running() or grandchild.status() == psutil.STATUS_ZOMBIE  # reaping it is for init
    assert "stopped" in str(within(1, drafting))
    drafting.cancel()


def test_one_that_has_ended_leaves_none_behind_that_it_started(acting):
    acting("import subprocess", "one = subprocess.Popen(['sleep', '61'])", "print(one.pid, file=sys.stderr)")
    drafting = begun()
    within(10, drafting)
    drafting._logged.seek(0)
    pid = int(drafting._logged.read())
    until = time.monotonic() + 5
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE and time.monotonic() < until:
        time.sleep(0.02)
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_one_that_nobody_holds_any_more_is_ended(acting):
    acting("time.sleep(60)")
    drafting = begun()
    pid = pid_of(drafting)
    del drafting
    assert gone(pid)


def test_one_whose_server_is_killed_ends_by_itself():
    code = (
        "import os, sys, datetime as dt; from pathlib import Path; from dashboard.extract import child\n"
        "lines = 'from dashboard.extract import child; child.SECONDS = 1; child.limit(); import time; time.sleep(60)'\n"
        "child.COMMAND = (sys.executable, '-P', '-c', lines)\n"
        "day = dt.date(2026, 11, 24)\n"
        "one = child.Drafting.begin(b'x', name='a.txt', published=None, data=Path('/'), today=day)\n"
        "print(one._process.pid, flush=True); os._exit(0)"
    )
    pid = int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=child.ROOT).stdout)
    until = time.monotonic() + 10
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE and time.monotonic() < until:
        time.sleep(0.05)
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_none_is_left_after_many():
    before = {p.pid for p in psutil.Process().children()}
    files = psutil.Process().num_fds()
    for _again in range(3):
        made(EN)
    assert {p.pid for p in psutil.Process().children()} == before
    assert psutil.Process().num_fds() <= files + 1


def test_several_run_at_once():
    jobs = [begun(words.encode()) for words in (EN, ZH, EN)]
    assert [len(job.result().draft.article.events) for job in jobs] == [1, 1, 1]


def test_a_result_stays_when_it_is_cancelled_afterwards():
    drafting = begun()
    first = drafting.result()
    drafting.cancel()
    assert drafting.result() == first
