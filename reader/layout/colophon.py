"""The items below an article: its authors, its date, its source and its licence."""

from __future__ import annotations

from functools import partial

from reader.layout import wording
from reader.layout.item import Cell, Item
from reader.layout.setting import CREDIT_GAP
from reader.model.provenance import licence_of, source_of, source_parts
from reader.model.record import replace
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.layout.wording import Fact
    from reader.model.magazine import Article, Issue, Source
    from reader.model.text import Text


def colophon(
    article: Article, languages: tuple[str, str], issue: Issue | None, shown: tuple[str, str] | None = None
) -> Iterator[Item]:
    """Yields the items below an article.

    Args:
        article: The article.
        languages: The left and the right language.
        issue: The issue whose licence and source an article without its own has.
        shown: The languages of the words before the facts, if texts are shown in another script.
    """
    shown = shown or languages
    for number, credit in enumerate(article.credits, 1):
        if credit.about:
            left, right = (Cell(tag, prose) if (prose := _best(credit.about, tag)) else None for tag in languages)
            yield Item("colophon", (left, right), f"about-{number}")
    licence = licence_of(issue, article) if issue else article.licence
    source = source_of(issue, article) if issue else article.source
    if article.date:
        yield _fact("date", lambda _: Prose(article.date), languages, shown)
    if source:
        yield _fact("source", partial(_source, source), languages, shown)
    if licence:
        yield _fact("licence", partial(_best, licence), languages, shown)


def _fact(fact: Fact, said: Callable[[str], Prose], languages: tuple[str, str], shown: tuple[str, str]) -> Item:
    """Returns an item with a fact in each language, after its name."""
    left, right = (
        Cell(tag, _after(wording.fact(fact, shown_tag), said(tag)))
        for tag, shown_tag in zip(languages, shown, strict=True)
    )
    return Item("colophon", (left, right), fact)


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
