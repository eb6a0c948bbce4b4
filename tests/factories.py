"""Valid records with one thing changed, random collections of them, and one way to look at frames of any engine."""

import datetime as dt
import json
from itertools import count
from urllib.parse import urlencode

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
from hypothesis import Phase, settings
from hypothesis import strategies as st

from dashboard.data import areas, frames, tables
from dashboard.data.areas import Areas
from dashboard.data.exports.export import Export
from dashboard.data.filters import Filter, Known
from dashboard.data.frames import TABLES, Frames
from dashboard.data.periods import days
from dashboard.data.records import Article
from dashboard.data.store import Holdings, Person
from dashboard.data.vocabulary import KINDS, LEVELS

AREAS: Areas = areas.shipped()
PEOPLE = {"zhang-yankun": Person("zhang-yankun", "Zhang Yankun", "张延昆")}
TEXT = ("They met in Chifeng on 12 August. Officials came, and 会议在赤峰召开。", "Later they went to see Tongliao! It rained.")
QUOTE = {"quote": "They met in Chifeng"}
DAY = {"start": "2023-08-12", "end": "2023-08-12", "date_precision": "day", "date_basis": "stated"}
UNDATED = {"start": None, "end": None, "date_precision": "unknown", "date_basis": None}


def stop(adcode: str | None = "150400", **changes) -> dict:
    return {"adcode": adcode, "place": "Chifeng City", "evidence": QUOTE} | changes


def person(name: str = "Zhang Yankun", **changes) -> dict:
    return {"name": name, "headcount": {"value": 1, "basis": "named"}, "level": "region", "evidence": QUOTE} | changes


def group(label: str = "Officials", **changes) -> dict:
    return {"label": label, "headcount": {"basis": "not_stated"}, "level": "region", "evidence": QUOTE} | changes


def event(id: str = "m1", **changes) -> dict:
    """A meeting in Chifeng on 12 August 2023. Give `date_precision` and the like together, as DAY does."""
    made = {"id": id, "kind": "meeting", "title": "A meeting", "stops": [stop()], "attendees": [person(), group()]}
    made |= DAY | changes
    said = {"dates": made["start"] or made.get("date_text"), "topic": made.get("topic"), "organizer": made.get("organizer")}
    return {"evidence": {"kind": QUOTE} | {field: QUOTE for field, value in said.items() if value}} | made


def visit(id: str = "v1", **changes) -> dict:
    """Field visits to the three regions from 9 to 12 August 2023."""
    places = {"stops": [stop("152200"), stop("150500"), stop("150402")]}
    return event(id, **{"kind": "visit", "start": "2023-08-09", "date_precision": "range"} | places | changes)


def article(*events: dict, id: str = "a", status: str = "approved", **changes) -> dict:
    """An article as its file has it; the ids of its events begin with its own."""
    return {
        "id": id, "headline": "A headline", "publisher": "A paper", "url": "https://example.org/1", "published": "2023-08-13",
        "language": "en", "text_kind": "brief", "text": TEXT, "review": {"status": status, "by": "Tests", "at": "2023-08-14"},
        "events": [e | {"id": f"{id}--{e['id']}"} for e in events],
    } | changes  # fmt: skip


def record(made: dict) -> Article:
    return Article.model_validate_json(json.dumps(made), strict=True)


def library_of(*articles: dict) -> Holdings:
    return Holdings(tuple(record(a) for a in articles), PEOPLE, AREAS, (), "test")


def frames_of(*articles: dict) -> Frames:
    return frames.frames(library_of(*articles))


def export_of(held: Holdings, chosen: Filter | None = None, *, site: str = "") -> Export:
    """The events of a view, ready to be written to a file; Chifeng and Inner Mongolia have a point each."""
    chosen = chosen or Filter()
    shown = chosen.apply(frames.frames(held))
    rows = tables.readable(shown, "events", shown.events, held.areas)
    said = tuple(chosen.describe(held.areas))
    labels = {"150000": (119.1, 44.5), "150400": (119.0, 43.3)}
    query = urlencode(chosen.to_params(), doseq=True)
    return Export("events", rows, said, dt.date(2023, 8, 14), "Boundaries: tests", labels, shown, held, site, query)


def known_of(held: Holdings) -> Known:
    events = [e for a in held.approved for e in a.events]
    named = {e.organizer for e in events} | {who.organization for e in events for who in e.attendees}
    return Known(held.areas, tuple(sorted(named - {None})))


def as_duckdb(made: Frames) -> Frames:
    """The same rows as DuckDB relations, categories as text."""

    def relation(frame: pd.DataFrame) -> duckdb.DuckDBPyRelation:
        plain = frame.astype({c: "str" for c in frame if isinstance(frame[c].dtype, pd.CategoricalDtype)})
        return duckdb.from_arrow(pa.Table.from_pandas(plain, preserve_index=False))

    return Frames(**{table: relation(getattr(made, table)) for table in TABLES}, index=made.index)


def rows(frame: object) -> list[dict]:
    """The rows of a frame of any engine as plain values, None where there is none."""
    return nw.from_native(frame).lazy().collect().to_arrow().to_pylist()


def column(frame: object, name: str) -> list:
    """The values of a column, sorted: engines differ in the order of rows."""
    return sorted(row[name] for row in rows(frame))


def seldom() -> settings:
    """For properties that take long: fewer examples, and a failing one as it is, since a smaller one takes minutes to find."""
    return settings(max_examples=settings().max_examples // 4, phases=[Phase.explicit, Phase.generate])


# Random collections: a small world, so that values meet often.

ADCODES = ("150000", "150400", "150402", "150403", "150500", "150502", "152200", "152201", "150100")
BODIES = ("CPPCC Chifeng", "赤峰市政协", "=Bureau, of “Things”")
ROLES = ("Chairman", "主席", "Member & guest")
DAYS = st.dates(dt.date(2023, 7, 20), dt.date(2023, 9, 10))
WORDS = ("chifeng", "tongliao", "内蒙古", "zhang", "OFFICIALS", "=Bureau", "nowhere")


def spans(day: dt.date, length: int) -> st.SearchStrategy[dict]:
    first, last, dated = day.isoformat(), (day + dt.timedelta(length)).isoformat(), {"date_basis": "stated"}
    month_first, month_last = days(f"{day:%Y-%m}")
    month = {"start": month_first.isoformat(), "end": month_last.isoformat(), "date_precision": "month"}
    return st.sampled_from(
        [
            {"start": first, "end": first, "date_precision": "day"} | dated,
            {"start": first, "end": None, "date_precision": "day"} | dated,
            {"start": first, "end": None, "date_precision": "range"} | dated,
            {"start": first, "end": last, "date_precision": "range"} | dated,
            month | dated,
            UNDATED,
            UNDATED | {"date_text": "last week"},
        ]
    )


quotes = st.sampled_from(
    [
        QUOTE,
        {"quote": "they", "occurrence": 1},
        {"quote": "会议在赤峰召开。"},
        {"quote": "It rained."},
        {"quote": "12 August. Officials"},
    ]
)
headcounts = st.sampled_from(
    [
        {"basis": "not_stated"},
        {"basis": "stated", "value": 30},
        {"basis": "stated", "value": 351, "out_of": 385},
        {"basis": "inferred", "value": 12, "qualifier": "at_least"},
    ]
)
held_posts = st.fixed_dictionaries(
    {
        "role": st.sampled_from((None, *ROLES)),
        "organization": st.sampled_from((None, *BODIES)),
        "level": st.sampled_from(LEVELS),
        "evidence": quotes,
        "linked_by": st.sampled_from(("stated", "inferred")),
    }
)
people = st.sampled_from(
    [person(), person(person="zhang-yankun"), person("Li Na"), person(None, name_zh="王芳"), person("Li Na", name_zh="李娜")]
)
groups = st.builds(
    lambda label, headcount: group(label, headcount=headcount), st.sampled_from(("Officials", "委员", "Guests")), headcounts
)
attending = st.builds(lambda who, post: who | post, people | groups, held_posts)
stopping = st.builds(
    lambda adcode, sites, date, said: stop(adcode, sites=sites, date=date, evidence=said),
    st.sampled_from((None, *ADCODES)),
    st.sampled_from(([], ["A dam", "农场"])),
    st.sampled_from((None, "2023-08-12")),
    quotes,
)


@st.composite
def happenings(draw: st.DrawFn, id: str) -> dict:
    return event(
        id,
        kind=draw(st.sampled_from(KINDS)),
        stops=draw(st.lists(stopping, max_size=4)),
        attendees=draw(st.lists(attending, max_size=4)),
        organizer=draw(st.sampled_from((None, *BODIES))),
        topic=draw(st.sampled_from((None, "Grass roots"))),
        **draw(spans(draw(DAYS), draw(st.integers(1, 20)))),
    )


@st.composite
def collections(draw: st.DrawFn) -> Holdings:
    """One to three articles with one to eight events; now and then one of them does not count."""
    ids = count(1)
    sizes = draw(st.lists(st.integers(0, 4), min_size=1, max_size=3).filter(lambda n: 1 <= sum(n) <= 8))
    statuses = st.sampled_from(("approved", "approved", "approved", "draft", "withdrawn"))
    return library_of(
        *(
            article(*(draw(happenings(f"e{next(ids)}")) for _ in range(size)), id=f"a{i}", status=draw(statuses))
            for i, size in enumerate(sizes)
        )
    )


def several(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Mostly none, then one, then two."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple) | st.just(())


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    """Values of the collections above, and real ones that they never have."""
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    since, until = draw(st.sampled_from([(None, None), (None, None), (days[0], None), (None, days[1]), tuple(days)]))
    return Filter(
        region=draw(several((*ADCODES, "152900"))),
        since=since,
        until=until,
        kind=draw(several(KINDS)),
        level=draw(several(LEVELS)),
        organization=draw(several(BODIES)),
        q=draw(st.sampled_from(("", "", *WORDS, "zhang officials"))),
    )
