"""The blocks and texts of an article, and the nodes of a text's sides."""

from __future__ import annotations

from reader.model.magazine import AlignedBody, Aside, Code, texts_in
from reader.model.record import replace
from reader.source.nodes import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article, Block
    from reader.model.text import Text
    from reader.source.nodes import Node


def with_nested(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yields blocks, each aside followed by the blocks inside it."""
    for block in blocks:
        yield block
        if isinstance(block, Aside):
            yield from block.body


def block_lists(article: Article) -> list[list[Block]]:
    """Returns all blocks of a body: one list if it is aligned, else one for each language."""
    if isinstance(article.body, AlignedBody):
        return [list(with_nested(article.body.blocks))]
    return [list(with_nested(blocks)) for _, blocks in article.body.sides]


def aligned_texts(article: Article, *, in_words: bool = False) -> Iterator[Text]:
    """Yields the texts of an aligned body, without code if they must be ``in_words``.

    There are none in a free body, whose texts have one language each.
    """
    if isinstance(article.body, AlignedBody):
        for block in with_nested(article.body.blocks):
            if not (in_words and isinstance(block, Code)):
                yield from texts_in(replace(block, body=()) if isinstance(block, Aside) else block)


def node_of_side(node: Node | None, tag: str) -> Node | None:
    """Returns the node of a text in one language; the text's own node if it has no such side."""
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries.values() if key.value.lower() == tag.lower()), node)
    return node
