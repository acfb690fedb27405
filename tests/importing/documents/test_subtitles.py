"""Subtitles of two versions of a film."""

from reader.importing.documents.articles import extracted_pair
from tests.importing.documents.reading import document, pairs, read

LINES = [
    *(("请不要站在蜂箱前面。", "Please do not stand there."), ("它们早上七点出门。", "They leave at seven.")),
    *(("像上班的人一样。", None), ("你被蜇过吗？", "Were you ever stung?"), ("每个星期。", "Every week.")),
    *(("后来我慢下来了。", "Then I slowed down."), ("有一点槐花。", None), ("再见。", "Good-bye.")),
]


def _cues(side, shift):
    starts = [at * 5 + at % 3 for at in range(len(LINES))]
    return "\n".join(
        f"{at}\n00:{start // 60:02}:{start % 60:02},000 --> 00:{(start + 3) // 60:02}:{(start + 3) % 60:02},000\n{text}\n"
        for at, (begin, line) in enumerate(zip(starts, LINES, strict=True), 1)
        if (text := line[side]) and (start := begin + shift) >= 0
    )


def test_times_that_differ_by_a_minute_pair_them():
    found = extracted_pair(*(document(f"{side}.srt", _cues(side, 61 * side).encode()) for side in (0, 1)))
    assert pairs(found) == [("paragraph", one, other or "") for one, other in LINES]


SPANISH = [
    (["¿En qué año compró este", "paraguas?"], ["What year did you buy this", "umbrella?"]),
    (["El mango es de bambú."], ["The handle is made of", "bamboo, and it is old."]),
    (["Hay doce en la pared y", "son de todos."], ["There are twelve on the wall."]),
]


def _cue(at, *lines):
    return f"{at}\n00:00:{at:02},000 --> 00:00:{at:02},900\n" + "\n".join(lines) + "\n"


def test_two_languages_in_latin_letters_are_told_by_words_over_several_lines():
    found = read("a.srt", "\n".join(_cue(at, *one, *other) for at, (one, other) in enumerate(SPANISH)))
    assert pairs(found) == [("paragraph", " ".join(one), " ".join(other)) for one, other in SPANISH]


def test_a_bar_parts_the_languages_of_a_line():
    found = read("a.srt", "\n".join(_cue(at, f"{' '.join(a)} / {' '.join(b)}") for at, (a, b) in enumerate(SPANISH)))
    assert found.languages == ("es", "en")
    assert pairs(found) == [("paragraph", " ".join(one), " ".join(other)) for one, other in SPANISH]


def test_wrapped_subtitles_in_one_language_are_whole():
    found = read("a.srt", "\n".join(_cue(at, *one) for at, (one, _) in enumerate(SPANISH)))
    assert [unit[1] for unit in pairs(found)] == [" ".join(one) for one, _ in SPANISH]
