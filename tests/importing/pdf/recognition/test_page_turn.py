"""Pages on their side or upside down: when they are turned, and how."""

import pytest

pytest.importorskip("cv2")

import numpy

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.page_turn import may_be_turned, turns_of
from reader.importing.pdf.recognition.recognised_line import RecognisedLine

DOWN = (Box(30, 10, 50, 210), Box(70, 10, 90, 210))


def line(box, confidence=0.98, text="the river under the bridge"):
    return RecognisedLine(text, box, confidence=confidence)


def page_with_marks(boxes):
    """Returns pixels with one bright mark at the upper left corner of each box, to see how a part was turned."""
    pixels = numpy.zeros((240, 240, 3), "uint8")
    for box in boxes:
        pixels[int(box.top), int(box.left)] = 255
    return pixels


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line(Box(0, 0, 200, 20))] * 3, False),
        ([line(Box(0, 0, 200, 20), 0.6)] * 3, True),
        ([line(Box(0, 0, 20, 200))] * 2 + [line(Box(0, 0, 200, 20))], True),
        ([], True),
    ],
)
def test_a_page_may_be_turned_if_its_lines_run_down_or_can_hardly_be_read(lines, expected):
    assert may_be_turned(lines) is expected


@pytest.mark.parametrize("readable_at", [0, 2])
def test_a_page_upside_down_is_turned_and_one_that_is_upright_is_not(readable_at):
    boxes = [Box(20, 30 * row, 220, 30 * row + 20) for row in (1, 2, 3)]
    pixels = page_with_marks(boxes)

    def confidence(part):
        is_turned = not part[0, 0].any()
        return 0.97 if is_turned == (readable_at == 2) else 0.55

    assert turns_of(pixels, boxes, confidence) == readable_at


@pytest.mark.parametrize("readable_at", [1, 3])
def test_lines_that_run_down_are_read_in_both_turns(readable_at):
    pixels = page_with_marks(DOWN)

    def confidence(part):
        assert part.shape[0] < part.shape[1]
        is_left = part[-1, 0].any()
        return 0.97 if is_left == (readable_at == 1) else 0.5

    assert turns_of(pixels, DOWN, confidence) == readable_at


def test_a_page_that_reads_no_better_stays_as_it_is():
    assert turns_of(page_with_marks(DOWN), DOWN, lambda part: 0.6) == 0
    assert turns_of(page_with_marks([]), [], lambda part: 1.0) == 0


def test_only_the_beginning_of_a_long_line_is_read():
    boxes = [Box(0, 100, 240, 104)]
    widths = []

    def confidence(part):
        widths.append(part.shape[1])
        return 0.9

    turns_of(page_with_marks(boxes), boxes, confidence)
    assert max(widths) < 100
