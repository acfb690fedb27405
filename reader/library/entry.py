"""An issue file of the library, read when it is first asked for: from the catalogue, if that knows it as it is."""

from __future__ import annotations

import os

from reader.catalogue.deferred import PART_BLOCKS
from reader.catalogue.file import CatalogueError
from reader.errors import UnusableError
from reader.library.files import state_of
from reader.model.magazine import Paragraph
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.catalogue.file import Catalogue
    from reader.model.magazine import Article, Block, Issue
    from reader.source import Loaded
    from reader.source.diagnostic import Diagnostic


class Entry:
    """An issue file; ``key`` is its name in the catalogue, which it does without if there is none."""

    def __init__(self, path: str, key: str = "", catalogue: Catalogue | None = None) -> None:
        self.path, self.key = path, key
        self._catalogue = catalogue
        self._loaded: Loaded | None = None
        self._kept: Issue | None = None

    @property
    def loaded(self) -> Loaded:
        """The file's issue, and what keeps it from being read; ``reader check`` tells the rest."""
        if self._loaded is None:
            from reader.source import load

            self._loaded = load(self.path, checked=False)
        return self._loaded

    @property
    def issue(self) -> Issue | None:
        """The issue, or None if the file cannot be used."""
        if self._loaded is None and self._kept is None and self.is_known:
            self._kept = self.kept_issue()
        return self._kept or self.loaded.issue

    @property
    def issue_at_hand(self) -> Issue | None:
        """The issue as far as it is known without reading the file; None if it is not."""
        if self._loaded is None and self._kept is None:
            self._kept = self.kept_issue()
        return self._kept or (self._loaded.issue if self._loaded else None)

    @property
    def is_unread(self) -> bool:
        """Whether nothing is known of the file as it is, so that it would have to be read."""
        return self._loaded is None and self._kept is None and not self.is_known

    @property
    def first_error(self) -> Diagnostic:
        """What keeps the file from being opened."""
        if self._loaded is None and self._catalogue and self.is_known:
            from reader.source.diagnostic import Diagnostic

            try:
                if fields := self._catalogue.fault(self.key):
                    return Diagnostic(*fields)
            except (CatalogueError, TypeError):
                pass  # it is told from the file
        return self.loaded.errors[0]

    @property
    def is_known(self) -> bool:
        """Whether the catalogue knows the file as it is now."""
        if not self._catalogue or not self.key:
            return False
        try:
            state = self._catalogue.state(self.key) if self._catalogue.open() else None
        except CatalogueError:
            return False
        return state is not None and state == state_of(self.path)

    @property
    def name(self) -> str:
        """The file's name without its extension: the id of a well-named issue."""
        return os.path.splitext(os.path.basename(self.path))[0]

    @property
    def pictures(self) -> str:
        """The folder of the issue's pictures."""
        return os.path.splitext(self.path)[0]

    def take(self, loaded: Loaded) -> None:
        """Takes what somebody else has just read of the file."""
        self._loaded, self._kept = loaded, None

    def forget(self) -> None:
        """Reads the file again when it is next asked for."""
        self._loaded = self._kept = None

    def kept_issue(self) -> Issue | None:
        """Returns the issue as the catalogue has it, its articles to be loaded when they are asked for."""
        try:
            found = self._catalogue.issue(self.key) if self._catalogue and self._catalogue.open() else None
            if not found:
                return None
            kept = Kept(self, found[0])
            assert self._catalogue
            return self._catalogue.head(found[1], kept.articles)
        except CatalogueError:
            return None


class Kept:
    """The articles and bodies of an issue in the catalogue; of one that has left it meanwhile, those of its file."""

    def __init__(self, entry: Entry, number: int) -> None:
        self._entry, self._number = entry, number

    def articles(self, part: int) -> Sequence[Article]:
        """Returns a part of the issue's articles."""
        catalogue = self._entry._catalogue  # noqa: SLF001 (one of the two is nothing without the other)
        assert catalogue
        try:
            if found := catalogue.articles(self._number, part, self.blocks):
                return found
        except CatalogueError:
            pass
        return self._in_file()[part * PART_BLOCKS : (part + 1) * PART_BLOCKS]

    def blocks(self, number: int, part: int) -> Sequence[Block]:
        """Returns a part of the blocks of an article; lost ones are empty, until the screen shows the file anew."""
        catalogue = self._entry._catalogue  # noqa: SLF001
        assert catalogue
        try:
            found = catalogue.blocks(self._number, number, part)
        except CatalogueError:
            found = None
        if found is not None:
            return found
        issue = self._entry.loaded.issue
        articles = self._in_file() if issue else ()
        blocks = _blocks(articles[number]) if number < len(articles) else []
        blocks = blocks[part * PART_BLOCKS : (part + 1) * PART_BLOCKS]
        return [*blocks, *[Paragraph(Text(()))] * (PART_BLOCKS - len(blocks))]

    def _in_file(self) -> list[Article]:
        issue = self._entry.loaded.issue
        if issue is None:
            raise UnusableError(str(self._entry.loaded.errors[0]))
        return [article for _, article in issue.articles()]


def _blocks(article: Article) -> list[Block]:
    from reader.model.magazine import FreeBody

    if isinstance(article.body, FreeBody):
        return [block for _, blocks in article.body.sides for block in blocks]
    return list(article.body.blocks)
