"""Frozen records with slots: the part of ``dataclasses`` that the program needs.

Importing ``dataclasses`` takes a quarter of the time that a command without a screen may cost
(see ``docs/decisions/0002-records.md``). To a type checker, a record is a frozen dataclass.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**_kwargs):  # noqa: D103
        return lambda function: function


class _Record:
    """Base of all records."""

    __slots__: tuple[str, ...] = ()
    _values: Callable[[object], object]
    """Returns the values of a record's fields: a tuple, or the value of a single field."""

    def __eq__(self, other: object) -> bool:
        return self._values(self) == self._values(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._values(self)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({fields})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be deleted")

    def __reduce__(self) -> tuple[type[_Record], tuple[object, ...]]:
        return type(self), tuple(getattr(self, name) for name in self.__slots__)


@cache
def _constructor(size: int) -> CodeType:
    """Returns the code of a constructor for a number of fields.

    It is compiled once for each number, because compiling costs as much as the rest of making a record class.
    """
    parameters = "".join(f", _{number}" for number in range(size))
    assignments = ", ".join(f"_set_{number}(self, _{number})" for number in range(size))
    made: FunctionType = eval(f"lambda self{parameters}: [{assignments}] and None")  # noqa: S307 (made of numbers)
    return made.__code__


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Makes a frozen record of a class with annotated fields; it has slots, equality, a hash and a repr.

    Defaults must be immutable, because all instances share them. Fields with defaults come last.
    """
    body = dict(vars(cls))
    names = tuple(body["__annotations__"])
    defaults = {name: body.pop(name) for name in names if name in body}
    assert tuple(defaults) == names[len(names) - len(defaults) :], "fields with defaults come last"
    del body["__dict__"], body["__weakref__"]
    body["__slots__"] = body["__match_args__"] = names
    body["_values"] = staticmethod(attrgetter(*names))
    code = _constructor(len(names)).replace(co_varnames=("self", *names))
    setters: dict[str, object] = {}
    body["__init__"] = FunctionType(code, setters, "__init__", tuple(defaults.values()))
    bases = tuple(base for base in cls.__bases__ if base is not object)  # a record may be generic
    made: Any = type(cls.__name__, (_Record, *bases), body)
    for number, name in enumerate(names):
        setters[f"_set_{number}"] = getattr(made, name).__set__
    result: type[T] = made
    return result


def field_names(kind: type) -> tuple[str, ...]:
    """Returns the names of the fields of a class of records, in their order; none for another class."""
    names: tuple[str, ...] = getattr(kind, "__slots__", ())
    return names


def field_values(value: object) -> list[object]:
    """Returns the values of a record's fields, in their order; none of another value."""
    return [getattr(value, name) for name in field_names(type(value))]


def replace(value: T, **changes: object) -> T:
    """Returns a copy of a record with other values for some fields."""
    kind = type(value)
    return kind(**({name: getattr(value, name) for name in field_names(kind)} | changes))
