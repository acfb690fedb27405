"""A library: the issue files of one or more folders, in the order of their names, and what an address names in them."""

from __future__ import annotations

import os
from contextlib import suppress

from reader.catalogue.file import Catalogue, CatalogueError
from reader.catalogue.made import Made
from reader.errors import NotFoundError, UnusableError
from reader.gate import clean_line
from reader.library.entry import Entry
from reader.library.files import EXTENSIONS, issue_files, state_of
from reader.model.address import Address, parse
from reader.model.passage import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.catalogue.update import Changes, Update
    from reader.library.files import State
    from reader.model.magazine import Article, Figure, Issue
    from reader.model.passage import Passage

MAX_NAMES_TOLD = 20


class Library:
    """The issues of some folders and single files. What is known of the folders is kept in a catalogue."""

    def __init__(self, sources: Iterable[str]) -> None:
        """Names the folders and files; they are looked into when that is asked for.

        Raises:
            NotFoundError: If a source is neither a folder that can be read nor a file.
        """
        self.sources = tuple(sources)
        self.notice = ""
        """What is off with the catalogue, in one line."""
        for source in self.sources:
            if not os.path.lexists(source):
                raise NotFoundError(f"{clean_line(source)}: no such file or folder")
            if os.path.isdir(source) and not os.access(source, os.R_OK | os.X_OK):
                raise NotFoundError(f"{clean_line(source)}: cannot be read: Permission denied")
        self._folders = {source: os.path.realpath(source) for source in self.sources if os.path.isdir(source)}
        self.catalogue = Catalogue(tuple(dict.fromkeys(self._folders.values()))) if self._folders else None
        self._entries: Sequence[Entry] | None = None
        self._by_path: dict[str, Entry] = {}

    @property
    def entries(self) -> Sequence[Entry]:
        """The issue files as the folders held them when they were first looked into."""
        if self._entries is None:
            places = [(path, source) for source in self.sources for path in issue_files(source)]
            self._entries = Made(places, lambda place: self._entry(*place))
        return self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def issues(self) -> Iterator[tuple[Entry, Issue]]:
        """Yields the entries that can be used with their issues; of two with the same id the one named after it."""
        seen: set[str] = set()
        for entry in self.entries:
            issue = entry.issue
            if issue and issue.id not in seen and (entry.name == issue.id or not self._is_named(issue.id)):
                seen.add(issue.id)
                yield entry, issue

    def _is_named(self, issue_id: str) -> bool:
        return any((named := entry.issue) and named.id == issue_id for entry in self._named(issue_id))

    def entry(self, issue_id: str) -> Entry:
        """Returns the entry of an issue; the file that is named after it is looked at first.

        Raises:
            NotFoundError: If there is none.
            UnusableError: If its file has errors; the first is told.
        """
        for entry in self._named(issue_id):
            issue = entry.issue
            if issue is None:
                raise UnusableError(str(entry.loaded.errors[0]))
            if issue.id == issue_id:
                return entry
        for entry in self.entries:
            if entry.key and entry.key in self._known_paths(issue_id) and entry.issue and entry.issue.id == issue_id:
                return entry
        names = []
        for entry in self.entries:
            if entry.issue:
                if entry.issue.id == issue_id:
                    return entry
                names.append(entry.issue.id)
        told = ", ".join(names[:MAX_NAMES_TOLD]) + (
            f" and {len(names) - MAX_NAMES_TOLD} more" * (len(names) > MAX_NAMES_TOLD)
        )
        raise NotFoundError(f"no issue {clean_line(issue_id)!r} in the library; there are: {told or 'none'}")

    def entry_at(self, key: str) -> Entry | None:
        """Returns the entry of a file by its name in the catalogue."""
        folder, name = os.path.split(key)
        source = next((source for source, real in self._folders.items() if real == folder), None)
        return None if source is None else self._entry(os.path.join(source, name), source)

    def _named(self, issue_id: str) -> Iterator[Entry]:
        """Yields the files that are named after an issue."""
        for source in self.sources:
            if source in self._folders:
                for extension in EXTENSIONS:
                    path = os.path.join(source, issue_id + extension)
                    if os.path.lexists(path) and not os.path.isdir(path):
                        yield self._entry(path, source)
            elif os.path.splitext(os.path.basename(source))[0] == issue_id:
                yield self._entry(source, source)

    def _known_paths(self, issue_id: str) -> list[str]:
        try:
            return self.catalogue.paths_of(issue_id) if self.catalogue and self.catalogue.open() else []
        except CatalogueError:
            return []

    def _entry(self, path: str, source: str) -> Entry:
        found = self._by_path.get(path)
        if found is None:
            folder = self._folders.get(source)
            key = os.path.join(folder, os.path.basename(path)) if folder else ""
            found = self._by_path[path] = Entry(path, key if _is_utf8(key) else "", self.catalogue)
        return found

    def again(self) -> Library:
        """Returns another look at the same folders, with a connection of its own, for another thread."""
        other = Library(self.sources)
        other.catalogue = self.catalogue.again() if self.catalogue else None
        return other

    # -- the catalogue -----------------------------------------------------------------------------------

    def changes(self) -> Changes | None:
        """Returns what the catalogue does not know yet; None if there is no catalogue to be had.

        It looks into the folders anew, and reads no file.
        """
        from reader.catalogue.update import changes

        if self.catalogue is None:
            return None
        self._entries = None
        try:
            return changes(self.catalogue, self._states())
        except CatalogueError as error:
            if not error.damaged:
                self.notice = _notice(error)
                return None
        try:
            self.catalogue.delete()
            return changes(self.catalogue, self._states())
        except CatalogueError as error:
            self.notice = _notice(error)
            return None

    def update(
        self,
        progress: Callable[[int, int], None] | None = None,
        *,
        rebuild: bool = False,
        at_most_bytes: int | None = None,
        alone: bool = False,
    ) -> Update | None:
        """Brings the catalogue up to date; where that is not possible, :attr:`notice` says why.

        Args:
            progress: Is told how many of the changed files are done, and how many there are.
            rebuild: Whether everything is read anew.
            at_most_bytes: Of more than so much nothing is read.
            alone: Whether to parse in this process, however much there is.

        Returns:
            What was done; None if nothing was, because of ``at_most_bytes`` or because it could not be.
        """
        from reader.catalogue.update import Update, update

        if self.catalogue is None:
            return None
        self.notice = ""
        for attempt in (1, 2):
            try:
                if rebuild and attempt == 1:
                    self.catalogue.delete()
                found = self.changes()
                if found is None or (at_most_bytes is not None and found.size_bytes > at_most_bytes):
                    return None
                if not found:
                    return Update(found.total, 0, 0, 0)
                self.catalogue.close()
                self.catalogue.open(writing=True)
                done = update(self.catalogue, found, progress, alone)
            except CatalogueError as error:
                self.catalogue.close()
                if error.damaged and attempt == 1:
                    rebuild = True
                    continue
                self.notice = _notice(error)
                return None
            self.reload(found)
            return done
        return None

    def reload(self, found: Changes) -> None:
        """Looks at the files anew that were changed; those that are gone are gone."""
        if self.catalogue:
            self.catalogue.close()  # it may be another file by now
            with suppress(CatalogueError):
                self.catalogue.open()
        for key in (*found.changed, *found.gone):
            if entry := self.entry_at(key):
                entry.forget()
        self._entries = None

    def unknown(self) -> list[Entry]:
        """Returns the entries that the catalogue does not know as they are."""
        try:
            known = self.catalogue.states() if self.catalogue and self.catalogue.open() else {}
        except CatalogueError:
            known = {}
        return [entry for entry in self.entries if known.get(entry.key) != (state_of(entry.path) or ())]

    def broken(self) -> list[Entry]:
        """Returns the entries that cannot be opened."""
        try:
            known = self.catalogue.broken_paths() if self.catalogue and self.catalogue.open() else []
        except CatalogueError:
            known = []
        unknown = set(map(id, self.unknown()))
        return [e for e in self.entries if (not e.issue if id(e) in unknown else e.key in known)]

    def languages(self) -> set[str]:
        """Returns the languages that its issues are in."""
        try:
            known = self.catalogue.languages() if self.catalogue and self.catalogue.open() else []
        except CatalogueError:
            known = []
        return {*known, *(tag for entry in self.unknown() if entry.issue for tag in entry.issue.languages)}

    def _states(self) -> Iterator[tuple[str, State | None]]:
        seen = set()
        for entry in self.entries:
            if entry.key and entry.key not in seen:
                seen.add(entry.key)
                yield entry.key, state_of(entry.path)


def _notice(error: CatalogueError) -> str:
    return f"the cache is not used, everything is read from the files: {error}"


def _is_utf8(text: str) -> bool:
    return text.isprintable() or not any("\ud800" <= character <= "\udfff" for character in text)


class Target:
    """What an address names: an issue, perhaps an article in it, perhaps a passage or a figure."""

    def __init__(
        self, entry: Entry, issue: Issue, article: Article | None, passage: Passage | None, figure: Figure | None
    ) -> None:
        self.entry, self.issue, self.article, self.passage, self.figure = entry, issue, article, passage, figure


def resolve(library: Library, written: str) -> Target:
    """Returns what an address names.

    Raises:
        NotFoundError: If it is no address, or names nothing.
        UnusableError: If the issue's file has errors.
    """
    address = parse(written)
    if address is None:
        form = "an address is ISSUE, ISSUE/ARTICLE or ISSUE/ARTICLE#p12"
        raise NotFoundError(f"{clean_line(written)!r} is no address; {form}")
    return _resolve(library.entry(address.issue), address)


def _resolve(entry: Entry, address: Address) -> Target:
    issue = entry.issue
    assert issue is not None
    if not address.article:
        return Target(entry, issue, None, None, None)
    article = issue.article(address.article)
    if article is None:
        names = ", ".join(article.id for _, article in issue.articles())
        raise NotFoundError(f"no article {address.article!r} in {issue.id}; there are: {names}")
    if not address.anchor:
        return Target(entry, issue, article, None, None)
    passage = find(article, address.anchor)
    figure = None if passage else article.figure(address.anchor)
    if passage is None and figure is None:
        raise NotFoundError(f"no paragraph or figure {address.anchor!r} in {issue.id}/{article.id}")
    return Target(entry, issue, article, passage, figure)
