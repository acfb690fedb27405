"""The folder of a subscription's issues, which are whole or not there.

A version of an issue is a folder with its file and its pictures, ``.kept/ID.N``. It is written under another name,
synced and then renamed. One link for each issue, ``.now/ID``, leads to its present version, and is replaced by one
rename: the file and its pictures change in the same moment. ``ID.yaml`` and ``ID``, which the library sees, are links
that lead through it and never change. This is the only module that writes here;
``docs/decisions/0041-whole-issues.md`` has the reasons.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from reader.gate import shown_path
from reader.model.record import record
from reader.regular_files import open_regular
from reader.subscriptions.bounds import FullError
from reader.subscriptions.feed import ISSUE_ENDING, FeedFile, is_picture_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KEPT, NOW, INCOMING = ".kept", ".now", ".incoming"
MANIFEST = "files.json"
_VERSION = re.compile(r"(?P<id>[a-z0-9-]+)\.(?P<number>[0-9]{1,9})\Z")
_PIECE_BYTES = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
MAX_MANIFEST_BYTES = 1_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT)


@record
class KeptVersion:
    """A version of an issue: its folder, and the files that it was made of."""

    id: str
    number: int
    folder: str
    files: tuple[FeedFile, ...]
    """Empty if the list of its files is damaged."""
    updated: str = ""
    """The sign of its last change that its feed had."""

    @property
    def path(self) -> str:
        """The issue file."""
        return os.path.join(self.folder, f"{self.id}{ISSUE_ENDING}")

    def path_of(self, file: FeedFile) -> str:
        """Returns the path of one of its files."""
        return path_in(self.folder, self.id, file.name)

    def is_sound(self, file: FeedFile) -> bool:
        """Whether one of its files has the bytes that it was fetched with."""
        try:
            descriptor = open_regular(self.path_of(file), follows_links=False)
        except (OSError, ValueError):
            return False
        digest = hashlib.sha256()
        with open(descriptor, "rb") as opened:
            try:
                if os.fstat(descriptor).st_size != file.size_bytes:
                    return False
                while piece := opened.read(_PIECE_BYTES):
                    digest.update(piece)
            except OSError:
                return False
        return digest.hexdigest() == file.sha256

    @property
    def is_whole(self) -> bool:
        """Whether all its files have the bytes that they were fetched with."""
        return bool(self.files) and all(map(self.is_sound, self.files))


def path_in(folder: str, issue_id: str, name: str) -> str:
    """Returns the path of a file in the folder of a version."""
    return os.path.join(folder, name) if name == f"{issue_id}{ISSUE_ENDING}" else os.path.join(folder, issue_id, name)


class IncomingFile:
    """A file that is being fetched: its size and hash are known when it is closed."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.size_bytes = 0
        self._digest = hashlib.sha256()
        with _told(path):
            self._descriptor = os.open(path, _NEW, 0o644)

    def write(self, data: bytes) -> None:
        """Adds bytes.

        Raises:
            FullError: If they cannot be written.
        """
        self._digest.update(data)
        self.size_bytes += len(data)
        with _told(self.path):
            left = memoryview(data)
            while left:
                left = left[os.write(self._descriptor, left) :]

    def close(self) -> str:
        """Brings the file to the disk; returns its SHA-256 in hexadecimal digits."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with _told(self.path):
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)
        return self._digest.hexdigest()


class KeptIssues:
    """The issues in a folder, each with one present version."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def make(self) -> None:
        """Makes the folders that are missing."""
        with _told(self.folder):
            for name in (KEPT, NOW, INCOMING):
                os.makedirs(os.path.join(self.folder, name), exist_ok=True)

    def clear(self) -> None:
        """Removes the remains of an update that was ended, and the versions that no issue has."""
        present = {os.path.basename(target) for target in map(self._target, self._names(NOW)) if target}
        for name in self._names(INCOMING):
            _remove(os.path.join(self.folder, INCOMING, name))
        for name in self._names(KEPT):
            if name not in present:
                _remove(os.path.join(self.folder, KEPT, name))

    def _names(self, folder: str) -> list[str]:
        try:
            return sorted(os.listdir(os.path.join(self.folder, folder)))
        except OSError:
            return []

    def _target(self, issue_id: str) -> str:
        """Returns the target of the link to the present version of an issue; empty without one."""
        try:
            return os.readlink(os.path.join(self.folder, NOW, issue_id))
        except (OSError, ValueError):
            return ""

    # -- the present versions ----------------------------------------------------------------------------

    @property
    def ids(self) -> list[str]:
        """The issues that are there, by id."""
        return [name for name in self._names(NOW) if self.version(name)]

    def version(self, issue_id: str) -> KeptVersion | None:
        """Returns the present version of an issue; None if there is none."""
        name = os.path.basename(self._target(issue_id))
        match = _VERSION.match(name)
        folder = os.path.join(self.folder, KEPT, name)
        if not match or match["id"] != issue_id or not os.path.isdir(folder):
            return None
        files, updated = _manifest(folder, issue_id)
        return KeptVersion(issue_id, int(match["number"]), folder, files, updated)

    # -- new versions ------------------------------------------------------------------------------------

    def incoming(self, issue_id: str) -> str:
        """Makes an empty folder for a version that is being fetched; returns its path."""
        folder = os.path.join(self.folder, INCOMING, f"{issue_id}.{os.urandom(6).hex()}")
        with _told(folder):
            os.makedirs(os.path.join(folder, issue_id))
        return folder

    @contextmanager
    def scratch(self, files: Mapping[str, bytes]) -> Iterator[str]:
        """Gives a folder with some files for another program, and removes it."""
        folder = os.path.join(self.folder, INCOMING, os.urandom(8).hex())
        with _told(folder):
            os.mkdir(folder, 0o700)
        try:
            for name, data in files.items():
                file = IncomingFile(os.path.join(folder, name))
                try:
                    file.write(data)
                finally:
                    file.close()
            yield folder
        finally:
            _remove(folder)

    def open_in(self, folder: str, issue_id: str, name: str) -> IncomingFile:
        """Opens a new file of a version that is being fetched."""
        return IncomingFile(path_in(folder, issue_id, name))

    def drop(self, folder: str, issue_id: str, name: str) -> None:
        """Removes a file of a version that is being fetched."""
        _remove(path_in(folder, issue_id, name))

    def take_over(self, file: FeedFile, version: KeptVersion, folder: str) -> None:
        """Gives a version that is being fetched a sound file of another one."""
        source, target = version.path_of(file), path_in(folder, version.id, file.name)
        with _told(target):
            try:
                os.link(source, target)
            except OSError as error:
                if error.errno in _FULL:
                    raise
                shutil.copyfile(source, target, follow_symlinks=False)

    def discard(self, folder: str) -> None:
        """Removes a version that is not to be installed."""
        _remove(folder)

    def install(self, issue_id: str, folder: str, files: Iterable[FeedFile], updated: str) -> None:
        """Makes a fetched version the present one, in one moment; the one before is removed.

        Raises:
            FullError: If the disk is full or cannot be written; then the one before is still there.
        """
        told = {
            "updated": updated,
            "files": [{"name": each.name, "bytes": each.size_bytes, "sha256": each.sha256} for each in files],
        }
        before = self.version(issue_id)
        numbers = [int(m["number"]) for m in map(_VERSION.match, self._names(KEPT)) if m and m["id"] == issue_id]
        name = f"{issue_id}.{max(numbers, default=0) + 1}"
        kept = os.path.join(self.folder, KEPT, name)
        manifest = IncomingFile(os.path.join(folder, MANIFEST))
        try:
            manifest.write(json.dumps(told, ensure_ascii=False).encode("utf-8"))
        finally:
            manifest.close()
        with _told(kept):
            _sync(os.path.join(folder, issue_id))
            _sync(folder)
            os.rename(folder, kept)
            _sync(os.path.dirname(kept))
            self._link(os.path.join(os.pardir, KEPT, name), os.path.join(self.folder, NOW, issue_id))
        if before:
            _remove(before.folder)

    def _link(self, target: str, path: str) -> None:
        """Makes a link, or lets one lead elsewhere in one moment."""
        fresh = os.path.join(self.folder, INCOMING, os.urandom(8).hex())
        os.symlink(target, fresh)
        try:
            os.replace(fresh, path)
        except OSError:
            with suppress(OSError):
                os.unlink(fresh)
            raise
        _sync(os.path.dirname(path))

    # -- the names in the library ------------------------------------------------------------------------

    def show_as(self, issue_id: str, name: str) -> None:
        """Lets the library see an issue under a name, and under no other.

        Raises:
            FullError: If the links cannot be made.
        """
        inside = os.path.join(NOW, issue_id)
        links = {name: os.path.join(inside, issue_id)}
        links[f"{name}{ISSUE_ENDING}"] = os.path.join(inside, f"{issue_id}{ISSUE_ENDING}")  # last: with its pictures
        with _told(self.folder):
            for link, target in links.items():
                path = os.path.join(self.folder, link)
                if not _is_link_to(path, target):
                    if os.path.lexists(path) and not os.path.islink(path):
                        _remove(path)  # a folder or a file that was put over the link
                    self._link(target, path)
        for other in self._links_through(inside):
            if other not in links:
                with suppress(OSError):
                    os.unlink(os.path.join(self.folder, other))

    def _links_through(self, inside: str) -> Iterator[str]:
        """Yields the names of the links of an issue."""
        for name in self._names(""):
            with suppress(OSError, ValueError):
                if os.path.dirname(os.readlink(os.path.join(self.folder, name))) == inside:
                    yield name

    def remove(self, issue_id: str) -> None:
        """Removes an issue."""
        version = self.version(issue_id)
        for name in reversed([*self._links_through(os.path.join(NOW, issue_id))]):
            with suppress(OSError):
                os.unlink(os.path.join(self.folder, name))
        with suppress(OSError):
            os.unlink(os.path.join(self.folder, NOW, issue_id))
        if version:
            _remove(version.folder)


def _is_link_to(path: str, target: str) -> bool:
    try:
        return os.readlink(path) == target
    except (OSError, ValueError):
        return False


def _manifest(folder: str, issue_id: str) -> tuple[tuple[FeedFile, ...], str]:
    """Returns the files of a version, and the sign of its last change; no files if the list is damaged."""
    try:
        with open(open_regular(os.path.join(folder, MANIFEST), follows_links=False), "rb") as file:
            told = json.loads(file.read(MAX_MANIFEST_BYTES))
        files = tuple(FeedFile(str(each["name"]), int(each["bytes"]), str(each["sha256"])) for each in told["files"])
        first = f"{issue_id}{ISSUE_ENDING}"
        is_plain = [each.name for each in files[:1]] == [first] and all(
            is_picture_name(each.name) for each in files[1:]
        )
        return (files if is_plain else ()), str(told["updated"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return (), ""


def _remove(path: str) -> None:
    """Removes a file or a folder, never through a link; the remains are removed at the next update."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        os.unlink(path)


def _sync(folder: str) -> None:
    """Brings the names in a folder to the disk, where folders can be synced."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Turns errors of the disk into ours, in one line."""
    try:
        yield
    except OSError as error:
        hint = "; make room, and update again" if error.errno in _FULL else ""
        raise FullError(f"{shown_path(path)}: cannot be written: {error.strerror or error}{hint}") from error
