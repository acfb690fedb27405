"""Texts that are a date and nothing else."""

import pytest

from reader.importing.dates import is_date


@pytest.mark.parametrize(
    "text",
    [
        "June 2023",
        "Dec 2011",
        "Sunday February 22nd, 2026",
        "9 April 2007",
        "1 DE ABRIL DE 2024",
        "März 2024",
        "2024年5月",
        "Spring 1998",
    ],
)
def test_dates(text):
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["May", "2024", "A March of Two Miles", "5月的茶山", "June 2023 in numbers", "Summary 2", "A" * 60]
)
def test_no_dates(text):
    assert not is_date(text)
