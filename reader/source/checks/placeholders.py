"""Checks for texts that nobody has written or placed yet: those of the template, and ``unplaced`` (T706, I804)."""

from __future__ import annotations

from functools import cache

from reader.gate import said_of
from reader.source.checks.walking import node_of_side
from reader.source.template import PLACEHOLDERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import Article
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

_UNMISTAKABLE = frozenset({"title", "paragraph"})
"""Keys of the placeholders that no text has by chance."""
_LABEL = frozenset({"label"})
_NONE = frozenset[str]()


def check_placeholders(texts: Iterable[Text], context: LoadContext) -> None:
    """Reports texts that are left as ``reader new`` writes them: whole ones, and a side that nobody else would write.

    A label alone is not reported, because the template's may be the right one.
    """
    found = [(text, *left) for text in texts if (left := _left(text))]
    if all(keys == _LABEL for *_, keys in found):
        return
    for text, tag, placeholder, _ in found:
        message = said_of(placeholder, "is a text of the template")
        context.report("T706", node_of_side(context.node(text), tag), message, "write your own over it")


def _left(text: Text) -> tuple[str, str, frozenset[str]] | None:
    """Returns the language of a placeholder, the placeholder and its keys, or None if the text was written."""
    known = _keys()
    sides = [(tag, written, known.get(written, _NONE)) for tag, prose in text.sides if (written := prose.text.strip())]
    if not sides:
        return None
    if frozenset.intersection(*(keys for *_, keys in sides)):
        return sides[0]
    return next((side for side in sides if side[2] & _UNMISTAKABLE), None)


def check_unplaced(article: Article, context: LoadContext) -> None:
    """Reports texts of an import that are still under ``unplaced``."""
    if article.unplaced:
        count = len(article.unplaced)
        message = f"{count} {'text' if count == 1 else 'texts'} of the import under unplaced, which readers never see"
        context.report("I804", context.node(article, "unplaced"), message, "put them into the body, or remove them")


@cache
def _keys() -> dict[str, frozenset[str]]:
    """Returns the keys that each placeholder is written for."""
    found: dict[str, frozenset[str]] = {}
    for texts in PLACEHOLDERS.values():
        for key, placeholder in texts.items():
            found[placeholder] = found.get(placeholder, frozenset()) | {key}
    return found
