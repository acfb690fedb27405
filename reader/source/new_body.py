"""A new body of an article in its file: blocks that stay are written as they were, comments stay with their texts."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.model.magazine import AlignedBody
from reader.model.record import record, replace
from reader.model.text import Text
from reader.source.editing import Edit, after_value, apply_edits, articles_of, line_end, next_line, read_as, value_of
from reader.source.syntax_tree import comments_of, parse_syntax
from reader.source.writer import dump_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reader.model.magazine import Article, Block, Issue
    from reader.source.syntax_tree import SyntaxNode


@record
class _OldBlock:
    """A block of the old body: ``text[start:end]`` of the file from the comments over it on."""

    block: Block
    start: int
    end: int
    comments: tuple[str, ...]


def with_body(text: str, issue: Issue, article: Article, outdated: Collection[str] = ()) -> str:
    """Returns an issue file's text with another body of an article.

    Args:
        text: The file's text.
        issue: The issue that was read from it.
        article: The article with its new body, and without a relation if it had one. Comments go with the first text
            of their block, those of a block that is gone with the following one.
        outdated: Comments that are left out over blocks that are written anew.

    Raises:
        UnusableError: If the changed text would not be read as the issue with that article.
    """
    root = parse_syntax(text)
    node = next(each for each in articles_of(root) if value_of(each, "id") == article.id)
    body, relation = node.get("body"), node.get("relation")
    before = issue.article(article.id)
    assert before
    assert body
    assert body.key
    if node.flow or body.value.flow:
        raise UnusableError("the article is written in brackets; reader fmt puts it on lines of their own")
    assert isinstance(article.body, AlignedBody)
    start, end = next_line(text, body.key.start), after_value(text, body.value)
    comments = [found for found in comments_of(text, root) if start <= found[0] < end]
    stays = isinstance(before.body, AlignedBody)
    dash = body.value.column if stays else body.key.column + 2
    old = _old_blocks(text, before, body.value, start, [each for each in comments if each[1] not in outdated])
    last = max((each.end for each in old), default=start)
    trailing = [comment for at, comment in comments if at >= last]
    written = "".join(_pieces(text, article, old, trailing, stays=stays, indent=" " * dash))
    edits = [Edit(start, end, written)]
    if relation and relation.key and not article.relation:
        edits.append(Edit(relation.key.start, after_value(text, relation.value) + relation.key.column, ""))
    sections = tuple(
        replace(section, articles=tuple(article if each.id == article.id else each for each in section.articles))
        for section in issue.sections
    )
    return read_as(apply_edits(text, edits), replace(issue, sections=sections))


def _old_blocks(
    text: str, article: Article, node: SyntaxNode, start: int, comments: Sequence[tuple[int, str]]
) -> list[_OldBlock]:
    """Returns the blocks of a body in the order of the file; those that the file writes in another way are left out."""
    if isinstance(article.body, AlignedBody):
        parts = [(node, article.body.blocks)]
    else:
        sides = dict(article.body.sides)
        parts = [(entry.value, sides.get(entry.key.value, ())) for entry in node.entries if entry.key]
    found = []
    for sequence, blocks in parts:
        if len(sequence.entries) != len(blocks) or sequence.flow:
            continue
        for entry, block in zip(sequence.entries, blocks, strict=True):
            end = after_value(text, entry.value)
            found.append(_OldBlock(block, start, end, tuple(each for at, each in comments if start <= at < end)))
            start = end
    return found


def _pieces(
    text: str, article: Article, old: Sequence[_OldBlock], trailing: Sequence[str], *, stays: bool, indent: str
) -> Iterator[str]:
    """Yields the lines of an aligned body with their ends; blocks that stay in an aligned one are as they were."""
    assert isinstance(article.body, AlignedBody)
    end = line_end(text)
    known = {id(each.block): each for each in old} if stays else {}
    places = {owner: at for at, block in reversed(list(enumerate(article.body.blocks))) for owner in _owners(block)}
    above: dict[int, list[str]] = {}
    waiting: list[str] = []
    for each in old:
        place = places.get(id(each.block), places.get(_first_text(each.block), -1))
        stayed = stays and place >= 0 and article.body.blocks[place] is each.block
        waiting += () if stayed else each.comments  # those of a block that stays are in its lines
        if place >= 0:
            above.setdefault(place, []).extend(waiting)
            waiting = []
    for at, block in enumerate(article.body.blocks):
        yield from (f"{indent}{comment}{end}" for comment in above.get(at, ()))
        if written := known.get(id(block)):
            piece = text[written.start : written.end]
            yield piece if piece.endswith("\n") else piece + end
            continue
        for line in _block_lines(replace(article, body=AlignedBody((block,)))):
            yield f"{indent}{line}{end}" if line else end
    yield from (f"{indent}{comment}{end}" for comment in (*waiting, *trailing))


def _owners(block: Block) -> Iterator[int]:
    """Yields the identities by which the comments of a block are found: of itself, and of its texts."""
    yield id(block)
    text = getattr(block, "text", None)
    if isinstance(text, Text):
        yield from (id(prose) for _, prose in text.sides if prose.text)


def _first_text(block: Block) -> int:
    """Returns the identity of the first text of a block, or of itself."""
    return next(iter(list(_owners(block))[1:]), id(block))


def _block_lines(article: Article) -> list[str]:
    """Returns the lines of the one block of an article, from its dash on."""
    lines = dump_article(article)
    start = lines.index("body:") + 1
    end = next((at for at in range(start, len(lines)) if lines[at][:1] not in ("", " ", "-")), len(lines))
    return lines[start:end]
