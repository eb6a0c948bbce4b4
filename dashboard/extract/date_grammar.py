"""The words that dates are printed with in English and Chinese, as patterns: rule -> its parts. `days.py` gives the days."""

import calendar
import re

from dashboard.extract.day_words import DAYS, FEASTS, LATE, MONTHS, ORDINALS

MONTH_EN = "|".join(calendar.month_name[1:])
_SHORT = "|".join(name.capitalize() for name in MONTHS if len(name) < 5 and name not in ("may", "june", "july"))
MONTH = rf"(?:{MONTH_EN}|(?:{_SHORT})\.?)(?![A-Za-z])"  # `June`, `Sept.`, `Jan`
_M, _M2 = (MONTH.replace("?:", f"?P<{name}>", 1) for name in ("m", "m2"))
_D, _D2 = (rf"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th)?" for name in ("d", "d2"))
_WEEKDAY = "|".join((*calendar.day_name, *map(str.upper, calendar.day_name)))
_FROM_TO = r"\s?(?:to|and(?: on)?|through|until|[-–—])\s?"
_TO = (  # `8 to 10`, `8, 9 and 10`, `12 and Thursday 13`
    r"(?:(?:, \d{1,2}(?:st|nd|rd|th)?){1,4},? and |\s?(?:to|and(?: on)?|through|until|[-–—/])\s?)(?:the )?"
    rf"(?:(?:{_WEEKDAY}),? )?"
)
_AGO = r" (?:of )?(?P<ago>last|this) year\b"
_Y = rf"(?:,? (?P<y>(?:19|20)\d\d)\b|{_AGO})?"
_TO_ZH = "(?:至|到|[—–－~～-]{1,2}|、|和)"
_YM_ZH = r"(?:(?P<y>(?:19|20)\d\d|今|去|同|明) ?年 ?)?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
_PART_ZH = "(?:(?<=日)(?:上午|下午|晚上?|傍晚))?"
_TEENS_ZH = "[二三]?十[一二三四五六七八九]?"
_N_ZH = rf"(?:\d{{1,2}}|{_TEENS_ZH}|[一二三四五六七八九])"
_BARE_ZH = r"(?<![\d月.])(?:(?P<which>本月|上月)|当月)?"
_FEAST = "|".join(FEASTS).replace("’", "['’]")
_PART_OF_DAY = "(?:day|morning|afternoon|evening|night)"
GRAMMAR = {
    "en": (
        ("day", rf"\b{_M} (?:the )?{_D}(?:{_TO}(?:{_M2} )?{_D2})?(?![\d%]){_Y}"),
        ("day", rf"\b{_D} (?:of )?{_M}{_TO}{_D2} (?:of )?{_M2}{_Y}"),
        ("day", rf"\b{_D}(?:{_TO}{_D2})? (?:of )?{_M}(?! \d\d?\b){_Y}"),
        (
            "day",
            rf"\b(?P<d>{'|'.join(ORDINALS)}|last(?= (?:day|morning|afternoon|evening))) (?:(?:day|morning|afternoon|"
            rf"evening) )?of {_M}{_Y}",
        ),
        (
            "day",
            rf"\b(?P<d>{'|'.join(ORDINALS)})(?:{_FROM_TO})(?:the )?(?P<d2>{'|'.join(ORDINALS)}) of {_M}{_Y}",
        ),
        (
            "feast",
            r"(?:(?<=\b[Oo]n )|(?<=\b[Uu]ntil )|(?<= of )(?<!eve of ))(?:International )?"
            rf"(?P<feast>{_FEAST})(?! (?:holiday|week|gala|gift|party|present))",
        ),
        ("day", r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)\b"),
        ("month", rf"\b{_M},? (?:of )?(?P<y>(?:19|20)\d\d)\b"),
        ("month", rf"(?<=\bweek of ){_M}(?! \d)"),
        ("month", rf"(?<=\b[iI]n ){_M}(?! \d)(?:{_AGO})?"),
        ("last", rf"\b[Ll]ast {_M}(?! \d)"),
        (
            "bare",
            rf"(?<=\b[oO]n the ){_D}(?:{_TO}{_D2})?(?=[,.;]|\s(?:in|at|and|by|of this|they|he|she|we|the|with|to|when|our|"
            rf"an?|his|her|its|their|two|three|four|five|six|eight|ten|"
            rf"before|after|for|from|there|as)\b|$)",
        ),
        (
            "bare",
            rf"(?<=\b[oO]n the )(?P<d>{'|'.join(LATE)})\b"
            r"(?! (?:of|floor|anniversary|day|session|congress|century|meeting|edition|time)\b)",
        ),
        (
            "bare",
            r"(?<=\bOn the )(?P<d>\d{1,2})(?:st|nd|rd|th)(?= [A-Z][a-z])(?! (?:Party|National|Central|Congress))",
        ),
        ("bare", rf"\b{_D} of (?P<which>this|last) month\b"),
        ("bare", rf"(?<=\b[fF]rom the ){_D} (?:to|until|through) (?:the )?{_D2}\b(?! {MONTH_EN})"),
        ("bare", rf"(?<=\b[uU]ntil the ){_D}(?=[,.;])"),
        ("bare", rf"(?<=, )the {_D} (?:and|to|through|until) (?:the )?{_D2}(?=[,.;])"),
        ("bare", rf"\b(?:{_WEEKDAY}),? (?:the )?{_D}(?:{_TO}{_D2})?(?=[.,;:](?!\d)|$)"),
        ("bare", rf"\b(?:{_WEEKDAY}),? the (?P<d>\d{{1,2}})(?:st|nd|rd|th)(?! {MONTH_EN}| of)\b"),
        ("bare", r"(?:(?<=morning of the )|(?<=afternoon of the )|(?<=evening of the ))(?P<d>\d{1,2})(?:st|nd|rd|th)\b"),
        ("nth weekday", rf"\b[Tt]he (?P<nth>first|second|third|fourth|last) (?P<w>{_WEEKDAY}) (?:of|in) {_M}{_Y}"),
        (
            "weekday",
            rf"(?<!every )(?<!each )\b(?P<earlier>[Ee]arlier (?:in the|in that|"
            rf"that) week,? (?:on )?)?(?P<last>[Ll]ast )?(?P<prior>previous )?(?P<w>{_WEEKDAY})\b(?! (?:morning|afternoon|"
            rf"evening|"
            rf"night)s)(?P<ago> a week ago)?(?P<whose>(?=['’]s (?:meeting|session|forum|visit|"
            rf"talks)))?(?:{_FROM_TO}(?P<w2>{_WEEKDAY})\b)?"
            r"(?: (?:of )?(?P<week>last|this) week\b)?",
        ),
        ("ends", rf"\b(?P<end>first|last) (?P<days>weekend|two days|three days|four days) (?:of|in) {_M}{_Y}"),
        (
            "weekend",
            r"\b(?:used|spent) the weekend\b|\b(?:[Oo]ver|[Dd]uring|[Oo]n|[Aa]t|[Tt]his) (?:the |last )?weekend\b|"
            r"\b[Ll]ast weekend\b",
        ),
        (
            "back",
            r"\b(?P<back>(?:[Tt]he )?day before yesterday|[Tt]wo days ago|[Tt]hree days ago|[Yy]esterday|"
            r"(?:[Aa] week|[Tt]wo weeks) ago today|[Tt]his (?:morning|afternoon|evening)|[Tt]oday)\b(?! (?:has|have|is|"
            r"are|covers|stands|numbers)\b|['’]s (?!meeting|session|forum|visit|talks|conference|hearing))",
        ),
        (
            "next",
            rf"\b(?:[Tt]he |[Aa] )?(?<!school )(?<!working )(?<!trading )(?<!market )"
            rf"(?P<next>(?:(?:very )?next|(?<=[.\n] )Next|(?<=\n)Next|following) {_PART_OF_DAY}|"
            rf"(?:day|morning|"
            rf"afternoon|evening|night) before(?=[,.])|eve (?=of (?!(?:the |this |our |"
            rf"its )?(?:holiday|festival|season|winter|year))[a-z])|"
            rf"day (?:after|before)(?! an? )|day earlier|(?:morning|afternoon|"
            rf"evening) after(?=,)|day that followed|"
            r"previous (?:day|morning|afternoon|evening)|"
            r"(?:(?<=[Aa] )|[Oo]ne )(?:day later|week (?:later|earlier|before)))\b(?! tomorrow| yesterday)",
        ),
        ("later", rf"\b(?P<days>(?i:{'|'.join(DAYS)})) days (?P<way>later|earlier|before(?= the|, (?:he|she|they|we|it)\b))\b"),
        (
            "days",
            r"\b(?:[Oo]ver |[Dd]uring )?[Tt]he (?P<days>two|three|four|five) days (?P<way>before)(?=[,.;]| on\b| in\b|"
            r" at\b| [a-z]+ing\b)",
        ),
        (
            "days",
            r"\b(?:[Oo]n |[Oo]ver |[Dd]uring )?[Tt]he (?:(?:following|next) (?P<days>two|three|four|five) days|"
            r"(?P<n>two|three|four|five) (?:following days|days (?:that|which) followed|days after(?= were\b|,| the [a-z])))\b",
        ),
        (
            "nth",
            rf"\b(?:(?:[Oo]n|[Ff]or|(?:morning|afternoon|evening|night|end|close) of) (?=[Tt]he )|"
            rf"[Oo]n [\w ]{{2,30}}['’]s (?=[a-z])|(?=[Tt]he [a-z]+ {_PART_OF_DAY}(?:,| of (?:the|its|their|his|her|our)\b|"
            r" (?:was|were) (?:given|devoted|spent|taken|set aside)\b| belonged\b| went to\b)))"
            rf"(?:[Tt]he )?(?P<nth>first|second|third|fourth|fifth|last|final)(?: of th[eo]se (?:\w+ )?days\b|"
            rf" {_PART_OF_DAY}\b(?! of (?:{MONTH_EN}))|"
            rf"(?= (?:in|at|to|they|we|with)\b))",
        ),
        ("nth", r"(?:(?<=\n)Day |\b[Oo]n day |(?<=\. )Day )(?P<nth>one|two|three|four|five)\b"),
        (
            "same",
            r"\b(?:[Ii]n the (?:morning|afternoon|evening)|(?:[Tt]hat(?: same)?|[Oo]n the same|[Tt]he same) (?:morning|afternoon|"
            r"evening|day)|"
            r"[Ll]ater (?:that|the same) day)\b(?! o[fn]\b)",
        ),
        ("vague", r"\b(?:[Rr]ecently|[Aa] few days ago|[Ll]ast week|[Tt]he other day|[Ll]ast month)\b"),
    ),
    "zh": (
        (
            "day",
            rf"{_YM_ZH}(?P<d>{_N_ZH}) ?日?(?:（(?:星期|"
            rf"周).）)?(?:、\d{{1,2}} ?日)*{_PART_ZH}(?:(?:起|开始)，?)? ?{_TO_ZH} ?(?:(?:19|"
            rf"20)\d\d ?年 ?)?(?:(?P<m2>{_N_ZH}) ?月 ?)?(?P<d2>{_N_ZH}) ?日",
        ),
        ("day", rf"{_YM_ZH}(?P<d>{_N_ZH}) ?日"),
        ("month", r"(?P<y>(?:19|20)\d\d|今|去)年(?P<m>\d{1,2})月份?(?!\d)"),
        ("month", r"(?<![\d个年])(?P<m>\d{1,2})月份?(?![\d日])"),
        ("bare", rf"{_BARE_ZH}(?P<d>\d{{1,2}}|{_TEENS_ZH})日?{_PART_ZH}{_TO_ZH}(?P<d2>\d{{1,2}}|{_TEENS_ZH})日(?![内后前])"),
        ("bare", rf"{_BARE_ZH}(?P<d>\d{{1,2}}|{_TEENS_ZH})日(?![内后前])"),
        (
            "nth weekday",
            r"(?:(?P<y>(?:19|20)\d\d)年)?(?P<m>\d{1,2})月的?(?P<nth>第[一二三四])个(?:星期|周)(?P<w>[一二三四五六日天])",
        ),
        (
            "weekday",
            r"(?P<week>本|上)?(?:星期|(?<![一两下])周)(?P<w>[一二三四五六日天])"
            rf"(?:(?:持续)?{_TO_ZH}(?P<this>本)?(?:星期|周)(?P<w2>[一二三四五六日天]))?(?!年)",
        ),
        ("weekend", "(?:上|本|这个)?周末"),
        ("back", r"(?P<back>昨日|昨天|今日|今天|前天)"),
        ("later", "(?P<days>[两二三四五六七八九])天(?P<way>后|之后|前|之前)(?=，)"),
        ("later", "(?:会议?|召开|举行|开幕)(?P<way>前)(?P<days>[两二三四五六七八九])天(?=，)"),
        (
            "feast",
            '[“"]?(?P<feast>元旦|三八|五一|五四|六一|七一|八一|国庆)[”"]?(?:国际)?(?:劳动|青年|儿童|妇女|建党|建军)?(?:节|假期)?(?=当[天日])',
        ),
        ("nth", "(?:会议|论坛|活动|行程|培训|考察)(?P<nth>第一|最后一)天"),
        ("next", "(?P<next>次日|翌日|第二天|隔日(?=[，上下])|(?<!到来)(?<!来临)前一[天日])"),
        ("same", "(?:当[日天]|同日|同一天)(?:上午|下午|晚)?|当晚|(?:(?<=[。\\n])|^)(?:上午|下午|傍晚|晚上)(?=，)"),
        ("vague", "近日|日前|近期|连日来|上周|上月|近来"),
    ),
}
WIDE = {ord("０") + n: str(n) for n in range(10)}
ISO = ("day", r"(?<![\d.-])(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d.-]\d)")
PATTERNS = {lang: [(rule, re.compile(p)) for rule, p in (ISO, *grammar)] for lang, grammar in GRAMMAR.items()}
A_LIST = re.compile(", |,? and ")
AND_ALSO = re.compile(rf"\)?,? (?P<to>to|through|until|and)(?: on)?(?: the)? (?:(?:{_WEEKDAY}),? \(?)?")
IN_A_CLAUSE = re.compile(r"\b(?:where|which|that|who|whose) [^.;\n]*$")
IN_SPEECH = re.compile(
    r"\b(?:said(?! (?:at|during) (?:an?|the) )|told|reported|promised|replied|answered|"
    r"explained|added|noted|heard|learned|warned|predicted)\b[^.;\n]*$|"
    r"(?:介绍|说|表示|反映|指出|汇报|通报|回应|告诉|强调|要求|建议)[^。；\n]*$"
)
A_DAY_EN = re.compile(  # any words that print one
    rf"\b(?:{MONTH_EN}|[A-Z][a-z]{{2,3}}\.) \d|\d(?:st|nd|rd|th)?(?: of)? (?:{MONTH_EN})\b|\d(?:st|nd|rd|th)\b|day\b"
)
A_MONTH_EN = re.compile(  # `Our September in brief`, `The month: May`; but `Fees May Rise`, `Students March`
    rf"(?:\b(?:[Ii]n|[Oo]f|[Oo]ur|[Ff]or)|:) (?P<m>{MONTH_EN})\b(?! \d)"
)
OF_A_RULE = re.compile(
    r"\b(?:since|by|until|before|after|as of|effective|(?<!morning )(?<!afternoon )(?<!evening )(?<!day )of) $|"
    r"\bhad (?:\w+ ){1,3}on $|\b(?:occurred|happened|broke out) [^.;\n]{0,60}on $|\bsince\b[^.;\n]*$|"
    r"\b(?:[Aa]head of|[Bb]efore (?!dawn|noon|sunrise|daybreak|dusk|midnight)[a-z]+|[Rr]un-up to) [^,.;\n]{2,40} (?:of|on) $"
)
ENDED = re.compile(
    r"\b(?:and|that|which) (?:ended|rose|left|finished|concluded|closed|returned|came (?:home|back)|(?:was|were) (?:back|home)|"
    r"flew (?:home|back))\b[^.;\n]* on (?:[A-Z][a-z]+day,? )?$"
)
OF_EVENT = re.compile("[会发行]前一[天日]|(?:day before|eve of) (?:the|this) [a-z]")
WEEKDAY_BEFORE = re.compile(rf"\b(?:{_WEEKDAY}),? (?:the )?$")
FILED_ZH = re.compile(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:电|讯)")
FILED_EN = re.compile(  # `HAILAR, Jan. 9 --`; not `On Tuesday, May 3 - a holiday -`, nor `From the south, July 12 – 14`
    rf"^[A-Z][^\n.;:]{{1,50}}?(?<!day), \(?(?:{_M} {_D}|{_D2} {_M2})(?:,? \d{{4}})?\)? ?(?:\([^)\n]*\) ?)?(?:--|—|–|- )(?! ?\d)",
    re.MULTILINE,
)
FILED_BY = re.compile(  # `Federation of Industry and Commerce, March 19.`
    rf"^[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*|of|and|the|for))*(?<!day), (?:{_M} {_D}|{_D2} {_M2})(?:,? \d{{4}})?"
    r"(?:\.?$|\. (?=[A-Z]))",
    re.MULTILINE,
)
HEADER = re.compile(
    r"(?:\b(?:date|published|posted|updated)|发布时间|发布日期|发布于|日期|时间|来源)\W*(?:on\W*)?$", re.IGNORECASE
)
