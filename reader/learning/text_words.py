"""The words of a text with their readings and their shortest senses, as they are set above it."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.learning.conversion import converted, is_chinese
from reader.learning.english import words as stems
from reader.learning.glosses import gloss_of
from reader.learning.pinyin import numbered
from reader.learning.polyphones import chosen_reading
from reader.learning.segmentation import candidates, han_runs, segmented
from reader.learning.word_levels import level_of, thousand_of
from reader.model.record import record, replace
from reader.model.scripts import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.learning.cedict import DictionaryEntry
    from reader.learning.dictionaries import Dictionaries

UNKNOWN_READING = "xx5"
"""CC-CEDICT's reading of a character whose reading is not known."""
RARE_ZIPF = 5
"""Value of a name that the corpus has not: the characters around it are rather words."""
DOUBTED_ZIPF = 22
"""Value that a name loses where the translation does not have it: 松下 beside no Panasonic is rather two words."""
MIN_TOLD_CHARS = 4
"""Number of letters at the beginning of a name by which the translation has it: Britain in British."""
MIN_ENGLISH_CHARS = 3
"""Length of the shortest English word with a gloss."""
MIN_NAME_CHARS = 2
KINDS_OF_PLACES = "市县省区州"
NO_SENSE = 1_000
MAX_KEPT_ENTRIES = 4_000
"""Number of names whose beginnings are kept."""
MAX_KEPT_ANSWERS = 2_000
"""Number of English words whose answers are kept in the order of their senses."""
_LEADING = re.compile(r"^(?:to be|to|a|an|the)\s+|\([^()]*\)|\[[^\]]*\]")
_NAME = re.compile(r"[A-Z][a-zA-ZüÜ'’-]+")
_ENGLISH = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:…—]['\"’”)]*\s*|[“‘\"(]\s*)$")


@record
class TextWord:
    """A word of a text: ``text[start:end]``."""

    start: int
    end: int
    word: str
    simplified: str = ""
    """A Chinese word in simplified characters; empty for another one."""
    reading: str = ""
    """Syllables with numbers for tones, or as the glossary writes it; empty if not known, and for English words."""
    gloss: str = ""
    """Its shortest sense; of an English word the Chinese word, in simplified characters."""
    traditional_gloss: str = ""


@record
class FixedWord:
    """A word of the glossary."""

    start: int
    end: int
    reading: str = ""
    gloss: str = ""


@record
class WantedText:
    """A text whose words are wanted."""

    text: str
    tag: str
    """The tag of its language."""
    beside: str = ""
    """Its translation, which tells the senses of words."""
    fixed: tuple[FixedWord, ...] = ()
    """Words of the glossary in it, without overlap."""


def words_in(wanted: WantedText, dictionaries: Dictionaries) -> tuple[TextWord, ...]:
    """Returns the words of a Chinese text, in order; of an English one those with a Chinese word; of others none."""
    if is_chinese(wanted.tag):
        return tuple(_chinese(wanted, dictionaries))
    if wanted.tag == "en" or wanted.tag.startswith("en-"):
        return tuple(_english(wanted, dictionaries))
    return ()


# -- Chinese ------------------------------------------------------------------------------------------


def _chinese(wanted: WantedText, dictionaries: Dictionaries) -> Iterator[TextWord]:
    text = wanted.text
    simplified, traditional = (converted(text, wanted.tag, script) for script in ("simplified", "traditional"))
    own = {(each.start, each.end): each for each in wanted.fixed}
    runs = list(han_runs(text, own))
    entries: dict[str, Sequence[DictionaryEntry]] = {}
    asked = candidates(text, runs) | {text[start:end] for start, end in own}
    for _, found in dictionaries.ask(lambda held: list(held.entries_of(asked).items())):
        for word, known in found:
            entries.setdefault(word, known)
    beside = frozenset(stems(wanted.beside))
    zipfs = {word: _zipf(known, beside) for word, known in entries.items()}
    for start, end in sorted([*segmented(text, runs, zipfs.get), *own]):
        word, plain = text[start:end], simplified[start:end]
        if not any(map(is_han, word)):
            continue
        held = _of_the_script(entries.get(word, ()), word, traditional[start:end])
        readings = [each.pinyin for each in held if each.pinyin and UNKNOWN_READING not in each.pinyin]
        reading = chosen_reading(simplified, (start, end), readings) if readings else _spelt_out(plain)
        gloss = gloss_of([each for each in held if not readings or each.pinyin == reading], beside)
        if each := own.get((start, end)):
            reading = numbered(each.reading, end - start) or each.reading or reading
            gloss = each.gloss or gloss
        yield TextWord(start, end, word, plain, reading, gloss)


def _zipf(entries: Sequence[DictionaryEntry], beside: frozenset[str]) -> int:
    """Returns the frequency of a word, given its entries and the words of the translation.

    A name that the corpus has not is a rare one; one that the translation has not is doubted.
    """
    zipf = level_of(entries[0].simplified).zipf
    if not all(entry.is_name for entry in entries):
        return RARE_ZIPF if not zipf and entries[0].is_name else zipf
    is_told = not beside or any(word.startswith(_beginnings(entry)) for entry in entries for word in beside)
    return zipf or RARE_ZIPF if is_told else max(RARE_ZIPF, zipf - DOUBTED_ZIPF)


@lru_cache(MAX_KEPT_ENTRIES)
def _beginnings(name: DictionaryEntry) -> tuple[str, ...]:
    """Returns the beginnings of the names in the senses of a name, in small letters."""
    return tuple({found.lower()[:MIN_TOLD_CHARS] for sense in name.senses for found in _NAME.findall(sense)})


def _of_the_script(entries: Sequence[DictionaryEntry], word: str, traditional: str) -> list[DictionaryEntry]:
    """Returns the entries with the traditional form that a text has here: 头发 is 頭髮; all if none has it.

    Names and variants are among them only if there is nothing else.
    """
    same = [each for each in entries if traditional == each.traditional or each.traditional == word != each.simplified]
    plain = [[each for each in held if not (each.is_name or each.is_reference)] for held in (same, entries)]
    return plain[0] or plain[1] or same or list(entries)


def _spelt_out(characters: str) -> str:
    """Returns the reading of characters that no dictionary has, by pypinyin; empty where it has none either."""
    from pypinyin import Style, lazy_pinyin  # its dictionaries take long to load, and few texts need them

    syllables = lazy_pinyin(characters, style=Style.TONE3, neutral_tone_with_five=True, errors=lambda _: "")
    found = " ".join(syllable.replace("ü", "u:").replace("v", "u:") for syllable in syllables if syllable)
    return found if len(found.split()) == len(characters) else ""


# -- English ------------------------------------------------------------------------------------------


def _english(wanted: WantedText, dictionaries: Dictionaries) -> Iterator[TextWord]:
    found = list(_english_words(wanted))
    asked = dict.fromkeys(each.word for each in found if not each.gloss)
    entries: dict[str, list[Sequence[DictionaryEntry]]] = {}
    for _, answers in dictionaries.ask(lambda held: list(held.answers_of(asked).items())):
        for word, known in answers:
            entries.setdefault(word, []).append(known)
    for each in found:
        if each.gloss:
            yield each
            continue
        is_name = _is_name(wanted.text, each)
        if answer := _answer(each.word, entries.get(each.word, ()), wanted.beside, is_name=is_name):
            yield replace(each, gloss=answer[0], traditional_gloss=answer[1])


def _english_words(wanted: WantedText) -> Iterator[TextWord]:
    """Yields the words of an English text that may have a gloss; the glossary's have theirs."""
    text = wanted.text
    own = {each.start: each for each in wanted.fixed if each.gloss}
    behind = 0
    for found in _ENGLISH.finditer(text):
        start, end = found.span()
        if start < behind:
            continue
        if each := own.get(start):
            behind = each.end
            yield TextWord(start, each.end, text[start : each.end], "", "", each.gloss, each.gloss)
            continue
        word = TextWord(start, end, found[0])
        if len(word.word) >= MIN_ENGLISH_CHARS and (thousand_of(word.word) != 1 or _is_name(text, word)):
            yield word


def _is_name(text: str, word: TextWord) -> bool:
    """Whether a word of a text has a capital, and not because it begins a sentence."""
    start = word.start
    return word.word[:1].isupper() and not _SENTENCE_END.search(text[max(0, start - 5) : start])


def _answer(
    word: str, answers: Iterable[Sequence[DictionaryEntry]], beside: str, *, is_name: bool
) -> tuple[str, str] | None:
    """Returns the Chinese word for an English one in both scripts: the translation's, else the best with its gloss.

    For a name it is one that is a name and begins with this very gloss. The answers are those of each dictionary.
    """
    for entries in answers:
        ranked = _ranked(word, tuple(entries), is_name=is_name)
        for forms in ranked.usable:
            if forms[0] in beside or forms[1] in beside:
                return forms
        if ranked.best:
            return ranked.best
    return None


@record
class _Ranked:
    """The Chinese words for an English one, each in both scripts."""

    usable: tuple[tuple[str, str], ...]
    """Those that are taken where the translation has them, in the order of their senses."""
    best: tuple[str, str] | None
    """The one that is taken otherwise."""


@lru_cache(MAX_KEPT_ANSWERS)
def _ranked(word: str, entries: tuple[DictionaryEntry, ...], *, is_name: bool) -> _Ranked:
    """Returns the Chinese words among the answers of a dictionary for an English word or name."""
    held = [
        entry
        for entry in entries
        if any(map(is_han, entry.simplified)) and entry.is_name == is_name and not entry.is_reference
    ]
    if is_name:
        held = [entry for entry in held if entry.senses and entry.senses[0].startswith(word)]
        usable = tuple(form for entry in held for form in _forms(entry))
        exact = [entry for entry in held if entry.senses[0].partition(",")[0] == word]
    else:
        places = {entry: _place_of_sense(entry, word) for entry in held}
        held.sort(key=places.__getitem__)
        usable = tuple((entry.simplified, entry.traditional) for entry in held)
        exact = [entry for entry in held if places[entry] < NO_SENSE]
    return _Ranked(usable, (exact[0].simplified, exact[0].traditional) if exact else None)


def _forms(entry: DictionaryEntry) -> tuple[tuple[str, str], ...]:
    """Returns a name in both scripts, and without the word for its kind: 济南 for 济南市."""
    whole = (entry.simplified, entry.traditional)
    is_kind = len(entry.simplified) > MIN_NAME_CHARS and entry.simplified[-1] in KINDS_OF_PLACES
    return (whole, (whole[0][:-1], whole[1][:-1])) if is_kind else (whole,)


def _place_of_sense(entry: DictionaryEntry, word: str) -> int:
    """Returns the number of the first sense that is a word, in any of its forms, and nothing else; else a high one."""
    wanted = stems(word)
    for place, sense in enumerate(entry.senses):
        if any(stems(_LEADING.sub(" ", gloss.strip())) == wanted for gloss in sense.split(";")):
            return place
    return NO_SENSE
