"""Woven lines taken apart: cuts, hypotheses, and the search itself."""

from reader.importing.text.beam_search import NARROW_BEAM, BeamSearch
from reader.importing.text.column_layout import ColumnLayout
from reader.importing.text.column_search import read_columns
from reader.importing.text.fragment_scores import FragmentScorer, LastFragment
from reader.importing.text.fragments import BEGINNING, CONTINUATION, OUTSIDE, Fragment, take_words
from reader.importing.text.hypotheses import ColumnEnd, Hypothesis, gap_score, passed
from reader.importing.text.languages import chinese_and_english
from reader.importing.text.line_cuts import LineCutter
from reader.importing.text.text_runs import TextRun, WordSpan, split_line

WOVEN = [
    "the old harbour lies in a bend of the river, she rows across to fetch the first guest of the",
    "and boats that come in late find no one at the day, but there is only a dog on the landing, and",
    "landing but a dog.                             it is asleep.",
]
COLUMN = ColumnLayout(19.0, 2)


def runs(*lines: str) -> list[TextRun]:
    languages = chinese_and_english("".join(lines))
    return [run for number, line in enumerate(lines) for run in split_line(number, line, languages, 0)]


def fragment(text: str, line: int = 0) -> Fragment:
    (run,) = split_line(line, text, chinese_and_english(text), 0)
    return Fragment(run, 0, len(run.words))


def test_a_line_is_cut_into_fragments_that_fit_into_columns() -> None:
    (run, *_) = runs(WOVEN[0])
    cuts = LineCutter(COLUMN, False, {}).cut_line([run], 12)
    assert 1 < len(cuts) <= 12
    for cut in cuts:
        assert " ".join(each.text for each in cut.fragments) == run.text
    texts = [[each.text for each in cut.fragments] for cut in cuts]
    assert ["the old harbour lies in a bend of the river,", "she rows across to fetch the first guest of the"] in texts


def test_chinese_is_cut_at_its_gutters() -> None:
    (run,) = runs("渡口的石阶一共四十二级， 船老大姓翁，撑了三十一年，")
    (cut, *_) = LineCutter(ColumnLayout(14.0, 2, is_han=True), False, {}).cut_line([run], 8)
    assert [each.text for each in cut.fragments] == ["渡口的石阶一共四十二级，", "船老大姓翁，撑了三十一年，"]
    assert cut.score == 0.0


def test_a_full_line_within_a_sentence_goes_on() -> None:
    scorer = FragmentScorer(ColumnLayout(20.0, 1), {})
    last = LastFragment(fragment("the old harbour lies in a bend of the river, where"), CONTINUATION)
    role, _ = scorer.roles(last, fragment("and boats that come in late find no one at the", 1))[0]
    assert role == CONTINUATION


def test_a_short_line_with_a_full_stop_ends_its_paragraph() -> None:
    scorer = FragmentScorer(ColumnLayout(20.0, 1), {})
    last = LastFragment(fragment("landing but a dog."), CONTINUATION)
    scored = scorer.roles(last, fragment("The boats that come in late find no one at the", 1))
    assert scored[0][0] == BEGINNING
    assert CONTINUATION not in [role for role, _ in scored]


def test_a_hint_makes_words_outside_columns_likelier() -> None:
    words = fragment("Beds at the inn")
    layout = ColumnLayout(20.0, 1)
    assert FragmentScorer(layout, {words.span: 4.0}).outside(words) > FragmentScorer(layout, {}).outside(words)


def test_a_column_that_misses_its_turn_is_scored_down() -> None:
    end = ColumnEnd(LastFragment(fragment("the old harbour lies in a bend"), CONTINUATION), 0, 0b10, 0)
    hypothesis = Hypothesis((end, end._replace(partners=0b01)), 0.0, None, ())
    assert hypothesis.skip_score((0, 1)) == 0.0
    assert hypothesis.skip_score((0,)) < 0.0
    missed = passed(end, hypothesis.turn((1,)))
    assert (missed.missed, missed.lines_ago) == (1, 1)
    assert gap_score(missed) < gap_score(end) == 0.0


def test_two_woven_columns_are_read_apart() -> None:
    left = ["渡口的石阶一共四十二级，水大的时候只", "露出九级。摆渡船每天清早开第一班，坐", "的都是去对岸卖菜的人。"]
    right = ["船老大姓翁，撑了三十一年，从来没有", "让谁等过一袋烟的工夫。他说过河的人", "都有要紧的事。"]
    woven = runs(*map(" ".join, zip(left, right, strict=True)))
    reading = BeamSearch(woven, ColumnLayout(18.0, 2, is_han=True), {}).read(NARROW_BEAM)
    columns = [[each.fragment.text for each in reading.assignments if each.column == column] for column in (0, 1)]
    assert columns == [left, right]
    spans = [each.fragment.span for each in reading.assignments]
    assert spans == sorted(spans)
    assert reading.margins.least(spans).confidence == 1.0


def test_words_that_are_surely_a_caption_are_in_no_column() -> None:
    some = runs(*WOVEN[:2], "Beds at the inn", WOVEN[2])
    (caption,) = [run for run in some if run.text == "Beds at the inn"]
    reading = read_columns(some, COLUMN, {caption.span(0, 4): 8.0})
    assert [each.fragment.text for each in reading.assignments if each.role == OUTSIDE] == ["Beds at the inn"]


def test_taken_words_leave_runs_on_either_side() -> None:
    (run,) = runs("the old harbour lies still")
    left, taken = take_words([run], {WordSpan(0, 0, 1, 3)})
    assert [each.text for each in left] == ["the", "lies still"]
    assert [each.text for each in taken] == ["old harbour"]
    assert [each.span(0, 1).start for each in left] == [0, 3]
