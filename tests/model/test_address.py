from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.address import ID_PATTERN, PARAGRAPH_NUMBER, Address, parse

ids = st.from_regex(re.compile(ID_PATTERN), fullmatch=True)
names = ids.filter(lambda name: not re.match(PARAGRAPH_NUMBER, name))
numbers = st.builds("{}p{}".format, st.sampled_from(["", "en.", "zh-Hans."]), st.integers(1, 10**6))
addresses = st.one_of(
    st.builds(Address, ids), st.builds(Address, ids, ids), st.builds(Address, ids, ids, st.one_of(names, numbers))
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


def test_parts_of_an_address() -> None:
    assert parse("city-of-springs-08/springs#en.p3") == Address("city-of-springs-08", "springs", "en.p3")
    assert parse("city-of-springs-08") == Address("city-of-springs-08", "", "")
