"""Check digits of ISBNs, identifiers of licences, and the line that names a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.magazine import AlignedBody, Article, Issue, Section, Source
from reader.model.provenance import LICENCES, identifier_meant, isbn_check_digit, may_be_identifier, provenance
from reader.model.text import text_of

NINE = st.text("0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize("isbn", ["978-7-01-000000-8", "0-306-40615-2", "080442957X", "9780306406157", "0 8044 2957 x"])
def test_the_check_digit_of_an_isbn(isbn: str) -> None:
    assert isbn_check_digit(isbn) == isbn[-1].upper()


@given(st.sampled_from(["", "978", "979"]), NINE, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_found(prefix: str, digits: str, place: int, by: int) -> None:
    right = isbn_check_digit(f"{prefix}{digits}0")
    wrong = f"{digits[:place]}{(int(digits[place]) + by) % 10}{digits[place + 1 :]}"
    assert isbn_check_digit(f"{prefix}{wrong}0") != right


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *((known, "") for known in LICENCES),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-sa 3.0", "CC-BY-SA-3.0"),
        ("Creative Commons BY-NC 4.0 License", "CC-BY-NC-4.0"),
        ("mit", "MIT"),
        ("CC BY-SA-NC 4.0", "CC-BY-NC-SA-4.0"),
        ("Creative Commons BY-SA 4.0 International", "CC-BY-SA-4.0"),
        ("CC0", "CC0-1.0"),
        ("CC-BY", ""),
        ("CC-BY-AS-4.0", ""),
        ("C C BY 4.0", ""),
        ("GPL-3.0", ""),
        ("by " * 40 + "CC-BY-4.0", ""),
        ("CC-BY-3.0-AT", ""),
        ("All rights reserved", ""),
        ("", ""),
    ],
)
def test_the_identifier_that_is_meant(name: str, meant: str) -> None:
    assert identifier_meant(name) == meant


@pytest.mark.parametrize(
    ("name", "may_be"), [("CC-BY-AS-4.0", True), ("CC-BY-3.0-AT", False), ("CC0-1.0", False), ("Own-1.0", False)]
)
def test_what_may_be_an_identifier_of_creative_commons(name: str, may_be: bool) -> None:
    assert may_be_identifier(name) is may_be


def test_a_citation_has_the_source_and_the_licence() -> None:
    article = Article(
        "a", text_of("A"), AlignedBody(()), source=Source(text_of({"zh-Hans": "泉水志", "en": "Springs"}))
    )
    section = Section("s", text_of("S"), (article,))
    issue = Issue("i", ("zh-Hans", "en"), text_of("M"), text_of("L"), (section,), licence=text_of("CC-BY-4.0"))
    assert provenance(issue, article) == "泉水志 · CC-BY-4.0"
    assert (
        provenance(
            Issue("i", ("zh-Hans", "en"), text_of("M"), text_of("L"), ()), Article("a", text_of("A"), AlignedBody(()))
        )
        == ""
    )
