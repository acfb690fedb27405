"""Lines that a site puts around a text, and those of the text that are like them."""

import pytest

from reader.importing.documents.site_lines import is_site_line


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 >> 人文 >> 正文",
        "您现在的位置：首页 > 新闻",
        "You are here: Home / Essays",
        "发布时间：2024-03-01  来源：雨城日报  字号：[大 中 小]",
        "发布于 2024-03-01 08:30",
        "Posted on 1 March 2024 by Wen Ling",
        "来源：雨城日报 责任编辑：文玲",
        "主办：雨城市人民政府办公室 京ICP备00000000号",
        "Copyright 2024 Rain Weekly. All rights reserved.",
        "【打印本页】【关闭窗口】",
        "5 min read · Mar 1, 2024",
    ],
)
def test_lines_of_the_site(line):
    assert is_site_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "发布于2019年的报告说，雨城的伞匠只剩下三个。",
        "他问编辑：这张照片是谁拍的？",
        "作者：罗砚  来源：雨城日报  编辑：文玲",
        "版权所有者有权禁止他人复制。",
        "The sign said “all rights reserved” and nobody knew to whom.",
        "Posted on the door was a notice.",
        "他现在的位置是邮局后门。",
    ],
)
def test_lines_of_the_text(line):
    assert not is_site_line(line)
