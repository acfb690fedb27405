"""The terms of a glossary where they stand in a text, and terms that a translation says otherwise."""

from __future__ import annotations

from functools import cache

from reader.model.language import is_ideographic
from reader.model.scripts import is_unspaced
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import GlossaryEntry
    from reader.model.text import Text

    Found = tuple[int, int, GlossaryEntry]

KEPT_TEXTS = 500
"""Of so many texts it is kept what stands in them: a screen asks again for every line."""
_CURLY = "‘’ʼ"
_STRAIGHT = str.maketrans(_CURLY, "'''")


class Terms:
    """The entries of a glossary, ready to be looked for.

    A term is found as it is written; one of a script with word spaces also in other letter case, in the plural, and
    only as whole words. The spellings under ``also`` count for the languages of their script.
    """

    def __init__(self, glossary: Sequence[GlossaryEntry]) -> None:
        self.glossary = glossary
        self._forms: dict[str, list[tuple[str, GlossaryEntry]]] = {}
        self._found: dict[tuple[str, str], list[Found]] = {}

    def found(self, tag: str, text: str) -> list[Found]:
        """Returns ``(start, end, entry)`` of the terms in a text, in order and apart, longer ones first."""
        known = self._found.get((tag, text))
        if known is None:
            if len(self._found) >= KEPT_TEXTS:
                self._found.clear()
            known = self._found[tag, text] = self._look(tag, text)
        return known

    def _look(self, tag: str, text: str) -> list[Found]:
        folded = _folded(text)
        forms = [(form, entry) for form, entry in self._of(tag) if form in folded]
        if not forms:
            return []
        taken: list[Found] = []
        for form, entry in forms:  # the longest first
            start = _place(form, folded, 0)
            while start >= 0:
                end = start + len(form)
                if all(end <= first or start >= last for first, last, _ in taken):
                    taken.append((start, end, entry))
                start = _place(form, folded, end)
        return sorted(taken, key=lambda found: found[:2])

    def untranslated(self, text: Text, source: str, target: str) -> list[tuple[str, str]]:
        """Returns the strict terms that stand in the source and not in the translation: as written, and as wanted.

        Nothing where one of the two is empty or the glossary has no term in the target's language.
        """
        original, translation = text.plain(source), text.plain(target)
        if not original or not translation or text.languages == (EVERY_LANGUAGE,):
            return []
        missing: dict[tuple[str, str], None] = {}
        found = self._look(source, original)
        folded = _folded(translation) if found else ""
        for start, end, entry in found:
            wanted = entry.term.plain(target) if entry.strict else ""
            if wanted and not any(e is entry and _place(form, folded, 0) >= 0 for form, e in self._of(target)):
                missing[original[start:end], wanted] = None
        return list(missing)

    def _of(self, tag: str) -> list[tuple[str, GlossaryEntry]]:
        """Returns the folded forms of all terms in a language, the longest first."""
        if tag not in self._forms:
            forms: dict[str, GlossaryEntry] = {}
            for entry in self.glossary:
                also = (spelling for spelling in entry.also if _is_han(spelling) == is_ideographic(tag))
                for written in (entry.term.plain(tag), *also):
                    for form in _inflected(_folded(written)) if written else ():
                        forms.setdefault(form, entry)
            self._forms[tag] = sorted(forms.items(), key=lambda item: -len(item[0]))
        return self._forms[tag]


def _folded(text: str) -> str:
    """Returns a text in lower case, character by character, so that offsets stay."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low if low.isascii() or not any(mark in low for mark in _CURLY) else low.translate(_STRAIGHT)


def _inflected(term: str) -> tuple[str, ...]:
    if is_unspaced(term[-1]):
        return (term,)
    plural = term[:-1] + "ies" if term.endswith("y") else term + "s"
    return term, plural, term + "es"


def _place(form: str, text: str, start: int) -> int:
    """Returns the index of a form from ``start`` on that does not tear a word; -1 if there is none."""
    while (start := text.find(form, start)) >= 0:
        end = start + len(form)
        if not (_tears(text[start - 1 : start], form[0]) or _tears(form[-1], text[end : end + 1])):
            return start
        start += 1
    return -1


@cache
def _tears(before: str, after: str) -> bool:
    """Whether the place between two characters is inside a word; nothing stands before or after a text's ends."""
    return bool(before and after) and all(c.isalnum() and not is_unspaced(c) for c in (before, after))


def _is_han(text: str) -> bool:
    return any(map(is_unspaced, text))
