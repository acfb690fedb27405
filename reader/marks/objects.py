"""Marks as JSON objects and back: what is in the store, and what is exchanged. ``docs/MARKS.md`` describes the keys."""

from __future__ import annotations

import json
import re

from reader.gate import clean
from reader.marks.mark import KINDS, WHOLE, Mark, Quotation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Object = dict[str, Any]

MAX_CHARS = 1_000_000
"""No text of a mark is longer."""
MAX_PARTS = 1_000
"""No mark has more quotations."""
_MAX_NUMBER = 1 << 53
_ID = r"[A-Za-z0-9][A-Za-z0-9:/._-]{0,399}\Z"


def to_object(mark: Mark) -> Object:
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
                "anchor": quotation.anchor,
                "language": quotation.language,
                "exact": quotation.exact,
                "prefix": quotation.prefix,
                "suffix": quotation.suffix,
                "start": quotation.start,
            }
            for quotation in mark.quotations
        ],
        "beside": [{"language": language, "text": text} for language, text in mark.beside],
        "name": mark.name,
        "note": mark.note,
        "citation": mark.citation,
        "done": mark.done,
        "finished": mark.finished,
    }


def written(mark: Mark) -> str:
    """Returns a mark as one line of JSON: equal marks are equal strings."""
    return json.dumps(to_object(mark), ensure_ascii=False, separators=(",", ":"))


def from_object(value: object) -> Mark:
    """Returns the mark that an object describes. Keys that are not known are passed over; texts are cleaned.

    Raises:
        ValueError: If a key is missing or its value is not what it must be; which one is told.
    """
    found = _Object(value)
    kind = found.text("kind")
    if kind not in KINDS:
        raise ValueError(f"kind is none of {', '.join(KINDS)}")
    return Mark(
        found.name("id"),
        kind,
        found.name("issue"),
        found.name("article"),
        found.number("made"),
        found.number("changed"),
        found.flag("deleted"),
        tuple(map(_quotation, found.objects("quotations"))),
        tuple((part.text("language"), part.text("text")) for part in found.objects("beside")),
        found.text("name"),
        found.text("note"),
        found.text("citation"),
        found.number("done", WHOLE),
        found.flag("finished"),
    )


def read(line: str) -> Mark:
    """Returns the mark that :func:`written` wrote. It is looked at as far as that takes no time: it is our own.

    Raises:
        ValueError: If it is no mark.
    """
    try:
        value = json.loads(line)
        quotations = tuple(Quotation(*_plain(part, _QUOTATION)) for part in value["quotations"])
        beside = tuple((part["language"] + "", part["text"] + "") for part in value["beside"])
        fields = (*_plain(value, _BEFORE), quotations, beside, *_plain(value, _AFTER))
        mark = Mark(*fields)
    except (RecursionError, KeyError, TypeError) as error:
        raise ValueError("it is no mark") from error
    if mark.kind not in KINDS:
        raise ValueError("it is no mark")
    return mark


_BEFORE = {"id": str, "kind": str, "issue": str, "article": str, "made": int, "changed": int, "deleted": bool}
_AFTER = {"name": str, "note": str, "citation": str, "done": int, "finished": bool}
_QUOTATION = {"anchor": str, "language": str, "exact": str, "prefix": str, "suffix": str, "start": int}


def _plain(value: Any, kinds: dict[str, type]) -> list[Any]:
    """Returns the values of some keys, each of its kind."""
    found = [value[key] for key in kinds]
    if [*map(type, found)] != [*kinds.values()]:
        raise ValueError("it is no mark")
    return found


def _quotation(part: _Object) -> Quotation:
    anchor, language, exact, prefix, suffix = (
        part.text(key) for key in ("anchor", "language", "exact", "prefix", "suffix")
    )
    return Quotation(anchor, language, exact, prefix, suffix, part.number("start"))


class _Object:
    """An object whose values are taken out by key, each of its kind or refused."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise ValueError("it is no object")
        self._value = value

    def _get(self, key: str, kind: type) -> Any:
        found = self._value.get(key)
        if type(found) is not kind:
            raise ValueError(f"{key} is missing" if found is None else f"{key} is not what it must be")
        return found

    def text(self, key: str) -> str:
        found: str = self._get(key, str)
        if len(found) > MAX_CHARS:
            raise ValueError(f"{key} is longer than {MAX_CHARS} characters")
        return clean(found)

    def name(self, key: str) -> str:
        found = self.text(key)
        if not re.match(_ID, found):
            raise ValueError(f"{key} is not what it must be")
        return found

    def number(self, key: str, most: int = _MAX_NUMBER) -> int:
        found: int = self._get(key, int)
        if not 0 <= found <= most:
            raise ValueError(f"{key} is not from 0 to {most}")
        return found

    def flag(self, key: str) -> bool:
        found: bool = self._get(key, bool)
        return found

    def objects(self, key: str) -> list[_Object]:
        found: list[object] = self._get(key, list)
        if len(found) > MAX_PARTS:
            raise ValueError(f"{key} has more than {MAX_PARTS} entries")
        return list(map(_Object, found))
