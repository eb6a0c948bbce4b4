"""The hand-over file as its reader has it: a file on a disk, no network, and the numbers of the app."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from dashboard import library
from dashboard.data import counts, frames
from dashboard.data.filters import Chosen, Filter
from dashboard.data.store import Holdings
from dashboard.data.vocabulary import KINDS
from dashboard.handover.file import to_html
from tests.browser.conftest import VIEWS
from tests.factories import article, collections, event, filters, group, library_of, person, seldom

SEED = "2023-08-13-chifeng-cppcc-exchange"
JS = """hash => new Promise(done => {
    const say = () => {
        const number = (text) => Number(text.replaceAll(',', ''));
        const shown = (selector) => document.querySelectorAll(selector).length;
        const values = (selector, name) => Object.fromEntries([...document.querySelectorAll(selector)].map(
            cell => [cell.dataset[name], number(cell.textContent)]));
        done({
            numbers: values('[data-number]', 'number'), kinds: values('#filters [data-kind]', 'kind'),
            shown: number(document.querySelector('#shown').textContent),
            undated: document.querySelector('#undated').hidden ? 0 : number(document.querySelector('#undated b').textContent),
            areas: Object.fromEntries([...document.querySelectorAll('#areas tr[data-area]')].map(
                row => [row.dataset.area, [...row.querySelectorAll('td')].map(cell => number(cell.textContent))])),
            levels: Object.fromEntries([...document.querySelectorAll('.levels tr[data-level]')].map(
                row => [row.dataset.level, Object.fromEntries([...row.querySelectorAll('td')].map(
                    cell => [cell.dataset.basis, number(cell.textContent)]))])),
            listed: {
                occasions: shown('#events li:not([hidden])'), articles: shown('#articles li:not([hidden])'),
                ...Object.fromEntries([...document.querySelectorAll('.index')].map(
                    list => [list.id, list.querySelectorAll('li:not([hidden])').length])),
            },
        });
    };
    if (location.hash === (hash === '#' ? '' : hash)) return say();
    addEventListener('hashchange', say, {once: true});
    location.hash = hash;
})"""
FILTERS = [
    Filter(),
    Filter(region=("150400",)),
    Filter(region=("150500", "152222")),
    Filter(region=("150000",), kind=("visit",)),
    Filter(since=dt.date(2023, 1, 1)),
    Filter(until=dt.date(2019, 7, 15)),
    Filter(since=dt.date(2019, 7, 15), until=dt.date(2019, 7, 16)),
    Filter(region=("152200",), since=dt.date(2016, 1, 1), until=dt.date(2026, 12, 31)),
    Filter(kind=("meeting",)),
    Filter(kind=("meeting", "visit"), until=dt.date(2021, 12, 31)),
    Filter(q="chifeng grass"),
    Filter(q="赤峰"),
    Filter(q="xing’an CPPCC"),
    Filter(q="赤峰 prefecture nobody wrote"),
    Filter(q="?!"),
    Filter(region=("150400",), kind=("visit",), since=dt.date(2018, 1, 1), q="harqin"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handed-over")


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Callable[..., Page]]:
    """Open a file as a double click does, without a network; afterwards it must have asked for nothing and raised nothing."""
    contexts, asked, errors = [], [], []

    def open_file(content: bytes, view: str = "light", at: str = "", **more: object) -> Page:
        file = folder / f"{len(contexts)}.html"
        file.write_bytes(content)
        contexts.append(browser.new_context(**VIEWS[view], offline=True, **more))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url.split("#")[0]))
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri() + at)
        return page

    yield open_file
    own = {(folder / f"{n}.html").as_uri() for n in range(len(contexts))}
    for context in contexts:
        context.close()
    assert set(asked) <= own
    assert errors == []


@pytest.fixture(scope="module")
def everything() -> bytes:
    return to_html(library.current(), Filter())


@pytest.fixture(scope="module")
def chifeng() -> bytes:
    """Everything that is held on Chifeng in 2023: one meeting, and one visit of three stops."""
    return to_html(library.current(), Filter(region=("150400",), since=dt.date(2023, 1, 1), until=dt.date(2023, 12, 31)))


def hash_of(chosen: Filter) -> str:
    return "#" + urlencode(chosen.to_params(), doseq=True)


def says(page: Page, chosen: Filter) -> dict:
    return page.evaluate(JS, hash_of(chosen))


def shown_and_numbers(chosen: Filter) -> tuple[frames.Frames, counts.Summary]:
    held = library.current()
    return library.shown(held, chosen), library.numbers(held, chosen)


def expected(shown: frames.Frames, n: counts.Summary, said: dict) -> dict:
    """What the page must say: the numbers of the app, for the areas and levels that the file has."""
    names = ("meetings", "visits", "areas", "people", "groups", "stated", "articles")
    attending = shown.attendees[["basis", "who"]].drop_duplicates()["basis"].value_counts()
    levels = counts.breakdown(Chosen(shown, Filter()), "level")
    return {
        "numbers": {name: getattr(n, name).value for name in names},
        "kinds": {kind: value(n.by_kind, kind) for kind in KINDS},
        "shown": n.events.value,
        "undated": n.undated_left_out,
        "areas": {code: [value(n.by_region.get(code, {}), kind) for kind in (*KINDS, "all")] for code in said["areas"]},
        "levels": {level: {basis: value(levels.get(level, {}), basis) for basis in by} for level, by in said["levels"].items()},
        "listed": {basis: int(attending.get(basis, 0)) for basis in said["listed"]}
        | {"occasions": n.events.value, "articles": n.articles.value},
    }


def value(numbers: Mapping[str, counts.Number], name: str) -> int:
    return numbers[name].value if name in numbers else 0


def test_the_numbers_are_those_of_the_app(opened, everything):
    page = opened(everything)
    for chosen in FILTERS:
        said = says(page, chosen)
        assert said == expected(*shown_and_numbers(chosen), said), chosen


def test_a_narrowed_file_counts_on_within_what_it_holds(opened):
    base = Filter(level=("county", "prefecture"), kind=("meeting",))
    page = opened(to_html(library.current(), base))
    for chosen in (Filter(), Filter(region=("150400",)), Filter(since=dt.date(2020, 1, 1)), Filter(q="committee")):
        both = dataclasses.replace(chosen, level=base.level, kind=base.kind)
        said = says(page, chosen)
        wanted = expected(*shown_and_numbers(both), said)
        wanted["kinds"]["visit"] = 0  # the file holds none, so it has none to offer
        assert said == wanted


@given(made=collections(), asked=st.lists(filters(), min_size=3, max_size=3))
@settings(seldom(), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_records_are_counted_as_the_app_counts_them(opened, made: Holdings, asked: list[Filter]):
    """What the file cannot filter by, level and body, narrows it before; the rest is asked within it."""
    base = Filter(level=asked[0].level, organization=asked[0].organization)
    held = dataclasses.replace(library.current(), held=made, frames=frames.frames(made))
    shown = library.shown(held, base)
    if shown.events.empty:
        return
    page = opened(to_html(held, base))
    known = set(shown.event_areas["adcode"]) | {"150400", "150500", "152200"}
    for one in asked:
        chosen = dataclasses.replace(one, level=(), organization=(), region=tuple(code for code in one.region if code in known))
        left = Chosen(shown, chosen)
        said = says(page, chosen)
        assert said == expected(left.all(), counts.summary(left), said)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("at", ["", "#region=150402&kind=visit&from=x", f"#article={SEED}&mark=v1.stops.2", "#closer=150000"])
def test_it_is_accessible_and_fits(opened, everything, view, at):
    page = opened(to_html(library.current(), Filter(region=("150400",))) if at else everything, view, at)
    for summary in page.locator("summary:visible").all():
        summary.click()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    assert [f"{v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_region_of_the_map_filters_by_mouse_and_says_that_it_is_pressed(opened, everything):
    page = opened(everything)
    area = page.locator('#map [data-area="150400"]')
    expect(area).to_have_attribute("aria-pressed", "false")
    expect(area).to_have_accessible_name("Chifeng: 18")
    area.click()
    assert page.evaluate("location.hash") == "#region=150400"
    expect(area).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#shown")).to_have_text("18")
    expect(page.locator('[data-words="150400"] .near .tick')).to_be_visible()  # not by colour alone
    expect(page.get_by_role("combobox", name="Region")).to_have_value("150400")
    area.click()
    expect(page.locator("#shown")).to_have_text("88")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_region_of_the_map_filters_by_keyboard(opened, everything, key):
    page = opened(everything)
    area = page.get_by_role("button", name="Tongliao: 17")
    area.focus()
    page.keyboard.press(key)
    expect(area).to_have_attribute("aria-pressed", "true")
    expect(area).to_be_focused()
    expect(page.locator("#shown")).to_have_text("17")


def test_the_map_that_the_file_opens_with_is_the_one_that_its_script_draws(opened, chifeng, everything):
    look = """() => [[...document.querySelectorAll('#map path[data-step]')].map(p => p.dataset.step),
        [...document.querySelectorAll('#map text')].map(t => t.textContent), document.querySelector('#routes').innerHTML,
        [...document.querySelectorAll('.levels td')].map(t => t.textContent),
        [...document.querySelectorAll('.levels rect')].map(r => [parseFloat(r.getAttribute('x')).toFixed(1),
            parseFloat(r.getAttribute('width')).toFixed(1)])]"""
    for content in (chifeng, everything):
        still = opened(content, java_script_enabled=False)
        assert opened(content).evaluate(look) == still.evaluate(look)


def test_stops_stand_on_the_map_in_their_order_and_are_joined(opened, chifeng):
    page = opened(chifeng)
    for code, signs in {"152200": ["◆ 1"], "150500": ["◆ 2"], "150400": ["●", "◆ 3"]}.items():
        assert page.locator(f'[data-words="{code}"] .signs tspan').all_text_contents() == signs
    assert page.locator("#routes polyline").count() == 1


def test_the_filters_by_hand_are_steps_of_the_history(opened, everything):
    page = opened(everything)
    page.get_by_role("combobox", name="Region").select_option("150400")
    page.get_by_label("From", exact=True).fill("2023-01-01")
    page.get_by_label("Meetings").check()
    page.get_by_role("searchbox").press_sequentially("chifeng")
    assert page.evaluate("location.hash") == "#region=150400&from=2023-01-01&kind=meeting&q=chifeng"
    held = library.numbers(library.current(), Filter(("150400",), dt.date(2023, 1, 1), None, ("meeting",), q="chifeng"))
    expect(page.locator("#shown")).to_have_text(str(held.events.value))
    expect(page.locator("#undated")).to_contain_text(str(held.undated_left_out))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.get_by_label("Meetings")).to_be_checked()
    page.go_back()
    page.go_back()
    expect(page.get_by_label("From", exact=True)).to_have_value("")
    expect(page.locator("#shown")).to_have_text("18")
    page.get_by_role("button", name="Reset filters").click()
    expect(page.locator("#shown")).to_have_text("88")


def test_what_cannot_be_used_is_left_out_and_said(opened, everything):
    page = opened(everything, at="#region=999999&from=soon&kind=visit")
    expect(page.locator("#unusable")).to_contain_text("region=999999, from=soon")
    expect(page.locator("#shown")).to_have_text("35")


def test_a_sentence_opens_its_article_with_its_mark_lit_and_back_leads_back(opened, everything):
    page = opened(everything, at="#region=150400")
    sentence = page.get_by_role("link", name="Between 9 and 12 August, participants")
    sentence.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    sentence.click()
    expect(page.get_by_role("heading", level=1, name="Regional CPPCC exchange meeting")).to_be_visible()
    expect(page.locator(".lit")).to_have_text(["field visits"])
    expect(page.locator(".lit")).to_be_in_viewport()
    expect(page.locator(".fact[aria-current]")).to_contain_text("Visit")
    expect(page.get_by_text("Our summary.").locator("visible=true")).to_have_count(1)
    expect(page.get_by_role("link", name="Read the original")).to_have_attribute("rel", "noreferrer noopener")
    page.go_back()
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_be_focused()
    assert page.evaluate("location.hash") == "#region=150400"
    assert page.evaluate("scrollY") == before


def test_a_fact_lights_its_mark_and_a_mark_its_fact_by_keyboard_too(opened, everything):
    page = opened(everything, at=f"#article={SEED}")
    page.locator(".fact:visible", has_text="stop 2 of 3: Tongliao").click()
    expect(page.locator(".lit")).to_have_text(["Tongliao City"])
    expect(page.locator(".lit")).to_be_in_viewport()
    mark = page.get_by_role("link", name="Zhang Yankun, secretary")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fact[aria-current]")).to_contain_text("Zhang Yankun 张延昆")
    expect(page.locator(".fact[aria-current]")).to_be_in_viewport()
    assert page.evaluate("location.hash") == f"#article={SEED}&mark=m1.attendees.1"
    page.get_by_role("link", name="Back to the view").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where they met, what they visited")


def test_a_link_to_a_mark_opens_there(opened, everything):
    page = opened(everything, at=f"#article={SEED}&mark=v1.stops.2&kind=visit")
    expect(page.locator(".lit")).to_be_in_viewport()
    page.get_by_role("link", name="Back to the view").click()
    expect(page.locator("#shown")).to_have_text("35")


def test_a_key_number_leads_to_what_it_counts(opened, everything):
    page = opened(everything, at="#region=150400")
    page.get_by_role("link", name="People named").click()
    expect(page.locator("#named")).to_have_attribute("open", "")
    expect(page.locator("#named")).to_be_in_viewport()
    assert page.locator("#named li:visible").count() == int(page.locator('[data-number="people"]').inner_text())
    assert page.evaluate("location.hash") == "#region=150400"


def test_a_row_of_the_table_behind_the_map_filters_as_well(opened, everything):
    page = opened(everything)
    page.get_by_text("The map as a table").click()
    row = page.locator("#areas").get_by_role("link", name="Harqin Banner")
    row.click()
    expect(row).to_have_attribute("aria-current", "true")
    expect(page.locator("#shown")).to_have_text("2")
    expect(page.locator('#map [data-area="150400"]')).not_to_have_class("area dim")  # the league around it is lit
    expect(page.locator('#map [data-area="150500"]')).to_have_class("area dim")


def test_without_a_script_it_is_all_there_to_read(opened, chifeng):
    page = opened(chifeng, java_script_enabled=False, at=f"#article={SEED}&mark=v1.stops.2")
    mark = page.locator("a.mark", has_text="Tongliao City")
    expect(mark).to_be_in_viewport()
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    expect(page.get_by_role("img", name="Map:")).to_be_visible()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_text("click it to filter")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Region")).to_be_hidden()
    expect(page.get_by_role("link", name="Between 9 and 12 August, participants")).to_be_visible()


def test_an_article_that_would_run_something_runs_nothing(opened):
    hostile = '</script></title></style><img src=x onerror="window.ran=1"><svg onload=window.ran=1><script>window.ran=1</script>'
    said = {"quote": hostile}
    made = event(
        title=hostile, topic=hostile, organizer=hostile, stops=[{"adcode": "150400", "place": hostile, "evidence": said}],
        attendees=[person(hostile, role=hostile, evidence=said), group(hostile, evidence=said)],
    ) | {"evidence": dict.fromkeys(("kind", "dates", "topic", "organizer"), said)}  # fmt: skip
    held = library_of(article(made, text=[hostile], headline=hostile, publisher=hostile, note=hostile))
    content = to_html(dataclasses.replace(library.current(), held=held, frames=frames.frames(held)), Filter())
    for at in ("", "#article=a&mark=m1.kind", f"#region={hostile}&q={hostile}&article={hostile}"):
        page = opened(content, at=at)
        assert page.evaluate("window.ran") is None
        assert page.locator("img").count() == 0
    expect(page.locator("#unusable")).to_contain_text("<img src=x", timeout=5_000)
    page.locator("#q").fill(hostile)
    page.get_by_role("link", name="onerror").first.click()
    expect(page.locator(".prose:visible")).to_contain_text('<img src=x onerror="window.ran=1">')
    assert page.evaluate("window.ran") is None
