"""The grammar of completion: the candidates for the last word of a command line, by the declarations.

Nothing here reads a file: addresses, languages and rules are looked up by ``reader.cli.verbs.suggest``.
"""

from __future__ import annotations

from reader.cli.declared import VERBS, declaration
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.declaration import Option, Positional, ValueKind, Verb

    Candidate = tuple[str, str]
    """A word and its description."""


@record
class Completion:
    """The possible continuations of a command line."""

    typed: str
    """The beginning of the value that is to be completed."""
    before: str = ""
    """The part of the last word before the value: ``--sort=``."""
    kinds: tuple[ValueKind, ...] = ()
    """Kinds of value that may come here."""
    candidates: tuple[Candidate, ...] = ()
    """Verbs, options and choices that may come here, whatever their beginning."""
    libraries: tuple[str, ...] = ()
    """Values of ``--library`` so far, as they were typed."""


def completion(words: Sequence[str]) -> Completion:
    """Returns the possible continuations of a command line.

    Args:
        words: The words after ``reader``; the last one is to be completed, and may be empty. A shell may have
            split ``--sort=best`` at its ``=``.
    """
    *before, last = _joined(words) or [""]
    is_named = bool(before) and before[0] in VERBS
    verb = declaration(before[0] if is_named else "open")
    line = _Line(verb)
    for word in before[1:] if is_named else before:
        line.take(word)
    found = _continued(line, last)
    if not before and not last.startswith("-"):
        verbs = tuple((name, declaration(name).summary) for name in VERBS)
        found = Completion(last, "", found.kinds, verbs)
    return Completion(found.typed, found.before, found.kinds, found.candidates, tuple(line.libraries))


class _Line:
    """The words before the last one, taken one after the other."""

    def __init__(self, verb: Verb) -> None:
        self.verb = verb
        self.options = {name: option for option in verb.every_option for name in (option.name, option.short) if name}
        self.given: set[str] = set()
        self.words: list[str] = []
        self.libraries: list[str] = []
        self.pending: Option | None = None
        """The option whose value comes next."""
        self.has_ended = False
        """Whether only words may come, after ``--``."""

    def take(self, word: str) -> None:
        """Takes one word."""
        if self.pending:
            self._take_value(self.pending, word)
            self.pending = None
        elif self.has_ended or not word.startswith("-") or word == "-":
            self.words.append(word)
        elif word == "--":
            self.has_ended = True
        else:
            name, equals, value = word.partition("=")
            option = self.options.get(name)
            if option:
                self.given.add(option.name)
                if equals:
                    self._take_value(option, value)
                elif option.placeholder:
                    self.pending = option

    def _take_value(self, option: Option, value: str) -> None:
        if option.kind == "library":
            self.libraries.append(value)


def _joined(words: Sequence[str]) -> list[str]:
    """Returns words with ``--name``, ``=``, ``value`` as one word again."""
    found: list[str] = []
    for word in words:
        is_value = bool(found) and found[-1].startswith("--") and found[-1].endswith("=")
        if (word == "=" and found and found[-1].startswith("--") and "=" not in found[-1]) or (
            is_value and word != "="
        ):
            found[-1] += word
        else:
            found.append(word)
    return found


def _continued(line: _Line, last: str) -> Completion:
    if line.pending:
        return _value(line.pending, last, "")
    if not line.has_ended and last.startswith("-"):
        name, equals, value = last.partition("=")
        option = line.options.get(name)
        if equals:
            return _value(option, value, f"{name}=") if option and option.placeholder else Completion(last)
        options = [option for option in line.verb.every_option if option.many or option.name not in line.given]
        return Completion(last, "", (), tuple((option.name, option.about) for option in options))
    words = list(_next_words(line))
    choices = dict.fromkeys(choice for word in words for choice in word.choices)
    kinds = tuple(dict.fromkeys(word.kind for word in words if not word.choices))
    return Completion(last, "", kinds, tuple((choice, _meaning(line.verb, choice)) for choice in choices))


def _value(option: Option, typed: str, before: str) -> Completion:
    return Completion(typed, before, (option.kind,), tuple((choice, "") for choice in option.choices))


def _next_words(line: _Line) -> Iterator[Positional]:
    """Yields the positional arguments that may come next: one of each form that the words so far agree with."""
    for form in line.verb.forms:
        place = len(line.words)
        if all(
            word.choices == () or typed in word.choices for word, typed in zip(form.words, line.words, strict=False)
        ):
            if place < len(form.words):
                yield form.words[place]
            elif form.words and form.words[-1].many:
                yield form.words[-1]


def _meaning(verb: Verb, choice: str) -> str:
    """Returns the meaning of a word from the verb's legend; empty if it is not there."""
    return next((term.about for term in verb.legend if term.name.partition(" ")[0] == choice), "")
