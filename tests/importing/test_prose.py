"""Pasted prose: told from page text, and read as it stands."""

import io
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.documents.articles import extracted
from reader.importing.documents.plain_text import read_plain_text
from reader.importing.drafting import drafted
from reader.importing.formats import format_of
from reader.importing.prose import is_prose
from reader.importing.sources import stream_source
from reader.model.magazine import AlignedBody, Heading

ENGLISH = [
    "The lighthouse keeper wound the clock every evening, and nobody ever saw him oil it.",
    "“Is it far?” she asked.",
    "In 1953 the lamp was changed from oil to electric light, which the fishermen of both harbours called a great pity.",
    "He kept bees.",
    "Nothing else grew on the island but thrift and sea-lavender, and some years not even that was in flower.",
]
CHINESE = [
    "守塔人每天傍晚给钟上弦，谁也没见过他给钟上油。",
    "“远吗？”她问。",
    "1953年，灯由油灯换成电灯，两个港口的渔民都说可惜，因为旧灯在风向变的时候会闪，等于给他们报了信。",
    "他养蜂。",
    "岛上除了海石竹和补血草什么也不长，有的年份连这两样也不开花。",
]


def wrapped(text, width):
    """A paragraph in lines, as an editor wraps it: Chinese anywhere, English between words."""
    if text.isascii() or " " in text:
        return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(text[at : at + width // 2] for at in range(0, len(text), width // 2))


def read_prose(text):
    return extracted(read_plain_text(text, ""))


def texts(extraction, tag):
    (prepared,) = extraction.prepared
    return [pair[tag] for pair in prepared.pairs if tag in pair]


def titles(extraction):
    return {tag: prose.text for tag, prose in extraction.prepared[0].article.title.sides}


@given(st.permutations(ENGLISH), st.permutations(CHINESE), st.integers(40, 110), st.integers(1, 3))
def test_paragraphs_stay_whole_and_in_order_however_they_are_wrapped(english, chinese, width, blanks):
    for title, tag, paragraphs in (("The Keeper", "en", english), ("守塔人", "zh-Hans", chinese)):
        between = "\n" * (blanks + 1)
        for parts in (paragraphs, [wrapped(each, width) for each in paragraphs]):
            text = between.join([title, *parts]) + "\n"
            assert is_prose(text)
            read = read_prose(text)
            assert texts(read, tag) == paragraphs
            assert titles(read) == {tag: title}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_alternating_languages_are_aligned_as_they_stand(between):
    pairs = [each for pair in zip(CHINESE, ENGLISH, strict=True) for each in pair]
    text = "守塔人\n\nThe Keeper\n\n" + between.join(pairs)
    assert is_prose(text)
    read = read_prose(text)
    assert titles(read) == {"zh-Hans": "守塔人", "en": "The Keeper"}
    body = drafted(read, "sea").issue.sections[0].articles[0].body
    assert isinstance(body, AlignedBody)
    given = [(block.text.get("zh-Hans").text, block.text.get("en").text) for block in body.blocks]
    assert given == list(zip(CHINESE, ENGLISH, strict=True))


def test_pairs_of_any_length_are_aligned_where_the_source_pairs_them():
    short = ["第一天。", "他走了很远的路，走过三座山，走过两条河，走到第五天才停下来。"]
    long = ["The first day was the longest of all, and nobody who was there has ever forgotten it.", "He walked."]
    read = read_prose("\n\n".join([short[0], long[0], short[1], long[1]]))
    body = drafted(read, "walk").issue.sections[0].articles[0].body
    assert isinstance(body, AlignedBody)
    assert len(body.blocks) == 2


def test_one_language_after_the_other_is_not_paired_by_its_place():
    read = read_prose("\n\n".join([*CHINESE, *ENGLISH]))
    assert texts(read, "zh-Hans") == CHINESE
    assert texts(read, "en") == ENGLISH


def test_a_line_each_is_a_paragraph_each():
    text = "\n".join(["The Keeper", *ENGLISH])
    assert is_prose(text)
    assert texts(read_prose(text), "en") == ENGLISH


def test_indents_begin_paragraphs():
    text = "\n".join("\u3000\u3000" + wrapped(each, 40) for each in CHINESE)
    assert is_prose(text)
    assert texts(read_prose(text), "zh-Hans") == CHINESE


def test_headings_and_bylines_are_told_from_paragraphs():
    text = "\n\n".join(["# The Keeper", "By Ann Hale", ENGLISH[0], "The lamp", ENGLISH[2], "## Bees", ENGLISH[3]])
    read = read_prose(text)
    assert titles(read) == {"en": "The Keeper"}
    assert read.prepared[0].byline == ("By Ann Hale",)
    kinds = [(pair["kind"], pair["en"]) for pair in read.prepared[0].pairs]
    assert [text for kind, text in kinds if kind == "heading"] == ["The lamp", "Bees"]
    blocks = drafted(read_prose(text), "sea").issue.sections[0].articles[0].body.sides[0][1]
    assert sum(isinstance(block, Heading) for block in blocks) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Page 47\n\n" + "\n\n".join(ENGLISH),
        "\f".join(ENGLISH),
        "\n".join(wrapped(" ".join(ENGLISH), 60).splitlines()),
        "\n\n".join(f"{a}    {b}" for a, b in zip(ENGLISH, CHINESE, strict=True)),
        "\n\n".join(wrapped(" ".join(ENGLISH), 60).splitlines()),
        "The Keeper",
        "一二三\n\n四五六\n\n七八九",
    ],
)
def test_page_text_is_no_prose(text):
    assert not is_prose(text)


def test_woven_pages_are_no_prose():
    from tests.importing.text.test_page_merging import FIRST, SECOND, THIRD

    assert not any(map(is_prose, (FIRST, SECOND, THIRD)))


def test_prose_is_read_by_the_format_of_texts():
    source = stream_source(io.BytesIO("\n\n".join(["The Keeper", *ENGLISH]).encode()))
    assert format_of(source).kind == "text"
