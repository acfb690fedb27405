"""Earlier searches."""

from __future__ import annotations

from reader.search.history import MAX_SEARCHES, SearchHistory


def test_the_history_goes_back_and_around_and_keeps_each_search_once() -> None:
    history = SearchHistory()
    assert history.before("") == ""
    for words in ("泉", "bridge", " 泉 ", ""):
        history.add(words)
    assert history.before("") == "泉"
    assert history.before("泉") == "bridge"
    assert history.before("bridge") == "泉"
    for number in range(2 * MAX_SEARCHES):
        history.add(str(number))
    assert history.before(str(MAX_SEARCHES)) == str(2 * MAX_SEARCHES - 1)
