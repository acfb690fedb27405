"""Catalogues of gettext (PO) as documents."""

from __future__ import annotations

import re

from reader.errors import UnusableError
from reader.importing.documents.document import Document, SourceUnit
from reader.importing.documents.languages import declared_tag, tag_by_content
from reader.importing.documents.prose_building import plain
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9]{1,2})\])?)[ \t]*(.*)\Z")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"[ \t]*\Z")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": " ", "b": " ", "f": " ", "v": " "}
_FIELD = re.compile(r"^(Language|Source-Language|X-Source-Language):[ \t]*(\S+)", re.MULTILINE)


@record
class _Entry:
    """A message, its translation, and the comments on it."""

    line: int
    texts: tuple[tuple[str, str], ...]
    """Keywords, such as ``msgid`` and ``msgstr[1]``, and their texts."""
    comments: tuple[str, ...]
    is_fuzzy: bool

    def get(self, keyword: str) -> str:
        """Returns the text of a keyword; empty if it has none."""
        return next((text for name, text in self.texts if name == keyword), "")


def read_po(text: str, name: str) -> Document:
    """Returns a catalogue as a document; ``name`` is its name in messages.

    Raises:
        UnusableError: A line is no part of a catalogue.
    """
    units: list[SourceUnit] = []
    comments: list[str] = []
    source = target = ""
    for number, entry in enumerate(_entries(text, name)):
        message = entry.get("msgid")
        if not message:
            fields = dict(_FIELD.findall(entry.get("msgstr")))
            target = declared_tag(fields.get("Language", "")) or target
            source = declared_tag(fields.get("X-Source-Language", "") or fields.get("Source-Language", "")) or source
            continue
        comments += entry.comments
        units += _units(entry, number)
    tags = (source or _language(units, 0), target or _language(units, 1))
    found = [replace(unit, tag=tags[unit.level], level=0, is_target=unit.level == 1) for unit in units]
    return Document("po", tuple(found), unplaced=tuple(dict.fromkeys(comments)))


def _language(units: Sequence[SourceUnit], level: int) -> str:
    """Returns the language of the messages, or of the translations, by their words."""
    return tag_by_content("\n".join(unit.text.text for unit in units if unit.level == level))


def _units(entry: _Entry, number: int) -> Iterator[SourceUnit]:
    """Yields the units of a message: the plural as a pair of its own; ``level`` is 1 for translations."""
    doubt = "the translation is marked as fuzzy" if entry.is_fuzzy else ""
    context = entry.get("msgctxt")
    key = f"{number} {context}\x04{entry.get('msgid')}" if context else f"{number} {entry.get('msgid')}"
    forms = [text for keyword, text in entry.texts if keyword.startswith("msgstr") and text]
    messages = [text for text in (entry.get("msgid"), entry.get("msgid_plural")) if text]
    if len(messages) == len(forms):
        for at, (one, other) in enumerate(zip(messages, forms, strict=True)):
            yield from _pair(one, other, f"{key} {at}" if at else key, doubt)
        return
    if len(messages) == 2 and len(forms) > 2:  # the further forms are the plural's, too
        yield from _pair(messages[0], forms[0], key, doubt)
        messages, forms, key = messages[1:], forms[1:], f"{key} 1"
    for text in messages:
        yield SourceUnit("paragraph", plain(text), key=key)
    for text in forms:
        yield SourceUnit("paragraph", plain(text), level=1, key=key, doubt=doubt)


def _pair(message: str, translation: str, key: str, doubt: str) -> Iterator[SourceUnit]:
    yield SourceUnit("paragraph", plain(message), key=key)
    yield SourceUnit("paragraph", plain(translation), level=1, key=key, doubt=doubt)


def _entries(text: str, name: str) -> Iterator[_Entry]:
    """Yields the entries of a catalogue; those that are out of use are left out."""
    texts: list[tuple[str, list[str]]] = []
    comments: list[str] = []
    is_fuzzy = False
    begun = 0

    def made() -> _Entry:
        return _Entry(begun, tuple((keyword, "".join(parts)) for keyword, parts in texts), tuple(comments), is_fuzzy)

    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line.startswith("#"):
            if texts and texts[-1][0].startswith("msgstr"):
                yield made()
                texts, comments, is_fuzzy = [], [], False
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
            if line[1:2] in (" ", ".") and line[2:].strip():
                comments.append(line[2:].strip())
            continue
        if not line:
            continue
        keyword = _KEYWORD.match(line)
        if keyword:
            if keyword[1] in ("msgctxt", "msgid") and texts and texts[-1][0].startswith("msgstr"):
                yield made()
                texts, comments, is_fuzzy = [], [], False
            _check_order(keyword[1], [each for each, _ in texts], f"{name}: line {number:,}")
            begun = begun if texts else number
            texts.append((keyword[1], [_unquoted(keyword[3], f"{name}: line {number:,}")]))
        elif texts:
            texts[-1][1].append(_unquoted(line, f"{name}: line {number:,}"))
        else:
            raise UnusableError(f"{name}: line {number:,}: expected msgid or a comment")
    if texts:
        if not texts[-1][0].startswith("msgstr"):
            raise UnusableError(f"{name}: line {begun:,}: the message has no msgstr")
        yield made()


def _check_order(keyword: str, before: list[str], place: str) -> None:
    if keyword in before:
        raise UnusableError(f"{place}: a second {keyword} in one message")
    if keyword.startswith("msgstr") and "msgid" not in before:
        raise UnusableError(f"{place}: {keyword} without msgid")


def _unquoted(written: str, place: str) -> str:
    found = _STRING.match(written)
    if not found:
        raise UnusableError(f"{place}: a text without its closing quotation mark, or words outside of it")
    return _ESCAPE.sub(_character, found[1])


def _character(found: re.Match[str]) -> str:
    escape = found[1]
    if escape[0] == "x" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    if escape[0] in "01234567":
        return chr(int(escape, 8) % 256)
    return _ESCAPES.get(escape, escape)
