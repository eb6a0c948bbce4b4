"""Every record says what its rows of the corpus say, no more and no less. What differs stands in EXCEPTIONS, with the reason.

The corpus is facts in neutral words, taken from the reports: the records' only source. It is not ours to ship.
"""

import calendar
import csv
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / ".." / "shared" / "corpus"
SEED = "2023-08-13-chifeng-cppcc-exchange"
WORDS = (40, 150)  # of a brief: long enough to hold its facts, short enough to be no copy
BASIS = {"stated": "stated", "published_date": "published", "url": "url", "text_context": "context"}

# One visit of several stops, that the corpus has as a row for each stop: event -> (the rows, what each row's note says).
TOURS = {
    "2019-08-16-bu-xiaolin-chifeng--v1": (("v1", "v2"), "one date range for two banners"),
    "2020-02-29-bu-xiaolin-xingan--v1": (("v1", "v2"), "one date range for the whole tour"),
    "2021-05-31-xilingol-farm-parks--v1": (("v1", "v2"), "one date range for two parks"),
    "2023-08-13-chifeng-cppcc-exchange--v1": (("v1", "v2", "v3"), "article gives one date range for all three areas"),
    "uuuu-03-16-shi-taifeng-ordos-wuhai--v1": (("v1", "v2"), "one date range for two cities"),
}

IN_ATTENDEE = ("name", "name_zh", "label", "role", "organization", "level")
IN_HEADCOUNT = ("value", "out_of", "basis", "qualifier", "part_of")
ATTENDEE = IN_ATTENDEE + IN_HEADCOUNT  # of these an event has a list of values, one for each attendee

BEFORE = "written and reviewed from the report itself, before the corpus"
EXCEPTIONS = {  # (article or event, field) -> why it is not as in the corpus
    **{(SEED, field): BEFORE for field in ("headline", "note", "words")},
    ("2017-06-03-hohhot-cdl-congress", "headline"): "the row says 'in Hohhot', but the page names a hotel and no city",
    **{(event, "title"): "names every stop, or what was seen at each" for event in TOURS},
    **{(f"{SEED}--m1", field): BEFORE for field in ("title", "topic", "organizer", "places", "label", "role", "organization")},
    **{(f"{SEED}--v1", field): BEFORE for field in ("title", "topic", "organizer", "places")},
    **{(f"{SEED}--v1", field): "three groups for the row's 'participants', marked as inferred" for field in ATTENDEE},
    ("nodate-ongniud-cppcc-members--m1", "label"): "'present (of 17 resident)' is told as 13 of 17 who live in the banner",
}


# The rows


def rows_of(table: str) -> list[dict[str, str]]:
    with (CORPUS / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def corpus() -> dict[str, list[dict[str, str]]]:
    """The four tables, without the articles that stay out."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not ours to ship")
    tables = {name: rows_of(name) for name in ("articles", "events", "attendees", "people_aliases")}
    used = {r["article_id"] for r in tables["articles"] if not is_low(r)}
    tables["events"] = [r for r in tables["events"] if r["article_id"] in used]
    return tables


def is_low(article: dict[str, str]) -> bool:
    return article["reliability_note"].startswith("LOW")


def without_clue(note: str) -> str:
    """`official site; year not printed (slogans of 2020)` -> `official site; year not printed`: a clue is a guess."""
    return re.sub(r"(year not (?:printed|given)(?: in the excerpt)?)[ ,;:(].*", r"\1", note)


@pytest.fixture(scope="module")
def said(corpus) -> dict[tuple[str, str], object]:
    """(article or event, field) -> the value that the rows give."""
    values = {}
    for row in corpus["articles"]:
        if not is_low(row):
            plain = {"publisher": row["publisher"], "url": row["url"], "published": row["published_date"] or None}
            ours = {"headline": row["title_own_words"], "note": f"{capital(without_clue(row['reliability_note']))}."}
            values |= {(row["article_id"], f): v for f, v in (plain | ours).items()}
    for event, legs in legs_of(corpus["events"]).items():
        values |= {(event, f): v for f, v in event_of(legs).items()}
        here = {leg["event_id"] for leg in legs}
        coming = [{k: v for k, v in r.items() if k != "event_id"} for r in corpus["attendees"] if r["event_id"] in here]
        attendees = [attendee_of(r, at) for at, r in enumerate(each_once(coming), start=1)]
        values |= {(event, f): [who[f] for who in attendees] for f in ATTENDEE}
    return values


def legs_of(events: list[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """event -> its rows: one, or those of a tour in their order."""
    tour = {f"{event.split('--')[0]}--{leg}": event for event, (legs, _note) in TOURS.items() for leg in legs}
    legs: dict[str, list[dict[str, str]]] = {}
    for row in events:
        legs.setdefault(tour.get(row["event_id"], row["event_id"]), []).append(row)
    return legs


def event_of(legs: list[dict[str, str]]) -> dict[str, object]:
    row, topics = legs[0], each_once(x for leg in legs for x in leg["topic"].split("; "))
    return {
        "kind": row["kind"],
        "title": row["title"],
        "start": row["start_date"] or None,
        "end": row["end_date"] or None,
        "date_precision": row["date_precision"],
        "date_basis": BASIS.get(row["year_basis"]) if row["start_date"] else None,
        "date_text": row["month_day_text"] or None,
        "topic": capital("; ".join(topics)) or None,
        "organizer": capital(row["organiser"]) or None,
        "adcodes": [leg["adcode"] for leg in legs],
        "places": [leg["place_text"] or leg["area_name_en"] for leg in legs],
        "sites": [[capital(site) for site in leg["sites_visited"].split("; ") if site] for leg in legs],
    }


def attendee_of(row: dict[str, str], at: int) -> dict[str, object]:
    named = row["count_basis"] == "named"
    whole = re.search(r" \(of (\d+)", row["group_label"])
    return {
        "name": row["name"] or None,
        "name_zh": row["name_zh"] or None,
        "label": capital(re.sub(r" \((of|stated as more than) \d+.*\)", "", row["group_label"])) or None,
        "role": capital(row["role"].replace("organisation", "organization")) or None,
        "organization": row["organisation"] or None,
        "level": row["level"],
        "value": 1 if named else int(row["count"]) if row["count"] else None,
        "out_of": int(whole[1]) if whole else None,
        "basis": row["count_basis"].replace(" ", "_"),
        "qualifier": row["count_qualifier"] or "exact",
        "part_of": at - 1 if row["subset_of_other_row"] == "1" else None,  # the rows of the corpus stand below what holds them
    }


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def each_once(items: Iterable) -> list:
    kept: list = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept


# The records


@pytest.fixture(scope="module")
def held(shipped) -> dict[tuple[str, str], object]:
    """(article or event, field) -> the value that the record has."""
    values: dict[tuple[str, str], object] = {}
    for a in shipped.articles:
        values |= {(a.id, f): getattr(a, f) for f in ("publisher", "url", "headline", "note")}
        values[a.id, "published"] = iso(a.published)
        for e in a.events:
            values |= {(e.id, f): getattr(e, f) for f in ("kind", "title", "topic", "organizer")}
            values |= {(e.id, f): getattr(e, f) for f in ("date_precision", "date_basis")}
            values |= {(e.id, "start"): iso(e.start), (e.id, "end"): iso(e.end)}
            values[e.id, "date_text"] = month_and_day(e.date_text) if e.date_text else None
            values |= {(e.id, "adcodes"): [s.adcode for s in e.stops], (e.id, "places"): [s.place for s in e.stops]}
            values[e.id, "sites"] = [list(s.sites) for s in e.stops]
            values |= {(e.id, f): [getattr(w, f) for w in e.attendees] for f in IN_ATTENDEE}
            values |= {(e.id, f): [getattr(w.headcount, f) for w in e.attendees] for f in IN_HEADCOUNT}
    return values


def iso(day) -> str | None:
    return f"{day}" if day else None


def month_and_day(printed: str) -> str:
    """`5 January` -> 01-05, `16–18 March` -> 03-16/03-18: how the corpus writes a date without a year."""
    days, month = printed.rsplit(" ", 1)
    number = list(calendar.month_name).index(month)
    return "/".join(f"{number:02}-{int(day):02}" for day in days.split("–"))


# The rules


def apart(held: dict, said: dict, *fields: str) -> dict:
    """Where record and rows differ, but for EXCEPTIONS: (article or event, field) -> (the record's value, the rows')."""
    keys = [key for key in held | said if key[1] in fields and key not in EXCEPTIONS]
    assert keys, f"no record has {fields}"
    return {key: (held.get(key), said.get(key)) for key in keys if held.get(key) != said.get(key)}


def test_every_article_of_the_corpus_has_one_record_but_those_marked_low(shipped, corpus):
    assert sorted(a.id for a in shipped.articles) == sorted(r["article_id"] for r in corpus["articles"] if not is_low(r))


def test_an_article_marked_low_has_no_record(shipped, corpus):
    low = {r["article_id"] for r in corpus["articles"] if is_low(r)}
    assert len(low) == 6
    assert low & {a.id for a in shipped.articles} == set()
    assert {r["url"] for r in corpus["articles"] if is_low(r)} & {a.url for a in shipped.articles} == set()


def test_an_article_has_the_address_the_publisher_and_the_day_of_its_row(held, said):
    assert apart(held, said, "url", "publisher", "published") == {}


def test_a_headline_is_the_title_of_the_row_which_is_in_our_own_words(held, said):
    assert apart(held, said, "headline") == {}


def test_the_note_on_an_article_says_how_far_its_source_is_trusted_as_the_row_does(held, said):
    assert apart(held, said, "note") == {}


def test_every_row_of_an_event_is_in_one_event_and_every_event_has_rows(shipped, corpus):
    assert {e.id for a in shipped.articles for e in a.events} == set(legs_of(corpus["events"]))


def test_a_tour_is_the_rows_of_one_article_that_share_a_range_and_say_so(corpus):
    ranged = [r for r in corpus["events"] if "one date range" in r["note"]]
    dated = groupby(ranged, lambda r: (r["article_id"], r["start_date"], r["end_date"], r["month_day_text"]))
    found = {legs[0]["event_id"]: legs for legs in (list(g) for _range, g in dated)}
    assert {e: tuple(r["event_id"].split("--")[1] for r in legs) for e, legs in found.items()} == {
        event: legs for event, (legs, _note) in TOURS.items()
    }
    assert all(note in leg["note"] for event, (_legs, note) in TOURS.items() for leg in found[event])


def test_an_event_is_of_the_kind_of_its_row(held, said):
    assert apart(held, said, "kind") == {}


def test_an_event_starts_and_ends_as_its_row_does(held, said):
    assert apart(held, said, "start", "end", "date_precision") == {}


def test_a_year_is_known_from_where_the_row_has_it(held, said):
    assert apart(held, said, "date_basis") == {}


def test_a_date_without_a_year_stays_as_printed(held, said):
    assert apart(held, said, "date_text") == {}


def test_a_guessed_date_is_nowhere(shipped, corpus):
    articles = {a.id: a for a in shipped.articles}
    guessed = [r for r in corpus["events"] if r["inferred_start_date"]]
    assert guessed
    for row in guessed:
        article = articles[row["article_id"]]
        told = article.model_dump_json(exclude={"url", "published", "review"})
        assert {e.start for e in article.events} == {None}, article.id
        assert row["inferred_start_date"][:4] not in told, article.id


def test_stops_are_the_areas_of_the_rows_in_their_order(held, said):
    assert apart(held, said, "adcodes") == {}


def test_a_place_stands_as_printed_or_is_the_area_where_none_is(held, said):
    assert apart(held, said, "places") == {}


def test_the_sites_of_a_stop_are_those_that_its_row_lists(held, said):
    assert apart(held, said, "sites") == {}


def test_title_topic_and_organizer_are_those_of_the_rows(held, said):
    assert apart(held, said, "title", "topic", "organizer") == {}


def test_a_name_stands_as_printed_and_in_the_script_printed(held, said):
    assert apart(held, said, "name", "name_zh", "label") == {}


def test_an_attendee_has_the_role_the_body_and_the_level_of_the_row(held, said):
    assert apart(held, said, "role", "organization", "level") == {}


def test_a_headcount_is_the_number_printed_or_none(held, said):
    assert apart(held, said, "value", "out_of", "basis", "qualifier", "part_of") == {}


def test_a_person_is_once_at_an_event(shipped):
    for event in (e for a in shipped.articles for e in a.events):
        named = [w.person or w.who for w in event.attendees if not w.label]
        assert len(named) == len({*named}), event.id


def test_a_person_known_in_both_scripts_has_both_names_and_what_is_printed_is_not_called_ours(shipped, corpus):
    joined = {(r["name"], r["name_zh"]) for r in corpus["people_aliases"]}
    assert joined <= {(p.name, p.name_zh) for p in shipped.people.values()}
    printed = {w.person: w.name for a in shipped.articles for e in a.events for w in e.attendees if w.person and w.name}
    assert {p: (shipped.people[p].name, shipped.people[p].name_basis) for p in printed} == {
        p: (name, "printed") for p, name in printed.items()
    }


def test_an_exception_is_one(shipped, held, said):
    lengths = {(a.id, "words"): words(a.full_text) for a in shipped.articles}
    assert [key for key in EXCEPTIONS if key[1] != "words" and held[key] == said[key]] == []
    assert [key for key in EXCEPTIONS if key[1] == "words" and WORDS[0] <= lengths[key] <= WORDS[1]] == []


def test_one_fact_changed_is_found(held, said):
    event = "uuuu-05-10-jarud-sumu-survey--v1"
    for field, wrong in {"date_text": "05-10/05-13", "adcodes": ["150525"], "name_zh": ["宝隆"], "value": [2]}.items():
        assert apart(held | {(event, field): wrong}, said, field) == {(event, field): (wrong, said[event, field])}


# The briefs


def words(text: str) -> int:
    """How many words in Latin letters or digits: `Bu Xiaolin (布小林), chair` has three."""
    return sum(1 for word in text.split() if re.search("[A-Za-z0-9]", word))


def test_a_brief_is_long_enough_to_hold_its_facts_and_too_short_to_be_a_copy(shipped):
    briefs = [a for a in shipped.articles if a.text_kind == "brief" and (a.id, "words") not in EXCEPTIONS]
    assert {a.id: n for a in briefs if not WORDS[0] <= (n := words(a.full_text)) <= WORDS[1]} == {}


def test_a_quote_is_within_one_paragraph(shipped):
    quotes = [(a, saying) for a in shipped.articles for saying in a.sayings()]
    assert [(a.id, s.mark) for a, s in quotes if not any(s.evidence.quote in paragraph for paragraph in a.text)] == []
