"""The glossary of the issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.glossary import terms_in_sight
from reader.ui.commands.finding import find_words
from reader.ui.lists.glossary import term_entries
from reader.ui.screens.list import ListPage, ListScreen

if TYPE_CHECKING:
    from reader.ui.screens.reading_context import ReadingContext
    from reader.ui.strings import Strings


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

    def page(strings: Strings) -> ListPage:
        return ListPage(strings.glossary, strings.terms_hint, term_entries(glossary, languages, near))

    context.host.push_screen(ListScreen(page), find_term)
