from __future__ import annotations

from math import ceil

import pytest
from hypothesis import settings

from tests.drawing import EXAMPLES, MIN_EXAMPLES, NIGHTLY, USUAL, examples, seeds


@pytest.mark.parametrize(("profile", "expected"), [(USUAL, (MIN_EXAMPLES, 30, 90)), (NIGHTLY, (100, 1000, 3000))])
def test_a_profile_says_how_many_examples_are_drawn(profile: str, expected: tuple[int, int, int]) -> None:
    before = settings.get_current_profile_name()
    settings.load_profile(profile)
    try:
        assert tuple(examples(number).max_examples for number in (10, 100, 300)) == expected
        assert len(seeds(4, first=9)) == ceil(4 * expected[1] / 100)
        assert seeds(4, first=9)[0] == 9
        assert settings.default.max_examples == EXAMPLES[profile]
        assert settings.default.deadline is None
        assert examples(100).derandomize == (profile == USUAL)
    finally:
        settings.load_profile(before)
