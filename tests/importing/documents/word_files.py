"""Word files made of stories, as Word writes them."""

from __future__ import annotations

import html
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.importing.documents.stories import Part

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<?xml version="1.0" encoding="UTF-8"?><w:styles {_W}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Quote"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="HTML"><w:name w:val="HTML Preformatted"/><w:basedOn w:val="a"/><w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:style>
</w:styles>"""
NUMBERING = f"""<?xml version="1.0"?><w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
_STYLE = {"title": "a3", "quotation": "a5", "figure": "a7", "code": "HTML"}


def paragraph(text: str, style: str = "", extra: str = "", after: str = "") -> str:
    """A paragraph in two runs, with a mark of the spelling between them."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + extra
    cut = len(text) // 3
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t></w:r>'
        for part in (text[:cut], text[cut:])
    )
    return f'<w:p w:rsidR="00A1"><w:pPr>{properties}</w:pPr>{runs}<w:proofErr w:type="spellStart"/><w:del w:id="1"><w:r><w:delText>weg</w:delText></w:r></w:del>{after}</w:p>'


def _blocks(part: Part, side: int, note: int) -> str:
    text = (part.one, part.other)[side] or ""
    if not text or part.kind == "note":
        return ""
    after = (
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{note}"/></w:r>'
        if part.note
        else ""
    )
    if part.kind == "heading":
        return paragraph(text, str(part.level))
    if part.kind == "item":
        number = 2 if part.ordered else 1
        return paragraph(text, "", f'<w:numPr><w:ilvl w:val="{part.level - 1}"/><w:numId w:val="{number}"/></w:numPr>')
    if part.kind == "code":
        return "".join(paragraph(line, "HTML") for line in text.split("\n"))
    if part.kind == "figure":
        picture = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr=""/><a:graphic><a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        return picture + paragraph(text, "a7")
    return paragraph(text, _STYLE.get(part.kind, ""), after=after)


def _table(run: Sequence[Part], side: int) -> str:
    rows = "".join(
        "<w:tr>"
        + ("<w:trPr><w:tblHeader/></w:trPr>" if at == 0 else "")
        + "".join(f"<w:tc>{paragraph(cell.strip())}</w:tc>" for cell in ((part.one, part.other)[side] or "").split("|"))
        + "</w:tr>"
        for at, part in enumerate(run)
    )
    return f"<w:tbl><w:tblPr/>{rows}</w:tbl>"


def word_file(
    parts: Sequence[Part],
    sides: Sequence[int],
    *,
    as_table: bool = False,
    numbers: bool = False,
    in_one_row: bool = False,
    in_lines: bool = False,
) -> bytes:
    """Returns a Word file with the languages of ``sides`` in turn, or beside each other in a table."""
    from tests.importing.documents.dialects import PICTURE, runs

    body = ""
    notes = [(side, part) for part in parts if part.kind == "note" for side in sides]
    if as_table:
        cells = [
            "".join(
                f"<w:tc><w:tcPr><w:tcW w:w='4500'/></w:tcPr>{paragraph((part.one, part.other)[side] or '')}</w:tc>"
                for side in sides
            )
            for part in parts
        ]
        if numbers:
            cells = [f"<w:tc>{paragraph(str(at))}</w:tc>{row}" for at, row in enumerate(cells, 1)]
            cells.insert(
                0,
                f"<w:tc>{paragraph('No.')}</w:tc><w:tc>{paragraph('Chinese')}</w:tc><w:tc>{paragraph('English')}</w:tc>",
            )
        body = "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl><w:p/>"
    elif in_one_row:
        columns = [
            "".join(
                _table(run, side) if run[0].kind == "row" else "".join(_blocks(part, side, 0) for part in run)
                for run in runs(parts)
            )
            for side in sides
        ]
        body = (
            "<w:tbl><w:tblPr/><w:tr>"
            + "".join(f"<w:tc>{column}</w:tc>" for column in columns)
            + "</w:tr></w:tbl><w:p/>"
        )
    elif in_lines:
        for part in parts:
            style = {"title": "a3", "heading": str(part.level)}.get(part.kind, "")
            body += paragraph(
                part.one or "",
                style,
                after=f"<w:r><w:br/><w:t>{html.escape(part.other or '', quote=False)}</w:t></w:r>",
            )
    else:
        for run in runs(parts):
            for side in sides:
                body += (
                    _table(run, side)
                    if run[0].kind == "row"
                    else "".join(_blocks(part, side, side + 1) for part in run)
                )
    footnotes = "".join(
        f'<w:footnote w:id="{side + 1}"><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {(part.one, part.other)[side]}</w:t></w:r></w:p></w:footnote>'
        for side, part in notes
    )
    files = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": f'<?xml version="1.0"?><w:footnotes {_W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>{footnotes}</w:footnotes>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{_RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="{_RELATIONS}/footnotes" Target="footnotes.xml"/><Relationship Id="rId9" Type="{_RELATIONS}/image" Target="media/image1.png"/></Relationships>',
        "word/media/image1.png": PICTURE,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()
