"""Access to a catalogue that may be missing, damaged or locked: the one place where its errors are caught.

The catalogue is a cache, so its faults never stop the program: each caller gives an answer to use if it cannot be
read, and then reads the files.
"""

from __future__ import annotations

from reader.catalogue.file import Catalogue, CatalogueError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")


class CatalogueAccess:
    """A catalogue, or None where there can be none because no source of the library is a folder."""

    def __init__(self, catalogue: Catalogue | None) -> None:
        self.catalogue = catalogue

    def ask(self, question: Callable[[Catalogue], T], otherwise: T) -> T:
        """Returns the answer of the open catalogue; ``otherwise`` if it does not exist or cannot be read."""
        if self.catalogue is None:
            return otherwise
        answer, error = self.attempt(lambda catalogue: question(catalogue) if catalogue.open() else otherwise)
        return otherwise if error or answer is None else answer

    def attempt(self, action: Callable[[Catalogue], T]) -> tuple[T | None, CatalogueError | None]:
        """Returns the result of an action on the catalogue and None, or None and the error that ended it."""
        assert self.catalogue
        try:
            return action(self.catalogue), None
        except CatalogueError as error:
            return None, error
