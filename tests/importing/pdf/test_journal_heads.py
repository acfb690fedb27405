"""First pages of journals: names and numbers of the journal over the title, both titles, and notes at the foot."""

from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import BOLD, MING, SONG, TIMES, Press, width

TITLE, OTHER = "渡口灯光与旧路台阶的研究综述", "Review of the Lights at the Ferry and the Steps of Old Roads"


def notes(found):
    return [
        text for article in found.articles for aside in article.asides for own in aside.texts.values() for text in own
    ]


def journal_page(title_size=17, other_size=14, first=90):
    """Draws the first page of a journal whose name and number are below the upper margin, as large as the text."""
    press = Press()
    press.text(60, first, "第32卷第3期", SONG, 9)
    press.text(60, first + 13, "2015年3月", SONG, 9)
    press.text(240, first + 6, "河边研究与应用", SONG, 12)
    press.text(480, first, "Vol. 32 No. 3", TIMES, 9)
    press.text(480, first + 13, "Mar. 2015", TIMES, 9)
    press.rule(46, first + 20, 549)
    press.text((595 - width(TITLE, SONG, title_size)) / 2, 150, TITLE, SONG, title_size)
    press.text(250, 175, "周明远, 林溪", SONG, 12)
    press.text(190, 192, "(旧路大学 河流研究学院, 旧路 438000)", SONG, 8)
    press.text(70, 215, "摘要: 本文为渡口灯光与旧路台阶的研究综述, 先说灯光怎样落在台阶上面.", SONG, 9)
    press.text(70, 230, "关键词: 渡口; 灯光; 台阶", SONG, 9)
    press.text((595 - width(OTHER, BOLD, other_size)) / 2, 262, OTHER, BOLD, other_size)
    press.text(230, 282, "ZHOU Ming-yuan, LIN Xi", TIMES, 11)
    press.text(150, 297, "(School of River Studies, University of Old Roads, Old Roads 438000)", TIMES, 8)
    press.text(70, 318, "Abstract: This review of the lights at the ferry tells how they fall on steps.", TIMES, 9)
    press.text(70, 333, "Key words: ferry; lights; steps", TIMES, 9)
    press.text(46, 365, "1 引言", SONG, 12)
    press.flow([(46, 385, 243, 300), (306, 358, 243, 330)], [("para", text) for text in scenes.ZH[:16]], SONG, 10.5, 18)
    return press


def test_titles_whose_words_are_in_the_abstract_are_titles_under_a_head_as_large_as_the_text(tmp_path):
    found = read(journal_page(), tmp_path)
    (article,) = found.articles
    assert list(article.title.values()) == [TITLE, OTHER]
    assert [name[:4] for name in article.byline] == ["周明远,", "ZHOU"]
    assert {"河边研究与应用", "第32卷第3期2015年3月"} <= set(found.running)


def test_both_titles_are_found_where_they_are_hardly_larger_than_headings(tmp_path):
    (article,) = read(journal_page(title_size=15, other_size=12, first=60), tmp_path).articles
    assert list(article.title.values()) == [TITLE, OTHER]


def test_notes_under_a_rule_are_divided_at_lines_that_were_ended_early_and_at_raised_signs(tmp_path):
    press = journal_page()
    press.rule(46, 712, 150)
    press.text(60, 724, "收稿日期: 2014-03-04; 录用日期: 2014-12-19.", SONG, 8)
    press.text(60, 732, "∗", SONG, 5)
    press.text(66, 736, "通信作者. 电子信箱和电话号码由编辑部转交.", SONG, 8)
    press.text(60, 748, "河流基金重点项目(60835004), 旧路灯光计划项目(2007)资助.", SONG, 8)
    press.text(
        60, 760, "Supported by the River Fund (60835004) and by the programme for the lights of old roads and", TIMES, 8
    )
    press.text(60, 771, "ferries (2007).", TIMES, 8)
    found = [note[:4] for note in notes(read(press, tmp_path))]
    assert [note for note in found if note[0] != "("] == ["收稿日期", "∗ 通信", "河流基金", "Supp"]


def body(found, kind):
    return [each.text for article in found.articles for each in article.body["zh-Hans"] if each.kind == kind]


def flowing(press, top, count, x=46, wide=500):
    press.flow([(x, top, wide, 300)], [("para", text) for text in scenes.ZH[:count]], SONG, 12, 20)


def test_the_number_before_the_heading_of_an_abstract_is_joined_to_it(tmp_path):
    press = Press()
    for top, number, head in ((90, "(一)", "摘要"), (420, "(二)", "渡口与问题")):
        press.text(46, top, number, SONG, 16)
        press.text(95, top, head, SONG, 16)
        flowing(press, top + 30, 8)
    found = read(press, tmp_path)
    assert [text.replace(" ", "") for text in body(found, "heading")] == ["(一)摘要", "(二)渡口与问题"]
    assert not any(article.title for article in found.articles)


def test_a_short_heading_in_the_margin_is_one_if_others_below_look_like_it(tmp_path):
    press = Press()
    for top, head in ((70, "摘要"), (400, "渡口")):
        press.text(281, top, head, SONG, 16, bold=True)
        flowing(press, top + 30, 8)
    found = read(press, tmp_path)
    assert body(found, "heading") == ["摘要", "渡口"]
    assert found.running == ()


def test_an_abstract_in_a_frame_beside_the_text_is_text(tmp_path):
    press = Press()
    press.text(60, 110, "渡口灯光的发展", SONG, 28)
    press.canvas.rect(56, press.height - 330, 236, 180, fill=0)
    press.text(60, 170, "周明远", SONG, 11)
    press.text(60, 200, "摘 要：渡口灯光的基本知识和台阶上的应用情况", SONG, 10.5)
    press.text(102, 216, "进行综述。", SONG, 10.5)
    press.text(60, 236, "关键词：渡口 灯光", SONG, 10.5)
    press.text(60, 266, "Abstract: The lights at the ferry and the steps of", TIMES, 10.5)
    press.text(60, 282, "the old roads are reviewed.", TIMES, 10.5)
    press.text(60, 300, "Key words: Ferry Lights", TIMES, 10.5)
    press.flow([(310, 158, 240, 560)], [("para", text) for text in scenes.ZH[:16]], SONG, 10.5, 18)
    found = read(press, tmp_path)
    texts = [text.replace(" ", "") for text in body(found, "para")]
    assert texts[:2] == ["摘要：渡口灯光的基本知识和台阶上的应用情况进行综述。", "关键词：渡口灯光"]
    assert notes(found) == []


def test_an_abstract_close_under_the_institution_in_its_size_is_text_by_itself(tmp_path):
    press = Press()
    press.text(170, 110, "渡口灯光的研究", SONG, 20)
    press.text(230, 135, "周明远, 林溪", SONG, 12)
    press.text(90, 160, "(1. 旧路大学 河流研究学院, 旧路 438000; 2. 旧路灯光研究所, 旧路 438001;", SONG, 9)
    press.text(180, 174, "3. 渡口台阶研究所, 旧路 438002)", SONG, 9)
    press.text(90, 190, "摘 要：渡口灯光的基本知识和台阶上的应用情况进行综述, 说明灯光怎样落下.", SONG, 9)
    press.text(90, 204, "关键词：渡口；灯光；台阶", SONG, 9)
    press.text(46, 240, "1 引言", SONG, 13)
    press.flow([(46, 260, 243, 440), (306, 236, 243, 440)], [("para", text) for text in scenes.ZH], SONG, 10.5, 18)
    found = read(press, tmp_path)
    assert [text.replace(" ", "")[:3] for text in body(found, "para")][:2] == ["摘要：", "关键词"]
    assert not any("摘" in note for note in notes(found))


def test_a_bold_heading_over_a_lower_one_in_another_font_is_one_by_itself(tmp_path):
    press = Press()
    for top, head, lower in ((110, "5.1 渡口", "河灯"), (340, "5.2 旧路", "台阶")):
        press.text(60, top, head, SONG, 12, bold=True)
        press.text(60, top + 18, lower, MING, 12, bold=True)
        flowing(press, top + 30, 5, x=46)
    found = read(press, tmp_path)
    assert body(found, "heading") == ["5.1 渡口", "河灯", "5.2 旧路", "台阶"]


def test_an_english_title_as_large_as_the_text_is_one_between_the_chinese_one_and_names(tmp_path):
    press = Press()
    press.text(170, 110, "渡口灯光的研究", SONG, 20)
    press.text(170, 132, "Research of the lights at the ferry and the steps", TIMES, 10.5)
    press.text(230, 150, "周明远, 林溪", SONG, 11)
    press.text(220, 166, "ZHOU Ming-yuan, LIN Xi", TIMES, 11)
    press.text(150, 182, "(1. 旧路大学 河流研究学院, 旧路 438000)", SONG, 9)
    press.text(90, 200, "摘 要：渡口灯光的基本知识和台阶上的应用情况进行综述, 说明灯光怎样落下.", SONG, 9)
    press.text(90, 214, "关键词：渡口；灯光；台阶", SONG, 9)
    press.text(46, 250, "1 引言", SONG, 13)
    press.flow([(46, 270, 243, 440), (306, 246, 243, 440)], [("para", text) for text in scenes.ZH], SONG, 10.5, 18)
    (article,) = read(press, tmp_path).articles
    assert list(article.title.values()) == ["渡口灯光的研究", "Research of the lights at the ferry and the steps"]
    assert [name[:4] for name in article.byline] == ["周明远,", "ZHOU"]
