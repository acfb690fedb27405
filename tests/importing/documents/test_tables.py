"""Tables whose columns are two languages."""

import pytest

from reader.importing.documents.articles import extracted
from tests.importing.documents.reading import document, pairs, read, titles

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


def test_two_of_three_languages_are_taken():
    head, rows = "English;Français;中文", [f"{two};{one};雨停了{at}。" for at, (one, two) in enumerate(ROWS)]
    table = document("a.csv", "\n".join([head, *rows]).encode())
    for wanted in (("zh-Hans", "fr"), ("zh-Hans", "en"), ("fr", "en")):
        found = extracted(table, wanted)
        assert set(found.languages) == set(wanted)
        assert len([1 for _, one, other in pairs(found) if one and other]) == len(ROWS)


def test_a_row_above_the_heads_is_no_head():
    found = read("a.csv", "Text 7,,\nzh,en,note\n雨停了。,The rain stopped.,\n他走了。,He left.,\n")
    assert pairs(found)[-2:] == [("paragraph", "雨停了。", "The rain stopped."), ("paragraph", "他走了。", "He left.")]
    assert "zh" not in str(pairs(found))


@pytest.mark.parametrize("title", ["蜂蜜 / Honey", "蜂蜜 / Honey\n中文{sign}English"])
@pytest.mark.parametrize("sign", [",", "\t"])
def test_a_bare_first_line_is_the_title_of_a_table(sign, title):
    rows = [sign.join(row) for row in [("雨停了。", "The rain stopped."), ("他走了。", "He left.")]]
    found = read("a.csv" if sign == "," else "a.tsv", "\n".join([title.format(sign=sign), *rows]))
    assert titles(found) == {"zh-Hans": "蜂蜜", "en": "Honey"}
    assert pairs(found) == [("paragraph", "雨停了。", "The rain stopped."), ("paragraph", "他走了。", "He left.")]


def test_a_bare_first_line_is_the_title_of_facts():
    assert titles(read("a.csv", "Honey\nYear,Kilos\n2021,70\n2022,80\n")) == {"en": "Honey"}


GERMAN = [
    ("Der Fluss", "Le fleuve"),
    ("Der Fluss ist dreihundert Meter breit.", "Le fleuve a trois cents mètres de large."),
    ("Im Winter zählt er die Nieten am Turm.", "L'hiver, il compte les rivets du pylône."),
    ("Die Alten warten jeden Tag auf ihn.", "Les vieux l'attendent chaque jour."),
]


def test_a_line_above_a_table_in_one_language_is_no_title_where_the_first_row_is():
    rows = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in GERMAN)
    found = read("a.html", f"<p>Auftrag 12, März</p><table>{rows}</table>")
    assert titles(found) == dict(zip(("de", "fr"), GERMAN[0], strict=True))
    assert pairs(found)[0] == ("paragraph", "Auftrag 12, März", "")


def test_heads_may_name_languages_in_other_languages():
    head = "Nr;Deutsch;Chinesisch;Kommentar"
    found = read("a.csv", "\n".join([head, *(f"{at};{one};雨停了{at}。;" for at, (one, _) in enumerate(ROWS))]))
    assert titles(found) == {}
    assert [one for _, one, _ in pairs(found)] == [f"雨停了{at}。" for at in range(len(ROWS))]


def test_a_question_in_arabic_is_no_title():
    rows = ["متى تمطر؟,When does it rain?", "تمطر في الليل.,It rains at night.", "أين المظلة؟,Where is the umbrella?"]
    found = read("a.csv", "\n".join(rows))
    assert titles(found) == {}
    assert len(pairs(found)) == len(rows)


def test_titles_in_latin_letters_above_a_table_are_told_by_words():
    table = "".join(f"<tr><td lang=fr>{one}</td><td lang=en>{other}</td></tr>" for one, other in ROWS)
    found = read("a.html", f"<h1>Le jardinier de la serre</h1><p>The gardener of the house</p><table>{table}</table>")
    assert titles(found) == {"fr": "Le jardinier de la serre", "en": "The gardener of the house"}


@pytest.mark.parametrize(
    "rows",
    [
        "| header | 主标题：页面的标题，只有一个 |",
        '| role="banner" | 页面的标题 |',
        "| nav | 适合用作文档导航的链接集合 |",
    ],
)
def test_names_beside_their_explanation_are_no_two_languages(rows):
    found = document("a.md", f"雨停了。\n\n| 名 | 说明 |\n|---|---|\n{rows}\n{rows}\n".encode()).units
    assert [unit.kind for unit in found] == ["paragraph", "row", "row", "row"]
