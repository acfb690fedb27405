"""Marks find their passages again after a maintainer's edits, or are lost; they never point at another text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.marks.anchoring import Anchoring
from reader.marks.article_text import TextRange, folded_without_blanks
from reader.marks.mark import TextQuote
from reader.marks.quoting import AROUND_CHARS, MAX_EXACT_CHARS, quote
from reader.model.equivalence import fold
from reader.model.magazine import AlignedBody, Article, FreeBody, Heading, Paragraph
from reader.model.passage import find
from reader.model.record import replace
from reader.model.text import text_of
from tests.marks.edits import REFRAINS, Maintainer
from tests.marks.made import EN, ZH, article, issue

PAIRS = list(zip(ZH, EN, strict=True))


def quoted(anchor: str, language: str, exact: str) -> TextQuote:
    passage = find(article(), anchor)
    assert passage
    start = passage.text.plain(language).index(exact)
    return quote(article(), passage, language, start, start + len(exact))


def where(quotation: TextQuote, *pairs: tuple[str, str]) -> list[tuple[str, str]]:
    """Returns the anchors and the texts of the ranges of a quote of the old article in an article of these pairs."""
    now = article(*pairs)
    found = Anchoring(issue(now)).find("bridges", quotation)
    return [(s.anchor, find(now, s.anchor).text.plain(s.language)[s.start : s.end]) for s in found]


# -- quoting --------------------------------------------------------------------------------------------------


def test_a_range_is_quoted_with_the_text_around_it_in_its_passage() -> None:
    found = quoted("p3", "zh-Hans", "又平又宽")
    assert (found.anchor, found.language, found.exact, found.start) == ("p3", "zh-Hans", "又平又宽", 8)
    assert found.prefix.endswith("工匠李春把拱做得")
    assert found.suffix.startswith("，车马上桥不必爬坡")
    assert len(found.prefix) == len(found.suffix) == AROUND_CHARS


def test_around_a_whole_passage_stand_its_neighbours() -> None:
    passage = find(article(), "p3")
    assert passage
    found = quote(article(), passage, "en")
    assert found.exact == EN[2]
    assert found.prefix == EN[1][-AROUND_CHARS:]
    assert found.suffix == EN[3][:AROUND_CHARS]


def test_at_the_ends_of_an_article_there_is_nothing_more() -> None:
    assert quoted("p1", "en", "The Xiao").prefix == ""
    assert quoted("p5", "en", "donkey.").suffix == ""


def test_a_very_long_range_is_cut() -> None:
    long = article(("水" * 30_000, "water"))
    passage = find(long, "p1")
    assert passage
    assert len(quote(long, passage, "zh-Hans").exact) == MAX_EXACT_CHARS


def test_a_range_of_one_side_of_a_free_body_is_quoted_from_that_side() -> None:
    sides = tuple((tag, tuple(Paragraph(text_of({tag: t})) for t in texts)) for tag, texts in (("zh", ZH), ("en", EN)))
    free = Article("bridges", text_of("x"), FreeBody(sides))
    passage = find(free, "en.p2")
    assert passage
    found = quote(free, passage, "en", 0, 3)
    assert (found.anchor, found.prefix) == ("en.p2", EN[0][-AROUND_CHARS:])
    assert Anchoring(issue(free)).find("bridges", found) == (TextRange("bridges", "en.p2", "en", 0, 3),)
    shorter = Article("bridges", text_of("x"), FreeBody((sides[0], ("en", sides[1][1][1:]))))
    assert Anchoring(issue(shorter)).find("bridges", found) == (TextRange("bridges", "en.p1", "en", 0, 3),)


# -- finding again ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", ["又平又宽", "工匠李春把拱做得又平又宽，车马上桥不必爬坡", "拱", ZH[2]])
def test_what_has_not_changed_is_where_it_was(exact: str) -> None:
    assert where(quoted("p3", "zh-Hans", exact), *PAIRS) == [("p3", exact)]


@pytest.mark.parametrize("exact", ["又平又宽", "拱", ZH[2]])
def test_it_follows_its_passage(exact: str) -> None:
    quotation = quoted("p3", "zh-Hans", exact)
    assert where(quotation, ("新的一段。", "New."), *PAIRS) == [("p4", exact)]
    assert where(quotation, *PAIRS[2:], *PAIRS[:2]) == [("p1", exact)]
    assert where(quotation, (ZH[1] + ZH[2], EN[1] + " " + EN[2]), *PAIRS[3:]) == [("p1", exact)]


def test_a_passage_that_was_split_is_found_in_all_its_parts() -> None:
    pairs = [*PAIRS[:2], (ZH[2][:20], EN[2][:52]), (ZH[2][20:], EN[2][53:]), *PAIRS[3:]]
    assert where(quoted("p3", "zh-Hans", ZH[2]), *pairs) == [("p3", ZH[2][:20]), ("p4", ZH[2][20:])]
    assert where(quoted("p3", "en", EN[2]), *pairs) == [("p3", EN[2][:51]), ("p4", EN[2][53:])]


def test_a_passage_that_was_rewritten_in_part_is_found() -> None:
    changed = "匠人李春把拱做得又平又宽，车马上桥不用爬坡，两肩又各开两个小拱。"
    pairs = [("新的一段。", "New."), *PAIRS[:2], (changed, EN[2]), *PAIRS[3:]]
    assert where(quoted("p3", "zh-Hans", ZH[2]), *pairs) == [("p4", changed[2:])]
    assert where(quoted("p3", "zh-Hans", "又平又宽"), *pairs) == [("p4", "又平又宽")]


def test_a_word_that_was_taken_out_is_lost_though_the_same_word_stands_elsewhere() -> None:
    pairs = [*PAIRS[:2], (ZH[2].replace("小拱", "小洞"), EN[2]), *PAIRS[3:]]
    assert where(quoted("p3", "zh-Hans", "小拱"), *pairs) == []
    assert "小拱" in ZH[3]


def test_a_passage_that_was_taken_out_is_lost() -> None:
    pairs = [*PAIRS[:2], *PAIRS[3:]]
    for exact in ("又平又宽", "拱", ZH[2]):
        assert where(quoted("p3", "zh-Hans", exact), *pairs) == []


def test_of_two_alike_it_is_the_one_between_its_old_neighbours() -> None:
    refrain = ("好。", "Good.")
    old = article(PAIRS[0], refrain, PAIRS[1], refrain, PAIRS[2])
    second = find(old, "p4")
    assert second
    quotation = quote(old, second, "zh-Hans")
    now = article(("新。", "New."), PAIRS[0], refrain, PAIRS[1], refrain, PAIRS[2])
    (found,) = Anchoring(issue(now)).find("bridges", quotation)
    assert found.anchor == "p5"


def test_it_is_found_in_another_article_of_the_issue() -> None:
    here, there = article(*PAIRS[:2]), article(("别的。", "Other."), PAIRS[2], name="other")
    (found,) = Anchoring(issue(here, there)).find("bridges", quoted("p3", "zh-Hans", ZH[2]))
    assert (found.article, found.anchor) == ("other", "p2")
    (found,) = Anchoring(issue(there)).find("gone", quoted("p3", "en", "the arch flat and broad"))
    assert (found.article, found.anchor) == ("other", "p2")


def test_a_quotation_without_a_language_is_found_in_either() -> None:
    quotation = TextQuote("p9", "", EN[3][:60])
    assert where(quotation, *PAIRS) == [("p4", EN[3][:60])]
    assert where(replace(quotation, anchor="p4", exact=ZH[3]), *PAIRS) == [("p4", ZH[3])]


def test_a_text_in_a_heading_with_an_id_is_found_after_it_lost_the_id() -> None:
    blocks = (
        Heading(text_of({"zh-Hans": "一座桥的一千四百年往事", "en": "Fourteen centuries"}), id="years"),
        Paragraph(text_of("x")),
    )
    old = Article("bridges", text_of("x"), AlignedBody(blocks))
    passage = find(old, "years")
    assert passage
    quotation = quote(old, passage, "zh-Hans")
    assert [s.anchor for s in Anchoring(issue(old)).find("bridges", quotation)] == ["years"]
    now = replace(old, body=AlignedBody((blocks[1], replace(blocks[0], id=""))))
    assert [s.anchor for s in Anchoring(issue(now)).find("bridges", quotation)] == ["p2"]


@pytest.mark.parametrize("exact", ["", "  \n"])
def test_nothing_is_nowhere(exact: str) -> None:
    assert where(TextQuote("p1", "zh-Hans", exact), *PAIRS) == []


# -- ten thousand edits -------------------------------------------------------------------------------------------

RUNS, EDITS, EVERY = 50, 200, 20
SEEN: Counter[str] = Counter()


@settings(max_examples=RUNS, deadline=None, database=None, derandomize=True)
@given(st.integers(0, 2**32))
def test_after_any_edits_a_mark_is_at_its_own_text_or_lost(seed: int) -> None:
    maintainer = Maintainer(seed)
    marks = [maintainer.quotation() for _ in range(4)]
    for step in range(1, EDITS + 1):
        maintainer.edit()
        if step % EVERY:
            continue
        anchoring = Anchoring(maintainer.issue())
        for name, quotation, numbers in marks:
            found = anchoring.find(name, quotation)
            language = quotation.language
            texts = folded_without_blanks("".join(map(maintainer.text, found)))
            if found:
                here = [number for place in found for number in maintainer.numbers(place)]
                own = len({*here} & {*numbers})
                copied = texts == folded_without_blanks(quotation.exact) or any(
                    fold(quotation.exact) in fold(r) for p in REFRAINS for r in p
                )
                assert own >= 0.5 * len(here) or copied, (seed, step, quotation, texts)
            long = len(folded_without_blanks(quotation.exact).encode()) >= 30
            if long and maintainer.unchanged(numbers, language):
                assert texts == folded_without_blanks(quotation.exact), (seed, step, quotation, texts)
            kept = len({*numbers} & maintainer.all_numbers()) / len(numbers)
            SEEN[f"{'kept' if long and kept > 0.8 else 'torn'} {'found' if found else 'lost'}"] += 1
        marks = [*marks[1:], maintainer.quotation()]  # marks are made while the issue changes


def test_marks_whose_text_is_still_there_were_found_and_others_told_lost() -> None:
    assert SEEN.total() >= 4 * RUNS * EDITS // EVERY
    assert SEEN["kept found"] > 0.9 * (SEEN["kept found"] + SEEN["kept lost"]), SEEN
    assert SEEN["torn lost"] > 0, SEEN


@pytest.mark.parametrize(
    ("before", "exact", "after"),
    [
        ("山下的泉水很清,很甜,所以人人都来。", "很清,很甜", "山下的泉水很清，很甜，所以人人都来。"),
        ('他说"再来"，大家都笑了起来。', '"再来"', "他说“再来”，大家都笑了起来。"),
        ("城裡的⽯桥也很好看，人人都喜欢。", "裡的⽯桥", "城里的石桥也很好看，人人都喜欢。"),
        ("这台机器用ＵＳＢ３号线充电，半天就满。", "ＵＳＢ３", "这台机器用 USB3 号线充电，半天就满。"),
        ("The co\u00adop 'old' bridge of stone is here.", "'old'", "The co-op ‘old’ bridge of stone is here."),
        ("The ﬁrst oﬃce of the town is here.", "ﬁrst", "The first office of the town is here."),
    ],
)
def test_a_short_quote_is_found_after_a_change_of_form_alone(before: str, exact: str, after: str) -> None:
    old = article((before, "."), *PAIRS[1:])
    passage = find(old, "p1")
    assert passage
    start = before.index(exact)
    found = where(quote(old, passage, "zh-Hans", start, start + len(exact)), (after, "."), *PAIRS[1:])
    assert [anchor for anchor, _ in found] == ["p1"]
    assert fold(found[0][1]) == fold(exact)
