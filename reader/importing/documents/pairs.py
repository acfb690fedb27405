"""Units of two languages in pairs."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.document import SourceUnit


@record
class UnitPair:
    """A unit of each language, None where one has no counterpart."""

    left: SourceUnit | None
    right: SourceUnit | None
    goes_on: bool = False
    """Whether it belongs to the pair before, whose other side has one unit for both."""

    @property
    def units(self) -> list[SourceUnit]:
        """The units that are there."""
        if self.left is not None and self.right is not None:
            return [self.left, self.right]
        return [self.left] if self.left is not None else [self.right] if self.right is not None else []
