"""A Chinese sentence in, the meeting and the visit it tells of out."""

import re
from functools import cache

from dashboard.data.records import Kind
from dashboard.extract.lexicon import either, pattern
from dashboard.extract.mentions import Mention
from dashboard.extract.trigger import trigger

SOON = re.compile("即将(?:到来|来临|过去|结束)(?:之际)?|计划(?=[，。；、（）])|定期$")  # a feast, or what it was done by
DAY = re.compile("日(?:上午|下午)?，")
MUST = re.compile("(?<![重主需摘])要(?![闻点])|(?:^|[，。；：、])(?:必须|切实|进一步|应(?![^，。；]{2,24}邀))")  # `要加强督导`
_NO_BODY = "(?<!委员)(?<!协)(?<!联合)(?<!学)"
ANY_MEETING = re.compile(  # 召开“青年说”分享会, 调解会在嘎查办公室召开
    f"(?:(?:召开|举行|举办|参加|出席)了?|开了?一?[次场个])(?P<held>[^，。；]{{0,30}}?{_NO_BODY}会)(?=[，。；、”]|$)|"
    f"(?P<was>[^，。；]{{1,10}}?{_NO_BODY}会)(?:在[^，。；]{{2,24}}?)?(?:正式)?(?:召开|举行|举办)"
)
WENT_ON_UNTIL = re.compile("(?P<held>会(?:议)?(?:一直)?开到)[^，。；]{0,4}点")  # 会开到夜里九点多
NO_MEETING = re.compile("会议[室厅桌]|会议中心|委员会|协会|工会|社会|机会|联合会|(?<![会协])商会|学会|基金会|人大常委会|市常委会")
RECEIVED = re.compile("会见(?![厅室时])(?=[^，。；]{2})")
CLAUSE = re.compile("[^，。；：]{0,30}")
PAST_YEARS = re.compile("过去[一两几]年|近年来|多年来|一年来")
ONCE = re.compile("(?<![未不])曾(?!经营)(?![^。；]*\\d日)[^，。；]{0,12}$")  # `上级曾派督导组到市指导`
COMING = re.compile("将|拟|定于|计划")
ACTIVITY = re.compile(  # 到宁城县小城子镇开展送医下乡活动
    "(?:到|赴|深入|走进|前往)[^，。；]{2,30}?(?:，)?(?:开展|进行|举行)[^，。；]{0,30}?(?:活动|行动|服务|工作|对接|交流|宣讲|义诊|调查)|"
    "(?:到|赴|来到|深入|走进|前往)[^；。]{2,40}?(?:送去|送上|送来)|"
    "(?:带领|率领?)[^，。；]{2,20}，?沿[^，。；]{2,16}(?:开展|巡查|踏查|查看|巡河)"
)
ABOUT = re.compile("关于[^，。；]{0,12}$|(?:报告|汇报|通报|介绍)了?$")  # a report on a check
OVER = re.compile("(?:结束|完成)[^，。；]{0,10}$")  # `结束实地检查后，召开反馈会`
THIS = re.compile("(?:此次|这次|本次|该次)[^，。；]{0,8}$")
NO_VISIT = re.compile(
    "(?:工作)?(?:进行|作出?)(?:再|了|全面)?(?:部署|安排)|中(?!国)|了?(?:大家|与会|参会)|物资|金|品|报告|结[果论]|成果|汇报|问卷|的|情况|计划|方案|重点|内容|数据|名单|活动|办法|机制|制度|协议"
)
WAY = re.compile("陪同|到|赴|深入|率|带队|带领|前往|组织|一行|走进|实地|先后|在[^，。]{2,20}$")
LOOKED_AT = re.compile("(?!工作|和|、|力度|。|，)[^，。]{2,}")
ON_THE_WAY = re.compile(
    "(?:\\d{1,2}日(?:上午|下午)?，)?(?:[^，。；]{0,12}[组团员]|[^，。；]{0,8}一行)?在[^，。；]{2,20}?(?:，[^，。；]{0,10}?)?(?P<saw>夜访|蹲在|蹲下|沿着|沿田埂|登上|俯身|拿起|捧起|走了|走进|观看|了解|询问|听取|看了|来到)"
)

EVE = re.compile("(?:开幕|召开|举行)前")
FIRST_STOP = re.compile("(?:首|第一)站(?:就?是|便是|来到|到了?)")
NEXT_STOP = re.compile(
    "(?:^|[，；])(?:之后|随后|接着|然后|最后|又|再)?(?P<next>转场至?|转至|转到|转赴|转往|(?:首|最后一|第[一二三]|下一)站[是为到])"
)


@cache
def went() -> re.Pattern[str]:
    """率队赴敖汉旗, 调研组先后来到敖汉旗"""
    again = "(?:又一次|又|再次|再|还|继续|先后|首先|分别|依次|随后)?"
    return re.compile(
        "(?:率(?!达)领?|带领|带队|带着)[^，。；]{0,40}?(?:赴|(?<!达)到(?!位|场|会)|前往|深入|走进|抵达|开往)|"
        f"{either('teams_zh')}(?:\\d+人)?(?:\\d+月)?(?:\\d+日)?{again}(?:来到|到(?!位|场|会)|赴|前往|抵达|深入|走进|进驻)|"
        "(?:^|，)(?:他|她|他们|大家)(?:又|还|随后)?(?:来到|赴|前往|抵达|深入|走进)|直接(?:来到|前往|赶到|赴)|"
        "会后，[^，。；]{2,24}?(?:前往|来到|赶到|赶赴|深入|走进)|"
        "(?:^|(?<=，))(?:到达|抵达)(?=[^，。；]{2,12}[旗县市区镇乡村])"
    )


@cache
def guests_went() -> re.Pattern[str]:
    """20余名采购商走进田间"""
    return re.compile(
        f"\\d+[余多]?[名位](?:[^，。；]{{0,8}}?){either('groups_zh')}(?:一行)?(?:又|还|随后)?(?:走进|来到|到(?!位|场|会)|赴|前往|深入|抵达|参观)|"
        f"{either('groups_zh')}(?:再次|又一次|又)?(?:来到|走进)|{either('groups_zh')}们(?:一行|乘车|驱车|步行|还|又|随后|先后)?(?:走进|来到|前往|抵达|参观)"
    )


def nouns() -> dict[Kind, re.Pattern[str]]:
    return {"visit": pattern("visits_zh"), "meeting": pattern("meetings_zh")}


def planned(words: str, at: int) -> bool:
    """Whether what stands before it in its sentence says that it has not happened."""
    if words.startswith("预告"):
        return True
    days = [m.end() for m in DAY.finditer(words, 0, at)]
    before = SOON.sub("", words[days[-1] if days else 0 : at])  # `为进一步拓展基地，5月18日，` tells what it was for
    return bool(pattern("planned_zh").search(before)) or bool(MUST.search(before))


def meeting(words: str) -> Mention[Kind] | None:
    for m in pattern("meetings_zh").finditer(words):
        if (
            NO_MEETING.search(words, max(0, m.start() - 3), m.end() + 2)
            or planned(words, m.start())
            or COMING.match(words, m.end())
        ):
            continue
        opens = pattern("held_zh").search(words, max(0, m.start() - 45), CLAUSE.match(words, m.end()).end())
        opens = opens and not EVE.match(words, m.end())
        return trigger(m, "meeting", "opens" if opens else "refers")
    if (m := RECEIVED.search(words)) and not planned(words, m.start()):
        return trigger(m, "meeting", "opens")
    m = ANY_MEETING.search(words) or WENT_ON_UNTIL.search(words)
    return trigger(m, "meeting", "opens", m.lastgroup) if m and not planned(words, m.start()) else None


def visit(words: str) -> Mention[Kind] | None:
    aside = None  # taken where nothing better follows
    for m in pattern("visits_zh").finditer(words):
        if words.endswith("前来", 0, m.start()) and not planned(words, m.start()):  # `对前来调研的委员说`
            return trigger(m, "visit", "opens")
        if PAST_YEARS.search(words, 0, m.start()) or ONCE.search(words, 0, m.start()):
            continue
        if planned(words, m.start()) or NO_VISIT.match(words, m.end()) or ABOUT.search(words, 0, m.start()):
            continue
        if words.startswith("后", m.end()) and OVER.search(words, 0, m.start()):
            continue
        way = on_the_way(words, m.start(), m.end()) and not THIS.search(words, 0, m.start())
        if way and not words.startswith(("组", "团"), m.end()):  # `调研组` is who goes
            return trigger(m, "visit", "opens")
        aside = trigger(m, "visit", "opens") if way else aside or trigger(m, "visit", "refers")
    if aside and aside.rule == "opens":
        return aside
    if (m := ACTIVITY.search(words)) and not planned(words, m.start()) and not ONCE.search(words, 0, m.start()):
        return trigger(m, "visit", "opens")
    m = went().search(words) or guests_went().search(words)
    if m and not planned(words, m.start()) and not ONCE.search(words, 0, m.start()):
        return trigger(m, "visit", "opens")
    if (m := FIRST_STOP.search(words)) and not planned(words, m.start()):
        return trigger(m, "visit", "opens")
    m = ON_THE_WAY.match(words)
    m = m or NEXT_STOP.search(words)
    return trigger(m, "visit", "goes on", m.lastgroup) if m else aside


def on_the_way(words: str, start: int, end: int) -> bool:
    """A visit is told with a way to it (`到`, `深入`, `率`), or with what is looked at right behind."""
    team = words.startswith(("组", "团"), end)  # `检查组计划` is who goes, not what was looked at
    return bool(WAY.search(words[:start]) or (not team and LOOKED_AT.match(words, end)))
