"""Notes of the page: in the language of their column, with the name of any language."""

from __future__ import annotations

import pytest

from reader.layout import wording
from reader.model.magazine import RELATIONS, ROLES, UNKNOWN_PAGE


@pytest.mark.parametrize(
    ("language", "absent", "untranslated"),
    [
        ("zh-Hans", "（无中文）", "（尚无译文）"),
        ("zh-TW", "（無中文）", "（尚無譯文）"),
        ("en-GB", "(not in English)", "(not translated yet)"),
        ("ja", "（日本語なし）", "（未訳）"),
        ("fr", "(not in Français)", "(not translated yet)"),
        ("ko", "(not in 한국어)", "(not translated yet)"),
    ],
)
def test_notes_are_in_the_language_of_their_column(language: str, absent: str, untranslated: str) -> None:
    assert wording.absent(language) == absent
    assert wording.untranslated(language) == untranslated


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja", "en"])
def test_every_role_and_relation_has_words(language: str) -> None:
    assert all("某人" in wording.credit(role, "某人", language) for role in ROLES)
    for kind in RELATIONS:
        on_derived = wording.relation(kind, "en", language, derived=True)
        on_source = wording.relation(kind, "en", language, derived=False)
        name = wording.language_name("en", language)
        assert name in on_derived
        assert name in on_source
        assert (on_derived == on_source) == (kind == "independent")


def test_continuations_name_their_page_if_it_is_known() -> None:
    assert wording.continued("63", "en", onward=True) == "(continues on p. 63)"
    assert wording.continued("63", "zh-Hans", onward=False) == "（上接第63页）"
    assert wording.continued(UNKNOWN_PAGE, "zh-Hant", onward=True) == "（未完）"
    assert wording.continued(UNKNOWN_PAGE, "en", onward=False) == "(continued from elsewhere)"
