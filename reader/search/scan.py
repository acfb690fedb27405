"""The plain scan: every text of every issue is looked at."""

from __future__ import annotations

from reader.model.markup import is_wide
from reader.model.passage import passages
from reader.model.record import record
from reader.search.folding import fold
from reader.search.query import Query, with_spellings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article, Issue
    from reader.model.text import Text

SNIPPET_CHARS = 60


@record
class Hit:
    """A text of an article that holds all terms of a query in one language.

    ``field`` is ``title``, ``deck``, ``text``, ``caption`` or ``credit``; ``anchor`` names the passage or the figure,
    and is empty for the head of the article. ``spans`` are offsets into the text of ``language``.
    """

    issue: Issue
    article: Article
    field: str
    anchor: str
    page: str
    language: str
    text: Text
    spans: tuple[tuple[int, int], ...]

    @property
    def address(self) -> str:
        """The address of the article, the passage or the figure."""
        return f"{self.issue.id}/{self.article.id}" + (f"#{self.anchor}" if self.anchor else "")

    def snippet(self, length: int = SNIPPET_CHARS) -> tuple[str, list[tuple[int, int]]]:
        """Returns about ``length`` characters of the text around the first match, and the matches in them."""
        text = self.text.plain(self.language)
        first = self.spans[0][0]
        start = 0 if len(text) <= length or first < length // 2 else max(0, first - length // 3)
        end = min(len(text), start + length)
        while 0 < start < first and _is_inside_word(text, start):
            start += 1
        while self.spans[0][1] < end < len(text) and _is_inside_word(text, end):
            end -= 1
        before, after = "…" if start else "", "…" if end < len(text) else ""
        shown = (before + text[start:end] + after).replace("\n", " ").replace("\t", " ")
        shift = len(before) - start
        return shown, [(a + shift, min(b, end) + shift) for a, b in self.spans if start <= a < end]


def _is_inside_word(text: str, offset: int) -> bool:
    """Whether a cut before this character would tear a word of a script with word spaces."""
    return not (text[offset - 1].isspace() or is_wide(text[offset - 1]) or is_wide(text[offset]))


def scan(issues: Iterable[Issue], query: Query, language: str = "") -> Iterator[Hit]:
    """Yields every hit of a query, issue by issue in reading order; of one language only if it is given.

    In each issue the spellings that its glossary knows are looked for as well.
    """
    if query.terms:
        for issue in issues:
            widened = with_spellings(query, issue.glossary)
            for _, article in issue.articles():
                yield from scan_article(issue, article, widened, language)


def scan_article(issue: Issue, article: Article, query: Query, language: str = "") -> Iterator[Hit]:
    """Yields the hits in one article: head, passages, then captions and credits of figures."""
    from reader.model.language import matches

    for field, anchor, page, text in _texts(article):
        for tag, prose in text.sides:
            if language and tag and not matches(language, tag):
                continue
            spans = query.spans(fold(prose.text))
            if spans:
                yield Hit(issue, article, field, anchor, page, tag, text, tuple(spans))


def _texts(article: Article) -> Iterator[tuple[str, str, str, Text]]:
    page = article.pages[0] if article.pages else ""
    for field, text in (("title", article.title), ("title", article.kicker), ("deck", article.deck)):
        if text:
            yield field, "", page, text
    for credit in article.credits:
        yield "credit", "", page, credit.name
    for passage in passages(article):
        yield "text", passage.anchor, passage.page, passage.text
    for figure in article.figures:
        yield "caption", figure.id, figure.page, figure.caption
        if figure.credit:
            yield "credit", figure.id, figure.page, figure.credit
