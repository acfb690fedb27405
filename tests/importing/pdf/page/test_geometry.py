"""Boxes on a page, and the distances between them."""

import pytest

from reader.importing.pdf.page.geometry import Box, bounding_box, distance, shared_width, vertical_gap

BOX = Box(10, 10, 50, 30)


def test_a_box_holds_what_reaches_a_little_over_its_edge():
    assert BOX.holds(Box(9, 9, 51, 31))
    assert not BOX.holds(Box(5, 12, 40, 28))


def test_the_bounding_box_is_around_all_parts():
    assert bounding_box([BOX, Box(0, 20, 20, 90)]) == Box(0, 10, 50, 90)
    assert bounding_box([BOX]) == BOX


@pytest.mark.parametrize(
    ("other", "width", "gap", "away"),
    [
        (Box(20, 40, 60, 50), 30, 10, 10),  # below
        (Box(60, 10, 80, 30), -10, -20, 10),  # beside
        (Box(55, 35, 60, 40), -5, 5, 10),  # below and beside
        (Box(20, 15, 30, 20), 10, -10, 0),  # inside
    ],
)
def test_widths_gaps_and_distances_are_the_same_both_ways(other, width, gap, away):
    for one, two in ((BOX, other), (other, BOX)):
        assert (shared_width(one, two), distance(one, two)) == (width, away)
    assert vertical_gap(BOX, other) == vertical_gap(other, BOX)
    assert (vertical_gap(BOX, other) > 0) == (gap > 0)
