"""Someone named in a report in; whether the words around say that he was there, was away, or that he is only quoted."""

import re
from functools import cache

from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention
from dashboard.extract.people import Named

QUOTED_BEFORE = re.compile("(?:学习|传达|贯彻|落实|精神和|未能[^，。]{0,8}|(?:已故|时任)[^，。]{0,10})了?$")
NOT_THERE_BEFORE = re.compile(  # `to be led by`, `had been headed by`, `our thanks go to`
    r"\b(?:to be|had been|will be) [a-z]+ by (?:the )?$|\b(?:quoted|cited|studied) [^.;]{0,30}\bby (?:the )?$|"
    r"\bthanks (?:also )?(?:go|are due) to (?:[^.;]{0,30} )?$|"
    r"\b(?:[Gg]reetings|[Mm]essages?|letters?|gifts?|donations?) from (?:the )?(?:[\w ]{2,40}, )?(?:\w+ )?$|"
    r"\b(?:under the then|in succession to|succeed(?:s|ed|ing)|replac(?:e|es|ed|ing)) $|\b(?:the|[Oo]ur) late (?:\w+ )?$|"
    r"\b(?:resignation of|in memory of|named after) (?:the )?(?:\w+ )?$|"
    r"\b(?:contribution|paper|letter|message|proposal|article|book|study|poem)s? (?:sent in )?by (?:the )?$"
)
FORMER = re.compile(
    "former|then|late|retired|.{0,12}(?:(?<![草高中太平五固开])原|时任|已故|前任|首任)", re.IGNORECASE
)  # where no word says that he was there
DEAD = re.compile(".{0,8}(?:已故|未能|原定)|late |then ", re.IGNORECASE)
AWAY_ZH = re.compile("未能|没能|外出|因公|缺席")  # within the words of a post: `因公外出的副县长李明`
AWAY = (
    r"had to cancel|had (?:planned|hoped|been due|been invited) to|could not|declined|did not(?! [^.;]{2,30} but\b)|"
    r"[^.;]{0,60} did not (?:take part|attend)|"
    r"had been (?:invited|expected|announced)[^.;]{0,30} but|sent (?:a|his|her|in)\b|will\b|has (?:since|invited)\b|"
    r"(?:was|is)(?: now| currently)? (?:not|expected|due|away|abroad|absent|ill|unable|at home|detained|kept in|"
    r"travel+ing|attending a|"
    r"on (?:a )?(?:business|leave))"
)
FROM_AFAR = (
    r"wrote\b|said (?:in an? (?:written|e-?mail|telephone|phone|interview|statement)|by (?:tele)?phone)|"
    r"said in [A-Z]\w+(?: [A-Z]\w+)? (?:last|on|earlier)\b|(?:had |has )?told (?:reporters|Xinhua|China Daily|(?:a|the|"
    r"this) (?:newspaper|paper))"
)
ABSENT = re.compile(
    rf"(?:,[^.;]{{0,90}})?,?(?: who)? (?:{AWAY}|{FROM_AFAR})|"
    "(?:，?因[^，。；]{2,20}，?)?(?:[^，。；]{0,14}，(?:本人)?(?=[未没因请]))?[^，。；]{0,12}?(?:未(?:能)?(?:参加|到[会场现]|出席|成行|赶|随队|同行)|"
    "原定(?:到会|参加|出席|前来)|(?:已|现已|如今已经?|[于在]\\d{4}年)退休|因[^，。；]{2,12}(?:未能|不能|无法)|曾撰文|委托[^，。；]{1,6}(?:转交|宣读|提交)|对[^，。；]{1,10}作出批示|[已于]{1,2}[^，。；]{0,6}(?:病逝|去世|逝世)|为会议提交|提交了书面|当时任|(?:\\d+日)?在[^，。；]{1,8}受访|在(?:宣传片|视频短片|影片)中|"
    "没(?:有|能)(?:到会|参加|出席|成行)|请假|因故|缺席|此前|采访|撰写|主笔|执笔|发来|寄来|所[著写]|编写|编著|撰文|的(?:书面|问候|来信|贺信)|在(?:来信|贺信|信)中|托[^，。；]{1,8}(?:带来|转交|捎来)|"
    "(?:正在?|在外)[^，。；]{0,16}(?:进修|学习|挂职|出差|住院|休假))"
)
HEARD_ZH = re.compile("听取了?$")  # 听取了副旗长李明关于防汛工作的汇报


@cache
def quoted_behind() -> re.Pattern[str]:
    return re.compile(f"在[^，。]{{0,12}}重要|{either('quoted_after_zh')}")


def ends(m: Mention[Named]) -> int:
    return max(m.value.role_end or m.end, m.end)


def absent(m: Mention[Named], text: str) -> bool:
    """Whether someone is said not to have been there, or not to be alive."""
    start, role = min(m.start, m.value.role_start or m.start), m.value.role or ""
    if AWAY_ZH.search(text, start, m.start) or DEAD.match(role):
        return True
    before = NOT_THERE_BEFORE.search(text, max(0, start - 40), start)
    return bool(before or ABSENT.match(text, m.end) or ABSENT.match(text, ends(m)))


def came(m: Mention[Named], text: str) -> bool:
    """Whether a naming in a Chinese report is of someone there, not of someone whose words are passed on."""
    start = min(m.start, m.value.role_start or m.start)
    before = text[max(0, start - 90) : start]
    if QUOTED_BEFORE.search(before):
        return False
    return bool(HEARD_ZH.search(before)) or not quoted_behind().match(text[m.end : m.end + 40])
