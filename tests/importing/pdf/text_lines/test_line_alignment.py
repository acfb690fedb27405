"""Lines that are centred or at the right edge: one paragraph, whatever their left edges are."""

import pytest

from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.text_lines.line_alignment import alignment_of
from reader.importing.pdf.text_lines.text_line import TextLine
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press, broken, width


def line(left, right, baseline):
    return TextLine("", left, right, baseline, 10, "", bold=False, color=0, script=None)


@pytest.mark.parametrize(
    ("edges", "alignment"),
    [
        ([(50, 250), (50, 240), (50, 120)], "left"),
        ([(70, 250), (50, 250), (50, 120)], "left"),
        ([(70, 250), (50, 250)], "left"),
        ([(100, 250), (50, 250)], "right"),
        ([(60, 250), (72, 250), (200, 250)], "right"),
        ([(60, 240), (50, 250), (100, 200)], "centred"),
        ([(60, 240), (50, 250)], "centred"),
        ([(60, 236), (50, 250)], "left"),
        ([(100, 200), (50, 250)], "centred"),
        ([(60, 230), (50, 250), (100, 290)], "left"),
        ([(60, 230)], "left"),
    ],
)
def test_lines_are_aligned_by_the_edge_or_middle_that_they_share(edges, alignment):
    assert alignment_of([line(*edge, 12 * at) for at, edge in enumerate(edges)]) == alignment


@pytest.mark.parametrize("share", [0.5, 1.0], ids=["centred", "right"])
def test_paragraphs_that_are_centred_or_at_the_right_are_whole(tmp_path, share):
    press, y = Press(), 130.0
    press.text(46, 90, "The lamp at the pier", BOLD, 24)
    paragraphs = [" ".join(scenes.EN[at : at + 3]) for at in (1, 4)]
    for paragraph in paragraphs:
        for text in broken(paragraph, TIMES, 10, 300, 0, hyphens=False):
            press.text(60 + share * (300 - width(text, TIMES, 10)), y, text, TIMES, 10)
            y += 14
        y += 12
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (article,) = read_pdf(str(path)).articles
    assert [block.text for block in article.body["en"]] == paragraphs
