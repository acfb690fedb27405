"""The printed pages of an edition, each with the place where it begins."""

from __future__ import annotations

from reader.model.record import record


@record
class ListedPage:
    """A printed page, by its bare number, and the address of its mark."""

    label: str
    href: str


class PageListing:
    """Collects the printed pages; one that begins twice has the first place."""

    def __init__(self) -> None:
        self.found: list[ListedPage] = []
        self.file = ""
        """Name of the file that is being made; empty where there is only one."""
        self._labels: set[str] = set()

    def begin(self, label: str) -> str:
        """Returns the id for the mark of a page, which no other place can have; empty if the page had begun before."""
        if label in self._labels:
            return ""
        self._labels.add(label)
        anchor = f"page--{len(self._labels)}"
        self.found.append(ListedPage(label, f"{self.file}#{anchor}"))
        return anchor
