"""Events told in a scene, in a record's lines or over several sentences: which event it is, on which days, and where."""

import datetime as dt

import pytest

from dashboard.data import areas
from dashboard.extract import dates, proposers
from dashboard.extract.draft import draft

AREAS = areas.shipped()
SUNDAY = dt.date(2023, 8, 13)


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: ())


def events(words: str):
    return draft(words, published=SUNDAY, areas=AREAS, people={}, today=dt.date(2026, 11, 23)).article.events


def spans(words: str) -> list[tuple[str, str, str]]:
    return [(e.kind, f"{e.start}", f"{e.end}") for e in events(words)]


def stops(words: str) -> list[list[str | None]]:
    return [[stop.adcode for stop in e.stops] for e in events(words)]


def people(words: str) -> set[str]:
    return {who.who for e in events(words) for who in e.attendees if not who.label}


def groups(words: str) -> list[str]:
    return [who.label for e in events(words) for who in e.attendees if who.label]


VISIT, MEETING = ("visit", "2023-08-08", "2023-08-08"), ("meeting", "2023-08-08", "2023-08-08")


@pytest.mark.parametrize(
    "words",
    [
        "AOHAN BANNER -- Traffic police patrolled the shore of the lake in two boats on August 8.",
        "AOHAN BANNER -- A team of the fire brigade swept the temple fair on August 8.",
        "Inspectors of Aohan Banner turned up unannounced at four food markets before dawn on August 8.",
        "The head of Aohan Banner, Bao Hailin, called at the homes of three retired teachers on August 8.",
        "AOHAN BANNER -- Two of them climbed the slopes on August 8 with a thermometer.",
        "On August 8 foresters were in the larch forests of the north of Aohan Banner.",
        "Fifteen pastures in Aohan Banner were restored this year. The assessors were there on August 8.",
        "The team was host on August 8 to fourteen analysts, who were taken round a plant in Aohan Banner.",
        "A plant in Aohan Banner was host on August 8 to fourteen analysts.",
        "Two nets: that was the harvest of a joint patrol on a lake in Aohan Banner on August 8.",
    ],
)
def test_who_was_on_the_spot_made_a_visit_though_no_place_stands_beside_the_verb(words):
    assert spans(words) == [VISIT]
    assert stops(words) == [["150430"]]


@pytest.mark.parametrize(
    "words",
    [
        "AOHAN BANNER -- Officials agreed on August 8 on two more trains across the border.",
        "AOHAN BANNER -- The case came to light on August 8, when rubble was reported in a wetland on the Laoha River.",
        "AOHAN BANNER -- The head of the banner, Bao Hailin, was expected on August 8.",
        "AOHAN BANNER -- Doctors gave 612 free consultations in the year to August 8.",
    ],
)
def test_what_is_agreed_comes_to_light_or_is_counted_is_no_visit(words):
    assert spans(words) == []


RECORD = "{head}\n\n{day}\n\n{place}: meeting room, Aohan Banner\n\n{who}: 17 of 19 members\n\nThe rules of 3 August were read."


@pytest.mark.parametrize("head", ["Minutes of the water users", "Record of a site meeting", "Notice of record: hearing on fees"])
@pytest.mark.parametrize("day", ["Time: 8 August 2023, 14:30", "Date and hour: 8 August 2023", "Held: 8 August 2023"])
@pytest.mark.parametrize(("place", "who"), [("Venue", "Present"), ("Where", "Taking part"), ("At", "Attendance")])
def test_a_record_is_a_meeting_by_its_headline(head, day, place, who):
    words = RECORD.format(head=head, day=day, place=place, who=who)
    assert (spans(words), stops(words)) == ([MEETING], [["150430"]])


def test_a_record_of_two_days_says_which_is_of_what():
    words = (
        "Record of Investor Relations Activity\n\nType of activity: site visit; results briefing\n\n"
        "Time: August 7, 2023, 9:30 (site visit); August 8, 2023, 15:00 (results briefing)\n\n"
        "Place: plant, Ejin Horo Banner (site visit); Conference Room 3, Dongsheng District (results briefing)\n\n"
        "Participants: six analysts\n\nOn the first day Mr. Duan Hongwei showed the participants the test hall."
    )
    assert spans(words) == [("visit", "2023-08-07", "2023-08-07"), MEETING]
    assert stops(words) == [["150627"], ["150602"]]


def test_a_record_says_before_each_day_of_what_it_is():
    words = (
        "Investor relations\n\nType of activity: site visit and results briefing\n\n"
        "Time: site visit on 7 August, briefing on 8 August 2023\n\n"
        "On 7 August analysts toured the plant in Aohan Banner.\n\nOn 8 August the briefing was held in Linxi County."
    )
    assert spans(words) == [("visit", "2023-08-07", "2023-08-07"), MEETING]


def test_a_day_of_speech_about_what_is_to_come_is_none_of_the_meeting():
    words = (
        "Wednesday was for talking. At a hearing in the congress building in Aohan Banner, deputies put their list. "
        "Parent Ms. Sarnai, invited to the hearing, said she would call in February."
    )
    assert spans(words) == [("meeting", "2023-08-09", "2023-08-09")]


@pytest.mark.parametrize("filed", ["Federation of Industry and Commerce, August 9.\n\n", "Federation of Commerce, August 9. "])
def test_yesterday_is_counted_from_the_day_that_a_report_was_filed(filed):
    assert spans(f"{filed}A meeting between banks took place yesterday at a hotel in Aohan Banner.") == [MEETING]


def test_a_record_of_no_meeting_is_none():
    assert events(RECORD.format(head="Prices of hay", day="Time: 8 August 2023", place="Venue", who="Present")) == ()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("worked in Bairin Left Banner from 1 to 4 August and in Bairin Right Banner from 5 to 8 August", ("01", "08")),
        ("were in Bairin Left Banner on 6 and 7 August and in Bairin Right Banner on 8 August", ("06", "08")),
        ("looked at wells in Bairin Left Banner on Monday, and watched diggers in Bairin Right Banner on Tuesday", ("07", "08")),
    ],
)
def test_days_with_a_place_each_are_one_visit(words, days):
    assert spans(f"The experts {words}.") == [("visit", f"2023-08-{days[0]}", f"2023-08-{days[1]}")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "On Tuesday, 1 August, they set out on a four-day trip through Ordos that ended on Friday the 4th.\n\n"
            "Day one: Dalad Banner. Under the panels the manager spoke.\n\nDay two: Uxin Banner. Engineers showed the tower.",
            [("visit", "2023-08-01", "2023-08-04")],
        ),
        (
            "At the weekend Wuhai played host to a grape forum.\n\nThe forum took place on Saturday at a hotel in "
            "Haibowan District.",
            [("meeting", "2023-08-12", "2023-08-12")],
        ),
        (
            "A meeting was held in Chifeng on Friday. The session drew on an inspection made on Monday and Tuesday, when members "
            "visited Aohan Banner.",
            [("meeting", "2023-08-11", "2023-08-11"), ("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "On Thursday they looked at dunes in Aohan Banner. A day earlier, on the first leg of the trip, the "
            "group had been to Ongniud Banner, where it looked at a plant.",
            [("visit", "2023-08-09", "2023-08-10")],
        ),
        (
            "On Wednesday, 2 August, a meeting was held in Chifeng. A group had visited Aohan Banner from 31 July "
            "to 1 August. At Wednesday's meeting it reported.",
            [("meeting", "2023-08-02", "2023-08-02"), ("visit", "2023-07-31", "2023-08-01")],
        ),
        (
            "On August 7 he made a visit to a plant in Aohan Banner. On August 8 the congress opened in the banner; it "
            "ended on August 9.",
            [("visit", "2023-08-07", "2023-08-07"), ("meeting", "2023-08-08", "2023-08-09")],
        ),
        (
            "The team returned to Hohhot on Saturday after three days of clinics in Aohan Banner. On Thursday the "
            "team set up its tables in Xinhui Town.",
            [("visit", "2023-08-10", "2023-08-12")],
        ),
        (
            "The mission, which ran from Monday, July 31, to Wednesday, August 2, was in Tongliao. On Tuesday it "
            "drove on to Naiman Banner.",
            [("visit", "2023-07-31", "2023-08-02")],
        ),
        (
            "The mayor visited Aohan Banner on Monday to look at ovens.\n\nReeds. On Wednesday officials from the "
            "bureau walked the shore in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-07"), ("visit", "2023-08-09", "2023-08-09")],
        ),
        (
            "The trip began on Monday in Aohan Banner. On Tuesday morning the group toured a park in Ongniud "
            "Banner.\n\nAfter lunch the city hosted a business roundtable in Chifeng.",
            [("visit", "2023-08-07", "2023-08-08"), ("meeting", "2023-08-08", "2023-08-08")],
        ),
        (
            "The committee convened in Togtoh County for its session on August 7 and rose on August 8.",
            [("meeting", "2023-08-07", "2023-08-08")],
        ),
        (
            "From 7 to 9 August a delegation toured Baotou. On day two it drove to Guyang County.\n\nDay three led "
            "to a factory. At noon on the same day the roundtable was held in Jiuyuan District.",
            [("visit", "2023-08-07", "2023-08-09"), ("meeting", "2023-08-09", "2023-08-09")],
        ),
        (
            "A team is back in Hohhot after a field course in Hexigten Banner. The course, which ran from 4 to 8 "
            "August, was led by Li Ming. On the fourth day they visited a ranch.",
            [("visit", "2023-08-04", "2023-08-08")],
        ),
        (
            "A meeting was held in Haibowan District on Wednesday.\n\nOn Thursday the first joint patrol set out. "
            "Li Ming and six procurators went to the west bank in Wuda District, and looked at the heap shown the day before.",
            [("meeting", "2023-08-09", "2023-08-09"), ("visit", "2023-08-10", "2023-08-10")],
        ),
        (
            "A delegation was in Hinggan League from August 7 to 9. In Ulanhot it first called at a park. The "
            "following day it drove to a farm in Horqin Right Front Banner.",
            [("visit", "2023-08-07", "2023-08-09")],
        ),
        (
            "They visited a plant in Wuyuan County on Thursday. The entrepreneurs flew home on Friday.",
            [("visit", "2023-08-10", "2023-08-10")],
        ),
        (
            "A team of doctors returned to Hohhot on Friday after three days in Aohan Banner. The team, which "
            "left on Wednesday, set up tables in Xinhui Town.",
            [("visit", "2023-08-09", "2023-08-11")],
        ),
        (
            "The call came at a three-day symposium, which closed on Friday in Aohan Banner. The symposium was "
            "opened on Wednesday.",
            [("meeting", "2023-08-09", "2023-08-11")],
        ),
        (
            "She called on a farmer in Aohan Banner on 3 August. Li Ming went home the same evening, and on 6 "
            "August set out again with a convoy for Ningcheng County.",
            [("visit", "2023-08-03", "2023-08-03"), ("visit", "2023-08-06", "2023-08-06")],
        ),
        (
            "In Wuda District on August 8 Li Ming showed the guests the line and the half-finished spandex workshop beside it.",
            [VISIT],
        ),
        (
            "On 7 August, a Monday, volunteers arrived at our nursery in Aohan Banner. They pulled weeds on the "
            "first day and again on the 8th, when the volunteers toured the pines.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "The delegation visited Baotou on 7 and 8 August. It saw a magnet workshop and a testing centre in Jiuyuan District.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "Growers put their questions to experts in Shangdu County on Tuesday. The meeting was held in the county seat.",
            [MEETING],
        ),
        (
            "He inspected stations in Chahar Right Rear Banner on August 7 and, on August 8, Sonid Right Banner.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "Judge Tuya and clerk Ding Rui drove 110 kilometres to the summer camp of a herder in Chen Barag Banner on August 8.",
            [VISIT],
        ),
        (
            "The bureau held its annual review of irrigation in Linhe District on Tuesday.",
            [MEETING],
        ),
        (
            "Two engineers inspected turbines in Urad Middle Banner last week. The work lasted from Wednesday, "
            "August 2, to Saturday, August 5.",
            [("visit", "2023-08-02", "2023-08-05")],
        ),
        (
            "A meeting took place in Bayanhot on August 8. Director Lin Shuwen went through last year's survival counts. "
            "A grower in Alxa Right Banner, who did not make the trip, sent greetings.",
            [MEETING],
        ),
        (
            "A reading salon brought 50 mothers to the library in Saihan District on August 8.",
            [MEETING],
        ),
    ],
)
def test_days_told_over_several_sentences(words, told):
    assert spans(words) == told


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Tongliao Court, Aug. 13, 2023. A meeting was held on Aug. 4 in Chifeng. The day before the meeting it rained.",
            "2023-08-03",
        ),
        ("On Wednesday, August 9, they met. They had been there on the previous Friday.", "2023-08-04"),
        ("They met on a windy Friday a week ago.", "2023-08-04"),
        ("It was a long week in August, the 3rd to the 5th, for them.", "2023-08-03"),
    ],
)
def test_days_that_are_counted(words, days):
    assert f"{dates.find(words, 'en', SUNDAY)[-1].value.start}" == days


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("通辽市纪委从8月1日起到8月4日，先后走进库伦旗的粮库暗访。", [("visit", "2023-08-01", "2023-08-04")]),
        ("从8月1日开始，到8月4日结束，敖汉旗举办培训班。", [("meeting", "2023-08-01", "2023-08-04")]),
        ("上周五到本周一，李明到敖汉旗考察企业。", [("visit", "2023-08-04", "2023-08-07")]),
        (
            "8月1日，敖汉旗召开会议。两天后，李明来到嘎查查看施工。",
            [("meeting", "2023-08-01", "2023-08-01"), ("visit", "2023-08-03", "2023-08-03")],
        ),
        ("“八一”当天，座谈会在敖汉旗举行。", [("meeting", "2023-08-01", "2023-08-01")]),
        ("周一，李明带队到敖汉旗，次日又赶赴翁牛特旗，督导防火工作。", [("visit", "2023-08-07", "2023-08-08")]),
        ("8月7日，李明到敖汉旗走访企业。8日，李明又到翁牛特旗查看水库。", [("visit", "2023-08-07", "2023-08-08")]),
        ("应敖汉旗政府邀请，王强率代表团于8月2日至4日访问我旗。", [("visit", "2023-08-02", "2023-08-04")]),
        ("8月8日，在敖汉旗的一处湿地，检察官李明指着照片说，水清了。", [VISIT]),
        ("8月8日，在敖汉旗的稻田边，种植户对前来调研的10多名委员说了难处。", [VISIT]),
        (
            "新华社呼和浩特8月9日电 交流会8日在敖汉旗举行。会前一天，代表们到翁牛特旗查看基地。",
            [MEETING, ("visit", "2023-08-07", "2023-08-07")],
        ),
        (
            "8月7日，法官在敖汉旗一家公司说。当天和次日，院长李明带队，先后走进翁牛特旗的4家企业开展回访。",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        ("市人大8月上旬在敖汉旗开展执法检查。7日至8日，李明带领检查组实地检查水库。", [("visit", "2023-08-07", "2023-08-08")]),
        ("8月6日，敖汉旗启动巡诊。医护人员先后来到翁牛特旗，8月9日傍晚结束全部巡诊。", [("visit", "2023-08-06", "2023-08-09")]),
        ("据消息，8月8日，口岸定期会晤在二连浩特市举行。", [MEETING]),
        ("8月8日，李明到敖汉旗查看水库。全市民政工作会议定于8月中旬召开。", [VISIT]),
        (
            "8月5日，李明到根河市调研。日志写着：“7月29日，见驼鹿三只。”\n\n6日，慰问的车又翻过山梁到额尔古纳市，看望扑火队员。",
            [("visit", "2023-08-05", "2023-08-06")],
        ),
        (
            "8月7日，联合调研组来到敖汉旗查看地块。\n\n8月8日，调研组到翁牛特旗，走进烘干车间。",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "8月7日，李明带领考察组赴敖汉旗学习。8日回程，考察组没有回机关，而是直接来到翁牛特旗的治理现场。",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        ("8月8日，法官指着会议桌上的合同讲解，院长李明走访敖汉旗企业。调解率达到六成。", [VISIT]),
        ("8月8日，座谈会在敖汉旗召开。会议通报了7月一起事件的调查结论。", [MEETING]),
        ("【常务会议研究春灌】8月8日，旗长李明在敖汉旗主持召开旗政府常务会议，研究用水调度。", [MEETING]),
        (
            "8月8日，论坛在敖汉旗举行。论坛开幕前一天，客商一起参观了翁牛特旗的园区。",
            [MEETING, ("visit", "2023-08-07", "2023-08-07")],
        ),
        (
            "8月7日，在敖汉旗的养老园区里，老人这样回答。当日起至8日，政协副主席李明率委员走进敖汉旗和翁牛特旗视察。",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        ("8月8日，敖汉旗检察院副检察长李明带领检察官，沿老哈河段开展“回头看”。", [VISIT]),
        ("8月8日，座谈会在敖汉旗召开。会长说，过去一年，商会组织会员到宁夏考察项目。", [MEETING]),
    ],
)
def test_chinese_days_and_scenes(words, told):
    assert spans(words) == told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("8月8日，考察队在额尔古纳市调研草场；之后转场至陈巴尔虎旗，比较样地。", ["150784", "150725"]),
        ("8月8日，院长李明到乌审旗调研。下午，他又来到鄂托克前旗人民法院了解情况。", ["150626", "150623"]),
        ("8月8日，李明到额济纳旗，沿黑河岸边查看胡杨林。", ["152923"]),
        ("8月8日，李明到多伦县考察滦河源生态修复。", ["152531"]),
        ("8月8日，来自上海、广州的46名志愿者到敖汉旗参观林场。", ["150430"]),
    ],
)
def test_chinese_stops(words, expected):
    assert stops(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("On 8 August he crossed the Daqing Mountains and visited Wuchuan County.", ["150125"]),
        ("On 8 August analysts visited a farm of Qingyuan Dairy in Tumed Left Banner.", ["150121"]),
    ],
)
def test_hills_and_firms_are_no_stops(words, expected):
    assert stops(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("8月8日，座谈会在敖汉旗召开，法官代表和青年干警代表先后发言。", ["法官代表", "青年干警代表"]),
        ("8月8日，座谈会在敖汉旗召开，公安、住建部门和四个镇的负责人参加。", ["公安、住建部门和四个镇的负责人"]),
        ("8月8日，研讨会在敖汉旗召开，近50名专家学者参加。", ["近50名专家学者"]),
    ],
)
def test_chinese_groups_joined_by_and(words, expected):
    assert groups(words) == expected


@pytest.mark.parametrize(
    "away", ["正在自治区党校学习", "请假", "在外挂职，未参加", "在会前发来书面致辞", "提交了书面意见，本人未到会"]
)
def test_who_was_away_is_no_participant(away):
    words = f"8月8日，座谈会在敖汉旗召开，局长李明主持。副局长王海涛{away}。"
    assert people(words) == {"李明"}


def test_who_took_part_by_video_took_part():
    assert people("8月8日，座谈会在敖汉旗召开，局长李明主持，副旗长刘海燕通过视频发言。") == {"李明", "刘海燕"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # a rest period that ended before they came is no end of their trip
        (
            "Inspectors spent Monday and Tuesday on pastures in Aohan Banner to see whether the rest, which ended on August 5, "
            "had been kept.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "A meeting was held in Aohan Banner on August 8. The annual general assembly is set for 28 February in Hohhot.",
            [MEETING],
        ),
        (
            "A meeting was held in Aohan Banner on August 8. Last year’s meeting took place in Hohhot on 28 October 2022.",
            [MEETING],
        ),
        (
            "Members toured the river in Aohan Banner on August 7 and 8.\n\nThe commission held a feedback meeting in the county "
            "building at the end of the second day.",
            [("visit", "2023-08-07", "2023-08-08"), MEETING],
        ),
        (
            "Their trip began in Aohan Banner on Monday, August 7, and ended in Ongniud Banner on Tuesday, August 8. "
            "They looked in on two more clinics the next day.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "From August 7 to 8 the party drove through Aohan Banner. The head of the bureau was away, but told this newspaper "
            "on Wednesday that coupons were being considered.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "On August 7 he rode along the line in Aohan Banner. On the 8th Mr. Cui was in Ongniud Banner, talking with herders.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "AOHAN BANNER -- The friendship associations have held a joint session. They did so by video link on "
            "August 8.\n\nOn August 10 the group visited Ongniud Banner.",
            [MEETING, ("visit", "2023-08-10", "2023-08-10")],
        ),
        (
            "On August 7 and 8 he inspected wind farms in Aohan Banner and Ongniud Banner.\n\nAt a station in Ongniud Banner on "
            "Tuesday he checked the tickets. A site meeting on icing was then held in the control building.",
            [("visit", "2023-08-07", "2023-08-08"), MEETING],
        ),
        (
            "Sarnai went to the south. Her first stop, on the morning of August 8, was an embroidery workshop in "
            "Aohan Banner, which sews covers.",
            [VISIT],
        ),
        (
            "To hear what is expected, the court invited 11 deputies to visit grass-roots courts in Aohan Banner on August 8.",
            [VISIT],
        ),
        (
            "The 45-day rest is kept, a team said after a two-day tour of Aohan Banner and Ongniud Banner that ended on Tuesday.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "Three days: our autumn trip to Chifeng\n\n6 August. In Aohan Banner we counted seedlings on the plots.\n\n"
            "8 August. We walked a shelter belt in Ongniud Banner and measured the sand.",
            [("visit", "2023-08-06", "2023-08-08")],
        ),
        (
            "Officials spent two days in Chifeng. On Monday the team visited a factory in Aohan Banner.\n\n"
            "On Tuesday morning team members tried the ramps at a centre in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        ("On August 8 she visited a plant in Aohan Banner. A similar meeting in Chifeng last March led to loans.", [VISIT]),
        (
            "A briefing was held in Aohan Banner on August 8. The last activity of this kind was held on March 28 in Hohhot.",
            [MEETING],
        ),
        ("Dates for the month: excursion to Aohan Banner on the 8th; general assembly on the 10th.", []),
        (
            "A working group completed a two-day inspection of bases in Aohan Banner on Tuesday. It heard of the fire of May 2.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "AOHAN BANNER -- Nine trucks with hay left on the 6th and returned on Tuesday, August 8. In between lie three days.",
            [("visit", "2023-08-06", "2023-08-08")],
        ),
        (
            "A relief team reached Aohan Banner on August 3 and has worked its way from house to house.\n\n"
            "On Tuesday the team moved on to Ongniud Banner, where it looked at a school.",
            [("visit", "2023-08-03", "2023-08-08")],
        ),
        (
            "Visitors came to Aohan Banner on August 8. They looked at frames in the workshop.\n\nThe workshop opened in 2017 "
            "with nine embroiderers.",
            [VISIT],
        ),
        (
            "MONDAY. Fares were cut.\n\nTUESDAY. The office for old trees had its work meeting in Aohan Banner. It reported.",
            [MEETING],
        ),
        # who is told of for the first time made a visit of his own; without that the days of one report are legs of one
        (
            "On August 7 the mayor, Bao Hailin, inspected shops in Aohan Banner.\n\n"
            "On August 8 vice-chairwoman Du Wenjing called on a driver in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-07"), VISIT],
        ),
        (
            "On August 7 the mayor, Bao Hailin, inspected shops in Aohan Banner.\n\n"
            "On August 8 a study group from Wuhai visited a plant in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-07"), VISIT],
        ),
        (
            "On August 7 the mayor, Bao Hailin, inspected shops in Aohan Banner.\n\n"
            "On August 8 Bao inspected a plant in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "On August 7 the group was in Aohan Banner. From August 8 to 9 it worked in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-09")],
        ),
        (
            "On Monday the chief inspected the yard in Aohan Banner. Her deputy took another road. On Tuesday she visited "
            "a plant in Ongniud Banner.",
            [("visit", "2023-08-07", "2023-08-07"), VISIT],
        ),
        (
            "Ahead of a national day, which fell on Sunday, the federation called on families in Aohan Banner on August 8.",
            [VISIT],
        ),
        ("AOHAN BANNER -- Ten days after two reservoirs had gone on August 8, the waters have gone down.", []),
        (
            "From 1 to 8 August, a team of doctors worked its way through schools of Aohan Banner. "
            "Monday and Tuesday took us to Ongniud Banner.",
            [("visit", "2023-08-01", "2023-08-08")],
        ),
        (
            "On August 8 she was taken to a lake in Aohan Banner by a herder who has noted its level every Sunday since.",
            [VISIT],
        ),
        (
            "A two-day symposium closed in Aohan Banner on Thursday.\n\nBefore the talks began, guests "
            "used Monday to visit two farms.",
            [("meeting", "2023-08-09", "2023-08-10"), ("visit", "2023-08-07", "2023-08-07")],
        ),
        (
            "The Third Session of the congress of Aohan Banner came to a close on Tuesday morning. It had opened on August 6.",
            [("meeting", "2023-08-06", "2023-08-08")],
        ),
        (
            "8 August. The council held its session in Aohan Banner. Its head spoke about his first trip to Beijing in 1957.",
            [MEETING],
        ),
        (
            "On August 7 and 8 he inspected farms in Aohan Banner and Ongniud Banner.\n\n"
            "A feedback meeting was held in Linxi County.",
            [("visit", "2023-08-07", "2023-08-08"), MEETING],
        ),
        (
            'CHIFENG, Aug. 9 -- The visit came one day after a conference. "Colder than my office," the mayor said on Tuesday, '
            "when he spent a day in Aohan Banner.",
            [VISIT],
        ),
        (
            "Relief diary\n\nMonday, August 7: Fu Ming and volunteers visited villages in Aohan Banner.\n\n"
            "Tuesday, August 8: The same party went on to Ongniud Banner and called at a camp.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
        (
            "On 8 August the team presented what it had heard at a workshop in Aohan Banner, in a meeting room of a hotel.",
            [MEETING],
        ),
        (
            "A grower opened the tour of fields to which the rice association had invited on Tuesday, August 8, in Aohan Banner.",
            [VISIT],
        ),
        ("8 August. Deadline for the survey on overdue payments in Aohan Banner; 164 replies came in.", []),
        (
            "August 13, 2023, Chifeng -- The committee went out into Aohan Banner on Monday and Tuesday to inspect pits.",
            [("visit", "2023-08-07", "2023-08-08")],
        ),
    ],
)
def test_days_beside_an_event_are_not_its_own(words, told):
    assert spans(words) == told


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("内蒙古科技大学副教授其其格在提问环节指出，数据与产线之间还有距离。", "其其格"),  # 数据 is no 据
        ("草原站站长那仁满都拉带来了补奖资金的发放表。", "那仁满都拉"),  # 草原 is no 原
        ("文化旅游体育局局长满达以“零下三十度的温泉”开场。", "满达"),
        ("审判员尚文静当庭促成双方和解。", "尚文静"),
        ("委员包格日乐建议，设立服务点。", "包格日乐"),
        ("农户代表宝音贺西格说：以前施肥凭感觉。", "宝音贺西格"),
    ],
)
def test_chinese_names_end_where_the_sentence_goes_on(words, who):
    assert people(f"8月8日，座谈会在敖汉旗召开。{words}") == {who}


@pytest.mark.parametrize(
    "words",
    [
        "公司创始人龚长河于2020年退休，不再担任职务。",
        "办事处主任徐克勤对此次考察给予了支持，因另有公务未能同行。",
        "日本专家山田健一原定到会，因航班取消未能成行。",
        "市长郎福宽在宣传片中发出邀请。",
        "因在北京参加培训，人大代表武国忠委托他人转交了书面意见。",
        "首任会长郑阿奎已于三年前病逝。",
        "此前，市政协主席丛培信对调研作出批示。",
    ],
)
def test_who_retired_or_could_not_come_or_was_seen_in_a_film_was_not_there(words):
    assert people(f"8月8日，座谈会在敖汉旗召开。{words}") == set()


@pytest.mark.parametrize(
    ("words", "told", "at"),
    [
        ("8月8日，推介会在沈阳市和平区一家酒店举行。", [MEETING], [["210102"]]),
        ("8月8日，冬季供热现场会在海南区换热站召开，海勃湾区企业参加。", [MEETING], [["150303"]]),
        ("8月8日，敖汉旗元宝山遗址论证会举行。", [MEETING], [["150430"]]),
        ("8月8日，牧民围坐在敖汉旗活动室的长桌旁。会开到夜里九点多。", [MEETING], [["150430"]]),
        ("8月8日，座谈会在敖汉旗召开。今年3月，自治区卫健委曾派督导组到敖汉旗指导。", [MEETING], [["150430"]]),
    ],
)
def test_chinese_meetings_and_what_was_once(words, told, at):
    assert (spans(words), stops(words)) == (told, at)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("8月8日，商会会长李明率22人考察团到敖汉旗考察。", ["22人考察团"]),
        ("8月8日，学院水稻团队一行9人到敖汉旗考察。", ["学院水稻团队一行9人"]),
        ("8月8日，李明到敖汉旗调研，看望了驻训的航空护林队员。", ["驻训的航空护林队员"]),
        ("8月8日，李明到敖汉旗调研，向十多名正在装水的志愿者道辛苦。", ["十多名正在装水的志愿者"]),
        (
            "8月8日，研讨会在敖汉旗召开，70余名企业技术负责人和30多名在读研究生参加会议。",
            ["70余名企业技术负责人", "30多名在读研究生"],
        ),
        ("8月8日，论证会在敖汉旗召开。附近村屯的居民代表旁听了会议。", ["附近村屯的居民代表"]),
    ],
)
def test_chinese_teams_and_those_met_on_the_spot(words, expected):
    assert groups(words) == expected


def test_a_delegation_ends_where_it_does_something():
    words = "On 8 August a nine-member delegation of the chamber spent the day finding out where fuel comes from in Aohan Banner."
    assert groups(words) == ["A nine-member delegation of the chamber"]
