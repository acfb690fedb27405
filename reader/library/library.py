"""A library: the issue files of one or more folders, in the order of their names."""

from __future__ import annotations

import os

from reader.catalogue.access import CatalogueAccess
from reader.catalogue.file import Catalogue, CatalogueError
from reader.catalogue.file_state import state_of
from reader.catalogue.lazy import LazySequence
from reader.errors import NotFoundError, UnusableError
from reader.gate import clean_line
from reader.library.entry import LibraryEntry
from reader.library.files import EXTENSIONS, issue_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.catalogue.file_state import FileState
    from reader.catalogue.update import Changes, Progress, Update
    from reader.model.magazine import Issue

MAX_NAMES_SHOWN = 20
"""Number of issues that a message lists."""


class Library:
    """The issues of some folders and single files; facts about those in folders are kept in a catalogue."""

    def __init__(self, sources: Iterable[str], catalogue_path: str = "") -> None:
        """Takes folders and files; they are read when that is asked for.

        Args:
            sources: Folders and issue files.
            catalogue_path: The file of the catalogue; by default one in the cache folder.

        Raises:
            NotFoundError: If a source is neither a folder that can be read nor a file.
        """
        self.sources = tuple(sources)
        self.notice = ""
        """The reason why the catalogue is not used, in one line."""
        for source in self.sources:
            if not os.path.lexists(source):
                raise NotFoundError(f"{clean_line(source)}: no such file or folder")
            if os.path.isdir(source) and not os.access(source, os.R_OK | os.X_OK):
                raise NotFoundError(f"{clean_line(source)}: cannot be read: Permission denied")
        self._folders = {source: os.path.realpath(source) for source in self.sources if os.path.isdir(source)}
        folders = tuple(dict.fromkeys(self._folders.values()))
        self.catalogue = Catalogue(folders, catalogue_path) if folders else None
        self.access = CatalogueAccess(self.catalogue)
        self._entries: Sequence[LibraryEntry] | None = None
        self._by_path: dict[str, LibraryEntry] = {}

    @property
    def entries(self) -> Sequence[LibraryEntry]:
        """The issue files that the folders held when they were first looked into."""
        if self._entries is None:
            places = [(path, source) for source in self.sources for path in issue_files(source)]
            self._entries = LazySequence(places, lambda place: self._entry(*place))
        return self._entries

    def __iter__(self) -> Iterator[LibraryEntry]:
        return iter(self.entries)

    def issues(self) -> Iterator[tuple[LibraryEntry, Issue]]:
        """Yields the entries that can be opened with their issues; of two with one id the one named after it."""
        seen: set[str] = set()
        for entry in self.entries:
            issue = entry.issue
            if issue and issue.id not in seen and (entry.name == issue.id or not self._is_named(issue.id)):
                seen.add(issue.id)
                yield entry, issue

    def _is_named(self, issue_id: str) -> bool:
        return any((named := entry.issue) and named.id == issue_id for entry in self._named(issue_id))

    def entry(self, issue_id: str) -> LibraryEntry:
        """Returns the entry of an issue; the file that is named after it is looked at first.

        Raises:
            NotFoundError: If there is none.
            UnusableError: If its file has errors; the message is the first of them.
        """
        for entry in self._named(issue_id):
            issue = entry.issue
            if issue is None:
                raise UnusableError(str(entry.first_error))
            if issue.id == issue_id:
                return entry
        no_paths: list[str] = []
        known = self.access.ask(lambda catalogue: catalogue.paths_of(issue_id), no_paths)
        for entry in self.entries if known else ():
            if entry.key and entry.key in known and entry.issue and entry.issue.id == issue_id:
                return entry
        names = []
        for entry in self.entries:
            if entry.issue:
                if entry.issue.id == issue_id:
                    return entry
                names.append(entry.issue.id)
        shown = ", ".join(names[:MAX_NAMES_SHOWN])
        shown += f" and {len(names) - MAX_NAMES_SHOWN} more" * (len(names) > MAX_NAMES_SHOWN)
        raise NotFoundError(f"no issue {clean_line(issue_id)!r} in the library; there are: {shown or 'none'}")

    def entry_at(self, key: str) -> LibraryEntry | None:
        """Returns the entry of a file by its path in the catalogue."""
        folder, name = os.path.split(key)
        source = next((source for source, real in self._folders.items() if real == folder), None)
        return None if source is None else self._entry(os.path.join(source, name), source)

    def _named(self, issue_id: str) -> Iterator[LibraryEntry]:
        """Yields the files that are named after an issue."""
        for source in self.sources:
            if source in self._folders:
                for extension in EXTENSIONS:
                    path = os.path.join(source, issue_id + extension)
                    if os.path.lexists(path) and not os.path.isdir(path):
                        yield self._entry(path, source)
            elif os.path.splitext(os.path.basename(source))[0] == issue_id:
                yield self._entry(source, source)

    def _entry(self, path: str, source: str) -> LibraryEntry:
        found = self._by_path.get(path)
        if found is None:
            folder = self._folders.get(source)
            key = os.path.join(folder, os.path.basename(path)) if folder else ""
            found = self._by_path[path] = LibraryEntry(path, key if _is_utf8(key) else "", self.access)
        return found

    def again(self) -> Library:
        """Returns another library of the same sources, with a connection of its own, for another thread."""
        return Library(self.sources, self.catalogue.path if self.catalogue else "")

    # -- the catalogue -----------------------------------------------------------------------------------

    def changes(self) -> Changes | None:
        """Returns the differences between the files and the catalogue; None if there is no catalogue to be had.

        It lists the folders anew, and reads no file.
        """
        from reader.catalogue.update import changes

        if self.catalogue is None:
            return None
        self._entries = None
        found, error = self.access.attempt(lambda catalogue: changes(catalogue, self._states()))
        if error and error.damaged:
            found, error = self.access.attempt(self._changes_from_nothing)
        if error:
            self.notice = _notice(error)
        return found

    def _changes_from_nothing(self, catalogue: Catalogue) -> Changes:
        from reader.catalogue.update import changes

        catalogue.delete()
        return changes(catalogue, self._states())

    def update(
        self,
        progress: Progress | None = None,
        *,
        rebuild: bool = False,
        at_most_bytes: int | None = None,
        alone: bool = False,
    ) -> Update | None:
        """Brings the catalogue up to date; where that is not possible, :attr:`notice` says why.

        Args:
            progress: Is called with the number of changed files that are done, and the number of all changed files.
            rebuild: Whether everything is read anew.
            at_most_bytes: If the changed files are larger than this, none is read.
            alone: Whether to parse in this process, however large the files are.

        Returns:
            The numbers of files; None if nothing was read, because of ``at_most_bytes`` or of a fault.
        """

        def attempt(catalogue: Catalogue) -> Update | None:
            return self._update(catalogue, progress, at_most_bytes, alone)

        def attempt_from_nothing(catalogue: Catalogue) -> Update | None:
            catalogue.delete()
            return attempt(catalogue)

        if self.catalogue is None:
            return None
        self.notice = ""
        done, error = self.access.attempt(attempt_from_nothing if rebuild else attempt)
        if error and error.damaged:
            self.catalogue.close()
            done, error = self.access.attempt(attempt)
        if error:
            self.catalogue.close()
            self.notice = _notice(error)
        return done

    def _update(
        self, catalogue: Catalogue, progress: Progress | None, at_most_bytes: int | None, alone: bool
    ) -> Update | None:
        from reader.catalogue.update import Update, update

        found = self.changes()
        if found is None or (at_most_bytes is not None and found.size_bytes > at_most_bytes):
            return None
        if not found:
            return Update(found.total, 0, 0, 0)
        catalogue.close()
        catalogue.open(writing=True)
        done = update(catalogue, found, progress, alone)
        self.reload(found)
        return done

    def reload(self, found: Changes) -> None:
        """Takes over changes: changed files are read again when they are asked for, and the folders are listed anew."""
        if self.catalogue:
            self.catalogue.close()  # it may be another file by now
            self.access.ask(Catalogue.open, False)
        for key in (*found.changed, *found.gone):
            if entry := self.entry_at(key):
                entry.forget()
        self._entries = None

    def unknown(self) -> list[LibraryEntry]:
        """Returns the entries whose present state the catalogue does not have."""
        no_states: dict[str, FileState] = {}
        known = self.access.ask(Catalogue.states, no_states)

        def is_known(entry: LibraryEntry) -> bool:
            state = state_of(entry.path)
            return state is not None and known.get(entry.key) == state

        return [entry for entry in self.entries if not is_known(entry)]

    def known_to_be_broken(self) -> set[str]:
        """Returns the paths in the catalogue of the files that could not be opened when they were last read."""
        no_paths: set[str] = set()
        return self.access.ask(Catalogue.broken_paths, no_paths)

    def broken(self) -> list[LibraryEntry]:
        """Returns the entries that cannot be opened."""
        known = self.known_to_be_broken()
        unknown = set(map(id, self.unknown()))
        return [e for e in self.entries if (not e.issue if id(e) in unknown else e.key in known)]

    def languages(self) -> set[str]:
        """Returns the tags of the languages of its issues."""
        no_tags: list[str] = []
        known = self.access.ask(Catalogue.languages, no_tags)
        return {*known, *(tag for entry in self.unknown() if entry.issue for tag in entry.issue.languages)}

    def _states(self) -> Iterator[tuple[str, FileState | None]]:
        seen = set()
        for entry in self.entries:
            if entry.key and entry.key not in seen:
                seen.add(entry.key)
                yield entry.key, state_of(entry.path)


def _notice(error: CatalogueError) -> str:
    return f"the cache is not used, everything is read from the files: {error}"


def _is_utf8(text: str) -> bool:
    return text.isprintable() or not any("\ud800" <= character <= "\udfff" for character in text)
