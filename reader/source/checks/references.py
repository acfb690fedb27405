"""Checks of ids, and of the figures that a body refers to (R401 to R404)."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.magazine import AlignedBody, Placement
from reader.source.checks.walking import block_lists
from reader.source.nodes import Mapping, Scalar, children
from reader.source.schema.blocks import OTHER_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from reader.model.magazine import Article, Block, Figure, Section
    from reader.source.schema.load_context import LoadContext

NAMES_OF_FIGURES = frozenset(name for name, kind in OTHER_NAMES.items() if kind == "figure")


def check_unique_ids(values: list[Section] | list[Article], noun: str, context: LoadContext) -> None:
    """Reports ids of sections, or of articles, that are used twice in the issue."""
    seen: dict[str, int] = {}
    for value in values:
        _check_id(value, value.id, f"the {noun} id {quoted(value.id)} is used twice", seen, context)


def check_block_ids(article: Article, context: LoadContext) -> None:
    """Reports ids of blocks and figures that are used twice in an article."""
    seen: dict[str, int] = {}
    values: list[Block | Figure] = [block for blocks in block_lists(article) for block in blocks]
    values.extend(article.figures)
    for value in values:
        if identifier := getattr(value, "id", ""):
            message = f"the id {quoted(identifier)} is used twice in this article"
            _check_id(value, identifier, message, seen, context)


def _unread_words(article: Article, context: LoadContext) -> set[str]:
    """Returns the words in the parts of an article that could not be read, which may name a figure."""
    words = set()
    waiting = context.lost_within(article)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            words.add(node.value.strip())
        else:
            waiting.extend(children(node))
    return words


def _check_id(value: object, identifier: str, message: str, seen: dict[str, int], context: LoadContext) -> None:
    """Reports an id that was ``seen`` in a line before, else adds its line."""
    node = context.node(value, "id")
    if not identifier:
        return
    if identifier in seen:
        context.report("R401", node, message, f"it is already used in line {seen[identifier]}")
    elif node:
        seen[identifier] = node.line + 1


def check_figures(article: Article, context: LoadContext) -> None:
    """Reports figures that are placed but not defined, placed twice in a list, or defined but not placed."""
    known = {figure.id: figure for figure in article.figures}
    unread = _unread_words(article, context)
    has_unknown_ids = "" in known or context.is_lost(article, "figures")
    placed: set[str] = set()
    for blocks in block_lists(article):
        placements = [block for block in blocks if isinstance(block, Placement)]
        expected = {each.figure for each in placements if has_unknown_ids or each.figure in unread}
        placed |= _check_placements(placements, known, expected, context)
    if _has_unread_placement(article, context):
        return
    for figure in article.figures:
        if figure.placed and figure.id and figure.id not in placed | unread:
            message = f"the figure {quoted(figure.id)} is never placed"
            hint = "place it in the body, or write placed: no"
            context.report("R403", context.node(figure, "id"), message, hint)


def _has_unread_placement(article: Article, context: LoadContext) -> bool:
    """Whether the body as a whole, or a block for a figure, could not be read."""
    if isinstance(article.body, AlignedBody) and not article.body.blocks:
        return True
    return any(
        isinstance(node, Mapping) and not {"figure", *NAMES_OF_FIGURES}.isdisjoint(node.entries)
        for node in context.lost_within(article)
    )


def _check_placements(
    placements: list[Placement], known: dict[str, Figure], unread: AbstractSet[str], context: LoadContext
) -> set[str]:
    """Returns the ids of the figures placed in one list; those in ``unread`` may be defined where nothing was read."""
    placed: set[str] = set()
    for placement in placements:
        node = context.node(placement, "figure")
        if placement.figure not in known:
            if placement.figure not in unread:
                hint = context.suggestion(placement.figure, known) or "define it under figures: of this article"
                context.report("R402", node, f"the figure {quoted(placement.figure)} is not defined", hint)
        elif placement.figure in placed:
            context.report("R404", node, f"the figure {quoted(placement.figure)} is placed twice", "keep one")
        placed.add(placement.figure)
    return placed
