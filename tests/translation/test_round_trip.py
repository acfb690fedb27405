"""A file of translators as it was exported changes nothing; other programs read the same texts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text import Prose
from reader.source.loading import load_source
from reader.source.source_file import SourceFile
from reader.source.writer import dump
from reader.translation.formats import read_file, written_file
from reader.translation.importing import with_translations
from reader.translation.matching import issue_of, matched
from reader.translation.text_forms import settled
from reader.translation.units import all_units, glossary_units
from tests.drawing import examples
from tests.model.strategies import issues, marked_proses

if TYPE_CHECKING:
    from reader.model.magazine import Issue
    from reader.translation.formats import TranslationFormat

MARKED = r"""format: 1
id: marks
languages: [zh-Hans, en]
magazine: {zh-Hans: 刊, en: M}
label: {zh-Hans: 一, en: One}
sections:
  - id: s
    title: {zh-Hans: 栏, en: S}
    articles:
      - id: a
        title: {zh-Hans: "<题> & 目", en: "A & <b>"}
        pages: 4-5
        body:
          - zh-Hans: "*强* **很*强*** [词](https://example.org/?a=1&b=2) `x < y` 水^{2} H_{2}O {汉|hàn}字[^n]"
            en: "**Very** `a\"b` [words](#p2) x^{2}[^n] {Han|hàn} *characters*"
          - verse: {zh-Hans: "一\n  二", en: "one\n  *two*"}
          - code: {zh-Hans: "  # 一\nx = '\\t'", en: "  # one\nx = '\\t'"}
          - table:
              header: [{zh-Hans: 季, en: Season}, {zh-Hans: =1, en: -2}]
              rows: [[{zh-Hans: 夏, en: Summer}, 18]]
        notes:
          n: {zh-Hans: 注。, en: A note.}
glossary:
  - term: {zh-Hans: 桥, en: bridge}
    note: {zh-Hans: 跨*水*的。, en: "Over *water*."}
"""
TEXTS: tuple[TranslationFormat, ...] = ("xliff", "po", "tmx", "csv")


def back(form: TranslationFormat, issue: Issue, text: str, language: str) -> str:
    units = all_units(issue, language)
    if not units:
        return text
    file = read_file(written_file(form, units, issue.id))
    assert issue_of(file) == issue.id
    loaded, context = load_source(SourceFile("<text>", text))
    assert loaded.issue
    found = matched(loaded.issue, file, language)
    assert found.refused == ()
    assert [each for each in found.taken if each.is_changed] == []
    return with_translations(text, loaded.issue, context, found.taken)


@pytest.mark.parametrize("form", TEXTS)
def test_all_kinds_of_marks_survive(form: TranslationFormat) -> None:
    issue = load_source(SourceFile("<text>", MARKED))[0].issue
    assert issue
    units = all_units(issue, "en")
    file = read_file(written_file(form, units, issue.id))
    assert [unit.address for unit in file.units] == [unit.address for unit in units]
    for ours, theirs in zip(units, file.units, strict=True):
        assert settled(theirs.target, ours.form, "en") == ours.target
        assert settled(theirs.source, ours.form, "zh-Hans") == ours.source
        assert (theirs.source_hash, theirs.target_hash) == (ours.source_hash, ours.target_hash)
        assert theirs.is_reviewed == (ours.state == "translated")
    assert back(form, issue, MARKED, "en") == MARKED


@pytest.mark.parametrize("form", ["tbx", "csv", "xliff"])
def test_the_glossary_comes_back(form: TranslationFormat) -> None:
    issue = load_source(SourceFile("<text>", MARKED))[0].issue
    assert issue
    units = glossary_units(issue, "en")
    assert [unit.address for unit in units] == ["marks#glossary.1", "marks#glossary.1:note"]
    found = matched(issue, read_file(written_file(form, units, issue.id)), "en")
    assert [each.unit for each in found.taken] == units[: 1 if form == "tbx" else 2]


@examples(60)
@given(issues(), st.sampled_from(TEXTS), st.sampled_from(["en", "zh-Hans"]))
def test_an_export_changes_nothing(drawn: Issue, form: TranslationFormat, language: str) -> None:
    text = dump(drawn)
    issue = load_source(SourceFile("<text>", text))[0].issue
    if issue:
        assert back(form, issue, text, language) == text


@given(marked_proses, st.sampled_from(["xliff", "tmx"]))
def test_a_translation_with_any_marks_comes_back(prose: Prose, form: TranslationFormat) -> None:
    from reader.model.record import replace

    issue = load_source(SourceFile("<text>", MARKED))[0].issue
    assert issue
    units = [replace(unit, target=prose) for unit in all_units(issue, "en") if unit.address.endswith("#p1")]
    (theirs,) = read_file(written_file(form, units, issue.id)).units
    assert isinstance(theirs.target, Prose)
    assert theirs.target == prose


def test_polib_reads_the_same_texts() -> None:
    polib = pytest.importorskip("polib")
    issue = load_source(SourceFile("<text>", MARKED))[0].issue
    assert issue
    units = all_units(issue, "en")
    data = written_file("po", units, issue.id)
    ours = [(unit.address, unit.source, unit.target) for unit in read_file(data).units]
    assert [(each.msgctxt, each.msgid, each.msgstr) for each in polib.pofile(data.decode())] == ours
    assert read_file(str(polib.pofile(data.decode())).encode()).units[0].target_hash == units[0].target_hash


@pytest.mark.parametrize("form", ["xliff", "po", "tmx"])
def test_translate_toolkit_reads_the_same_texts(form: TranslationFormat) -> None:
    factory = pytest.importorskip("translate.storage.factory")
    from io import BytesIO

    issue = load_source(SourceFile("<text>", MARKED))[0].issue
    assert issue
    data = written_file(form, all_units(issue, "en"), issue.id)
    file = BytesIO(data)
    file.name = f"a.{'xlf' if form == 'xliff' else form}"
    store = factory.getobject(file)

    def plain(value: Prose | str) -> str:
        return value.text if isinstance(value, Prose) else value

    ours = [(plain(unit.source), plain(unit.target)) for unit in read_file(data).units]
    theirs = [unit for unit in store.units if unit.source and not unit.isheader()]
    assert [(str(unit.source), str(unit.target or "")) for unit in theirs] == ours
    again = read_file(bytes(store))
    assert [(unit.address, plain(unit.target)) for unit in again.units] == [
        (unit.address, plain(unit.target)) for unit in read_file(data).units
    ]
