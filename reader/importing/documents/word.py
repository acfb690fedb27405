"""Word files (.docx) as documents, read of their own parts: styles, lists, tables, notes, pictures, readings."""

from __future__ import annotations

import re

from reader.errors import UnusableError
from reader.importing.documents.archives import attribute, local, resolved
from reader.importing.documents.document import Document, SourceUnit, TaggedText
from reader.importing.documents.places import PlacesOfUnits
from reader.importing.documents.prose_building import ProseBuilder
from reader.importing.documents.splitting import units_of_lines
from reader.importing.documents.tables import SourceCell, units_of_table
from reader.importing.documents.verse import verse_of
from reader.importing.documents.word_headings import bold_size, with_bold_headings
from reader.importing.documents.word_parts import Style, child, is_mono, is_on, value, word_parts
from reader.importing.documents.word_text import RunReader, places_in_fields
from reader.model.record import replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from reader.importing.documents.archives import Archive

DOCUMENT = "word/document.xml"
_DATE = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")
_ALIGNS = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}


def read_word(archive: Archive) -> Document:
    """Returns a Word file as a document."""
    path = _document_of(archive)
    root = archive.xml(path)
    body = child(root, "body")
    if body is None:
        raise UnusableError(f"{archive.name} is no Word file: it has no text")
    reader = _BodyReader(archive, path)
    tables = [each for each in body if local(each) == "tbl"]
    words = [sum(len(each.text or "") for each in own.iter() if local(each) == "t") for own in (body, *tables)]
    reader.is_whole_table = len(tables) == 1 and words[1] * 1.5 > words[0]
    reader.find_links(body)
    reader.read(body)
    fields = _core(archive)
    units = reader.places.given_to(with_bold_headings(reader.units, reader.bold_sizes))
    title = fields.get("title", "")
    return Document(
        "word",
        (*_with_captions(units), *reader.notes()),
        (TaggedText(title),) if title and not any(unit.kind == "heading" for unit in units) else (),
        tuple(filter(None, re.split(r";\s*", fields.get("creator", "")))),
        unplaced=tuple(reader.unplaced),
    )


def _document_of(archive: Archive) -> str:
    if "_rels/.rels" in archive:
        for each in archive.xml("_rels/.rels"):
            if attribute(each, "Type").endswith("/officeDocument"):
                path = resolved("", attribute(each, "Target"))
                if path in archive:
                    return path
    return DOCUMENT


def _core(archive: Archive) -> dict[str, str]:
    """Returns the properties of the file: its title and its author."""
    if "docProps/core.xml" not in archive:
        return {}
    return {local(each): " ".join((each.text or "").split()) for each in archive.xml("docProps/core.xml")}


class _BodyReader:
    """Reads the paragraphs and tables of a text as units."""

    def __init__(self, archive: Archive, path: str) -> None:
        self._parts = word_parts(archive, path)
        self._runs = RunReader(self._parts)
        self.places = PlacesOfUnits()
        self.units: list[SourceUnit] = []
        self.unplaced: list[str] = []
        self.is_whole_table = False
        self.bold_sizes: dict[int, int] = {}
        """Sizes of paragraphs that are bold throughout, by the ``id()`` of their units."""
        self._groups = 0
        self._box = 0
        self._last: tuple[str, str] = ("", "")
        """The kind of the paragraph before, and the number of its list."""

    def find_links(self, body: Element) -> None:
        """Looks for the bookmarks that links of a text lead to."""
        targets = {attribute(each, "anchor") for each in body.iter() if local(each) == "hyperlink"}
        self._runs.linked = frozenset({*targets, *places_in_fields(body)} - {""})

    def read(self, element: Element) -> None:
        """Reads the blocks inside an element."""
        for each in element:
            match local(each):
                case "p":
                    self._paragraph(each)
                case "tbl":
                    self._table(each)
                    self._last = ("", "")
                case "sdt":
                    content = child(each, "sdtContent")
                    gallery = next(
                        (attribute(inner, "val") for inner in each.iter() if local(inner) == "docPartGallery"), ""
                    )
                    if content is not None and gallery != "Table of Contents":
                        self.read(content)
                case "ins" | "moveTo" | "customXml" | "smartTag" | "txbxContent":
                    self.read(each)
                case "AlternateContent":
                    chosen = child(each, "Choice")
                    self.read(chosen if chosen is not None else each)

    def notes(self) -> Iterable[SourceUnit]:
        """Yields the notes that the text marks."""
        for key, note_id in list(self._runs.note_ids.items()):
            builder = ProseBuilder()
            for at, paragraph in enumerate(each for each in self._parts.notes[key] if local(each) == "p"):
                if at:
                    builder.add(" ")
                for each in paragraph:
                    self._runs.add(each, builder)
            prose = builder.prose()
            yield SourceUnit(
                "note",
                replace(prose, spans=tuple(span for span in prose.spans if span.kind != "footnote")),
                name=note_id,
            )

    def _style(self, paragraph: Element) -> Style:
        """Returns the style of a paragraph, changed by the paragraph's own properties."""
        properties = child(paragraph, "pPr")
        style = self._parts.styles.get(value(properties, "pStyle"), Style())
        outline = value(properties, "outlineLvl")
        if outline.isdigit() and int(outline) < 9 and not style.kind:
            style = replace(style, kind="heading", level=int(outline) + 1)
        number, depth = value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl")
        if number == "0":
            return replace(style, list_number="")
        if number or (depth and style.list_number):
            level = int(depth) + 1 if depth.isdigit() else 1
            return replace(
                style, list_number=number or style.list_number, level=style.level if style.kind == "heading" else level
            )
        return style

    def _paragraph(self, paragraph: Element) -> None:
        if is_on(child(paragraph, "pPr", "rPr"), "del") and not any(local(each) == "r" for each in paragraph):
            return
        style = self._style(paragraph)
        if style.kind == "contents":
            return
        builder = ProseBuilder()
        self._runs.pictures, self._runs.boxes = [], []
        is_code = style.kind == "code" or style.is_mono or _is_all_mono(paragraph)
        for each in paragraph:
            self._runs.add(each, builder)
        self.places.add(self._runs.places, len(self.units))
        self._runs.places = []
        pictures, boxes = self._runs.pictures, self._runs.boxes
        if is_code:
            self._code(paragraph)
        elif not builder.is_empty:
            start = len(self.units)
            self._text(builder, style)
            if not style.kind and (size := bold_size(paragraph)) >= 0:
                self.bold_sizes |= {id(unit): size for unit in self.units[start:] if unit.kind == "paragraph"}
        elif not pictures and not boxes and self._last[0] == "verse":
            self._last = ("stanza", "")
        for picture in pictures:
            self.units.append(SourceUnit("figure", name=picture.part, alt=picture.alt, box=self._box))
        for box in boxes:
            self._boxed(box)

    def _text(self, builder: ProseBuilder, style: Style) -> None:
        kind = "item" if style.list_number and style.kind in ("", "item") else style.kind or "paragraph"
        kind = "heading" if kind == "title" else kind
        if kind == "verse":
            self._verse(builder)
            return
        if (
            kind in ("item", "quotation")
            and self._last != (kind, "" if kind == "quotation" else style.list_number)
            and not (kind == "item" and self._last[0] == "item" and style.level > 1)
        ):
            self._groups += 1
        own = SourceUnit("paragraph", box=self._box)
        if kind == "heading":
            own = replace(own, kind="heading", level=style.level)
        elif kind == "item":
            formats = self._parts.formats.get(style.list_number, {})
            numbered = formats.get(str(max(style.level - 1, 0)), "decimal" if style.is_ordered else "bullet")
            own = replace(
                own,
                kind="item",
                level=max(style.level, 1),
                group=self._groups,
                is_ordered=numbered not in ("bullet", "none"),
            )
        elif kind in ("quotation", "caption"):
            own = replace(own, kind=kind, group=self._groups if kind == "quotation" else 0)
        self.units += units_of_lines(builder.lines(), own)
        self._last = (kind, style.list_number if kind == "item" else "")

    def _code(self, paragraph: Element) -> None:
        """Adds a paragraph of code to the code before it, or as new code."""
        text = _characters(paragraph)
        if self._last[0] == "code" and self.units and self.units[-1].kind == "code":
            last = self.units[-1]
            self.units[-1] = replace(last, text=Prose(f"{last.text.text}\n{text}".rstrip()))
        elif text.strip():
            self.units.append(SourceUnit("code", Prose(text.rstrip()), box=self._box))
        self._last = ("code", "")

    def _verse(self, builder: ProseBuilder) -> None:
        lines: list[Prose | None] = [line.prose for line in builder.lines()]
        if self._last[0] in ("verse", "stanza") and self.units and self.units[-1].kind == "verse":
            before: list[Prose | None] = [self.units.pop().text, *([None] if self._last[0] == "stanza" else [])]
            lines = before + lines
        self.units += verse_of(lines, "")
        self._last = ("verse", "")

    def _boxed(self, box: Element) -> None:
        before, self._box = self._box, self._box
        if not before:
            self._groups += 1
            self._box = self._groups
        self.read(box)
        self._box = before

    def _table(self, table: Element) -> None:
        rows = [list(_inside(row, "tc")) for row in _inside(table, "tr")]
        heads = [is_on(child(row, "trPr"), "tblHeader") for row in _inside(table, "tr")]
        if max(map(len, rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    self.read(cell)
            return
        self._groups += 1
        group = self._groups
        made = [[self._cell(cell, head) for cell in row] for row, head in zip(rows, heads, strict=True)]
        look = child(table, "tblPr", "tblLook")
        has_style = bool(value(table, "tblPr", "tblStyle"))
        if made and not any(heads) and has_style and look is not None and attribute(look, "firstRow") == "1":
            made[0] = [replace(cell, is_head=True) for cell in made[0]]
        units, rest = units_of_table(made, group, is_whole=self.is_whole_table)
        self.units += units
        self.unplaced += rest

    def _cell(self, cell: Element, is_head: bool) -> SourceCell:
        before, self.units = self.units, []
        places, self.places = self.places, PlacesOfUnits()
        last, self._last = self._last, ("", "")
        merge = child(cell, "tcPr", "vMerge")
        if merge is None or attribute(merge, "val") == "restart":
            self.read(cell)
        units, self.units = self.places.given_to(self.units), before
        self._last, self.places = last, places
        span = value(cell, "tcPr", "gridSpan")
        align = next((_ALIGNS.get(value(each, "pPr", "jc"), "") for each in cell if local(each) == "p"), "")
        return SourceCell(tuple(units), int(span) if span.isdigit() and 0 < int(span[:3]) < 100 else 1, align, is_head)


def _inside(element: Element, name: str) -> list[Element]:
    """Returns the rows of a table or the cells of a row, also those in content controls."""
    found: list[Element] = []
    for each in element:
        if local(each) == name:
            found.append(each)
        elif local(each) in ("sdt", "sdtContent", "ins", "customXml"):
            found += _inside(each, name)
    return found


def _is_all_mono(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter() if local(run) == "r" and any(local(each) == "t" for each in run)]
    return bool(runs) and all(is_mono(child(run, "rPr")) for run in runs)


def _characters(paragraph: Element) -> str:
    parts = []
    for each in paragraph.iter():
        match local(each):
            case "t":
                parts.append(each.text or "")
            case "br" | "cr":
                parts.append("\n")
            case "tab":
                parts.append("\t")
    return "".join(parts)


def _with_captions(units: list[SourceUnit]) -> list[SourceUnit]:
    """Returns units whose pictures have the captions beside them, and whose tables those above or below."""
    found: list[SourceUnit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        captions = []
        following = at + 1
        while unit.kind == "figure" and following < len(units) and units[following].kind == "caption":
            captions.append(units[following])
            following += 1
        if unit.kind == "figure" and captions:
            found += [replace(unit, text=caption.text, tag=caption.tag) for caption in captions]
            at = following
            continue
        if unit.kind == "caption":
            after = units[at + 1] if at + 1 < len(units) else None
            if after and after.kind == "figure":
                found.append(replace(after, text=unit.text))
                at += 2
                continue
            if after and after.kind == "row":
                found.append(replace(unit, group=after.group))
            elif found and found[-1].kind == "row":
                start = next(
                    place for place, each in enumerate(found) if each.kind == "row" and each.group == found[-1].group
                )
                found.insert(start, replace(unit, group=found[-1].group))
            else:
                found.append(replace(unit, kind="paragraph"))
            at += 1
            continue
        found.append(replace(unit, text=Prose(unit.alt), alt="") if unit.kind == "figure" and unit.alt else unit)
        at += 1
    return found
