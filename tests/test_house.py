"""The measures that hold the structure of the program: cycles, rooms, sizes, names, plain English.

The rooms and the reasons for the measures are in ``docs/ARCHITECTURE.md``.
"""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections import defaultdict
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reader"
DATA = re.compile(r"_\w*data\.py$")
"""Names of generated modules."""

MAX_METHODS = 40
MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 60
MAX_TUPLE_FIELDS = 3
MAX_ANY_LINES = 30
HARD_ENGLISH = re.compile(
    r"\b(what|so many|so much|(?:is|are) told|stands? (?:in|at|on|there)|that of which)\b", re.IGNORECASE
)
"""Turns of phrase that a reader has to decode."""
SQL = re.compile(
    r"\b(SELECT\b.+\bFROM|INSERT\s+(OR \w+ )?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+\w*\s*TABLE|PRAGMA)\b",
    re.DOTALL,
)
SQL_ROOMS = {"catalogue", "learning", "marks", "sqlite"}
FOREIGN_IN_ROOMS = {"yaml": {"source"}, "textual": {"ui"}, "rich": {"ui"}, "sqlite3": set(), "_sqlite3": {"sqlite"}}
"""Libraries that only some rooms may import."""
WRITER = "reader.file_writing"
WRITING_CALLS = {
    *("os.replace", "os.rename", "os.renames", "os.link", "os.symlink", "os.truncate", "os.ftruncate", "os.mkfifo"),
    *("shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copytree", "shutil.move", "io.FileIO", "io.open"),
    *("gzip.open", "zipfile.ZipFile", "os.fdopen", "codecs.open", "os.sendfile", "os.copy_file_range"),
}
WRITING_METHODS = {"write_text", "write_bytes", "touch", "rename", "symlink_to", "hardlink_to", "save"}
"""Methods of a path or a picture; ``replace`` is one of texts and records, too."""
WRITING_FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND", "O_TRUNC", "O_TMPFILE"}
OTHER_WRITERS = {
    "reader.log": {"os.open", "os.replace"},  # a line is added to the program's own log
    "reader.cli.output": {"os.open"},  # the null device, in the place of a closed stream
    "reader.cli.console": {"os.open"},  # the terminal
    "reader.catalogue.seal": {"open", "os.replace"},  # a seal beside the index, which the program may make anew
    "reader.learning.building": {"os.replace"},  # the file of a dictionary, which may be made anew
    "reader.learning.speaking": {"tempfile.TemporaryFile"},  # the messages of a program, gone with it
    "reader.sqlite.health": {"os.rename", "os.replace"},  # a database is put aside, and a copy of one gets its name
    "reader.importing.pdf.page.document": {".save"},  # in memory
    "reader.importing.documents.archives": {"zipfile.ZipFile"},  # opened for reading
    "reader.subscriptions.kept_issues": {
        "os.open",
        "os.replace",
        "os.rename",
        "os.link",
        "os.symlink",
        "shutil.copyfile",
    },
    "reader.subscriptions.subscription": {"os.open"},  # the lock; the other writes issues, each in a folder of its own
    "reader.exporting.epub": {"zipfile.ZipFile"},  # in memory
    "reader.pictures.decoding": {".save"},  # in memory
    "reader.publishing.token_files": {"open", "os.replace", "tempfile.TemporaryDirectory"},  # may be made anew
    "reader.publishing.tree": {"open", "os.link", "os.rename", "shutil.copy2"},  # a folder, exchanged whole
}
"""Modules that write by themselves, each with its calls and the reason."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, ast.Module]:
    """Returns the syntax tree of each module of the program, by its dotted name."""
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def imported(tree: ast.Module) -> Iterator[str]:
    """Yields each name that a module imports: at the top, inside functions, and for types only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def graph() -> dict[str, set[str]]:
    """Returns the own modules that each module imports; a package that a module is in is not counted."""
    return {
        name: {other for other in imported(tree) if other in modules() and not f"{name}.".startswith(f"{other}.")}
        for name, tree in modules().items()
    }


@cache
def classes() -> list[tuple[str, ast.ClassDef]]:
    """Returns the classes of the program, each with its module."""
    return [
        (module, node)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]


def functions() -> Iterator[tuple[str, Function]]:
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield module, node


def test_no_module_imports_itself_by_way_of_others() -> None:
    try:
        TopologicalSorter(graph()).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def test_no_two_rooms_import_each_other() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for module, others in graph().items():
        rooms[room_of(module)] |= {room_of(other) for other in others} - {room_of(module)}
    assert [(room, other) for room, others in rooms.items() for other in others if room in rooms.get(other, ())] == []


def methods(name: str, by_name: Mapping[str, ast.ClassDef]) -> set[str]:
    """Returns the names of a class's methods with those that it inherits from own classes."""
    found: set[str] = set()
    pending = [name]
    while pending:
        node = by_name.get(pending.pop())
        if node:
            found |= {each.name for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}
            bases = (base.value if isinstance(base, ast.Subscript) else base for base in node.bases)
            pending += [base.id for base in bases if isinstance(base, ast.Name)]
    return found


def test_no_class_does_everything() -> None:
    by_name = {node.name: node for _, node in classes()}
    counts = {name: len(methods(name, by_name)) for name in by_name}
    assert {name: count for name, count in counts.items() if count > MAX_METHODS} == {}


def test_a_class_name_means_one_thing() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for module, node in classes():
        where[node.name].add(module)
    assert {name: sorted(places) for name, places in where.items() if len(places) > 1} == {}


def test_modules_are_read_in_one_sitting() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
        if not DATA.search(path.name)
    }
    assert {path: lines for path, lines in lengths.items() if lines > MAX_MODULE_LINES} == {}


def test_functions_are_seen_at_once() -> None:
    lengths = {f"{module}.{node.name}": (node.end_lineno or 0) - node.lineno + 1 for module, node in functions()}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_FUNCTION_LINES} == {}


def fixed_tuples(tree: ast.AST) -> Iterator[ast.Tuple]:
    """Yields the fields of each ``tuple[A, B, …]`` of a fixed length."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "tuple":
            fields = node.slice
            if isinstance(fields, ast.Tuple) and not any(
                isinstance(each, ast.Constant) and each.value is Ellipsis for each in fields.elts
            ):
                yield fields


def test_a_tuple_of_more_than_three_is_a_record() -> None:
    long = [
        f"{module}:{fields.lineno}"
        for module, tree in modules().items()
        for fields in fixed_tuples(tree)
        if len(fields.elts) > MAX_TUPLE_FIELDS
    ]
    assert long == []


def test_tuples_are_not_nested() -> None:
    nested = [
        f"{module}:{fields.lineno}"
        for module, tree in modules().items()
        for fields in fixed_tuples(tree)
        if any(True for each in fields.elts for _ in fixed_tuples(each))
    ]
    assert nested == []


def test_libraries_are_imported_in_their_rooms_only() -> None:
    wrong = [
        f"{module} imports {library}"
        for module, tree in modules().items()
        for library, rooms in FOREIGN_IN_ROOMS.items()
        if room_of(module) not in rooms and any(name.split(".")[0] == library for name in imported(tree))
    ]
    assert wrong == []


def test_sql_is_written_in_its_rooms_only() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in modules().items()
        if room_of(module) not in SQL_ROOMS
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value)
    ]
    assert wrong == []


def writing_calls(tree: ast.Module) -> Iterator[str]:
    """Yields the calls of a module that open a file for writing, or put one in the place of another."""
    named = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        words = [each for part in (*node.args, *node.keywords) for each in ast.walk(part)]
        words += [each for word in words if isinstance(word, ast.Name) for each in ast.walk(named.get(word.id, word))]
        if called == "open" or called.endswith(".open"):
            modes = [each.value for each in words if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            flags = {each.attr for each in words if isinstance(each, ast.Attribute)}
            is_mode = any(re.fullmatch(r"[rwxabt+]{1,4}", mode) and set(mode) & set("wxa+") for mode in modes)
            if is_mode or flags & WRITING_FLAGS:
                yield called
        elif called in WRITING_CALLS or called.startswith("tempfile."):
            yield called
        elif isinstance(node.func, ast.Attribute) and node.func.attr in WRITING_METHODS:
            yield f".{node.func.attr}"


def test_one_module_writes_the_user_s_files() -> None:
    wrong = [
        f"{module} calls {called}"
        for module, tree in modules().items()
        if module != WRITER
        for called in writing_calls(tree)
        if called not in OTHER_WRITERS.get(module, ())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        'open(path, "w")',
        'open(path, mode="xb")',
        'open(path, "r+", encoding="utf-8")',
        "os.open(path, os.O_WRONLY | os.O_CREAT)",
        "FLAGS = os.O_RDWR\nos.open(path, FLAGS)",
        "os.replace(fresh, path)",
        "shutil.move(fresh, path)",
        "Path(path).write_text(text)",
        'path.open("a")',
        "tempfile.NamedTemporaryFile()",
        'picture.save(path, "PNG")',
    ],
)
def test_a_module_that_writes_by_itself_is_found(line: str) -> None:
    assert [*writing_calls(ast.parse(line))]


@pytest.mark.parametrize("line", ["open(path)", 'open(path, "rb")', "os.open(path, os.O_RDONLY)", "Image.open(file)"])
def test_a_module_that_reads_is_none_that_writes(line: str) -> None:
    assert not [*writing_calls(ast.parse(line))]


def test_the_garbage_collector_is_switched_in_one_module() -> None:
    assert len([module for module, tree in modules().items() if "gc" in imported(tree)]) == 1


def test_no_function_changes_a_global() -> None:
    assert [m for m, tree in modules().items() if any(isinstance(node, ast.Global) for node in ast.walk(tree))] == []


def test_any_is_rare() -> None:
    lines = {
        (module, node.lineno)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "Any"
    }
    assert len(lines) <= MAX_ANY_LINES


def test_summaries_are_plain_english() -> None:
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    summaries = [
        (module, (ast.get_docstring(node) or "").partition("\n")[0])
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, kinds)
    ]
    assert [(module, summary) for module, summary in summaries if HARD_ENGLISH.search(summary)] == []


def test_tests_use_nothing_of_the_benchmarks() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "tests").rglob("*.py")}
    assert [path for path, tree in trees.items() if any(name.startswith("benchmarks") for name in imported(tree))] == []


@pytest.mark.parametrize("document", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda path: path.name)
def test_documents_name_modules_that_exist(document: Path) -> None:
    paths = {f"/{path.relative_to(ROOT).as_posix()}" for path in ROOT.rglob("*.py") if ".venv" not in path.parts}
    named = re.findall(r"`([a-z0-9_./-]+\.py)`", document.read_text(encoding="utf-8"))  # capitals: any module
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in paths)] == []


def test_each_string_of_the_interface_is_shown() -> None:
    fields = next(node for module, node in classes() if node.name == "Strings" and module == "reader.ui.strings.fields")
    named = {
        node.target.id for node in fields.body if isinstance(node, ast.AnnAssign) if isinstance(node.target, ast.Name)
    }
    used = {node.attr for tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert named - used == set()


def members(node: ast.AST) -> set[str]:
    """Returns the names that a module or a class defines or imports, with the attributes of its objects."""
    found = set()
    for each in ast.walk(node):
        if isinstance(each, Function | ast.ClassDef):
            found.add(each.name)
        elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            found.add(each.id)
        elif isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store):
            found.add(each.attr)
        elif isinstance(each, ast.alias):
            found.add(each.asname or each.name)
    return found


@cache
def full_names() -> set[str]:
    """Returns the modules, and the names in them and in their classes, as references write them in full."""
    found = set(modules())
    for module, tree in modules().items():
        found |= {f"{module}.{name}" for name in members(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found |= {f"{module}.{node.name}.{name}" for name in members(node)}
                found |= {f"{node.name}.{name}" for name in members(node)}
    return found


def test_docstrings_refer_to_names_that_exist() -> None:
    missing = []
    for module, tree in modules().items():
        text = "\n".join(
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) if isinstance(node.value, str)
        )
        for name in re.findall(r":(?:mod|class|func|data|attr|meth):`~?([\w.]+)`", text):
            is_foreign = name.split(".")[0] in sys.stdlib_module_names or hasattr(builtins, name)
            if not is_foreign and name not in full_names() and name not in members(tree):
                missing.append(f"{module}: {name}")
    assert missing == []


@pytest.mark.parametrize("document", [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], ids=lambda path: path.name)
def test_links_of_documents_lead_to_files(document: Path) -> None:
    targets = re.findall(r"\]\(([\w./-]+(?:\.\w+|/))(?:#[\w-]+)?\)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_decisions_are_numbered_and_listed_with_their_titles() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(folder.glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    titles = [page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for page in pages]
    listed = [line for line in (folder / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    assert listed == [f"- {page.name[:4]} [{title}]({page.name})" for page, title in zip(pages, titles, strict=True)]
