import pytest

from reader.importing.latin_languages import frequent_words, latin_language
from reader.importing.objects import as_object
from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import SONG, TIMES, Press

GERMAN = (
    "Der Hafen liegt am Rand der Stadt, und die Boote werden im Winter aus dem Wasser gezogen. Das Salz wird von den "
    "Arbeitern auf dem Damm getrocknet, und es ist nicht leicht, mit dem Wind zu rechnen."
)
LOREM = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor ut labore et dolore magna aliqua, quis "
    "nostrud in culpa qui officia est et non proident sunt. "
)
OTHERS = {
    "de": GERMAN,
    "fr": "Le port est au bord de la ville et les bateaux sont dans le bassin pour la nuit. " * 3,
    "es": "El puerto de la ciudad está en el norte y los barcos de los pescadores no se ven por la noche. " * 3,
    "nl": "De haven van de stad is in het noorden en de boten zijn niet op het water te zien. " * 3,
}


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_is_told_by_its_short_words(tag):
    assert latin_language(OTHERS[tag]) == tag


@pytest.mark.parametrize("text", ["", "Die Salzburg Tea Co.", " ".join(scenes.EN), LOREM * 9])
def test_all_else_is_english(text):
    assert latin_language(text) == "en"


def test_a_german_page_has_its_tag(tmp_path):
    press = Press()
    press.flow([(46, 160, 400, 300)], [("para", GERMAN)] * 4, TIMES, 9.6, 13)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = read_pdf(str(path))
    assert "de" in found.languages
    assert [block.text for block in found.articles[0].body["de"]] == [GERMAN] * 4
    printed = as_object(found)
    assert printed["languages"] == ["zh-Hans", "de"]
    assert [block["text"] for block in printed["articles"][0]["en"]] == [GERMAN] * 4


def test_few_short_words_show_a_language_if_those_of_no_other_are_as_many():
    rules = "Gespielt wird auf einem Brett; Steine werden abwechselnd auf die Schnittpunkte des Brettes gesetzt. "
    assert latin_language(rules * 5) == "de"


def test_a_japanese_page_has_its_tag(tmp_path):
    press = Press()
    text = "なお、民間に再就職し厚生年金に加入された場合は、経過的職域加算額は全額支給されますが、制限がかかることがあります。"
    press.flow([(46, 160, 400, 300)], [("para", text)] * 4, SONG, 9.6, 15)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = read_pdf(str(path))
    assert found.languages == ("ja", "en")
    assert [(block["text"], block["lang"]) for block in as_object(found)["articles"][0]["zh"]] == [(text, "ja")] * 4


def test_frequent_words_of_several_languages_count_for_each() -> None:
    found = frequent_words("De la mer, DE LA terre: que?")
    assert (found["fr"], found["es"], found["en"]) == (5, 5, 0)
