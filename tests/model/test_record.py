from __future__ import annotations

import copy
import pickle
from typing import Generic, TypeVar

import pytest
from hypothesis import given

from reader.model.address import Address
from reader.model.magazine import Heading, Issue, PageBreak, Placement
from reader.model.record import record, replace
from reader.model.text import Prose, Span, text_of
from tests.drawing import examples
from tests.model.strategies import issues

T = TypeVar("T")


@record
class Point:
    x: int
    y: int = 2


def test_fields_are_given_by_place_or_name_and_have_defaults() -> None:
    assert Point(1) == Point(x=1, y=2) == Point(1, 2)
    with pytest.raises(TypeError):
        Point()
    with pytest.raises(TypeError):
        Point(1, z=3)


def test_fields_with_defaults_come_last() -> None:
    with pytest.raises(AssertionError, match="defaults come last"):

        @record
        class Wrong:
            x: int = 1
            y: int


def test_a_record_may_be_generic() -> None:
    @record
    class Pair(Generic[T]):
        first: T
        second: T | None = None

    assert Pair[int](1, second=2) == Pair(1, 2)


def test_records_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 3
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    with pytest.raises(AttributeError, match="frozen"):
        point.z = 3
    assert point == Point(1, 2)
    assert not hasattr(point, "__dict__")


def test_equality_and_hash_go_by_type_and_values() -> None:
    assert PageBreak("60") != Placement("60")
    assert len({PageBreak("60"), Placement("60"), PageBreak("60")}) == 2
    assert Point(1) != (1, 2)
    assert Point(1) != Point(1, 3)
    assert Heading(text_of("a")) == Heading(text_of("a"), 1, "")


def test_repr_names_every_field() -> None:
    assert repr(Span(0, 1, "link", "https://x.org/")) == "Span(start=0, end=1, kind='link', target='https://x.org/')"


def test_records_are_matched_by_place() -> None:
    match Address("a", "b"):
        case Address(issue, article, ""):
            assert (issue, article) == ("a", "b")
        case _:
            pytest.fail("an address did not match")


def test_replacing_makes_a_changed_copy() -> None:
    point = Point(1)
    assert replace(point, y=5) == Point(1, 5)
    assert replace(point, x=None) == Point(None, 2)
    assert point == Point(1)


def test_replacing_a_field_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TypeError):
        replace(Prose("a"), txet="b")


def test_copies_are_equal() -> None:
    prose = Prose("a", (Span(0, 1, "strong"),))
    assert copy.copy(prose) == copy.deepcopy(prose) == prose


@examples(25)
@given(issues())
def test_issues_survive_pickling_with_their_hash(issue: Issue) -> None:
    copied = pickle.loads(pickle.dumps(issue))
    assert copied == issue
    assert hash(copied) == hash(issue)
