"""The units of a page of HTML: its blocks in the order of the page."""

from __future__ import annotations

import re

from reader.gate import clean
from reader.importing.documents.chapter_heads import head_in
from reader.importing.documents.document import SourceUnit
from reader.importing.documents.html_figures import (
    is_figure,
    picture_on_first_line,
    take_captions,
    units_below_picture,
    units_of_figure,
    units_of_picture,
    with_captions_below,
)
from reader.importing.documents.html_notes import NoteTargets
from reader.importing.documents.html_text import InlineReader, is_page_break, names_of, page_label, tag_of, types_of
from reader.importing.documents.html_tree import BLOCKS
from reader.importing.documents.html_verse import units_of_verse
from reader.importing.documents.languages import letters_of
from reader.importing.documents.places import PlacesOfUnits
from reader.importing.documents.prose_building import ProseBuilder, joined
from reader.importing.documents.splitting import units_of_lines
from reader.importing.documents.tables import SourceCell, units_of_table
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.document import UnitKind
    from reader.importing.documents.html_tree import Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CODE_LANGUAGE = re.compile(r"(?:lang(?:uage)?-|highlight-(?:source-)?|brush:\s*|sourceCode\s+)([A-Za-z0-9+#-]+)")
_VERSE = re.compile(r"\b(?:verse|poem|poetry|line-block|stanza|lyrics)\b", re.IGNORECASE)
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]{1,20})\][+-]?\s*")
_QUOTING = frozenset({"quote", "cite"})
"""Callouts of Obsidian that are quotations."""
_ITEM_SIGN = re.compile(r"\A(?:[☐☑☒]|\[[ xX]\](?=\s))\s*")


@record
class _BlockPlace:
    """The place of a block: the element around it that gives its units their kind."""

    kind: UnitKind = "paragraph"
    tag: str = ""
    level: int = 0
    group: int = 0
    is_ordered: bool = False
    box: int = 0


class PageWalker:
    """Walks through the blocks of a page, and collects units."""

    def __init__(self, root: Element, *, is_whole_table: bool = False) -> None:
        """Takes the page; its notes are found first."""
        self.units: list[SourceUnit] = []
        self.unplaced: list[str] = []
        self._root = root
        self._targets = NoteTargets(root)
        self._inline = InlineReader(self._targets.marks, self._targets.linked)
        self._places = PlacesOfUnits()
        self._groups = 0
        self._is_whole_table = is_whole_table

    def read(self, element: Element, tag: str = "") -> list[SourceUnit]:
        """Returns the units of an element and of the notes that it marks."""
        self._flow(element, _BlockPlace(tag=tag_of(element) or tag))
        self._read_notes()
        return self._with_places()

    def _with_places(self) -> list[SourceUnit]:
        """Returns the units so far, with the names that links have for them."""
        self._places.add(self._inline.places, len(self.units))
        self._inline.places = []
        return with_captions_below(self._places.given_to(self.units))

    def read_chapters(self) -> list[SourceUnit]:
        """Returns the units of all chapters of the page, each an element directly in it, and of their notes.

        The first unit of a chapter is its head, if it is a heading. Short lines above it, such as a kicker, come after.
        """
        for chapter in self._root.elements:
            start = len(self.units)
            self._flow(chapter, _BlockPlace(tag=tag_of(chapter)))
            self._put_head_first(start)
        self._read_notes()
        return self._with_places()

    def _put_head_first(self, start: int) -> None:
        """Puts the head of the chapter from ``start`` on before the lines above it."""
        own = self.units[start:]
        head = head_in(own)
        heads = [replace(unit, is_head=True) for unit in own[head.start : head.stop]]
        self.units[start:] = [*heads, *own[: head.start], *own[head.stop :]]
        self._places.bring_forward(range(start + head.start, start + head.stop), start)

    def _read_notes(self) -> None:
        for note_id, target in self._targets.notes.items():
            builder = ProseBuilder()
            self._targets.strip(target)
            self._inline.add_all(target, builder)
            own = next((found for node in (target, *target.walk()) if (found := tag_of(node))), "")
            prose = builder.prose()
            prose = replace(prose, spans=tuple(span for span in prose.spans if span.kind != "footnote"))
            self.units.append(SourceUnit("note", prose, own or _inherited(target), name=note_id))

    def _flow(self, element: Element, place: _BlockPlace) -> None:
        """Adds the blocks inside an element; the inline nodes between them are a paragraph."""
        builder = ProseBuilder()
        self._places.add([name for name in names_of(element) if name in self._targets.linked], len(self.units))
        parted = _languages_inside(element)
        is_textless = element.first("img") is not None and not element.text().strip()
        for at, child in enumerate(element.children):
            if isinstance(child, str) or not self._is_block(child):
                if not isinstance(child, str) and child.name == "img" and _is_alone(at, element, is_textless):
                    self._put(builder, place)
                    builder = ProseBuilder()
                    self.units += [replace(unit, box=place.box) for unit in units_of_picture(child, place.tag)]
                    continue
                if parted and not isinstance(child, str) and child.name != "br":
                    self._put(builder, place)
                    builder = ProseBuilder()
                    self._inline.add(child, builder)
                    self._put(builder, replace(place, tag=tag_of(child) or place.tag))
                    builder = ProseBuilder()
                    continue
                self._inline.add(child, builder)
                continue
            self._put(builder, place)
            builder = ProseBuilder()
            self._block(child, replace(place, tag=tag_of(child) or place.tag))
        self._put(builder, place)

    def _is_block(self, node: Element) -> bool:
        return node.name in BLOCKS or node.holds_block or (node.name == "a" and node.first("img") is not None)

    def _block(self, node: Element, place: _BlockPlace) -> None:
        self._places.add([name for name in names_of(node) if name in self._targets.linked], len(self.units))
        if self._targets.takes(node) or is_page_break(node):
            if label := page_label(node) if is_page_break(node) else "":
                self._page(label)
            return
        name, types = node.name, types_of(node)
        if name in _HEADINGS or ("heading" in types and node.get("aria-level").isdigit()):
            level = _HEADINGS.get(name) or int(node.get("aria-level"))
            self._flow(node, replace(place, kind="heading", level=level, group=0))
        elif name == "blockquote":
            self._quotation(node, place)
        elif name in _LISTS:
            self._list(node, place)
        elif name == "dl":
            self._definitions(node, place)
        elif name == "table":
            self._table(node, place)
        elif name == "pre" and not _VERSE.search(node.get("class")):
            self._code(node, place)
        elif is_figure(node):
            self._figure_block(node, place)
        elif place.kind == "paragraph" and picture_on_first_line(node):
            self.units += units_below_picture(node, self._inline, SourceUnit("paragraph", tag=place.tag, box=place.box))
        elif _VERSE.search(node.get("class")) or name == "pre":
            self._verse(node, place)
        elif (name == "aside" or _is_callout(node)) and not place.box:
            self._groups += 1
            self._flow(node, replace(place, box=self._groups))
        elif "table-caption" in node.get("class").split():
            self._flow(node, replace(place, kind="caption", group=self._groups + 1))
        else:
            self._flow(node, place)

    def _put(self, builder: ProseBuilder, place: _BlockPlace) -> None:
        """Adds the text of a builder as a unit, or as one for each language of its lines."""
        is_more = place.kind == "item" and self._in_item == place
        self._places.add(self._inline.places, len(self.units))
        self._inline.places = []
        own = SourceUnit(
            place.kind,
            tag=place.tag,
            level=place.level,
            group=place.group,
            is_ordered=place.is_ordered,
            box=place.box,
            is_more=is_more,
        )
        found = units_of_lines(builder.lines(), own)
        for unit in found:
            text = unit.text
            if place.kind == "item" and _ITEM_SIGN.match(text.text):
                text = Prose(_ITEM_SIGN.sub("", text.text))
            line_end = unit.line_end
            if place.kind == "heading" and "\n" in text.text:
                line_end = text.text.index("\n") if text.text.count("\n") == 1 else 0
                text = replace(text, text=text.text.replace("\n", " "))
            self.units.append(unit if text is unit.text else replace(unit, text=text, line_end=line_end))
        if found and place.kind == "item":
            self._in_item = place
        for label in self._inline.pages:
            self._page(label)
        self._inline.pages = []

    _in_item: _BlockPlace | None = None
    """The place of the item that has a paragraph already."""

    def _page(self, label: str) -> None:
        self.units.append(SourceUnit("page", Prose(label)))

    def _quotation(self, node: Element, place: _BlockPlace) -> None:
        self._groups += 1
        own = replace(place, kind="quotation", group=self._groups, level=0)
        if callout := _CALLOUT.match(node.text().strip()):
            own = own if callout[1].lower() in _QUOTING else replace(place, box=place.box or self._groups)
            for child in node.walk():
                child.children = [_CALLOUT.sub("", each) if isinstance(each, str) else each for each in child.children]
        by = next(
            (
                each
                for each in node.all("footer", "cite")
                if each.parent in (node, node.first("p"), node.first("footer"))
            ),
            None,
        )
        author = Prose("")
        if by and by.parent and _is_last(by):
            builder = ProseBuilder()
            self._inline.add_all(by, builder)
            author = builder.prose()
            author = Prose(re.sub(r"\A[—–―-]+\s*", "", author.text))
            by.remove()
        start = len(self.units)
        self._flow(node, own)
        if author.text and len(self.units) > start:
            self.units[-1] = replace(self.units[-1], by=author)

    def _list(self, node: Element, place: _BlockPlace) -> None:
        is_inside = place.kind == "item"
        if not is_inside:
            self._groups += 1
        own = replace(
            place,
            kind="item",
            level=place.level + 1 if is_inside else 1,
            group=place.group if is_inside else self._groups,
            is_ordered=node.name == "ol",
        )
        for child in node.children:
            if isinstance(child, str):
                continue
            if child.name in _LISTS:  # a list directly in a list is of the item before
                self._list(child, own)
                continue
            self._in_item = None
            self._block_of_item(child, replace(own, tag=tag_of(child) or own.tag))
        self._in_item = None

    def _block_of_item(self, node: Element, place: _BlockPlace) -> None:
        if not self._targets.takes(node):
            self._flow(node, place)

    def _definitions(self, node: Element, place: _BlockPlace) -> None:
        self._groups += 1
        for child in node.walk():
            if child.name in ("dt", "dd"):
                self._in_item = None
                level = 1 if child.name == "dt" else 2
                own = replace(place, kind="item", level=level, group=self._groups, tag=tag_of(child) or place.tag)
                self._block_of_item(child, own)
        self._in_item = None

    def _code(self, node: Element, place: _BlockPlace) -> None:
        text = node.text()
        text = text.removeprefix("\n")
        classes = f"{node.get('class')} {' '.join(each.get('class') for each in node.all('code'))}"
        around = node.parent.get("class") if node.parent else ""
        found = _CODE_LANGUAGE.search(classes) or _CODE_LANGUAGE.search(around)
        language = found[1].lower() if found else ""
        if text.strip():
            code = Prose(clean(text.rstrip().replace("\r\n", "\n")))
            self.units.append(SourceUnit("code", code, place.tag, box=place.box, name=language))

    def _verse(self, node: Element, place: _BlockPlace) -> None:
        for verse in units_of_verse(node, self._inline, place.tag):
            self.units.append(replace(verse, box=place.box))

    def _figure_block(self, node: Element, place: _BlockPlace) -> None:
        captions = take_captions(node, self._inline)
        tag = tag_of(node) or place.tag
        units = units_of_figure(node, captions, tag)
        if units is not None:
            self.units += [replace(unit, box=place.box) for unit in units]
            return
        lines = [line for caption in captions for line in caption.lines]
        start = len(self.units)
        if node.first("table"):
            self.units += units_of_lines(lines, SourceUnit("caption", tag=tag, group=self._groups + 1))
            self._flow(node, replace(place, tag=tag))
            return
        self._flow(node, replace(place, tag=tag))
        if lines and node.first("blockquote") and self.units[start:]:
            self.units[-1] = replace(self.units[-1], by=joined(lines))
        else:
            self.units += units_of_lines(lines, SourceUnit("paragraph", tag=tag))

    def _table(self, node: Element, place: _BlockPlace) -> None:
        rows = [row for row in node.all("tr") if _table_of(row) is node]
        cells = [[cell for cell in row.elements if cell.name in ("td", "th")] for row in rows]
        if any(node.all("table")) or max(map(len, cells), default=0) < 2 or node.get("role") == "presentation":
            for caption in node.elements:
                if caption.name == "caption":
                    self._flow(caption, place)
            for row in cells:
                for cell in row:
                    self._flow(cell, replace(place, tag=tag_of(cell) or place.tag))
            return
        self._groups += 1
        group = self._groups
        heads = [all(cell.name == "th" for cell in row) for row in cells]
        made = [[self._cell(cell, is_head) for cell in row] for row, is_head in zip(cells, heads, strict=True)]
        for caption in node.elements:
            if caption.name == "caption":
                self._flow(caption, replace(place, kind="caption", group=group))
        units, rest = units_of_table(made, group, is_whole=self._is_whole_table)
        self.units += [replace(unit, box=place.box, tag=unit.tag or place.tag) for unit in units]
        self.unplaced += rest

    def _cell(self, cell: Element, is_head: bool) -> SourceCell:
        before, self.units = self.units, []
        places, self._places = self._places, PlacesOfUnits()
        self._flow(cell, _BlockPlace())
        units, self.units = self._with_places(), before
        self._places = places
        span = cell.get("colspan").strip()
        columns = int(span) if span.isascii() and span.isdigit() and 0 < int(span[:4]) < 100 else 1
        style = f"{cell.get('style')} {cell.get('align')}".lower()
        align = next(
            (way for way in ("center", "right", "left") if re.search(rf"(?:text-align:\s*|\s|\A){way}", style)), ""
        )
        return SourceCell(tuple(units), columns, align, is_head, tag_of(cell))


def _is_alone(at: int, element: Element, is_textless: bool) -> bool:
    """Whether the picture at a place in an element is no part of a line: there is no text beside it."""
    if element.name in ("body", "div", "section", "article", "main", "figure", ""):
        around = element.children[max(0, at - 1) : at + 2]
        return not any(isinstance(node, str) and node.strip() for node in around)
    return is_textless and element.name not in ("h1", "h2", "h3", "td", "th")


def _is_callout(node: Element) -> bool:
    return bool(re.search(r"\b(?:callout|admonition|infobox|sidebar-box|note-box|markdown-alert)\b", node.get("class")))


def _is_last(node: Element) -> bool:
    """Whether nothing but blanks follows an element in its parent."""
    assert node.parent
    following = node.parent.children[node.parent.children.index(node) + 1 :]
    return not any(each.strip() if isinstance(each, str) else each.text().strip() for each in following)


def _languages_inside(element: Element) -> bool:
    """Whether all text of an element is in two or more inline elements of different languages."""
    if any(isinstance(child, str) and re.search(r"\w", child) for child in element.children):
        return False
    inner = [child for child in element.elements if child.name != "br"]
    tags = {tag_of(child) for child in inner}
    if "" not in tags:
        return len(tags) > 1
    letters = [{*letters_of(child.text())} for child in inner]
    return len(inner) == 2 and all(letters) and "latin" in letters[0] | letters[1] and not letters[0] & letters[1]


def _table_of(row: Element) -> Element | None:
    node = row.parent
    while node and node.name != "table":
        node = node.parent
    return node


def _inherited(node: Element) -> str:
    above = node.parent
    while above:
        if tag := tag_of(above):
            return tag
        above = above.parent
    return ""
