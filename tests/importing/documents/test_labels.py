"""Names of languages before texts, and first lines that are titles or not."""

import pytest

from tests.importing.documents.reading import pairs, read, titles

LINES = [
    ("钟慢了十一分钟。", "The clock is eleven minutes slow."),
    ("谁也不让她调。", "Nobody lets her set it right."),
    ("盐工们按它收工。", "The salt workers go home by it."),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [("**中文：** ", "**English:** "), ("[ZH] ", "[EN] "), ("🇨🇳 ", "🇬🇧 "), ("", "// EN "), ("", "(英) ")],
)
def test_the_name_of_a_language_before_each_text_is_no_part_of_it(one, other):
    found = read("a.md", "# 盐田\n\n" + "\n\n".join(f"{one}{zh}\n\n{other}{en}" for zh, en in LINES))
    assert pairs(found) == [("paragraph", *each) for each in LINES]


def test_a_speaker_is_no_name_of_a_language():
    found = read("a.md", "\n\n".join(f"**问：** {zh}\n\n**Q:** {en}" for zh, en in LINES))
    assert pairs(found)[0] == ("paragraph", "问： 钟慢了十一分钟。", "Q: The clock is eleven minutes slow.")


def test_one_bracket_among_texts_stays():
    found = read("a.md", "\n\n".join(f"{zh}\n\n{en}" for zh, en in [*LINES, ("(英) 是语言。", "A language.")]))
    assert pairs(found)[-1] == ("paragraph", "(英) 是语言。", "A language.")


@pytest.mark.parametrize("separator", [",", "\t"])
def test_a_question_among_lines_of_its_length_is_no_title(separator):
    rows = [("这只钟是哪年的？", "What year is this clock?"), *LINES]
    found = read("a.tsv" if separator == "\t" else "a.csv", "\n".join(separator.join(row) for row in rows))
    assert titles(found) == {}
    assert len(pairs(found)) == len(rows)


def test_lines_without_marks_have_no_title_among_them():
    assert titles(read("a.csv", "红茶,black tea\n绿茶,green tea\n白茶,white tea\n乌龙茶,oolong tea\n")) == {}


def test_a_dialogue_of_questions_is_prose():
    text = "\n".join(f"甲：{zh}\nA: {en}\n乙：为什么？\nB: Why is that?" for zh, en in LINES)
    found = read("a.txt", f"盐田\nSalt Fields\n\n{text}\n")
    assert titles(found) == {"zh-Hans": "盐田", "en": "Salt Fields"}
    assert pairs(found)[1] == ("paragraph", "乙：为什么？", "B: Why is that?")


def test_a_heading_of_a_word_and_its_translation_is_divided():
    found = read("a.md", "# 盐田\n\n# Salt Fields\n\n## 工具 Tools\n\n钟慢了。\n\nThe clock is slow.\n")
    assert pairs(found)[0] == ("heading", "工具", "Tools")
    kept = read("a.md", "# 盐田\n\n# Salt Fields\n\n## 学习 Python\n\n钟慢了。\n\nThe clock is slow.\n")
    assert pairs(kept)[0][1] == "学习 Python"


def test_a_line_below_the_title_is_its_translation_beside_headings_in_both():
    found = read(
        "a.md", "# Salt Fields\n\n*盐田*\n\nThe clock is slow.\n\n钟慢了。\n\n## Tools (工具)\n\nA brush.\n\n刷子。\n"
    )
    assert titles(found) == {"zh-Hans": "盐田", "en": "Salt Fields"}


def test_marks_of_direction_are_left_out():
    found = read("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nWhat year?\n\u202bمن أي سنة؟\u202c\n")
    assert pairs(found) == [("paragraph", "What year?", "من أي سنة؟")]


def test_a_french_sentence_in_its_quotation_marks_is_no_heading():
    lines = [
        ("« La pendule retarde, dit-elle, et personne ne court. »", "“The clock is slow,” she says, “and nobody runs.”")
    ]
    lines += [
        ("Le sel est dans les rouages.", "The salt is in the wheels."),
        ("Elle ferme la boutique.", "She shuts up shop."),
    ]
    found = read("a.txt", "\n\n".join(f"{one}\n\n{other}" for one, other in [*lines[1:], *lines, *lines[1:]]))
    assert {kind for kind, _, _ in pairs(found)} == {"paragraph"}


def test_two_languages_in_cyrillic_letters_are_paired_in_turn():
    lines = [
        ("Сіль забивається в коліщата годинника.", "Соль забивается в шестерни, и часы встают."),
        ("Ніхто не дає його підвести.", "Никто не даёт их подвести, все привыкли."),
        ("Солевари йдуть додому об одинадцятій.", "Солевары идут домой в одиннадцать, вы знаете."),
    ]
    found = read("a.md", "\n\n".join(f"{one}\n\n{other}" for one, other in lines))
    assert set(found.languages) == {"uk", "ru"}
    assert {frozenset(texts) for _, *texts in pairs(found)} == {frozenset(each) for each in lines}


@pytest.mark.parametrize(
    "place", ["{{ site.url }}/clock.png", "{{site.baseurl}}/clock.png", "{{ '/clock.png' | relative_url }}"]
)
def test_a_picture_of_a_site_of_jekyll_is_a_figure(place):
    found = read("a.md", f"# 盐田\n\n钟慢了。\n\n![村里的钟]({place})\n")
    assert pairs(found)[-1] == ("figure", "村里的钟", "")
    assert found.prepared[0].article.figures[0].file == "clock.png"


def test_the_first_row_of_a_table_with_headings_in_rows_below_is_the_title():
    rows = [
        ("盐田", "Salt Fields"),
        LINES[0],
        ("<h2>潮水</h2>", "<h2>Tide</h2>"),
        LINES[1],
        ("<h2>学徒</h2>", "<h2>Apprentice</h2>"),
        LINES[2],
    ]
    table = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in rows)
    found = read("a.html", f"<html><body><table>{table}</table></body></html>")
    assert titles(found) == {"zh-Hans": "盐田", "en": "Salt Fields"}
    assert pairs(found)[1] == ("heading", "潮水", "Tide")
