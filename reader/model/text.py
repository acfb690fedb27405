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

    A text that is the same in every language has the single tag :data:`EVERY_LANGUAGE`.
    """

    sides: tuple[tuple[str, Prose], ...]

    def get(self, language: str) -> Prose | None:
        """Returns the text in that language, or None if the language has none."""
        for tag, prose in self.sides:
            if tag in (language, EVERY_LANGUAGE):
                return prose
        return None

    def plain(self, language: str) -> str:
        """Returns the text in that language without marks; empty if the language has none."""
        prose = self.get(language)
        return prose.text if prose else ""

    def best(self, languages: Iterable[str]) -> str:
        """Returns the text without marks in the first of ``languages`` that has one, else in any."""
        for language in languages:
            if prose := self.get(language):
                return prose.text
        return self.sides[0][1].text if self.sides else ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages it is written in."""
        return tuple(tag for tag, _ in self.sides)


def text_of(sides: Mapping[str, str] | str) -> Text:
    """Makes a :class:`Text` without marks from plain strings."""
    pairs = {EVERY_LANGUAGE: sides} if isinstance(sides, str) else sides
    return Text(tuple((tag, Prose(string)) for tag, string in pairs.items()))
