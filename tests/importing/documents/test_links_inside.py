"""Links of a source to places of itself, which lead to the same places of the draft."""

import pytest

from reader.importing.documents.articles import extracted_pair
from reader.importing.drafting import drafted
from reader.model.magazine import texts_in
from reader.source.loading import load_text
from reader.source.writer import dump
from tests.importing.documents.archives import chapters, word
from tests.importing.documents.reading import document, pairs, read
from tests.importing.documents.test_word import NAMESPACE

PAGE = """<html lang=zh><body><h1 id=top>索道</h1><p>见<a href="#s">第二节</a>、<a href="#t">表</a>、<a href="#none">无</a>、
<a href="#top">题</a>、<a href="#i">条</a>、<a href="#p">图</a>。</p><h2 id=s>信里有什么</h2><p>如今很少有人写信。<a name=c></a></p>
<ul><li>一</li><li id=i>二</li></ul><figure id=p><img src=a.png><figcaption>塔</figcaption></figure>
<table id=t><tr><th>日</th><th>信</th></tr><tr><td>一</td><td><a href="#c">三</a></td></tr></table></body></html>"""


def _links(extraction):
    """Returns the words and the target of each link in the articles of a draft, and checks that each leads to a place."""
    issue = drafted(extraction, "a").issue
    loaded = load_text(dump(issue))
    assert not [each for each in loaded.diagnostics if each.code == "R423"]
    return [
        (prose.text[span.start : span.end], span.target)
        for _, article in issue.articles()
        for text in texts_in(article)
        for _, prose in text.sides
        for span in prose.spans
        if span.kind == "link"
    ]


def test_a_page_keeps_links_to_its_blocks_figures_and_title():
    assert _links(read("a.html", PAGE)) == [
        *(("第二节", "#s"), ("表", "#t"), ("题", "suo-dao"), ("条", "#i"), ("图", "#figure-1")),
        ("三", "#c"),
    ]


def test_a_book_keeps_links_to_other_chapters():
    book = chapters(
        '<h1>Bridges</h1><p>See <a href="c1.xhtml">boats</a>, <a href="c1.xhtml#leak">leaks</a>, <a href="x.xhtml#y">no</a>.</p>',
        '<h1>Boats</h1><p>They float.</p><p id="leak">They leak; see <a href="c0.xhtml#">bridges</a>.</p>',
    )
    found = read("a.epub", book)
    assert _links(found) == [("boats", "boats"), ("leaks", "boats#leak"), ("bridges", "bridges")]


def test_a_name_of_a_chapter_is_followed_where_its_title_goes_before_the_line_above():
    book = chapters(
        '<p id="k">Focus</p><p id="l">1</p><h1 id="t">Bridges</h1><p id="b">See <a href="c1.xhtml">one</a>.</p>',
        "<h1>Boats</h1><p>"
        + " ".join(f'<a href="c0.xhtml{name}">{name or "all"}</a>' for name in ("", "#t", "#l", "#b"))
        + "</p>",
    )
    assert _links(read("a.epub", book))[1:] == [
        *(("all", "bridges"), ("#t", "bridges"), ("#l", "bridges#l"), ("#b", "bridges#b")),
    ]


def test_markdown_has_places_by_name_and_by_the_words_of_headings():
    text = "# 船\n\n见[渡口](#渡口)与[水](#water)。\n\n## 渡口\n\n在河边。\n\nRiver {#water .x}\n-----\n\n## 渡口\n\n见[后](#渡口-1)。\n"
    assert _links(read("a.md", text)) == [("渡口", "#place"), ("水", "#water"), ("后", "#place-2")]


def test_two_sources_have_their_links_apart():
    sides = [
        f'<h1>{title}</h1><p><a href="#a">{word}</a> {text}</p><h2 id="b">{two}</h2><p id="a">{text}</p>'
        for title, word, two, text in (
            ("索道", "见下", "信件", "老人每天到码头上等邮差，信很少。"),
            ("Cableway", "Below", "Letters", "Old people wait for the postman at the landing; letters are few."),
        )
    ]
    pair = extracted_pair(document("a.html", sides[0].encode()), document("b.html", sides[1].encode()))
    assert {target for _, target in _links(pair)} == {"#a"}
    assert len(_links(pair)) == 2


def test_word_keeps_links_to_bookmarks():
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f'<w:p><w:hyperlink w:anchor="_Ref1">{run.format("below")}</w:hyperlink>{run.format(" it is wide.")}</w:p>'
        f'<w:p><w:bookmarkStart w:name="_Ref1"/>{run.format("The river is wide.")}</w:p>'
    )
    data = word(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>')
    assert _links(read("a.docx", data)) == [("below", "#ref1")]


def test_word_keeps_fields_that_lead_to_bookmarks():
    run = "<w:r><w:t>{}</w:t></w:r>"
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> HYPERLINK </w:instrText>",
            '<w:instrText>\\l "_Ref1" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>below</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    body = (
        f"<w:p>{field}{run.format(' it is wide.')}</w:p>"
        f'<w:p><w:bookmarkStart w:name="_Ref1"/>{run.format("The river is wide.")}</w:p>'
    )
    data = word(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>')
    assert _links(read("a.docx", data)) == [("below", "#ref1")]


@pytest.mark.parametrize("href", ["#b", "a page.html#b", "a%20page.html#b", "./a%20page.html#b"])
def test_a_link_by_the_name_of_its_own_file_leads_inside(href):
    page = f'<h1>Cableway</h1><p>See <a href="{href}">below</a> it.</p><p id="b">The river is wide.</p>'
    assert _links(read("a page.html", page)) == [("below", "#b")]
    other = read("a page.html", page.replace(href, "b.html#b"))
    assert _links(other) == []


def test_figures_with_the_same_picture_go_together_whatever_their_words():
    sides = [("伞停了下来。", "门口的旧招牌"), ("Rain came.", "Seven cats and an enormous yellow bicycle in the sun")]
    texts = [f"{line}\n\n![{words}](pictures/a.png)\n\n{line}\n" for line, words in sides]
    found = extracted_pair(*(document(f"{at}.md", text.encode()) for at, text in enumerate(texts)))
    assert ("figure", sides[0][1], sides[1][1]) in pairs(found)
