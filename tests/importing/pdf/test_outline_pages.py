"""Pages of outlines and notes: items with drawn bullets in both languages."""

from reader.importing.pdf.pipeline import read_pdf
from tests.importing.press import SONG, TIMES, Press

ITEMS = (
    (0, "渡口的灯：写法与用法"),
    (1, "渡口的灯一定亮着"),
    (1, "例句"),
    (2, "1渡口的灯亮了，船在夜里回来"),
    (3, "The lamp of the ferry is lit"),
    (2, "2桥上的人看见台阶"),
    (3, "The people on the bridge see the steps"),
)


def test_items_with_drawn_bullets_are_paragraphs_up_to_the_foot_of_the_page(tmp_path):
    press = Press()
    press.text(46, 60, "渡口笔记", SONG, 18, bold=True)
    baseline = 90.0
    for _ in range(6):
        for level, text in ITEMS:
            left = 70 + 14 * level
            press.canvas.setFillColorRGB(0.3, 0.3, 0.3)
            press.canvas.circle(left - 10, press.height - baseline + 3.2, 1.8, stroke=0, fill=1)
            press.text(left, baseline, text, TIMES if text.isascii() else SONG, 9)
            baseline += 17
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (article,) = read_pdf(str(path)).articles
    chinese = [each.text.removeprefix("• ") for each in article.body["zh-Hans"]]
    english = [each.text.removeprefix("• ") for each in article.body["en"]]
    assert chinese == [text for _, text in ITEMS if not text.isascii()] * 6
    assert english == [text for _, text in ITEMS if text.isascii()] * 6
