"""Large figures, signs and running text are no titles, headings or decks."""

import pytest

from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.roles.title_words import is_worded
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press


def article(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (found,) = read_pdf(str(path)).articles
    return found


def titled():
    press = Press()
    press.text(46, 100, "The salt pans", BOLD, 24)
    press.flow([(46, 260, 400, 300)], [("para", text) for text in scenes.EN[:8]], TIMES, 9.6, 13)
    return press


@pytest.mark.parametrize("figure", ["90%", "85,508 MW", "-->", "1,250+"])
def test_a_large_figure_is_an_aside_in_the_language_of_the_page(figure, tmp_path):
    press = titled()
    press.text(46, 640, figure, BOLD, 20)
    press.text(46, 656, "of the salt is sold", TIMES, 9.6)
    found = article(press, tmp_path)
    assert dict(found.title) == {"en": "The salt pans"}
    texts = [text for aside in found.asides for text in aside.texts.get("en", ())]
    assert texts == [figure, "of the salt is sold"]
    assert [block.kind for block in found.body["en"]] == ["para"] * 8


def test_running_text_in_a_larger_size_under_a_title_is_no_deck(tmp_path):
    press = titled()
    lead = " ".join(scenes.EN[8:13])
    press.flow([(46, 130, 440, 124)], [("fragment", lead)], TIMES, 11.4, 14)
    found = article(press, tmp_path)
    assert not found.deck
    assert found.body["en"][0].text == lead


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("Salt", True),
        ("盐 3", True),
        ("Top 100", True),
        ("“ +", False),
        ("→", False),
        ("\ue012\ue013", False),
        ("2023年", False),
    ],
)
def test_words_are_told_from_figures_and_signs(text, worded):
    assert is_worded(text) is worded
