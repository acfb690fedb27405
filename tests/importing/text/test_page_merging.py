"""Several pages in one text: read one by one and bound together, and no text too long."""

import pytest

from reader.errors import UnusableError
from reader.importing.text.fragment_scores import FragmentScorer
from reader.importing.text.page_splitting import split_pages
from reader.importing.text.pipeline import read_text
from tests.importing.text.lost_text import lost

FIRST = """\
Craft 手艺
纸与水
Paper and Water
纸坊在溪的上游，清早先开水闸，再把昨天泡下的
树皮捞上来。师傅说水比人老实。
12 FAR SHORE"""
SECOND = """\
浆要打三遍，一遍比一遍细，打到手里握得住为止，
才能下到槽里。
13 FAR SHORE"""
THIRD = """\
Music 音乐
最后的唱片
The Last Record
唱片行开在电影院的楼下，散场以后才有人进来，
挑一张，站着听完。
14 FAR SHORE"""


def test_form_feeds_part_pages_and_those_without_a_title_go_on_with_an_article() -> None:
    found = read_text(f"{FIRST}\f{SECOND}\f{THIRD}")
    assert [piece.title["zh-Hans"] for piece in found.articles] == ["纸与水", "最后的唱片"]
    blocks = found.articles[0].body["zh-Hans"]
    assert [(block.text[:3], block.page) for block in blocks] == [
        ("纸坊在", "12"),
        ("浆要打", "13"),
    ]
    assert found.articles[0].pages == ("12", "13")
    assert "14 FAR SHORE" in found.running


def test_labels_of_a_site_part_pages_of_a_long_text() -> None:
    text = "\n".join(f"Page {number}\nP. {number}\n{SECOND}" for number in range(60))
    pages = [page.text.splitlines()[0] for page in split_pages(text)]
    assert pages[:2] == ["Page 0", "Page 1"]
    assert all(page.has_head for page in split_pages(text))
    assert not lost(text, read_text(text))


def test_a_paragraph_that_is_parted_where_no_page_ends_is_one() -> None:
    line = "it goes on along the river from one village to the next and on to the sea"
    text = "\n".join(
        [
            "The road is an old one, older than the bridge, and for all that we know, sirs,",
            *[line] * 420,
            "and there it ends.",
        ]
    )
    found = read_text(text)
    (piece,) = found.articles
    assert [block.text[:8] for block in piece.body["en"]] == ["The road"]
    assert not lost(text, found)


def prose(characters: int) -> str:
    """A text without pages: long paragraphs, a line each, and columns woven together between them."""
    part = FIRST + "\n" + " ".join(["Water is more honest than people are, the old master says."] * 60)
    return "\n".join([part] * (characters // len(part) + 1))


def test_nothing_of_a_megabyte_is_lost() -> None:
    text = prose(1_000_000)
    assert len(text) >= 1_000_000
    assert not lost(text, read_text(text))


def test_what_is_weighed_grows_no_faster_than_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = []
    plain = FragmentScorer.roles
    monkeypatch.setattr(FragmentScorer, "roles", lambda self, *given: weighed.append(1) or plain(self, *given))
    counts = []
    for times in (4, 8, 16):
        weighed.clear()
        read_text("\n".join([FIRST] * 8 * times))
        counts.append(len(weighed))
    assert counts[0] > 1000
    assert counts[2] - counts[1] < 2.5 * (counts[1] - counts[0])


def test_blank_pages_are_left_out() -> None:
    blank = "\f \n\f\u3000\f" * 50_000
    assert [page.text for page in split_pages(f"{blank}\f{FIRST}{blank}\f{SECOND}\f{blank}")] == [FIRST, SECOND]
    assert read_text(f"\f\f{FIRST}\f\f{SECOND}\f") == read_text(f"{FIRST}\f{SECOND}")


def test_a_text_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.importing.text.page_splitting.MAX_PAGES", 2)
    assert len(list(split_pages("a\f \fb"))) == 2
    with pytest.raises(UnusableError, match="has 3 pages, more than 2: divide it"):
        list(split_pages("a\fb\fc"))
