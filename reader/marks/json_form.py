"""Marks as JSON objects and back, for the store and for exchange. ``docs/MARKS.md`` describes the keys."""

from __future__ import annotations

import json

from reader.gate import clean
from reader.marks.bounding import breach, fitted
from reader.marks.mark import KINDS, Mark, TextQuote, kind_named
from reader.model.bounds import MAX_MARK_PARTS

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
    mark = Mark(
        found.text("id"),
        kind,
        found.text("issue"),
        found.text("article"),
        found.number("made"),
        found.number("changed"),
        found.flag("deleted"),
        tuple(map(_quote, found.objects("quotations"))),
        tuple((part.text("language"), part.text("text")) for part in found.objects("beside")),
        found.text("name"),
        found.text("note"),
        found.text("citation"),
        found.number("done"),
        found.flag("finished"),
    )
    if reason := breach(mark):
        raise ValueError(reason)
    return mark


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
        return clean(self._get(key, str))

    def number(self, key: str) -> int:
        """Returns a whole number."""
        return self._get(key, int)

    def flag(self, key: str) -> bool:
        """Returns true or false."""
        return self._get(key, bool)

    def objects(self, key: str) -> list[CheckedObject]:
        """Returns a list of objects."""
        found: list[object] = self._get(key, list)
        if len(found) > MAX_MARK_PARTS:
            raise ValueError(f"{key} has more than {MAX_MARK_PARTS:,} entries")
        return list(map(CheckedObject, found))


# -- our own store ------------------------------------------------------------------------------------------


def to_line(mark: Mark) -> str:
    """Returns a mark as one line of JSON; equal marks are equal lines."""
    return json.dumps(to_object(mark), ensure_ascii=False, separators=(",", ":"))


def from_line(line: str) -> Mark:
    """Returns the mark that :func:`to_line` wrote.

    Raises:
        ValueError: If it is no mark, or beyond the bounds of marks.
    """
    mark = from_any_line(line)
    if reason := breach(mark, len(line)):
        raise ValueError(reason)
    return mark


def from_any_line(line: str) -> Mark:
    """Returns the mark of a line, whatever its bounds: an older version may have written it.

    Raises:
        ValueError: If it is no mark.
    """
    try:
        line.encode()
        value = json.loads(line)
        quotations = tuple(TextQuote(*_values(part, _QUOTE_TYPES)) for part in value["quotations"])
        beside = tuple((part["language"] + "", part["text"] + "") for part in value["beside"])
        fields = (*_values(value, _TYPES_BEFORE), quotations, beside, *_values(value, _TYPES_AFTER))
        mark = Mark(*fields)
    except (RecursionError, KeyError, TypeError, ValueError) as error:
        raise ValueError("it is no mark") from error
    if mark.kind not in KINDS:
        raise ValueError(f"kind is none of {', '.join(KINDS)}")
    return fitted(mark) if "\\u" in line else mark  # half of a character, perhaps; our own lines have no such sign


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
