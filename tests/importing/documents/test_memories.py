"""Translation memories as the tools of translators write them."""

import pytest

from tests.importing.documents.reading import pairs, read

TMX = """<tmx version="1.4"><header creationtool="{tool}" srclang="EN-US"/><body><tu>
<tuv xml:lang="EN-US"><seg>Nobody &lt;b0&gt;heard&lt;/b0&gt; it&lt;x1/&gt;, if 1 &lt; 2.</seg></tuv>
<tuv xml:lang="ZH-CN"><seg>没有人&lt;b0&gt;听见&lt;/b0&gt;&lt;x1/&gt;。</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(
    ("tool", "texts"),
    [
        ("OmegaT", ("没有人听见。", "Nobody heard it, if 1 < 2.")),
        ("other", ("没有人<b0>听见</b0><x1/>。", "Nobody <b0>heard</b0> it<x1/>, if 1 < 2.")),
    ],
)
def test_the_signs_of_omegat_for_markup_are_no_text(tool, texts):
    assert pairs(read("a.tmx", TMX.format(tool=tool))) == [("paragraph", *texts)]


def test_the_further_forms_of_a_plural_are_of_the_plural():
    head = 'msgid ""\nmsgstr "Language: ru\\n"\n\n'
    forms = "".join(f'msgstr[{at}] "{form}"\n' for at, form in enumerate(("один зонт", "два зонта", "пять зонтов")))
    found = read("a.po", f'{head}msgid "an umbrella of the shop"\nmsgid_plural "the umbrellas of the shop"\n{forms}')
    assert pairs(found) == [
        ("paragraph", "an umbrella of the shop", "один зонт"),
        ("paragraph", "the umbrellas of the shop", "два зонта"),
        ("paragraph", "", "пять зонтов"),
    ]
