"""Tables whose columns are two languages."""

import pytest

from tests.importing.documents.reading import pairs, read

ROWS = [
    ("Quand il pleut, le jardinier ne travaille pas dans la serre.", "When it rains the gardener does not work."),
    ("Les roses sont pour les visiteurs et les orties pour lui.", "The roses are for the visitors, nettles for him."),
    ("Il donne les graines aux enfants de l'école à la fin.", "At the end he gives the seeds to the school."),
]


@pytest.mark.parametrize("head", ["Français;English", "fr;en", ""])
def test_two_languages_in_latin_letters_are_told_by_heads_or_words(head):
    lines = [*([head] if head else []), *(";".join(row) for row in ROWS)]
    found = read("a.csv", "\n".join(lines))
    assert found.languages == ("fr", "en")
    assert pairs(found) == [("paragraph", *row) for row in ROWS]


def test_a_row_above_the_heads_is_no_head():
    found = read("a.csv", "Text 7,,\nzh,en,note\n雨停了。,The rain stopped.,\n他走了。,He left.,\n")
    assert pairs(found)[-2:] == [("paragraph", "雨停了。", "The rain stopped."), ("paragraph", "他走了。", "He left.")]
    assert "zh" not in str(pairs(found))
