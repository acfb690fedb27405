"""The articles and blocks of an issue in the catalogue, loaded in chunks when they are read."""

from __future__ import annotations

from reader.catalogue.lazy import CHUNK_SIZE
from reader.model.magazine import FreeBody, Paragraph
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.catalogue.access import CatalogueAccess
    from reader.model.magazine import Article, Block
    from reader.model.outline import Outline


class StoredArticles:
    """The articles of an issue in the catalogue; once it has left the catalogue, those of its file."""

    def __init__(
        self,
        access: CatalogueAccess,
        issue: int,
        articles_in_file: Callable[[], list[Article] | None],
        fault: Callable[[], Exception],
    ) -> None:
        """Takes an issue.

        Args:
            access: The catalogue.
            issue: The key of the issue in it.
            articles_in_file: Returns all articles of the issue's file; None if the file cannot be opened.
            fault: Returns the error to raise if there are no articles to be had.
        """
        self._access, self._issue = access, issue
        self._articles_in_file, self._fault = articles_in_file, fault

    def articles(self, chunk: int) -> Sequence[Article]:
        """Returns a chunk of the articles.

        Raises:
            UnusableError: If the issue is neither in the catalogue nor in its file any more.
        """
        no_articles: list[Article] = []
        found = self._access.ask(
            lambda catalogue: catalogue.articles(self._issue, chunk, self.blocks, self.outlines), no_articles
        )
        if found:
            return found
        articles = self._articles_in_file()
        if articles is None:
            raise self._fault()
        return articles[chunk * CHUNK_SIZE : (chunk + 1) * CHUNK_SIZE]

    def blocks(self, article: int, chunk: int) -> Sequence[Block]:
        """Returns a chunk of the blocks of an article; empty ones for those lost, until the screen reloads the file."""
        found = self._access.ask(lambda catalogue: catalogue.blocks(self._issue, article, chunk), None)
        if found is not None:
            return found
        articles = self._articles_in_file() or []
        blocks = _blocks(articles[article]) if article < len(articles) else []
        blocks = blocks[chunk * CHUNK_SIZE : (chunk + 1) * CHUNK_SIZE]
        return [*blocks, *[Paragraph(Text(()))] * (CHUNK_SIZE - len(blocks))]

    def outlines(self, article: int, chunk: int) -> Sequence[Outline] | None:
        """Returns the outlines of the blocks of an article, which are a chunk; None if they are lost."""
        return self._access.ask(lambda catalogue: catalogue.outlines(self._issue, article, chunk), None)


def _blocks(article: Article) -> list[Block]:
    if isinstance(article.body, FreeBody):
        return [block for _, blocks in article.body.sides for block in blocks]
    return list(article.body.blocks)
