from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import language

tags = st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2}|-[0-9]{3})?(-[a-z0-9]{5,8})?", fullmatch=True).filter(
    str.isascii
)


@given(tags)
def test_canonical_form_is_stable_and_ignores_case(tag: str) -> None:
    canonical = language.canonical(tag)
    assert canonical is not None
    assert canonical.lower() == tag.lower()
    assert language.canonical(canonical) == canonical
    assert language.canonical(tag.upper()) == language.canonical(tag.lower()) == canonical


@given(tags, tags)
def test_a_beginning_of_whole_subtags_matches(tag: str, other: str) -> None:
    assert language.matches(tag, tag.swapcase())
    assert language.matches(tag.split("-")[0], tag)
    assert language.matches(tag, other) == (f"{other.lower()}-".startswith(f"{tag.lower()}-"))


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("zh-hans", "zh-Hans"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("YUE", "yue")],
)
def test_canonical_letter_case(written: str, canonical: str) -> None:
    assert language.canonical(written) == canonical


@pytest.mark.parametrize(
    "written", ["", "e", "english", "zh_Hans", "zh-", "-zh", "zh--Hans", "中文", "en\n", " en", "zh-Hansx-"]
)
def test_what_is_no_tag_is_none(written: str) -> None:
    assert language.canonical(written) is None


def test_choosing_takes_the_first_that_matches() -> None:
    assert language.choose("zh", ("en", "zh-Hant", "zh-Hans")) == "zh-Hant"
    assert language.choose("zh-hans", ("en", "zh-Hant", "zh-Hans")) == "zh-Hans"
    assert language.choose("z", ("zh",)) is None
    assert language.choose("zh-Hans", ("zh",)) is None


@pytest.mark.parametrize(
    ("tag", "traditional", "simplified"),
    [
        *[("zh-Hant", True, False), ("zh-TW", True, False), ("zh-Hant-CN", True, False), ("yue-HK", True, False)],
        *[("zh-Hans", False, True), ("zh", False, True), ("zh-Hans-HK", False, True), ("zh-CN", False, True)],
        *[("en", False, False), ("ja", False, False), ("en-HK", False, False)],
    ],
)
def test_scripts_of_chinese(tag: str, traditional: bool, simplified: bool) -> None:
    assert language.is_traditional(tag) == traditional
    assert language.is_simplified(tag) == simplified


def test_languages_without_word_spaces() -> None:
    assert [tag for tag in ("zh-Hans", "ja", "yue", "ko", "en", "zhx") if language.is_chinese(tag)] == [
        "zh-Hans",
        "ja",
        "yue",
    ]


def test_names() -> None:
    assert language.name("en-GB") == "English"
    assert language.name("zh-Hant") == "繁體中文"
    assert language.name("tlh") == "tlh"
