"""An article's texts as they are drawn: in a script, with readings and glosses above their words. Pure.

No character moves: a text has as many characters in each script, and readings are spans over it. So selections,
matches, marks and addresses of the text hold on the screen.
"""

from __future__ import annotations

from reader.model.record import record, replace
from reader.model.text import Prose, Span, span_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal, TypeVar

    from reader.layout.item import Cell, Item
    from reader.learning.pinyin import ReadingStyle
    from reader.learning.text_words import TextWord
    from reader.learning.vocabulary import ReaderVocabulary

    Name = TypeVar("Name", bound=str)
    Script = Literal["as-written", "simplified", "traditional", "taiwan", "hong-kong"]
    """A script of Chinese, or the one that a text is written in."""
    ReadingsFor = Literal["off", "unknown", "all"]
    """Words with a reading or a gloss above them: none, those that the reader does not know, all."""
    ReadingsIn = Literal["paragraph", "article"]
    """Where they are: in the current paragraph, or everywhere."""
    Spelling = ReadingStyle | Literal["none"]
    """The way to write readings; none for glosses alone."""

SCRIPTS: tuple[Script, ...] = ("as-written", "simplified", "traditional", "taiwan", "hong-kong")
READINGS_FOR: tuple[ReadingsFor, ...] = ("off", "unknown", "all")
READINGS_IN: tuple[ReadingsIn, ...] = ("paragraph", "article")
SPELLINGS: tuple[Spelling, ...] = ("marks", "numbers", "zhuyin", "none")


def named(name: str, names: tuple[Name, ...]) -> Name:
    """Returns the choice of that name; raises ValueError for one that is not among the names."""
    return names[names.index(name)]


@record
class HelpStyle:
    """The readings and glosses that a reader wants."""

    words: ReadingsFor = "unknown"
    spelling: Spelling = "marks"
    glosses: bool = True
    """Whether senses are above words that the reader does not know."""
    is_traditional: bool = False
    """Whether the Chinese words above English ones are in traditional characters."""


def text_in_script(text: str, tag: str, script: Script) -> str:
    """Returns a text of a language in a script; as it is, if it is not Chinese."""
    if script == "as-written" or not _is_tag_of_chinese(tag):
        return text
    from reader.learning.conversion import converted  # its tables are read when the first text is converted

    return converted(text, tag, script)


def in_script(item: Item, script: Script) -> Item:
    """Returns an item with its Chinese texts in a script; code stays as it is."""
    if script == "as-written" or not any(cell and _is_chinese(cell) for cell in item.cells):
        return item
    from reader.learning.conversion import in_script as converted_part

    def shown(cell: Cell | None) -> Cell | None:
        if cell is None or not _is_chinese(cell):
            return cell
        prose = replace(cell.prose, text=text_in_script(cell.prose.text, cell.language, script))
        return replace(cell, prose=prose, table=cell.table and converted_part(cell.table, script))

    left, right = item.cells
    return replace(item, cells=(shown(left), shown(right)))


def without_readings(item: Item) -> Item:
    """Returns an item without the author's readings."""

    def bare(cell: Cell | None) -> Cell | None:
        if cell is None or not any(span.kind == "reading" for span in cell.prose.spans):
            return cell
        spans = tuple(span for span in cell.prose.spans if span.kind != "reading")
        return replace(cell, prose=replace(cell.prose, spans=spans))

    left, right = item.cells
    return replace(item, cells=(bare(left), bare(right)))


def _is_chinese(cell: Cell) -> bool:
    return _is_tag_of_chinese(cell.language) and not cell.code_language


def _is_tag_of_chinese(tag: str) -> bool:
    return tag == "zh" or tag.startswith("zh-")


def helped(prose: Prose, words: Iterable[TextWord], vocabulary: ReaderVocabulary, style: HelpStyle) -> Prose:
    """Returns a text with readings and glosses above its words; the author's own readings come first.

    Args:
        prose: The text, in any script.
        words: Its words.
        vocabulary: The words that the reader knows.
        style: The readings and glosses that the reader wants.
    """
    own = [span for span in prose.spans if span.kind == "reading"]
    kept = [span for span in prose.spans if span.kind != "reading"]
    replaced: set[Span] = set()
    added: list[Span] = []
    for word in words:
        inside = [span for span in own if word.start <= span.start and span.end <= word.end]
        if len(inside) < sum(span.start < word.end and word.start < span.end for span in own):
            continue  # the author's reading goes over an end of the word
        is_known = vocabulary.knows(word.word, word.simplified)
        gloss = "" if is_known or not style.glosses else _gloss(word, style)
        wanted = style.words == "all" or not is_known
        reading = _reading(word, inside, style) if wanted and (word.reading or inside) else ""
        if reading or gloss:
            replaced.update(inside)
            if inside and not reading:
                reading = _reading(word, inside, replace(style, spelling="marks"))
        added += [Span(word.start, word.end, "reading", reading)] if reading else []
        added += [Span(word.start, word.end, "gloss", gloss)] if gloss else []
    spans = (*kept, *(span for span in own if span not in replaced), *added)
    return replace(prose, spans=tuple(sorted(spans, key=span_order)))


def _gloss(word: TextWord, style: HelpStyle) -> str:
    return word.traditional_gloss if style.is_traditional and word.traditional_gloss else word.gloss


def _reading(word: TextWord, own: list[Span], style: HelpStyle) -> str:
    """Returns the reading of a word as one word; the author's takes the place of the dictionary's."""
    from reader.layout.annotations import SYLLABLE_EDGE
    from reader.learning.pinyin import joined, written

    if style.spelling == "none":
        return ""
    parts = [written(part, style.spelling) for part in word.reading.split(" ")] if word.reading else []
    if own:
        return " ".join(_with_own(word, own, parts))
    return joined(" ".join(parts), style.spelling, SYLLABLE_EDGE)


def _with_own(word: TextWord, own: list[Span], parts: list[str]) -> Iterator[str]:
    """Yields the parts of a reading of which the author has written some."""
    here = word.start
    for span in own:
        yield from parts[here - word.start : span.start - word.start]
        yield span.target
        here = span.end
    yield from parts[here - word.start :] if len(parts) == word.end - word.start else ()
