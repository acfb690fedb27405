"""Records as the data of JSON: each is the list of its fields, in their order."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.confined import Json


def as_data(value: object) -> Json:
    """Returns records, tuples and mappings as lists and objects; texts, numbers and None are as they are."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [as_data(each) for each in value]
    if hasattr(value, "items"):
        return {key: as_data(each) for key, each in value.items()}
    return [as_data(getattr(value, name)) for name in type(value).__slots__]  # type: ignore[attr-defined]
