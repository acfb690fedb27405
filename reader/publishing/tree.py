"""The folder of a site: written beside the old one and exchanged with it, whole or not at all.

Files that are as they were are the same files in the new folder, by a hard link, and so are those of others: only what
changed is written. The list of our own files (:mod:`reader.publishing.site_list`) tells the two apart.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import stat
from contextlib import contextmanager, suppress

from reader.errors import ReaderError
from reader.gate import shown_path
from reader.model.record import record
from reader.publishing.locking import locked
from reader.publishing.site import KeptFile
from reader.publishing.site_list import LIST_NAME, ListedFile, list_data, read_list
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.publishing.site import SiteFile

_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux."""
_HERE = -100
"""``AT_FDCWD``."""


MAX_RUNS = 3
"""Number of runs after which a site that others replace all the time is given up."""


class SiteReplacedError(ReaderError):
    """Another run has replaced the site while this one made it."""


@record
class Published:
    """The numbers of files that were written, kept as they were, and removed."""

    written: int
    kept: int
    removed: int


class SiteTree:
    """A site's folder as it is, and the new one that is made beside it."""

    def __init__(self, folder: str) -> None:
        """Takes a folder, which need not be there.

        Raises:
            ReaderError: If it cannot become a site.
        """
        self.folder = os.path.realpath(folder)
        self.shown = shown_path(folder)
        parent, self.name = os.path.split(self.folder)
        if not self.name:
            raise ReaderError(f"{self.shown}: cannot be a site; give a folder of its own")
        if not os.path.isdir(parent):
            raise ReaderError(f"{self.shown}: the folder that it is to be in is not there")
        self.is_there = os.path.lexists(self.folder)
        if self.is_there and not os.path.isdir(self.folder):
            raise ReaderError(f"{self.shown}: is no folder")
        if os.path.ismount(self.folder):
            raise ReaderError(f"{self.shown}: is a disk of its own; give a folder on it")
        self.parent = parent
        self._state = self._state_now()
        self.listed = read_list(self.folder)
        self.made: dict[str, ListedFile] = {}
        self.changed: set[str] = set()
        """Files of the new site that the old one lacks, or has otherwise."""

    def _state_now(self) -> tuple[tuple[int, int], ...]:
        """Returns the numbers of the folder and of its list, which another run changes, but nobody else."""
        found = []
        for path in (self.folder, os.path.join(self.folder, LIST_NAME)):
            with suppress(OSError):
                state = os.stat(path)
                found.append((state.st_ino, state.st_mtime_ns if path != self.folder else 0))
        return tuple(found)

    def refuse_replaced(self) -> None:
        """Looks whether the site is still the one that files were kept from.

        Raises:
            SiteReplacedError: If another run has replaced it.
        """
        if self._state_now() != self._state:
            raise SiteReplacedError(
                f"{self.shown}: was published by another run meanwhile; the site is as that run left it"
            )

    def is_same(self, file: SiteFile | KeptFile) -> bool:
        """Whether the site has a file with these bytes.

        Raises:
            ReaderError: If it has another file at that path that is not ours.
            SiteReplacedError: If the file was kept from another state of the site.
        """
        if isinstance(file, KeptFile):
            if self.listed.get(file.path, ListedFile("")).sha256 != file.sha256:
                raise SiteReplacedError(f"{self.shown}: was published by another run meanwhile")
            return True
        path = os.path.join(self.folder, *file.path.split("/"))
        try:
            state = os.lstat(path)
            is_same = (
                stat.S_ISREG(state.st_mode)
                and state.st_size == len(file.data)
                and read_regular(path, len(file.data) + 1) == file.data
            )
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise ReaderError(f"{shown_path(path)}: cannot be read: {error.strerror}") from error
        if not is_same and file.path not in self.listed:
            self.refuse_replaced()
            raise ReaderError(f"{shown_path(path)}: is there, and no file of this site; nothing was written")
        return is_same

    def take(self, file: SiteFile | KeptFile) -> bool:
        """Notes a file of the new site; returns whether the site has it already.

        Raises:
            ReaderError: As :meth:`is_same`.
        """
        assert file.path not in self.made, file.path
        hashed = file.sha256 if isinstance(file, KeptFile) else hashlib.sha256(file.data).hexdigest()
        self.made[file.path] = ListedFile(file.path, hashed, file.key)
        is_same = self.is_same(file)
        if not is_same:
            self.changed.add(file.path)
        return is_same

    @property
    def kept(self) -> int:
        """The number of files that are as they were."""
        return len(self.made) - len(self.changed)

    @property
    def gone(self) -> set[str]:
        """Our files that the new site has not."""
        return self.listed.keys() - self.made.keys()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the site is as the new one would be."""
        return self.is_there and not self.changed and self.listed.keys() == self.made.keys()

    @property
    def is_listed(self) -> bool:
        """Whether the list of the site is as the new one would be, too."""
        return self.is_up_to_date and self.listed == self.made


def compared(folder: str, files: Iterable[SiteFile | KeptFile]) -> SiteTree:
    """Returns a site's folder compared with the files that it should have; writes nothing."""
    tree = SiteTree(folder)
    for file in files:
        tree.take(file)
    return tree


def publish_again(folder: str, files: Callable[[], Iterable[SiteFile | KeptFile]]) -> Published:
    """Publishes files, which are made anew when another run has replaced the site meanwhile.

    Raises:
        ReaderError: As :func:`publish`.
    """
    for _ in range(MAX_RUNS - 1):
        with suppress(SiteReplacedError):
            return publish(folder, files())
    return publish(folder, files())


def publish(folder: str, files: Iterable[SiteFile | KeptFile]) -> Published:
    """Makes a folder have these files and those of others; it is replaced at once, or stays as it was.

    Raises:
        ReaderError: If it cannot be written, or has a file of others in the place of one of these.
        SiteReplacedError: If another run has replaced it since this one began.
    """
    tree = SiteTree(folder)
    try:
        with _fresh_folder(tree) as fresh:
            for file in files:
                _put(tree, fresh, file)
            removed = len(tree.gone)
            if not tree.is_listed:
                _write(os.path.join(fresh, LIST_NAME), list_data(tree.made.values()))
                _carry_over(tree, fresh)
                tree.refuse_replaced()
                _exchange(tree, fresh)
    except OSError as error:
        tree.refuse_replaced()
        place = shown_path(str(error.filename)) if error.filename else tree.shown
        raise ReaderError(f"{place}: cannot be written: {error.strerror}; the site is as it was") from error
    return Published(len(tree.changed), tree.kept, removed)


@contextmanager
def _fresh_folder(tree: SiteTree) -> Iterator[str]:
    """Makes an empty folder beside the site, and removes it at the end; also those that killed runs left."""
    beginning = f".{tree.name}."
    for name in os.listdir(tree.parent):
        if name.startswith(beginning) and name.endswith(".new"):
            _remove_left(os.path.join(tree.parent, name))
    fresh = os.path.join(tree.parent, f"{beginning}{os.urandom(6).hex()}.new")
    os.mkdir(fresh)
    lock = locked(fresh)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _remove_left(folder: str) -> None:
    """Removes a folder that no running program has locked."""
    with suppress(OSError):
        lock = locked(folder)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _put(tree: SiteTree, fresh: str, file: SiteFile | KeptFile) -> None:
    """Puts a file into the new folder: the old one if it has the same bytes."""
    path = os.path.join(fresh, *file.path.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if tree.take(file):
        _link(os.path.join(tree.folder, *file.path.split("/")), path)
    else:
        _write(path, file.data)


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)


def _link(old: str, new: str) -> None:
    """Gives a file a second name, or copies it where the file system has no hard links."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _carry_over(tree: SiteTree, fresh: str) -> None:
    """Takes the files of others over into the new folder."""
    if not tree.is_there:
        return
    shutil.copymode(tree.folder, fresh)
    for folder, folders, names in os.walk(tree.folder):
        inside = os.path.relpath(folder, tree.folder)
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        there = os.path.normpath(os.path.join(fresh, inside))
        for name in (*names, *links):
            path = os.path.normpath(os.path.join(inside, name)).replace(os.sep, "/")
            if path not in tree.listed and path not in tree.made and path != LIST_NAME:
                os.makedirs(there, exist_ok=True)
                _link(os.path.join(folder, name), os.path.join(there, name))
        if not folders and not names:
            os.makedirs(there, exist_ok=True)  # an empty folder, which is of others


def _exchange(tree: SiteTree, fresh: str) -> None:
    """Puts the new folder in the place of the old one, which gets its name."""
    if hasattr(os, "sync"):
        os.sync()
    if not tree.is_there:
        os.rename(fresh, tree.folder)
    elif not _exchanged_at_once(fresh, tree.folder):
        aside = f"{fresh}.old"
        os.rename(tree.folder, aside)
        try:
            os.rename(fresh, tree.folder)
        except OSError:
            os.rename(aside, tree.folder)
            raise
        os.rename(aside, fresh)


def _exchanged_at_once(one: str, other: str) -> bool:
    """Exchanges two folders in one step where the system can; else returns False."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), other)
