"""Checks of ids, and of the figures that a body refers to (R401 to R404)."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.magazine import Placement
from reader.source.checks.walking import block_lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Block, Figure, Section
    from reader.source.schema.load_context import LoadContext


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


def _check_id(value: object, identifier: str, message: str, seen: dict[str, int], context: LoadContext) -> None:
    """Reports an id that was ``seen`` in a line before, else adds its line."""
    node = context.node(value, "id")
    if identifier in seen:
        context.report("R401", node, message, f"it is already used in line {seen[identifier]}")
    elif node:
        seen[identifier] = node.line + 1


def check_figures(article: Article, context: LoadContext) -> None:
    """Reports figures that are placed but not defined, placed twice in a list, or defined but not placed."""
    known = {figure.id: figure for figure in article.figures}
    placed: set[str] = set()
    for blocks in block_lists(article):
        placements = [block for block in blocks if isinstance(block, Placement)]
        placed |= _check_placements(placements, known, context)
    for figure in article.figures:
        if figure.placed and figure.id not in placed:
            message = f"the figure {quoted(figure.id)} is never placed"
            hint = "place it in the body, or write placed: no"
            context.report("R403", context.node(figure, "id"), message, hint)


def _check_placements(placements: list[Placement], known: dict[str, Figure], context: LoadContext) -> set[str]:
    """Returns the ids of the figures placed in one list."""
    placed: set[str] = set()
    for placement in placements:
        node = context.node(placement, "figure")
        if placement.figure not in known:
            hint = context.suggestion(placement.figure, known) or "define it under figures: of this article"
            context.report("R402", node, f"the figure {quoted(placement.figure)} is not defined", hint)
        elif placement.figure in placed:
            context.report("R404", node, f"the figure {quoted(placement.figure)} is placed twice", "keep one")
        placed.add(placement.figure)
    return placed
