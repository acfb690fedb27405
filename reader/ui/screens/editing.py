"""Editing: the file of the article in the maintainer's editor, and the article as it is afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.layout.flow import flow
from reader.ui import editor
from reader.ui.screens.article import ArticleScreen

if TYPE_CHECKING:
    from reader.model.magazine import Issue
    from reader.source import Loaded


class Editing(ArticleScreen):
    """The part of the reading screen that goes to the file and comes back."""

    def action_edit(self) -> None:
        """Opens the editor at the current paragraph; afterwards the article is shown as it is then."""
        from reader.source.places import located

        _, places = located(self.entry.path)
        item = self.view.viewport.item
        if self.edit_at(places.line_of(self.article.id, item.anchor if item else "")):
            loaded, _ = located(self.entry.path)
            self.take(loaded)

    def edit_at(self, line: int) -> bool:
        """Opens the editor at a line of the file; returns whether that was possible."""
        written = editor.editor()
        if not written:
            self.say(self.strings.no_editor)
            return False
        import subprocess

        words = editor.command(written, self.entry.path, line)
        try:
            with self.app.suspend():
                subprocess.run(words, check=False)  # noqa: S603 (the editor that its user has set)
        except (OSError, SuspendNotSupported):
            self.say(self.strings.editor_failed.format(editor=words[0]))
            return False
        return True

    def take(self, loaded: Loaded) -> None:
        """Shows what was read of the file; if it has errors, what was there before stays."""
        if loaded.issue is None:
            self.say(str(loaded.errors[0]))
        elif loaded.issue != self.issue:
            self.entry.take(loaded)
            self.renew(loaded.issue)

    def renew(self, issue: Issue) -> None:
        """Shows an issue in the place of the one before, at the same address."""
        article = issue.article(self.article.id) or next(article for _, article in issue.articles())
        locus = self.view.viewport.kept if article.id == self.article.id else None
        same = {*self.languages} <= {*issue.languages} and issue.pair_of(article) == self.issue.pair_of(self.article)
        self.issue, self.article = issue, article
        self.languages = self.languages if same else issue.pair_of(article)
        self.mark_terms()
        self.view.show(flow(article, self.languages), locus, self.view.sought)
        self.measure_time()
        self.relabel()

    def mark_terms(self) -> None:
        """Marks the terms of the issue that is open."""
        raise NotImplementedError

    def measure_time(self) -> None:
        """Works out how long the article takes to read."""
        raise NotImplementedError
