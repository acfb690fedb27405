"""Writes marks for other programs: Markdown, CSV, and Anki's text format. Pure functions.

A text of a mark never becomes markup, a formula or another field.
"""

from __future__ import annotations

import re
import time

from reader.marks.json_entries import BYTE_ORDER_MARK
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, PLACE, WORD
from reader.model.language import is_ideographic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.marks.mark import Mark, MarkKind

CSV_COLUMNS = ("kind", "address", "language", "text", "beside", "note", "name", "made", "changed", "citation", "id")
ANKI_COLUMNS = ("Id", "Word", "Pinyin", "Meaning", "Sentence", "Translation", "Citation", "Tags")
_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


# -- Markdown ---------------------------------------------------------------------------------------------------


def markdown(marks: Iterable[Mark]) -> str:
    """Returns highlights, notes, words and bookmarks as Markdown, grouped by article, in the order given."""
    groups: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        if mark.kind != PLACE:
            groups.setdefault((mark.issue, mark.article), []).append(mark)
    parts = []
    for (issue, article), held in groups.items():
        parts.append(f"## {escaped(_on_one_line(_heading(held[0]) or f'{issue}/{article}'))}")
        parts += ["\n\n".join(_markdown_of(mark)) for mark in held]
    return "\n\n".join(parts) + "\n" if parts else ""


def _heading(mark: Mark) -> str:
    """Returns the part of a citation that names the article: without the page and the address."""
    parts = mark.citation.split(" · ")
    return " · ".join(part for part in parts[:-1] if not part.startswith("P."))


def _markdown_of(mark: Mark) -> Iterator[str]:
    if mark.kind == WORD:
        yield f"**{escaped(_on_one_line(mark.text))}**" + (f" — {_paragraphs(mark.note)}" if mark.note else "")
    elif mark.name:
        yield f"**{escaped(_on_one_line(mark.name))}**"
    if quoted := [_paragraphs(text) for text in _texts(mark)]:
        lines = "\n\n".join(quoted).split("\n")
        yield "\n".join(f"> {line}".rstrip() for line in lines)
    if mark.note and mark.kind != WORD:
        yield _paragraphs(mark.note)
    yield f"— {escaped(_on_one_line(mark.citation or mark.address))}"


def _paragraphs(text: str) -> str:
    """Returns a text as Markdown that keeps its lines: hard breaks between them, blank lines between paragraphs."""
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", _with_line_feeds(text).strip())
    return "\n\n".join("\\\n".join(escaped(paragraph).split("\n")) for paragraph in paragraphs)


def _with_line_feeds(text: str) -> str:
    """Returns a text in which every line end is a line feed."""
    return _LINE_END.sub("\n", text)


def _on_one_line(text: str) -> str:
    """Returns a text on one line, with one blank where it had line ends and blanks."""
    return " ".join(text.split())


def _texts(mark: Mark) -> list[str]:
    """Returns the marked text in each language, and the texts beside it; of a word its sentences only."""
    if mark.kind == WORD and mark.beside:
        return [text for _, text in mark.beside]
    languages = dict.fromkeys(quote.language for quote in mark.quotations)
    marked = ["\n\n".join(q.exact for q in mark.quotations if q.language == language) for language in languages]
    return [*marked, *(text for _, text in mark.beside)]


_SIGNS = r"([\\`*_\[\]<>&~|#$^]|(?<=:)//|(?<=www)\.|@)"
_LINE_SIGNS = r"(?m)^([ \t]*)(?:([-+=])|(\d{1,9})([.)]))"


def escaped(text: str) -> str:
    """Returns a text as Markdown in which nothing is more than text: no emphasis, link, heading, list or HTML."""
    text = re.sub(_SIGNS, lambda found: f"\\{found[0]}", text)
    text = re.sub(_LINE_SIGNS, lambda m: (m[1] or "") + (f"\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}"), text)
    return re.sub(r"(?m)^[ \t]+", "", text)


# -- CSV --------------------------------------------------------------------------------------------------------


def csv(marks: Iterable[Mark]) -> str:
    """Returns marks as a table: RFC 4180 with line feeds, a row for each mark, times in UTC.

    The byte order mark before it tells Excel that it is UTF-8.
    """
    lines = [BYTE_ORDER_MARK + ",".join(CSV_COLUMNS)]
    for mark in marks:
        language = mark.quotations[0].language if mark.quotations else ""
        beside = "\n\n".join(dict.fromkeys((*_other_texts(mark, language), *(text for _, text in mark.beside))))
        cells = (
            *(mark.kind, mark.address, language, mark.text, beside, mark.note, mark.name),
            *(_time(mark.made), _time(mark.changed), mark.citation, mark.id),
        )
        lines.append(",".join(map(_cell, cells)))
    return "\n".join(lines) + "\n"


def _other_texts(mark: Mark, language: str) -> list[str]:
    return [quote.exact for quote in mark.quotations if quote.language != language]


def _cell(text: str) -> str:
    """Returns a quoted cell; one that a spreadsheet would read as a formula gets an apostrophe before it."""
    guard = "'" if text.startswith(_FORMULA) else ""
    return '"' + guard + _with_line_feeds(text).replace('"', '""') + '"'


def _time(ms: int) -> str:
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(ms // 1000))
    except (OverflowError, ValueError, OSError):
        return ""


# -- Anki ---------------------------------------------------------------------------------------------------------


def anki(marks: Iterable[Mark], tell: Callable[[Mark], tuple[str, str]] | None = None) -> str:
    """Returns the words among marks as Anki's import reads them; a note imported again replaces itself.

    Args:
        marks: The marks.
        tell: Returns the reading and the sense of a word; without it these are pinyin of the word alone, and its note.
    """
    lines = [
        *("#separator:Tab", "#html:false", "#guid column:1", f"#tags column:{len(ANKI_COLUMNS)}"),
        "#columns:" + "\t".join(ANKI_COLUMNS),
    ]
    for mark in marks:
        if mark.kind == WORD:
            language = mark.quotations[0].language if mark.quotations else ""
            sentence = next((text for tag, text in mark.beside if tag == language), "")
            translation = next((text for tag, text in mark.beside if tag != language), "")
            reading, sense = tell(mark) if tell else ("", mark.note)
            if is_ideographic(language) and not reading:
                reading = pinyin(mark.text)
            fields = (mark.id, mark.text, reading, sense)
            tags = f"reader {mark.issue} {mark.issue}::{mark.article}"
            lines.append("\t".join(map(_field, (*fields, sentence, translation, mark.citation, tags))))
    return "\n".join(lines) + "\n"


def _field(text: str) -> str:
    """Returns a field that keeps its lines, quoted if Anki would misread it else.

    Anki makes a line break of a line feed in a quoted field.
    """
    text = "\n".join(_on_one_line(line) for line in _with_line_feeds(text).strip().split("\n"))
    is_quoted = '"' in text or "\n" in text or text.startswith("#")
    return '"' + text.replace('"', '""') + '"' if is_quoted else text


def pinyin(text: str) -> str:
    """Returns the pinyin of a Chinese text with tones, with a blank between syllables."""
    from pypinyin import lazy_pinyin  # its dictionaries take long to load
    from pypinyin.constants import Style

    return " ".join(" ".join(lazy_pinyin(text, style=Style.TONE)).split())


def kinds_of(name: str) -> tuple[MarkKind, ...]:
    """Returns the kinds of marks that are written in an export format; empty for all kinds."""
    kinds: dict[str, tuple[MarkKind, ...]] = {"anki": (WORD,), "md": (BOOKMARK, HIGHLIGHT, NOTE, WORD)}
    return kinds.get(name, ())
