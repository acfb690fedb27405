"""Terms of the glossary in sight. Pure."""

from __future__ import annotations

from reader.reading.in_sight import visible_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import GlossaryEntry
    from reader.model.terms import Terms
    from reader.reading.window import Window


def terms_in_sight(window: Window, terms: Terms) -> list[GlossaryEntry]:
    """Returns the entries with a term in the window, those of the current paragraph first."""
    found: dict[int, GlossaryEntry] = {}
    for item in visible_items(window):
        for cell in item.cells:
            if cell and not (cell.note or cell.code_language):
                found |= {id(entry): entry for _, _, entry in terms.in_prose(cell.language, cell.prose)}
    return list(found.values())
