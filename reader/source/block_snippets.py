"""Snippets of the commonest blocks, which editors offer for an entry of a body."""

from __future__ import annotations

from reader.source.schema.issue import DEFAULT_LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    JsonValue = str | int | bool | Sequence["JsonValue"] | Mapping[str, "JsonValue"]
    JsonSchema = dict[str, JsonValue]


def block_snippets(kinds: Iterable[str], *, in_one_language: bool) -> Sequence[JsonSchema]:
    """Returns the snippets of kinds of blocks; those inside a free body have texts in one language."""
    stops = _Stops(() if in_one_language else DEFAULT_LANGUAGES)
    bodies: dict[str, JsonValue] = {
        "paragraph": stops.text(),
        "heading": {"heading": stops.text(), "level": "2"},
        "quotation": {"quotation": stops.text(), "by": stops.text()},
        "list": {"list": [stops.text(), {"item": stops.text(), "list": [stops.text()]}]},
        "verse": {"verse": stops.text(block=True), "by": stops.text()},
        "code": {"code": stops.stop(block=True), "language": stops.stop("python")},
        "table": {
            "table": {"header": [stops.text(), stops.text()], "rows": [[stops.text(), stops.text()]]},
        },
        "aside": {"aside": {"title": stops.text(), "body": [stops.text()]}},
        "figure": {"figure": stops.stop("id")},
        "page": {"page": stops.stop("61")},
    }
    return [{"label": kind, "description": f"a block of kind {kind}", "body": bodies[kind]} for kind in kinds]


class _Stops:
    """Numbers the places of a snippet that the cursor goes to."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages, self.number = languages, 0

    def stop(self, default: str = "", *, block: bool = False) -> str:
        """Returns the next place; ``block`` writes a literal block."""
        self.number += 1
        place = f"${{{self.number}:{default}}}" if default else f"${self.number}"
        return f"|\n  {place}" if block else place

    def text(self, *, block: bool = False) -> JsonValue:
        """Returns the places of a text in each language, or of a text in one."""
        if not self.languages:
            return self.stop(block=block)
        return {language: self.stop(block=block) for language in self.languages}
