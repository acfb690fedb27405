"""Names of two characters that are set as wide as those of three."""

from reader.importing.pdf.text_lines.spaced_names import with_spaced_names_joined
from reader.importing.pdf.text_lines.text_line import TextLine


def row(*texts, gap=1.0):
    """Returns lines in a row, each character 10 points wide, with a gap of some characters between them."""
    lines, left = [], 50.0
    for text in texts:
        right = left + 10 * len(text)
        lines.append(TextLine(text, left, right, 100.0, 10.0, "Kai", False, 0, "han"))
        left = right + 10 * gap
    return lines


def joined(lines):
    return [line.text for line in with_spaced_names_joined(lines)]


def test_both_characters_of_a_name_are_one_line():
    assert joined(row("王", "船")) == ["王 船"]
    assert joined(row("刘爱木", "王", "船")) == ["刘爱木", "王 船"]
    assert joined(row("刘爱木¹,王", "船²,李桥³")) == ["刘爱木¹,王 船²,李桥³"]


def test_cells_and_spaced_words_are_not_joined():
    assert joined(row("一", "二", "三", "四")) == ["一", "二", "三", "四"]
    assert joined(row("王", "船", gap=3)) == ["王", "船"]
    assert joined(row("渡口", "船夫")) == ["渡口", "船夫"]
