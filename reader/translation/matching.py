"""The units of a translator's file beside those of the issue as it is now: which are taken, and why others are not."""

from __future__ import annotations

from reader.model.address import parse
from reader.model.equivalence import equivalent_form
from reader.model.footnotes import marks_in
from reader.model.record import record
from reader.translation.text_forms import settled, written
from reader.translation.translation_file import FileFaultError
from reader.translation.units import all_units, written_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.model.magazine import Issue
    from reader.model.text import Prose
    from reader.translation.translation_file import FileUnit, TranslationFile
    from reader.translation.units import TranslationUnit

    RefusalReason = Literal["stale", "conflict", "unwritable"]
    """Reason why a translation is not taken."""


@record
class TakenUnit:
    """A translation of a file that is for a text of the issue as it is."""

    unit: TranslationUnit
    target: Prose
    written: str
    """The translation as an issue file has it."""
    is_changed: bool
    is_reviewed: bool


@record
class RefusedUnit:
    """A translation of a file that is not taken."""

    unit: FileUnit
    reason: RefusalReason


@record
class Matched:
    """The translations of a file that are for texts of the issue as they are, and the others."""

    taken: tuple[TakenUnit, ...]
    refused: tuple[RefusedUnit, ...]


def issue_of(file: TranslationFile) -> str:
    """Returns the id of the issue that the addresses of a file name.

    Raises:
        FileFaultError: If they name several, or one is no address.
    """
    found = ""
    for unit in file.units:
        name, mark, rest = unit.address.partition("#")
        address = parse(name)
        if address is None or not mark or not rest:
            raise FileFaultError(f"“{unit.address}” is no address of a text", unit.line, unit.column)
        if found and address.issue != found:
            raise FileFaultError(f"has texts of two issues, {found} and {address.issue}", unit.line, unit.column)
        found = address.issue
    return found


def matched(issue: Issue, file: TranslationFile, language: str, overwrites: bool = False) -> Matched:
    """Returns the translations of a file beside the texts of the issue.

    Args:
        issue: The issue as it is now.
        file: The translator's file.
        language: The language of its translations, as the issue names it.
        overwrites: Whether a translation of the file goes before one that was changed in the issue meanwhile.

    Raises:
        FileFaultError: If an address names no article of the issue, or no text that it ever had.
    """
    units = all_units(issue, language)
    by_address = {unit.address: unit for unit in units}
    moved = _by_hash(units)
    claimed = {u.address for each in file.units if (u := by_address.get(each.address)) and _is_same_source(u, each)}
    taken: list[TakenUnit] = []
    refused: list[RefusedUnit] = []
    for each in file.units:
        unit = by_address.get(each.address)
        if unit is None or not _is_same_source(unit, each):
            _check_article(issue, each)
            place, _, part = each.address.partition("#")
            found = moved.get((place, part.partition(":")[2].partition(".")[0], each.source_hash))
            if unit is None and found is None and not each.source_hash:
                raise FileFaultError(f"{each.address} names no text to translate", each.line, each.column)
            if found is None or found.address in claimed:
                if _is_work(each, unit):
                    refused.append(RefusedUnit(each, "stale"))
                continue
            unit = found
            claimed.add(unit.address)
        result = _beside(unit, each, overwrites)
        if isinstance(result, TakenUnit):
            _check_notes(issue, result, each)
            taken.append(result)
        elif result:
            refused.append(RefusedUnit(each, result))
    return Matched(tuple(taken), tuple(refused))


def _beside(unit: TranslationUnit, each: FileUnit, overwrites: bool) -> TakenUnit | RefusalReason | None:
    """Returns a translation that is taken, the reason why not, or None without one to take."""
    target = settled(each.target, unit.form, unit.language)
    if target is None:
        return "unwritable"
    if not target.text:
        return None
    new, now = written(target, unit.form), written(unit.target, unit.form)
    if new == now:
        return TakenUnit(unit, unit.target, now, False, each.is_reviewed)
    if each.target_hash == written_hash(new):  # the translator left it, somebody changed the issue's
        return None
    is_kept = each.target_hash == unit.target_hash if each.target_hash else not now
    if not is_kept and not overwrites:
        return "conflict"
    return TakenUnit(unit, target, new, True, each.is_reviewed)


def _is_same_source(unit: TranslationUnit, each: FileUnit) -> bool:
    """Whether the source is that which the file was made from."""
    if each.source_hash:
        return each.source_hash == unit.source_hash
    source = settled(each.source, unit.form, unit.source_language)
    return source is not None and equivalent_form(source.text) == equivalent_form(unit.source.text)


def _is_work(each: FileUnit, unit: TranslationUnit | None) -> bool:
    """Whether a unit has a translation that would be lost: one that is not the issue's, and not as it was exported."""
    form, language = (unit.form, unit.language) if unit else ("marked", "")
    target = settled(each.target, form, language)
    if target is None:
        return True
    new = written(target, form)
    if not new or (unit and new == written(unit.target, unit.form)):
        return False
    return each.target_hash != written_hash(new)


def _by_hash(units: Sequence[TranslationUnit]) -> dict[tuple[str, str, str], TranslationUnit]:
    """Returns the units by their article, part and hash; a text that is there twice is left out."""
    found: dict[tuple[str, str, str], TranslationUnit] = {}
    double = set()
    for unit in units:
        place, _, part = unit.address.partition("#")
        key = (place, part.partition(":")[2].partition(".")[0], unit.source_hash)
        if key in found:
            double.add(key)
        found[key] = unit
    return {key: unit for key, unit in found.items() if key not in double}


def _check_article(issue: Issue, each: FileUnit) -> None:
    address = parse(each.address.partition("#")[0])
    if address and address.article and issue.article(address.article) is None:
        raise FileFaultError(f"{each.address}: the issue has no article {address.article}", each.line, each.column)


def _check_notes(issue: Issue, taken: TakenUnit, each: FileUnit) -> None:
    article = issue.article(taken.unit.article)
    known = {note.id for note in article.footnotes} if article else set()
    for identifier in marks_in(taken.target):
        if taken.is_changed and article and identifier not in known:
            message = f"{each.address}: marks a note {identifier}, which the article does not have"
            raise FileFaultError(message, each.line, each.column)
