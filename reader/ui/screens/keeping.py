"""Keeping passages: selecting, copying with or without citation, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.naming import citation
from reader.model.passage import Passage, address, find, passages
from reader.reading import links, selecting
from reader.ui.screens.article import ArticleScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading.selection import Selection
    from reader.reading.viewport import Viewport
    from reader.ui.strings import Strings
    from reader.ui.widgets.pointed_spread import PointedSpread


class Keeping(ArticleScreen):
    """The part of the reading screen that keeps what is selected, or the current passage."""

    @property
    def _passage(self) -> Passage | None:
        """The current passage; the first one while the head of the article is there."""
        item = self.view.viewport.item
        return find(self.article, item.anchor) if item and item.number else next(passages(self.article), None)

    # -- selecting --------------------------------------------------------------------------------------

    @property
    def selection(self) -> Selection | None:
        """What is selected."""
        return self.view.marks.selection

    def action_select(self) -> None:
        """Selects the current paragraph; then its counterpart, and both."""
        viewport = self.view.viewport
        if self.selection:
            self.view.select(selecting.on_next_side(viewport, self.selection))
        else:
            self.view.select(selecting.of_paragraph(viewport))
        if self.selection:
            self.say(self.strings.selecting)

    def chosen_words(self) -> str:
        """Returns the first line of what is selected."""
        return self._chosen_text().strip().partition("\n")[0] if self.selection else ""

    def extend(self, by: int, step: Callable[[Viewport, Selection, int], Selection]) -> bool:
        """Moves the end of the selection; returns False if nothing is selected."""
        if self.selection:
            self.view.select(step(self.view.viewport, self.selection, by))
        return self.selection is not None

    def on_pointed_spread_selected(self, _event: PointedSpread.Selected) -> None:
        """Tells what can be done with what the mouse has selected."""
        self.say(self.strings.selecting)

    # -- copying ------------------------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copies what is selected, else the current paragraph in the languages it has."""
        self._copy(cited=False)

    def action_cite(self) -> None:
        """Copies the same with its citation."""
        self._copy(cited=True)

    def _copy(self, cited: bool) -> None:
        passage = self._chosen_passage()
        text = self._chosen_text()
        if not text:
            return
        from reader.ui.terminal.clipboard import copy

        where = citation(self.issue, self.article, passage.page if passage else "", passage.anchor if passage else "")
        way = copy(self.host, f"{text}\n\n— {where}" if cited else text)
        self.view.select(None)
        self.say(self.strings.copied.format(address=address(self.issue, self.article, passage), way=way))

    def _chosen_text(self) -> str:
        """Returns what is selected, else the current passage in both languages, and in any other it has."""
        if self.selection:
            return self.selection.text(self.view.viewport.spread.columns[self.selection.column])
        passage = self._passage
        if passage is None:
            return ""
        languages = (*self.languages, *passage.text.languages)
        return "\n\n".join(filter(None, dict.fromkeys(map(passage.text.plain, languages))))

    def _chosen_passage(self) -> Passage | None:
        """Returns the passage in which the selection begins, else the current one."""
        if not self.selection:
            return self._passage
        item = self.view.viewport.spread.columns[self.selection.column].items[self.selection.ends[0].item]
        return find(self.article, item.anchor) if item.number else None

    # -- links --------------------------------------------------------------------------------------------

    def action_links(self) -> None:
        """Shows where the links in sight lead; from there they are opened."""
        found = links.in_sight(self.view.viewport)
        if not found:
            self.say(self.strings.no_links)
            return
        from reader.ui.lists.links import link_entries
        from reader.ui.screens.list import ListPage, ListScreen

        def page(strings: Strings) -> ListPage:
            return ListPage(strings.links, strings.links_hint, link_entries(found))

        self.app.push_screen(ListScreen(page), self._open_link)

    def _open_link(self, target: str | None) -> None:
        if target:
            said = self.strings.opened if links.open_target(target) else self.strings.no_opener
            self.say(said.format(target=target))
