"""Small changes of an issue file: replaces spans of its text, the rest stays byte for byte.

A changed text is read again and compared before it is returned.
"""

from __future__ import annotations

import re

from reader.errors import UnusableError
from reader.model.record import record, replace
from reader.source.loading import load_text
from reader.source.syntax_tree import MAPPING, SEQUENCE, parse_syntax

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.model.magazine import AcceptedTranslation, Issue
    from reader.source.syntax_tree import SyntaxNode


@record
class Edit:
    """The replacement of ``text[start:end]`` of a file by ``new``."""

    start: int
    end: int
    new: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Returns a text with edits, which must not overlap."""
    parts = []
    here = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        assert edit.start >= here, "edits overlap"
        parts += [text[here : edit.start], edit.new]
        here = edit.end
    return "".join(parts) + text[here:]


def sections_of(root: SyntaxNode) -> Iterator[SyntaxNode]:
    """Yields the mappings of an issue's sections."""
    yield from _mappings(root, "sections")


def articles_of(root: SyntaxNode) -> Iterator[SyntaxNode]:
    """Yields the mappings of an issue's articles."""
    for section in sections_of(root):
        yield from _mappings(section, "articles")


def value_of(mapping: SyntaxNode, key: str) -> str:
    """Returns the text of a key's value; empty if there is no such key."""
    entry = mapping.get(key)
    return entry.value.value.strip() if entry else ""


def line_end(text: str) -> str:
    """Returns the line end of a file, CRLF or LF."""
    return "\r\n" if "\r\n" in text else "\n"


def insert_key(text: str, mapping: SyntaxNode, before: str, line: str) -> Edit:
    """Returns the edit that inserts a line ``key: value`` into a mapping.

    The line goes above the key ``before``, or above another key if comments belong to that one.
    """
    entries = [entry for entry in mapping.entries if not entry.before] or mapping.entries
    there = next((entry for entry in entries if entry.key and entry.key.value == before), entries[-1])
    assert there.key
    start = there.key.start
    after = ", " if mapping.flow else line_end(text) + " " * there.key.column
    return Edit(start, start, line + after)


def with_accepted(text: str, issue: Issue, accepted: Mapping[str, tuple[AcceptedTranslation, ...]]) -> str:
    """Returns an issue file's text with new values of ``translated`` for some articles.

    Args:
        text: The file's text.
        issue: The issue that was read from it.
        accepted: The new values by the id of the article.

    Raises:
        UnusableError: If the changed text would not be read as the issue with these values.
    """
    edits = []
    for article in articles_of(parse_syntax(text)):
        translations = accepted.get(value_of(article, "id"))
        if translations is None:
            continue
        edits.append(_accepting(text, article, translations))
    changed = apply_edits(text, edits)
    sections = tuple(
        replace(
            section,
            articles=tuple(
                replace(article, translated=accepted[article.id]) if article.id in accepted else article
                for article in section.articles
            ),
        )
        for section in issue.sections
    )
    return read_as(changed, replace(issue, sections=sections))


def _accepting(text: str, article: SyntaxNode, translations: Sequence[AcceptedTranslation]) -> Edit:
    """Returns the edit that gives an article a value of ``translated``."""
    from reader.source.schema.issue import hash_lines

    entry = article.get("translated")
    blocks = {each.language: hash_lines(each.hashes) for each in translations}
    in_line = article.flow or all(len(lines) == 1 for lines in blocks.values())
    if in_line:
        value = "{" + ", ".join(f"{each.language}: {' '.join(each.hashes)}" for each in translations) + "}"
        if entry and entry.value.flow:
            return Edit(entry.value.start, entry.value.end, value)
        line = f"translated: {value}"
    else:
        key = entry.key if entry else article.entries[0].key
        assert key
        beside = f" {entry.beside}" if entry and entry.value.flow and entry.beside else ""
        line = line_end(text).join(_hash_blocks(blocks, " " * key.column, beside))
    if not (entry and entry.key):
        return insert_key(text, article, "body", line)
    end = len(text[: entry.value.end].rstrip())
    if entry.value.flow and not in_line and entry.beside:  # its comment is above the hashes now
        end += len(re.split(r"[\r\n]", text[end:], maxsplit=1)[0])
    return Edit(entry.key.start, end, line)


def _hash_blocks(blocks: Mapping[str, list[str]], indent: str, beside: str) -> Iterator[str]:
    """Yields the lines of ``translated`` with a block of lines for each language; the first has no indent."""
    yield f"translated:{beside}"
    for language, lines in blocks.items():
        yield f"{indent}  {language}: {lines[0] if len(lines) == 1 else '|'}"
        if len(lines) > 1:
            yield from (f"{indent}    {line}" if line else "" for line in lines)


def with_article(text: str, issue: Issue, section_id: str, lines: list[str]) -> str:
    """Returns an issue file's text with one more article at the end of a section.

    Args:
        text: The file's text.
        issue: The issue that was read from it.
        section_id: The id of the section.
        lines: The lines of the article's keys, without indent.

    Raises:
        UnusableError: If the changed text would not be read as the issue with one more article.
    """
    section = next(s for s in sections_of(parse_syntax(text)) if value_of(s, "id") == section_id)
    entry = section.get("articles")
    assert entry
    articles = entry.value
    assert articles.kind == SEQUENCE
    if articles.flow or articles.entries[-1].value.flow:
        raise UnusableError("the articles are written in brackets; reader fmt puts them on lines of their own")
    end, dash = line_end(text), " " * articles.column
    index = _end_of_block(text, articles)
    head, *rest = lines
    added = [f"{dash}- {head}", *(f"{dash}  {line}" if line else "" for line in rest)]
    before = "" if text[:index].endswith(("\n", "\r")) else end
    changed = apply_edits(text, [Edit(index, index, before + end.join(added) + end)])
    loaded = load_text(changed)
    if loaded.issue:
        without = tuple(
            replace(s, articles=s.articles[:-1]) if s.id == section_id else s for s in loaded.issue.sections
        )
        if replace(loaded.issue, sections=without) == issue:
            return changed
    raise UnusableError("with that article the rest would be read differently, so the file was left as it is")


def after_value(text: str, value: SyntaxNode) -> int:
    """Returns the beginning of the line after a value."""
    return next_line(text, len(text[: value.end].rstrip()))


def next_line(text: str, index: int) -> int:
    """Returns the beginning of the line after that of an index."""
    return text.find("\n", index) + 1 or len(text)


def _end_of_block(text: str, block: SyntaxNode) -> int:
    """Returns the end of a block's lines and of the comments under it that have a deeper indent."""
    here = text.find("\n", len(text[: block.end].rstrip())) + 1
    end = here or len(text)
    while here and here < len(text):
        following = text.find("\n", here) + 1 or len(text)
        line = text[here:following]
        bare = line.lstrip(" ")
        if bare.startswith("#") and len(line) - len(bare) > block.column:
            end = following
        elif bare.strip():
            break
        here = following
    return end


def _mappings(mapping: SyntaxNode, key: str) -> Iterator[SyntaxNode]:
    entry = mapping.get(key)
    if entry and entry.value.kind == SEQUENCE:
        yield from (inner.value for inner in entry.value.entries if inner.value.kind == MAPPING)


def read_as(text: str, issue: Issue) -> str:
    """Returns a changed text.

    Raises:
        UnusableError: If it would not be read as the issue.
    """
    if load_text(text).issue != issue:
        raise UnusableError("the rest would be read differently, so the file was left as it is")
    return text
