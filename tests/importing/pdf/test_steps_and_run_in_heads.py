"""Numbered steps beside drawings, sentences over tables, run-in heads over several lines, letter-spaced headlines."""

import pytest

from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import SONG, TIMES, Press, width

STEPS = ("先把船灯擦净，再添满油", "看风向，把灯挂在下风的一边", "离岸以前点灯")
PARTS = ("船头的灯", "船尾的灯", "桅杆上的灯")


def texts(found, side="zh-Hans"):
    return [block.text for article in found.articles for block in article.body[side]]


@pytest.mark.parametrize(("items", "are_text"), [(STEPS, True), (PARTS, False)])
def test_numbered_steps_at_a_drawing_are_text_and_names_of_its_parts_are_labels(items, are_text, tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 200)], [("para", text) for text in scenes.ZH[:4]], SONG, 10, 16)
    for x in range(46, 420, 8):
        for y in range(420, 640, 8):
            press.canvas.rect(x, press.height - y, 3, 3, stroke=1, fill=0)
    for at, item in enumerate(items, 1):
        press.text(60, 420 + 40 * at, f"{at}）{item[:9]}", SONG, 10)
        press.text(78, 434 + 40 * at, item[9:], SONG, 10)
    whole = "".join(texts(read(press, tmp_path)))
    assert [f"{at}）{item[:9]}" in whole for at, item in enumerate(items, 1)] == [are_text] * 3


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("The ferry goes twice a day. Its lamps are lit at dusk. The last boat waits for the train.", True),
        ("Ferries and lamps of the harbour in the winter", False),
    ],
)
def test_sentences_over_a_table_are_text_and_words_its_title(line, is_text, tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 200)], [("para", text) for text in scenes.EN[:6]], TIMES, 11, 14)
    press.text(60, 330, line, TIMES, 9)
    for y in (340, 360, 380, 400):
        press.rule(60, y, 480)
    for x in (60, 200, 340, 480):
        press.canvas.line(x, press.height - 340, x, press.height - 400)
    for row, cells in enumerate((("Time", "Boat", "Lamp"), ("8 am", "Heron", "red"), ("6 pm", "Gull", "green"))):
        for column, cell in enumerate(cells):
            press.text(66 + 140 * column, 354 + 20 * row, cell, TIMES, 10)
    found = read(press, tmp_path)
    assert (line in texts(found, "en")) is is_text
    assert any(aside.kind == "table" for article in found.articles for aside in article.asides)


def test_a_run_in_head_over_two_lines_is_of_its_paragraph(tmp_path):
    press, size = Press(), 10
    head, rest = "一、怎样让夜里的渡船不再迷失方", "向和航道"
    text = "".join(scenes.ZH[:3])
    wide = len(head) + 2
    press.text(60 + 2 * size, 100, head, SONG, size, bold=True)
    press.text(60, 114, rest, SONG, size, bold=True)
    room = wide - len(rest) - 1
    press.text(60 + width(rest, SONG, size) + size, 114, text[:room], SONG, size)
    lines = [text[at : at + wide] for at in range(room, room + 6 * wide, wide)]
    for at, line in enumerate(lines):
        press.text(60, 128 + 14 * at, line, SONG, size)
    found = read(press, tmp_path)
    assert texts(found)[0].startswith(f"{head}{rest} {text[:room]}{lines[0]}")


def test_letter_spaced_headlines_over_columns_are_titles(tmp_path):
    press, size = Press(), 16
    heads = ("渡船上的灯火", "桥头集市的清晨")
    for at, head in enumerate(heads):
        top = 150 + 300 * at
        press.flow(
            [(46, top, 160, 230), (226, top, 160, 230)],
            [("para", text) for text in scenes.ZH[5 * at : 5 * at + 5]],
            SONG,
            10,
            14,
        )
        for place, char in enumerate(head):
            press.text(90 + 1.9 * size * place, top - 50, char, SONG, size, bold=True)
        press.text(100, top - 24, "河上的人们盼着夜里早些有光", SONG, 10, bold=True)
    press.text(60, 60, "河上小报今日刊出新的消息", SONG, 30)
    found = read(press, tmp_path)
    assert set(heads) <= {title for article in found.articles for title in article.title.values()}
