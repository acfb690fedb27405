"""The glossary of an issue: the terms in sight first, then the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reader.model.magazine import GlossaryEntry
from reader.ui import entries
from reader.ui.commands.table import GLOSSARY, bindings
from reader.ui.screens.listed import ListedScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import Issue


class GlossaryScreen(ListedScreen):
    """Dismissed with the term that is to be found in the article, or none."""

    scope = GLOSSARY
    BINDINGS: ClassVar[list[BindingType]] = bindings(GLOSSARY)

    def __init__(self, issue: Issue, languages: tuple[str, str], near: Sequence[GlossaryEntry]) -> None:
        super().__init__()
        self._issue, self._languages, self._near = issue, languages, near

    def compose(self) -> ComposeResult:
        """The list and the two lines around it."""
        yield Banner(id="banner")
        yield Listing[GlossaryEntry]("terms")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[GlossaryEntry]:
        """The list of terms."""
        return self.query_one("#terms", Listing)

    def on_mount(self) -> None:
        """Fills the list."""
        self.relabel()
        self.listing.focus()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.query_one(Banner).names = (self.strings.glossary,)
        self.query_one(Status).parts = (self.strings.terms_hint,)
        self.listing.show(entries.terms(self._issue, self._languages, self._near))

    def chosen(self, value: GlossaryEntry) -> None:
        """Closes, and has the term found in the article."""
        self.dismiss(value.term.best(self._languages))
