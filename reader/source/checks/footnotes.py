"""Checks of notes and their marks (R411 to R414)."""

from __future__ import annotations

import re

from reader.gate import quoted
from reader.model.address import ID_PATTERN
from reader.model.footnotes import FootnoteMark, is_marked_in, marks, marks_in
from reader.model.magazine import AlignedBody
from reader.source.checks.places import TextPlace
from reader.source.checks.walking import node_of_side
from reader.source.nodes import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Footnote, GlossaryEntry
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

_WRITTEN = re.compile(rf"\\[\\*\[\]{{}}|^_]|\[\^({ID_PATTERN})\]")
"""An escaped character, or the mark of a note."""


def check_footnotes(article: Article, context: LoadContext) -> None:
    """Reports marks without a note, notes without a mark, and marks and notes that a language lacks."""
    if context.lost_within(article):
        return  # a part that could not be read may have the note, or the mark
    known = {note.id: note for note in article.footnotes}
    found = list(marks(article))
    for mark in found:
        if mark.id not in known:
            hint = context.suggestion(mark.id, known) or f"write {mark.id}: and its text under notes: of this article"
            message = f"the note {quoted(mark.id)} is not defined"
            _report("R411", mark, message, hint, context)
    node = context.node(article, "notes")
    for note in article.footnotes:
        if not note.number and isinstance(node, Mapping):
            key = next(key for key, _ in node.entries.values() if key.value.strip() == note.id)
            message = f"the note {quoted(note.id)} has no mark"
            context.report("R412", key, message, f"write [^{note.id}] at its place in a text, or remove the note")
        _check_languages(note, article, context)
        _check_misplaced(note.text, "in the text of a note", context)
    if isinstance(article.body, AlignedBody):
        _check_pairs(found, known, context)


def check_glossary_marks(entries: list[GlossaryEntry], context: LoadContext) -> None:
    """Reports marks in the glossary, which has no notes."""
    for entry in entries:
        if entry.note:
            _check_misplaced(entry.note, "in the glossary", context)


def _check_misplaced(text: Text, where: str, context: LoadContext) -> None:
    """Reports the first mark in each language of a text that can have none."""
    for tag, prose in text.sides:
        if identifier := next(marks_in(prose), ""):
            message = f"the mark of a note is {where}, where it leads nowhere"
            _report("R414", FootnoteMark(identifier, tag, text), message, "remove it", context)


def _check_languages(note: Footnote, article: Article, context: LoadContext) -> None:
    """Reports a language whose text marks a note that has no text in it.

    In an aligned body, a language that the note lacks is reported as in all texts, if it is not lacking on purpose.
    """
    node = context.node(note.text)
    is_aligned = isinstance(article.body, AlignedBody)
    for tag in note.marked_in:
        if tag and not note.text.get(tag) and (note.text.is_absent(tag) or not is_aligned):
            message = f"a text in {tag} marks the note {quoted(note.id)}, which is missing in {tag}"
            context.report("R413", node_of_side(node, tag), message, f"write {tag}: with its text, or remove the mark")


def _check_pairs(found: list[FootnoteMark], known: dict[str, Footnote], context: LoadContext) -> None:
    """Reports marks that only one language of a text has, though its note has a text in the other one."""
    pairs: dict[int, tuple[Text, dict[str, set[str]]]] = {}
    for mark in found:
        pairs.setdefault(id(mark.text), (mark.text, {}))[1].setdefault(mark.id, set()).add(mark.language)
    for text, tags_of in pairs.values():
        for identifier, tags in tags_of.items():
            note = known.get(identifier)
            for tag in text.languages if note else ():
                if tag not in tags and note and note.text.get(tag) and not is_marked_in(note, tag):
                    marked = next(iter(sorted(tags)))
                    message = f"the note {quoted(identifier)} is marked in {marked}, but not in {tag}"
                    hint = f'write [^{identifier}] in the text under {tag}, or {tag}: "" in the note'
                    _report("R413", FootnoteMark(identifier, marked, text), message, hint, context)


def _report(code: str, mark: FootnoteMark, message: str, hint: str, context: LoadContext) -> None:
    """Reports at the first place where a text in a language has a mark."""
    place = TextPlace(mark.text, mark.language, context)
    written = _WRITTEN.finditer(place.source)
    offset = next((found.start() for found in written if found[1] == mark.id), 0)
    place.report_in_source(code, offset, message, hint)
