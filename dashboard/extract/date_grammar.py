"""The words that dates are printed with in English and Chinese, as patterns: rule -> its parts. `days.py` gives the days."""

import calendar
import re

MONTHS = {name.lower(): i for i in range(1, 13) for name in (calendar.month_name[i], calendar.month_abbr[i])} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)} | {sign: i for i, sign in enumerate("一二三四五六日")}
WEEKDAYS |= {"天": 6}
BACK = {
    "the day before yesterday": 2,
    "day before yesterday": 2,
    "two days ago": 2,
    "three days ago": 3,
    "yesterday": 1,
    "昨日": 1,
    "昨天": 1,
    "today": 0,
    "今日": 0,
    "今天": 0,
    "前天": 2,
}
NEXT = {
    "next": 1,
    "following": 1,
    "after": 1,
    "one": 1,
    "day later": 1,
    "two days earlier": -2,
    "two days before": -2,
    "three days earlier": -3,
    "three": 3,
    "two": 2,
    "before": -1,
    "previous": -1,
    "earlier": -1,
    "eve ": -1,
}
NEXT |= dict.fromkeys(("次日", "翌日", "第二天", "隔日"), 1) | {"前一": -1}
DAYS = {word: n for n, word in enumerate(("two", "three", "four", "five"), 2)}
NTH = {word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth"))}
MONTH_EN = "|".join(calendar.month_name[1:])
_SHORT = "|".join(name.capitalize() for name in MONTHS if len(name) < 5 and name not in ("may", "june", "july"))
_M = rf"(?P<m>{MONTH_EN}|(?:{_SHORT})\.?)(?![A-Za-z])"
_M2 = _M.replace("?P<m>", "?P<m2>")
_D, _D2 = (rf"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th)?" for name in ("d", "d2"))
_WEEKDAY = "|".join(calendar.day_name)
_FROM_TO = r"\s?(?:to|and(?: on)?|through|until|[-–—])\s?"
_TO = (  # `8 to 10`, `8, 9 and 10`, `12 and Thursday 13`
    r"(?:(?:, \d{1,2}(?:st|nd|rd|th)?){1,4},? and |\s?(?:to|and(?: on)?|through|until|[-–—/])\s?)(?:the )?"
    rf"(?:(?:{_WEEKDAY}),? )?"
)
_AGO = r" (?:of )?(?P<ago>last|this) year\b"
_Y = rf"(?:,? (?P<y>(?:19|20)\d\d)\b|{_AGO})?"
_TO_ZH = "(?:至|到|[—–－~～-]{1,2}|、|和)"
_YM_ZH = r"(?:(?P<y>(?:19|20)\d\d|今|去|同) ?年 ?)?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
_PART_ZH = "(?:(?<=日)(?:上午|下午|晚上?|傍晚))?"
_TEENS_ZH = "[二三]?十[一二三四五六七八九]?"
_N_ZH = rf"(?:\d{{1,2}}|{_TEENS_ZH}|[一二三四五六七八九])"
_BARE_ZH = r"(?<![\d月.])(?:本月|当月)?"
_PART_OF_DAY = "(?:day|morning|afternoon|evening)"
GRAMMAR = {
    "en": (
        ("day", rf"\b{_M} (?:the )?{_D}(?:{_TO}(?:{_M2} )?{_D2})?(?![\d%]){_Y}"),
        ("day", rf"\b{_D} (?:of )?{_M}{_TO}{_D2} (?:of )?{_M2}{_Y}"),
        ("day", rf"\b{_D}(?:{_TO}{_D2})? (?:of )?{_M}(?! \d\d?\b){_Y}"),
        ("day", r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)\b"),
        ("month", rf"\b{_M},? (?:of )?(?P<y>(?:19|20)\d\d)\b"),
        ("month", rf"(?<=\b[iI]n ){_M}(?! \d)(?:{_AGO})?"),
        ("last", rf"\b[Ll]ast {_M}(?! \d)"),
        (
            "bare",
            rf"(?<=\b[oO]n the ){_D}(?:{_TO}{_D2})?(?=[,.;]|\s(?:in|at|and|by|of this|they|he|she|we|the|with|to|when|"
            rf"before|after|for|from|there|as)\b|$)",
        ),
        ("bare", r"(?:(?<=morning of the )|(?<=afternoon of the )|(?<=evening of the ))(?P<d>\d{1,2})(?:st|nd|rd|th)\b"),
        (
            "weekday",
            rf"\b(?P<w>{_WEEKDAY})\b(?! (?:morning|afternoon|evening|night)s)(?:{_FROM_TO}(?P<w2>{_WEEKDAY})\b)?"
            r"(?: (?:of )?(?P<week>last) week\b)?",
        ),
        ("weekend", r"\b(?:[Oo]ver|[Dd]uring|[Oo]n|[Aa]t|[Tt]his) (?:the |last )?weekend\b|\b[Ll]ast weekend\b"),
        (
            "back",
            r"\b(?P<back>(?:[Tt]he )?day before yesterday|[Tt]wo days ago|[Tt]hree days ago|[Yy]esterday|"
            r"[Tt]oday)\b(?! (?:has|have|is|are|covers|stands|numbers)\b)",
        ),
        (
            "next",
            rf"\b(?:[Tt]he |[Aa] )?(?P<next>(?:next|following) {_PART_OF_DAY}|eve (?=of (?!(?:the |this |our |"
            rf"its )?(?:holiday|festival|season|winter|year))[a-z])|day (?:after|before|earlier)|"
            r"previous day|"
            r"(?:(?<=[Aa] )|[Oo]ne )day later|[Tt]wo days (?:later|earlier|before(?= the))|[Tt]hree days (?:later|"
            r"earlier))\b(?! tomorrow| yesterday)",
        ),
        ("days", r"\b(?:[Oo]n |[Oo]ver |[Dd]uring )?[Tt]he (?:following|next) (?P<days>two|three|four|five) days\b"),
        (
            "nth",
            rf"\b(?:[Oo]n |(?=[Tt]he [a-z]+ {_PART_OF_DAY}(?:,| of (?:the|its|their|his|her|our)\b)))"
            rf"[Tt]he (?P<nth>first|second|third|fourth|fifth|last|final) {_PART_OF_DAY}\b",
        ),
        (
            "same",
            r"\b(?:[Ii]n the (?:morning|afternoon|evening)|(?:[Tt]hat|[Oo]n the same|[Tt]he same) (?:morning|afternoon|"
            r"evening|day)|"
            r"[Ll]ater (?:that|the same) day)\b(?! of\b)",
        ),
        ("vague", r"\b(?:[Rr]ecently|[Aa] few days ago|[Ll]ast week|[Tt]he other day|[Ll]ast month)\b"),
    ),
    "zh": (
        (
            "day",
            rf"{_YM_ZH}(?P<d>{_N_ZH}) ?日?(?:（(?:星期|"
            rf"周).）)?{_PART_ZH} ?{_TO_ZH} ?(?:(?P<m2>{_N_ZH}) ?月 ?)?(?P<d2>{_N_ZH}) ?日",
        ),
        ("day", rf"{_YM_ZH}(?P<d>{_N_ZH}) ?日"),
        ("month", r"(?P<y>(?:19|20)\d\d|今|去)年(?P<m>\d{1,2})月份?(?!\d)"),
        ("month", r"(?<![\d个年])(?P<m>\d{1,2})月份?(?![\d日])"),
        ("bare", rf"{_BARE_ZH}(?P<d>\d{{1,2}}|{_TEENS_ZH})日?{_PART_ZH}{_TO_ZH}(?P<d2>\d{{1,2}}|{_TEENS_ZH})日(?![内后前])"),
        ("bare", rf"{_BARE_ZH}(?P<d>\d{{1,2}}|{_TEENS_ZH})日(?![内后前])"),
        (
            "weekday",
            r"(?P<week>本|上)?(?:星期|(?<![一两下])周)(?P<w>[一二三四五六日天])"
            rf"(?:{_TO_ZH}(?:星期|周)(?P<w2>[一二三四五六日天]))?(?!年)",
        ),
        ("weekend", "(?:上|本|这个)?周末"),
        ("back", r"(?P<back>昨日|昨天|今日|今天|前天)"),
        ("next", "(?P<next>次日|翌日|第二天|隔日(?=[，上下])|前一[天日])"),
        ("same", "(?:当[日天]|同日)(?:上午|下午|晚)?|当晚|(?:(?<=[。\\n])|^)(?:上午|下午|傍晚|晚上)(?=，)"),
        ("vague", "近日|日前|近期|连日来|上周|上月|近来"),
    ),
}
WIDE = {ord("０") + n: str(n) for n in range(10)}
ISO = ("day", r"(?<![\d.-])(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d.-]\d)")
PATTERNS = {lang: [(rule, re.compile(p)) for rule, p in (ISO, *grammar)] for lang, grammar in GRAMMAR.items()}
AND_ALSO = re.compile(rf"\)?,? (?P<to>to|through|until|and)(?: on)?(?: the)? (?:(?:{_WEEKDAY}),? \(?)?")
IN_SPEECH = re.compile(
    r"\b(?:said|told|reported|promised|replied|explained|added|noted)\b[^.;\n]*$|"
    r"(?:介绍|说|表示|反映|指出|汇报|通报|回应|告诉|强调|要求|建议)[^。；\n]*$"
)
OF_EVENT = re.compile("会前一[天日]|(?:day before|eve of) (?:the|this) [a-z]")
WEEKDAY_BEFORE = re.compile(rf"\b(?:{_WEEKDAY}),? (?:the )?$")
FILED = re.compile(r"(\d{1,2})月(\d{1,2})日(?:电|讯)")
HEADER = re.compile(
    r"(?:\b(?:date|published|posted|updated)|发布时间|发布日期|发布于|日期|时间|来源)\W*(?:on\W*)?$", re.IGNORECASE
)
