"""Figures beside their floors and budgets, as a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One figure: ours and the floor's, in the same unit. At most one of the three limits is its budget."""

    name: str
    ours: float
    unit: str
    floor: float | None = None
    ratio: float | None = None
    """Ours to the floor's: the median of paired runs where there are such; else the quotient of the two."""
    most: float | None = None
    """Maximum of our figure."""
    least: float | None = None
    """Minimum of our figure."""
    times: float | None = None
    """Maximum of the ratio."""

    @property
    def to_floor(self) -> float | None:
        """Ours to the floor's."""
        return self.ratio or (self.ours / self.floor if self.floor else None)

    @property
    def budget(self) -> str:
        """The budget in words; empty if there is none."""
        if self.times is not None:
            return f"<= {self.times:g}x"
        if self.least is not None:
            return f">= {self.least:g}"
        return f"<= {self.most:g}" if self.most is not None else ""

    @property
    def verdict(self) -> str:
        """``ok`` or ``over``; empty if there is no budget."""
        kept = [self.ours <= self.most] if self.most is not None else []
        kept += [self.ours >= self.least] if self.least is not None else []
        kept += [(self.to_floor or 0) <= self.times] if self.times is not None else []
        return ("ok" if all(kept) else "over") if kept else ""


HEADS = f"{'':66} {'ours':>9} {'floor':>9} {'ratio':>7}  {'budget':9} "


def row(figure: Figure) -> str:
    """Returns a figure's line of the table."""
    floor = f"{figure.floor:9.2f}" if figure.floor is not None else " " * 9
    ratio = f"{figure.to_floor:7.2f}" if figure.to_floor else " " * 7
    return (
        f"{figure.name + ', ' + figure.unit:66} {figure.ours:9.2f} {floor} {ratio}  {figure.budget:9} {figure.verdict}"
    )
