"""Names under a title, with a word for what each did."""

import pytest

from reader.importing.credits import byline_parts, is_name_line
from reader.importing.documents.articles import extracted_pair
from tests.importing.documents.reading import document, pairs


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("［法］让·杜邦 著", [("text", "［法］让·杜邦")]),
        ("王小明 译", [("translation", "王小明")]),
        ("佐藤 花子 訳", [("translation", "佐藤 花子")]),
        ("par Jean Dupont", [("text", "Jean Dupont")]),
        ("Traduit de l'anglais par Anne Roy", [("translation", "Anne Roy")]),
        ("Aus dem Chinesischen von Anna Wu", [("text", "Anna Wu")]),
        ("文／何田　译／李雷", [("text", "何田"), ("translation", "李雷")]),
    ],
)
def test_a_name_with_a_role_is_a_credit(line, parts):
    assert is_name_line(line)
    assert byline_parts(line) == parts


@pytest.mark.parametrize("line", ["他走了。", "小时候的早市", "par hasard il vient", "鲁迅", "A book is a lamp"])
def test_other_short_lines_are_none(line):
    assert not is_name_line(line)


def test_credits_of_two_sources_are_not_paired_with_their_texts():
    one = "修伞铺\n\n［法］让·杜邦 著\n\n王小明 译\n\n铺子只有四平方米。\n\n伞挂在门口，没有布。"
    other = "L'atelier\n\npar Jean Dupont\n\nLa boutique fait quatre mètres.\n\nUn parapluie est à la porte."
    found = extracted_pair(document("a.txt", one.encode()), document("b.txt", other.encode()))
    assert [pair[1:] for pair in pairs(found)] == [
        ("铺子只有四平方米。", "La boutique fait quatre mètres."),
        ("伞挂在门口，没有布。", "Un parapluie est à la porte."),
    ]
    assert found.prepared[0].byline == ("［法］让·杜邦 著", "王小明 译", "par Jean Dupont")
