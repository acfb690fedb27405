"""The text of a page read back: nothing is lost, and what is found."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing.objects import as_object
from reader.importing.page import Found
from reader.importing.pagetext import read_text

FOLDED = str.maketrans("，；：？！", ",;:?!")


def texts(value: object) -> str:
    """All strings of what was found, but for kinds."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(
            texts(each) for key, each in value.items() if key not in ("type", "kind", "page", "pages", "confidence")
        )
    if isinstance(value, (list, tuple)):
        return "".join(texts(each) for each in value)
    return ""


def lost(text: str, found: Found) -> Counter[str]:
    """The characters of a text that are nowhere in what was found; hyphens at line ends may go."""
    wanted = Counter("".join(text.split()).translate(FOLDED))
    given = Counter("".join(texts(as_object(found)).split()).translate(FOLDED))
    missing = wanted - given
    ends = sum(
        line.rstrip()[-1:] in "-\u00ad\u2010\u2011" or "- " in line for line in text.splitlines() if line.strip()
    )
    for hyphen in "-\u00ad\u2010\u2011":
        if missing[hyphen] <= ends + text.count("- "):
            del missing[hyphen]
    return +missing


WORDS = st.sampled_from(
    [
        "运河",
        "在这里拐了一个弯,",
        "弯里便是旧港。",
        "图",
        "/",
        "苏晚渡",
        "80",
        "Page",
        "47",
        "the",
        "old",
        "harbour",
        "lies.",
        "A",
        "T",
        "Aand",
        "n",
        "2018",
        "—",
        "Photo",
        "by",
        "Ada",
        "第",
        "30",
        "页",
        "fin-",
        "gernail",
    ]
)
PAGES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=14).map("\n".join)


@settings(deadline=None, max_examples=60)
@given(PAGES | st.text(max_size=200))
def test_no_character_is_lost(text: str) -> None:
    assert not lost(text, read_text(text))
