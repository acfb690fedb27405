"""Times to read in words, in both interface languages."""

import pytest

from reader.reading.duration import time_in_words
from reader.ui.strings import strings_in


@pytest.mark.parametrize(
    ("minutes", "en", "zh"),
    [
        (0, "1 min", "1 分钟"),
        (59.4, "59 min", "59 分钟"),
        (59.6, "1 h", "1 小时"),
        (61, "1 h 1 min", "1 小时 1 分钟"),
        (1177, "19 h 37 min", "19 小时 37 分钟"),
        (119.7, "2 h", "2 小时"),
    ],
)
def test_from_an_hour_on_in_hours(minutes: float, en: str, zh: str) -> None:
    assert (time_in_words(minutes, strings_in("en")), time_in_words(minutes, strings_in("zh"))) == (en, zh)
