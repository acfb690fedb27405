"""Marks of recognised lines at the width of the text that they are in."""

import pytest

from reader.importing.pdf.recognition.mark_widths import with_mark_widths


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("墙上写着:灯会亮", "墙上写着：灯会亮"),
        ("墙上写着:", "墙上写着："),
        ("真的吗?他问", "真的吗？他问"),
        ("在南港(Nangang）换船", "在南港（Nangang）换船"),
        ("在南港（Nangang)换船", "在南港（Nangang）换船"),
        ("在南港(Nangang)换船", "在南港（Nangang）换船"),
        ("在南港 (Nangang) 换船，f(x)为正", "在南港 (Nangang) 换船，f(x)为正"),
        ("(旧港)的灯", "（旧港）的灯"),
        ("宝马(BMW)、南城(Süd", "宝马（BMW）、南城（Süd"),
        ("简称Gang,是港口", "简称Gang，是港口"),
        (":", ":"),
        ("每天 10:30 开船，比分3:2", "每天 10:30 开船，比分3:2"),
        ("共三层, 每层五户", "共三层, 每层五户"),
        ("见 https://example.org/船", "见 https://example.org/船"),
        ("The boats，the lake（and the wind）turn！", "The boats, the lake (and the wind) turn!"),
        ("1,200 boats: three (of wood)", "1,200 boats: three (of wood)"),
        ("vorstadt)和西区的灯", "vorstadt）和西区的灯"),
        ("（灯）(会", "（灯）（会"),
        ("", ""),
    ],
)
def test_marks_have_the_width_of_their_text(read, written):
    assert with_mark_widths(read) == written
