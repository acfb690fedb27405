import pytest

from reader.importing.hyphens import is_part, joined, words


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("a finger-", "nail of", "a fingernail of"),
        ("the fin-", "gernail of", "the fingernail of"),
        ("some forty-", "three steps", "some forty-three steps"),
        ("in the nineteen-", "eighties", "in the nineteen-eighties"),
        ("a two-", "storey house", "a two-storey house"),
        ("a Sino-", "Japanese dish", "a Sino-Japanese dish"),
        ("state-of-the-", "art looms", "state-of-the-art looms"),
        ("the COVID-", "19 year", "the COVID-19 year"),
        ("devel-", "opment of", "development of"),
        ("devel\u00ad", "opment", "development"),
        ("no hyphen", "here", "no hyphen here"),
        ("a dash -", "and on", "a dash - and on"),
        ("self-", "taught", "self-taught"),
        ("do their home-", "work", "do their homework"),
        ("at mid-", "night", "at midnight"),
        ("", "alone", "alone"),
    ],
)
def test_a_line_and_the_next(first, second, whole):
    assert joined(first, second) == whole


def test_the_pages_own_words_decide():
    known = words(["a tea-room opened", "the boathouse is"])
    assert is_part("tea", "room", known)
    assert not is_part("boat", "house", known)


def test_the_word_in_question_is_no_evidence():
    assert words(["they sang in the after-", "noon light"]) == {"they", "sang", "in", "the", "noon", "light"}


@pytest.mark.parametrize(
    ("language", "first", "second", "whole"),
    [
        ("de", "die spe-", "kulierten", "die spekulierten"),
        ("de", "eine Venenent-", "zündung", "eine Venenentzündung"),
        ("de", "die Muskel-", "und Gelenkschmerzen", "die Muskel- und Gelenkschmerzen"),
        ("de", "sie ist IT-", "gestützt", "sie ist IT-gestützt"),
        ("fr", "à notre connais-", "sance", "à notre connaissance"),
        ("fr", "que dit-", "il", "que dit-il"),
        ("es", "la ima-", "ginación", "la imaginación"),
    ],
)
def test_words_of_other_languages_are_divided_by_their_own_patterns(language, first, second, whole):
    assert joined(first, second, words(["am Meer"], language)) == whole
