"""The glossary of the issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.naming import both
from reader.reading.glossary import terms_in_sight
from reader.search.query import phrase
from reader.search.spellings import GlossarySpellings, with_spellings
from reader.ui.commands.finding import find_words
from reader.ui.lists.glossary import term_entries
from reader.ui.lists.passages import passage_rows, passages_with
from reader.ui.screens.list import ListPage, ListScreen

if TYPE_CHECKING:
    from reader.layout.runs import Run
    from reader.ui.screens.reading_context import ReadingContext
    from reader.ui.strings import Strings

MIN_ROWS = 18
"""Smallest height of a window in which entries have all of their names and notes."""


def terms(context: ReadingContext) -> None:
    """Shows the glossary, the terms in sight first; the chosen one is found in the article."""
    if context.terms is None:
        context.say(context.strings.no_terms)
        return

    def find_term(term: str | None) -> None:
        if term:
            context.find.begin(context.viewport)
            find_words(context, term)

    glossary, languages = context.opened.issue.glossary, context.opened.languages
    near = terms_in_sight(context.window, context.terms)

    def beside(term: str, width_cells: int) -> list[list[Run]]:
        sought = with_spellings(phrase(term), GlossarySpellings(glossary))
        shown = passages_with(context.opened.article, languages, sought.spans)
        return passage_rows(both(context.opened.article.title, languages), shown, width_cells) if shown else []

    def page(strings: Strings) -> ListPage:
        brief_in = strings.code if context.screen.app.size.height < MIN_ROWS else ""
        return ListPage(strings.glossary, strings.terms_hint, term_entries(glossary, languages, near, brief_in), beside)

    context.host.push_screen(ListScreen(page), find_term)
