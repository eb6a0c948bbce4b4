"""A page, a Word file and a PDF give their text, or one sentence that says why not. Nothing else, whatever is in them."""

import builtins
import datetime as dt
import io
import time
import zipfile
from functools import cache

import pytest
from docx import Document
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from dashboard.data.errors import DaybookError
from dashboard.extract import from_docx, reading
from dashboard.extract.from_pdf import paragraphs
from dashboard.extract.reading import Read, read

EN = "A meeting was held in Chifeng on August 12. Zhang Hao, mayor of Chifeng, attended the meeting."
NEXT = "Later the participants visited Tongliao, where they looked at forest farms and at work against sand."
ZH = "8月12日，赤峰市召开座谈会，副市长张浩主持会议，市林草局、财政局等部门负责人参加会议。"
NEXT_ZH = "会议强调，要加强防沙治沙工作，推动高质量发展，各旗县区要落实责任，明确任务，细化措施。"
NAV = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"


def html(body: str, head: str = "", nav: str = NAV) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{nav}<article>{body}</article><footer>Copyright</footer></body></html>"


PAGE = html(
    f"<h1>A meeting in Chifeng</h1><p>{EN}</p><p>{NEXT}</p>",
    '<title>A meeting in Chifeng | News</title><meta property="og:site_name" content="Example Daily">'
    '<link rel="canonical" href="https://example.org/news/1.html"><meta name="pubdate" content="2023-08-13">',
)


def docx(*words: str, table: list[list[str]] | None = None) -> bytes:
    made = Document()
    for paragraph in words:
        made.add_paragraph(paragraph)
    if table:
        rows = made.add_table(len(table), len(table[0])).rows
        for row, texts in zip(rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return saved(made)


def saved(made) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A Word file with one part put in the place of its own, or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
        if name not in old.namelist():
            new.writestr(name, part)
    return file.getvalue()


def pdf(*pages: list[str]) -> bytes:
    """A PDF with these lines on its pages, written by hand: its letters are their own numbers, so it can hold Chinese."""
    cmap = b"begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    cmap += b"1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\nendcmap"
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/DW 500/CIDSystemInfo<</Registry(A)/Ordering(Identity)/Supplement 0>>>>",
        stream(cmap),
    ]
    for i, lines in enumerate(pages):
        shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T* " for line in lines)
        kept = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        objects += [kept.encode(), stream(f"BT /F 10 Tf 14 TL 50 800 Td {shown}ET".encode())]
    made, offsets = b"%PDF-1.4\n", []
    for i, content in enumerate(objects, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    size, table = len(objects) + 1, b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def locked(content: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def text(name: str, content: bytes) -> str:
    return read(name, content).text


# Pages


def test_a_page_gives_its_paragraphs_and_what_it_says_of_itself():
    assert read("a.html", PAGE.encode()) == Read(
        text=f"A meeting in Chifeng\n\n{EN}\n\n{NEXT}",
        published=dt.date(2023, 8, 13),
        headline="A meeting in Chifeng",
        url="https://example.org/news/1.html",
        publisher="Example Daily",
    )


@pytest.mark.parametrize("said", ["utf-8", "gb2312", "gbk", "gb18030", "big5"])
@pytest.mark.parametrize("form", ["<meta charset={}>", '<meta http-equiv="Content-Type" content="text/html; charset={}">'])
def test_a_page_is_decoded_as_it_says(said, form):
    words = ZH if said != "big5" else "會議強調，要加強防沙治沙工作，推動高質量發展。" * 3
    assert words in text("a.htm", html(f"<p>{words}</p>", form.format(said)).encode(said))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_that_says_no_encoding_or_a_wrong_one_is_decoded(encoding):
    for said in ("", "<meta charset=rot13>", "<meta charset=ascii>"):
        assert ZH in text("a.html", html(f"<p>{ZH}</p>", said).encode(encoding))


def test_one_broken_letter_does_not_make_a_page_unreadable():
    content = html(f"<p>{ZH}</p>" * 20, "<meta charset=gb2312>").encode("gb18030")
    assert ZH in text("a.html", content.replace(b"</footer>", b"\x81</footer>"))


def test_scripts_styles_and_what_surrounds_an_article_are_no_text():
    found = text("a.html", html(f"<p>{EN}</p><script>alert(1)</script><style>p {{}}</style><p>{NEXT}</p>").encode())
    assert found == f"{EN}\n\n{NEXT}"


def test_items_rows_and_line_breaks_of_a_page_are_paragraphs():
    body = (
        f"<p>{EN}<br>{NEXT}</p><ul><li>{EN} One.</li><li>{NEXT} Two.</li></ul><table><tr><td>Time</td><td>Place</td></tr></table>"
    )
    assert text("a.html", html(body).encode()).split("\n\n") == [EN, NEXT, f"{EN} One.", f"{NEXT} Two.", "Time Place"]


@pytest.mark.parametrize("lines", ["<p>{}</p>{}<br>{}<br/>{}", "<div><p>{}</p>{}<br>{}<br>{}</div>", "{}<br>{}<br><br>{}<br>{}"])
def test_a_line_that_stands_in_no_paragraph_is_kept(lines):
    said = ["A meeting was held.", "Li Ming attended.", "They went to Tongliao.", "The end came late."]
    assert text("a.html", lines.format(*said).encode()).split("\n\n") == said


def test_a_table_that_is_layout_is_read_as_the_paragraphs_in_it():
    body = f"<table><tr><td><p>{ZH}</p><p>{NEXT_ZH}</p></td><td>旁</td></tr></table>"
    assert text("a.html", html(body).encode()).split("\n\n")[:2] == [ZH, NEXT_ZH]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "/news/1.html", "ftp://example.org/a", "https://a b/", ""])
def test_an_address_that_is_none_is_left_out(link):
    found = read("a.html", html(f"<p>{EN}</p>", f'<link rel="canonical" href="{link}">').encode())
    assert found.url is None or found.url.startswith("https://")


def test_a_page_without_an_article_is_one_sentence():
    with pytest.raises(DaybookError, match="No article was found"):
        read("a.html", html("", nav="").encode())


# Word files


def test_a_word_file_gives_paragraphs_and_tables_in_order():
    made = Document()
    made.add_heading("A meeting in Chifeng")
    made.add_paragraph(EN)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Time", "12 August"
    made.add_paragraph(NEXT)
    assert text("a.docx", saved(made)).split("\n\n") == ["A meeting in Chifeng", EN, "Time 12 August", NEXT]


def test_a_table_with_paragraphs_in_its_cells_keeps_them_apart():
    assert text("a.docx", docx(table=[[f"{EN}\n{NEXT}", "x"]])).split("\n\n") == [f"{EN}\n{NEXT} x"]  # one paragraph, two lines
    made = Document()
    cell = made.add_table(1, 2).cell(0, 0)
    cell.text = EN
    cell.add_paragraph(NEXT)
    assert text("a.docx", saved(made)).split("\n\n") == [EN, NEXT]


def test_inserted_words_are_read_and_deleted_ones_are_not():
    made = Document()
    paragraph = made.add_paragraph("They met ")._p
    for tag, words in (("w:ins", "in Chifeng"), ("w:del", "in Tongliao")):
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:t")
        said.text = words
        run.append(said)
        change.append(run)
        paragraph.append(change)
    assert text("a.docx", saved(made)) == "They met in Chifeng"


def test_a_word_file_without_words_is_one_sentence():
    with pytest.raises(DaybookError, match="no words"):
        read("a.docx", docx())


def test_a_word_file_that_unpacks_to_much_is_one_sentence_before_it_is_unpacked():
    bomb = with_part(docx(EN), "word/media/a.png", bytes(from_docx.MOST_UNPACKED))
    assert len(bomb) < 200_000
    begin = time.monotonic()
    with pytest.raises(DaybookError, match="unpacks to more than"):
        read("a.docx", bomb)
    assert time.monotonic() - begin < 1


def test_a_part_that_says_it_is_smaller_than_it_is_unpacks_no_further():
    packed = with_part(docx(EN), "word/document.xml", b"<a>" + b"x" * 5_000_000 + b"</a>")
    said = (5_000_007).to_bytes(4, "little")
    with pytest.raises(DaybookError):
        read("a.docx", packed.replace(said, (100).to_bytes(4, "little")))


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "lol">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 100}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        '<!ENTITY i SYSTEM "file:///etc/passwd">',
        '<!ENTITY i SYSTEM "http://127.0.0.1:9/x">',
    ],
)
def test_entities_of_a_word_file_are_neither_resolved_nor_fetched(entities):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<!DOCTYPE d [{entities}]><w:document {space}><w:body><w:p><w:r><w:t>Seen &i;</w:t></w:r></w:p></w:body></w:document>"
    begin = time.monotonic()
    try:
        assert text("a.docx", with_part(docx(EN), "word/document.xml", body.encode())) == "Seen"
    except DaybookError as refused:  # where the parser takes none at all
        assert "can be read" in str(refused)  # noqa: PT017
    assert time.monotonic() - begin < 5


# PDFs


def test_the_lines_of_a_pdf_are_joined_to_paragraphs():
    lines = [
        "A meeting in Chifeng",
        "A meeting was held in Chifeng on August 12. Zhang Hao, mayor of Chi-",
        "feng, attended the meeting.",
    ]
    lines += ["Later the participants visited Tongliao, where they looked at forest", "farms and at work against sand."]
    assert text("a.pdf", pdf(lines)).split("\n\n") == ["A meeting in Chifeng", EN.replace("Chi-feng", "Chifeng"), NEXT]


def test_the_lines_of_a_chinese_pdf_are_joined_without_spaces_across_its_pages():
    lines = [ZH[:20], ZH[20:40], ZH[40:], f"　　{NEXT_ZH[:18]}", "- 1 -"]
    assert text("a.pdf", pdf(lines, [NEXT_ZH[18:38], NEXT_ZH[38:], "第 2 页 共 2 页"])).split("\n\n") == [ZH, NEXT_ZH]


def test_spaces_that_a_pdf_has_between_chinese_signs_are_no_part_of_the_text():
    assert paragraphs(["8 月 12 日，赤峰市召开座谈会"]) == ["8月12日，赤峰市召开座谈会"]


def test_a_pdf_of_pictures_is_one_sentence():
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(DaybookError, match="pictures of pages and no text"):
        read("a.pdf", file.getvalue())


def test_a_pdf_that_is_locked_is_one_sentence_and_one_that_only_may_not_be_changed_is_read():
    with pytest.raises(DaybookError, match="locked with a password"):
        read("a.pdf", locked(pdf([EN]), "secret"))
    assert text("a.pdf", locked(pdf([EN]), "")) == EN


def test_a_pdf_that_goes_on_for_ever_is_read_no_further_than_the_longest_text():
    pages = pdf(*[[f"{i} " + "word " * 200] * 10 for i in range(40)])
    assert reading.read("a.pdf", pages).text.count("word") < 35 * 2000


# Any file


@pytest.mark.parametrize("name", ["a.txt", "A.MD", "folder/a.txt"])
def test_plain_text_is_read_as_it_stands(name):
    assert read(name, f"{ZH}\n".encode("gb18030")) == Read(f"{ZH}\n")


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a", "", ".html", "a.html.exe"])
def test_another_kind_of_file_is_one_sentence_that_names_those_that_work(name):
    with pytest.raises(DaybookError, match=r"\.txt, \.md, \.html, \.htm, \.docx, \.pdf would work"):
        read(name, EN.encode())


@pytest.mark.parametrize("suffix", reading.FORMATS)
def test_a_file_of_too_many_bytes_is_one_sentence(suffix):
    with pytest.raises(DaybookError, match="has more than 8000000 bytes"):
        read(f"a{suffix}", b" " * (reading.MOST_BYTES + 1))


@pytest.mark.parametrize(("suffix", "package"), [(".html", "trafilatura"), (".docx", "docx"), (".pdf", "pypdf")])
def test_a_package_that_is_missing_is_one_sentence_that_says_how_to_get_it(suffix, package, monkeypatch):
    importing = builtins.__import__

    def without(name, *rest):
        if name.split(".")[0] == package or name.startswith("dashboard.extract.from_"):
            raise ImportError(name)
        return importing(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DaybookError, match=r"pip install 'daybook\[files\]'"):
        read(f"a{suffix}", b"x")


@cache
def valid(suffix: str) -> bytes:
    return {".html": PAGE.encode(), ".htm": PAGE.encode(), ".docx": docx(EN, table=[["a", "b"]]), ".pdf": pdf([EN, NEXT])}[suffix]


def check(name: str, content: bytes) -> None:
    begin = time.monotonic()
    try:
        assert isinstance(read(name, content).text, str)
    except DaybookError as refused:
        str(refused)
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize("suffix", [".txt", ".md", *reading.FORMATS])
@given(content=st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_sentence(suffix, content):
    check(f"a{suffix}", content)


@pytest.mark.parametrize("suffix", reading.FORMATS)
@given(data=st.data())
def test_a_good_file_with_anything_changed_in_it_gives_a_text_or_a_sentence(suffix, data):
    content = valid(suffix)
    for _change in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content = content[:at] + data.draw(st.binary(max_size=20)) + content[at + data.draw(st.integers(0, 50)) :]
    check(f"a{suffix}", content)


@given(data=st.data())
def test_a_word_file_with_anything_changed_within_its_parts_gives_a_text_or_a_sentence(data):
    with zipfile.ZipFile(io.BytesIO(valid(".docx"))) as packed:
        name = data.draw(st.sampled_from(packed.namelist()))
        part = packed.read(name)
    at = data.draw(st.integers(0, len(part)))
    part = part[:at] + data.draw(st.binary(max_size=20)) + part[at + data.draw(st.integers(0, 50)) :]
    check("a.docx", with_part(valid(".docx"), name, part))


@pytest.mark.parametrize("tag", ["div", "table", "b", "ul", "p", "blockquote"])
def test_a_page_of_many_tags_within_each_other_gives_a_text_or_a_sentence(tag):
    check("a.html", html(f"<{tag}>" * 2_000 + EN).encode())
