"""Small dictionaries in the format of StarDict."""

from __future__ import annotations

import gzip
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = {"Bridge": "a way over\nthe water", "spring": "a season; a source", "水": "water/liquid"}


def write_stardict(
    folder: Path, articles: dict[str, str] = ARTICLES, kinds: str = "m", is_packed: bool = False, bits: int = 32
) -> Path:
    """Writes a dictionary called ``small``; returns the path of its .ifo file."""
    data, index = b"", b""
    for word, text in articles.items():
        part = text.encode()
        index += word.encode() + b"\0" + struct.pack(">QI" if bits == 64 else ">II", len(data), len(part))
        data += part
    ifo = folder / "small.ifo"
    ifo.write_text(
        "StarDict's dict ifo file\nversion=2.4.2\nbookname=Small Words\n"
        f"wordcount={len(articles)}\nidxfilesize={len(index)}\nidxoffsetbits={bits}\nsametypesequence={kinds}\n"
    )
    (folder / ("small.idx.gz" if is_packed else "small.idx")).write_bytes(gzip.compress(index) if is_packed else index)
    (folder / ("small.dict.dz" if is_packed else "small.dict")).write_bytes(gzip.compress(data) if is_packed else data)
    return ifo
