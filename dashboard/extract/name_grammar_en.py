"""What names and posts look like in an English report, as patterns. `people_en.py` tells from them whose names they are."""

import re
from functools import cache

from dashboard.extract.lexicon import either, words
from dashboard.extract.text import HAN

UPPER = f"[A-Z{''.join(sign for sign in map(chr, range(0xC0, 0x180)) if sign.isupper())}]"
CAPITAL = rf"(?:E(?= [A-Z][a-z])|(?:[A-Z]['’]|Mc|al-|el-)?{UPPER}[a-zà-ž]+)(?:['’-][A-Za-z]?[a-zà-ž]+)*"
PARTICLE = "(?:(?:van|von|de|der|den|di|da|du|bin|ibn|al|el) ){0,2}"  # Peter van Dijk
INITIAL = r"(?!(?:Dr|Mr|Ms|St|Jr|Sr|No|Co)\b|H\.E)[A-Z][a-z]?\."  # `Ts. Enkhtuya`
NAME = rf"(?:(?:{INITIAL})+ ?)?{CAPITAL}(?: {PARTICLE}(?:[A-Z]\.|{CAPITAL})){{0,7}}"
CAPITALS = re.compile(rf"(?<![\w.]){NAME}")
TITLES = "Dr|Mr|Mrs|Ms|Miss|Prof|Comrade|Professor|Academician"
TITLE = re.compile(rf"\b(?P<role>(?:{TITLES})\.?) $")
DOES = re.compile(  # where a post ends, and what its holder did begins
    r" (?:and )?(?:met|attended|talked|said|delivered|presided|visited|spoke|accompanied|took part|gave|made|introduced|joined|"
    r"expressed|held|participated|briefed|extended|called)\b"
)
THINGS = "(?:cent|riv|bord|tow|theat|wint|wat|numb|ord|pow|memb|quart|chapt|comput|pap)er|(?:corrid|harb|mot|sect|fact)or"
WORKER = rf"(?!(?:{THINGS})s?\b)[a-z]{{2,}}(?:ist|er|or|ian)"  # whoever does something: a chemist, a hotelier
SOMEWHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|to|of|the|[Nn]ear|on|for) $")
NO_POST = "(?:and|led|headed|attended|chaired|hosted|accompanied|joined|organi[sz]ed|said|where|which|including|with)"
SAYS = r"\b(?:said|told|that|which|who|was|were)"
ASKED = re.compile(r"\b(?:[Aa]sked by|[Ii]n reply to) $|\b(?:Q|Question|A|Answer)\.? \((?:(?:Mr|Ms|Mrs|Dr)\.? )?$")
IN_PLACE = re.compile(r"\b[IiAa][nt] $")  # `In Genhe, deputy mayor Sodnom`
FINITE = (  # a word of a sentence, not of a post
    "(?:they|we|he|she|it|was|were|laid|drove|met|saw|told|said|took|went|heard|"
    "(?!retired|registered|appointed|elected|certified|renowned|united)[a-z]+ed)"
)
WORKERS = re.compile(rf"(?i:{WORKER})s")
LISTED = re.compile(", (?:and )?| and ")
ALONE = re.compile(rf"(?!(?:\w+ly|However|Later|Meanwhile|Today|Yesterday|Earlier|Instead|There)$){CAPITAL}")
FINAL = "i?a(?:ng?|o|i)?|e(?:ng?|i|r)?|i(?:ng?|e|u|ong)?|o(?:ng|u)?|u(?:a(?:ng?|i)?|e|i|n|o)?|[üv]e?"
SYLLABLE = f"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:{FINAL}))"
GIVEN = re.compile(rf"{SYLLABLE}(?:['’-]?{SYLLABLE}){{0,2}}", re.IGNORECASE)  # `Yankun`, `Xiao'er`: of one to three syllables
IN_CHINESE = re.compile(rf" ?[(（](?:[{HAN}·]{{2,12}}|(?:\d\w\w )?[LRC])[)）]")  # Bao Yang (包杨), or where in a picture: (L)


@cache
def behind() -> re.Pattern[str]:
    """`, the secretary and chairman of the X Committee` up to the next comma or stop. `, Tongliao Mayor Li` is the next one."""
    post = rf"(?:\w+-)?(?:{either('posts_en')}|[a-z]{{3,}}ist)s?\b"
    return re.compile(
        rf",? \(?(?:who is |the |a |an |then )*(?P<role>(?!{NO_POST}\b)(?:(?!{FINITE}\b)[\w’'-]+ ){{0,5}}?{post}"
        rf"(?!(?-i: [A-Z])| {FINITE}\b| (?!of|for|at|in|to|from|with|and)(?:[a-z]+ ){{1,2}}(?-i:[A-Z]))(?:[^,.;()]|\.(?=\w))*)",
        re.IGNORECASE,
    )


@cache
def before() -> re.Pattern[str]:
    many = rf"(?P<many>{either('posts_en')}s|{either('groups_en')}|{WORKER}s)"
    one = f"(?:{'|'.join(head.removesuffix('s') for head in words('groups_en') if head.endswith('s'))})"
    unit = "Banner|County|City|District|League|Town|Township|Sumu|Province"
    of = rf"(?: of the(?: [a-z]+){{1,3}}| of (?:[A-Z][\w’'-]+ ){{1,3}}(?:{unit})| of [A-Z][\w’'-]+| of Mission| for [A-Z][a-z]+)?"
    return re.compile(
        rf"(?<!\w)(?P<role>(?:(?:[A-Z][\w’'-]+|{either('role_words_en')}) ){{0,4}}(?i:(?:\w+-)?(?:{many}|"
        rf"{either('posts_en')}|{one})){of}) $"
    )


@cache
def post_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either('posts_en')}) of $")


@cache
def who() -> re.Pattern[str]:
    """`, a doctoral student from Ulaanbaatar`, `, who runs a logistics firm`: behind a name of two words or more."""
    someone = "|".join([WORKER, *(head.removesuffix("s") for head in words("groups_en"))])
    role = rf"(?P<role>(?:[\w’'-]+ ){{0,3}}(?:{someone})\b[^,.;()]*?)"
    return re.compile(
        rf", (?:an?|the|one of the) {role}(?=[,.;)]| and )|, who [a-z]+\b|, (?:aged )?\d\d(?=[,.;])|"
        rf"(?: (?:of|from) [^,.;]{{3,60}}?|, (?:of|from) [^,.;]{{3,60}},)? {either('said_en')}\b"
    )


@cache
def of_body() -> re.Pattern[str]:
    """`the Ambassador of the Republic, ` before `Tomasz Nowak, paid`."""
    return re.compile(
        rf"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|['’]s) (?P<role>(?:[\w’'-]+ ){{0,4}}"
        rf"(?i:{either('posts_en')}|counterpart|neighbou?r)"
        rf"(?: (?:of|in) (?:(?!{SAYS}\b)[^,.;]){{3,60}})?), (?:(?:{TITLES})\.? )?$|"
        r"\b[Oo]ne of (?:them|the [a-z]+), $"
    )


@cache
def a_post() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+-)?(?:{either('posts_en')}s?|{either('groups_en')})", re.IGNORECASE)
