"""A Chinese sentence in, the groups that took part out, each with its headcount."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dashboard.data.records import Headcount
from dashboard.extract.lexicon import either
from dashboard.extract.text import HAN

SPEAK = "(?:发言|汇报|介绍|交流|讨论)"
CAME = re.compile(
    "出席|参加|陪同|列席|参会|参与|到会|(?:联合|集中|一同|共同)?(?:视察|调研|考察|走访|慰问|检查)|"
    f"(?:分别|依次|先后)?(?:作了?|进行了?|做了?)(?:深入|充分|热烈|交流|典型|表态|工作)*{SPEAK}|交流发言|踊跃发言|围绕|回答|提出|汇报|"
    "(?:现场)?答疑|旁听|(?:发表|表达)了?意见|(?:作了?)?补充|先后发言|分别发言|签订|观摩|到场|随行|作了?说明|座谈|现场"
)
LED = re.compile("(?:带领|率领|率|组织)(?=[^，。；、])")
LEAD = re.compile("^(?:另有|另外|还有|会议邀请|邀请|以及|及|和|与|等|还有|其他|、)+")
COUNT = re.compile(r"(?:共计?|约|近)?(?P<n>\d{1,7}) ?(?P<more>余|多)?(?:名|人|位)")
ALSO = re.compile("以及|(?<!部门)和")
GOING = re.compile(r"(?:(?<=[，。；])|^)((?:部分|全体|\d+[余多]?名)[^，。；]{1,20}?(?:到|赴|前往|走进))", re.MULTILINE)
NO_GROUP = re.compile("现有|应到|共有|召开|举行|举办|围绕|关于")
HAS = re.compile(  # 带动20名牧民 tells of no one who came
    "(?:带动|帮助|培训|惠及|救助|解决|配备|现有|聘请|选派|培养|吸纳|安排|受理|办理|覆盖|为|对|向|给|有|共|慰问金|查处|处分|派出|每月)[^，。；]{0,8}$"
)
SOME = re.compile(r"来自|部分|各|全体|全[旗县市区盟]|\d")  # `部分学者前往`
Group = tuple[int, int, Headcount]


@cache
def shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a group up to the end of what is searched, a group before a way to somewhere)."""
    heads = either("groups_zh") + "(?!团)"
    body = rf"(?:\d+[余多]?[名家个位])?(?:[{HAN}\d（）“”· ]{{1,24}}、)*[{HAN}\d（）“”· ]{{0,24}}?"
    counted = r"(?:等|一行)?(?:共计?|约|近)?\d+[余多]?(?:名|人|位)"
    group = rf"(?P<group>{body}(?:{heads}(?:、[{HAN}]{{0,8}}?{heads})*(?:{counted})?|(?<=[{HAN}]){counted}))"
    return re.compile(
        f"{group}(?:等|一同|一起|分别|应邀|全程|也|均|先后|随同|陪同|随行|一并|随团|在各?(?:主|分)会场|(?:以|通过)视频(?:形式|方式)?)*$"
    ), re.compile(f"{group}(?:深入|赴|到|来|前往|先后|对|就|在(?![读职校编])|从|组成|围绕|$)")


@cache
def counted() -> re.Pattern[str]:
    """`12名人大代表`, `来自三个旗的三十多位居民`, `9家机构的12名投资者`: sure without a verb where an event is told."""
    whose = f"(?!以及|同|和|与|向|对|为|另|还有|其中|共)[{HAN}\\d]{{1,8}}的|来自[{HAN}\\d、]{{2,24}}的|学院|学校|全[市旗县区盟校]"
    n = f"(?:(?<=[，。；：])(?:{whose}))?[近约]?(?:\\d+|[一二三四五六七八九十百两几]+)[余多几]?"
    heads = f"(?:{either('groups_zh')})+"
    more = f"(?:、{heads}|和[{HAN}]{{0,3}}?{heads})*"
    helped = f"(?![{HAN}]{{0,2}}(?:实现|享受|就业|受益|将于|将在|拟))"
    return re.compile(
        f"{n}[名位](?:[{HAN}]{{1,4}}、){{0,2}}[{HAN}]{{0,10}}?{heads}{more}{helped}|"
        f"{n}家[{HAN}]{{1,10}}?的?(?:代表|负责人|分析师|投资者|客商|采购商)|{n}户[{HAN}]{{0,4}}?(?:牧民|农户|牧户|居民|村民)"
    )


@cache
def teams() -> re.Pattern[str]:
    """`水稻团队一行9人`, `23人组成的企业家考察团`, `由16名会员企业家组成的考察团`."""
    team = "(?:考察团|代表团|专家组|调研组|检查组|视察组|工作组|团队|医疗队|服务队)"
    made_of = f"\\d+[余多]?(?:人|[名位][{HAN}]{{1,8}}?)"
    return re.compile(
        f"(?<=[，。；：率日])(?P<all>[{HAN}“”]{{0,16}}?(?:[团组队方]|团队)一行\\d+[余多]?人)|"
        f"(?P<made>由?{made_of}(?:组成的)?[{HAN}]{{0,6}}?{team})(?!一行)"
    )


@cache
def met_there() -> re.Pattern[str]:
    """`看望了驻训的护林队员`, `向十多名志愿者道辛苦`."""
    group = f"[{HAN}\\d“”]{{0,14}}?(?:{either('groups_zh')})+"
    greets = "(?:道辛苦|问好|打招呼|打听|请教|拉起家常)"
    return re.compile(f"(?:看望|慰问|拜访)了?(?P<seen>{group})(?=[，。；])|[向同与](?P<greeted>{group}){greets}")


@cache
def met() -> re.Pattern[str]:
    """`与入住老人亲切交谈`: whoever is spoken to on the spot is there."""
    group = f"(?:正在|当地)?(?P<group>[{HAN}\\d“”]{{0,14}}?(?:{either('groups_zh')})+)"
    talks = "(?:交流|座谈|攀谈|交谈|交换|拉家常|拉起家常|唠|讨论|询问|聊|算账|讲解|答疑)"
    return re.compile(f"(?:与(?!会)|同|向|为){group}(?:们|就[^，。；]{{2,24}}|亲切|面对面|深入|进行了?|一起)*{talks}")


@cache
def head_last() -> re.Pattern[str]:
    return re.compile(f"{either('groups_zh')}$")


@cache
def ends_in_heads() -> re.Pattern[str]:
    return re.compile(f"{either('groups_zh')}(?:等|一行)?(?:共计?|约|近)?(?:\\d+[余多]?[名人位])?$")


def find(text: str, start: int, end: int, names: Sequence[int]) -> Iterator[Group]:
    """What stands before a verb of taking part, up to it: `A、B等部门负责人参加` is one group. Or behind `率`: `率部分委员赴`."""
    for cue in CAME.finditer(text, start, end):
        left = max(
            start, *(text.rfind(sign, start, cue.start()) + 1 for sign in "，。；："), *(n for n in names if n <= cue.start())
        )
        if led := [m.end() for m in LED.finditer(text, left, cue.start())]:
            left = led[-1]
        here = [*one(text, left, cue.start(), shapes()[0])]
        yield from here
        yield from before(text, start, left) if here else ()
        if SOME.match(text, left):
            yield from one(text, left, cue.start(), shapes()[1])
    yield from going(text, start, end)
    for m in LED.finditer(text, start, end):
        stop = min((at for sign in "，。；" if (at := text.find(sign, m.end(), end)) >= 0), default=end)
        yield from one(text, m.end(), stop, shapes()[1])


def sure(text: str, start: int, end: int) -> Iterator[Group]:
    """Those that need no verb of taking part."""
    for m in met().finditer(text, start, end):
        yield m.start("group"), m.end("group"), headcount(m["group"])
    for m in (*teams().finditer(text, start, end), *met_there().finditer(text, start, end)):
        yield m.start(m.lastgroup), m.end(m.lastgroup), headcount(m[m.lastgroup])
    for m in counted().finditer(text, start, end):
        if not HAS.search(text, start, m.start()):
            yield m.start(), m.end(), headcount(m[0])


def going(text: str, start: int, end: int) -> Iterator[Group]:
    """`部分理事到武川县` at the beginning of a clause."""
    for m in GOING.finditer(text, start, end):
        yield from one(text, m.start(1), m.end(), shapes()[1])


def before(text: str, start: int, end: int) -> Iterator[Group]:
    """The groups that stand with commas before one: `各盟市林草局负责人，重点旗县政府负责人，` before `直属单位负责人参加`."""
    while end > start and text[end - 1] == "，":
        left = max(start, *(text.rfind(sign, start, end - 1) + 1 for sign in "，。；："))
        found = [*one(text, left, end - 1, shapes()[0])]
        if not found or found[0][1] != end - 1:
            return
        yield from found
        end = left


def one(text: str, start: int, end: int, shape: re.Pattern[str]) -> Iterator[Group]:
    lead = LEAD.match(text[start:end])
    m = shape.match(text, start + (lead.end() if lead else 0), end)
    also = m and next((a for a in ALSO.finditer(m["group"]) if heads_apart(m["group"], a)), None)
    if also:
        split = m.start() + also.start()
        yield m.start(), split, headcount(text[m.start() : split])
        yield from one(text, m.start() + also.end(), end, shape)
    elif m and m.end() - m.start() < 80 and text[m.start()] not in "就对向为在将的会" and not NO_GROUP.search(m["group"]):
        yield m.start(), m.end("group"), headcount(m["group"])


def heads_apart(group: str, also: re.Match[str]) -> bool:
    """`摊主代表和附近居民` are two groups, `公安、住建部门负责人` are one."""
    return bool(head_last().search(group, 0, also.start()) and ends_in_heads().search(group, also.end()))


def headcount(words: str) -> Headcount:
    m = COUNT.search(words)
    vague = bool(m and m[0][0] in "约近")
    if not m or vague or not 0 < int(m["n"]) <= 10**6:
        return Headcount(basis="not_stated")
    return Headcount(value=int(m["n"]), basis="stated", qualifier="at_least" if m["more"] else "exact")
