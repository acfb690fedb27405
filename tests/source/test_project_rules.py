from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.source import load_text
from reader.source.project_rules import severities_for, with_severities
from tests.source.test_rule_pages import BODY, whole

if TYPE_CHECKING:
    from pathlib import Path

WARNED = whole(BODY, '- {zh-Hans: "泉,水", en: Spring}\n- zh-Hans: 泉\n')


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    path = tmp_path / "magazine" / "issues" / "springs.yaml"
    path.parent.mkdir(parents=True)
    return path


def test_without_settings_the_severities_are_the_default_ones(issue: Path) -> None:
    assert severities_for(str(issue), {}) == {}
    found = load_text(WARNED).diagnostics
    assert with_severities(found, {}) == found


def test_the_nearest_settings_above_a_file_apply(issue: Path) -> None:
    (issue.parents[1] / "pyproject.toml").write_text('[tool.bilingual-magazine-reader.rules]\nT702 = "off"\n')
    assert severities_for(str(issue), {}) == {"T702": "off"}
    (issue.parent / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert severities_for(str(issue), {}) == {"T702": "off"}
    (issue.parent / ".reader.toml").write_text('[rules]\nT702 = "error"\n')
    assert severities_for(str(issue), {}) == {"T702": "error"}


def test_the_settings_of_a_folder_are_read_once(issue: Path) -> None:
    known: dict[str, object] = {}
    (issue.parent / ".reader.toml").write_text('[rules]\nT702 = "error"\n')
    first = severities_for(str(issue), known)
    (issue.parent / ".reader.toml").unlink()
    assert severities_for(str(issue.with_name("other.yaml")), known) is first


def test_diagnostics_get_the_severities_of_the_project() -> None:
    found = with_severities(load_text(WARNED).diagnostics, {"T702": "error", "L601": "off"})
    assert [(d.code, d.severity) for d in found] == [("T702", "error")]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("[rules]\nX999 = 'off'\n", "there is no rule 'X999'"),
        ("[rules]\nT702 = 'fatal'\n", "T702 must be error, warning or off"),
        ("[rules]\nT702 = 3\n", "T702 must be error, warning or off"),
        ("[rules]\nS302 = 'warning'\n", "S302 must stay an error"),
        ("rules = 3\n", "rules is not a table"),
        ("[rules\n", "cannot be read"),
        ("[rules]\nT702 = '\xff'\n", "cannot be read"),
    ],
)
def test_invalid_settings_are_reported_in_one_line(issue: Path, settings: str, words: str) -> None:
    (issue.parent / ".reader.toml").write_bytes(settings.encode("latin-1"))
    with pytest.raises(ReaderError, match=words) as raised:
        severities_for(str(issue), {})
    assert "\n" not in str(raised.value)
    assert raised.value.exit_code == 2
