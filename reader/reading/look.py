"""The look of articles: set once, and changed while reading."""

from __future__ import annotations

from reader.layout.fitting import EVEN_SPLIT, SPLIT_STEP
from reader.layout.geometry import MODES, mode_named
from reader.layout.typesetting import Typesetting
from reader.model.language import choose
from reader.model.record import record
from reader.reading.dressing import READINGS_FOR, READINGS_IN, SCRIPTS, named
from reader.reading.term_places import term_marks_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.geometry import Geometry, Mode
    from reader.model.magazine import Article, Issue
    from reader.reading.dressing import ReadingsFor, ReadingsIn, Script
    from reader.reading.term_places import TermMarks
    from reader.settings import Settings

MIN_MEASURE_CELLS, MAX_MEASURE_CELLS, MEASURE_STEP_CELLS = 24, 120, 4
MIN_SPLIT = 0.2
"""Least share of a column to which the reader can move the split."""


@record
class Look:
    """The mode, the columns, the typesetting, and the languages that the reader prefers."""

    mode: Mode
    measure_cells: int
    split: float | None
    """The left column's share of the width of both, from 0 to 1; None if it follows the lengths of the texts."""
    typesetting: Typesetting
    languages: tuple[str, ...] = ()
    term_marks: TermMarks = "first"
    """Occurrences of glossary terms that are underlined."""
    figures: bool = True
    """Whether pictures are shown in the text, above the captions of their figures."""
    script: Script = "as-written"
    """The script of Chinese texts on the screen."""
    readings: ReadingsFor = "off"
    """The words with a reading or a gloss above them."""
    readings_in: ReadingsIn = "paragraph"
    """Where they are."""

    @classmethod
    def of(cls, settings: Settings) -> Look:
        """Returns the look of the settings."""
        typesetting = Typesetting(
            justified=settings.flag("justify"),
            hanging=settings.flag("hang"),
            hyphenated=settings.flag("hyphenate"),
            spaced=settings.flag("space"),
            indented=settings.flag("indent"),
            annotated=settings.flag("annotations"),
            scrolled_tables=True,
        )
        split = settings.number_or_word("split")
        return cls(
            mode_named(settings.text("mode")),
            settings.number("measure"),
            None if split is None else split / 100,
            typesetting,
            settings.texts("languages"),
            term_marks_named(settings.text("terms")),
            settings.text("pictures") != "off",
            named(settings.text("script"), SCRIPTS),
            named(settings.text("readings"), READINGS_FOR),
            named(settings.text("readings-in"), READINGS_IN),
        )

    def pair_of(self, issue: Issue, article: Article) -> tuple[str, str]:
        """Returns the two languages of an article on the screen: the preferred ones that it has, then its own."""
        pair = issue.pair_of(article)
        known = tuple(dict.fromkeys((*issue.languages_of(article), *issue.languages)))
        wanted = [choose(tag, known) for tag in self.languages]
        left, right, *_ = dict.fromkeys(tag for tag in (*wanted, *pair) if tag)
        return left, right


def next_mode(geometry: Geometry, parallel_fits: bool) -> Mode:
    """Returns the mode after the one that is shown; side by side only where there is room for it."""
    shown = geometry.shown_mode
    modes = [mode for mode in MODES if mode != "parallel" or parallel_fits or shown == "parallel"]
    return modes[(modes.index(shown) + 1) % len(modes)]


def split_beside(split: float, by: float) -> float:
    """Returns a moved split, within bounds; exactly even where it is nearly so."""
    moved = round(max(MIN_SPLIT, min(split + by, 1 - MIN_SPLIT)), 2)
    return EVEN_SPLIT if abs(moved - EVEN_SPLIT) < SPLIT_STEP / 2 else moved


def measure_beside(geometry: Geometry, by_cells: int) -> int:
    """Returns a wider measure than the present columns have, or a narrower one where negative, within bounds."""
    columns = geometry.columns_cells
    column = max(columns) if geometry.fitted else sum(columns) // 2
    return max(MIN_MEASURE_CELLS, min(column + by_cells, MAX_MEASURE_CELLS))
