"""Accepted hashes beside the texts of a source that was edited: laws of the pairing."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.model.magazine import AcceptedTranslation, AlignedBody, Article, Issue, Paragraph, Section
from reader.model.record import replace
from reader.model.text import EVERY_LANGUAGE, Prose, Text
from reader.model.translation_status import TranslationStatus, accepted_now, translation_statuses


def text_of(chinese: str, english: str) -> Text:
    return Text((("zh-Hans", Prose(chinese)), ("en", Prose(english))))


EVERY = Text(((EVERY_LANGUAGE, Prose("x")),))


def issue_of(texts: list[str], translated: tuple[AcceptedTranslation, ...] = ()) -> tuple[Issue, Article]:
    blocks = tuple(Paragraph(text_of(text, "water")) for text in texts)
    article = Article("a", EVERY, AlignedBody(blocks), translated=translated)
    return Issue("i", ("zh-Hans", "en"), EVERY, EVERY, (Section("s", EVERY, (article,)),)), article


def accepted(texts: list[str]) -> tuple[AcceptedTranslation, ...]:
    return accepted_now(*issue_of(texts))


def status_of(texts: list[str], translated: tuple[AcceptedTranslation, ...]) -> TranslationStatus:
    return translation_statuses(*issue_of(texts, translated))[1]


def stale(status: TranslationStatus) -> list[str]:
    return [text.text.plain("zh-Hans") for text in status.stale]


def numbered(texts: list[str]) -> list[str]:
    return [f"第{number}段{text}" for number, text in enumerate(texts)]


TEXTS = st.lists(st.text("泉水河湖", min_size=1, max_size=4), min_size=1, max_size=9)
DIFFERENT = TEXTS.map(numbered)


@given(TEXTS)
def test_accepting_leaves_nothing_to_do(texts: list[str]) -> None:
    status = status_of(texts, accepted(texts))
    assert status.accepted
    assert not status.needs_work


@given(DIFFERENT, st.randoms())
def test_order_changes_nothing(texts: list[str], random: object) -> None:
    moved = list(texts)
    random.shuffle(moved)
    assert not status_of(moved, accepted(texts)).needs_work


@given(DIFFERENT, st.sets(st.integers(0, 8)))
def test_changed_texts_are_stale_and_nothing_is_gone(texts: list[str], places: set[int]) -> None:
    edited = [f"{text}。改" if number in places else text for number, text in enumerate(texts)]
    status = status_of(edited, accepted(texts))
    assert stale(status) == [text for text, old in zip(edited, texts, strict=True) if text != old]
    assert status.gone == 0


@given(DIFFERENT, st.sets(st.integers(0, 8)))
def test_removed_texts_are_gone_and_nothing_is_stale(texts: list[str], places: set[int]) -> None:
    left = [text for number, text in enumerate(texts) if number not in places]
    assume(left)  # a translation of nothing is missing
    status = status_of(left, accepted(texts))
    assert stale(status) == []
    assert status.gone == len(texts) - len(left)


@given(DIFFERENT, st.integers(0, 9), st.text("新增", min_size=1, max_size=3))
def test_an_added_text_is_stale_alone(texts: list[str], place: int, added: str) -> None:
    status = status_of([*texts[:place], added, *texts[place:]], accepted(texts))
    assert stale(status) == [added]
    assert status.gone == 0


@given(DIFFERENT, DIFFERENT)
def test_each_hash_is_used_once_and_each_new_text_told(before: list[str], after: list[str]) -> None:
    status = status_of(after, accepted(before))
    assert set(stale(status)) == set(after) - set(before)
    changed_or_gone = len(set(before) - set(after))
    assert max(0, changed_or_gone - len(status.stale)) <= status.gone <= changed_or_gone


@given(DIFFERENT, DIFFERENT, st.data())
def test_accepting_one_text_after_another_ends_as_accepting_all(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    translated = accepted(before)
    for text in data.draw(st.permutations(after)):
        issue, article = issue_of(after, translated)
        translated = accepted_now(issue, article, lambda each, text=text: each.text.plain("zh-Hans") == text)
    status = status_of(after, translated)
    assert stale(status) == []
    everything = accepted_now(*issue_of(after, translated))
    assert set(everything[0].hashes) <= set(translated[0].hashes)
    assert not status_of(after, everything).needs_work


def test_a_law_holds_for_an_article_without_hashes() -> None:
    issue, article = issue_of(["泉"])
    assert not translation_statuses(issue, replace(article, translated=()))[1].accepted
