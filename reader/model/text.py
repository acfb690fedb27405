"""Text in several languages, with the markup inside it as spans."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_

from reader.model.record import field_names, record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, Literal, TypeVar

    T = TypeVar("T")

    SpanKind = Literal[
        "emphasis",
        "strong",
        "link",
        "code",
        "footnote",
        "superior",
        "inferior",
        "reading",
        "gloss",
        "speaker",
        "muted",
        "address",
    ]
    """Kind of markup inside a text; sources do not have ``speaker``, the name before a text, ``gloss``, a sense above
    it, nor ``muted`` and ``address``, which are set beside figures."""
    Extent = tuple[int, int]
    """Offsets of the first character and of the end, half-open."""

NO_WORD = "\0"
"""Character in the place of a text that is no words; no query contains it."""
EVERY_LANGUAGE = ""
"""Tag of a string that is the same in all languages."""


@record
class Span:
    """Markup over ``text[start:end]`` of a :class:`Prose`; spans nest, and never cross. A footnote's is empty."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""
    """Address of a link, id of a footnote, the reading above a text; empty for other kinds."""


_RANK: dict[SpanKind, int] = {
    "speaker": 0,
    "muted": 1,
    "address": 2,
    "link": 3,
    "strong": 4,
    "emphasis": 5,
    "superior": 6,
    "inferior": 7,
    "reading": 8,
    "code": 9,
    "footnote": 10,
    "gloss": 11,
}
"""Order of spans of every kind over the same words, the outer one first."""


def span_order(span: Span) -> tuple[int, int, int]:
    """Returns the place of a span among those of a text: by start, the longest first, the outer one first."""
    return span.start, -span.end, _RANK[span.kind]


@record
class Prose:
    """The text of one paragraph in one language."""

    text: str
    """Characters without markup; a line feed is a line end that the writer asked for."""
    spans: tuple[Span, ...] = ()
    """Markup, sorted by start, the longest first."""

    def without_code(self) -> str:
        """Returns the text with a sign of no meaning in the place of each character of code."""
        parts = []
        end = 0
        for span in self.spans:
            if span.kind == "code":
                parts += [self.text[end : span.start], NO_WORD * (span.end - span.start)]
                end = span.end
        return "".join(parts) + self.text[end:]


@record
class Text:
    """A text in one or more languages.

    A text that is the same in every language has the single tag :data:`EVERY_LANGUAGE`. An empty prose means that the
    language lacks the text on purpose; a language without a pair was left out.
    """

    sides: tuple[tuple[str, Prose], ...]
    """Pairs of a language tag and a prose, in the order written."""

    def get(self, language: str) -> Prose | None:
        """Returns the text in a language, or None if the language lacks it."""
        for tag, prose in self.sides:
            if tag in (language, EVERY_LANGUAGE) and prose.text:
                return prose
        return None

    def is_absent(self, language: str) -> bool:
        """Whether a language lacks the text on purpose."""
        return any(tag == language and not prose.text for tag, prose in self.sides)

    def plain(self, language: str) -> str:
        """Returns the text in a language without markup; empty if the language lacks it."""
        prose = self.get(language)
        return prose.text if prose else ""

    def best(self, languages: Iterable[str]) -> str:
        """Returns the text without markup in the first of ``languages`` that has it, else in any language."""
        for language in languages:
            if prose := self.get(language):
                return prose.text
        return next((prose.text for _, prose in self.sides if prose.text), "")

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages that have the text."""
        return tuple(tag for tag, prose in self.sides if prose.text)


def text_of(sides: Mapping[str, str] | str) -> Text:
    """Returns a :class:`Text` without markup from a string for each tag, or from one string for all languages."""
    pairs = {EVERY_LANGUAGE: sides} if isinstance(sides, str) else sides
    return Text(tuple((tag, Prose(string)) for tag, string in pairs.items()))


def with_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Returns a part of the model, a record or a sequence, with its texts changed; the same one if no text changes."""
    made: Any = value
    if isinstance(value, Text):
        made = change(value)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        parts = tuple(with_texts(each, change) for each in value)
        made = value if all(map(is_, parts, value)) else parts
    elif names := field_names(type(value)):
        old = {name: getattr(value, name) for name in names}
        changes = {name: now for name, each in old.items() if (now := with_texts(each, change)) is not each}
        made = replace(value, **changes) if changes else value
    result: T = made
    return result
