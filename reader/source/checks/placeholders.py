"""Checks for texts that nobody has written or placed yet: those of the template, and ``unplaced`` (T706, I804)."""

from __future__ import annotations

from reader.gate import said_of
from reader.model.placeholders import LABEL, sides_left
from reader.source.checks.walking import node_of_side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import Article
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext


def check_placeholders(texts: Iterable[Text], context: LoadContext) -> None:
    """Reports texts that are left as ``reader new`` writes them: whole ones, and a side that nobody else would write.

    A label alone is not reported, because the template's may be the right one.
    """
    found = [(text, left) for text in texts if (left := sides_left(text))]
    if all(keys == LABEL for _, left in found for keys in left.values()):
        return
    for text, left in found:
        tag = next(iter(left))
        prose = text.get(tag)
        assert prose
        message = said_of(prose.text.strip(), "is a text of the template")
        context.report("T706", node_of_side(context.node(text), tag), message, "write your own over it")


def check_unplaced(article: Article, context: LoadContext) -> None:
    """Reports texts of an import that are still under ``unplaced``."""
    if article.unplaced:
        count = len(article.unplaced)
        message = f"{count} {'text' if count == 1 else 'texts'} of the import under unplaced, which readers never see"
        context.report("I804", context.node(article, "unplaced"), message, "put them into the body, or remove them")
