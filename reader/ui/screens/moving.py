"""Moving in the article, in the panel that has the focus, or the end of a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.reading import selecting
from reader.ui.screens.keeping import Keeping

if TYPE_CHECKING:
    from reader.ui.widgets.listing import Listing

TABLE_STEP_CELLS = 8


class Moving(Keeping):
    """The part of the reading screen that moves."""

    @property
    def list_in_focus(self) -> Listing[Any] | None:
        """The panel that has the focus, if it is a list."""
        raise NotImplementedError

    def action_line_down(self) -> None:
        """Moves down by a line: in the panel that has the focus, or the end of a selection, or the text."""
        self._by_lines(1)

    def action_line_up(self) -> None:
        """Moves up by a line."""
        self._by_lines(-1)

    def _by_lines(self, by: int) -> None:
        if self.list_in_focus is not None:
            self.list_in_focus.move(by)
        elif not self.extend(by, selecting.by_lines):
            self.go(lambda viewport: viewport.move(by))

    def action_page_down(self) -> None:
        """Moves down by a screen, or in the panel that has the focus."""
        self._by_pages(1)

    def action_page_up(self) -> None:
        """Moves up by a screen."""
        self._by_pages(-1)

    def _by_pages(self, by: int) -> None:
        if self.list_in_focus is not None:
            self.list_in_focus.move_page(by)
        else:
            self.go(lambda viewport: viewport.move_pages(by))

    def action_half_down(self) -> None:
        """Moves down by half a screen."""
        self.go(lambda viewport: viewport.move_pages(0.5))

    def action_half_up(self) -> None:
        """Moves up by half a screen."""
        self.go(lambda viewport: viewport.move_pages(-0.5))

    def action_pair_down(self) -> None:
        """Moves to the next paragraph, or the end of a selection to the next end of one."""
        self._by_paragraphs(1)

    def action_pair_up(self) -> None:
        """Moves to the previous paragraph."""
        self._by_paragraphs(-1)

    def _by_paragraphs(self, by: int) -> None:
        if not self.extend(by, selecting.by_paragraphs):
            self.go(lambda viewport: viewport.move_passages(by))

    def action_left(self) -> None:
        """Moves the end of a selection, or wide tables, to the left; or lets the left side lead."""
        self._sideways(-1)

    def action_right(self) -> None:
        """Moves the end of a selection, or wide tables, to the right; or lets the right side lead."""
        self._sideways(1)

    def _sideways(self, by: int) -> None:
        if self.extend(by, selecting.by_clusters):
            return
        if self.view.viewport.loose:
            self.go(lambda viewport: viewport.lead(by > 0))
        else:
            self.go(lambda viewport: viewport.scroll_tables(by * TABLE_STEP_CELLS))

    def action_top(self) -> None:
        """Moves to the beginning."""
        self.list_in_focus.move_to_end(last=False) if self.list_in_focus else self.go(
            lambda viewport: viewport.go_to_share(0)
        )

    def action_bottom(self) -> None:
        """Moves to the end."""
        self.list_in_focus.move_to_end(last=True) if self.list_in_focus else self.go(
            lambda viewport: viewport.go_to_end()
        )
