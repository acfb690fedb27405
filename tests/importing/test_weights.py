"""The modules of weights: each weight is documented, read by a module of its pipeline, and free to be changed."""

import ast
import re
from pathlib import Path

import pytest

import reader.importing
import reader.importing.pdf

ROOM = Path(reader.importing.__file__).parent
PDF = Path(reader.importing.pdf.__file__).parent
STAGES = sorted(path for path in PDF.glob("weights/*.py") if path.stem != "__init__")


def names_in(module: Path) -> list[str]:
    """Returns the names of the weights of a module, each an assignment with its documentation."""
    _, *statements = ast.parse(module.read_text("utf-8")).body
    names = []
    for assignment, documentation in zip(statements[::2], statements[1::2], strict=True):
        assert isinstance(assignment, ast.Assign)
        assert isinstance(documentation, ast.Expr)
        names.append(ast.unparse(assignment.targets[0]))
    return names


@pytest.mark.parametrize("module", sorted(ROOM.glob("*/weights.py")), ids=lambda path: path.parent.name)
def test_each_weight_is_a_documented_constant_that_its_pipeline_reads(module):
    sources = "".join(path.read_text("utf-8") for path in module.parent.rglob("*.py"))
    assert set(names_in(module)) == set(re.findall(r"\bweights\.([A-Z][A-Z0-9_]*)\b", sources)) - {"NAME"}


@pytest.mark.parametrize("module", STAGES, ids=lambda path: path.stem)
def test_each_weight_of_a_stage_of_pdf_pages_is_read_by_its_own_stage_or_by_later_ones(module):
    own = set((PDF / module.stem).glob("*.py"))
    read = set()
    for path in (path for path in PDF.rglob("*.py") if path.parent != module.parent):
        alias = "weights" if path in own else f"{module.stem}_weights"
        is_imported = f"from reader.importing.pdf.weights import {module.stem} as {alias}\n" in path.read_text("utf-8")
        found = re.findall(rf"(?<![\w.]){alias}\.([A-Z][A-Z0-9_]*)\b", path.read_text("utf-8"))
        assert bool(found) == is_imported, path
        read.update(found)
    assert set(names_in(module)) == read


def test_a_weight_of_pdf_pages_is_in_one_stage():
    names = [name for module in STAGES for name in names_in(module)]
    assert len(set(names)) == len(names)


def test_no_weight_is_bound_when_its_module_is_imported():
    for path in PDF.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                defaults = [
                    ast.unparse(default) for default in (*node.args.defaults, *node.args.kw_defaults) if default
                ]
                assert not any("weights." in default for default in defaults), (path, node.name)
