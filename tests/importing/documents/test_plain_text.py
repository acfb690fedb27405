"""Plain text as people and archives type it."""

import pytest

from tests.importing.documents.reading import document

HEADER = "The Project Gutenberg eBook of The Lake\n\nThis ebook is for anyone.\n\nTitle: The Lake\nAuthor: Li Qiu\nTranslator: Mary Stone\n"
START = "\n*** START OF THE PROJECT GUTENBERG EBOOK THE LAKE ***\n\nProduced by volunteers at a\nsite.\n\n"
END = "\n*** END OF THE PROJECT GUTENBERG EBOOK THE LAKE ***\n\nThe licence.\n"


def _texts(text):
    return [unit.text.text for unit in document("a.txt", text.encode()).units]


def test_the_lines_of_an_archive_around_a_work_are_left_out():
    found = document("a.txt", (HEADER + START + "THE LAKE\n\nThe lake was still.\n" + END).encode())
    assert [unit.text.text for unit in found.units] == ["THE LAKE", "The lake was still."]
    assert [title.text for title in found.titles] == ["The Lake"]
    assert (found.authors, found.translators) == (("Li Qiu",), ("Mary Stone",))


def test_a_text_on_the_archive_is_whole():
    text = "Title: a word\n\nThe end of the Project Gutenberg ebook was near.\n"
    assert _texts(text) == ["Title: a word", "The end of the Project Gutenberg ebook was near."]


def test_a_line_without_the_indent_of_the_others_goes_on():
    lines = [
        "秋天的湖",
        "",
        *(
            "　　湖水很静，没有风。",
            "　　岸边坐着一个人，他已经坐了很久，",
            "一条鱼也没有。",
            "　　“等什么？”",
            "　　“秋天。”",
        ),
    ]
    assert _texts("\n".join(lines)) == [
        *("秋天的湖", "湖水很静，没有风。", "岸边坐着一个人，他已经坐了很久，一条鱼也没有。"),
        *("“等什么？”", "“秋天。”"),
    ]


def test_the_names_of_languages_before_lines_are_no_text():
    text = "\n\n".join(f"中：第{at}把伞坏了。\n英文：Umbrella {at} is broken." for at in "一二三")
    assert _texts(text) == [part for at in "一二三" for part in (f"第{at}把伞坏了。", f"Umbrella {at} is broken.")]
    assert _texts("注：他走了。\n\n中文很难。")[0] == "注：他走了。"


def test_a_heading_between_indented_paragraphs_is_one():
    lines = [
        "　　三十年前，这条街上有十一家铺子，如今",
        "只剩下一家。",
        "铺子",
        "　　铺子只有四平方米，挂着一把没有布的",
        "伞。",
    ]
    assert _texts("\n".join(lines)) == [
        *("三十年前，这条街上有十一家铺子，如今只剩下一家。", "铺子", "铺子只有四平方米，挂着一把没有布的伞。"),
    ]


def test_signs_around_a_heading_are_no_text():
    assert _texts("※　自己动手　※\n\n准备好一根针。\n\n* 一根针\n") == ["自己动手", "准备好一根针。", "一根针"]


SENTENCES = {
    "zh": ["一人养蜂。", "二人反对。", "她去请教。", "没人抱怨。"],
    "en": [f"Bee {at} came home." for at in "abcd"],
}


@pytest.mark.parametrize("sign", ["{}、", "{}. ", "({}) ", "[{}] "])
def test_numbers_of_all_paragraphs_are_no_signs_of_a_list(sign):
    numbered = {tag: [sign.format(at) + text for at, text in enumerate(own, 1)] for tag, own in SENTENCES.items()}
    halves = "\n\n".join(["蜂", *numbered["zh"], "Bees", *numbered["en"]])
    in_turn = "\n".join(line for both in zip(*numbered.values(), strict=True) for line in both)
    for text in (halves, in_turn):
        units = [unit for unit in document("a.txt", text.encode()).units if unit.kind != "heading"]
        assert {(unit.kind, unit.number) for unit in units} == {("paragraph", str(at)) for at in range(1, 5)}
        assert {unit.text.text for unit in units} == {*SENTENCES["zh"], *SENTENCES["en"]}


@pytest.mark.parametrize(
    "text", ["There is not much that one needs for it.\n\n1. It rains.\n2. It snows.\n3. It hails.\n4. It thaws.",
             "1. a shirt\n2. a hat\n3. a box\n4. a net"],
)  # fmt: skip
def test_numbers_below_a_sentence_and_before_words_are_those_of_a_list(text):
    assert [unit.kind for unit in document("a.txt", text.encode()).units][-4:] == ["item"] * 4


def test_lines_of_different_widths_are_paragraphs_in_han_characters():
    text = (
        "渡江\n\n第一章\n\n邮差每天早上把邮袋挂上缆绳，然后坐在空的吊篮里过江去。\n江面很宽，吊篮要走四分钟，他就数铆钉。\n\n"
        "第二章\n\n如今很少有人写信，袋子里多半是药和种子，老人们还是每天到码头上来等他。\n他说人等的不是信。\n"
    )
    kinds = [unit.kind for unit in document("a.txt", text.encode()).units]
    assert kinds == ["heading", *(["heading", "paragraph", "paragraph"] * 2)]


def test_numbers_of_verses_part_lines_where_a_few_are_left_out():
    lines = ["3:1 First the rain fell,", "3:3 and the mender came,", "3:4 and he sat down", "3:6 and it stopped."]
    found = document("a.txt", "\n".join(lines).encode()).units
    assert [(unit.number, unit.text.text) for unit in found] == [tuple(line.split(" ", 1)) for line in lines]


def test_signs_without_a_blank_are_those_of_items_after_each_other():
    text = (
        "伞\n\n雨が降ると、店の前に傘が並ぶ。\n\n■工具\n\n・針が一本\n・糸が二本\n\n骨は捨てない。\n\n・一度だけの点\n"
    )
    found = [(unit.kind, unit.text.text) for unit in document("a.txt", text.encode()).units]
    assert found[2:5] == [("heading", "工具"), ("item", "針が一本"), ("item", "糸が二本")]
    assert found[-1][1] == "・一度だけの点"


def test_lines_with_room_for_the_next_word_are_paragraphs():
    lines = [
        "Sept jours sur l’île",
        "3 juin, beau temps",
        "La porte de l’Est : bâtie en 1541, les noms des maçons sont gravés dans la brique",
        "La rue du Sel : jadis bordée de marchands de sel",
        "Les Puits jumeaux : à gauche l’eau est douce, à droite amère, et nul ne sait pourquoi",
        "Il faut partir.",
    ]
    assert _texts("\n".join(lines) + "\n") == lines


def test_lines_that_a_comma_or_a_small_letter_goes_on_from_are_one():
    text = "The boat came late,\nand nobody was on the pier\nwhen it left again for the mainland.\n\nIt rained.\n"
    assert _texts(text)[0] == "The boat came late, and nobody was on the pier when it left again for the mainland."
