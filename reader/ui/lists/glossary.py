"""The glossary of an issue."""

from __future__ import annotations

from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import GlossaryEntry
    from reader.ui.lists.entry import Runs


def term_entries(
    glossary: Sequence[GlossaryEntry], languages: tuple[str, str], near: Sequence[GlossaryEntry]
) -> list[ListEntry[str]]:
    """Returns the entries of a glossary, those in ``near`` first; the value of each is its term."""
    first = {id(entry) for entry in near}
    others = [entry for entry in glossary if id(entry) not in first]
    return [
        *(_term(entry, languages, "strong") for entry in near),
        *(_term(entry, languages, "") for entry in others),
    ]


def _term(entry: GlossaryEntry, languages: tuple[str, str], style: str) -> ListEntry[str]:
    names = dict.fromkeys(name for tag in languages if (name := entry.term.plain(tag)))
    pinyin: Runs = ((f"  {entry.pinyin}", "muted"),) if entry.pinyin else ()
    lines: list[Runs] = [((" · ".join(names), style), *pinyin)]
    lines += [((", ".join(entry.also), "muted"),)] if entry.also else []
    notes = dict.fromkeys(note for tag in languages if entry.note and (note := entry.note.plain(tag)))
    lines += [((note, ""),) for note in notes]
    return ListEntry(tuple(lines), entry.term.best(languages), indent_cells=2, space_before=True)
