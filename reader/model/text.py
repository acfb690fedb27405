"""Text in several languages, with the few marks that may stand inside it."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EVERY_LANGUAGE = ""
"""The key of a string that is the same in all languages."""


@record
class Span:
    """A mark over ``text[start:end]`` of a :class:`Prose`; spans nest, they never cross."""

    start: int
    end: int
    kind: str
    """``emphasis``, ``strong`` or ``link``."""
    target: str = ""
    """A link's address; empty for other kinds."""


@record
class Prose:
    """One paragraph's text in one language.

    A line feed in ``text`` is a line end that the writer asked for. ``spans`` are sorted by start, longest first.
    """

    text: str
    spans: tuple[Span, ...] = ()


@record
class Text:
    """A text in each of some languages: ``(tag, prose)`` pairs in the order written.

    A text that is the same in every language has the single tag :data:`EVERY_LANGUAGE`. A prose without text says that
    the language has none on purpose; a language that is not there at all was left out.
    """

    sides: tuple[tuple[str, Prose], ...]

    def get(self, language: str) -> Prose | None:
        """Returns the text in that language, or None if the language has none."""
        for tag, prose in self.sides:
            if tag in (language, EVERY_LANGUAGE) and prose.text:
                return prose
        return None

    def is_absent(self, language: str) -> bool:
        """Whether the text says that the language has none on purpose."""
        return any(tag == language and not prose.text for tag, prose in self.sides)

    def plain(self, language: str) -> str:
        """Returns the text in that language without marks; empty if the language has none."""
        prose = self.get(language)
        return prose.text if prose else ""

    def best(self, languages: Iterable[str]) -> str:
        """Returns the text without marks in the first of ``languages`` that has one, else in any."""
        for language in languages:
            if prose := self.get(language):
                return prose.text
        return next((prose.text for _, prose in self.sides if prose.text), "")

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages it is written in."""
        return tuple(tag for tag, prose in self.sides if prose.text)


def text_of(sides: Mapping[str, str] | str) -> Text:
    """Makes a :class:`Text` without marks from plain strings."""
    pairs = {EVERY_LANGUAGE: sides} if isinstance(sides, str) else sides
    return Text(tuple((tag, Prose(string)) for tag, string in pairs.items()))
