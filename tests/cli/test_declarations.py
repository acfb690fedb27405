"""The declarations of verbs agree with themselves, with the vocabularies of other rooms, and with the documentation."""

from __future__ import annotations

import ast
import runpy
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader import log
from reader.cli.declaration import LEVELS
from reader.cli.declared import HIDDEN, VERBS, declaration
from reader.cli.declared.fmt import WRAPS
from reader.cli.declared.marks import MARK_KINDS
from reader.cli.declared.search import ORDERS
from reader.cli.declared.shared import INTERFACES, THEMES
from reader.marks.mark import KINDS
from reader.search.ranking import SORTS
from reader.settings.table import AUTO, BY_NAME
from reader.source import wrapping
from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CLI = ROOT / "reader" / "cli"


@pytest.mark.parametrize("name", [*VERBS, *HIDDEN])
def test_a_verb_is_declared_and_done_under_its_name(name: str) -> None:
    verb = declaration(name)
    assert verb.name == name
    assert (CLI / "verbs" / f"{name}.py").exists()
    options = {option.name: option for option in verb.options}
    assert len(options) == len(verb.options)
    used = {name for form in verb.forms for name in (*form.options, *form.required)}
    assert used <= options.keys()
    for option in options.values():
        assert (option.kind == "choice") == bool(option.choices)
        assert (option.kind == "number") == bool(option.most)
        assert option.about[0].islower() or option.about.startswith("READER")
        assert not option.about.endswith(".")


def test_every_module_of_a_declaration_is_a_verb() -> None:
    found = {path.stem for path in (CLI / "declared").glob("*.py")} - {"__init__", "shared"}
    assert found == {*VERBS, *HIDDEN}


def test_vocabularies_are_those_of_the_rooms() -> None:
    assert log.LEVELS == LEVELS
    assert wrapping.WRAPS == WRAPS
    assert KINDS == MARK_KINDS
    assert SORTS == ORDERS
    assert set(THEMES) == set(BY_NAME["theme"].words)
    assert {*INTERFACES, AUTO} == set(BY_NAME["interface"].words)


def _literals(tree: ast.Module) -> dict[str, list[object]]:
    return {
        node.targets[0].id: [element.value for element in node.value.slice.elts if isinstance(element, ast.Constant)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Subscript)
        and ast.unparse(node.value.value) == "Literal"
        and isinstance(node.value.slice, ast.Tuple)
    }


def test_a_tuple_of_choices_has_every_value_of_its_type() -> None:
    """``typing.get_args`` would make the tuple, but importing ``typing`` takes longer than parsing a command line."""
    compared = 0
    for path in CLI.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        literals = _literals(tree)
        for node in tree.body:
            if isinstance(node, ast.AnnAssign) and node.value:
                kind = ast.unparse(node.annotation).removeprefix("tuple[").removesuffix(", ...]")
                if kind in literals:
                    assert list(ast.literal_eval(node.value)) == literals[kind], (path, kind)
                    compared += 1
    assert compared >= 8


def test_help_and_completion_import_no_verb(tmp_path: Path) -> None:
    for argv in (["--help"], ["check", "--help"], ["list", "--version"], ["suggest", "--", "list", "--"]):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "reader", *argv], capture_output=True, text=True, check=True
        )
        imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        assert not {f"reader.cli.verbs.{name}" for name in VERBS} & imported
        assert not {name for name in imported if name.startswith(("reader.library", "reader.source", "reader.ui"))}


def test_the_tables_of_options_are_current() -> None:
    program = ROOT / "tools" / "make_command_tables.py"
    done = subprocess.run([sys.executable, str(program), "--check"], check=False, cwd=ROOT)
    assert done.returncode == 0, "python tools/make_command_tables.py writes them"


def test_the_man_page_is_current_and_names_every_verb() -> None:
    program = ROOT / "tools" / "make_man_page.py"
    done = subprocess.run([sys.executable, str(program), "--check"], check=False, cwd=ROOT)
    assert done.returncode == 0, "python tools/make_man_page.py writes it"
    page = (ROOT / "docs" / "reader.1").read_text("utf-8")
    for name in VERBS:
        verb = declaration(name)
        assert page.count(f"\\fBreader {name}\\fR") == len(verb.forms)
        options = (option.name.replace("-", "\\-") for option in verb.options)
        assert all(f"\\fB{option}\\fR" in page for option in options)


def test_the_date_of_the_man_page_is_that_of_its_version_in_the_changelog() -> None:
    release_date = runpy.run_path(str(ROOT / "tools" / "make_man_page.py"))["release_date"]
    changelog = "# Changelog\n\n## 0.3.0 (unreleased)\n\n## 0.2.0 (2027-01-31)\n\n## 0.1.0 (2026-11-29)\n"
    dates = [release_date(changelog, version) for version in ("0.3.0", "0.2.0", "0.1.0")]
    assert dates == ["unreleased", "2027-01-31", "2026-11-29"]
    with pytest.raises(ValueError, match=r"## 0\.4\.0 \(YYYY-MM-DD\)"):
        release_date(changelog, "0.4.0")


@pytest.mark.parametrize("command", [["mandoc", "-T", "lint", "-W", "error"], ["groff", "-man", "-Tutf8", "-k", "-ww"]])
def test_the_man_page_has_no_fault_of_form(command: list[str]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not there")
    page = ROOT / "docs" / "reader.1"
    done = subprocess.run([*command, str(page)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
