"""Numbers at the foot of a page: those of pages, and those of years, volumes, dates and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_numbers import page_numbers
from reader.importing.pdf.text_lines.printed_pages import printed_number
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.text.pipeline import read_text

OF_PAGES = {
    "60": ["60"],
    "60 61": ["60", "61"],
    "City of Springs 60": ["60"],
    "60 泉城": ["60"],
    "60 August 2018": ["60"],
    "24 | August 2019": ["24"],
    "AUGUST ISSUE 60": ["60"],
    "泉城 2019年8月 60": ["60"],
    "第3期 60": ["60"],
    "Vol. 3 No. 12 60": ["60"],
    "第 59 页": ["59"],
    "Cityscape 2019 61": ["61"],
}
OF_OTHER_THINGS = [
    "2019", "1998", "2019 泉城", "Springs 2019", "第 3 卷", "第 3 期", "卷 3", "No. 12", "Vol. 3", "Issue 12", "№ 7",
    "100 Spring Street", "100 Spring Street 4", "12 Old Mill Road", "Room 204", "P.O. Box 110", "3 号", "12 月",
    "12 May 2019", "May 12", "Sept. 3", "5 楼", "Chapter 4",
]  # fmt: skip


@pytest.mark.parametrize("line", OF_PAGES)
def test_numbers_of_pages(line: str) -> None:
    assert page_numbers(line) == OF_PAGES[line]


@pytest.mark.parametrize("line", OF_OTHER_THINGS)
def test_numbers_of_other_things(line: str) -> None:
    assert page_numbers(line) == []


@given(st.integers(1, 1899), st.sampled_from(["", "City of Springs ", "泉城 | "]))
def test_a_number_that_is_expected_or_alone_is_that_of_a_page(number: int, before: str) -> None:
    assert page_numbers(f"{before}{number}") == [str(number)]
    for line in OF_OTHER_THINGS:
        assert page_numbers(f"No. {number}", {str(number)}) == [str(number)], line


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [("2019", "", ""), ("2019", "2019", "2019"), ("No. 12", "", ""), ("No. 12", "12", "12"), ("泉城 60", "", "60"),
     ("第 3 卷", "", ""), ("第 60 页", "", "60"), ("- 60 -", "", "60"), ("May 12", "", ""), ("100 Spring Street", "", "")],
)  # fmt: skip
def test_the_number_of_a_page_of_a_pdf(text: str, label: str, number: str) -> None:
    assert printed_number([TextLine(text, 46, 96, 820, 9, "F", False, 0, None)], 842, label) == number


BODY = (
    "The Ferry\n渡船\n渡船每天开两班，早上一班，傍晚一班，船工说这条线开了四十年。\n"
    "The ferry leaves twice a day, at dawn and at dusk, and has done so for forty years.\n"
)


@pytest.mark.parametrize(("foot", "pages"), [("2019", ()), ("No. 12", ()), ("60", ("60",)), ("Springs 60", ("60",))])
def test_the_pages_of_a_text(foot: str, pages: tuple[str, ...]) -> None:
    text = f"{BODY}{foot}\n"
    assert [article.pages for article in read_text(text).articles] == [pages]
