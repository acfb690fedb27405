"""Word files whose writer used no styles."""

from tests.importing.documents.archives import word
from tests.importing.documents.reading import document

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _paragraph(text, size=0, style=""):
    bold = f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>' if size else ""
    properties = f'<w:pPr><w:outlineLvl w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r>{bold}<w:t>{text}</w:t></w:r></w:p>"


def _units(*paragraphs):
    data = word(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(paragraphs)}</w:body></w:document>')
    return [(unit.kind, unit.level) for unit in document("a.docx", data).units]


TEXT = (_paragraph("邮局有一个窗口。"), _paragraph("It has a window."))


def test_short_bold_paragraphs_are_headings_by_their_size():
    found = _units(
        _paragraph("山里的邮局", 36), *TEXT, _paragraph("一、邮差", 24), *TEXT, _paragraph("他走了很远。", 24)
    )
    plain = ("paragraph", 0)
    assert found == [("heading", 1), plain, plain, ("heading", 2), plain, plain, plain]


def test_bold_is_no_heading_where_a_style_is_or_where_most_is_bold():
    assert _units(_paragraph("邮局", style="0"), *TEXT, _paragraph("邮差", 24), *TEXT)[3] == ("paragraph", 0)
    assert {kind for kind, _ in _units(*(_paragraph("邮差", 24) for _ in range(4)), *TEXT)} == {"paragraph"}


def test_bold_paragraphs_at_the_top_are_titles_above_headings_with_a_style():
    found = _units(_paragraph("邮局", 36), _paragraph("The Post", 36), *TEXT, _paragraph("邮差", style="0"), *TEXT)
    assert found[:2] == [("heading", 0), ("heading", 0)]


def test_styles_are_found_that_no_relation_names():
    import io
    import zipfile

    style = f'<w:styles xmlns:w="{NAMESPACE}"><w:style w:styleId="3"><w:name w:val="heading 3"/></w:style></w:styles>'
    body = '<w:p><w:pPr><w:pStyle w:val="3"/></w:pPr><w:r><w:t>邮差</w:t></w:r></w:p>'
    file = io.BytesIO(word(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/styles.xml", style)
    assert [(unit.kind, unit.level) for unit in document("a.docx", file.getvalue()).units] == [("heading", 3)]
