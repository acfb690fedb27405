"""The figures of a page of HTML: pictures with their captions and credits."""

from __future__ import annotations

import re

from reader.importing.documents.document import SourceUnit
from reader.importing.documents.html_text import tag_of, types_of
from reader.importing.documents.html_tree import BLOCKS
from reader.importing.documents.prose_building import ProseBuilder
from reader.importing.documents.splitting import units_of_lines
from reader.model.record import record, replace
from reader.model.scripts import ends_sentence
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.html_text import InlineReader
    from reader.importing.documents.html_tree import Element
    from reader.importing.documents.prose_building import ProseLine

MAX_ICON_PIXELS = 48
"""Width or height up to which a picture without a caption is an ornament."""
MAX_CAPTION_CHARS = 300
"""Length of a slanted paragraph below a picture up to which it is the caption."""
_CREDIT = re.compile(r"\b(?:credit|copyright|photographer|source)\b", re.IGNORECASE)
_FIGURE_CLASS = re.compile(r"\b(?:figure|wp-caption|image-container|illustration|float|thumb|thumbinner)\b")
_CAPTION_CLASS = re.compile(
    r"\b(?:caption|figcaption|wp-caption-text|legend|thumbcaption)\b|(?:pic|img|image|photo)-?(?:desc|title)\b"
)
MAX_LABEL_CHARS = 100
"""Length of an upright line below a picture in its paragraph up to which it may be the caption."""
_BOXES = frozenset({"div", "p", "center", "section"})
MAX_PARTS = 3
"""Elements in a box with a picture and its caption up to which it is looked through."""
_ELSEWHERE = re.compile(r"[a-z]+:|//", re.IGNORECASE)


@record
class Caption:
    """The lines of a caption, its language, and the credit in it."""

    lines: list[ProseLine]
    tag: str
    credit: Prose = Prose("")


def is_figure(node: Element) -> bool:
    """Whether an element is a figure, or a box with a picture that is named so."""
    if node.name == "figure" or (_FIGURE_CLASS.search(node.get("class")) and node.first("img")):
        return True
    if node.name not in _BOXES or not 1 < len([*node.elements]) <= MAX_PARTS or not node.first("img"):
        return False
    captions = [each for each in node.elements if _CAPTION_CLASS.search(each.get("class"))]
    return bool(captions) and sum(len(each.text().strip()) for each in captions) == len(node.text().strip())


def take_captions(node: Element, inline: InlineReader) -> list[Caption]:
    """Takes the captions out of a figure."""
    found = []
    for each in list(node.walk()):
        if each.parent and (each.name == "figcaption" or _CAPTION_CLASS.search(each.get("class"))):
            found.append(_caption(each, inline))
            each.remove()
    return found


def units_of_figure(node: Element, captions: list[Caption], tag: str) -> list[SourceUnit] | None:
    """Returns the units of a figure with a picture, one for each language of its captions; None for other figures."""
    picture = node.first("img", "image")
    if picture is None or any(node.all("table", "blockquote", "pre")):
        return None
    with_words = [caption for caption in captions if caption.lines]
    if not with_words:
        return units_of_picture(picture, tag)
    own = SourceUnit("figure", name=_source(picture), alt=_alt(picture))
    return [
        unit
        for caption in with_words
        for unit in units_of_lines(caption.lines, replace(own, tag=caption.tag or tag, by=caption.credit))
    ]


def picture_on_first_line(node: Element) -> Element | None:
    """Returns the picture that is all of the first line of a paragraph with more lines, or None."""
    pictures = [*node.all("img")]
    if node.name not in _BOXES or node.holds_block or len(pictures) != 1 or not node.text().strip():
        return None
    first = next(child for child in node.children if not isinstance(child, str) or child.strip())
    if isinstance(first, str) or pictures[0] not in (first, *first.walk()) or first.text().strip():
        return None
    for child in node.children[node.children.index(first) + 1 :]:
        if not isinstance(child, str):
            return pictures[0] if child.name == "br" else None
        if child.strip() or "\n" in child:
            return pictures[0] if child.lstrip(" ").startswith("\n") else None
    return None


def units_below_picture(node: Element, inline: InlineReader, own: SourceUnit) -> list[SourceUnit]:
    """Returns the units of a paragraph with a picture on its first line, the caption if the other lines may be that.

    ``own`` is a unit with what is known of the paragraph.
    """
    picture = node.first("img")
    assert picture
    picture.remove()
    is_caption = _may_be_caption(node)
    builder = ProseBuilder()
    inline.add_all(node, builder)
    if not is_caption:
        return [*units_of_picture(picture, own.tag), *units_of_lines(builder.lines(), own)]
    figure = replace(own, kind="figure", name=_source(picture), alt=_alt(picture))
    return [replace(unit, text=_upright(unit.text)) for unit in units_of_lines(builder.lines(), figure)]


def _may_be_caption(node: Element) -> bool:
    """Whether the words below a picture are slanted, or few and no sentence."""
    text = node.text().strip()
    parts = [each for each in node.children if (each.strip() if isinstance(each, str) else each.text().strip())]
    is_slanted = all(not isinstance(each, str) and each.name in ("em", "i", "small") for each in parts)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    is_short = all(len(line) <= MAX_LABEL_CHARS and not ends_sentence(line) for line in lines)
    return len(text) <= MAX_CAPTION_CHARS and (is_slanted or is_short)


def units_of_picture(picture: Element, tag: str) -> list[SourceUnit]:
    """Returns the units of a picture without a caption: its description is one."""
    builder = ProseBuilder()
    builder.add(_alt(picture) or picture.get("title"))
    own = SourceUnit("figure", tag=tag, name=_source(picture))
    return units_of_lines(builder.lines(), own) or ([own] if _may_be_kept(picture) else [])


def with_captions_below(units: Sequence[SourceUnit]) -> list[SourceUnit]:
    """Returns units whose pictures have the slanted paragraphs directly below them as captions."""
    found: list[SourceUnit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        end = at + 1
        while unit.kind == "figure" and end < min(len(units), at + 3) and _is_slanted(units[end]):
            end += 1
        captions = units[at + 1 : end]
        if captions and (not found or found[-1].kind != "figure" or found[-1].name != unit.name):
            alt = unit.alt or (unit.text.text if unit.text.text not in (each.text.text for each in captions) else "")
            found += [
                replace(unit, text=_upright(each.text), tag=each.tag, alt=alt, places=unit.places + each.places)
                for each in captions
            ]
        else:
            found += [unit, *captions]
        at = end
    return found


def _is_slanted(unit: SourceUnit) -> bool:
    """Whether a unit is a short paragraph that is emphasised as a whole."""
    length = len(unit.text.text)
    slanted = sum(span.end - span.start for span in unit.text.spans if span.kind == "emphasis")
    return unit.kind == "paragraph" and 0 < length <= MAX_CAPTION_CHARS and slanted >= length - 1


def _upright(prose: Prose) -> Prose:
    return replace(prose, spans=tuple(span for span in prose.spans if span.kind != "emphasis"))


def _caption(node: Element, inline: InlineReader) -> Caption:
    credit = Prose("")
    for each in [each for each in node.walk() if _CREDIT.search(each.get("class"))][:1]:
        own = ProseBuilder()
        inline.add_all(each, own)
        credit = own.prose()
        each.remove()
    builder = ProseBuilder()
    for at, child in enumerate(node.children):
        if at and not isinstance(child, str) and (child.name in BLOCKS or child.holds_block):
            builder.end_line()
        inline.add(child, builder)
    return Caption(builder.lines(), tag_of(node), credit)


def _alt(picture: Element) -> str:
    return " ".join(picture.get("alt").split())


def _source(picture: Element) -> str:
    return picture.get("data-src") or picture.get("src") or picture.get("xlink:href") or picture.get("href")


def _may_be_kept(picture: Element) -> bool:
    """Whether a picture without a caption is one of the text: no ornament, and not to be fetched from elsewhere."""
    sizes = [picture.get(name) for name in ("width", "height")]
    is_small = any(size.isascii() and size.isdigit() and int(size) <= MAX_ICON_PIXELS for size in sizes)
    source = _source(picture)
    return not (is_small or not source or _ELSEWHERE.match(source) or "presentation" in types_of(picture))
