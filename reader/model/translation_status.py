"""Translation status of an article in each language: completeness, and texts of the source changed since.

Texts are compared by their meaning: a change of spaces, wrapping, width or script makes nothing stale.
"""

from __future__ import annotations

from collections import Counter

from reader.model.equivalence import equivalent_form
from reader.model.magazine import AcceptedTranslation, FreeBody, aligned_languages
from reader.model.pair_language import is_translated
from reader.model.placeholders import is_left
from reader.model.record import record
from reader.model.translatable import source_texts, translatable_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from reader.model.magazine import Article, Issue, Relation
    from reader.model.translatable import TranslatableText

    TranslationState = Literal["original", "complete", "partial", "missing"] | Relation
    """TranslationState of an article in a language; a side of a free body has its relation as its state."""
    Choice = Callable[[TranslatableText], bool]

ORIGINAL: TranslationState = "original"
COMPLETE: TranslationState = "complete"
PARTIAL: TranslationState = "partial"
MISSING: TranslationState = "missing"
HASH_BYTES = 4
"""Size of a text's hash: an article has few texts, and a hash is written in the issue file."""


@record
class TranslationStatus:
    """The status of an article in a language."""

    language: str
    state: TranslationState
    texts: int
    """Number of texts that the language needs, titles and captions among them."""
    missing: tuple[TranslatableText, ...] = ()
    """Those that this language lacks, and not on purpose."""
    accepted: bool = False
    """Whether the texts that the translation was made from are recorded."""
    stale: tuple[TranslatableText, ...] = ()
    """Texts with a translation whose source is new or changed since the translation was accepted."""
    stale_hashes: tuple[str, ...] = ()
    """For each of these, the hash of the source that was accepted in its place; empty for a new text."""
    gone: int = 0
    """Number of texts that the translation was made from and that were removed from the source."""

    @property
    def needs_work(self) -> bool:
        """Whether something is missing, stale or gone."""
        return self.state == MISSING or bool(self.missing or self.stale or self.gone)


def source_language(issue: Issue, article: Article) -> str:
    """Returns the tag of the language that the others are translated from."""
    languages = issue.languages_of(article)
    if article.original in languages:
        return article.original
    return article.body.sides[0][0] if isinstance(article.body, FreeBody) else languages[0]


def languages_owed(article: Article, languages: Sequence[str]) -> tuple[str, ...]:
    """Returns the languages that an article's texts need.

    They are its own ones if it names them; else the sides of a free body, or those of the issue's languages that the
    title or the body has.

    Args:
        article: The article.
        languages: The issue's languages.
    """
    if article.languages:
        return article.languages
    if isinstance(article.body, FreeBody):
        return tuple(tag for tag, _ in article.body.sides)
    return aligned_languages(article.title, article.body.blocks, tuple(languages))


def translation_statuses(issue: Issue, article: Article) -> list[TranslationStatus]:
    """Returns the status of an article in each of its languages, its source first."""
    source = source_language(issue, article)
    hashes = {translation.language: translation.hashes for translation in article.translated}
    others = [tag for tag in languages_owed(article, issue.languages) if tag != source]
    texts = list(translatable_texts(article))
    return [_status(article, source, tag, hashes.get(tag), texts) for tag in (source, *others)]


def accepted_now(issue: Issue, article: Article, chosen: Choice | None = None) -> tuple[AcceptedTranslation, ...]:
    """Returns the value of ``translated`` after an article's translations, or those of some texts, were accepted.

    Args:
        issue: The issue.
        article: The article.
        chosen: Whether the translation of a text is accepted; all are by default.
    """
    source = source_language(issue, article)
    known = {translation.language: translation.hashes for translation in article.translated}
    result = []
    for status in translation_statuses(issue, article)[1:]:
        tag = status.language
        if status.state != MISSING and (hashes := _accepted(article, source, tag, known.get(tag, ()), chosen)):
            result.append(AcceptedTranslation(tag, hashes))
    return tuple(result)


def text_hash(text: TranslatableText, language: str) -> str:
    """Returns the hash of a text's meaning in a language, in hexadecimal."""
    from hashlib import blake2b

    form = "\n".join(equivalent_form(part) for part in text.parts(language))
    return blake2b(form.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).hexdigest()


def _status(
    article: Article, source: str, tag: str, accepted: tuple[str, ...] | None, texts: Sequence[TranslatableText]
) -> TranslationStatus:
    """Returns the status of an article in a language; ``texts`` are all texts of the article."""
    texts = [each for each in texts if each.is_owed_in(tag)]
    missing = tuple(each for each in texts if not _is_there(each, source, tag) and not each.text.is_absent(tag))
    state = _state(article, source, tag, texts, missing)
    if state in (MISSING, ORIGINAL) or accepted is None:
        return TranslationStatus(tag, state, len(texts), missing)
    pairs = _pairs(article, source, accepted)
    changed = [pair for pair in pairs if pair.text and pair.hash != pair.accepted and pair.text.is_in(tag)]
    stale = tuple(pair.text for pair in changed if pair.text)
    gone = sum(pair.text is None for pair in pairs)
    hashes = tuple(pair.accepted for pair in changed)
    return TranslationStatus(tag, state, len(texts), missing, True, stale, hashes, gone)


def _is_there(each: TranslatableText, source: str, tag: str) -> bool:
    """Whether a language has a text that is no copy of the source, not in the source's language, and no placeholder."""
    if is_left(each.text, tag):
        return False
    return bool(each.text.plain(tag)) if tag == source or each.is_code else is_translated(each.text, source, tag)


def _state(
    article: Article, source: str, tag: str, texts: Sequence[TranslatableText], missing: Sequence[TranslatableText]
) -> TranslationState:
    """Returns the state of an article in a language; ``texts`` are those that it owes, ``missing`` those it lacks."""
    if tag == source:
        return ORIGINAL
    if isinstance(article.body, FreeBody):
        there = any(language == tag and blocks for language, blocks in article.body.sides)
        return article.relation or COMPLETE if there else MISSING
    body = sum(each.in_body for each in texts)
    if body and body == sum(each.in_body for each in missing):
        return MISSING
    return PARTIAL if missing else COMPLETE


@record
class _Pair:
    """A text of the source and the hash that was accepted in its place; one of the two may be lacking."""

    text: TranslatableText | None
    hash: str
    """The hash of the text as it is; empty without one."""
    accepted: str
    """The hash that was accepted; empty for a new text."""


def _pairs(article: Article, source: str, accepted: Sequence[str]) -> list[_Pair]:
    """Returns the texts of the source with their accepted hashes, in reading order; hashes of removed texts follow.

    A text is first paired with its own hash, wherever that is: moving it changes nothing. A changed text is paired with
    a hash that is left at its place: after the same text, else before the same text.
    """
    texts = source_texts(article, source)
    now = [text_hash(each, source) for each in texts]
    left = Counter(accepted)
    found: list[str] = []
    for own in now:
        found.append(own if left[own] > 0 else "")
        left[own] -= 1
    unused = _unused(accepted, now)
    _pair_by_neighbour(found, now, accepted, unused, 1)
    _pair_by_neighbour(found, now, accepted, unused, -1)
    pairs = [_Pair(text, own, old) for text, own, old in zip(texts, now, found, strict=True)]
    return pairs + [_Pair(None, "", accepted[index]) for index in sorted(unused)]


def _unused(accepted: Sequence[str], now: Sequence[str]) -> set[int]:
    """Returns the indexes of accepted hashes that no text has."""
    wanted = Counter(now)
    unused = set()
    for index, old in enumerate(accepted):
        if wanted[old] > 0:
            wanted[old] -= 1
        else:
            unused.add(index)
    return unused


def _pair_by_neighbour(
    found: list[str], now: Sequence[str], accepted: Sequence[str], unused: set[int], step: int
) -> None:
    """Pairs texts without a hash with unused hashes that have the same neighbour; fills ``found``, empties ``unused``.

    The neighbour is the one before (``step`` 1) or the one after (-1).
    """
    places: dict[str, list[int]] = {}
    neighbour = ""
    for index in range(len(accepted))[::step]:
        if index in unused:
            places.setdefault(neighbour, []).append(index)
        else:
            neighbour = accepted[index]
    neighbour = ""
    for index in range(len(now))[::step]:
        if found[index] == now[index]:
            neighbour = now[index]
        elif not found[index] and places.get(neighbour):
            place = places[neighbour].pop(0)
            found[index] = accepted[place]
            unused.discard(place)


def _accepted(
    article: Article, source: str, tag: str, known: tuple[str, ...], chosen: Choice | None
) -> tuple[str, ...]:
    """Returns the hashes of a translation after it was accepted; texts that are not chosen keep theirs."""
    hashes = []
    for pair in _pairs(article, source, known):
        if chosen is None or (pair.text and chosen(pair.text)):
            hashes.append(pair.hash if pair.text and pair.text.is_in(tag) else "")
        else:
            hashes.append(pair.accepted)
    return tuple(filter(None, hashes))
