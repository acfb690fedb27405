"""The items below an article: its authors, its date, its source and its licence."""

from __future__ import annotations

from reader.layout import wording
from reader.layout.item import Cell, Item
from reader.layout.setting import CREDIT_GAP
from reader.layout.spaces import LEFT, RIGHT
from reader.model.provenance import licence_of, source_of, source_parts
from reader.model.record import replace
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.wording import Fact
    from reader.model.magazine import Article, Issue, Source
    from reader.model.text import Text


def colophon(article: Article, languages: tuple[str, str], issue: Issue | None) -> Iterator[Item]:
    """Yields the items below an article; a licence and a source of the issue only where the issue is given."""
    for number, credit in enumerate(article.credits, 1):
        if credit.about:
            left, right = (Cell(tag, prose) if (prose := _best(credit.about, tag)) else None for tag in languages)
            yield Item("colophon", (left, right), f"about-{number}")
    licence = licence_of(issue, article) if issue else article.licence
    source = source_of(issue, article) if issue else article.source
    if article.date:
        yield _fact("date", Prose(article.date), Prose(article.date), languages)
    if source:
        yield _fact("source", _source(source, languages[LEFT]), _source(source, languages[RIGHT]), languages)
    if licence:
        yield _fact("licence", _best(licence, languages[LEFT]), _best(licence, languages[RIGHT]), languages)


def _fact(fact: Fact, left: Prose, right: Prose, languages: tuple[str, str]) -> Item:
    """Returns an item with a fact in each language, after its name."""
    pairs = ((left, languages[LEFT]), (right, languages[RIGHT]))
    first, second = (Cell(tag, _after(wording.fact(fact, tag), prose)) for prose, tag in pairs)
    return Item("colophon", (first, second), fact)


def _after(label: str, prose: Prose) -> Prose:
    """Returns a prose after a label."""
    by = len(label)
    return Prose(label + prose.text, tuple(replace(s, start=s.start + by, end=s.end + by) for s in prose.spans))


def _best(text: Text, language: str) -> Prose:
    """Returns a text in a language, else in any that has it."""
    return text.get(language) or next(prose for _, prose in text.sides if prose.text)


def _source(source: Source, language: str) -> Prose:
    """Returns the line that names a source; its addresses are links."""
    text, spans = "", []
    for part in source_parts(source, (language,)):
        text += CREDIT_GAP if text else ""
        if part.target:
            spans.append(Span(len(text), len(text) + len(part.words), "link", part.target))
        text += part.words
    return Prose(text, tuple(spans))
