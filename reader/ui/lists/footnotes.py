"""The footnotes of a paragraph as entries of a list."""

from __future__ import annotations

from reader.layout.labels import raised
from reader.layout.width import cell_width
from reader.model.footnotes import ANCHOR_PREFIX
from reader.ui.lists.entry import ListEntry, laid_out
from reader.ui.lists.rows import MARK_CELLS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import Footnote
    from reader.ui.lists.entry import Runs


def footnote_entries(notes: Sequence[Footnote], languages: tuple[str, str]) -> list[ListEntry[str]]:
    """Returns an entry for each footnote: its text in both languages; the value of each is its anchor."""
    return [_entry(note, languages) for note in notes]


def _entry(note: Footnote, languages: tuple[str, str]) -> ListEntry[str]:
    sign = f"{raised(note.number)} "
    texts = dict.fromkeys(text for tag in languages if (text := note.text.plain(tag)))
    first, *others = texts or [note.text.best(languages)]
    paragraphs: list[Runs] = [((sign, "muted"), (first, ""))]
    paragraphs += [((" " * cell_width(sign) + text, "muted"),) for text in others]
    return ListEntry(tuple(paragraphs), ANCHOR_PREFIX + note.id, hang_cells=cell_width(sign))


def rows_of(entries: Sequence[ListEntry[str]], width_cells: int) -> int:
    """Returns the number of rows of entries in a list of a width."""
    return sum(len(laid_out(entry, max(4, width_cells - MARK_CELLS - 1))) for entry in entries)
