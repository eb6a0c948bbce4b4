"""A report in, all its mentions out, conflicts settled: a person's name beats a place within it, and a body's name does too."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.data.areas import Areas
from dashboard.data.records import Headcount
from dashboard.data.store import Person
from dashboard.extract import bodies, dates, forms, people, places, proposers
from dashboard.extract.date_grammar import FILED_EN, MONTH, MONTH_EN
from dashboard.extract.forms import Form
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention, Spans, joined
from dashboard.extract.people import Named
from dashboard.extract.people_en import surnames
from dashboard.extract.text import ENDS, Report
from dashboard.extract.when import When

DATELINE = re.compile(
    r"^(?![A-Z]+DAY\b)[A-Z][A-Z’'. ]{2,}(?:,[\w’'. ]{2,40}){0,3}(?: \([^)]{2,30}\)| /[^/\n]{2,30}/)? ?(?:--|—|–|-) ", re.MULTILINE
)
FILED_ON = re.compile(  # `Xilingol, June 17 - `, `Ordos, 18 April 2025. `
    rf"^(?!\w+day,)\(?[A-Z][\w’'.]+(?: [A-Z][\w’'.]+)*(?:, [A-Z][\w’'. ]+?)?(?:, | \()"
    rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\)?"
    r"(?:(?: \([^)]{2,30}\))?(?: ?(?:--|—|–|-) |\. )|(?<=\d\)) )",
    re.MULTILINE,
)
FILED_IN = re.compile(  # `(Provincial Portal, July 15) To deepen`
    rf"^\([^()\n]{{3,90}}?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\)(?= )", re.MULTILINE
)
FILED_FROM = re.compile(
    rf"^(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}}, [A-Z][\w’']+(?: [A-Z][\w’']+)* ?(?:--|—|–|-) ", re.MULTILINE
)
DATELINE_ZH = re.compile(
    "(?:^|本报|本网|[^，。\\n（(]{2,6}社)[^，。\\n（(]{2,16}?\\d日(?:电|讯)", re.MULTILINE
)  # 新华社乌海8月9日电
REPORTED = re.compile(r"\b(?:said|told|reported|announced|wrote|published)(?: \w+){0,3} on $")
PUT_OFF = re.compile(  # the day that it was not
    r"(?:原定|原计划|原拟)(?:的|于|在)?$|截[至止]到?$|\b(?:originally|first) (?:planned|scheduled|set|due) (?:for|"
    r"on) (?:[A-Z][a-z]+day,? )?$|"
    r"\b(?:by|before|no later than|(?:gave|given|had|has|have) (?:him|her|it|them|[A-Z]\w+) until) "
    r"(?:[A-Z][a-z]+day,? )?$|"  # nor one that it must be done by
    r"\b(?:[a-z]*storm|[a-z]*flood|fire|blizzard|[a-z]*quake|accident|frost|snowfall|outbreak)s? of $|"
    r"\bf(?:ell|alls) on (?:[A-Z][a-z]+day,? )?$|"
    r"\b(?:in force|effective|valid|on duty|open) (?:since|from) (?:[A-Z][a-z]+day,? )?$|"
    r"\b(?:postponed|put off|moved) from (?:[A-Z][a-z]+day,? )?$|\binstead of (?:on )?(?:[A-Z][a-z]+day,? )?$"
)
OF_WHAT_ZH = re.compile(  # 5月20日开工, 自3月1日起试行: of a thing or a rule
    "(?:上午|下午)?(?:正式)?(?:投产|建成|开工|成立|启用|竣工|发生|立案|受灾|出台|印发|施行|实施|发布|开通|动工|签订|入汛|"
    "起(?:正式)?(?:试行|施行|执行|实施|生效|供货))(?!大会|会|仪式)"
)
HEARD_ZH = re.compile("(?:从[^，。]{2,30})?(?:获悉|了解到|发布消息|发布通报)")
GUESTS_ZH = re.compile(  # 怀柔区教育专家团一行9人到, 平谷区4名眼科医生到
    "(?:[^，。；、]{0,12}?(?:团|队|组|(?:组织|选派|派出)的)(?:一行)?(?:\\d+人)?|\\d+[余多]?[名位][^，。；、]{1,10}?)"
    "(?:\\d{1,2}月\\d{1,2}日)?(?:又一次|又|再次|再|还|先后|分别|依次|随后)?(?:到|赴|来到|前往|抵达|走进|深入|在)"
)
NO_STOP = re.compile(
    r"\b(?:from|between|back to|(?:is|are|was|were) back (?:in|at)|"
    r"return(?:ed|ing)? to|lea?(?:ve|ft|ving) for|home to|mayor of|people of|"
    r"based in|(?:living|resident|registered) in|(?<!head )(?<!government )offices? in|born in|native of) (?:the )?$|"
    r"(?:来自(?:[^，。；、]{1,8}、)*|从|就在?|\d[余多]?[名位](?:[^，。；]{1,6}的)?)$",
    re.IGNORECASE,
)
NO_LINK = (
    r"conven\w+|gather\w+|to|visited|arriv\w+|went|toured|inspected|travel+ed|came|were|was|held|met|attended|took|on|at|for|through|until|who|led|"
    rf"spent|sat|drove|rode|flew|saw|told|\w+day|{MONTH_EN}"
)
LONGEST_HEADER, HEADERS_END = 160, 600  # signs: in a line, and of the text that may have some
ABOVE = re.compile(r"\d:\d\d|\b(?:Source|Updated|Release|Posted|Published|News|Daily)\b|\||来源|发布|时间|日期|作者|浏览")
AN_ACTIVITY = re.compile(  # the heading of one in a record
    r"(?:\d{1,2}[.)] )?(?:[\w’'-]+ ){0,5}(?:meeting|briefing|visit|tour|call|conference|session|forum), ", re.IGNORECASE
)
WHOSE_TRIP = re.compile(r"['’]s (?:[a-z]+ )?(?:trip|visit|tour|delegation|inspection|office|branch)\b| office\b")
SPOKE_ZH = re.compile(  # 苏尼特右旗、阿巴嘎旗作了交流发言: who spoke, not where
    "(?:、[^，。；、]{2,8})*(?:分别|先后|依次)?(?:作了?|做了?)(?:交流|典型|表态|经验)*(?:发言|汇报|介绍)"
)
BY_WAY_OF = re.compile(r",? (?:through|via|by way of|in the (?:north|south|east|west)\w* to) ")  # `from Abag Banner through`
DOES = re.compile(
    r" (?:has|had|sent|paid|built|plans|will|provided|supports?|hopes|agreed|funds?|money|aid|experts|doctors|teachers|"
    r"officials|leaders|cadres)\b"
)  # `where Beijing has paid for a store`
DURING = re.compile(r",? (?:during|at|while|when (?:he|she|they)|on the sidelines of)\b")
DID = re.compile(
    r"[A-Z][\w’'-]+ (?:[a-z]+ed|went|drove|came|saw|took|held|met|flew|rode|spent|stood|led|brought|sat) "
)  # `from Hohhot combed`
IN_WHICH = re.compile(r"[A-Z][\w’'-]+,? in (?:the )?$")
SELLS_TO = re.compile(
    r"\b(?:that|which) (?:sells?|suppl(?:y|ies)|exports?|serves?|ships?|delivers?)\b[^,.;]*$|"
    r"\b(?:supplying|serving|bound for|selling to|exporting to|deliver(?:ies|ing) to)\b[^,.;]*$"
)


@cache
def from_where() -> re.Pattern[str]:
    """`buyers from 27 companies in Shanghai and Guangdong`, `among the buyers in`."""
    among = rf"among (?=[^.;]*\b{either('groups_en')}\b)"
    return re.compile(rf"\b(?:(?<!tarting )(?<!eginning )from|{among}) (?:(?!(?:{NO_LINK})\b)[\w’'-]+,? ){{1,8}}$")


@dataclass(frozen=True, slots=True)
class Marks:
    """`places` can be stops; `whose` only say whose body or post it is; `datelines` where the report was filed. All in order.

    `roles` are the stretches of a person's name and posts; `groups` only those that a plug-in proposes.
    """

    dates: list[Mention[When]]
    places: list[Mention[str | None]]
    whose: list[Mention[str | None]]
    datelines: list[Mention[str | None]]
    abroad: list[Mention[None]]
    people: list[Mention[Named]]
    roles: Spans
    groups: list[Mention[Headcount]]
    form: Form
    headers: list[Mention[When]]  # the article's own dates, where it prints any


def annotate(report: Report, areas: Areas, known: Mapping[str, Person], published: dt.date | None) -> Marks:
    text = report.text
    shapes = (DATELINE, FILED_EN, FILED_ON, FILED_IN, FILED_FROM) if report.language == "en" else (DATELINE_ZH,)
    lines = Spans(m.span() for shape in shapes for m in shape.finditer(text))
    offered = proposers.offered(report, areas, published)
    found = joined(places.find(text, areas), offered.places)
    named = people.find(report, known, offered.people)
    names = Spans((m.start, m.end) for m in found if m.value and m.rule == "name")
    # `Togtoh, chairman of`: a county has this name too.
    named = [m for m in named if (m.rule == "post behind" and m.value.role) or not names.hold(m)]
    roles = Spans((m.value.role_start or m.start, max(m.end, m.value.role_end or 0)) for m in named)
    full = Spans((m.start, m.end) for m in named)
    found = [m for m in found if not full.touch(m) and not after_surname(text, m, report.language)]
    owned = Spans((m.start, m.end) for m in bodies.find(text, report.language))
    whose = [m for m in found if owned.hold(m) or roles.hold(m)]
    filed = [m for m in found if lines.hold(m)]
    stops = [m for m in found if not owned.hold(m) and not roles.hold(m) and not lines.hold(m)]
    stops = [m for m in stops if not NO_STOP.search(text, max(0, m.start - 20), m.start) or BY_WAY_OF.match(text, m.end)]
    ends = {who.end for who in named}
    stops = [m for m in stops if m.start - 4 not in ends or text[m.start - 4 : m.start] != " of "]  # `Professor Bilig of Hohhot`
    guests = [m for m in stops if GUESTS_ZH.match(text, m.end)]
    whose = sorted([*whose, *guests], key=lambda m: m.start)
    stops = [m for m in stops if not GUESTS_ZH.match(text, m.end)]
    stops = [m for m in stops if not SPOKE_ZH.match(text, m.end) and not WHOSE_TRIP.match(text, m.end)]
    stops = [m for m in stops if not came_from(m, text) and not DOES.match(text, m.end)]
    printed = joined(dates.find(text, report.language, published), offered.dates)
    form = forms.find(report, printed)
    days = [
        m for m in printed if m is form.day or not (m.value.header or in_header(report, m) or lines.hold(m) or reported(m, text))
    ]
    return Marks(
        days,
        stops,
        whose,
        filed,
        places.abroad(text),
        named,
        roles,
        joined([], offered.groups),
        form,
        [m for m in printed if m.value.header],
    )


def reported(day: Mention, text: str) -> bool:
    """`the mayor said on Tuesday`: no day of an event, unless it was `said on Tuesday during a tour`."""
    if (
        PUT_OFF.search(text, max(0, day.start - 40), day.start)
        or HEARD_ZH.match(text, day.end)
        or OF_WHAT_ZH.match(text, day.end)
    ):
        return True
    return bool(REPORTED.search(text[max(0, day.start - 60) : day.start])) and not DURING.match(text, day.end)


def came_from(m: Mention, text: str) -> bool:
    """`buyers from 27 companies in Shanghai`, `a plant selling to Ordos`; but `traders from Ordos in Linhe` were in Linhe."""
    before = text[max(0, m.start - 90) : m.start]
    of = from_where().search(before)
    return bool(of and not IN_WHICH.search(before) and not DID.search(of[0])) or bool(SELLS_TO.search(before))


def in_header(report: Report, m: Mention) -> bool:
    """Whether a date stands in a line above the text: `Source: Chifeng Daily 2024-04-17 08:32`."""
    start, end = report.text.rfind("\n\n", 0, m.start) + 2, report.text.find("\n\n", m.end)
    line = report.text[start:end] if start > 1 and end >= 0 else ""
    of_article = ABOVE.search(line) and not AN_ACTIVITY.match(line)  # `1. Results briefing, 24 April 2025, 15:00-16:30`
    return 0 < len(line) <= LONGEST_HEADER and start < HEADERS_END and not ENDS.search(line) and bool(of_article)


def after_surname(text: str, place: Mention, language: str) -> bool:
    """`Zhang Baicheng`, a name though Baicheng is a city."""
    if language != "en":
        return False
    before = re.search(r"([A-Z][a-z]+) $", text[max(0, place.start - 15) : place.start])
    return bool(before) and before[1] in surnames()
