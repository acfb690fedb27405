"""Marks as JSON objects and back, for the store and for exchange. ``docs/MARKS.md`` describes the keys."""

from __future__ import annotations

import json
import re

from reader.gate import clean
from reader.marks.mark import KINDS, WHOLE, Mark, TextQuote, kind_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypedDict, TypeVar

    from reader.marks.mark import MarkKind

    T = TypeVar("T")

    class QuoteObject(TypedDict):
        """A text quote as a JSON object."""

        anchor: str
        language: str
        exact: str
        prefix: str
        suffix: str
        start: int

    class BesideObject(TypedDict):
        """A text in a language as a JSON object."""

        language: str
        text: str

    class MarkObject(TypedDict):
        """A mark as a JSON object."""

        id: str
        kind: MarkKind
        issue: str
        article: str
        made: int
        changed: int
        deleted: bool
        quotations: list[QuoteObject]
        beside: list[BesideObject]
        name: str
        note: str
        citation: str
        done: int
        finished: bool


MAX_CHARS = 1_000_000
"""Length of the longest text of a mark."""
MAX_PARTS = 1_000
"""Number of the quotes of a mark, at most."""
_MAX_NUMBER = 1 << 53
_ID = r"[A-Za-z0-9][A-Za-z0-9:/._-]{0,399}\Z"


def to_object(mark: Mark) -> MarkObject:
    """Returns a mark as a JSON object."""
    return {
        "id": mark.id,
        "kind": mark.kind,
        "issue": mark.issue,
        "article": mark.article,
        "made": mark.made,
        "changed": mark.changed,
        "deleted": mark.deleted,
        "quotations": [
            {
                "anchor": quote.anchor,
                "language": quote.language,
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
                "start": quote.start,
            }
            for quote in mark.quotations
        ],
        "beside": [{"language": language, "text": text} for language, text in mark.beside],
        "name": mark.name,
        "note": mark.note,
        "citation": mark.citation,
        "done": mark.done,
        "finished": mark.finished,
    }


def from_object(value: object) -> Mark:
    """Returns the mark of an object from elsewhere. Unknown keys are passed over; texts are cleaned.

    Raises:
        ValueError: If a key is missing or its value is invalid; the message names the key.
    """
    found = CheckedObject(value)
    kind = kind_named(found.text("kind"))
    if kind is None:
        raise ValueError(f"kind is none of {', '.join(KINDS)}")
    return Mark(
        found.name("id"),
        kind,
        found.name("issue"),
        found.name("article"),
        found.number("made"),
        found.number("changed"),
        found.flag("deleted"),
        tuple(map(_quote, found.objects("quotations"))),
        tuple((part.text("language"), part.text("text")) for part in found.objects("beside")),
        found.text("name"),
        found.text("note"),
        found.text("citation"),
        found.number("done", WHOLE),
        found.flag("finished"),
    )


def _quote(part: CheckedObject) -> TextQuote:
    anchor, language, exact, prefix, suffix = (
        part.text(key) for key in ("anchor", "language", "exact", "prefix", "suffix")
    )
    return TextQuote(anchor, language, exact, prefix, suffix, part.number("start"))


class CheckedObject:
    """A JSON object whose values are read by key; a missing or invalid value is refused with a :class:`ValueError`."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise ValueError("it is no object")
        self._value = value

    def _get(self, key: str, kind: type[T]) -> T:
        found = self._value.get(key)
        if type(found) is not kind:
            raise ValueError(f"{key} is missing" if found is None else f"{key} is invalid")
        return found

    def text(self, key: str) -> str:
        """Returns a text, cleaned."""
        found = self._get(key, str)
        if len(found) > MAX_CHARS:
            raise ValueError(f"{key} is longer than {MAX_CHARS} characters")
        return clean(found)

    def name(self, key: str) -> str:
        """Returns an id."""
        found = self.text(key)
        if not re.match(_ID, found):
            raise ValueError(f"{key} is invalid")
        return found

    def number(self, key: str, most: int = _MAX_NUMBER) -> int:
        """Returns a whole number from 0 to ``most``."""
        found = self._get(key, int)
        if not 0 <= found <= most:
            raise ValueError(f"{key} is not from 0 to {most}")
        return found

    def flag(self, key: str) -> bool:
        """Returns true or false."""
        return self._get(key, bool)

    def objects(self, key: str) -> list[CheckedObject]:
        """Returns a list of objects."""
        found: list[object] = self._get(key, list)
        if len(found) > MAX_PARTS:
            raise ValueError(f"{key} has more than {MAX_PARTS} entries")
        return list(map(CheckedObject, found))


# -- our own store ------------------------------------------------------------------------------------------


def to_line(mark: Mark) -> str:
    """Returns a mark as one line of JSON; equal marks are equal lines."""
    return json.dumps(to_object(mark), ensure_ascii=False, separators=(",", ":"))


def from_line(line: str) -> Mark:
    """Returns the mark that :func:`to_line` wrote. It checks the types of values only: the line is our own.

    Raises:
        ValueError: If it is no mark.
    """
    try:
        value = json.loads(line)
        quotations = tuple(TextQuote(*_values(part, _QUOTE_TYPES)) for part in value["quotations"])
        beside = tuple((part["language"] + "", part["text"] + "") for part in value["beside"])
        fields = (*_values(value, _TYPES_BEFORE), quotations, beside, *_values(value, _TYPES_AFTER))
        mark = Mark(*fields)
    except (RecursionError, KeyError, TypeError) as error:
        raise ValueError("it is no mark") from error
    if mark.kind not in KINDS:
        raise ValueError("it is no mark")
    return mark


_TYPES_BEFORE = {"id": str, "kind": str, "issue": str, "article": str, "made": int, "changed": int, "deleted": bool}
"""Types of the fields of a mark before its quotes."""
_TYPES_AFTER = {"name": str, "note": str, "citation": str, "done": int, "finished": bool}
_QUOTE_TYPES = {"anchor": str, "language": str, "exact": str, "prefix": str, "suffix": str, "start": int}


def _values(value: dict[str, Any], types: dict[str, type]) -> list[Any]:
    """Returns the values of some keys, each of its type."""
    found = [value[key] for key in types]
    if [*map(type, found)] != [*types.values()]:
        raise ValueError("it is no mark")
    return found
