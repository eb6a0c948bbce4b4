"""A Chinese report in, where its people are named out: after a post, in a list after one, or before a verb of taking part."""

import re
from collections.abc import Iterator, Mapping

from dashboard.extract.lexicon import either, pattern
from dashboard.extract.likely_names import BY_SIGNS, DOERS, NO_POST, SURE, SURER, UNLIKELY, chance, likely_end
from dashboard.extract.name_grammar_zh import COMPLETE, OFFICE, follow, name_at
from dashboard.extract.people_en import AGAIN, Hit
from dashboard.extract.text import HAN, Report
from dashboard.words import N_

BY_POST = N_("a post stands before the name")
BY_LIST = N_("in a list: the post before the first name is shared")
BEHIND = N_("a post stands behind the name")
BY_VERB = N_("a surname, and a verb of taking part behind")
BY_KNOWN = N_("the name stands in the list of people")
DID = re.compile(
    ".*(?:通过了?|听取了?|审议了?|陪同|会见了?|邀请|选举|补选|任命)(?=.)"
)  # what stands before a post and is none of it
BREAK = re.compile(r"[由，。；：！？、\s“”《》（）()|/]")
LEAD = re.compile(
    "^(?:[并还又](?:与|同|和)|(?:会议)?(?:传达|学习|贯彻|落实)+了?|由|和|及|与|在|以及|会上|其中|随后|日前|近日|上午|下午|当天|来自|会议由|活动由)+"
)
LED_BY = re.compile(rf"以([{HAN}]{{2,7}}?)(?:同志)?为(副?(?:团长|组长|队长))")  # 以孙岚为副团长的代表团
LISTED = re.compile(f"、(?=[{HAN}])")
MADE = re.compile("(?:同志)?为")
BYLINE = re.compile(
    rf"[（(]记者[^）)\n]{{2,20}}通讯员$|[（(]记者\s?(?:[{HAN}·]{{2,8}}[、，\s])*$|(?:记者|通讯员|摄影|摄像|撰文|编辑|责编|审核|校对|作者|供稿|[图文])(?:[：:/／]\s?|\s)(?:[{HAN}·]{{2,8}}[\s、，/／]+)*$"
)
STUDIO = re.compile("(?:政协|人大)?(?:委员|代表|劳模|名师)?(?:工作室|工作站|之家|联络站)")
OF_A_PLACE = re.compile("[^旗县镇]?(?:[旗县镇]|海关|口岸)")  # `哈乐镇`, `右玉县`
BARE_LEAD = re.compile("(?:学习|传达|贯彻|落实|践行|以|按照|根据|遵循)了?$")
Offers = Mapping[int, tuple[int, str]]  # where a name begins -> (where it ends, who proposed it, in words)
BODY_END = re.compile("(?:党组|党委|委员会|政协|人大常委会|人大|政府|行署|[市旗县区盟]委|统战部|工商联|公司|[部局厅办院会])")


def acting_at(text: str, at: int) -> tuple[list[tuple[int, int]], int]:
    """The names from here on before a verb of taking part, `李明深入` or all of `李明、王晓东深入`, and how far it was looked."""
    listed: list[tuple[int, int]] = []
    while text[at] not in "于和由与全":
        if end := name_at(text, at, pattern("acting_zh")):
            return [*listed, (at, end)], end
        end = name_at(text, at, LISTED)
        if not end:
            break
        listed.append((at, end))
        at = end + 1
    return [], at


def after_posts(text: str) -> list[re.Match[str]]:
    """The posts of the list, and the last sign of those that it has not, `护林员`, in order."""
    posts = [*pattern("posts_zh").finditer(text)]
    known = {m.end() for m in posts}
    return sorted([*posts, *(m for m in DOERS.finditer(text) if m.end() not in known)], key=lambda m: m.end())


def read(text: str, at: int, offered: Offers, basis: str, least: float) -> tuple[int, str] | None:
    """(where the name that begins at `at` ends, its basis). Our reading wins over a shorter one: a model cuts Mongolian names."""
    end = name_at(text, at)
    other, by = offered.get(at, (0, ""))
    if end and (end >= other or follow().match(text, end)):  # `魏二利作`: a name and a verb
        return end, basis or by
    likely = by_signs(text, at, basis, least)
    return (other, also(basis, by)) if other and not likely else likely


def name_behind(text: str, post: re.Match[str], start: int, offered: Offers) -> tuple[int, str] | None:
    """Behind a post of the list by rules too, behind the last sign of another by the signs of the name alone."""
    rests = "" if post[0] in NO_POST else BY_POST
    if post.re is pattern("posts_zh") or start in offered:
        return read(text, start, offered, rests, SURE)
    return by_signs(text, start, rests, SURE if len(post[0]) > 1 else SURER)


def by_signs(text: str, at: int, basis: str, least: float) -> tuple[int, str] | None:
    end = likely_end(text, at, least)
    return (end, also(basis, BY_SIGNS)) if end and not BYLINE.search(text, max(0, at - 40), at) else None


def also(basis: str, by: str) -> str:
    """What a name rests on; nothing but the second where no post stands before it."""
    return f"{basis}; {by}" if basis else by


def judged(text: str, offered: Offers) -> Offers:
    """Without what is no name of someone told of: a title in it (`傅主席`), a byline, a credit."""
    return {
        at: (end, by)
        for at, (end, by) in offered.items()
        if (chance(text, at, text[at:end]) > UNLIKELY or pattern("posts_zh").match(text, end))
        and text[at] not in "委长"  # of `副主委田俊`, `林场场长云飞`
        and not OF_A_PLACE.search(text[at : end + 2], end - at - 1)
        and not pattern("posts_zh").search(text, at, end)
        and not OFFICE.search(text, at, end)
        and not BYLINE.search(text, max(0, at - 40), at)
    }


def bare(text: str, offered: Offers) -> Iterator[Hit]:
    """Names proposed without a post before: with one behind (`李明书记`), or as those stand who do something or are listed."""
    for at, (end, by) in offered.items():
        if BARE_LEAD.search(text, max(0, at - 8), at):
            continue
        if STUDIO.match(text, end):
            continue
        if post := pattern("posts_zh").match(text, end):
            yield Hit(at, end, post[0], None, at, post.end(), f"{BEHIND}; {by}", "proposed")
        elif COMPLETE.match(text, end) or follow().match(text, end):
            yield Hit(at, end, None, None, at, end, by, "proposed")


def role_before(text: str, end: int) -> int:
    """Where the words of the posts that end at `end` begin: `自治区政协党组书记、主席` is one role of two posts."""
    post_before = re.compile(f"{either('posts_zh')}$")
    start = end
    while True:
        while start and not BREAK.match(text[start - 1]) and not text[start - 1].isdigit() and end - start < 60:
            start -= 1
        if start > 1 and text[start - 1] == "、" and post_before.search(text, max(0, start - 12), start - 1):
            start -= 1
            continue
        break
    lead = LEAD.match(text[start:end])
    return start + lead.end() if lead else start


def find(report: Report, known: frozenset[str], offered: Offers) -> Iterator[Hit]:
    """Each naming; of a name that stands with a post, wherever it stands: a model may cut it elsewhere."""
    hits = [*named(report, known, offered)]
    yield from hits
    sure = {report.text[hit.start : hit.end] for hit in hits if hit.rule in ("post", "list") and hit.end - hit.start > 2}
    for name in sure:
        for m in re.finditer(re.escape(name), report.text) if report.text.count(name) > 1 else ():
            yield Hit(*m.span(), None, None, *m.span(), AGAIN, "again")


def named(report: Report, known: frozenset[str], offered: Offers) -> Iterator[Hit]:
    text, done, posts = report.text, 0, pattern("posts_zh")
    offered = judged(text, offered)
    within_one = {i for at, (end, _by) in offered.items() for i in range(at + 1, end)}
    for post in after_posts(text):
        start = post.end() + text.startswith(" ", post.end())  # some papers set names off: `主席 李明 出席`
        if post.end() < done or start in within_one or not (name := name_behind(text, post, start, offered)):
            continue
        end, basis = name
        begin = max(role_before(text, post.end()), done)
        for lead in (DID, LEAD):
            begin += len(found[0]) if (found := lead.match(text[begin : post.end()])) else 0
        body, role = role_of(text[begin : post.end()], post[0])
        yield Hit(start, end, role, body, begin if role or body else start, end, basis, "post")
        done = end
        while text.startswith("、", done) and (name := read(text, done + 1, offered, BY_LIST, SURER)):
            end, basis = name
            if posts.search(text, done, end):
                break
            yield Hit(done + 1, end, role, body, done + 1, end, basis, "list")
            done = end
    for m in LED_BY.finditer(text):
        if name_at(text, m.start(1), MADE) == m.end(1):
            yield Hit(m.start(1), m.end(1), m[2], None, m.start(1), m.end(2), BY_POST, "post behind")
    starts = re.compile(f"(?:^|(?<=[，。；：、\\s]))(?=[{HAN}])", re.MULTILINE)
    reached = 0
    for at in starts.finditer(text):
        if at.start() < reached:
            continue
        acting, reached = acting_at(text, at.start())
        for start, end in acting:
            yield Hit(start, end, None, None, start, end, BY_VERB, "verb")
    yield from bare(text, offered)
    for name in known:
        if len(name) > 2 and "\u3400" <= name[0] <= "\u9fff":
            for m in re.finditer(re.escape(name), text):
                yield Hit(m.start(), m.end(), None, None, m.start(), m.end(), BY_KNOWN, "known")


def role_of(words: str, last: str) -> tuple[str | None, str | None]:
    """(body, post) by the words before a name, which `last` ends: none in `治沙站的郭根柱`, no post in `远岫基金 谢婉宁`."""
    if last in NO_POST:
        return None, None
    if len(last) > 1 and DOERS.fullmatch(f"{last} ", 0, len(last)):
        return words, None
    body, post = parted(words)
    return body, post or words or None


def parted(role: str) -> tuple[str | None, str]:
    """`赤峰市政协副主席` -> (`赤峰市政协`, `副主席`); a role without a body keeps its words."""
    last = None
    for m in BODY_END.finditer(role):
        if role[m.end() :] and not role[m.end() :].startswith(("长", "员", "书记处")):
            last = m
            break
    return (role[: last.end()], role[last.end() :]) if last else (None, role)
