"""The parts of code with styles of their own, by Pygments, which is imported for the first code in sight."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from reader.layout.spaces import TextOffset
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from typing import Literal

    from reader.layout.piece import Piece

    CodeStyle = Literal["code-keyword", "code-literal", "code-comment"]
    Stretch = tuple[int, int, CodeStyle]
    """A half-open range of a text and its style."""

MAX_COLOURED_CHARS = 20_000
"""Length of code from which on it has no colours: a lexer may take long."""
_LEXERS = {
    name: (module, lexer)
    for names, module, lexer in (
        ("python py", "python", "PythonLexer"),
        ("sh bash shell", "shell", "BashLexer"),
        ("console", "shell", "BashSessionLexer"),
        ("c", "c_cpp", "CLexer"),
        ("c++ cpp", "c_cpp", "CppLexer"),
        ("c# csharp", "dotnet", "CSharpLexer"),
        ("java", "jvm", "JavaLexer"),
        ("kotlin", "jvm", "KotlinLexer"),
        ("javascript js", "javascript", "JavascriptLexer"),
        ("typescript ts", "javascript", "TypeScriptLexer"),
        ("go", "go", "GoLexer"),
        ("rust rs", "rust", "RustLexer"),
        ("ruby rb", "ruby", "RubyLexer"),
        ("lua", "scripting", "LuaLexer"),
        ("perl", "perl", "PerlLexer"),
        ("php", "php", "PhpLexer"),
        ("r", "r", "SLexer"),
        ("haskell", "haskell", "HaskellLexer"),
        ("lisp scheme", "lisp", "SchemeLexer"),
        ("sql", "sql", "SqlLexer"),
        ("html", "html", "HtmlLexer"),
        ("xml", "html", "XmlLexer"),
        ("css", "css", "CssLexer"),
        ("json", "data", "JsonLexer"),
        ("yaml", "data", "YamlLexer"),
        ("toml", "configs", "TOMLLexer"),
        ("ini", "configs", "IniLexer"),
        ("diff", "diff", "DiffLexer"),
        ("make makefile", "make", "MakefileLexer"),
        ("tex latex", "markup", "TexLexer"),
        ("markdown md", "markup", "MarkdownLexer"),
    )
    for name in names.split()
}
"""The lexer of each language, by the names that people use; code in another language has no colours.

Pygments finds lexers by names among plugins, too, which would run other programs' code.
"""


def coloured(pieces: Sequence[Piece], text: str, language: str) -> Iterable[Piece]:
    """Returns the pieces of a line of code, cut where a style begins or ends.

    Args:
        pieces: The pieces, with offsets in the text.
        text: The whole code.
        language: The name of its language.
    """
    held = stretches(text, language.lower())
    return (part for piece in pieces for part in _cut(piece, held)) if held else pieces


def _cut(piece: Piece, held: Sequence[Stretch]) -> Iterator[Piece]:
    """Yields the parts of a piece."""
    from bisect import bisect_right

    if piece.start < 0:
        yield piece
        return
    here, end = int(piece.start), piece.start + len(piece.text)
    number = max(bisect_right(held, here, key=_start) - 1, 0)
    while here < end:
        start, stop, style = held[number] if number < len(held) else (end, end, "")
        if stop <= here:
            number += 1
            continue
        is_in = start <= here
        upto = min(end, stop if is_in else start)
        by = here - piece.start
        yield replace(
            piece,
            text=piece.text[by : upto - piece.start],
            start=TextOffset(here),
            other=TextOffset(piece.other + by) if piece.other >= 0 else piece.other,
            style=f"{piece.style} {style}".strip() if is_in else piece.style,
        )
        here = upto


def _start(stretch: Stretch) -> int:
    return stretch[0]


@lru_cache(maxsize=32)
def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """Returns the ranges of code that have a style, in order; none in a language that is not known."""
    if language not in _LEXERS or len(text) > MAX_COLOURED_CHARS:
        return ()
    from pygments.token import Comment, Keyword, Literal, Name, Operator

    module, name = _LEXERS[language]
    lexer = getattr(import_module(f"pygments.lexers.{module}"), name)()
    kinds: tuple[tuple[Container[object], CodeStyle], ...] = (
        (Comment, "code-comment"),
        (Keyword, "code-keyword"),
        (Operator.Word, "code-keyword"),
        (Name.Tag, "code-keyword"),
        (Literal, "code-literal"),
    )
    found: list[Stretch] = []
    for start, token, value in lexer.get_tokens_unprocessed(text):
        style = next((style for kind, style in kinds if token in kind), None)
        if style and value:
            begin = found.pop()[0] if found and found[-1][1:] == (start, style) else start
            found.append((begin, start + len(value), style))
    return tuple(found)
