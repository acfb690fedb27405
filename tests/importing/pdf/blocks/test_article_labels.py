"""Labels of abstracts and of the data on an article."""

import pytest

from reader.importing.pdf.blocks.article_labels import (
    begins_abstract,
    begins_entry,
    begins_with_label,
    heads_abstract,
    is_label,
    unbracketed,
)


@pytest.mark.parametrize("text", ["摘　要", "内容提要：", "關鍵詞", "Keywords", "Key words:", "中图分类号", "DOI"])
def test_a_label_by_itself(text):
    assert is_label(text)


@pytest.mark.parametrize("text", ["摘要：本文", "Abstract art", "电话", "Received"])
def test_a_label_with_its_text_and_a_word_are_no_labels(text):
    assert not is_label(text)


@pytest.mark.parametrize(
    "text", ["关键词：茶；水", "关键词 茶 水", "Tel: 5550100", "收稿日期: 2024-03-01", "DOI 10.1/x"]
)
def test_a_line_that_begins_with_a_label(text):
    assert begins_with_label(text)


@pytest.mark.parametrize(
    "text", ["Abstract art was shown", "Received with joy", "地址在河边", "Telling stories: a guide"]
)
def test_a_line_that_begins_with_a_word_of_its_sentence(text):
    assert not begins_with_label(text)


def test_a_heading_of_an_abstract_has_nothing_else_in_its_line():
    assert heads_abstract("Zusammenfassung")
    assert heads_abstract("提 要")
    assert not heads_abstract("Abstract: rivers")
    assert begins_abstract("Abstract: rivers")
    assert not begins_abstract("Abstract")


def test_brackets_around_a_label_are_as_good_as_a_colon():
    assert begins_abstract("【摘要】 渡口在河边")
    assert begins_abstract("[Abstract] The ferry")
    assert begins_entry("［文章编号］1005")
    assert begins_entry("第一作者简介：王船")
    assert heads_abstract("【摘 要】")
    assert unbracketed("［关键词］渡口") == "关键词：渡口"


@pytest.mark.parametrize("text", ["[1] Wang C. Ferries", "（一）渡口", "[Ferries] are boats"])
def test_other_words_in_brackets_are_no_labels(text):
    assert not begins_abstract(text)
    assert not begins_entry(text)
