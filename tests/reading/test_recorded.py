"""The times of a recording: the passage that is heard, and the time at which to begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.recording import PassageStart, Recording
from reader.reading.recorded import NOTHING_YET, in_order_of, timeline_of
from reader.source import load_text
from tests.drawing import examples
from tests.source.test_recordings import ALIGNED_BODY, FREE, text_of


def timeline(body: str, *starts: tuple[str, int]):
    issue = load_text(text_of("{file: a.mp3}", body)).issue
    article = next(article for _, article in issue.articles())
    return timeline_of(article, Recording("a.mp3", "", tuple(PassageStart(*each) for each in starts)))


def test_the_passage_of_a_time_and_the_time_of_a_passage() -> None:
    line = timeline(ALIGNED_BODY, ("p1", 500), ("p9", 600), ("p3", 2000), ("p2", 3000))
    assert [each.anchor for each in line.heard] == ["mist", "p3", "p2"]
    assert [line.at(time) for time in (0, 499, 500, 1999, 2000, 9999)] == [NOTHING_YET, NOTHING_YET, 0, 0, 1, 2]
    assert [line.next_after(time) for time in (0, 500, 2500, 3000)] == [500, 2000, 3000, None]
    assert [line.start_for(anchor) for anchor in ("mist", "p2", "p3", "p4", "no")] == [500, 3000, 2000, 2000, 0]
    assert line.heard[0].length_chars == len("One temperature.")


def test_a_recording_of_one_side_begins_anew_for_the_other_one() -> None:
    line = timeline(FREE, ("p1", 100), ("p2", 200))
    assert [line.start_for(anchor) for anchor in ("p2", "well", "en.p2")] == [200, 0, 0]
    assert [each.anchor for each in timeline(FREE, ("en.p1", 0), ("en.p2", 1)).heard] == ["well", "en.p2"]


@examples(20)
@given(st.lists(st.tuples(st.sampled_from(["p1", "p2", "mist", "p4", "x"]), st.integers(0, 50)), max_size=6))
def test_passages_are_in_the_order_of_their_times(starts: list[tuple[str, int]]) -> None:
    line = timeline(ALIGNED_BODY, *starts)
    times = [each.milliseconds for each in line.heard]
    assert times == sorted(times)
    assert all(line.heard[line.at(time)].milliseconds == time for time in times)


def test_recordings_go_by_the_languages_that_are_shown() -> None:
    all_of_them = [Recording("fr", "fr"), Recording("both"), Recording("en", "en"), Recording("zh", "zh-Hans")]
    assert [each.file for each in in_order_of(all_of_them, ("en", "zh-Hans"))] == ["en", "zh", "both"]
    assert [each.file for each in in_order_of(all_of_them, ("zh-Hans", "en"))] == ["zh", "en", "both"]
