"""Translations beside the original of a neighbour: found in common texts, never claimed of good ones."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest

from reader.alignment.slips import Slip
from reader.alignment.slips import slip as slip_in
from reader.library import bundled_issues
from reader.model.magazine import AlignedBody, Paragraph
from reader.source.loading import load

Pairs = list[tuple[str, str]]
UNKNOWN = ("ja", "fr")


def slip(pairs: Pairs) -> Slip | None:
    """Returns the slip by lengths and marks: in languages without a dictionary."""
    return slip_in(pairs, UNKNOWN)


def pairs_of(count: int, seed: int, spread: float = 0.8, noise: float = 0.2, kept: float = 1.0) -> Pairs:
    """Invented pairs: ``spread`` of the originals' lengths, ``noise`` and least part ``kept`` of the translations'."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        han = max(3, int(math.exp(chance.gauss(4, spread))))
        letters = max(3, int(han * 3.1 * math.exp(chance.gauss(0, noise)) * chance.uniform(kept, 1)))
        mark = f" {chance.randrange(10, 3000)}" if chance.random() < 0.15 else ""
        made.append(("水" * han + mark, "e" * letters + mark))
    return made


def uneven_pairs(count: int, seed: int, kind: str) -> Pairs:
    """Invented pairs that are hard to tell from slipped ones, though they are in place."""
    chance = random.Random(seed)
    made = []
    length = 4.0
    for at in range(count):
        if kind == "dialogue":
            length = chance.gauss(3.0 if at % 2 else 4.6, 0.4)
        elif kind == "like its neighbours":
            length += chance.gauss(0, 0.4)
        elif kind == "longer and longer":
            length = 2.5 + 2.5 * at / count + chance.gauss(0, 0.1)
        else:
            length = chance.gauss(4, 0.8)
        han = max(3, int(math.exp(length)))
        noise = {"free": 0.6, "very free": 0.8}.get(kind, 0.3)
        letters = max(3, int(han * 3.1 * math.exp(chance.gauss(0, noise))))
        mark = f" {chance.randrange(10, 40)}" if kind == "numbers left out" and chance.random() < 0.6 else ""
        made.append(("水" * han + mark, "e" * letters + (mark if chance.random() < 0.5 else "")))
    return made


def shifted(pairs: Pairs, since: int, step: int) -> Pairs:
    last = len(pairs) - 1
    return [(one, pairs[min(max(at + step * (at >= since), 0), last)][1]) for at, (one, _) in enumerate(pairs)][:-1]


@pytest.mark.parametrize("since", [0, 3, 7])
@pytest.mark.parametrize("step", [1, -1])
def test_a_shift_by_one_is_found_from_its_beginning_on(since: int, step: int) -> None:
    found = slip(shifted(pairs_of(26, 4), since, step))
    assert isinstance(found, Slip)
    assert found.step == step
    assert abs(found.first - since) <= 1


@pytest.mark.parametrize(("noise", "kept"), [(0.15, 1.0), (0.35, 1.0), (0.15, 0.4), (0.15, 0.1)])
@pytest.mark.parametrize("spread", [0.2, 0.8])
def test_good_texts_are_never_reported(spread: float, noise: float, kept: float) -> None:
    assert not any(slip(pairs_of(count, seed, spread, noise, kept)) for count in (12, 40) for seed in range(40))


@pytest.mark.parametrize(
    "kind", ["dialogue", "like its neighbours", "longer and longer", "free", "very free", "numbers left out"]
)
def test_uneven_texts_in_their_places_are_never_reported(kind: str) -> None:
    assert not any(slip(uneven_pairs(count, seed, kind)) for count in (8, 12, 20, 40) for seed in range(60))


@pytest.mark.parametrize(("noise", "kept", "least"), [(0.15, 1.0, 78), (0.35, 1.0, 62), (0.15, 0.4, 70)])
def test_slips_of_short_articles_are_found(noise: float, kept: float, least: int) -> None:
    made = [pairs_of(13, seed, 0.8, noise, kept) for seed in range(20)]
    found = [slip(shifted(pairs, since, step)) for pairs in made for since in (0, 3) for step in (1, -1)]
    assert sum(each is not None for each in found) >= least


@pytest.mark.parametrize(("noise", "kept", "least"), [(0.15, 1.0, 38), (0.35, 1.0, 36), (0.15, 0.4, 36)])
def test_most_shifted_texts_are_found(noise: float, kept: float, least: int) -> None:
    found = sum(slip(shifted(pairs_of(27, seed, 0.8, noise, kept), 3, 1)) is not None for seed in range(40))
    assert found >= least


def test_missing_texts_and_few_pairs_are_no_evidence() -> None:
    pairs = pairs_of(30, 1)
    assert slip([(one, "") for one, _ in pairs]) is None
    assert slip(shifted(pairs[:6], 0, 1)) is None
    assert slip([]) is None


def own_pairs(issue: str, article: str) -> Pairs:
    """The paragraphs of a bundled article in Chinese and English."""
    loaded = load(str(Path(bundled_issues(), issue))).issue
    assert loaded
    [body] = [found.body for _, found in loaded.articles() if found.id == article]
    assert isinstance(body, AlignedBody)
    return [(b.text.plain("zh-Hans"), b.text.plain("en")) for b in body.blocks if isinstance(b, Paragraph)]


BY_WORDS = [
    ("lanes-and-rivers-03.yaml", "old-bridges"),
    ("lanes-and-rivers-03.yaml", "grand-canal"),
    ("lanes-and-rivers-03.yaml", "lane-names"),
]
SIDES = [("zh-Hans", "en"), ("en", "zh-Hans")]


@pytest.mark.parametrize("languages", SIDES)
@pytest.mark.parametrize(("issue", "article"), BY_WORDS)
def test_words_find_a_text_that_is_missing_or_divided(issue: str, article: str, languages: tuple[str, str]) -> None:
    pairs = own_pairs(issue, article)
    if languages[0] == "en":
        pairs = [(other, one) for one, other in pairs]
    assert slip_in(pairs, languages) is None
    first, second = [one for one, _ in pairs], [other for _, other in pairs]
    lost = list(zip(first, [second[0], *second[2:], ""], strict=True))
    found = slip_in(lost, languages)
    assert found is not None
    assert (found.first, found.step) == (1, 1)
    half = len(second[0]) // 2
    divided = list(zip([*first, ""], [second[0][:half], second[0][half:], *second[1:]], strict=True))
    found = slip_in(divided, languages)
    assert found is not None
    assert found.step == -1
    assert found.first <= 2


def test_words_refute_a_slip_that_lengths_suggest() -> None:
    pairs = [pair for _, article in BY_WORDS for pair in own_pairs("lanes-and-rivers-03.yaml", article)]
    chance = random.Random(5)
    shorter = [(one, other[: int(len(other) * chance.uniform(0.3, 1))]) for one, other in pairs]
    assert slip_in(shorter, ("zh-Hans", "en")) is None


def test_swapped_neighbours_are_no_slip() -> None:
    pairs = own_pairs(*BY_WORDS[0])
    pairs[3], pairs[4] = (pairs[3][0], pairs[4][1]), (pairs[4][0], pairs[3][1])
    assert slip_in(pairs, ("zh-Hans", "en")) is None


ROOF = [
    ("Lin Fang keeps six hives on a roof in Shanghai.", "Lin Fang a six ruches sur un toit de Shanghai."),
    ("The neighbours protested against it in May.", "Les voisins ont protesté en mai."),
    ("In 2015 she bought two hives in Zhejiang.", "En 2015, elle acheta deux ruches au Zhejiang."),
    ("An old beekeeper, Chen Bo, sent her a letter.", "Un vieil apiculteur, Chen Bo, lui envoya une lettre."),
    ("She followed the bees to a hospital garden.", "Elle suivit les abeilles au jardin d’un hôpital."),
    ("Last year she took 85 kilos of honey.", "L’an dernier, elle récolta 85 kilos de miel."),
    ("“I know the month,” says the baker Wang.", "« Je sais le mois », dit le boulanger Wang."),
    ("From April to June no washing is hung out.", "D’avril à juin, on ne sèche pas de linge dehors."),
]
"""Pairs of about one length, in languages without a dictionary."""


def moved(pairs: Pairs, start: int, end: int) -> Pairs:
    """Returns pairs whose second texts from ``start`` to ``end`` are one pair too early: the first of them is lost."""
    seconds = [other for _, other in pairs]
    seconds[start:end] = [*seconds[start + 1 : end], ""]
    return [(one, other) for (one, _), other in zip(pairs, seconds, strict=True)]


@pytest.mark.parametrize(("start", "end"), [(0, 8), (0, 6), (2, 8), (1, 7)])
def test_numbers_and_names_find_a_slip_without_a_dictionary(start: int, end: int) -> None:
    found = slip_in(moved(ROOF, start, end), ("en", "fr"))
    assert found is not None
    assert found.step == 1
    assert start <= found.first < end


def test_neither_joined_nor_swapped_texts_are_a_slip_without_a_dictionary() -> None:
    joined = [(one, "" if at % 2 else f"{other} {ROOF[at + 1][1]}") for at, (one, other) in enumerate(ROOF)]
    swapped = [(one, ROOF[at ^ 1][1] if at in (2, 3) else other) for at, (one, other) in enumerate(ROOF)]
    for pairs in (ROOF, joined, swapped):
        assert slip_in(pairs, ("en", "fr")) is None
