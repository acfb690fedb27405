"""Terms: the glossary's entries marked in the article, and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.terms import Terms
from reader.ui.screens.finding import Finding

if TYPE_CHECKING:
    from reader.model.magazine import GlossaryEntry, Issue
    from reader.reading.viewport import Viewport
    from reader.ui.strings import Strings


class Glossed(Finding):
    """The part of the reading screen that knows the issue's glossary."""

    _glossed: Issue | None = None
    terms: Terms | None = None
    """The glossary of the issue that is open, if it has one."""

    def mark_terms(self) -> None:
        """Marks the terms of the issue that is open."""
        if self._glossed is not self.issue:
            self._glossed = self.issue
            self.terms = Terms(self.issue.glossary) if self.issue.glossary else None
            self.view.mark_terms(self.terms)

    def action_terms(self) -> None:
        """Shows the glossary, the terms in sight first; the one that is chosen is found in the article."""
        if self.terms is None:
            self.say(self.strings.no_terms)
            return
        from reader.ui.lists.glossary import term_entries
        from reader.ui.screens.list import ListPage, ListScreen

        near, glossary, languages = in_sight(self.view.viewport, self.terms), self.issue.glossary, self.languages

        def page(strings: Strings) -> ListPage:
            return ListPage(strings.glossary, strings.terms_hint, term_entries(glossary, languages, near))

        self.app.push_screen(ListScreen(page), self._find_term)

    def _find_term(self, term: str | None) -> None:
        if term:
            self._before_find = self.view.viewport.locus
            self._find(term)
            self.follow()


def in_sight(viewport: Viewport, terms: Terms) -> list[GlossaryEntry]:
    """Returns the entries whose terms stand in the window, those of the current paragraph first."""
    here = viewport.item
    shown = [here, *(item for row in viewport.rows for item in (row.left_item, row.right_item))]
    found: dict[int, GlossaryEntry] = {}
    for item in shown:
        for cell in item.cells if item else ():
            if cell and not cell.note:
                found |= {id(entry): entry for _, _, entry in terms.found(cell.language, cell.prose.text)}
    return list(found.values())
