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
