"""Kinds of pages that test documents of PDF libraries have: small print beside text, notes under it, wide lines."""

from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press


def article(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = read_pdf(str(path))
    return found, found.articles[0]


def body(found):
    return [block.text for block in found.body["en"]]


def test_text_beside_as_much_small_print_is_the_running_text(tmp_path):
    press = Press()
    press.text(210, 80, "The Lamps of the Ferry", BOLD, 18)
    press.flow([(210, 110, 330, 320)], [("para", text) for text in scenes.EN[:9]], TIMES, 10, 12)
    press.flow([(40, 110, 140, 500)], [("para", text) for text in scenes.EN[9:18]], TIMES, 7.5, 9)
    _, found = article(press, tmp_path)
    assert found.title["en"] == "The Lamps of the Ferry"
    assert scenes.EN[4] in body(found)
    assert scenes.EN[12] not in body(found)


def test_a_larger_paragraph_over_notes_of_a_page_without_columns_is_text(tmp_path):
    press = Press()
    text = " ".join(scenes.EN[:2])
    press.flow([(60, 100, 420, 60)], [("para", text)], TIMES, 11, 13, indent=0)
    press.text(60, 190, "Notes", BOLD, 13)
    press.flow([(60, 210, 420, 400)], [("para", text) for text in scenes.EN[4:14]], TIMES, 9, 11)
    _, found = article(press, tmp_path)
    assert text in body(found)
    assert not found.asides


def test_the_number_of_a_page_in_a_few_words_over_its_margin_is_furniture(tmp_path):
    press = Press()
    press.flow([(60, 100, 475, 560)], [("para", text) for text in scenes.EN[:12]], TIMES, 11, 15, gap=8)
    press.text(270, 712, "Page 1 of 14", TIMES, 9)
    found, first = article(press, tmp_path)
    assert found.running == ("Page 1 of 14",)
    assert not first.asides


def test_lines_of_two_columns_under_a_wide_line_stay_apart(tmp_path):
    press = Press()
    press.text(
        60,
        100,
        "The harbour board of the island, the school of the village; and the lamps of the ferry, 1958",
        TIMES,
        11,
    )
    press.flow([(300, 106, 220, 300)], [("para", " ".join(scenes.EN[:6]))], TIMES, 11, 13, indent=0)
    press.flow([(60, 114, 220, 300)], [("para", " ".join(scenes.EN[6:12]))], TIMES, 11, 13, indent=0)
    _, found = article(press, tmp_path)
    assert " ".join(scenes.EN[6:12]) in body(found)


def test_a_large_number_of_the_page_is_furniture(tmp_path):
    press = Press()
    press.flow([(60, 100, 475, 560)], [("para", text) for text in scenes.EN[:12]], TIMES, 10, 14, gap=8)
    press.text(520, 738, "A-11", BOLD, 17)
    found, first = article(press, tmp_path)
    assert found.running == ("A-11",)
    assert not first.asides
