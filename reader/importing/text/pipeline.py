"""The pipeline from page text, as a flipbook site gives it, to articles.

Each stage is a module of its own; :func:`read_page` has them in their order.
"""

from __future__ import annotations

from itertools import chain

from reader.importing import hyphens
from reader.importing.extraction import ExtractedArticle
from reader.importing.scripts import HAN, LATIN, SCRIPTS
from reader.importing.text.asides import sidebar_aside, table_aside, take_pull_quotes
from reader.importing.text.caption_search import find_captions
from reader.importing.text.column_layout import candidate_layouts
from reader.importing.text.column_search import choose_layout, read_columns, read_page_columns
from reader.importing.text.drop_caps import restore_drop_caps
from reader.importing.text.facing_pages import FacingPages
from reader.importing.text.figures import OutsideWords, make_figures
from reader.importing.text.fragments import take_words
from reader.importing.text.furniture import remove_furniture
from reader.importing.text.languages import chinese_and_english
from reader.importing.text.line_segments import segment_lines
from reader.importing.text.outside_scores import rescore_candidates, score_outside
from reader.importing.text.page_merging import PageReading, merge_pages
from reader.importing.text.page_splitting import split_pages
from reader.importing.text.paragraphs import build_paragraphs
from reader.importing.text.sidebars import take_sidebars
from reader.importing.text.tables import find_tables
from reader.importing.text.text_runs import runs_by_script, split_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.extraction import Extraction
    from reader.importing.scripts import Script
    from reader.importing.text.column_layout import ColumnLayout
    from reader.importing.text.languages import LanguagePair
    from reader.importing.text.page_splitting import TextPage
    from reader.importing.text.text_runs import TextRun
    from reader.importing.text.titles import NumberedLine

_FEWEST_RUNS = 6
"""Minimum number of runs of a script by which its columns are measured."""


def read_text(text: str, languages: LanguagePair | None = None) -> Extraction:
    """Returns the content of the text of pages; every character of it is somewhere in there.

    The languages are Chinese and English if none are given.
    """
    languages = languages or chinese_and_english(text)
    return merge_pages([read_page(page, languages) for page in split_pages(text)], languages)


def read_page(page: TextPage, languages: LanguagePair) -> PageReading:
    """Returns the content of a page or of facing pages."""
    furniture = remove_furniture(page, languages)
    runs = _split_runs(furniture.lines, languages)
    tables = find_tables(runs)
    runs = take_words(runs, {span for table in tables for span in table.spans}).left
    by_script = runs_by_script(runs)
    layouts = {script: choose_layout(own) for script, own in by_script.items()}

    lines = segment_lines(runs, _full_widths_em(by_script, layouts))
    sidebars = take_sidebars(lines)
    is_one_language = not all(by_script.values())
    captions = find_captions(lines, is_one_language=is_one_language)
    outside = score_outside(captions, lines)
    if not is_one_language:  # a first search of the Chinese tells more of its captions
        rescore_candidates(captions, read_columns(by_script[HAN], layouts[HAN], outside).assignments)
        outside = score_outside(captions, lines)

    runs = take_words(runs, {segment.span for sidebar in sidebars for segment in sidebar}).left
    columns = read_page_columns(runs, layouts, captions, outside)
    widths_em = {script: reading.layout.width_em for script, reading in columns.readings.items()}
    pages = FacingPages(furniture.pages, columns.assignments, widths_em)

    known = hyphens.words(run.text for run in by_script[LATIN])
    is_headed = bool(furniture.title) or not page.has_head
    blocks = {
        script: build_paragraphs(reading, pages, known, is_headed=is_headed)
        for script, reading in columns.readings.items()
    }
    words = OutsideWords(
        columns.outside,
        "\n".join(block.text for block in chain(*blocks.values())),
        is_one_language=is_one_language,
    )
    margins = [reading.margins for reading in columns.readings.values()]
    figures, asides = make_figures(words, captions, margins, pages, languages)
    quotes = {script: take_pull_quotes(blocks[script], languages.of(script)) for script in SCRIPTS}
    last_page = furniture.pages[-1] if furniture.pages else ""
    article = ExtractedArticle(
        title=furniture.title,
        deck=furniture.deck,
        byline=furniture.bylines,
        section=furniture.section,
        body={languages.of(script).tag: tuple(own.blocks) for script, own in quotes.items()},
        figures=tuple(figures),
        asides=(
            *asides,
            *(table_aside(table, last_page) for table in tables),
            *(sidebar_aside(sidebar, last_page, languages) for sidebar in sidebars),
            *(quote for own in quotes.values() for quote in own.quotes),
        ),
        pages=furniture.pages,
    )
    return PageReading(article, furniture.running, page.has_head)


def _split_runs(lines: Sequence[NumberedLine], languages: LanguagePair) -> list[TextRun]:
    """Returns the text runs of a page, with drop caps back at their words."""
    runs = [run for number, line in lines for run in split_line(number, line, languages, 0)]
    han_width_em = candidate_layouts(runs_by_script(runs)[HAN])[0].width_em
    runs = [run for number, line in lines for run in split_line(number, line, languages, han_width_em)]
    return restore_drop_caps(runs, candidate_layouts(runs_by_script(runs)[LATIN])[0].width_em)


def _full_widths_em(
    runs: Mapping[Script, Sequence[TextRun]], layouts: Mapping[Script, ColumnLayout]
) -> dict[Script, float]:
    """Returns the width of a full line in each script; a script of few lines may be in captions only."""
    widest = max(layout.width_em for layout in layouts.values())
    return {
        script: layout.width_em if len(runs[script]) >= _FEWEST_RUNS else widest for script, layout in layouts.items()
    }
