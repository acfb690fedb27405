"""``docs/MAINTAINING.md`` is true: its snippets parse and name the schema, its commands work one after another."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml
from PIL import Image

from reader.cli.declared import VERBS
from reader.cli.main import main
from reader.model.placeholders import PLACEHOLDERS
from reader.source import load, load_text
from reader.source.project_rules import OWN_FILE, PROJECT_FILE, severities_for
from reader.source.template import SCHEMA_FILE
from tests.source.test_format_document import whole

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "MAINTAINING.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```(\w+)(?: ([\w-]+))?\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)


def snippet(kind: str, name: str) -> str:
    [found] = [text for k, n, text in SNIPPETS if (k, n) == (kind, name)]
    return found


def test_every_snippet_is_of_a_known_kind() -> None:
    assert {(kind, name) for kind, name, _ in SNIPPETS} == {
        ("sh", ""),
        ("yaml", "blocks"),
        ("yaml", "article"),
        ("yaml", "annotated"),
        ("yaml", "pre-commit"),
        ("yaml", "workflow"),
        ("toml", "reader"),
        ("toml", "pyproject"),
        ("toml", "helix"),
        ("json", "vscode"),
        ("lua", "neovim"),
        ("text", ""),
    }


@pytest.mark.parametrize("name", ["blocks", "article", "annotated"])
def test_the_examples_load(name: str) -> None:
    written = whole("article" if name == "annotated" else name, snippet("yaml", name))
    assert [str(d) for d in load_text(written).diagnostics if d.code != "R406"] == []


def test_the_editors_are_told_the_schema_that_new_writes() -> None:
    assert list(json.loads(snippet("json", "vscode"))["yaml.schemas"]) == [f"./{SCHEMA_FILE}"]
    helix = tomllib.loads(snippet("toml", "helix"))["language-server"]["yaml-language-server"]
    assert list(helix["config"]["yaml"]["schemas"]) == [f"./{SCHEMA_FILE}"]
    lua = snippet("lua", "neovim")
    assert f'["./{SCHEMA_FILE}"]' in lua
    for opening, closing in ("()", "{}", "[]"):
        assert lua.count(opening) == lua.count(closing)


@pytest.mark.parametrize(("name", "file"), [("reader", OWN_FILE), ("pyproject", PROJECT_FILE)])
def test_the_settings_are_taken(name: str, file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(snippet("toml", name))
    assert severities_for(str(tmp_path / "x.yaml"), {}) == {"T702": "error", "R403": "off"}


def test_the_hooks_are_those_that_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    used = yaml.safe_load(snippet("yaml", "pre-commit"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in used] == [hook["id"] for hook in hooks]
    for hook in hooks:
        program, verb = hook["entry"].split()
        assert (program, hook["language"]) == ("reader", "python")
        assert verb in VERBS


def write_over(path: Path) -> None:
    """Writes other texts over those of the template."""
    text = path.read_text(encoding="utf-8")
    for tag, placeholders in PLACEHOLDERS.items():
        for key, placeholder in placeholders.items():
            text = text.replace(
                f"{tag}: {placeholder}", f"{tag}: {f'The {key} of springs' if tag == 'en' else f'泉水{len(key)}'}"
            )
    path.write_text(text, encoding="utf-8")


def test_the_hooks_and_the_workflow_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "issues").mkdir()
    assert main(["new", str(tmp_path / "issues" / "spring-09")]) == 0
    monkeypatch.chdir(tmp_path)
    write_over(Path("issues/spring-09.yaml"))
    main(["fmt", "issues/spring-09.yaml"])
    steps = yaml.safe_load(snippet("yaml", "workflow"))["jobs"]["check"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("reader ")]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    commands += [f"{hook['entry']} issues/spring-09.yaml" for hook in hooks]
    assert len(commands) == 4
    for command in commands:
        assert main(shlex.split(command)[1:]) == 0, command


def test_the_ten_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of the walk, in its order; what a person does in the editor is done between them."""
    walk = DOCUMENT.partition("## Ten minutes")[2].partition("\n## ")[0]
    commands = [
        line for text in re.findall(r"^```sh\n(.*?)^```$", walk, re.MULTILINE | re.DOTALL) for line in text.splitlines()
    ]
    monkeypatch.chdir(tmp_path)
    path = Path("spring-09.yaml")
    assert commands[:2] == ["mkdir magazine", "cd magazine"]
    Path("magazine").mkdir()
    monkeypatch.chdir(tmp_path / "magazine")
    for command in commands[2:]:
        if command == "reader new article spring-09.yaml tea-house":
            Image.new("RGB", (40, 30), "teal").save("spring-09/spring.png")
            text = path.read_text(encoding="utf-8").replace("file: picture.png", "file: spring.png")
            wanted = r"^( *)# ((figures:|  - id:|    caption:|    file:|- figure:).*)$"
            path.write_text(re.sub(wanted, r"\1\2", text, flags=re.MULTILINE), encoding="utf-8")
        if command == "reader check spring-09.yaml":
            write_over(path)
        code = main(shlex.split(command)[1:])
        out, err = capsys.readouterr()
        if command == "reader preview spring-09.yaml":  # there is no terminal here; tests/ui has it
            assert (code, out) == (1, "")
            assert "needs a terminal" in err
        else:
            assert code == 0, (command, err)
    loaded = load(str(path))
    assert loaded.issue
    assert loaded.diagnostics == ()
    assert [article.id for _, article in loaded.issue.articles()] == ["first-article", "tea-house"]
    assert loaded.issue.article("first-article").figures[0].file == "spring.png"


@pytest.mark.parametrize("page", ["MAINTAINING.md", "FORMAT.md", "COMMANDS.md", "RULES.md"])
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    written = (ROOT / "docs" / page).read_text(encoding="utf-8")
    text = re.sub(r"```.*?```|`[^`\n]*`", "", written, flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", text):
        if target and "://" not in target:
            assert (ROOT / "docs" / target).exists(), target
    for target, anchor in re.findall(r"\]\(([A-Z]+\.md)?#([^)]*)\)", text):
        other = (ROOT / "docs" / (target or page)).read_text(encoding="utf-8")
        heads = re.findall(r"^#+ (.*)$", other, re.MULTILINE)
        slugs = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
        assert anchor in slugs, (target, anchor)
