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
def test_a_string_that_is_no_tag_is_none(written: str) -> None:
    assert language.canonical(written) is None


def test_choosing_takes_the_first_that_matches() -> None:
    assert language.choose("zh", ("en", "zh-Hant", "zh-Hans")) == "zh-Hant"
    assert language.choose("zh-hans", ("en", "zh-Hant", "zh-Hans")) == "zh-Hans"
    assert language.choose("z", ("zh",)) is None
    assert language.choose("zh-Hans", ("zh",)) is None


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        *[("zh", "Hans"), ("zh-CN", "Hans"), ("zh-Hans-HK", "Hans"), ("zh-Hant-CN", "Hant"), ("zh-TW", "Hant")],
        *[("yue-HK", "Hant"), ("yue", "Hani"), ("lzh", "Hani"), ("ja", "Jpan"), ("ko", "Kore"), ("zh-Latn", "Latn")],
        *[("en", "Latn"), ("en-HK", "Latn"), ("es-419", "Latn"), ("sr", "Cyrl"), ("sr-Latn", "Latn"), ("tlh", "Latn")],
    ],
)
def test_the_script_of_a_tag(tag: str, script: str) -> None:
    assert language.script(tag) == script
    assert language.is_traditional(tag) == (script == "Hant")


@given(tags)
def test_a_script_is_a_code_of_four_letters(tag: str) -> None:
    script = language.script(language.canonical(tag) or "")
    assert len(script) == 4
    assert script.istitle()


def test_languages_set_in_ideographs() -> None:
    ideographic = ("zh-Hans", "zh", "zh-TW", "ja", "yue", "lzh", "ja-Hira")
    others = ("ko", "en", "zhx", "zh-Latn", "ja-Latn", "vi")
    assert all(map(language.is_ideographic, ideographic))
    assert not any(map(language.is_ideographic, others))


def test_names() -> None:
    assert language.name("en-GB") == "English"
    assert language.name("zh-Hant") == "繁體中文"
    assert language.name("tlh") == "tlh"


@pytest.mark.parametrize(
    ("tag", "found"),
    [("zh", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-CN", "zh-Hans"), ("en-US", "en"), ("yue", ""), ("fr", "")],
)
def test_a_tag_of_the_same_language_is_related(tag: str, found: str) -> None:
    assert language.related(tag, ("zh-Hans", "zh-Hant", "en")) == found
