"""The issues that were not there when the shelf was last looked at."""

from __future__ import annotations

import os

from reader.library.files import subscribed_folders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.library import LibraryEntry
    from reader.reading.memory import Memory


def folder_of(entry: LibraryEntry) -> str:
    """Returns the folder of an issue as the file of marks has it."""
    return _text(os.path.dirname(os.path.abspath(entry.path)))


def name_of(entry: LibraryEntry) -> str:
    """Returns the name of an issue as the file of marks has it."""
    return _text(entry.name)


def names_by_folder(entries: Iterable[LibraryEntry]) -> dict[str, set[str]]:
    """Returns the names of issues by their folders."""
    folders: dict[str, set[str]] = {}
    for entry in entries:
        folders.setdefault(folder_of(entry), set()).add(name_of(entry))
    return folders


def new_names(folder: str, names: set[str], memory: Memory, *, is_subscribed: bool) -> frozenset[str]:
    """Returns the names in a folder that the reader has not seen on the shelf.

    A folder that was never seen has none, unless it is a subscription's: its issues have come, one after the other.
    """
    known = memory.seen(folder)
    return frozenset(names - known) if known or is_subscribed else frozenset()


def new_issues(entries: Iterable[LibraryEntry], subscribed: Iterable[str], memory: Memory) -> list[LibraryEntry]:
    """Returns the issues that the reader has not seen on the shelf.

    Args:
        entries: The issues.
        subscribed: The folders of subscriptions.
        memory: The issues that were seen.
    """
    listed, own = [*entries], {_text(os.path.abspath(folder)) for folder in subscribed}
    new = {
        folder: new_names(folder, names, memory, is_subscribed=folder in own)
        for folder, names in names_by_folder(listed).items()
    }
    return [entry for entry in listed if name_of(entry) in new[folder_of(entry)]]


def withdrawn_issues() -> Callable[[LibraryEntry], bool]:
    """Returns the function that knows the issues that were withdrawn, as the subscriptions are now."""
    if not subscribed_folders():  # few readers have any, and the room is one more to import
        return lambda _entry: False
    from reader.subscriptions.shelved import SubscribedShelf

    return SubscribedShelf().is_withdrawn


def _text(path: str) -> str:
    """Returns a path as a text that can be kept, also one that is not in UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
