"""Every type of block is in the union of types, and in the invented articles that other tests draw."""

from __future__ import annotations

import ast
import inspect
from contextlib import suppress

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from reader.model import magazine
from reader.model.magazine import Article, Aside, FreeBody
from tests.layout.articles import articles as laid_out_articles
from tests.model.strategies import articles


def types_in(article: Article) -> set[type]:
    bodies = (
        [blocks for _, blocks in article.body.sides] if isinstance(article.body, FreeBody) else [article.body.blocks]
    )
    blocks = [block for body in bodies for block in body]
    return {type(block) for block in blocks} | {
        type(held) for block in blocks if isinstance(block, Aside) for held in block.body
    }


def test_the_union_of_blocks_has_all_types() -> None:
    source = ast.parse(inspect.getsource(magazine))
    [union] = [
        node.value
        for node in ast.walk(source)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "Block"
    ]
    assert {node.id for node in ast.walk(union) if isinstance(node, ast.Name)} == {
        block.__name__ for block in magazine.BLOCK_TYPES
    }


@pytest.mark.parametrize("strategy", [articles(), laid_out_articles()], ids=["model", "layout"])
def test_invented_articles_have_blocks_of_every_type(strategy: st.SearchStrategy[Article]) -> None:
    missing = set(magazine.BLOCK_TYPES)

    def none_is_missing(article: Article) -> bool:
        missing.difference_update(types_in(article))
        return not missing

    first_found = settings(max_examples=1000, phases=[Phase.generate], database=None)
    with suppress(NoSuchExample):
        find(strategy, none_is_missing, settings=first_found)
    assert missing == set()
