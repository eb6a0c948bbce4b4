"""The days of one visit, told here and there: which are legs of it, which are of other people, and which are none."""

import datetime as dt

import pytest

from dashboard.data import areas
from dashboard.extract import proposers
from dashboard.extract.draft import draft

AREAS = areas.shipped()
SUNDAY = dt.date(2023, 8, 13)


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: ())


def told(words: str) -> list[tuple[str, str, str]]:
    made = draft(words, published=SUNDAY, areas=AREAS, people={}, today=dt.date(2026, 11, 23)).article
    return sorted((e.kind, f"{e.start:%m-%d}", f"{e.end:%m-%d}") for e in made.events)


LEGS = {
    "On August 7 ten volunteers visited a gacha of Aohan Banner with stoves.\n\nThe convoy reached Naiman Banner on August 9. "
    "There some herders waited.": ("08-07", "08-09"),
    "项目小组8月7日抵达敖汉旗，9日离开。三天里，我们走访了两个嘎查。": ("08-07", "08-09"),
    "8月8日，副旗长李明带队到敖汉旗调研。\n\n9日，他们来到宁城县，查看了水库。": ("08-08", "08-09"),
    "8月8日，副旗长李明带队到敖汉旗调研。9日，李明一行在副县长王林陪同下到宁城县调研。": ("08-08", "08-09"),
    "8月8日，星期二，副旗长李明到敖汉旗调研。次日，他到宁城县调研。": ("08-08", "08-09"),
    "8月7日至10日，副旗长李明到赤峰市调研。次日，他来到敖汉旗。9日，他查看了宁城县的水库。": ("08-07", "08-10"),
    "8月7日，下过一场小雨。副教授李明带着11名学生走进敖汉旗，开始为期五天的实践。9日，他们来到宁城县。": ("08-07", "08-11"),
    "From August 7 to 10 the ambassador visited Chifeng. The following day she called on a farm in Aohan Banner. On August 9 she "
    "saw a mill in Ningcheng County.": ("08-07", "08-10"),
    "A delegation of the chamber returned on Thursday night from a trip to Aohan Banner. On August 8 it visited a mill there.": (
        "08-08",
        "08-10",
    ),
    "A team came back to campus on Thursday after a four-day field trip to Aohan Banner. The first two days, August 7 and 8, "
    "were spent on the dunes near Naiman Banner.": ("08-07", "08-10"),
    "From the seventh to the ninth of August seven archaeologists travelled through Aohan Banner.": ("08-07", "08-09"),
    "On August 8 guests were taken by Dr. Wei to a farm in Aohan Banner, and on the tenth to a plant in Ningcheng County.": (
        "08-08",
        "08-10",
    ),
}


@pytest.mark.parametrize("words", LEGS)
def test_days_that_follow_one_another_are_legs_of_one_visit(words):
    assert told(words) == [("visit", *LEGS[words])]


@pytest.mark.parametrize(
    "words",
    [
        "8月8日，副旗长李明到敖汉旗调研。9日，副旗长王林到宁城县调研。",
        "On August 8 Mayor Li Ming inspected a dam in Aohan Banner. On August 9 Governor Wang Lin toured Ningcheng County.",
    ],
)
def test_whoever_was_not_told_of_in_a_visit_makes_another_one(words):
    assert told(words) == [("visit", "08-08", "08-08"), ("visit", "08-09", "08-09")]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (
            "On August 8 and 9 a delegation visited Chifeng. In the evening a round table was held in Hongshan District. On the "
            "second day they saw a mine in Aohan Banner.",
            "08-08",
        ),
        ("The council met in Chifeng on Tuesday the 8th for its third session.", "08-08"),
        ("8月10日，培训班在敖汉旗闭幕。会议为期三天，于8日开幕。", "08-08"),
        ("A group toured Aohan Banner on August 7. There a symposium on maps rounded off the journey on August 8.", "08-08"),
    ],
)
def test_the_first_day_of_a_meeting(words, day):
    assert next(event[1] for event in told(words) if event[0] == "meeting") == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("8月8日至9日，论坛在赤峰市举办。论坛闭幕次日，与会专家赴敖汉旗考察。", "08-10"),
        ("8月10日，视频会议在敖汉旗召开。会议召开前两天，副旗长王林到宁城县踏查。", "08-08"),
    ],
)
def test_a_day_is_counted_from_a_meeting(words, day):
    assert ("visit", day, day) in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "They were to look over the reeds in Aohan Banner on August 8, but the trip had to be called off.",
        "A visit by the mayor to Aohan Banner on August 8 was put off because of a sandstorm.",
    ],
)
def test_what_was_called_off_was_not(words):
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "A meeting was held in Chifeng on August 8. Judge Li Ming asked that the damage be surveyed before the snow.",
        "A forum was held in Chifeng on August 8. The prize for the best talk went to a student for her study of Aohan Banner.",
        "The conference in Chifeng on August 8 was attended by guests from the seed trade of Aohan Banner.",
        "A round table was held in Chifeng on August 8. Wool once went by camel to Aohan Banner.",
    ],
)
def test_what_only_looks_like_a_visit_is_none(words):
    assert [kind for kind, *_days in told(words)] == ["meeting"]


def test_a_record_says_in_brackets_what_each_day_is_of():
    words = (
        "Record of investor relations activities\n\nCategory of activity: site visit and results briefing\n\n"
        "Dates: August 8 and 9, 2023\n\nPlaces: company works, Aohan Banner (site visit, August 8); hotel, Hongshan District "
        "(results briefing, August 9)\n\nParticipants: Li Ming (Northern Securities)"
    )
    assert told(words) == [("meeting", "08-09", "08-09"), ("visit", "08-08", "08-08")]


STOPS = {
    "They set out on Monday, 7 August, in Aohan Banner. On Tuesday they were in Naiman Banner, on Wednesday in Hure Banner.": [
        "08-07",
        "08-08",
        "08-09",
    ],
    "They visited Aohan Banner on Monday and Naiman Banner on Tuesday.": ["08-07", "08-08"],
    "On Monday and Tuesday they visited Aohan Banner and Naiman Banner.": [None, None],
    "8月7日在敖汉旗、8日在奈曼旗，调研组实地走访了卫生院。": ["08-07", "08-08"],
}


@pytest.mark.parametrize("words", STOPS)
def test_each_stop_has_the_day_that_stands_beside_it(words):
    (event,) = draft(words, published=SUNDAY, areas=AREAS, people={}, today=dt.date(2026, 11, 23)).article.events
    assert [stop.date and f"{stop.date:%m-%d}" for stop in event.stops] == STOPS[words]


OF_ITS_DAY = {
    "A team examined the law in Chifeng from August 7 to 9 and gave its findings at a meeting in Aohan Banner on August 10.": (
        "meeting",
        "08-10",
    ),
    "When the bus left Hohhot at seven in the morning on 8 August, most guests slept. They visited a mill in Aohan Banner.": (
        "visit",
        "08-08",
    ),
    "Aohan Banner government portal, August 12 -- Wu Yong went to the fields in Aohan Banner on Monday to see the millet.": (
        "visit",
        "08-07",
    ),
    "Record of activities\n\n1. Results briefing, 8 August 2023, 15:00-16:30\n\nPlace: hotel, Aohan Banner\n\nPresent: Wu Yong": (
        "meeting",
        "08-08",
    ),
    "The director warned of a storm at the weekend. On Tuesday he visited Aohan Banner. The next day he saw Naiman Banner.": (
        "visit",
        "08-08",
    ),
    "8月8日晚，我们在敖汉旗的办公室开了一次项目复盘会。": ("meeting", "08-08"),
    "赤峰论坛8月8日在敖汉旗开幕。论坛为期两天。": ("meeting", "08-08"),
}


@pytest.mark.parametrize("words", OF_ITS_DAY)
def test_an_event_is_of_the_day_that_its_words_print(words):
    assert OF_ITS_DAY[words] in [(kind, start) for kind, start, _end in told(words)]


def test_what_ended_began_on_the_day_told_behind():
    words = (
        "The committee concluded its session in Chifeng on Thursday.\n\nThe session had opened in the city on Wednesday morning."
    )
    assert told(words) == [("meeting", "08-09", "08-10")]


def test_the_second_day_of_a_workshop_is_no_visit_where_no_place_is_named():
    words = "A two-day workshop opened in Aohan Banner on August 8.\n\nOn the second day the deputy head listened to the results."
    assert told(words) == [("meeting", "08-08", "08-09")]


def test_another_meeting_of_the_same_day_is_one_of_its_own():
    words = "8月8日，会员大会在敖汉旗召开。\n\n当天下午的“湖羊利用”专题研讨会同样设在这家宾馆，由李明主持。"
    assert told(words) == [("meeting", "08-08", "08-08")] * 2


CHRONICLE = "The week in Chifeng\n\nMonday, August 7. The mayor went to Aohan Banner to look at a dam.\n\nTuesday, August 8. "


def test_each_entry_of_a_chronicle_tells_of_a_visit_of_its_own_unless_it_says_that_they_are_the_same():
    others = told(f"{CHRONICLE}Twenty breeders visited a farm in Naiman Banner.")
    assert others == [("visit", "08-07", "08-07"), ("visit", "08-08", "08-08")]
    assert told(f"{CHRONICLE}In the morning the party visited a farm in Naiman Banner.") == [("visit", "08-07", "08-08")]


def test_a_day_of_discussion_lies_within_its_session():
    words = (
        "The session of the congress in Aohan Banner, which began on August 7, concluded on August 9.\n\nIn group discussions on "
        "August 8 the roads were the topic."
    )
    assert told(words) == [("meeting", "08-07", "08-09")]


@pytest.mark.parametrize(
    "words",
    [
        "Our coordinator reached Aohan Banner on 7 August.\n\nFor three days, until the 9th, they went from camp to camp.",
        "8月7日至9日，检查组到敖汉旗检查。\n\n结束实地检查后，8月10日，检查组在松山区召开反馈会。",
    ],
)
def test_a_visit_ends_when_its_words_say_so(words):
    assert ("visit", "08-07", "08-09") in told(words)


RECORDS = (
    "投资者关系活动记录\n\n一、业绩说明会\n时间：2023年8月8日15:00\n地点：敖汉旗公司总部\n参加单位：机构投资者\n\n李明介绍了情况。\n\n"
    "二、现场调研\n"
    "时间：2023年8月9日\n地点：公司宁城县基地\n参加人员：22名分析师\n\n李明带领分析师参观了车间。",
    "Record of activities\n\n1. Results briefing\nTime: 8 August 2023, 15:00\nPlace: office, Aohan Banner\nPresent: Li Ming\n\n"
    "2. Site visit\nTime: 9 August 2023\nPlace: works, Ningcheng County\nPresent: Li Ming\n\nThe visitors toured the works.",
)


@pytest.mark.parametrize("words", RECORDS)
def test_a_record_says_above_a_day_of_what_it_is(words):
    assert told(words) == [("meeting", "08-08", "08-08"), ("visit", "08-09", "08-09")]


NONE = [
    "January 8: Mayor Jin Feng sent a letter of sympathy to the mayor of Chifeng after a fire at a plant there.",
    "In Aohan Banner he called at a dam, where he heard a briefing from engineer Suyila.",
    "A debriefing meeting is to take place on the campus in Chifeng on Tuesday, 22 August, at three.",
    "A tour of the yards and of a furniture factory in Songshan District, planned for the Wednesday after the talks, "
    "had to be called off.",
    "Participants discussed shared records and the inspection of meat.",
    "副市长李明对河道巡查进行再部署。",
    "市人大常委会定于8月27日召开会议，听取报告。",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_planned_heard_or_sent_is_no_event_of_its_own(words):
    before = "8月9日，研讨会在敖汉旗举行。" if words[0] in "市副" else "A forum was held in Aohan Banner on August 9. "
    kinds = [(kind, start) for kind, start, _end in told(f"{before}\n\n{words}")]
    assert ("meeting", "08-09") in kinds
    assert len([kind for kind, _start in kinds if kind == "meeting"]) == 1
    assert not words.startswith(("January", "A tour", "Participants", "副")) or len(kinds) == 1


def test_a_meeting_on_a_day_of_its_own_is_one_beside_the_visit():
    words = "They toured Aohan Banner on Monday and Tuesday, and on Thursday they met in Songshan District to agree on dykes."
    assert ("meeting", "08-10", "08-10") in told(words)


def test_the_days_of_a_visit_are_not_those_of_the_meeting_that_its_sentence_names():
    words = (
        "A delegation visited Chifeng on August 7 and 8 and held an exchange meeting. The exchange meeting took place in "
        "Songshan District on Tuesday afternoon."
    )
    assert told(words) == [("meeting", "08-08", "08-08"), ("visit", "08-07", "08-08")]
