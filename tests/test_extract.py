"""Any text gives a valid draft or one sentence that says why not; the command prints it."""

import datetime as dt
import time
from contextlib import suppress

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dashboard import cli
from dashboard.data import areas, store
from dashboard.data.errors import DaybookError
from dashboard.data.records import Article
from dashboard.extract import text
from dashboard.extract.draft import Draft, draft

TODAY = dt.date(2026, 11, 23)
AREAS = areas.shipped()
EN = "A meeting was held in Chifeng on August 12. Zhang Hao, mayor of Chifeng, attended the meeting."
ZH = "8月12日，赤峰市召开座谈会，副市长张浩主持会议，市林草局、财政局等部门负责人参加会议。"
LISTED = "officials attended a meeting, as well as staff, "
PIECES = [
    *'。，、；. ,\n"“”（）-月日年123',
    "8月12日",
    "August 9th to 12th",
    "Chifeng",
    "赤峰市",
    "新城区",
    "召开座谈会",
    "was held",
    "meeting",
]
PIECES += [
    "visited ",
    "调研",
    "主席",
    "张延昆",
    "Zhang Yankun",
    "more than 12 officials ",
    "attended",
    "负责人参加",
    "  ",
    "\u00a0",
    "e\u0301",
    "İ",
]


def made(words: str, published: str | None = "2023-08-13", people: dict | None = None) -> Draft:
    day = dt.date.fromisoformat(published) if published else None
    return draft(words, published=day, areas=AREAS, people=people or {}, today=TODAY)


def check(words: str) -> None:
    """A draft is valid, and each of its quotes stands where its span is; what cannot be read is a sentence."""
    try:
        article = made(words).article
    except DaybookError as error:
        str(error)
        return
    assert Article.model_validate_json(article.model_dump_json(), strict=True) == article
    assert article.review.status == "draft"
    for saying in article.sayings():
        at = saying.evidence.find(article.full_text)
        assert article.full_text[at : at + len(saying.evidence.quote)] == saying.evidence.quote


@given(st.text(max_size=300))
def test_any_text_gives_a_valid_draft_or_a_sentence(words):
    check(words)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_mixture_of_the_words_of_reports_gives_a_valid_draft_or_a_sentence(words):
    check(words)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_sentence(content):
    with suppress(DaybookError):
        assert isinstance(text.decode(content), str)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_report_is_read_in_each_encoding(encoding):
    assert text.decode(ZH.encode(encoding)) == ZH


def test_canonical_text_has_one_kind_of_line_end_and_of_space_and_composed_letters():
    report = text.report_of("A\u00a0day.\r\n\r\nCafe\u0301 opened.\r\n")
    assert report.text == "A day.\n\nCafé opened."


def test_a_hard_wrapped_english_paragraph_is_one_and_a_chinese_line_is_one():
    assert text.report_of("It was\nheld.\n\nThen rain\nfell.").paragraphs == ("It was held.", "Then rain fell.")
    assert text.report_of("一次会议\n在赤峰召开。").paragraphs == ("一次会议", "在赤峰召开。")


def test_a_sentence_does_not_end_within_a_name():
    report = text.report_of("Mr. Y.S. Reddy came. He left.")
    assert [report.text[s.start : s.end] for s in report.sentences] == ["Mr. Y.S. Reddy came.", "He left."]


@pytest.mark.parametrize(("words", "language"), [(EN, "en"), (ZH, "zh"), (f"{ZH} CPPCC", "zh")])
def test_the_language_is_that_of_most_words(words, language):
    assert text.report_of(words).language == language


@pytest.mark.parametrize("sentence", [f"{EN} ", ZH, "a", "2023", "张", "、"])
def test_a_megabyte_is_a_draft_or_a_sentence_in_less_than_20_seconds(sentence):
    content = (sentence.encode() * 1_000_000)[: 10**6]
    begin = time.monotonic()
    with pytest.raises(DaybookError):
        made(text.decode(content[: len(content) - len(content) % len(sentence.encode())]))
    assert time.monotonic() - begin < 20


@pytest.mark.parametrize(
    "sentence", ["On August 12 Zhang Hao, mayor, and officials attended a meeting in Chifeng. ", ZH, "张主席、", "A ", LISTED]
)
def test_the_longest_text_taken_is_bounded_too(sentence):
    words = (sentence * text.MOST_CHARACTERS)[: text.MOST_CHARACTERS]
    begin = time.monotonic()
    check(words)
    assert time.monotonic() - begin < 20


def test_a_text_that_names_thousands_is_a_sentence():
    names = (f"{chr(0x4E00 + a)}{chr(0x4E00 + b)}" for a in range(60) for b in range(60))
    words = f"8月12日，赤峰市召开座谈会。{''.join(f'副市长张{name}出席会议。' for name in names)}"
    with pytest.raises(DaybookError, match="one report at a time"):
        made(words)


def test_every_value_of_a_draft_has_a_proposal_with_its_basis():
    for words in (EN, ZH):
        done = made(words)
        assert {saying.mark for saying in done.article.sayings()} == {p.mark for p in done.proposals}
        assert all(p.basis for p in done.proposals)


# The command


def daybook(*words: object):
    return CliRunner().invoke(cli.main, ["extract", *map(str, words)])


def test_the_command_prints_a_draft_that_the_store_can_read(tmp_path):
    (tmp_path / "report.txt").write_text(EN, "utf-8")
    result = daybook(tmp_path / "report.txt", "--published", "2023-08-13")
    assert result.exit_code == 0
    article = Article.model_validate_json(result.output, strict=True)
    (tmp_path / f"{article.id}.json").write_text(result.output, "utf-8")
    assert store.read_article(tmp_path / f"{article.id}.json", AREAS) == article
    assert [(e.kind, e.start, e.stops[0].adcode) for e in article.events] == [("meeting", dt.date(2023, 8, 12), "150400")]


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"x"), ("a.txt", b"\xff\x00"), ("a.txt", b" "), ("a.txt", b"x" * 1_000_001)]
)
def test_what_cannot_be_read_is_one_sentence(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    result = daybook(tmp_path / name)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_a_missing_file_is_one_sentence(tmp_path):
    result = daybook(tmp_path / "none.txt")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_a_line_ends_a_paragraph_where_lines_are_not_cut_for_a_page():
    long = "On 12 August 2023 a meeting was held in Chifeng. " * 5
    assert text.report_of(f"Meeting held\n{long}\n\nThe end.").paragraphs == ("Meeting held", long.strip(), "The end.")


def test_a_chinese_text_cut_for_a_page_gets_its_paragraphs_back():
    cut = """科右中旗人民政府大事记
(4 月 2 日-4 月 29 日)
●4月2日,旗委副书记、旗长王海英主持召开中央生态环
境保护督察期间协调保障工作领导小组第二次会议暨安全生产
工作会议。
●4月15日,旗政协党组书记、主席佟红岩,旗委常委、副旗长王
一兵出席会议。"""
    head, days, first, second = text.report_of(cut).paragraphs
    assert (head, days) == ("科右中旗人民政府大事记", "(4 月 2 日-4 月 29 日)")
    assert first.endswith("主持召开中央生态环境保护督察期间协调保障工作领导小组第二次会议暨安全生产工作会议。")
    assert second.endswith("副旗长王一兵出席会议。")


def test_a_list_of_short_chinese_lines_is_left_as_it_is():
    for lines in (("赤峰市", "通辽市", "兴安盟", "会议在赤峰市召开。"), ("张三丰", "李四海", "王五一", "赵六合")):
        assert text.report_of("\n".join(lines)).paragraphs == lines
