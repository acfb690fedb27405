"""Chinese titles of two phrases on one line, and the subtitles under them."""

import pytest

from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import SONG, Press, width


def text_under(frames, count=6):
    press = Press()
    press.flow(frames, [("para", text) for text in scenes.ZH[:count]], SONG, 10, 16)
    return press


def titles(found):
    return sorted(text for article in found.articles for text in article.title.values())


@pytest.mark.parametrize("gap_em", [1, 1.5, 2.5])
def test_two_phrases_over_one_text_are_one_title(gap_em, tmp_path):
    press, size = text_under([(46, 150, 460, 600)]), 20
    first, second = "河上灯火照归舟", "桥边老树忆旧年"
    press.text(100, 110, first, SONG, size)
    press.text(100 + width(first, SONG, size) + gap_em * size, 110, second, SONG, size)
    assert titles(read(press, tmp_path)) == [f"{first} {second}"]


def test_two_titles_over_texts_of_their_own_stay_apart(tmp_path):
    press, size = text_under([(46, 150, 220, 280), (300, 150, 220, 280)], 8), 20
    first, second = "河上灯火照归舟远", "桥边老树忆旧年"
    press.text(66, 110, first, SONG, size)
    press.text(300, 110, second, SONG, size)
    assert f"{first} {second}" not in titles(read(press, tmp_path))


def test_a_subtitle_with_a_dash_in_a_colour_of_its_own_is_the_deck(tmp_path):
    press = text_under([(46, 160, 460, 600)])
    press.text(180, 110, "渡口的最后一盏灯", SONG, 20)
    press.text(80, 144, "——记守灯四十年的船工老周", SONG, 10, grey=0.5)
    (article,) = read(press, tmp_path).articles
    assert article.deck == {"zh-Hans": "——记守灯四十年的船工老周"}
    assert article.body["zh-Hans"][0].text.startswith(scenes.ZH[0][:8])
