"""Lines below titles, captions below pictures and bold headings of pages of HTML and Markdown."""

import pytest

from tests.importing.documents.reading import document

LINE = "这条街上有十一家修伞的铺子，如今只剩下她一家，门口挂着一把没有布的伞。"
MORE = "她把断了的伞骨放进一只铁盒里，二十年来一根也没有扔过。"


def _units(name, text):
    return [(unit.kind, unit.text.text) for unit in document(name, text.encode()).units]


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ('<p class="author">宋梅</p><p class="date">2023-09-02</p>', ("宋梅",)),
        ('<div class="byline">By Song Mei</div><time>2 September</time>', ("Song Mei",)),
        ('<p class="byline">作者：宋梅</p>', ("宋梅",)),
        ('<p class="published">2023-09-02</p>', ()),
    ],
)
def test_lines_below_a_title_that_say_who_wrote_and_when_are_no_text(lines, authors):
    page = f"<html><body><header><h1>伞</h1>{lines}</header><p>{LINE}</p><p>{MORE}</p></body></html>"
    found = document("a.html", page.encode())
    assert [unit.text.text for unit in found.units] == ["伞", LINE, MORE]
    assert found.authors == authors


def test_a_paragraph_of_the_text_with_the_class_of_a_date_is_kept():
    page = f'<html><body><h1>伞</h1><p>{LINE}{MORE}{LINE}</p><p class="date">六月三日</p><p>{MORE}</p></body></html>'
    assert ("paragraph", "六月三日") in _units("a.html", page)


@pytest.mark.parametrize(
    "below",
    ["\n*门口的伞*  \n*An umbrella at the door*", "<br>门口的伞<br>An umbrella at the door"],
)
def test_lines_below_a_picture_in_its_paragraph_are_the_caption(below):
    assert _units("a.md", f"# 伞\n\n{LINE}\n\n![门口的伞](a.png){below}\n\n{MORE}\n")[2:4] == [
        ("figure", "门口的伞"),
        ("figure", "An umbrella at the door"),
    ]


def test_a_sentence_beside_a_picture_is_no_caption():
    assert _units("a.md", f"![伞](a.png)\n{LINE}\n\n{MORE}\n")[:2] == [("figure", "伞"), ("paragraph", LINE)]


def test_centred_lines_below_a_centred_picture_are_its_caption():
    centre = '<p style="text-align: center"><span>{}</span></p>'
    lines = centre.format('<img src="a.jpg" alt="">') + centre.format("门口的伞") + centre.format("At the door")
    page = f"<html><body><h1>伞</h1><p>{LINE}</p>{lines}{centre.format('三')}<p>{MORE}</p></body></html>"
    assert _units("a.html", page)[2:5] == [("figure", "门口的伞"), ("figure", "At the door"), ("paragraph", "三")]


def test_bold_paragraphs_are_headings_where_no_mark_says_another():
    body = f"# 伞\n\n{LINE}\n\n**工具**\n\n{MORE}\n\n**材料**\n\n{LINE}\n\n{MORE}\n"
    assert [text for kind, text in _units("a.md", body) if kind == "heading"] == ["伞", "工具", "材料"]
    marked = body.replace("**材料**", "## 材料")
    assert ("paragraph", "工具") in _units("a.md", marked)


def test_a_button_that_is_a_whole_heading_is_its_text():
    page = f"""<html><body><h1>伞</h1><h3><button>怎么修？</button></h3><div><p>{LINE}</p></div>
    <h3>怎么买？<button>复制</button></h3><p>{MORE}</p></body></html>"""
    assert [text for kind, text in _units("a.html", page) if kind == "heading"] == ["伞", "怎么修？", "怎么买？"]


def test_links_of_headings_to_themselves_are_no_text():
    page = f"""<html><body><h1>伞<a href="#umbrella" id="umbrella">¶</a></h1><p>{LINE}</p>
    <h2>工具 <a class="anchor" href="#t">#</a></h2><p>{MORE}</p></body></html>"""
    assert [text for kind, text in _units("a.html", page) if kind == "heading"] == ["伞", "工具"]


def test_a_table_with_one_note_is_the_note():
    page = f"""<html><body><h1>伞</h1><p>{LINE}<a class="footnote-reference" href="#n-1" id="r-1">[1]</a></p>
    <table class="docutils footnote" id="n-1"><tr><td><a class="fn-backref" href="#r-1">[1]</a></td><td>{MORE}</td></tr>
    </table></body></html>"""
    assert _units("a.html", page)[1:] == [("paragraph", LINE), ("note", MORE)]
