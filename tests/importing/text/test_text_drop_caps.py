"""Drop caps that came off their word in the text of a page."""

from reader.importing.text.drop_caps import bare_word, restore_drop_caps
from reader.importing.text.languages import chinese_and_english
from reader.importing.text.text_runs import split_line


def restored(*lines: str) -> list[str]:
    languages = chinese_and_english("".join(lines))
    runs = [run for number, line in enumerate(lines) for run in split_line(number, line, languages, 0)]
    return [run.text for run in restore_drop_caps(runs, 26.0)]


def test_a_capital_by_itself_goes_back_and_leaves_no_run() -> None:
    assert restored("he old harbour lies in a bend of the river, and the", "T", "boats come in late.") == [
        "The old harbour lies in a bend of the river, and the",
        "boats come in late.",
    ]


def test_a_capital_before_another_word_goes_back() -> None:
    assert restored(
        "n the far side of the river there is a house,", "Ohe counts the steps that the water has left."
    ) == [
        "On the far side of the river there is a house,",
        "he counts the steps that the water has left.",
    ]


def test_lines_that_lack_nothing_stay() -> None:
    lines = ("The old harbour lies in a bend of the river, and", "the boats come in late.")
    assert restored(*lines) == list(lines)


def test_a_bare_word_has_no_marks_around_it() -> None:
    assert bare_word("“Harbour,”") == "harbour"
