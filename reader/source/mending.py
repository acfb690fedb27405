"""Faults that have one right answer, mended in the file's text: what it says stays the same.

Half-width punctuation between Chinese characters becomes full-width, spaces between them go, a missing id is written.
"""

from __future__ import annotations

import os
import re

from reader.model.address import ID_PATTERN, PARAGRAPH_NUMBER
from reader.source.checks import HAN, PUNCTUATION
from reader.source.document import MAPPING, SCALAR, document
from reader.source.editing import Edit, applied, line_end
from reader.source.loading import load_text
from reader.source.nodes import SourceFile, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.source.diagnostic import Diagnostic
    from reader.source.document import Written

MENDED = ("S303", "T702", "T703")
"""The rules whose breaches are mended, where there is one way to."""
MAX_PASSES = 5
MAX_ID_WORDS = 6
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_HALF = str.maketrans({full: half for half, full in _FULL.items()})
_PUNCTUATED = re.compile(rf"\]\([^)\s]*\)|(?<=[{HAN}])([,;:!?.])(?=[{HAN}])")
_SPACED = re.compile(rf"(?<=[{HAN}{PUNCTUATION}]) +(?=[{HAN}])")
_FOLDED = re.compile(rf"(?<=[{HAN}{PUNCTUATION}])[ \t]*\r?\n[ \t]*(?=[{HAN}])")
_HEADER = re.compile(r"(&\S+\s+)?>")


def mended(text: str, path: str = "<text>") -> str:
    """Returns an issue file's text with what can be mended; the same text if there is nothing, or nothing safe."""
    for _ in range(MAX_PASSES):
        source = SourceFile(path, text)
        if parse(source) is None or source.diagnostics:
            return text
        found = [d for d in load_text(text, path).diagnostics if d.code in MENDED]
        root = document(text)
        changed = applied(text, _edits(text, path, root, found))
        if changed == text or not _says_the_same(root, changed):
            return text
        text = changed
    return text


def _edits(text: str, path: str, root: Written, found: list[Diagnostic]) -> Iterator[Edit]:
    values = {(value.line, value.column, value.kind): value for value in _values(root)}
    wanted: dict[int, set[str]] = {}
    taken = {entry.value.value for entry in root.walk() if entry.key and entry.key.value == "id"}
    for diagnostic in found:
        place = diagnostic.line - 1, diagnostic.column - 1
        scalar, mapping = values.get((*place, SCALAR)), values.get((*place, MAPPING))
        if diagnostic.code != "S303" and scalar:
            wanted.setdefault(id(scalar), set()).add(diagnostic.code)
        elif mapping and mapping.entries and not mapping.get("id") and diagnostic.message.endswith("'id'"):
            made = _id_for(mapping, path if mapping is root else "", taken)
            if made:
                taken.add(made)
                key = mapping.entries[0].key
                assert key
                after = ", " if mapping.flow else line_end(text) + " " * key.column
                yield Edit(key.start, key.start, f"id: {made}{after}")
    for scalar in values.values():
        if codes := wanted.get(id(scalar)):
            yield Edit(scalar.start, scalar.end, _mended_scalar(text[scalar.start : scalar.end], scalar.style, codes))


def _mended_scalar(raw: str, style: str, codes: set[str]) -> str:
    if "T703" in codes:
        if style == ">":
            raw = _HEADER.sub(lambda header: (header[1] or "") + "|", raw, count=1)
        elif style != "|":
            raw = _FOLDED.sub("", raw)
        raw = _SPACED.sub("", raw)
    if "T702" in codes:
        for _ in range(2):  # of 水,四,季 the second mark is seen when the first is done
            raw = _PUNCTUATED.sub(lambda mark: _FULL[mark[1]] if mark[1] else mark[0], raw)
    return raw


def _id_for(mapping: Written, path: str, taken: set[str]) -> str:
    """Returns an id that nothing has yet, from a file's name or a title; nothing if a file's name is no id."""
    if path:
        stem = os.path.splitext(os.path.basename(path))[0]
        return stem if re.fullmatch(ID_PATTERN, stem) else ""
    noun = "article" if mapping.get("body") else "section" if mapping.get("articles") else "figure"
    named = mapping.get("file" if noun == "figure" else "title")
    texts = [named.value, *(entry.value for entry in named.value.entries)] if named else []
    words = max((re.findall("[a-z0-9]+", os.path.splitext(t.value)[0].lower()) for t in texts), key=len, default=[])
    made = "-".join(words[:MAX_ID_WORDS])
    if not made or re.match(PARAGRAPH_NUMBER, made):
        made = noun
    number = 1
    while (wanted := made if number == 1 else f"{made}-{number}") in taken:
        number += 1
    return wanted


def _values(root: Written) -> Iterator[Written]:
    yield root
    for entry in root.walk():
        yield entry.value


def _says_the_same(root: Written, changed: str) -> bool:
    """Whether a changed text is the same but for spaces, the width of punctuation, and ids that were missing."""
    source = SourceFile("<text>", changed)
    if parse(source) is None or source.diagnostics:
        return False
    return _says(root, document(changed))


def _says(one: Written, other: Written) -> bool:
    if one.kind != other.kind or one.anchor != other.anchor:
        return False
    if _bare(one.value) != _bare(other.value):
        return False
    added = one.kind == MAPPING and not one.get("id")
    theirs = [e for e in other.entries if not (added and e.key and e.key.value == "id")]
    return len(one.entries) == len(theirs) and all(
        (a.key and a.key.value) == (b.key and b.key.value) and _says(a.value, b.value)
        for a, b in zip(one.entries, theirs, strict=True)
    )


def _bare(text: str) -> str:
    return "".join(text.split()).translate(_HALF)
