"""Profiles of the property tests: how many examples and rounds are drawn, by default and in the nightly run.

By default the same ones are drawn each time, so that a run says something about the change at hand; the nightly run
draws new ones, and looks for faults that nobody has seen.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL, NIGHTLY = "usual", "ci-nightly"
EXAMPLES = {USUAL: 30, NIGHTLY: 1000}
"""Number of examples of a test without a number of its own, by profile."""
FULL = 100
MIN_EXAMPLES = 5


def register_profiles() -> None:
    """Registers the profiles and loads the usual one; ``--hypothesis-profile`` loads the other one afterwards."""
    for name, number in EXAMPLES.items():
        settings.register_profile(  # how busy a machine is says nothing about the program
            name,
            max_examples=number,
            deadline=None,
            derandomize=name == USUAL,
            suppress_health_check=[HealthCheck.too_slow],
        )
    settings.load_profile(USUAL)


def examples(
    number: int, suppressed: Sequence[HealthCheck] = (HealthCheck.too_slow,), phases: Sequence[Phase] = tuple(Phase)
) -> settings:
    """Returns settings for a test that needs more or fewer examples than others.

    Args:
        number: Number of examples where others have 100; the profile says how many of them are drawn.
        suppressed: Health checks that do not apply.
        phases: Phases of hypothesis that run.
    """
    drawn = max(number * settings.default.max_examples // FULL, MIN_EXAMPLES)
    return settings(max_examples=drawn, suppress_health_check=suppressed, phases=phases)


def seeds(number: int, first: int = 0) -> range:
    """Returns seeds for rounds of a test that draws by itself; the profile says how many of the number there are."""
    return range(first, first + ceil(number * settings.default.max_examples / FULL))
