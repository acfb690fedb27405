"""The pipeline from a PDF file to an extraction; each stage is a module."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.gate import shown_path
from reader.importing.pdf.assembling.articles import AnalysedPage, assembled
from reader.importing.pdf.assembling.figures import picture_name
from reader.importing.pdf.blocks.diagrams import labels_of
from reader.importing.pdf.blocks.foreign_lines import with_foreign_lines_joined
from reader.importing.pdf.blocks.labelled_blocks import with_abstracts_apart
from reader.importing.pdf.blocks.line_grounds import with_line_grounds_joined
from reader.importing.pdf.blocks.numbered_lines import with_numbered_heads_apart, with_numbers_joined
from reader.importing.pdf.blocks.parting_rules import parting_rules
from reader.importing.pdf.blocks.references import reference_lists
from reader.importing.pdf.blocks.ruled_tables import ruled_tables_of
from reader.importing.pdf.blocks.run_in_heads import with_full_heads_joined
from reader.importing.pdf.blocks.running_lines import with_running_lines_joined
from reader.importing.pdf.blocks.sizes_under_abstracts import with_sizes_under_abstracts
from reader.importing.pdf.blocks.stacked_heads import with_stacked_heads_apart
from reader.importing.pdf.blocks.table_grids import table_grids_of
from reader.importing.pdf.blocks.text_blocks import blocks_of
from reader.importing.pdf.page.accents import with_accents_joined
from reader.importing.pdf.page.bullet_fonts import with_bullets_named
from reader.importing.pdf.page.character_maps import lacks_characters
from reader.importing.pdf.page.cut_ligatures import with_ligatures_whole
from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.page.inset_glyphs import with_insets_placed
from reader.importing.pdf.page.lost_ligatures import with_ligatures_named
from reader.importing.pdf.page.misread_text import is_misread
from reader.importing.pdf.page.moved_letters import with_moved_letters_placed
from reader.importing.pdf.page.recognised_text import is_recognised, with_lines_snapped
from reader.importing.pdf.page.rules import cell_edges, starts_under_pictures
from reader.importing.pdf.page.scans import is_scan
from reader.importing.pdf.page.shifted_glyphs import with_shifted_placed
from reader.importing.pdf.page.symbol_characters import with_symbols_named
from reader.importing.pdf.page.usual_weight import with_usual_weight
from reader.importing.pdf.page.vertical_text import separate_vertical_text, turned_to_the_left
from reader.importing.pdf.roles.classification import classified
from reader.importing.pdf.roles.regions import Region, largest_size
from reader.importing.pdf.text_lines.body_sizes import body_sizes, own_sizes, sizes_of_sentences, with_emphasis
from reader.importing.pdf.text_lines.cutting_boxes import without_cutting_boxes
from reader.importing.pdf.text_lines.drawn_bullets import drawn_bullets, with_drawn_bullets
from reader.importing.pdf.text_lines.drop_caps import with_drop_caps_joined
from reader.importing.pdf.text_lines.formulas import is_formula_text, with_formulas_whole
from reader.importing.pdf.text_lines.lines import lines_of
from reader.importing.pdf.text_lines.note_lines import without_notes
from reader.importing.pdf.text_lines.printed_pages import printed_pages_of, whole_page
from reader.importing.pdf.text_lines.underlines import with_underlined_as_bold
from reader.importing.pdf.weights import assembling as assembling_weights
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from reader.importing.extraction import Extraction
    from reader.importing.pdf.blocks.references import ReferenceList
    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.glyphs import Glyph, PdfPage
    from reader.importing.pdf.page.vertical_text import LevelAndVertical
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage
    from reader.importing.pdf.text_lines.text_line import TextLine

    PageLack = Literal["", "text", "characters", "words", "level"]
    """Why a page is not read, or is to be compared: it is a picture of text, its fonts do not say which characters its
    letters are, words under its picture are misread, or text of it is set vertically."""

_UNNAMED = "\ufffd"
_MAX_PICTURES = 100
"""Maximum number of pictures of a page whose places are compared."""


@record
class FilePage:
    """A page of the file: its printed pages, and sentences on points that a maintainer should look at."""

    printed: tuple[AnalysedPage, ...]
    notes: tuple[str, ...] = ()
    lack: PageLack = ""


def read_pdf(path: str, pages: Iterable[int] = ()) -> Extraction:
    """Extracts pages of a PDF file, counted from 1; all pages if none is given.

    It is read in this process, for files that are known to be harmless; see :mod:`reader.importing.pdf.confined_pdf`.

    Raises:
        ReaderError: The file is encrypted, damaged or no PDF, lacks a page, or its pages have no text.
    """
    document = PdfDocument(path)
    numbers = list(pages) or list(range(1, document.count + 1))
    check_numbers(path, numbers, document.count)
    return assembled_pages(path, [file_page(document, number) for number in numbers])


def check_numbers(path: str, numbers: Iterable[int], count: int) -> None:
    """Raises a ReaderError if a file does not have one of the pages."""
    if wrong := next((number for number in numbers if not 1 <= number <= count), None):
        raise ReaderError(f"{shown_path(path)} has no page {wrong}: it has {count}")


def file_page(document: PdfDocument, number: int) -> FilePage:
    """Reads a page of a file, counted from 1."""
    page = document.page(number)
    if is_recognised(page.glyphs):
        page = replace(page, glyphs=tuple(with_lines_snapped(page.glyphs)))
    found = analysed_file_page(page, document.label(number))
    return replace(found, lack=lack_of(page) or found.lack)


def lack_of(page: PdfPage) -> PageLack:
    """Returns the reason why the text of a page is not read, if there is one."""
    if is_scan(page):
        return "text"
    if lacks_characters(page.glyphs):
        return "characters"
    return "words" if is_misread(page) else ""


def analysed_file_page(page: PdfPage, label: str, notes: tuple[str, ...] = ()) -> FilePage:
    """Analyses the content of a page; ``label`` is the one that the file gives it."""
    separated = separate_vertical_text(page)
    if separated.vertical:
        notes += (f"page {page.number} of the file has text that is set vertically: look at its place and order",)
    notes += tuple(note_on_unnamed(page.number, page.glyphs))
    return FilePage(tuple(analysed_pages(separated, label)), notes, "level" if separated.vertical else "")


def note_on_unnamed(number: int, glyphs: Iterable[Glyph]) -> list[str]:
    """Returns a sentence if fonts of a page do not say which characters their letters are, else none."""
    count = sum(glyph.char == _UNNAMED for glyph in glyphs)
    if not count:
        return []
    counted = "a letter" if count == 1 else f"{count} letters"
    return [f"page {number} of the file has {counted} without a character in its font: read them there, for {_UNNAMED}"]


def assembled_pages(path: str, pages: Sequence[FilePage]) -> Extraction:
    """Assembles the articles of a file from its pages.

    Raises:
        ReaderError: They have no text.
    """
    analysed = [printed for page in pages for printed in page.printed]
    if not any(page.page.lines or page.sideways for page in analysed):
        raise ReaderError(f"{shown_path(path)} has no text that was recognised, or none at all")
    extraction = assembled(analysed)
    notes = [note for page in pages for note in page.notes]
    read = [printed for page in pages if page.lack != "text" for printed in page.printed]
    return replace(extraction, notes=(*notes, *_notes_on_pictures(read, extraction)))


def analysed_pages(separated: LevelAndVertical, label: str) -> Iterator[AnalysedPage]:
    """Yields the printed pages of a page of the file; its vertical text first, as a page turned to the left."""
    level = separated.level
    frames = (*level.boxes, *(picture.box for picture in level.pictures))
    glyphs = with_accents_joined(with_bullets_named(with_symbols_named(level.glyphs)))
    glyphs = with_usual_weight(with_ligatures_whole(with_ligatures_named(glyphs)))
    glyphs = with_insets_placed(with_shifted_placed(with_moved_letters_placed(glyphs)))
    starts = starts_under_pictures([picture.box for picture in level.pictures[:_MAX_PICTURES]])
    lines = with_drop_caps_joined(lines_of(glyphs, cell_edges(level.boxes, level.width), starts), frames)
    bullets = drawn_bullets(lines, level.boxes)
    lines = with_drawn_bullets(lines, bullets)
    shapes = frozenset(bullets.values())
    level = replace(level, boxes=tuple(box for box in level.boxes if box not in shapes))
    lines = with_numbers_joined(_with_formulas(lines, level), level.height)
    level = replace(level, boxes=tuple(with_line_grounds_joined(level.boxes, lines)))
    level = without_cutting_boxes(level, _without(lines, ruled_tables_of(lines, level.boxes, level.width)))
    tables = ruled_tables_of(lines, level.boxes, level.width)
    text = _without(lines, tables)
    body: BodySizes = body_sizes(without_notes(text, level.boxes, level.height)) or body_sizes(text)
    body = body or body_sizes(lines) or sizes_of_sentences(text)
    body = with_sizes_under_abstracts(body, text)
    lines = with_underlined_as_bold(with_emphasis(lines, body), level.boxes)
    pages = printed_pages_of(level, lines, label)
    if vertical := with_drop_caps_joined(lines_of(separated.vertical)):
        both = body_sizes([*lines, *vertical])
        turned = whole_page(turned_to_the_left(level), with_emphasis(vertical, both), pages[0].label)
        yield analysed_page(turned, both)
    sideways = tuple(line.text for line in lines_of(level.sideways))
    for page in pages:
        own = own_sizes(page.lines, body, lines) if len(pages) > 1 else body
        yield analysed_page(page, own, sideways)
        sideways = ()


def analysed_page(page: PrintedPage, body: BodySizes, sideways: tuple[str, ...] = ()) -> AnalysedPage:
    """Returns a printed page with its regions: lines → table grids, text blocks → roles."""
    grids = ruled_tables_of(page.lines, page.boxes, page.width)
    lines = _without(page.lines, grids)
    labels = labels_of(lines, page, grids, largest_size(body))
    lines = _without(lines, labels)
    grids += table_grids_of(lines, page.boxes, [picture.box for picture in page.pictures])
    lines = _without(lines, grids)
    references = reference_lists(lines)
    blocks = blocks_of(_without(lines, references), page.boxes, parting_rules(page.boxes))
    blocks = with_full_heads_joined(with_foreign_lines_joined(with_running_lines_joined(blocks)))
    blocks = with_abstracts_apart(with_stacked_heads_apart(with_numbered_heads_apart(blocks)))
    blocks = [*blocks, *(each.block for each in references)]
    regions = classified(page, blocks, body, grids)
    return AnalysedPage(page, (*regions, *(Region(block, "label") for block in labels)), tuple(grids), sideways)


def _with_formulas(lines: Sequence[TextLine], page: PdfPage) -> Sequence[TextLine]:
    """Returns the lines of a page, each display formula as one line; in tables there are none."""
    if not any(is_formula_text(line.text) for line in lines):
        return lines
    tables = ruled_tables_of(lines, page.boxes, page.width)
    free = _without(lines, tables)
    return [*with_formulas_whole(free), *(line for table in tables for line in table.lines)]


def _without(lines: Iterable[TextLine], others: Iterable[TableGrid | TextBlock | ReferenceList]) -> list[TextLine]:
    """Returns the lines that are in none of the others."""
    taken = {id(line) for other in others for line in other.lines}
    return [line for line in lines if id(line) not in taken]


def _notes_on_pictures(pages: Iterable[AnalysedPage], extraction: Extraction) -> Iterator[str]:
    """Yields a sentence for each page with pictures that no caption is about."""
    known = {figure.picture for article in extraction.articles for figure in article.figures}
    for page in (each.page for each in pages):
        large = [
            picture.index
            for picture in page.pictures
            if min(picture.box.width, picture.box.height) >= assembling_weights.PHOTOGRAPH_MIN_PT
        ]
        names = {picture_name(page.number, index) for index in large} - known
        known |= names
        if names:
            counted = "a picture" if len(names) == 1 else f"{len(names)} pictures"
            named = f"page {page.label}" if page.label else f"page {page.number} of the file"
            yield f"{named} has {counted} without a caption: not in the draft"
