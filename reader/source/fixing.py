"""Fixes of faults that have one right answer, made in the file's text; its content stays the same.

Half-width punctuation of Chinese texts becomes full-width, spaces between their characters are removed, radicals
become characters, missing ids are added, the name of a licence becomes its identifier, and a text with blank lines
becomes an entry for each paragraph.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right

from reader.gate import clean
from reader.model.address import ID_PATTERN, PARAGRAPH_NUMBER
from reader.model.provenance import identifier_meant
from reader.model.radicals import with_unified
from reader.model.scripts import FULL_WIDTH
from reader.model.text import Text
from reader.source.checks.mending import MENDED_RULES, changes_of
from reader.source.checks.walking import node_of_side
from reader.source.editing import Edit, apply_edits, line_end
from reader.source.loading import load_source
from reader.source.nodes import Scalar
from reader.source.scalar_places import at, value_runs
from reader.source.source_file import SourceFile
from reader.source.splitting import with_paragraphs
from reader.source.syntax_tree import MAPPING, SCALAR, parse_syntax
from reader.source.typed_marks import HALF_WIDTH_BRACKETS, normalised
from reader.source.yaml_parser import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.text import Prose
    from reader.source.diagnostic import Diagnostic
    from reader.source.schema.load_context import LoadContext
    from reader.source.syntax_tree import SyntaxNode

FIXABLE = ("R422", "S303", *MENDED_RULES)
"""The rules whose breaches have a fix, where only one is possible."""
MAX_PASSES = 5
MAX_ID_WORDS = 6
_HALF_WIDTH = str.maketrans({full: half for half, full in (FULL_WIDTH | HALF_WIDTH_BRACKETS).items()})
_FOLDED_HEADER = re.compile(r"(?:&\S+\s+)?>")


def fixed(text: str, path: str = "<text>") -> str:
    """Returns an issue file's text with all safe fixes; the same text if there are none."""
    for _ in range(MAX_PASSES):
        source = SourceFile(path, text)
        if parse(source) is None or source.diagnostics:
            return text
        loaded, context = load_source(SourceFile(path, text))
        found = [d for d in loaded.diagnostics if d.code in FIXABLE]
        root = parse_syntax(text)
        edits = [*_text_edits(text, root, found, context), *_id_edits(text, path, root, found)]
        changed = apply_edits(text, edits)
        if changed == text or not _has_same_content(root, changed):
            has_blank_lines = any(d.code == "T708" for d in loaded.diagnostics)
            return with_paragraphs(text, path) if has_blank_lines else text
        text = changed
    return text


def _text_edits(text: str, root: SyntaxNode, found: Iterable[Diagnostic], context: LoadContext) -> Iterator[Edit]:
    """Yields the edits for faults inside texts (R422, T702, T703, T705, T715)."""
    scalars = sorted(
        (value for value in _values(root) if value.kind == SCALAR), key=lambda value: (value.line, value.column)
    )
    places = [(value.line, value.column) for value in scalars]
    codes: dict[int, set[str]] = {}
    for diagnostic in found:
        number = bisect_right(places, (diagnostic.line - 1, diagnostic.column - 1)) - 1
        if diagnostic.code != "S303" and number >= 0:
            codes.setdefault(number, set()).add(diagnostic.code)
    for number, of_text in codes.items():
        scalar = scalars[number]
        if "R422" in of_text and scalar.style not in ("|", ">") and (meant := identifier_meant(scalar.value)):
            anchor = f"&{scalar.anchor} " if scalar.anchor else ""
            yield Edit(scalar.start, scalar.end, anchor + meant)
    for each in context.all_built(Text) if codes else ():
        for tag, prose in each.sides:
            node = node_of_side(context.node(each), tag)
            if isinstance(node, Scalar):
                number = bisect_right(places, (node.line, node.column)) - 1
                of_text = codes.pop(number, set())  # of a value with an alias once
                if "R422" not in of_text:
                    yield from _word_edits(text, scalars[number], prose, tag, of_text)


def _word_edits(text: str, scalar: SyntaxNode, prose: Prose, tag: str, codes: set[str]) -> Iterator[Edit]:
    """Yields the edits for faults in the words of a value."""
    if "T703" in codes and scalar.style == ">":  # what is left then is found in the literal block
        header = _FOLDED_HEADER.match(text, scalar.start)
        if header:
            yield Edit(header.end() - 1, header.end(), "|")
        codes = codes - {"T703"}
    if codes and clean(scalar.value) == scalar.value:
        runs = value_runs(text, scalar)
        for change in changes_of(scalar.value, prose, tag, codes):
            yield Edit(at(runs, change.start), at(runs, change.end), change.new)


def _id_edits(text: str, path: str, root: SyntaxNode, found: Iterable[Diagnostic]) -> Iterator[Edit]:
    """Yields the edits that add missing ids (S303)."""
    mappings = {(value.line, value.column): value for value in _values(root) if value.kind == MAPPING}
    taken = {entry.value.value for entry in root.walk() if entry.key and entry.key.value == "id"}
    for diagnostic in found:
        mapping = mappings.get((diagnostic.line - 1, diagnostic.column - 1))
        lacks_id = diagnostic.code == "S303" and diagnostic.message.endswith("'id'")
        if not lacks_id or mapping is None or not mapping.entries or mapping.get("id"):
            continue
        made = _id_of_file(path) if mapping is root else _new_id(mapping, taken)
        key = mapping.entries[0].key
        if made and key:
            taken.add(made)
            after = ", " if mapping.flow else line_end(text) + " " * key.column
            yield Edit(key.start, key.start, f"id: {made}{after}")


def _id_of_file(path: str) -> str:
    """Returns the id that a file's name is; empty if the name is not an id."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem if re.fullmatch(ID_PATTERN, stem) else ""


def _new_id(mapping: SyntaxNode, taken: set[str]) -> str:
    """Returns an id that nothing has yet, made of the title or the file's name in a mapping."""
    noun = "article" if mapping.get("body") else "section" if mapping.get("articles") else "figure"
    named = mapping.get("file" if noun == "figure" else "title")
    texts = [named.value, *(entry.value for entry in named.value.entries)] if named else []
    words = max((re.findall("[a-z0-9]+", os.path.splitext(t.value)[0].lower()) for t in texts), key=len, default=[])
    made = "-".join(words[:MAX_ID_WORDS])
    if not made or re.match(PARAGRAPH_NUMBER, made):
        made = noun
    number = 1
    while (candidate := made if number == 1 else f"{made}-{number}") in taken:
        number += 1
    return candidate


def _values(root: SyntaxNode) -> Iterator[SyntaxNode]:
    yield root
    for entry in root.walk():
        yield entry.value


def _has_same_content(root: SyntaxNode, changed: str) -> bool:
    """Whether a changed text has the same content but for added ids, and the forms that a fix may change."""
    source = SourceFile("<text>", changed)
    if parse(source) is None or source.diagnostics:
        return False
    return _equals(root, parse_syntax(changed))


def _equals(one: SyntaxNode, other: SyntaxNode) -> bool:
    if one.kind != other.kind or one.anchor != other.anchor:
        return False
    if _bare(one.value) != _bare(other.value) and identifier_meant(one.value) != other.value:
        return False
    added = one.kind == MAPPING and not one.get("id")
    theirs = [e for e in other.entries if not (added and e.key and e.key.value == "id")]
    return len(one.entries) == len(theirs) and all(
        (a.key and a.key.value) == (b.key and b.key.value) and _equals(a.value, b.value)
        for a, b in zip(one.entries, theirs, strict=True)
    )


def _bare(text: str) -> str:
    """Returns a text without spaces and asterisks, with half-width punctuation and ordinary characters."""
    return with_unified("".join(normalised(text).replace("*", "").split()).translate(_HALF_WIDTH))
