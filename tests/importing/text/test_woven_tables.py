"""Tables woven into the text."""

from reader.importing.text.pipeline import read_text

HEAD = "他把每一块石头都量了一遍，回来写在本子上，"
REST = "写完再去找下一块，直到天黑。"


def tables(text: str) -> list[tuple[tuple[str, ...], ...]]:
    return [aside.rows for aside in read_text(text).articles[0].asides if aside.kind == "table"]


def test_rows_with_names_and_heads_beside_a_column() -> None:
    page = f"""\
{HEAD} 站名 深度 水温
{HEAD} 上桥 12 4.5
{HEAD} 中桥 9 5.1
{REST} 下桥 7 6.0"""
    assert tables(page) == [
        (("站名", "深度", "水温"), ("上桥", "12", "4.5"), ("中桥", "9", "5.1"), ("下桥", "7", "6.0"))
    ]
    assert "12" not in "".join(block.text for block in read_text(page).articles[0].body["zh-Hans"])


def test_rows_at_the_foot_of_a_page_are_no_page_numbers() -> None:
    assert tables(f"{HEAD}\n{REST}\nYear Boats Wells\n1950 260 14\n1987 198 3") == [
        (("Year", "Boats", "Wells"), ("1950", "260", "14"), ("1987", "198", "3"))
    ]


def test_two_years_in_a_sentence_are_no_table() -> None:
    assert tables("He came back in 1987 and 1988 to look\nfor the wells that were dry in 1950 or 1951 and left.") == []
