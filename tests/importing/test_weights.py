"""The modules of weights: each weight is documented, read by a module of its pipeline, and free to be changed."""

import ast
import re
from pathlib import Path

import pytest

import reader.importing

ROOM = Path(reader.importing.__file__).parent
MODULES = sorted(ROOM.glob("*/weights.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.parent.name)
def test_each_weight_is_a_documented_constant_that_its_pipeline_reads(module):
    _, *statements = ast.parse(module.read_text("utf-8")).body
    names = []
    for assignment, documentation in zip(statements[::2], statements[1::2], strict=True):
        assert isinstance(assignment, ast.Assign)
        assert isinstance(documentation, ast.Expr)
        names.append(ast.unparse(assignment.targets[0]))
    sources = "".join(path.read_text("utf-8") for path in module.parent.rglob("*.py"))
    assert set(names) == set(re.findall(r"\bweights\.([A-Z][A-Z0-9_]*)\b", sources)) - {"NAME"}
