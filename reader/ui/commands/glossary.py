"""The glossary of the issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.glossary import terms_in_sight
from reader.ui.commands.finding import find_words
from reader.ui.screens.glossary import GlossaryScreen

if TYPE_CHECKING:
    from reader.ui.screens.reading_context import ReadingContext


def terms(context: ReadingContext) -> None:
    """Shows the glossary, the terms in sight first; the chosen one is found in the article."""
    if context.terms is None:
        context.say(context.strings.no_terms)
        return

    def find_term(term: str | None) -> None:
        if term:
            context.find.begin(context.viewport)
            find_words(context, term)

    opened, near = context.opened, terms_in_sight(context.window, context.terms)
    context.host.push_screen(GlossaryScreen(opened.issue, opened.languages, near), find_term)
