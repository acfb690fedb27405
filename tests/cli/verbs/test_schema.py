from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.source.json_schema import json_schema

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_the_schema_is_printed(run: Run) -> None:
    code, out, err = run("schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == json_schema()


def test_schema_takes_no_word(run: Run) -> None:
    assert run("schema", "issue").code == 2
