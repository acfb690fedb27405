"""New issues: their templates pass the checks in any languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.placeholders import PLACEHOLDERS
from reader.source import load_text
from reader.source.formatting import formatted
from reader.source.schema.issue import DEFAULT_LANGUAGES
from reader.source.source_file import SourceFile
from reader.source.template import new_issue
from tests.drawing import examples


@pytest.mark.parametrize("languages", [DEFAULT_LANGUAGES, ("zh-TW", "en"), ("fr", "de", "en-GB"), ("ja", "ko")])
def test_a_new_issue_passes_the_checks(languages: tuple[str, ...]) -> None:
    text = new_issue("springs", languages)
    loaded = load_text(text)
    assert loaded.errors == ()
    assert {d.code for d in loaded.diagnostics} <= {"T706", "L606"}  # written in one of the languages only
    assert loaded.issue is not None
    assert loaded.issue.languages == languages


@given(
    st.lists(
        st.sampled_from(["zh-Hans", "zh-Hant-HK", "en", "ja", "ko", "fr", "de-CH", "pt-BR"]), min_size=2, unique=True
    )
)
@examples(8)
def test_a_new_issue_has_the_one_layout(languages: list[str]) -> None:
    text = new_issue("springs", tuple(languages))
    assert formatted(SourceFile("x", text)) == text


def test_placeholders_follow_the_script_of_a_language() -> None:
    text = new_issue("springs", ("zh-Hant-HK", "zh-Hans", "yue", "fr"))
    assert "{zh-Hant-HK: 欄目, zh-Hans: 栏目, yue: 栏目, fr: Section}" in text
    assert all(set(texts) == set(PLACEHOLDERS["en"]) for texts in PLACEHOLDERS.values())


def test_only_chinese_and_japanese_terms_have_pinyin() -> None:
    assert "pinyin" in new_issue("springs", DEFAULT_LANGUAGES)
    assert "pinyin" not in new_issue("springs", ("fr", "de"))
