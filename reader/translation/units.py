"""The units that translators work on: each a text of an issue in two languages, with its address and hashes."""

from __future__ import annotations

from collections import Counter

from reader.model.passage import passages
from reader.model.placeholders import is_left
from reader.model.record import record
from reader.model.text import EVERY_LANGUAGE, Prose, Text
from reader.model.translatable import TranslatableText, issue_texts, translatable_texts
from reader.model.translation_status import source_language, text_hash, translation_statuses
from reader.translation.one_language import as_aligned
from reader.translation.text_forms import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from reader.model.magazine import Article, Issue
    from reader.model.passage import Passage
    from reader.translation.text_forms import TextForm

    UnitState = Literal["new", "stale", "translated"]
    """State of a unit: without a translation, with one to look at again, with one."""

PLAIN_PARTS = ("title", "kicker", "deck", "credits", "source", "credit", "alt", "by", "speaker")
"""Parts that are read without markup."""
_EMPTY = Prose("")


@record
class TranslationUnit:
    """A text in its source language and in the language of a translation."""

    address: str
    article: str
    """Id of its article; empty for a text of the issue."""
    held: TranslatableText
    form: TextForm
    source_language: str
    language: str
    source: Prose
    target: Prose
    """Its translation; empty without one."""
    state: UnitState
    page: str = ""
    """Printed page; empty if not known."""

    @property
    def source_hash(self) -> str:
        """Hash of the meaning of the source, as accepted translations have it."""
        return text_hash(self.held, self.source_language)

    @property
    def target_hash(self) -> str:
        """Hash of the translation as it is written; that of nothing without one."""
        return written_hash(written(self.target, self.form))

    @property
    def remarks(self) -> tuple[str, ...]:
        """Notes for the translator: the printed page and the kind of text."""
        part = self.held.part or {"marked": "", "plain": "title"}.get(self.form, self.form)
        return tuple(filter(None, (f"page {self.page}" if self.page else "", part)))


def written_hash(text: str) -> str:
    """Returns the hash of a translation as it is written, in hexadecimal."""
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def article_units(issue: Issue, article: Article, language: str) -> list[TranslationUnit]:
    """Returns the texts of an article that a language needs and its source has, in reading order.

    Those of a body in one language only are as in the aligned one that an import makes of it.
    """
    article = as_aligned(article, language)
    source = source_language(issue, article)
    if language == source or (article.languages and language not in article.languages):
        return []
    status = next((each for each in translation_statuses(issue, article) if each.language == language), None)
    missing = {id(each.text) for each in status.missing} if status else set()
    stale_texts = status.stale if status else ()
    stale = {id(text) for each in stale_texts for text in each.cells or (each.text,)}
    places = {passage.anchor: passage for passage in passages(article)}
    figures = {figure.id: figure.page for figure in article.figures}
    counts: Counter[str] = Counter()
    found = []
    for held in translatable_texts(article):
        place = places.get(held.anchor)
        base = f"{issue.id}/{article.id}#{held.anchor}"
        if held.part and held.part != held.anchor:
            base += f":{held.part}"
        counts[base] += 1
        address = f"{base}.{counts[base]}" if counts[base] > 1 else base
        if not held.is_owed_in(language) or held.text.is_absent(language):
            continue
        prose = held.text.get(source)
        if not prose:
            continue
        target = _target(held.text, language)
        if not target.text:
            state: UnitState = "new"
        else:
            state = "stale" if id(held.text) in stale | missing else "translated"
        page = place.page if place else figures.get(held.anchor, "")
        form = _form(held, place)
        found.append(TranslationUnit(address, article.id, held, form, source, language, prose, target, state, page))
    return found


def outer_units(issue: Issue, language: str) -> list[TranslationUnit]:
    """Returns the texts of an issue outside its articles: titles of the issue and its sections."""
    names = ((name.replace(" ", "."), text) for name, text in issue_texts(issue) if not name.startswith("glossary "))
    return list(_of_texts(issue, names, language))


def glossary_units(issue: Issue, language: str) -> list[TranslationUnit]:
    """Returns the terms of an issue's glossary and the notes on them."""

    def texts() -> Iterator[tuple[str, Text]]:
        for number, entry in enumerate(issue.glossary, 1):
            yield f"glossary.{number}", entry.term
            if entry.note:
                yield f"glossary.{number}:note", entry.note

    return list(_of_texts(issue, texts(), language))


def all_units(issue: Issue, language: str) -> list[TranslationUnit]:
    """Returns every unit of an issue in a language, those of its glossary last."""
    found = outer_units(issue, language)
    for _, article in issue.articles():
        found += article_units(issue, article, language)
    return found + glossary_units(issue, language)


def _of_texts(issue: Issue, texts: Iterable[tuple[str, Text]], language: str) -> Iterator[TranslationUnit]:
    for name, text in texts:
        source = next((tag for tag in issue.languages if tag != language and text.plain(tag)), "")
        prose = text.get(source)
        if not prose or text.languages == (EVERY_LANGUAGE,) or text.is_absent(language):
            continue
        form: TextForm = "marked" if name.endswith(":note") or name == "licence" else "plain"
        target = _target(text, language)
        state: UnitState = "translated" if target.text else "new"
        address = f"{issue.id}#{name}"
        yield TranslationUnit(
            address, "", TranslatableText(name, "", text), form, source, language, prose, target, state
        )


def _target(text: Text, language: str) -> Prose:
    """Returns the translation; an empty one in the place of a placeholder."""
    return _EMPTY if is_left(text, language) else text.get(language) or _EMPTY


def _form(held: TranslatableText, place: Passage | None) -> TextForm:
    if held.part in PLAIN_PARTS:
        return "plain"
    if held.part or not place:
        return "marked"
    if place.kind in ("verse", "code"):
        return "verse" if place.kind == "verse" else "code"
    return "plain" if place.kind == "aside" else "marked"
