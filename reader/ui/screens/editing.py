"""Editing: the file of the article in the maintainer's editor, and the article as it is afterwards."""

from __future__ import annotations

from textual.app import SuspendNotSupported

from reader.ui.screens.watching import Watching
from reader.ui.terminal import editor


class Editing(Watching):
    """The part of the reading screen that goes to the file and comes back."""

    def action_edit(self) -> None:
        """Opens the editor at the current paragraph; afterwards the article is shown as it is then."""
        from reader.source.line_index import load_with_lines

        _, places = load_with_lines(self.entry.path)
        item = self.view.viewport.item
        if self.edit_at(places.line_of(self.article.id, item.anchor if item else "")):
            self.look_at_file()

    def edit_at(self, line: int) -> bool:
        """Opens the editor at a line of the file; returns whether that was possible."""
        written = editor.editor()
        if not written:
            self.say(self.strings.no_editor)
            return False
        import subprocess

        words = editor.command(written, self.entry.path, line)
        failed = False
        try:
            with self.app.suspend():
                try:  # in here: Textual does not come back from what is raised
                    subprocess.run(words, check=False)  # noqa: S603 (the editor that its user has set)
                except OSError:
                    failed = True
        except SuspendNotSupported:
            failed = True
        if failed:
            self.say(self.strings.editor_failed.format(editor=words[0]))
        return not failed
