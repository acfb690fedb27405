from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.address import ID_PATTERN, PARAGRAPH_NUMBER, Address, of_link, parse

ids = st.from_regex(re.compile(ID_PATTERN), fullmatch=True)
names = ids.filter(lambda name: not re.match(PARAGRAPH_NUMBER, name))
numbers = st.builds("{}p{}".format, st.sampled_from(["", "en.", "zh-Hans."]), st.integers(1, 10**6))
page_anchors = st.text("0A三x9", min_size=1, max_size=8).map("page-{}".format)
addresses = st.one_of(
    st.builds(Address, ids),
    st.builds(Address, ids, ids),
    st.builds(Address, ids, ids, st.one_of(names, numbers, page_anchors)),
    st.builds(Address, ids, st.just(""), page_anchors),
)


@given(addresses)
def test_a_written_address_is_read_as_the_same(address: Address) -> None:
    assert parse(str(address)) == address


@given(st.text(st.sampled_from("aZ0-/#.p1\n "), max_size=12))
def test_a_read_address_is_written_as_the_same(written: str) -> None:
    address = parse(written)
    assert address is None or str(address) == written


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "/",
            "a/",
            "/a",
            "a#p1",
            "a//b",
            "a/b#",
            "a/b#p0",
            "a/b#p01",
            "a/b/c",
            "A/b",
            "a-",
            "-a",
            "a--b",
            "a/b#en.x",
        ),
        *("a\n", "a/b#p1\n", "../a", "a/../b", "a b", "a/b#.p1", "a/b#en.p", "泉", "a/b#en.en.p1", "a_b"),
    ],
)
def test_a_string_that_is_no_address_is_none(written: str) -> None:
    assert parse(written) is None


@given(addresses.filter(lambda address: address.article and any(map(str.isalpha, str(address)))))
def test_a_link_to_an_address_leads_to_it(address: Address) -> None:
    assert of_link(str(address), "here", "this") == address


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("#p3", "here/this#p3"),
        ("#page-61", "here/this#page-61"),
        ("wells", "here/wells"),
        ("2018-a#en.p2", "here/2018-a#en.p2"),
        ("lanes/wells", "lanes/wells"),
        *(
            (target, "None")
            for target in ("", "#", "#p0", "12", "2018-08", "a/", "/a", "A", "a#", "a/b#c d", "https://a")
        ),
    ],
)
def test_the_address_that_a_link_leads_to(target: str, address: str) -> None:
    assert str(of_link(target, "here", "this")) == address


def test_parts_of_an_address() -> None:
    assert parse("city-of-springs-08/springs#en.p3") == Address("city-of-springs-08", "springs", "en.p3")
    assert parse("city-of-springs-08") == Address("city-of-springs-08", "", "")
