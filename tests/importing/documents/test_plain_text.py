"""Plain text as people and archives type it."""

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
