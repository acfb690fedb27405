"""Page merging: joins the articles of a document's pages; a page without a title continues the article before it."""

from __future__ import annotations

from reader.importing.extraction import FRAGMENT, HEADING, ExtractedArticle, Extraction
from reader.importing.scripts import SCRIPTS
from reader.importing.text.paragraphs import join_lines
from reader.model.record import record, replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.extraction import ExtractedBlock
    from reader.importing.text.languages import LanguagePair


@record
class PageReading:
    """The content of a page."""

    article: ExtractedArticle
    running: tuple[str, ...]
    """Site labels, running heads and feet."""
    has_head: bool
    """Whether it begins where a page begins."""


def merge_pages(readings: Iterable[PageReading], languages: LanguagePair) -> Extraction:
    """Returns the pages of a document, in order, as one extraction."""
    articles: list[ExtractedArticle] = []
    running: list[str] = []
    for reading in readings:
        if articles and not reading.article.title:
            articles[-1] = _extended(articles[-1], reading, languages)
        else:
            articles.append(reading.article)
        running += reading.running
    return Extraction((languages.han.tag, languages.latin.tag), tuple(articles), tuple(running))


def _extended(article: ExtractedArticle, reading: PageReading, languages: LanguagePair) -> ExtractedArticle:
    """Returns an article with another page of it."""
    more = reading.article
    body = {
        language.tag: _joined(
            article.body[language.tag],
            more.body[language.tag],
            is_torn=not reading.has_head,
            is_han_text=language is languages.han,
        )
        for language in map(languages.of, SCRIPTS)
    }
    return replace(
        article,
        deck=article.deck or more.deck,
        section=article.section or more.section,
        byline=(*article.byline, *more.byline),
        body=body,
        figures=(*article.figures, *more.figures),
        asides=(*article.asides, *more.asides),
        pages=tuple(dict.fromkeys((*article.pages, *more.pages))),
    )


def _joined(
    before: tuple[ExtractedBlock, ...], after: tuple[ExtractedBlock, ...], *, is_torn: bool, is_han_text: bool
) -> tuple[ExtractedBlock, ...]:
    """Returns the blocks of two pages; ``is_torn`` if the text was divided between them where no page ends."""
    if not (before and after):
        return (*before, *after)
    last, first = before[-1], after[0]
    is_torn = is_torn and HEADING not in (last.kind, first.kind) and not ends_sentence(last.text)
    if not (is_torn or (last.continues and first.kind == FRAGMENT)):
        return (*before, *after)
    text = join_lines([last.text, first.text], is_han_text=is_han_text)
    confidence = min(last.confidence, first.confidence)
    both = replace(last, text=text, confidence=confidence, continues=first.continues)
    return (*before[:-1], both, *after[1:])
