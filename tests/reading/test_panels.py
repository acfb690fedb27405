"""The panels at each width."""

from __future__ import annotations

import pytest

from reader.reading.panels import Arrangement, PanelChoices, breadth_of


@pytest.mark.parametrize(
    ("width", "breadth"), [(40, "narrow"), (69, "narrow"), (70, "medium"), (117, "medium"), (118, "wide")]
)
def test_breadths(width: int, breadth: str) -> None:
    assert breadth_of(width) == breadth


@pytest.mark.parametrize(
    ("width", "has_captions", "contents", "captions"),
    [
        (160, True, True, True),
        (118, False, True, False),
        (100, True, False, True),
        (100, False, False, False),
        (60, True, False, False),
    ],
)
def test_what_there_is_room_for(width: int, has_captions: bool, contents: bool, captions: bool) -> None:
    shown = PanelChoices().arrangement(width, has_captions)
    assert shown == Arrangement(breadth_of(width), width >= 140, contents, captions)


def test_a_choice_holds_for_its_class_of_width() -> None:
    choices = PanelChoices()
    choices.choose("contents", "narrow", True)
    choices.choose("captions", "wide", False)
    assert choices.arrangement(60, True).contents
    assert not choices.arrangement(100, True).contents
    assert not choices.arrangement(160, True).captions
    assert choices.arrangement(100, True).captions


def test_captions_do_not_lie_below_contents_that_are_over_the_text() -> None:
    choices = PanelChoices()
    choices.choose("contents", "medium", True)
    over = choices.arrangement(100, True)
    assert over.contents
    assert not over.captions
    assert choices.arrangement(160, True).captions
    choices.choose("captions", "medium", True)
    again = choices.arrangement(100, True)
    assert again.captions
    assert not again.contents
