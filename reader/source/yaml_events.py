"""The YAML parser's events: the only place that runs the parser."""

from __future__ import annotations

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


def parser_events(text: str) -> Iterator[ParserEvent]:
    """Yields the events of a text.

    Raises:
        YAMLError: If the text is not YAML.
    """
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it

    parser: Any = CParser(text)  # the stubs give an event none of its attributes
    next_event = parser.get_event
    while (event := next_event()) is not None:
        yield event


def parser_version() -> str:
    """Returns the version of the YAML parser."""
    from yaml import _yaml

    return str(_yaml.get_version_string())
