"""The YAML parser's events: the only place that runs the parser."""

from __future__ import annotations

import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Protocol

    class ParserMark(Protocol):
        """A position in the text; all three count from 0."""

        index: int
        line: int
        column: int

    class ParserEvent(Protocol):
        """An event, with the attributes of all its classes; which ones it has depends on its class."""

        start_mark: ParserMark
        end_mark: ParserMark
        anchor: str | None
        tag: str | None
        value: str
        style: str | None
        flow_style: bool


_SEPARATORS = "\x85\u2028\u2029"
"""Characters that end a line in YAML 1.1, but not in YAML 1.2, and not in editors: NEL and Unicode's separators."""
_FIRST_STAND_IN = 0xF0000
_HAS_SEPARATOR = re.compile(f"[{_SEPARATORS}]")


def parser_events(text: str) -> Iterator[ParserEvent]:
    """Yields the events of a text. As in YAML 1.2, only LF, CR and both together end a line.

    Raises:
        YAMLError: If the text is not YAML.
    """
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it

    restored: dict[int, str] = {}
    if not text.isascii() and _HAS_SEPARATOR.search(text):
        text, restored = _with_stand_ins(text)
    parser: Any = CParser(text)  # the stubs give an event none of its attributes
    next_event = parser.get_event
    while (event := next_event()) is not None:
        if restored and getattr(event, "value", None):
            event.value = event.value.translate(restored)
        yield event


def _with_stand_ins(text: str) -> tuple[str, dict[int, str]]:
    """Returns a text with other characters for separators, which the parser would take for line ends.

    Also returns the table for ``str.translate`` that takes them back. Private-use characters stand in that the text
    does not have.
    """
    used = set(text)
    free = (code for code in range(_FIRST_STAND_IN, sys.maxunicode) if chr(code) not in used)
    stand_ins = dict(zip(map(ord, _SEPARATORS), free, strict=False))
    return text.translate(stand_ins), {code: chr(separator) for separator, code in stand_ins.items()}


def parser_version() -> str:
    """Returns the version of the YAML parser."""
    from yaml import _yaml

    return str(_yaml.get_version_string())
