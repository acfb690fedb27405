"""Records as the data of JSON: each is the list of its fields, in their order.

Data of a confined process is checked when it is read: each function raises ValueError if it is not of its form.
"""

from __future__ import annotations

from reader.gate import clean
from reader.model.record import field_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from reader.confined import Json

    T = TypeVar("T")


def as_data(value: object) -> Json:
    """Returns records, tuples and mappings as lists and objects; texts, numbers and None are as they are."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [as_data(each) for each in value]
    if hasattr(value, "items"):
        return {key: as_data(each) for key, each in value.items()}
    return [as_data(each) for each in field_values(value)]


def fields_of(data: Json, count: int) -> list[Json]:
    """Returns the fields of a record."""
    if not isinstance(data, list) or len(data) != count:
        raise ValueError("no record of that kind")
    return data


def text_of(data: Json) -> str:
    """Returns a text, cleaned."""
    if not isinstance(data, str):
        raise ValueError("no text")
    return clean(data)


def one_of(data: Json, kinds: tuple[T, ...]) -> T:
    """Returns the one of some words that the data is."""
    if found := next((kind for kind in kinds if kind == data), None):
        return found
    raise ValueError("no known kind")


def tuple_of(read: Callable[[Json], T]) -> Callable[[Json], tuple[T, ...]]:
    """Returns a reader of lists, given that of an entry."""

    def read_all(data: Json) -> tuple[T, ...]:
        if not isinstance(data, list):
            raise ValueError("no list")
        return tuple(map(read, data))

    return read_all
