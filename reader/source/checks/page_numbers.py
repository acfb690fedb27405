"""Checks of printed pages: page breaks only go forward, and within the article's pages (P501, P502)."""

from __future__ import annotations

from reader.model.magazine import PageBreak
from reader.model.pages import page_number
from reader.source.checks.walking import block_lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Block
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext


def check_pages(article: Article, context: LoadContext) -> None:
    """Reports page breaks that go back, and pages outside the article's pages. Pages with letters are not compared."""
    first, last = (page_number(page) for page in article.pages or ("", ""))
    if first > last:  # reported when it was read
        first = last = 0
    for blocks in block_lists(article):
        _check_breaks(blocks, first, last, context)
    for figure in article.figures:
        _check_within(figure.page, first, last, context.node(figure, "page"), context)


def _check_breaks(blocks: list[Block], first: int, last: int, context: LoadContext) -> None:
    before = first
    for block in blocks:
        if not isinstance(block, PageBreak) or not (page := page_number(block.page)):
            continue
        node = context.node(block, "page")
        if not _check_within(block.page, first, last, node, context):
            continue
        if page < before or (page == before and before != first):
            context.report("P501", node, f"page {page} comes after page {before}", "pages only go forward")
        before = max(page, before)


def _check_within(printed: str, first: int, last: int, node: Node | None, context: LoadContext) -> bool:
    """Returns whether a page is among the article's, as far as both are numbers; reports one that is not."""
    page = page_number(printed)
    if not page or not last or first <= page <= last:
        return True
    hint = f"they are {first}-{last}: correct one of the two"
    context.report("P502", node, f"page {page} is not among the article's pages", hint)
    return False
