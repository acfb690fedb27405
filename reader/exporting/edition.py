"""An edition: the articles, languages, layout and script that are exported, and the blocks in their order."""

from __future__ import annotations

from reader.layout.colophon import colophon
from reader.model.passage import Passage, streams
from reader.model.record import record
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reader.learning.conversion import Script
    from reader.model.magazine import Article, Block, Credit, Issue, Section
    from reader.model.passage import PassageBlock
    from reader.model.text import Prose

    Layout = Literal["pairs", "columns", "left", "right"]
    """Arrangement of the two languages; ``left`` and ``right`` are one of them alone."""

_SCRIPT_TAGS: dict[Script, str] = {
    "simplified": "zh-Hans",
    "traditional": "zh-Hant",
    "taiwan": "zh-Hant-TW",
    "hong-kong": "zh-Hant-HK",
}


@record
class Edition:
    """The part of an issue that is exported, and how."""

    issue: Issue
    """With its Chinese texts in the script already."""
    articles: tuple[Article, ...]
    languages: tuple[str, ...] = ()
    """One or two tags; empty for the pair of each article."""
    layout: Layout = "pairs"
    script: Script | None = None

    def tags(self, article: Article) -> tuple[str, ...]:
        """Returns the languages in which an article is exported, in order."""
        return self._of_layout(self.languages or self.issue.pair_of(article))

    @property
    def issue_tags(self) -> tuple[str, ...]:
        """The languages of the names of the issue and of its sections."""
        return self._of_layout(self.languages or self.issue.languages[:2])

    @property
    def is_whole(self) -> bool:
        """Whether all articles of the issue are in it."""
        return len(self.articles) == sum(1 for _ in self.issue.articles())

    def _of_layout(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tags[:1] if self.layout == "left" else tags[-1:] if self.layout == "right" else tags

    def shown_tag(self, tag: str) -> str:
        """Returns the tag of the characters that texts of a language have in this edition."""
        is_chinese = tag == "zh" or tag.startswith("zh-")
        return _SCRIPT_TAGS[self.script] if self.script and is_chinese else tag

    def original(self, article: Article) -> str:
        """Returns the language that an article was written in, as far as it is known."""
        return article.original or self.issue.languages_of(article)[0]

    def sections(self) -> Iterator[SectionPart]:
        """Yields the sections that have articles in the edition."""
        for section in self.issue.sections:
            held = tuple(article for article in section.articles if any(article is one for one in self.articles))
            if held:
                yield SectionPart(section, held)


@record
class SectionPart:
    """A section, and its articles in an edition."""

    section: Section
    articles: tuple[Article, ...]


@record
class PlacedBlock:
    """A block with its passages in reading order."""

    block: PassageBlock
    passages: tuple[Passage, ...]


@record
class BlockList:
    """Blocks in their order, and the languages that they are in: a free body has a list for each language."""

    tags: tuple[str, ...]
    blocks: tuple[PlacedBlock, ...]


def block_lists(edition: Edition, article: Article) -> Iterator[BlockList]:
    """Yields the lists of an article's body in the languages of an edition, in their order."""
    tags = edition.tags(article)
    lists = [stream for stream in streams(article) if not stream.is_of_footnotes]
    lists.sort(key=lambda stream: tags.index(stream.side) if stream.side in tags else len(tags))
    for stream in lists:
        if stream.side and stream.side not in tags:
            continue
        placed = (
            PlacedBlock(block, tuple(each for each in stream.of_block(index) if isinstance(each, Passage)))
            for index, block in enumerate(stream.blocks)
        )
        yield BlockList((stream.side,) if stream.side else tags, tuple(placed))


def footnotes(edition: Edition, article: Article) -> tuple[Passage, ...]:
    """Returns the notes of an article that the languages of an edition have, in their order."""
    tags = edition.tags(article)
    return tuple(
        passage
        for stream in streams(article)
        if stream.is_of_footnotes
        for index in range(len(stream.blocks))
        for passage in stream.of_block(index)
        if isinstance(passage, Passage) and any(passage.text.get(tag) for tag in tags)
    )


def colophon_lines(edition: Edition, article: Article) -> Iterator[Text]:
    """Yields the lines below an article: about its authors, its date, its source, its licence.

    A line that only another language has is in one language of the edition, so that it is there once.
    """
    tags = edition.tags(article)
    sides = (tags[0], tags[-1])
    shown = (edition.shown_tag(tags[0]), edition.shown_tag(tags[-1]))
    for item in colophon(article, sides, edition.issue, shown):
        lines: dict[Prose, str] = {}
        for cell in filter(None, item.cells):
            lines.setdefault(cell.prose, cell.language)
        yield Text(tuple((tag, prose) for prose, tag in lines.items()))


def credited_tags(credit: Credit, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the languages in which a credit is written: those that have the name, else the first."""
    return tuple(tag for tag in tags if credit.name.get(tag)) or tags[:1]


def placed_figures(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yields the ids of the figures that blocks and the boxes among them place."""
    from reader.model.magazine import Aside, Placement

    for block in blocks:
        if isinstance(block, Placement):
            yield block.figure
        elif isinstance(block, Aside):
            yield from placed_figures(block.body)
