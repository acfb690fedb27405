"""The side that a text belongs to: columns that name no language, titles and credits of two languages."""

import pytest

from reader.importing.documents.articles import extracted, extracted_pair
from reader.importing.documents.languages import fits, tag_by_content
from reader.importing.documents.tagging import tagged
from tests.importing.documents.reading import document, pairs, read, titles


@pytest.mark.parametrize("head", ["key", "id", "no", "src", "name"])
def test_a_column_of_names_is_no_language(head):
    rows = f"{head},zh-TW,en-US\nhome.title,首頁,Home\nhome.body,歡迎，旅客。,Welcome to our house.\n"
    found = read("a.csv", rows)
    assert found.languages == ("zh-Hant", "en")
    assert pairs(found)[-1] == ("paragraph", "歡迎，旅客。", "Welcome to our house.")


def test_a_cell_of_two_lines_is_no_title():
    found = read(
        "a.csv", 'zh;en\n"第一行\n第二行";"A line\nand another"\n天黑了，我们回家。;It grew dark, we went home.\n'
    )
    assert titles(found) == {}


@pytest.mark.parametrize("below", ['<p class="subtitle">The Rainy Season</p>', '<div lang="en">The Rainy Season</div>'])
def test_a_short_paragraph_below_a_heading_is_one_in_the_other_language(below):
    body = "<p>六月，雨来了。</p><p>In June the rain came.</p><h2>街道</h2><p>The Streets</p><p>街上没有人。</p><p>No one was out.</p>"
    found = read("a.html", f"<html><body><h1>雨季</h1>{below}{body}</body></html>")
    assert titles(found) == {"zh-Hans": "雨季", "en": "The Rainy Season"}
    assert pairs(found)[1] == ("heading", "街道", "The Streets")


def test_a_sentence_below_a_heading_is_a_paragraph():
    found = read("a.md", "# 雨季\n\nIn June the rain came.\n\n六月，雨来了。\n\nThe end.\n\n完。\n")
    assert titles(found) == {"zh-Hans": "雨季"}


def test_a_credit_with_a_name_in_other_letters_is_in_one_language():
    found = read(
        "a.md",
        "# 鲸的心跳\n\n**作者：** 王海  \n**译者：** Tom Reed\n\n鲸的心跳很慢。\n\n它的心很重。\n\n---\n\n"
        "# The Heartbeat\n\n**By** Wang Hai  \n**Translated by** Tom Reed\n\nIts heart beats slowly.\n\nIts heart is heavy.\n",
    )
    assert titles(found) == {"zh-Hans": "鲸的心跳", "en": "The Heartbeat"}
    assert pairs(found) == [
        ("paragraph", "鲸的心跳很慢。", "Its heart beats slowly."),
        ("paragraph", "它的心很重。", "Its heart is heavy."),
    ]


def test_japanese_is_paired_by_the_words_that_it_shares_with_chinese():
    one = "# 猫の町\n\nこの町には猫が千匹いる。\n\n朝になると、猫たちは港に集まる。\n\n漁師が魚をくれるからだ。\n\n誰も猫を数えたことはない。\n"
    other = "# Town of Cats\n\nThere are a thousand cats here.\n\nThe fishermen give them fish.\n\nNo one has ever counted the cats.\n"
    found = pairs(extracted_pair(document("a.md", one.encode()), document("b.md", other.encode())))
    assert ("paragraph", "漁師が魚をくれるからだ。", "The fishermen give them fish.") in found
    assert ("paragraph", "朝になると、猫たちは港に集まる。", "") in found


@pytest.mark.parametrize(
    ("name", "doubts"), [("plan.png", []), ("map.png", ["the second source has a picture of its own here: map.png"])]
)
def test_a_picture_that_differs_from_that_of_the_first_source_is_named(name, doubts):
    sides = ("# 桥\n\n桥很老。\n\n![桥](plan.png)\n", f"# Bridge\n\nIt is old.\n\n![A bridge]({name})\n")
    found = extracted_pair(*(document("a.md", side.encode()) for side in sides))
    assert list(found.prepared[0].doubts.values()) == doubts


def test_a_short_line_with_a_bar_is_in_two_languages_beside_any_paragraph():
    found = read(
        "a.md", "# 茶馆\n\n# Teahouse\n\n请喝茶。\n\nHave some tea.\n\n历史 / History\n\n茶馆很老。\n\nIt is old.\n"
    )
    assert ("paragraph", "历史", "History") in pairs(found)


def test_a_box_of_buttons_to_share_is_no_text():
    box = '<div class="sharedaddy"><h3>分享</h3><a href="#">微博</a></div>'
    found = read("a.html", f"<html><body><article><h1>雨季</h1><p>六月，雨来了。</p>{box}</article></body></html>")
    assert [text for _, text, _ in pairs(found)] == ["六月，雨来了。"]


def test_lines_that_name_a_language_are_no_text():
    one, other = ("钟早就不走了。", "他们按它吃饭。"), ("The clock stopped long ago.", "They eat by its time.")
    for label in ("**{}**", "## {}", "【{}】"):
        blocks = [
            f"{label.format(name)}\n\n{text}"
            for pair in zip(one, other, strict=True)
            for name, text in zip(("中文", "English"), pair, strict=True)
        ]
        found = read("a.md", "\n\n".join(blocks))
        assert [texts for _, *texts in pairs(found)] == [list(pair) for pair in zip(one, other, strict=True)]
    alone = read("a.md", "# English\n\nIt is a language.\n\n它是一种语言。\n")
    assert titles(alone) == {"en": "English"}


JAPANESE = ("おはよう。", "今日は雨だね。", "傘を持って行って。")
CHINESE = ("早上好。", "今天下雨呢。", "带上伞吧。")


@pytest.mark.parametrize("kind", ["srt", "md"])
def test_short_japanese_and_chinese_are_told_apart(kind):
    both = list(zip(JAPANESE, CHINESE, strict=True))
    cues = [f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{one}\n{other}\n" for at, (one, other) in enumerate(both, 1)]
    text = "\n".join(cues) if kind == "srt" else "\n\n".join(f"{one}\n\n{other}" for one, other in both)
    found = read(f"a.{kind}", text)
    assert set(found.languages) == {"ja", "zh-Hans"}
    assert [set(texts) for _, *texts in pairs(found)] == [set(pair) for pair in both]


HAN_HEADINGS = [("一年目", "第一年"), *zip(JAPANESE[:2], CHINESE[:2], strict=True), ("東京駅前", "东京站前")]
HAN_HEADINGS += [(JAPANESE[2], CHINESE[2])]


@pytest.mark.parametrize("layout", ["in turn", "halves"])
def test_a_japanese_heading_without_kana_is_in_the_language_of_its_neighbours(layout):
    first, second = zip(*HAN_HEADINGS, strict=True)
    lines = [*first, *second] if layout == "halves" else [text for both in HAN_HEADINGS for text in both]
    units = tagged(document("a.txt", "\n\n".join(lines).encode())).units
    assert [unit.text.text for unit in units if unit.tag == "ja"] == list(first)


def test_japanese_with_a_sentence_without_kana_is_one_language():
    assert read("a.md", "東京駅前。\n\n" + "\n\n".join(JAPANESE)).languages[0] == "ja"


def test_headings_of_one_language_after_the_other_are_of_the_text_below():
    german = (
        "# Der Laden\n\nDie Tür ist offen und der Laden ist klein.\n\n## Selbst gemacht\n\nDas Brett ist nicht neu.\n\n"
    )
    english = "# The Shop\n\nThe door is open and the shop is small.\n\n## Hand-Made\n\nThe board is not new.\n"
    found = read("a.md", german + english)
    assert titles(found) == {"de": "Der Laden", "en": "The Shop"}
    assert [pair[1:] for pair in pairs(found) if pair[0] == "heading"] == [("Selbst gemacht", "Hand-Made")]


_ROOF = (
    "Auf dem Dach hält sie sechs Völker, und die Nachbarn sind nicht mehr dagegen.",
    "On the roof she keeps six hives, and the neighbours are no longer against it.",
)
_HONEY = (
    "Im Sommer gab es viel Honig für die Leute aus dem Haus.",
    "In summer there was much honey for the people of the house.",
)


@pytest.mark.parametrize(
    "written",
    [
        "{0[0]}\\\n{0[1]}\n\n{1[0]}\\\n{1[1]}\n",
        "{0[0]}\n{0[1]}\n\n- Hemd\n  shirt\n- Nadeln\n  needles\n\n{1[0]}\n{1[1]}\n",
        "{0[0]}\n\n{0[1]}\n\n- Hemd\n- Nadeln für den Rauch\n- etwa 900 Yuan im Jahr\n\n- shirt\n- needles for the smoker\n- about 900 yuan a year\n\n{1[0]}\n\n{1[1]}\n",
    ],
    ids=["lines", "soft lines", "lists"],
)
def test_two_languages_in_latin_letters_are_told_by_lines_and_lists(written):
    title = "# Die Imkerin auf dem Dach / The Keeper on the Roof\n\n"
    found = read("text.md", title + written.format(_ROOF, _HONEY))
    assert titles(found) == {"de": "Die Imkerin auf dem Dach", "en": "The Keeper on the Roof"}
    texts = [(one, other) for kind, one, other in pairs(found) if kind == "paragraph"]
    assert texts == [_ROOF, _HONEY]
    assert all(one and other for _, one, other in pairs(found))


@pytest.mark.parametrize(
    ("text", "tag"), [("النحل على السطح.", "ar"), ("הדבורים על הגג.", "he"), ("Les abeilles.", "")]
)
def test_text_from_right_to_left_is_told_once(text, tag):
    notes = read("a.md", f"{text}\n\n{text}\n").notes
    assert [note for note in notes if "right to left" in note] == [
        f"the text in {tag} is written from right to left: the screen sets it from the left"
    ] * bool(tag)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("hi", "आज नदी का पानी साफ़ है।"),
        ("bn", "আজ নদীর জল পরিষ্কার।"),
        ("ta", "இன்று ஆற்றின் நீர் தெளிவாக உள்ளது."),
        ("hy", "Այսօր գետի ջուրը մաքուր է։"),
        ("ka", "დღეს მდინარის წყალი სუფთაა."),
        ("bo", "དེ་རིང་ཆུ་གཙང་མ་འདུག"),
    ],
)
def test_a_script_of_its_own_says_the_language(tag, text):
    assert tag_by_content(text) == tag
    assert fits(tag, text)
    assert not fits("zh-Hans", text)
    found = read("a.csv", f"name,text\n{text},The water of the river is clear today.\n{text},It is cold.\n")
    assert set(found.languages) == {tag, "en"}


CYRILLIC = {
    "uk": "Сіль забивається в коліщата, і годинник відстає.",
    "ru": "Часы отстают, и никто не даёт их подвести: это уже привычка.",
    "be": "Гадзіннік спазняецца, і ніхто не дае яго паправіць, ужо шмат гадоў.",
    "bg": "Часовникът изостава и никой не дава да го поправят, защото са свикнали.",
    "sr": "Сат касни једанаест минута и нико га не подешава, јер су људи навикли.",
    "mk": "Часовникот доцни единаесет минути, а никој не го поправа, бидејќи луѓето се навикнаа.",
}


@pytest.mark.parametrize(("tag", "text"), CYRILLIC.items())
def test_languages_in_cyrillic_letters_are_told_apart(tag, text):
    assert tag_by_content(text) == tag


@pytest.mark.parametrize(
    ("wanted", "doubt"),
    [
        (("fr", "en"), "no text seems to be in fr, which --languages names: it is in zh-Hans and en"),
        (("ja", "ko"), "no text seems to be in ja and ko, which --languages names: it is in zh-Hans and en"),
        (("zh-Hant", "en"), ""),
        ((), ""),
    ],
)
def test_a_language_that_was_told_and_is_not_there_is_doubted(wanted, doubt):
    chinese = "村里的大钟比标准时间慢十一分钟，谁也不让她调。" * 4
    english = "The clock of the village is slow, and nobody in the village has set it right for a year."
    made = document("a.md", f"{chinese}\n\n{english}\n".encode())
    one, other = document("a.txt", chinese.encode()), document("b.txt", english.encode())
    for found in (extracted(made, wanted), extracted_pair(one, other, wanted)):
        assert found.doubted == ((doubt,) if doubt else ())


def test_ukrainian_is_no_russian_that_was_told():
    made = document("a.md", CYRILLIC["uk"].encode()), document("b.md", b"The clock is slow.")
    assert "in ru" in extracted_pair(*made, ("ru", "en")).doubted[0]


@pytest.mark.parametrize("heading", ["島で（岛上）", "島で / 岛上", "岛上｜島で"])
def test_headings_in_chinese_and_japanese_are_divided(heading):
    text = f"# {heading}\n\n渡轮晚了四十分钟。\n\nフェリーは四十分遅れた。\n\n海上没有人。\n\n海には誰もいなかった。\n"
    assert titles(read("text.md", text)) == {"zh-Hans": "岛上", "ja": "島で"}


def test_items_in_two_languages_with_a_line_end_are_divided():
    one, other = _ROOF, _HONEY
    text = f"# Dach / Roof\n\n{one[0]}\n\n{one[1]}\n\n- ein Hemd und Nadeln<br>shirt\n- das Netz<br>the net\n\n{other[0]}\n\n{other[1]}\n"
    found = [(first, second) for kind, first, second in pairs(read("text.md", text)) if kind == "list"]
    assert found == [("ein Hemd und Nadeln", "shirt"), ("das Netz", "the net")]


def test_a_joint_heading_whose_words_tell_nothing_is_as_the_others_are():
    lines = "渡轮晚了四十分钟。\n\nフェリーは四十分遅れた。\n\n海上没有人。\n\n海には誰もいなかった。\n\n"
    text = f"# 岛上（島で）\n\n{lines}## 六日，雾（六日、霧）\n\n{lines}"
    headings = [(one, other) for kind, one, other in pairs(read("text.md", text)) if kind == "heading"]
    assert headings == [("六日，雾", "六日、霧")]


def test_a_wrapped_item_in_one_language_is_whole():
    one, other = _ROOF, _HONEY
    items = "- das Netz und die\n  Handschuhe\n- Hemd\n\n<!-- -->\n\n- the net and the\n  gloves\n- shirt\n\n"
    text = f"# Dach / Roof\n\n{one[0]}\n\n{one[1]}\n\n{items}{other[0]}\n\n{other[1]}\n"
    found = [(first, second) for kind, first, second in pairs(read("text.md", text)) if kind == "list"]
    assert found == [("das Netz und die Handschuhe", "the net and the gloves"), ("Hemd", "shirt")]
