"""Someone named in a report in; whether the words around say that he was there, was away, or that he is only quoted."""

import re
from functools import cache

from dashboard.extract.belonging import IN_A_SPEECH
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention
from dashboard.extract.people import Named

QUOTED_BEFORE = re.compile(
    r"\b(?:towards?|gratitude to|thank(?:ed|s|ing)|spirit of|said|quoted|by|of|according to|cited|told (?:Xinhua|reporter)|from) "
    r"(?:the )?$|\blate (?:\w+ )?$|(?:学习|传达|贯彻|落实|精神和|未能[^，。]{0,8}|(?:已故|时任)[^，。]{0,10})了?$",
    re.IGNORECASE,
)
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
WHO_LED = re.compile(r",? who (?:also |had )?(?:presided|(?:co-)?chaired|hosted|led|accompanied|attended|joined|guided)\b")
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
SAYS = re.compile(r"(?:[^.]{0,80},)? (?:said|told|wrote|noted) ")
HEARD_ZH = re.compile("听取了?$")  # 听取了副旗长李明关于防汛工作的汇报


@cache
def there_before() -> re.Pattern[str]:
    """What stands before whoever was there, where `by`, `of` or `from` alone would say that he is only quoted."""
    return re.compile(
        rf"(?:{either('given_by_en')} (?:\w+ )?|,? and )by (?:the )?$|\b(?:was|were) [^,.;]{{3,70}} by (?:the )?$|"
        r"\b(?:report|introduction|account|presentation) of (?:the )?$|\b(?:heard|learn(?:ed|t)) (?:\w+ )?from (?:the )?$|"
        r"\b(?:home|house|household|yard)s? of $|\b(?:reply|answer) to $|\b(?:[Qq]uestion|[Aa]nswer|[Rr]eply) (?:from|"
        r"by) $|\bguide was $",
        re.IGNORECASE,
    )


@cache
def quoted_behind() -> re.Pattern[str]:
    mine = r"\s?['’]s (?:\w+ ){0,2}(?:speech|remarks|thought|instructions?|vision|letter)|在[^，。]{0,12}重要|"
    return re.compile(mine + either("quoted_after_zh"))


@cache
def told_them() -> re.Pattern[str]:
    """`told the forum that`, `told him that`: who says so was there."""
    them = "him|her|them|us|the (?:visitors|guests|team|group|party|delegation|inspectors)"
    return re.compile(
        rf"[^.]{{0,80}}? told (?:{them}|(?:the|\w+['’]s) (?:\w+ )?(?:{either('meetings_en')}|participants|audience))\b"
    )


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
    """Whether a naming is of someone there, not of someone whose words are passed on."""
    start, end = m.value.role_start or m.start, ends(m)
    before = text[max(0, min(start, m.start) - 90) : min(start, m.start)]
    if IN_A_SPEECH.search(text, end, end + 40) or WHO_LED.match(text, end):
        return True
    if QUOTED_BEFORE.search(before) and not there_before().search(before):
        return False
    if HEARD_ZH.search(before):
        return True
    says = SAYS.match(text[end : end + 12]) and not told_them().match(text[end : end + 100])
    return not quoted_behind().match(text[m.end : m.end + 40]) and not says
