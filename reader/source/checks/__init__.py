"""Checks beyond the table of keys: references, pages, languages, the glossary, and faults inside texts."""

from __future__ import annotations

from reader.model.magazine import Article, Code, Figure, GlossaryEntry, Issue, Paragraph, Section, Source, Verse
from reader.model.text import Text
from reader.source.checks.braces import check_braces
from reader.source.checks.file_names import check_portable_names
from reader.source.checks.files import check_file_name, check_pictures, named_pictures
from reader.source.checks.footnotes import check_footnotes, check_glossary_marks
from reader.source.checks.foreign_markup import check_markup
from reader.source.checks.glossary import check_duplicate_terms, check_translated_terms
from reader.source.checks.import_leftovers import check_paragraph
from reader.source.checks.languages import check_article_languages, check_issue_languages
from reader.source.checks.links import check_links
from reader.source.checks.lost_characters import check_lost_characters
from reader.source.checks.lost_text import check_lost_text
from reader.source.checks.page_numbers import check_pages
from reader.source.checks.placeholders import check_placeholders, check_unplaced
from reader.source.checks.provenance import check_licence, check_sources
from reader.source.checks.recordings import check_recording_files, check_starts
from reader.source.checks.references import check_block_ids, check_figures, check_unique_ids
from reader.source.checks.simplified_texts import check_simplified_texts
from reader.source.checks.texts import check_text
from reader.source.checks.translations import check_pair_languages, check_slips

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.schema.load_context import LoadContext


def check(context: LoadContext, issue: Issue | None) -> None:
    """Checks all objects that were read, even if faults kept the issue as a whole from being built."""
    check_errors(context, issue)
    for article in context.all_built(Article):
        check_slips(article, context)
        check_unplaced(article, context)
        check_licence(article, context)
        check_starts(article, context)
    check_sources(context.all_built(Source), context)
    glossary = context.all_built(GlossaryEntry)
    check_duplicate_terms(glossary, context)
    check_translated_terms(glossary, context)
    check_glossary_marks(glossary, context)
    for text in context.all_built(Text):
        check_text(text, context)
        check_pair_languages(text, context)
        check_markup(text, context)
        check_braces(text, context)
        check_lost_characters(text, context)
    check_simplified_texts(context)
    kept = [block.text for block in context.all_built(Verse)] + [block.text for block in context.all_built(Code)]
    kept_ids = set(map(id, kept))
    for text in (*context.all_built(Text), *kept):
        check_lost_text(text, context, has_kept_lines=id(text) in kept_ids)
    check_placeholders(context.all_built(Text), context)
    names = {prose.text.casefold() for _, prose in issue.magazine.sides} if issue else set()
    for paragraph in context.all_built(Paragraph):
        check_paragraph(paragraph, names, context)
    if issue:
        check_issue_languages(issue, context)
        check_licence(issue, context)
        if not context.has_lost:
            check_links(issue, context)
        pictures = named_pictures(context.all_built(Issue), context.all_built(Figure), context)
        check_portable_names(issue, pictures, context)
        if issue.id:
            check_file_name(issue, context)


def check_errors(context: LoadContext, issue: Issue | None) -> None:
    """Runs the checks that may find an error; they find warnings, too."""
    has_marks = "[^" in context.source.parsed  # few files have notes, and looking for marks goes over all texts
    for article in context.all_built(Article):
        check_block_ids(article, context)
        check_figures(article, context)
        check_pages(article, context)
        check_article_languages(article, context)
        if has_marks or article.footnotes:
            check_footnotes(article, context)
    check_unique_ids(context.all_built(Section), "section", context)
    check_unique_ids(context.all_built(Article), "article", context)
    if issue:
        check_pictures(named_pictures(context.all_built(Issue), context.all_built(Figure), context), context)
        check_recording_files(issue, context)
