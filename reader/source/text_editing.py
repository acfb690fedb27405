"""Other texts in an issue file: the scalars of some languages are replaced or added, the rest stays byte for byte."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.model.footnotes import numbered
from reader.model.language import canonical
from reader.model.record import record, replace
from reader.model.text import Text, with_texts
from reader.source.editing import Edit, apply_edits, line_end
from reader.source.formatting import one_line
from reader.source.loading import load_text
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.texts import MIN_LITERAL_CHARS
from reader.source.syntax_tree import parse_syntax

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import Issue
    from reader.model.text import Prose
    from reader.source.schema.load_context import LoadContext
    from reader.source.syntax_tree import SyntaxEntry


@record
class NewSide:
    """A text's new side in a language."""

    text: Text
    language: str
    beside: str
    """Language after which it is written if the text has no such side yet."""
    prose: Prose
    written: str
    """The side as an issue file has it, with its markup."""

    def in_text(self) -> Text:
        """Returns the text with the side."""
        sides = dict(self.text.sides)
        if self.language in sides:
            return Text(tuple((tag, self.prose if tag == self.language else old) for tag, old in self.text.sides))
        after = [tag for tag, _ in self.text.sides].index(self.beside) + 1
        sides_now = self.text.sides
        return Text((*sides_now[:after], (self.language, self.prose), *sides_now[after:]))


def with_sides(issue: Issue, sides: Sequence[NewSide]) -> Issue:
    """Returns an issue with new sides of some of its texts."""
    new = {id(side.text): side.in_text() for side in sides}
    changed = with_texts(issue, lambda text: new.get(id(text), text))
    sections = (replace(each, articles=tuple(map(numbered, each.articles))) for each in changed.sections)
    return replace(changed, sections=tuple(sections))


def with_sides_written(text: str, context: LoadContext, changed: Issue, sides: Sequence[NewSide]) -> str:
    """Returns an issue file's text with new sides of some texts.

    Args:
        text: The file's text.
        context: The context of reading it, which knows the place of each text.
        changed: The issue with the new sides, as :func:`with_sides` makes it.
        sides: The sides.

    Raises:
        UnusableError: If the changed text would not be read as the changed issue.
    """
    entries = {(entry.value.line, entry.value.column): entry for entry in parse_syntax(text).walk()}
    edits = []
    for side in sides:
        node = context.node(side.text)
        held = {canonical(tag): value for tag, (_, value) in node.entries.items()} if isinstance(node, Mapping) else {}
        old, beside = held.get(side.language), held.get(side.beside)
        if isinstance(old, Scalar):
            edits.append(_replacing(text, entries[old.line, old.column], side.written))
        elif isinstance(beside, Scalar):
            edits.append(_adding(text, entries[beside.line, beside.column], side))
        else:
            raise UnusableError(f"“{side.text.best((side.beside,))[:30]}” is one text for every language")
    result = apply_edits(text, edits)
    loaded = load_text(result)
    if loaded.issue != changed:
        reason = f": {loaded.errors[0].message}" if loaded.errors else ""
        raise UnusableError(f"the texts would be read differently{reason}; the file was left as it is")
    return result


def _replacing(text: str, entry: SyntaxEntry, written: str) -> Edit:
    value = entry.value
    if value.is_blank:
        return _filling(text, entry, written)
    is_block = value.style in ("|", ">")
    end = len(text[: value.end].rstrip()) if is_block else value.end
    column = entry.key.column if entry.key else entry.column
    comment = f" {entry.beside}" if entry.beside else ""
    if comment and not is_block:
        return Edit(value.start, end, one_line(written, entry.within.flow))
    return Edit(value.start, end, _value(text, written, column, entry.within.flow, comment if is_block else ""))


def _filling(text: str, entry: SyntaxEntry, written: str) -> Edit:
    """Returns the edit that writes a side after its key, after which nothing is written yet."""
    start = entry.value.start
    end = start + len(text[start:]) - len(text[start:].lstrip(" \t"))
    before = {":": " ", " ": ""}.get(text[start - 1], ": ")  # between braces a key may be without its colon
    column = entry.key.column if entry.key else entry.column
    if entry.beside:
        return Edit(start, end, f"{before}{one_line(written, entry.within.flow)} ")
    return Edit(start, end, before + _value(text, written, column, entry.within.flow, ""))


def _adding(text: str, entry: SyntaxEntry, side: NewSide) -> Edit:
    """Returns the edit that adds a side under another one, or behind it in braces."""
    value, key = entry.value, entry.key
    assert key
    if entry.within.flow:
        return Edit(value.end, value.end, f", {side.language}: {one_line(side.written, True)}")
    here = text.find("\n", len(text[: value.end].rstrip())) + 1
    end = line_end(text)
    before = "" if here else end
    start = here or len(text)
    line = f"{' ' * key.column}{side.language}: {_value(text, side.written, key.column, False, '')}{end}"
    return Edit(start, start, before + line)


def _value(text: str, written: str, column: int, in_flow: bool, comment: str) -> str:
    """Returns a text as a value: a literal block if it is long or has lines, else on the line of its key."""
    lines = written.split("\n")
    is_long = len(written) >= MIN_LITERAL_CHARS or len(lines) > 1
    if in_flow or not is_long or written.endswith("\\") or written[:1] in " \t\n" or not lines[-1].strip():
        return one_line(written, in_flow) + comment
    indent = " " * (column + 2)
    return line_end(text).join([f"|{comment}", *(indent + line if line else "" for line in lines)])
