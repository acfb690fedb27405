"""An issue whose every text tries to be markup, a script or a command, and has every kind of block."""

from __future__ import annotations

from reader.exporting.edition import Edition
from reader.source import load_text

HOSTILE = r"""
format: 1
id: hostile
languages: [zh-Hans, en]
magazine: {zh-Hans: "<b>泉</b>", en: "]]><script>alert(1)</script>"}
label: {zh-Hans: "期&lt;", en: "No. \"1\" -->"}
date: 2018-08
licence: CC-BY-4.0
sections:
  - id: one
    title: {zh-Hans: "节\e[2J", en: "# Section *x*"}
    articles:
      - id: traps
        title: {zh-Hans: "题</title>", en: "<img src=x onerror=alert(1)>"}
        kicker: {zh-Hans: 眉, en: "1. one"}
        deck: {zh-Hans: 引, en: "[a](javascript:alert(1))"}
        credits:
          - {role: text, name: {zh-Hans: "作者", en: "A <i>B</i>"}, about: {zh-Hans: 简介, en: "<b>about</b> *her*"}}
          - {role: photographs, name: {zh-Hans: 影者}}
        date: 2017-05
        source: {title: {zh-Hans: 报, en: "<i>Paper</i>"}, url: "https://x.org/?a=1", doi: 10.1000/182}
        pages: 60-61
        body:
          - zh-Hans: "文\0字\e]52;c;x\a *强* **很强** {趵突|bào tū} m^{3} H_{2}O `a`b<c>`[^n]"
            en: "\\# no *title*, <script>x</script> &amp;
              [a \\] b](https://x.org/?a=1&b=\"<>`) [js](javascript:alert(1))[^n]"
          - {zh-Hans: 一, en: "- item\u202e"}
          - heading: {zh-Hans: "一级 #", en: "Head <h1> #"}
            id: head
          - quotation: {zh-Hans: 引文, en: "> quoted"}
            by: {zh-Hans: 谁, en: "<who>"}
          - list:
              - {zh-Hans: 甲, en: "+ plus"}
              - item: {zh-Hans: 乙, en: "2) two"}
                list: [{zh-Hans: 丙, en: "=== three"}]
            ordered: yes
          - verse: {zh-Hans: "山\n  水\n\n月", en: "hill\n  - water\n\nmoon"}
            by: {zh-Hans: 诗人, en: "<i>poet</i> #"}
          - code: "```\n</pre><script>alert(1)</script>\n````"
            language: html
          - page: 61
          - table:
              caption: {zh-Hans: 表, en: "a | b"}
              header: [{zh-Hans: 甲, en: "x|y"}, ℃]
              align: [left, right]
              rows: [[{zh-Hans: "<td>", en: "</td>"}, 18], [{text: {zh-Hans: 跨, en: span}, span: 2}]]
          - aside:
              title: {zh-Hans: 框, en: "Box <aside>"}
              body: [{zh-Hans: 内, en: "in"}, {figure: map}]
          - paragraph: {zh-Hans: 答, en: answer}
            speaker: {zh-Hans: 问, en: "<b>Q</b>"}
            number: "1.2"
            continued-on: 70
          - paragraph:
              zh-Hans: "[题](#head)、[框](apart#p2)、[图](#map)、[注](traps#note.n)"
              en: "[second](apart#en.p1), [page](#page-61), [gone](#gone), [no article](none),
                [issue](other/one#p3), [all](apart)"
            id: links
        figures:
          - id: map
            page: 60
            caption: {zh-Hans: 图, en: "\"><script>alert(1)</script>"}
            credit: {zh-Hans: 摄, en: "by *me*"}
            alt: {zh-Hans: 替, en: "\" onload=\"alert(1)"}
        notes:
          n: {zh-Hans: 注, en: "<note> *n*"}
      - id: apart
        title: {zh-Hans: 各自, en: Apart}
        pages: 61-62
        relation: abridged
        body: {zh-Hans: [第一, {page: 62}, 第二], en: [Both in one]}
"""


def hostile_edition() -> Edition:
    """Returns the whole hostile issue as an edition."""
    issue = load_text(HOSTILE, "hostile.yaml").issue
    assert issue
    return Edition(issue, tuple(article for _, article in issue.articles()))
