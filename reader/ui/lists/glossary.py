"""The glossary of an issue."""

from __future__ import annotations

from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import GlossaryEntry
    from reader.ui.lists.entry import Runs


def term_entries(
    glossary: Sequence[GlossaryEntry],
    languages: tuple[str, str],
    near: Sequence[GlossaryEntry],
    brief_in: str = "",
) -> list[ListEntry[str]]:
    """Returns the entries of a glossary; the value of each is its term.

    Args:
        glossary: The entries.
        languages: The languages of the open article.
        near: The entries of the terms in sight, which are the first.
        brief_in: Where there are few rows, the language of the one note of each entry, which has no other names then.
    """
    first = {id(entry) for entry in near}
    others = [entry for entry in glossary if id(entry) not in first]
    return [
        *(_term(entry, languages, "strong", brief_in) for entry in near),
        *(_term(entry, languages, "", brief_in) for entry in others),
    ]


def _term(entry: GlossaryEntry, languages: tuple[str, str], style: str, brief_in: str) -> ListEntry[str]:
    names = dict.fromkeys(name for tag in languages if (name := entry.term.plain(tag)))
    pinyin: Runs = ((f"  {entry.pinyin}", "muted"),) if entry.pinyin else ()
    lines: list[Runs] = [((" · ".join(names), style), *pinyin)]
    lines += [((", ".join(entry.also), "muted"),)] if entry.also and not brief_in else []
    notes = dict.fromkeys(note for tag in languages if entry.note and (note := entry.note.plain(tag)))
    if brief_in and entry.note:
        wanted = sorted(languages, key=lambda tag: tag.partition("-")[0] != brief_in)
        notes = dict.fromkeys([entry.note.best(tuple(wanted))])
    lines += [((note, ""),) for note in notes]
    return ListEntry(tuple(lines), entry.term.best(languages), indent_cells=2, space_before=True)
