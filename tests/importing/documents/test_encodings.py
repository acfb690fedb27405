"""Encodings told apart, by a mark, a declaration, or the characters that they make."""

import random

import pytest

from reader.errors import UnusableError
from reader.importing.documents.encodings import decoded
from tests.importing.documents.cases import korean, russian
from tests.importing.documents.stories import FERRY, FRENCH, HANT, JAPANESE, SALT

TEXTS = [
    *((story, 0, "gb18030", "GB 18030") for story in (FERRY, SALT, HANT)),
    (HANT, 0, "big5", "Big5"),
    (JAPANESE, 0, "shift_jis", "Shift-JIS"),
    (JAPANESE, 0, "euc_jp", "EUC-JP"),
    (korean(), 0, "euc_kr", "EUC-KR"),
    (JAPANESE, 0, "iso2022_jp", "ISO-2022-JP"),
    (russian(), 0, "cp1251", "Windows-1251"),
    (russian(), 0, "koi8_r", "KOI8-R"),
    (russian(), 0, "cp866", "CP866"),
    (FRENCH, 1, "cp1252", "Windows-1252"),
]


@pytest.mark.parametrize(("story", "side", "encoding", "name"), TEXTS)
@pytest.mark.parametrize("parts", [2, 100])
def test_an_encoding_is_told_by_its_characters(story, side, encoding, name, parts):
    text = "\n".join((part.one, part.other)[side] for part in story.parts[:parts])
    found = decoded(text.encode(encoding), "a.txt")
    assert (found.text, found.encoding) == (text, name)


@pytest.mark.parametrize(("encoding", "name"), [("cp1251", "Windows-1251"), ("koi8_u", "KOI8-U")])
def test_ukrainian_is_told_in_both_encodings(encoding, name):
    text = "Сільський годинник відстає на одинадцять хвилин, і ніхто не дає його підвести."
    found = decoded(text.encode(encoding), "a.txt")
    assert (found.text, found.encoding) == (text, name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_told_with_a_mark_and_without(encoding):
    text = "盐田 Salt Fields\n\n第一段。A paragraph.\n"
    assert decoded(text.replace("\n", "\r\n").encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    "head",
    ['<?xml version="1.0" encoding="{}"?>', '<html><meta charset="{}">', '"Content-Type: text/plain; charset={}\\n"'],
)
def test_a_declaration_is_believed_if_the_bytes_agree(head):
    declared, other = (head.format(name) + "\n日本" for name in ("Shift_JIS", "GBK"))
    assert decoded(declared.encode("shift_jis"), "a").text == declared
    assert decoded(other.encode("utf-8"), "a").text == other


@pytest.mark.parametrize(
    ("data", "message"), [(b"", "is empty"), (b" \r\n", "is empty"), (b"\xff\x00\x01\x81\x82", "is no text")]
)
def test_what_is_no_text_is_refused(data, message):
    with pytest.raises(UnusableError, match=f"a.txt {message}"):
        decoded(data, "a.txt")


@pytest.mark.parametrize(
    ("encoding", "name", "side", "story"),
    [("utf-8", "UTF-8", 0, FERRY), ("gb18030", "GB 18030", 0, FERRY), ("big5", "Big5", 0, HANT)],
)
def test_a_damaged_text_is_refused_with_the_place(encoding, name, side, story):
    data = "\n".join((part.one, part.other)[side] for part in story.parts).encode(encoding)
    cut = len(data) // 2
    with pytest.raises(UnusableError, match=rf"a.txt is damaged: it is no {name} at byte {cut:,}, on line \d+"):
        decoded(data[:cut].decode(encoding, "ignore").encode(encoding).ljust(cut, b" ") + b"\xff" + data, "a.txt")


def test_a_text_that_was_cut_off_is_refused():
    data = "\n".join(part.one for part in FERRY.parts).encode()
    with pytest.raises(UnusableError, match=r"a\.txt is damaged: it is no UTF-8 at byte"):
        decoded(data.rstrip("。".encode())[:-1], "a.txt")


def test_a_short_text_that_was_cut_off_is_refused_and_one_in_another_encoding_is_read():
    with pytest.raises(UnusableError, match=r"a\.txt is damaged: it is no UTF-8 at byte"):
        decoded("泉水从石缝里涌出来".encode()[:-1], "a.txt")
    assert decoded("泉水联通，联通".encode("gb18030"), "a.txt").text == "泉水联通，联通"


def test_bytes_without_order_are_no_text():
    made = random.Random(1)
    with pytest.raises(UnusableError, match=r"a.txt is no text"):
        decoded(bytes(made.randrange(1, 256) for _ in range(5000)), "a.txt")
