"""The figures of an article, with the reader's notes on the current passage before them."""

from __future__ import annotations

from functools import partial
from operator import is_

from reader.layout.width import cell_width
from reader.model.record import replace
from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.marks.mark import Mark
    from reader.model.magazine import Article, Figure
    from reader.reading.figure_room import FigureFiles
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

HERE_SIGN, OTHER_SIGN = "▣", "▢"
NOTE_SIGN = "✎ "


class KeptCaptions:
    """Keeps the entries of an article's figures: a step in the text changes one or two of them."""

    def __init__(self, files: FigureFiles | None = None) -> None:
        """Takes the files of the pictures; None for captions alone."""
        self.files = files
        self._of: tuple[object, ...] = ()
        self._entries: dict[tuple[int, bool], ListEntry[Figure]] = {}

    def entry(
        self, number: int, is_here: bool, of: tuple[object, ...], make: Callable[[], ListEntry[Figure]]
    ) -> ListEntry[Figure]:
        """Returns the entry of a figure: the one that was made before from the same objects, or a new one."""
        if len(of) != len(self._of) or not all(map(is_, of, self._of)):
            self._of, self._entries = of, {}
        found = self._entries.get((number, is_here))
        if found is None:
            found = self._entries[number, is_here] = make()
        return found


def caption_entries(
    article: Article,
    languages: tuple[str, str],
    here: str,
    strings: Strings,
    notes: Sequence[Mark] = (),
    kept: KeptCaptions | None = None,
) -> list[ListEntry[Figure]]:
    """Returns notes, and an article's figures with their captions and credits in both languages.

    Args:
        article: The article.
        languages: The left and the right language.
        here: The id of the figure that is nearest to the reading place.
        strings: The interface's language.
        notes: The marks with a note on the current passage.
        kept: The entries that were made before, and the files of the pictures; None for captions alone.
    """
    kept, of = kept or KeptCaptions(), (article, *languages, strings)
    found: list[ListEntry[Figure]] = [ListEntry(note_lines(mark), space_before=True, hang_cells=2) for mark in notes]
    for number, figure in enumerate(article.figures, 1):
        is_here = figure.id == here
        make = partial(_figure, figure, number, languages, strings, kept.files, is_here=is_here)
        found.append(kept.entry(number, is_here, of, make))
    return found


def note_lines(mark: Mark) -> tuple[Runs, ...]:
    """Returns the lines of a mark's note that are not blank, with a sign before the first."""
    first, *rest = [line for line in mark.note.splitlines() if line.strip()] or [""]
    return (((NOTE_SIGN, "strong"), (first, "")), *((("  ", ""), (line, "")) for line in rest))


def _figure(
    figure: Figure,
    number: int,
    languages: tuple[str, str],
    strings: Strings,
    files: FigureFiles | None,
    *,
    is_here: bool,
) -> ListEntry[Figure]:
    sign, style = (HERE_SIGN, "strong") if is_here else (OTHER_SIGN, "muted")
    page = strings.page.format(page=figure.page) if figure.page else ""
    blanks = " " * cell_width(f"{sign} ")
    texts = [*filter(None, dict.fromkeys(figure.caption.plain(tag) for tag in languages))] or [""]
    lines: list[Runs] = [((f"{sign} {number} ", style), (texts[0], ""))]
    lines += [((blanks, ""), (text, "muted")) for text in texts[1:]]
    if figure.credit:
        credits_ = dict.fromkeys(filter(None, (figure.credit.plain(tag) for tag in languages)))
        lines.append(((blanks, ""), (" · ".join(credits_), "muted")))
    entry = ListEntry(tuple(lines), figure, hang_cells=len(blanks), space_before=True, right=(page, "muted"))
    return replace(entry, picture=files.file(figure.id)) if files else entry
