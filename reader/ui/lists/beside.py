"""The entries of the panels beside an article, and those under their cursors. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from reader.model.record import replace
from reader.reading.in_sight import nearest_figure
from reader.ui.lists.captions import KeptCaptions, caption_entries
from reader.ui.lists.contents import contents_entries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.marks.mark import Mark
    from reader.model.magazine import Article, Figure
    from reader.reading.dressing import Script
    from reader.reading.opened import OpenArticle
    from reader.reading.overlays import Overlays
    from reader.reading.window import Window
    from reader.ui.host import Destination
    from reader.ui.lists.entry import ListEntry, Runs
    from reader.ui.strings import Strings

T = TypeVar("T")


class PanelContent(NamedTuple, Generic[T]):
    """The entries of a panel, and the index of the one under its cursor; -1 for none."""

    entries: Sequence[ListEntry[T]]
    cursor: int


def contents_beside(
    opened: OpenArticle, strings: Strings, places: Mapping[str, Mark], script: Script
) -> PanelContent[Destination]:
    """Returns the contents of the issue of an article; ``places`` are the reader's in its articles, by their ids."""
    listed = contents_entries(opened.entry, opened.issue, strings, places, opened.article.id)
    listed = [_in_script(each, opened, script) for each in listed]
    here = (k for k, each in enumerate(listed) if each.value and each.value.article is opened.article)
    return PanelContent(listed, next(here, -1))


def captions_labels(article: Article, strings: Strings) -> tuple[str, str]:
    """Returns the title of the captions, which are the reader's notes alone without figures, and the empty state."""
    return strings.captions if article.figures else strings.note_title, strings.no_note_here


def captions_beside(
    opened: OpenArticle,
    window: Window,
    strings: Strings,
    notes: Sequence[Mark],
    script: Script,
    kept: KeptCaptions | None = None,
) -> PanelContent[Figure]:
    """Returns the notes on the current passage and the captions, with the cursor on the nearest figure.

    ``kept`` are the entries that were made before, with the files of the pictures; None for captions alone.
    """
    figures = opened.article.figures
    near = nearest_figure(window) or (figures[0].id if figures else "")
    listed = caption_entries(opened.article, opened.languages, near, strings, notes, kept)
    listed = [_in_script(each, opened, script) if each.value else each for each in listed]  # no note of the reader's
    return PanelContent(listed, next((k for k, each in enumerate(listed) if each.value and each.value.id == near), -1))


def _in_script(entry: ListEntry[T], opened: OpenArticle, script: Script) -> ListEntry[T]:
    """Returns an entry with its Chinese texts in a script."""
    if script == "as-written":
        return entry

    def shown(paragraph: Runs) -> Runs:
        texts = opened.names_in_script([text for text, _ in paragraph], script)
        return tuple((text, style) for text, (_, style) in zip(texts, paragraph, strict=True))

    names = tuple(opened.names_in_script(row, script) for row in entry.names)
    return replace(entry, paragraphs=tuple(map(shown, entry.paragraphs)), names=names)


def notes_beside(opened: OpenArticle, window: Window, overlays: Overlays) -> tuple[Mark, ...]:
    """Returns the marks with a note on the current passage, which is the first one while the head is current."""
    noted, item = overlays.marks.noted, window.item
    if not noted or item is None:
        return ()
    if item.number:
        return noted.get(item.anchor, ())
    first = opened.passage(window)
    return noted.get(first.anchor, ()) if first else ()
