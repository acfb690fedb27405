"""Files of the search of a site as they are written: packed, because many web hosts pack nothing but HTML."""

from __future__ import annotations

import json
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Json = str | int | Sequence["Json"] | Mapping[str, "Json"]

_LEVEL = 9


def packed_json(value: Json) -> bytes:
    """Returns a value as packed JSON."""
    return packed(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def packed(data: bytes) -> bytes:
    """Returns data in the format of zlib, which browsers unpack by themselves."""
    return zlib.compress(data, _LEVEL)
