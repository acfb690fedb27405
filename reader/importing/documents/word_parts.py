"""The parts of a Word file beside its text: styles, lists, links, notes."""

from __future__ import annotations

import re

from reader.importing.documents.archives import attribute, local, resolved
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal
    from xml.etree.ElementTree import Element

    from reader.importing.documents.archives import Archive

    StyleKind = Literal["title", "heading", "quotation", "caption", "code", "verse", "contents", "item", ""]
    """Kind of the paragraphs of a style; empty for plain ones."""

MAX_BASES = 20
"""Maximum number of styles that a style is based on, one on the other."""
BODY_LEVEL = 9
_NAMES: tuple[tuple[re.Pattern[str], StyleKind], ...] = (
    (re.compile(r"(?:title|标题|標題|表題|제목|titel|titre|título|titolo|название|заголовок)\Z"), "title"),
    (re.compile(r"(?:toc|table of figures|目录|contents heading|toa)\b"), "contents"),
    (
        re.compile(
            r"(?:intense quote|quote|quotations?|block text|block quotation|引用|引用文|明显引用|引文|인용"
            r"|citation|zitat|cita|citazione|citação|цитата)\b"
        ),
        "quotation",
    ),
    (
        re.compile(
            r"(?:caption|题注|題註|図表番号|캡션|image caption"
            r"|table caption|figure caption|beschriftung|légende|leyenda|epígrafe"
            r"|didascalia|legenda|название объекта|подпись)\b"
        ),
        "caption",
    ),
    (
        re.compile(
            r"(?:source ?code|code|html preformatted|html code|plain code|preformatted text|macro text|verbatim|代码)"
        ),
        "code",
    ),
    (re.compile(r"(?:verse|poem|poetry|line block|诗)"), "verse"),
)
_HEADING = re.compile(
    r"(?:heading|标题|標題|見出し|제목|überschrift|titre|kop|título|titolo|заголовок|nagłówek) ?([1-9])\b"
)
_LIST = re.compile(r"list (bullet|number)(?: ([2-5]))?\Z")
_MONO = re.compile(r"courier|consolas|menlo|mono|source code|lucida console|fixedsys", re.IGNORECASE)


@record
class Style:
    """A style of paragraphs or of characters."""

    kind: StyleKind = ""
    level: int = 0
    """Level of a heading, from 1; depth of a list, from 1."""
    list_number: str = ""
    """Number of the list that its paragraphs are items of."""
    is_ordered: bool = False
    is_mono: bool = False


@record
class WordParts:
    """The parts of a Word file that its text refers to."""

    styles: Mapping[str, Style]
    formats: Mapping[str, Mapping[str, str]]
    """Formats of the numbers of lists (``bullet``, ``decimal``), by the number of the list and the level."""
    targets: Mapping[str, str]
    """Addresses of links, and names of parts with pictures, by their ids."""
    notes: Mapping[str, Element]
    """The notes, by ``footnote`` or ``endnote`` and their ids."""


def word_parts(archive: Archive, document: str) -> WordParts:
    """Returns the parts beside the text; ``document`` is the name of the part with the text."""
    folder, _, file = document.rpartition("/")
    targets: dict[str, str] = {}
    named: dict[str, str] = {}
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    for each in archive.xml(relations) if relations in archive else ():
        kind, target = attribute(each, "Type").rpartition("/")[2], attribute(each, "Target")
        is_outside = attribute(each, "TargetMode") == "External"
        targets[attribute(each, "Id")] = target if is_outside else resolved(document, target)
        if not is_outside:
            named[kind] = resolved(document, target)
    for kind in ("styles", "numbering", "footnotes", "endnotes"):
        named.setdefault(kind, resolved(document, f"{kind}.xml"))  # some programs do not name these parts
    notes: dict[str, Element] = {}
    for kind in ("footnote", "endnote"):
        part = named.get(f"{kind}s", "")
        for each in archive.xml(part) if part in archive else ():
            if not attribute(each, "type") or attribute(each, "type") == "normal":
                notes[f"{kind} {attribute(each, 'id')}"] = each
    styles = _styles(archive.xml(named["styles"])) if named.get("styles") in archive.names else {}
    formats = _formats(archive.xml(named["numbering"])) if named.get("numbering") in archive.names else {}
    return WordParts(styles, formats, targets, notes)


def child(element: Element | None, *names: str) -> Element | None:
    """Returns an element inside another one, by the names on the way to it; None if there is none."""
    for name in names:
        element = next((each for each in element if local(each) == name), None) if element is not None else None
    return element


def value(element: Element | None, *names: str) -> str:
    """Returns the attribute ``val`` of an element inside another one; empty if there is none."""
    found = child(element, *names)
    return attribute(found, "val") if found is not None else ""


def is_on(element: Element | None, name: str) -> bool:
    """Whether a property that may be switched off is there, and on."""
    found = child(element, name)
    return found is not None and attribute(found, "val").lower() not in ("0", "false", "off", "none")


def is_mono(element: Element | None) -> bool:
    """Whether the properties of a run name a font of fixed width."""
    fonts = child(element, "rFonts")
    return fonts is not None and bool(_MONO.search(attribute(fonts, "ascii") or attribute(fonts, "hAnsi")))


def _styles(root: Element) -> dict[str, Style]:
    own: dict[str, Element] = {attribute(each, "styleId"): each for each in root if local(each) == "style"}
    return {name: _style(name, own) for name in own}


def _style(name: str, own: Mapping[str, Element]) -> Style:
    """Returns a style with the properties of those that it is based on."""
    found = Style()
    current = name
    for _ in range(MAX_BASES):
        element = own.get(current)
        if element is None:
            break
        found = _with_base(found, _own_style(element))
        current = value(element, "basedOn")
    return found


def _with_base(style: Style, base: Style) -> Style:
    return Style(
        style.kind or base.kind,
        style.level if style.kind else base.level,
        style.list_number or base.list_number,
        style.is_ordered or base.is_ordered,
        style.is_mono or base.is_mono,
    )


def _own_style(element: Element) -> Style:
    name = value(element, "name").lower()
    outline = value(element, "pPr", "outlineLvl")
    number = value(element, "pPr", "numPr", "numId")
    mono = is_mono(child(element, "rPr"))
    if attribute(element, "type") == "character":
        return Style(is_mono=mono or bool(re.search(r"verbatim|code|html code", name)))
    if found := _HEADING.match(name):
        return Style("heading", int(found[1]), number)
    for pattern, kind in _NAMES:
        if pattern.match(name):
            return Style(kind, 0, number, is_mono=mono)
    if found := _LIST.match(name):
        return Style("item", int(found[2] or 1), number, found[1] == "number")
    if outline.isdigit() and int(outline) < BODY_LEVEL:
        return Style("heading", int(outline) + 1, number)
    return Style("", 0, number, is_mono=mono)


def _formats(root: Element) -> dict[str, dict[str, str]]:
    abstract = {
        attribute(each, "abstractNumId"): {
            attribute(level, "ilvl"): value(level, "numFmt") for level in each if local(level) == "lvl"
        }
        for each in root
        if local(each) == "abstractNum"
    }
    return {
        attribute(each, "numId"): abstract.get(value(each, "abstractNumId"), {})
        for each in root
        if local(each) == "num"
    }
