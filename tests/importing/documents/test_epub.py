"""Books whose headings only the table of contents names."""

from reader.importing.documents.articles import extracted, extracted_pair
from tests.importing.documents.archives import chapters
from tests.importing.documents.reading import document, pairs

FIRST = '<p class="c1"><span class="bold">第一章</span></p><p class="c2">石桥</p><p class="c3">石桥横在河上。</p>'
SECOND = '<div><p class="c1">第二章 木船</p><p id="s"><b>漏水</b></p><p>木船漏水。</p></div>'


def _point(label, place, inner=""):
    return f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{place}"/>{inner}</navPoint>'


NCX = _point("第一章 石桥", "c0.xhtml") + _point("第二章 木船", "c1.xhtml", _point("漏水", "c1.xhtml#s"))
NAV = """<nav epub:type="toc"><ol><li><a href="c0.xhtml">第一章 石桥</a></li><li><a href="c1.xhtml">第二章 木船</a>
<ol><li><a href="c1.xhtml#s">漏水</a></li></ol></li></ol></nav><nav epub:type="landmarks"><a href="c0.xhtml">石桥横在河上。</a></nav>"""
FOUND = [
    *(("heading", 1, "第一章 石桥"), ("paragraph", 0, "石桥横在河上。")),
    *(("heading", 1, "第二章 木船"), ("heading", 2, "漏水"), ("paragraph", 0, "木船漏水。")),
]


def _units(book):
    return [(unit.kind, unit.level, unit.text.text) for unit in document("a.epub", book).units]


def test_paragraphs_that_repeat_the_contents_are_headings():
    assert _units(chapters(FIRST, SECOND, contents=NCX)) == FOUND
    assert _units(chapters(FIRST, SECOND, page=NAV)) == FOUND


def test_a_page_with_headings_keeps_its_own():
    book = chapters("<h1>石桥</h1><p>第一章</p><p>石桥</p><p>石桥横在河上。</p>", contents=NCX)
    assert [kind for kind, _, _ in _units(book)] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_its_chapters_go_with_those_of_a_book_with_headings():
    other = chapters(
        "<h1>One<br/>The Stone Bridge</h1><p>It crosses the river.</p>", "<h1>Two</h1><h2>Leaks</h2><p>It leaks.</p>"
    )
    found = extracted_pair(document("a.epub", chapters(FIRST, SECOND, contents=NCX)), document("b.epub", other))
    assert [article.article.title.sides[1][1].text for article in found.prepared] == ["One The Stone Bridge", "Two"]
    assert pairs(found)[1] == ("heading", "漏水", "Leaks")


def test_a_page_with_nothing_but_the_title_is_no_chapter():
    title = '<h1 class="title">书</h1>'
    book = chapters(title, "<h1>石桥</h1><p>石桥横在河上。</p>", "<h1>书</h1><p>书在桥上。</p>", title="书")
    assert [text for _, _, text in _units(book)] == ["石桥", "石桥横在河上。", "书", "书在桥上。"]


def test_code_of_a_book_in_two_languages_is_kept():
    body = "".join(f"<p>{text}</p><pre>x = 1</pre>" for text in ("他写了一个程序。", "He wrote a program."))
    found = extracted(document("a.epub", chapters(f"<h1>石桥</h1><h1>The Bridge</h1>{body}")))
    assert pairs(found) == [("paragraph", "他写了一个程序。", "He wrote a program."), ("code", "x = 1", "x = 1")]


def test_a_short_line_above_the_title_of_a_chapter_comes_after_it():
    kicker = '<header><p lang="zh-Hans">石与水</p><p lang="en">Stone and water</p>'
    first = f"{kicker}<h1>石桥<br/>The Bridge</h1></header><p>石桥横在河上。</p><p>It crosses the river.</p>"
    second = "<p>第二章</p><h1>木船<br/>The Boat</h1><p>木船漏水。</p><p>It leaks.</p>"
    found = extracted(document("a.epub", chapters(first, second)))
    assert [[side.text for _, side in made.article.title.sides] for made in found.prepared] == [
        ["石桥", "The Bridge"],
        ["木船", "The Boat"],
    ]
    assert pairs(found)[0] == ("paragraph", "石与水", "Stone and water")


def test_a_whole_paragraph_above_a_heading_begins_no_chapter():
    book = chapters("<h1>石桥</h1><p>石桥横在河上。</p>", "<p>木船漏水。</p><h1>河</h1>", "<p>船</p><h2>漏水</h2>")
    assert [unit.text.text for unit in document("a.epub", book).units if unit.is_head] == ["石桥"]


def test_a_page_with_nothing_but_a_cover_is_no_chapter():
    cover = '<p><img src="c.png" alt="Cover"/></p>'
    assert _units(chapters(cover, FIRST, page=NAV.replace("c0", "c1")))[0][2] == "第一章 石桥"
    assert _units(chapters(cover.replace("Cover", "石桥"), FIRST))[0][0] == "figure"
