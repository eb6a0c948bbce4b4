"""The pages over all that is held: ten years, the whole region, two hundred people."""

import pytest

from tests.pages import PAGES, asked, cards, links, listed, numbers, run, said, sent

PERSON = "zhang-yankun"
BODY = "CPPCC Inner Mongolia Autonomous Region Committee"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands(page):
    assert not run(page).exception


# The timeline


def test_ten_years_are_told_by_year_with_the_undated_beside_them():
    tester = run()
    told = listed(tester)
    assert (told["2023: meetings"], told["2023: visits"]) == ("9", "3")
    assert any(label.startswith("34 events without a date") for label in links(tester))


def test_the_sentence_tells_the_undated_from_the_span_of_the_dated():
    assert "20 May 2016–29 January 2026 and 34 without a date, in 12 regions" in said(run())


def test_the_years_and_the_undated_make_the_whole():
    tester = run()
    dated = sum(int(n) for label, n in listed(tester).items() if label[:4].isdigit())
    whole = numbers(tester)
    assert dated + 34 == int(whole["Meetings"]) + int(whole["Visits"])


@pytest.mark.parametrize(
    ("since", "until", "label"),
    [("2022-01-01", "2023-12-31", "August 2023: visits"), ("2021-01-01", "2024-12-31", "Q2 2023: visits")],
)
def test_a_shorter_span_is_told_by_quarter_or_month(since, until, label):
    assert listed(run(from_=since, to=until))[label] == "1"


def test_a_few_weeks_are_drawn_day_by_day():
    tester = run(from_="2023-07-01", to="2023-07-31")
    assert "A sign is a day" in said(tester)


# Search


@pytest.mark.parametrize("q", ["Hinggan", "兴安盟"])
def test_a_place_is_found_by_every_name_of_it(q):
    assert numbers(run(q=q)) == numbers(run(q="兴安"))


def test_words_found_are_marked():
    assert '["desertification", true]' in cards(run(q="desertification"))[0]


def test_what_was_found_by_another_name_says_so():
    assert all("Found by a name:" in card for card in cards(run(q="赤峰")))


def test_articles_stand_in_the_order_of_the_match():
    first = cards(run("articles", q="desertification symposium"))[0]
    assert "2023-06-06-bayannur-xi-symposium" in first


def test_an_article_marks_the_words_searched_for():
    data = sent(run("articles", article="2023-07-13-hohhot-beijing-cppcc", q="beijing"), "article_text")
    hits = {piece["text"] for paragraph in data["paragraphs"] for piece in paragraph if piece.get("hit")}
    assert hits == {"Beijing"}


# Articles page by page


def test_pages_of_articles_hold_each_article_once():
    seen = [card for n in "1234" for card in cards(run("articles", page_=n))]
    assert len(seen) == len(set(seen)) == 69


def test_a_page_that_is_not_there_is_said():
    assert "page=9 is left out: there are 4 pages" in said(run("articles", page_="9"))


# People and bodies


def test_a_person_has_a_view_with_events_places_and_company():
    tester = run("attendees", person=PERSON)
    assert tester.title[0].value == "Zhang Yankun 张延昆"
    assert numbers(tester) == {"Meetings": "5"}
    told = listed(tester)
    assert (told["Luo Zhihu 罗志虎"], told["Chifeng"], told[BODY]) == ("3", "1", "5")


def test_a_name_that_we_romanized_says_so():
    assert "pinyin, by us" in said(run("attendees", person="wei-xiaodong"))
    assert "pinyin, by us" not in said(run("attendees", person=PERSON))


def test_two_people_of_one_name_say_that_they_may_differ():
    assert "Not known to be the same person" in said(run("attendees", person="bai-ling"))


def test_a_body_has_a_view_with_what_it_organizes_too():
    tester = run("attendees", body="Chifeng Party Committee")
    assert numbers(tester)["Meetings"] == "1"
    assert tester.title[0].value == "Chifeng Party Committee"


def test_filters_narrow_a_profile_and_it_says_what_they_leave_out():
    tester = run("attendees", person=PERSON, region="150400")
    assert numbers(tester) == {"Meetings": "1"}
    assert "The filters leave 4 more out" in said(tester).replace("\\", "")


def test_an_unknown_person_is_said_and_everyone_shown():
    tester = run("attendees", person="nobody")
    assert "person=nobody is left out" in said(tester)
    assert tester.title[0].value == "Who took part"


def test_an_article_leads_to_the_views_of_those_it_names():
    data = sent(run("articles", article="2023-07-13-hohhot-beijing-cppcc"), "article_text")
    about = {item["about"] for group in data["facts"] for item in group["items"] if item["about"]}
    assert {"attendees?person=wei-xiaodong", "attendees?body=Inner+Mongolia+Party+Committee"} <= about


def test_a_row_leads_to_the_views_of_those_it_names():
    tester = run("records", table="attendees", basis="named", person=PERSON, with_=PERSON)
    assert any("Zhang Yankun" in label for label in links(tester))
    assert BODY in links(tester)


# One occasion, several reports


def test_an_occasion_is_one_card_with_each_report_and_what_it_says_otherwise():
    (told,) = [card for card in cards(run(from_="2023-06-01", to="2023-06-30")) if "more report" in card]
    assert "1 more report tells of it" in told
    assert "6 June 2023 · Linhe District" in told


def test_records_tell_reports_from_events():
    assert "88 events in 91 reports" in said(run("records", table="events"))


# The map


def test_an_area_without_an_article_says_so_and_not_nought():
    told = listed(run(from_="2017-06-25", to="2017-06-25"))
    assert (told["Xing'an League"], told["Tongliao"]) == ("1", "no article held")


def test_the_whole_region_is_one_button_away():
    tester = run()
    tester.button(key="closer-150000").click().run()
    assert asked(tester, "closer") == ["150000"]
    assert [b.label for b in tester.button if (b.key or "").startswith("closer")] == ["The three regions"]
