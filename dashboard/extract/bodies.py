"""Text in, the bodies it names out (`赤峰市政协`, `the Xilingol League Committee of the CPPCC`), and who organizes.

A place in the name of a body is no stop: it only says whose body it is.
"""

import re

from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention, longest
from dashboard.extract.text import HAN
from dashboard.words import N_

NAMED = N_("a capitalised name with a word for a body in it")
NAMED_ZH = N_("a name that ends in a word for a body")
ORGANIZES = N_("printed as the one that organizes")
ORGANIZING = N_("the subject of the sentence that says that it was held")
WORD = r"[A-Z][\w’'&-]*"
PHRASE = rf"{WORD}(?: (?:(?:of|for|on|and|under)(?: the)? )?{WORD})*"
BODY_EN = re.compile(PHRASE)
HEAD = re.compile(rf"\b{either('bodies_en')}\b")
STARTER = "召开到在赴来深入率带领调研考察视察的了等就将并从向对举行办出席参加主持和与由、"  # no body begins with or holds these
END_ZH = (
    r"(?:政协(?:党组|机关|办公室|[\u4e00-\u9fff]{0,6}委员会)?|人大(?:常委会|机关)?|人民政府|政府|[市旗县区盟]委(?:统战部|宣传部|组织部|办公室|"
    r"党校|政研室|(?![员托任]))|党委|党组|委员会|行署|统战部|工商联|总工会|工会|妇联|法院|检察院|公司|(?:党政|经贸|商务|友好)?(?:考察|代表|访问|学习|参访|观摩)团|(?:专题|联合)?(?:调研|视察|检查|督导|考察|工作|督查|执法检查|评估)组|大学|学院|协会|商会|联合会|基金会|"
    rf"(?:(?![{STARTER}])[{HAN}]){{1,8}}?(?:局|厅|办)(?![长面部理法公事好学]))"
)
BODY_ZH = re.compile(rf"(?:(?![{STARTER}])[{HAN}]){{0,14}}?{END_ZH}")
BY_EN = re.compile(rf"\b(?:organi[sz]ed|hosted|convened|sponsored|held|co-hosted) (?:jointly )?by (?:the )?(?P<body>{PHRASE})")
SUBJECT_EN = re.compile(rf"\b(?P<body>{PHRASE}) (?:held|convened|hosted|organi[sz]ed) (?:a|an|its|the)\b")
BY_ZH = re.compile(rf"由(?P<body>[{HAN}]{{2,30}}?)(?:主办|组织|承办|举办|召开|牵头)")
SUBJECT_ZH = re.compile(rf"(?P<body>[{HAN}]{{2,30}}?)(?:在[{HAN}]{{2,12}}?)?(?:组织)?(?:召开|举办|举行|组织|开展|主办)")


def find(text: str, language: str) -> list[Mention[str]]:
    """Each naming of a body; the value is its name as printed."""
    if language == "zh":
        hits = [(m.start(), m.end(), NAMED_ZH) for m in BODY_ZH.finditer(text)]
    else:
        hits = [(m.start(), m.end(), NAMED) for m in BODY_EN.finditer(text) if " " in m[0] and HEAD.search(m[0])]
    return longest(Mention(start, end, "body", text[start:end], basis, "name") for start, end, basis in hits)


def organizer(text: str, start: int, end: int, language: str) -> Mention[str] | None:
    """Who a sentence says organizes, if it does."""
    by, subject = (BY_ZH, SUBJECT_ZH) if language == "zh" else (BY_EN, SUBJECT_EN)
    ends = re.compile(rf"{END_ZH}$(?<![组团])") if language == "zh" else HEAD
    for pattern, basis in ((by, ORGANIZES), (subject, ORGANIZING)):
        for m in pattern.finditer(text, start, end):
            if ends.search(m["body"]) or (language == "en" and pattern is by):
                return Mention(m.start("body"), m.end("body"), "body", m["body"], basis, "organizer")
    return None
