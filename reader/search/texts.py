"""The texts of an article that a search looks at, each with what it is and where it stands."""

from __future__ import annotations

from reader.model.passage import passages
from reader.model.record import record
from reader.search.folding import fold, is_searchable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model.magazine import Article, GlossaryEntry, Issue, Section
    from reader.model.passage import Passage
    from reader.model.text import Text

HEAD_FIELDS = ("title", "deck", "credit", "caption")
"""The fields of the texts around an article's own words, which are ``text``."""
READ_FIELDS = ("title", "credit", "caption")
"""The fields that are found by their pinyin, too."""
TEXT_FIELDS = (*HEAD_FIELDS, "text")


@record
class Source:
    """A text: ``field`` is one of :data:`TEXT_FIELDS`, ``anchor`` names the passage or the figure it belongs to."""

    field: str
    anchor: str
    page: str
    text: Text
    side: str = ""
    """The language of the list it stands in, for a passage of a free body."""


def sources(article: Article) -> Iterator[Source]:
    """Yields the head, captions and credits of figures, then the passages.

    What stands around the words comes first, so that it can be numbered without them.
    """
    yield from heads(article)
    yield from map(of_passage, passages(article))


def of_passage(passage: Passage) -> Source:
    """Returns a passage as a source."""
    return Source("text", passage.anchor, passage.page, passage.text, passage.side)


def heads(article: Article) -> Iterator[Source]:
    """Yields the sources around an article's own words."""
    page = article.pages[0] if article.pages else ""
    for field, text in (("title", article.title), ("title", article.kicker), ("deck", article.deck)):
        if text:
            yield Source(field, "", page, text)
    for credit in article.credits:
        yield Source("credit", "", page, credit.name)
    for figure in article.figures:
        yield Source("caption", figure.id, figure.page, figure.caption)
        if figure.credit:
            yield Source("credit", figure.id, figure.page, figure.credit)


def names(issue: Issue, section: Section) -> dict[str, tuple[str, ...]]:
    """Returns what a section and its issue are called, folded: what ``issue:`` and ``section:`` look at."""
    called = [issue.magazine, issue.label, *([issue.title] if issue.title else [])]
    return {
        "issue": _folded(issue.id, issue.date, *(prose.text for text in called for _, prose in text.sides)),
        "section": _folded(section.id, *(prose.text for _, prose in section.title.sides)),
    }


def tags(article: Article) -> dict[str, tuple[str, ...]]:
    """Returns an article's tags, folded: what ``tag:`` looks at."""
    return {"tag": _folded(*article.tags)}


def _folded(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(text) for text in texts if text))


def spellings(entry: GlossaryEntry, read: Callable[[str], str] | None = None) -> frozenset[str]:
    """Returns every way to write a term of a glossary, folded; its pinyin with and without spaces.

    Args:
        entry: The term.
        read: Returns the pinyin of a text; used where the entry gives none.
    """
    written = {fold(word) for word in (*entry.also, *(prose.text for _, prose in entry.term.sides)) if word}
    pinyin = {fold(entry.pinyin)} if entry.pinyin else {read(word) for word in written} if read else set()
    joined = {word.replace(" ", "") for word in pinyin}
    return frozenset(filter(is_searchable, written | pinyin | joined))
