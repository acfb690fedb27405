"""A library: the issue files of one or more folders, in the order of their names."""

from __future__ import annotations

import os
from functools import partial

from reader.catalogue.access import CatalogueAccess
from reader.catalogue.file import Catalogue, CatalogueError
from reader.catalogue.file_state import state_of
from reader.catalogue.lazy import LazySequence
from reader.errors import NotFoundError, UnusableError
from reader.gate import clean_line, shown_path
from reader.library.entry import LibraryEntry
from reader.library.files import EXTENSIONS
from reader.library.folder import Folder, is_away, listed, unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reader.catalogue.file_state import FileState
    from reader.catalogue.update import Changes, Progress, Update
    from reader.model.magazine import Issue

_NONE = "none (reader list says how to add one)"
MAX_NAMES_SHOWN = 20
"""Number of issues that a message lists."""


class Library:
    """The issues of some folders and single files; facts about those in folders are kept in a catalogue."""

    def __init__(
        self, sources: Iterable[str], catalogue_path: str = "", folders: Mapping[str, Folder] | None = None
    ) -> None:
        """Takes folders and files; they are read when that is asked for.

        Args:
            sources: Folders and issue files.
            catalogue_path: The file of the catalogue; by default one in the cache folder.
            folders: The sources that are folders, if that is known: then they need not be there now.

        Raises:
            NotFoundError: If a source is neither a folder that can be read nor a file.
        """
        self.sources = tuple(sources)
        self.notice = ""
        """The reason why the catalogue is not used, in one line."""
        if folders is None:
            for source in self.sources:
                _check(source)
            folders = {source: unread(source) for source in self.sources if os.path.isdir(source)}
        self._folders = dict(folders)
        self.catalogue_path = catalogue_path
        """The file of the catalogue, if it is not the default one."""
        self.catalogue = self._catalogue_of_folders()
        self.access = CatalogueAccess(self.catalogue)
        self._is_listed = False
        self._entries: Sequence[LibraryEntry] | None = None
        self._by_path: dict[str, LibraryEntry] = {}

    @property
    def entries(self) -> Sequence[LibraryEntry]:
        """The issue files that the folders held when they were last listed."""
        if self._entries is None:
            if not self._is_listed:
                self._is_listed = True
                self._take({source: listed(source, before) for source, before in self._folders.items()})
            places = [(path, source) for source in self.sources for path in self._files_of(source)]
            self._entries = LazySequence(places, lambda place: self._entry(*place))
        return self._entries

    def _files_of(self, source: str) -> Sequence[str]:
        """Returns the files of a source; those that the catalogue knows if it cannot be read, and never was."""
        folder = self._folders.get(source)
        if folder is None:
            return (source,)
        if folder.paths or not folder.fault:
            return folder.paths
        no_states: dict[str, FileState] = {}
        known = (os.path.split(key) for key in self.access.ask(Catalogue.states, no_states))
        return sorted(os.path.join(source, name) for real, name in known if real == folder.real)

    @property
    def folders(self) -> Mapping[str, Folder]:
        """The sources that are folders, as they were when they were last listed."""
        return self._folders

    @property
    def faults(self) -> tuple[str, ...]:
        """The reasons why folders could not be read when they were last listed, each in one line."""
        return tuple(folder.fault for folder in self._folders.values() if folder.fault)

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
        raise NotFoundError(f"no issue {clean_line(issue_id)!r} in the library; there are: {shown or _NONE}")

    def paths_of(self, issue_ids: Collection[str], outside: str = "") -> dict[str, list[str]]:
        """Returns the files of some issues by id, also those named after one that cannot be opened.

        Args:
            issue_ids: The issues.
            outside: A folder whose files are left out.
        """
        no_paths: list[str] = []
        found: dict[str, set[str]] = {issue_id: set() for issue_id in issue_ids}
        for issue_id in found:
            keys = self.access.ask(partial(Catalogue.paths_of, issue_id=issue_id), no_paths)
            known = [entry for key in keys if (entry := self.entry_at(key)) and entry.issue]
            broken = [entry for entry in self._named(issue_id) if not entry.issue]
            found[issue_id] |= {entry.path for entry in (*known, *broken)}
        inside = os.path.join(outside, "") if outside else "\0"
        for entry in self.unknown():
            if not entry.path.startswith(inside) and (issue := entry.issue) and issue.id in found:
                found[issue.id].add(entry.path)
        return {
            issue_id: sorted(path for path in paths if not path.startswith(inside)) for issue_id, paths in found.items()
        }

    def entry_at(self, key: str) -> LibraryEntry | None:
        """Returns the entry of a file by its path in the catalogue."""
        folder, name = os.path.split(key)
        source = next((source for source, known in self._folders.items() if known.real == folder), None)
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
            key = os.path.join(folder.real, os.path.basename(path)) if folder else ""
            away = partial(self._is_away, source)
            found = self._by_path[path] = LibraryEntry(path, key if _is_utf8(key) else "", self.access, away)
        return found

    def again(self) -> Library:
        """Returns another library of the same sources, with a connection of its own, for another thread."""
        return Library(self.sources, self.catalogue_path, self._folders)

    # -- the folders -------------------------------------------------------------------------------------

    def take(self, folders: Mapping[str, Folder]) -> bool:
        """Takes over a listing of the folders that was made elsewhere.

        Returns:
            Whether it has other files than the last listing, or another folder that cannot be read.
        """
        before = self._folders
        is_other = {s: f.fault for s, f in before.items()} != {s: f.fault for s, f in folders.items()}
        if self._is_listed:
            is_other = is_other or {s: f.paths for s, f in before.items()} != {s: f.paths for s, f in folders.items()}
        self._is_listed = True
        self._take(folders)
        return is_other

    def _take(self, folders: Mapping[str, Folder]) -> None:
        is_moved = any(folder.real != self._folders[source].real for source, folder in folders.items())
        self._folders, self._entries = dict(folders), None
        if is_moved:  # a link leads to another folder now
            if self.catalogue:
                self.catalogue.close()
            self.catalogue = self.access.catalogue = self._catalogue_of_folders()
            self._by_path.clear()

    def _catalogue_of_folders(self) -> Catalogue | None:
        real = tuple(dict.fromkeys(folder.real for folder in self._folders.values()))
        return Catalogue(real, self.catalogue_path) if real else None

    def _is_away(self, source: str) -> bool:
        folder = self._folders.get(source)
        return folder is not None and is_away(source, folder)

    # -- the catalogue -----------------------------------------------------------------------------------

    def changes(self) -> Changes | None:
        """Returns the differences between the files and the catalogue; None if there is no catalogue to be had.

        It lists the folders anew, and reads no file.
        """
        from reader.catalogue.update import changes

        if self.catalogue is None:
            return None
        self._entries, self._is_listed = None, False
        states, away = self._states(), self._real_paths_away()
        found, error = self.access.attempt(lambda catalogue: changes(catalogue, states.items(), away))
        if error and error.damaged:
            found, error = self.access.attempt(self._changes_from_nothing)
        if error:
            self.notice = _notice(error)
        return found

    def _changes_from_nothing(self, catalogue: Catalogue) -> Changes:
        from reader.catalogue.update import changes

        catalogue.delete()
        return changes(catalogue, self._states().items(), self._real_paths_away())

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
        catalogue = self.catalogue or catalogue  # of other folders, if a link has changed
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
        self._entries, self._is_listed = None, False

    def unknown(self) -> list[LibraryEntry]:
        """Returns the entries whose present state the catalogue does not have."""
        no_states: dict[str, FileState] = {}
        known = self.access.ask(Catalogue.states, no_states)

        return [entry for entry in self.entries if not entry.is_in_state(known.get(entry.key))]

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

    def _states(self) -> dict[str, FileState | None]:
        """Returns the present states of the files in folders that can be read."""
        entries, away = self.entries, self._real_paths_away()
        return {e.key: state_of(e.path) for e in entries if e.key and os.path.dirname(e.key) not in away}

    def _real_paths_away(self) -> frozenset[str]:
        folders = self._folders.values()
        return frozenset(f.real for f in folders if f.fault) - {f.real for f in folders if not f.fault}


def _check(source: str) -> None:
    """Checks that a source is there and can be read.

    Raises:
        NotFoundError: If it is not, or cannot.
    """
    if not os.path.lexists(source):
        raise NotFoundError(f"{shown_path(source)}: no such file or folder")
    if os.path.isdir(source) and not os.access(source, os.R_OK | os.X_OK):
        raise NotFoundError(f"{shown_path(source)}: cannot be read: Permission denied")


def _notice(error: CatalogueError) -> str:
    return f"the cache is not used, everything is read from the files: {error}"


def _is_utf8(text: str) -> bool:
    return text.isprintable() or not any("\ud800" <= character <= "\udfff" for character in text)
