"""A library: the issue files of one or more folders, in the order of their dates and names."""

from __future__ import annotations

import os

from reader.errors import NotFoundError, UnusableError
from reader.gate import clean_line
from reader.library import snapshots
from reader.model.address import Address, parse
from reader.model.passage import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article, Figure, Issue
    from reader.model.passage import Passage
    from reader.source import Loaded

EXTENSIONS = (".yaml", ".yml")
LIBRARY_VARIABLE = "READER_LIBRARY"


def bundled_issues() -> str:
    """Returns the folder of the issues that come with the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "issues")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "issues")


def default_folders() -> tuple[str, ...]:
    """Returns the folders of ``READER_LIBRARY``, separated as in ``PATH``; else the bundled one."""
    named = tuple(filter(None, os.environ.get(LIBRARY_VARIABLE, "").split(os.pathsep)))
    return named or (bundled_issues(),)


class Entry:
    """An issue file of the library, loaded when its content is first asked for."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._loaded: Loaded | None = None
        self._kept: Issue | None = None

    @property
    def loaded(self) -> Loaded:
        """The file's issue, and what keeps it from being read; ``reader check`` tells the rest."""
        if self._loaded is None:
            from reader.source import load

            state = snapshots.state_of(self.path)
            self._loaded = load(self.path, checked=False)
            if self._loaded.issue and state:
                snapshots.write(self.path, self._loaded.issue, state)
        return self._loaded

    @property
    def issue(self) -> Issue | None:
        """The issue, or None if the file cannot be used."""
        if self._loaded is None and self._kept is None:
            self._kept = snapshots.read(self.path)
        return self._kept or self.loaded.issue

    @property
    def name(self) -> str:
        """The file's name without its extension: the id of a well-named issue."""
        return os.path.splitext(os.path.basename(self.path))[0]

    @property
    def pictures(self) -> str:
        """The folder of the issue's pictures."""
        return os.path.splitext(self.path)[0]


class Library:
    """The issues of some folders and single files."""

    def __init__(self, sources: Iterable[str]) -> None:
        """Finds the issue files.

        Raises:
            NotFoundError: If a source is neither a folder that can be read nor an issue file.
        """
        self.sources = tuple(sources)
        self.entries = tuple(Entry(path) for source in self.sources for path in issue_files(source))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def issues(self) -> Iterator[tuple[Entry, Issue]]:
        """Yields the entries that can be used with their issues; of two with the same id the first."""
        seen: set[str] = set()
        for entry in self.entries:
            if entry.issue and entry.issue.id not in seen:
                seen.add(entry.issue.id)
                yield entry, entry.issue

    def entry(self, issue_id: str) -> Entry:
        """Returns the entry of an issue.

        Raises:
            NotFoundError: If there is none.
            UnusableError: If its file has errors; the first is told.
        """
        by_name = sorted(self.entries, key=lambda entry: entry.name != issue_id)  # the well-named file is read first
        for entry in by_name:
            if entry.issue and entry.issue.id == issue_id:
                return entry
            if entry.name == issue_id and not entry.issue:
                raise UnusableError(str(entry.loaded.errors[0]))
        names = ", ".join(issue.id for _, issue in self.issues())
        raise NotFoundError(f"no issue {clean_line(issue_id)!r} in the library; there are: {names or 'none'}")


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


def issue_files(source: str) -> list[str]:
    """Returns the issue files of a folder, sorted by name, or the file itself.

    Raises:
        NotFoundError: If the source is not there or cannot be read.
    """
    if os.path.isdir(source):
        try:
            names = sorted(os.listdir(source))
        except OSError as error:
            raise NotFoundError(f"{clean_line(source)}: cannot be read: {error.strerror}") from error
        return [
            path
            for name in names
            if name.endswith(EXTENSIONS)
            and not name.startswith(".")
            and not os.path.isdir(path := os.path.join(source, name))
        ]
    if os.path.lexists(source):
        return [source]
    raise NotFoundError(f"{clean_line(source)}: no such file or folder")
