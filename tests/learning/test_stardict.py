from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.errors import UnusableError
from reader.learning.stardict import read_stardict
from tests.drawing import examples
from tests.learning.stardicts import write_stardict

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("bits", [32, 64])
def test_articles_are_read_packed_or_not(tmp_path: Path, is_packed: bool, bits: int) -> None:
    read = read_stardict(str(write_stardict(tmp_path, is_packed=is_packed, bits=bits)))
    assert read.name == "Small Words"
    assert {article.word: article.lines for article in read.articles} == {
        "Bridge": ("a way over", "the water"),
        "spring": ("a season; a source",),
        "水": ("water/liquid",),
    }


def test_tags_are_taken_out_and_sounds_left_out(tmp_path: Path) -> None:
    path = write_stardict(tmp_path, {"水": "<b>wa&amp;ter</b><br/>\x1b[31mliquid"}, "h")
    assert next(read_stardict(str(path)).articles).lines == ("wa&ter", "�[31mliquid")
    path = write_stardict(tmp_path, {"水": "shui\0water\0RIFF"}, "tmW")
    assert next(read_stardict(str(path)).articles).lines == ("shui", "water")
    path = write_stardict(tmp_path, {"水": "mwater\0tshui\0"}, "")
    assert next(read_stardict(str(path)).articles).lines == ("water", "shui")


def test_a_synonym_has_the_article_of_its_headword(tmp_path: Path) -> None:
    path = write_stardict(tmp_path)
    (tmp_path / "small.syn").write_bytes(b"river\0" + (2).to_bytes(4, "big") + b"lost\0\0\0\1\0")
    found = {article.word: article.lines for article in read_stardict(str(path)).articles}
    assert found["river"] == found["水"]
    assert "lost" not in found


@pytest.mark.parametrize(("place", "size"), [(10_000, 5), (45, 12), (2**32 - 1, 2**32 - 1), (0, 0), (0, 10_000)])
def test_an_article_that_is_not_whole_in_the_file_is_left_out_and_counted(
    tmp_path: Path, place: int, size: int
) -> None:
    path = write_stardict(tmp_path)
    index = (tmp_path / "small.idx").read_bytes()
    (tmp_path / "small.idx").write_bytes(index[:-8] + place.to_bytes(4, "big") + size.to_bytes(4, "big"))
    (tmp_path / "small.syn").write_bytes(b"river\0" + (0).to_bytes(4, "big") + b"lost\0" + (99).to_bytes(4, "big"))
    read = read_stardict(str(path))
    assert read.headwords == 5
    assert [article.word for article in read.articles] == ["Bridge", "spring", "river"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("small.ifo", b"no dictionary", "is no StarDict dictionary"),
        ("small.idx", b"word without an end", "the index is damaged at byte 0"),
        ("small.idx", b"word\0\0\0", "the index is damaged at byte 0"),
        ("small.dict.dz", b"not packed", "is damaged"),
        ("small.dict.dz", gzip.compress(b"x" * 1000, mtime=0)[:-9], "is not whole"),
        ("small.dict", None, "there is no .dict or .dict.dz"),
    ],
)
def test_damage_is_told_in_a_line(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    path = write_stardict(tmp_path)
    if name != "small.ifo" and name != "small.idx":
        (tmp_path / "small.dict").unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UnusableError, match=told):
        list(read_stardict(str(path)).articles)


@examples(60, suppressed=[HealthCheck.function_scoped_fixture])
@given(index=st.binary(max_size=60), data=st.binary(max_size=60), kinds=st.text("mhgtxWPn", max_size=3))
def test_any_bytes_are_read_or_refused(tmp_path: Path, index: bytes, data: bytes, kinds: str) -> None:
    path = write_stardict(tmp_path, {}, kinds)
    (tmp_path / "small.idx").write_bytes(index)
    (tmp_path / "small.dict").write_bytes(data)
    try:
        for article in read_stardict(str(path)).articles:
            assert all(line.isprintable() or "\t" in line for line in article.lines)
    except UnusableError:
        pass
