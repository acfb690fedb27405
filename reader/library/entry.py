"""An issue file of the library, read when it is first asked for: from the catalogue if that has its present state."""

from __future__ import annotations

import os

from reader.catalogue.file_state import state_of
from reader.errors import UnusableError
from reader.library.stored import StoredArticles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.catalogue.access import CatalogueAccess
    from reader.catalogue.file import Catalogue
    from reader.catalogue.file_state import FileState
    from reader.model.magazine import Article, Issue
    from reader.source import Loaded
    from reader.source.diagnostic import Diagnostic


class LibraryEntry:
    """An issue file; ``key`` is its path in the catalogue, empty if it cannot be there."""

    def __init__(self, path: str, key: str, access: CatalogueAccess, is_away: Callable[[], bool]) -> None:
        """Takes a file; ``is_away`` returns whether its folder cannot be read now."""
        self.path, self.key = path, key
        self._access, self._is_away = access, is_away
        self._loaded: Loaded | None = None
        self._stored: Issue | None = None
        self.seen: FileState | None = None
        """The state of the file of which the content is; None if it is not known."""

    @property
    def loaded(self) -> Loaded:
        """The file's issue and the faults that keep it from being opened; other faults are not looked for."""
        if self._loaded is None:
            from reader.source import load
            from reader.source.source_file import is_of_disk

            self.seen = state_of(self.path)  # before it is read: a change meanwhile is one after it
            loaded = load(self.path, checked=False)
            if loaded.issue is None and (is_of_disk(loaded.errors) or self._is_away()):
                return loaded  # it says nothing about the file's content: that is read again
            self._loaded = loaded
        return self._loaded

    @property
    def issue(self) -> Issue | None:
        """The issue, or None if the file cannot be opened; as it was while the file or its folder is away."""
        if self._loaded is None and self._stored is None:
            now = state_of(self.path)
            if self.is_known and (stored := self.stored_issue()):
                self._stored, self.seen = stored, now
        if self._stored:
            return self._stored
        loaded = self.loaded
        if loaded.is_missing and not os.path.islink(self.path):
            return self.stored_issue()  # until the next look, which finds it again or knows that it is gone
        return loaded.issue

    @property
    def issue_at_hand(self) -> Issue | None:
        """The issue as far as it is known without reading the file, perhaps in an earlier state; None if it is not."""
        if self._loaded is None and self._stored is None:
            self._stored = self.stored_issue()
        return self._stored or (self._loaded.issue if self._loaded else None)

    @property
    def is_unread(self) -> bool:
        """Whether the present content of the file is not known, so that it would have to be read."""
        return self._loaded is None and self._stored is None and not self.is_known

    @property
    def first_error(self) -> Diagnostic:
        """The first fault that keeps the file from being opened."""
        if self._loaded is None and self.is_known:
            from reader.source.diagnostic import Diagnostic

            if fields := self._access.ask(lambda catalogue: catalogue.fault(self.key), None):
                return Diagnostic(*fields)
        from reader.source.source_file import changed_meanwhile

        errors = self.loaded.errors
        return errors[0] if errors else changed_meanwhile(self.path)

    @property
    def is_known(self) -> bool:
        """Whether the catalogue has the present state of the file; the last one while its folder cannot be read."""
        if not self.key:
            return False
        return self.is_in_state(self._access.ask(lambda catalogue: catalogue.state(self.key), None))

    def is_in_state(self, known: FileState | None) -> bool:
        """Whether the file is in a state that is known; in any, while its folder cannot be read."""
        now = state_of(self.path)
        return known is not None and (known == now or (now is None and self._is_away()))

    @property
    def name(self) -> str:
        """The file's name without its extension: by convention the id of its issue."""
        return os.path.splitext(os.path.basename(self.path))[0]

    @property
    def pictures(self) -> str:
        """The folder of the issue's pictures."""
        return os.path.splitext(self.path)[0]

    def take(self, loaded: Loaded) -> None:
        """Takes over a reading of the file that was done elsewhere."""
        self._loaded, self._stored, self.seen = loaded, None, None

    def forget(self) -> None:
        """Drops the content, so that it is read again when it is next asked for."""
        self._loaded = self._stored = self.seen = None

    def stored_issue(self) -> Issue | None:
        """Returns the issue as the catalogue has it, in whatever state; its articles are loaded when they are read."""
        return self._access.ask(self._stored_in, None)

    def _stored_in(self, catalogue: Catalogue) -> Issue | None:
        found = catalogue.issue(self.key)
        if not found:
            return None
        key, head = found
        stored = StoredArticles(self._access, key, self._articles_in_file, self._fault)
        return catalogue.decoded_issue(head, stored.articles)

    def _articles_in_file(self) -> list[Article] | None:
        issue = self.loaded.issue or self.stored_issue()
        return None if issue is None else [article for _, article in issue.articles()]

    def _fault(self) -> UnusableError:
        return UnusableError(str(self.first_error))
