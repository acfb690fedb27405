"""Subtitles of two versions of a film."""

from reader.importing.documents.articles import extracted_pair
from tests.importing.documents.reading import document, pairs

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
