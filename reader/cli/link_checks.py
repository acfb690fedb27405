"""Links to other issues, looked up in the library of ``reader check --library`` (R424)."""

from __future__ import annotations

from reader.cli.checking import Checked
from reader.errors import ReaderError
from reader.library import resolve
from reader.source.checks.links import check_links_to
from reader.source.diagnostic import in_order
from reader.source.loading import load_source
from reader.source.project_rules import severities_for, with_severities
from reader.source.source_file import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model.address import Address
    from reader.source.diagnostic import Diagnostic
    from reader.source.project_rules import Severities

RULE = "R424"


def with_links_looked_up(files: Sequence[Checked], library: Library) -> list[Checked]:
    """Returns checked files with the links to other issues that lead nowhere in a library.

    It is a step after the check itself, whose result depends on nothing but the file.
    """
    known: dict[str, Severities] = {}
    found = []
    for file in files:
        dead = (
            with_severities(_dead_links(file.path, library), severities_for(file.path, known)) if file.is_good else ()
        )
        found.append(Checked(file.path, tuple(in_order([*file.diagnostics, *dead]))) if dead else file)
    return found


def _dead_links(path: str, library: Library) -> list[Diagnostic]:
    def fault_of(address: Address) -> str:
        try:
            resolve(library, str(address))
        except ReaderError as error:
            return str(error)
        return ""

    source = read_source(path)
    if "](" not in source.text:
        return []
    loaded, context = load_source(source, checked=False)
    if loaded.issue:
        check_links_to(loaded.issue, context, fault_of)
    return [diagnostic for diagnostic in source.diagnostics if diagnostic.code == RULE]
