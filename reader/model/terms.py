"""Occurrences of glossary terms in texts, and terms that a translation does not use."""

from __future__ import annotations

from collections import Counter
from functools import cache
from operator import add, itemgetter

from reader.model.equivalence import fold, source_spans
from reader.model.language import is_ideographic
from reader.model.scripts import is_unspaced
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model.magazine import GlossaryEntry
    from reader.model.text import Prose, Text

    TermSpan = tuple[int, int, GlossaryEntry]
    """Start and end of an occurrence, half-open, and the entry of its term."""

FEW_FORMS = 50
"""Number of forms up to which each is looked for in a text."""
KEPT_TEXTS = 500
"""Number of texts whose terms are kept: a screen asks again for every line."""


class Terms:
    """The entries of a glossary, prepared for finding them in texts.

    A term is found in every form that is the same to a reader (:mod:`reader.model.equivalence`). A term in a script
    with word spaces is found as whole words only, and also in the plural. The spellings under ``also`` belong to the
    languages of their script.
    """

    def __init__(self, glossary: Sequence[GlossaryEntry]) -> None:
        self.glossary = glossary
        self._forms: dict[str, _Forms] = {}
        self._found: dict[tuple[str, str], list[TermSpan]] = {}

    def found(self, tag: str, text: str) -> list[TermSpan]:
        """Returns the terms in a text in order; they do not overlap, and longer terms take precedence."""
        known = self._found.get((tag, text))
        if known is None:
            if len(self._found) >= KEPT_TEXTS:
                self._found.clear()
            known = self._found[tag, text] = self._look(tag, text)
        return known

    def in_prose(self, tag: str, prose: Prose) -> list[TermSpan]:
        """Returns the terms in a text but for those with a part in code, where words have other meanings."""
        found = self.found(tag, prose.text)
        code = [span for span in prose.spans if span.kind == "code"] if found else []
        return (
            [each for each in found if not any(c.start < each[1] and each[0] < c.end for c in code)] if code else found
        )

    def _look(self, tag: str, text: str) -> list[TermSpan]:
        """Finds the terms in a text."""
        folded = fold(text)
        forms = self._of(tag).within(folded)
        if not forms:
            return []
        taken: list[TermSpan] = []
        is_taken = bytearray(len(folded))
        for form, entry in forms:  # the longest first
            start = _place(form, folded, 0)
            while start >= 0:
                end = start + len(form)
                if is_taken.find(1, start, end) < 0:
                    is_taken[start:end] = b"\1" * len(form)
                    taken.append((start, end, entry))
                start = _place(form, folded, end)
        taken.sort(key=lambda found: found[:2])
        places = source_spans(text, ((start, end) for start, end, _ in taken))
        return [(*place, entry) for place, (_, _, entry) in zip(places, taken, strict=True)]

    def untranslated(self, text: Text, source: str, target: str) -> list[tuple[str, str]]:
        """Returns the strict terms of the source that the translation lacks, as ``(in the source, in the target)``.

        Code counts on neither side. Empty where a language lacks the text, or where the glossary has no term in the
        target's language.
        """
        original, translation = text.get(source), text.get(target)
        if original is None or translation is None or text.languages == (EVERY_LANGUAGE,):
            return []
        missing: dict[tuple[str, str], None] = {}
        words = original.without_code()
        found = self._look(source, words)
        folded = fold(translation.without_code()) if found else ""
        is_there: dict[int, bool] = {}
        for start, end, entry in found:
            wanted = entry.term.plain(target) if entry.strict else ""
            if wanted and id(entry) not in is_there:
                forms = self._of(target).of_entry(entry)
                is_there[id(entry)] = any(_place(form, folded, 0) >= 0 for form in forms)
            if wanted and not is_there[id(entry)]:
                missing[words[start:end], wanted] = None
        return list(missing)

    def _of(self, tag: str) -> _Forms:
        """Returns the folded forms of all terms in a language."""
        if tag not in self._forms:
            forms: dict[str, GlossaryEntry] = {}
            for entry in self.glossary:
                also = (spelling for spelling in entry.also if any(map(is_unspaced, spelling)) == is_ideographic(tag))
                for written in (entry.term.plain(tag), *also):
                    for form in _inflected(fold(written)) if fold(written).strip() else ():
                        forms.setdefault(form, entry)
            self._forms[tag] = _Forms(forms)
        return self._forms[tag]


class _Forms:
    """The folded forms of all terms in a language with their entries."""

    def __init__(self, forms: Mapping[str, GlossaryEntry]) -> None:
        self._longest_first = sorted(forms.items(), key=lambda item: -len(item[0]))
        self._by_pair: dict[str, list[tuple[int, str, GlossaryEntry]]] = {}
        self._by_entry: dict[int, list[str]] = {}
        for form, entry in self._longest_first:
            self._by_entry.setdefault(id(entry), []).append(form)
        if len(forms) > FEW_FORMS:
            pairs_of = [_pairs(form) for form, _ in self._longest_first]
            counts = Counter(pair for pairs in pairs_of for pair in pairs)
            for number, (form, entry) in enumerate(self._longest_first):
                rarest = min(pairs_of[number], key=lambda pair: (counts[pair], pair))
                self._by_pair.setdefault(rarest, []).append((number, form, entry))

    def of_entry(self, entry: GlossaryEntry) -> Sequence[str]:
        """Returns the forms of an entry."""
        return self._by_entry.get(id(entry), ())

    def within(self, folded: str) -> list[tuple[str, GlossaryEntry]]:
        """Returns the forms that are in a folded text, with their entries, the longest first.

        Of many forms those are looked for whose rarest pair of characters is in the text, which is few of them.
        """
        if not self._by_pair:
            return [(form, entry) for form, entry in self._longest_first if form in folded]
        pairs = self._by_pair.keys() & _pairs(folded)
        found = [each for pair in pairs for each in self._by_pair[pair] if each[1] in folded]
        return [(form, entry) for _, form, entry in sorted(found, key=itemgetter(0))]


def _pairs(text: str) -> set[str]:
    """Returns the pairs of characters that follow each other in a text, and its single characters."""
    return {*map(add, text, text[1:]), *text}


def _inflected(term: str) -> tuple[str, ...]:
    """Returns a term and, in a script with word spaces, forms that may be its English plural."""
    if is_unspaced(term[-1]):
        return (term,)
    plural = term[:-1] + "ies" if term.endswith("y") else term + "s"
    return term, plural, term + "es"


def _place(form: str, text: str, start: int) -> int:
    """Returns the first offset from ``start`` on of a form whose ends are not inside a word; -1 if there is none."""
    while (start := text.find(form, start)) >= 0:
        end = start + len(form)
        if not (_tears(text[start - 1 : start], form[0]) or _tears(form[-1], text[end : end + 1])):
            return start
        start += 1
    return -1


@cache
def _tears(before: str, after: str) -> bool:
    """Whether the boundary between two characters is inside a word; one is empty at the ends of a text."""
    return bool(before and after) and all(c.isalnum() and not is_unspaced(c) for c in (before, after))
