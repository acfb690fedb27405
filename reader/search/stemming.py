"""English inflections: words that differ only in number, tense or degree of completion have one stem.

The stem is a key to compare by, not a word: *hoping*, *hoped* and *hopes* have ``hop``. Only inflections are taken off,
never derivations: *universe* and *university* stay apart. Irregular forms stand in a table.
"""

from __future__ import annotations

_IRREGULAR = """
be am is are was were been being|have has had having|do does did done doing|go goes went gone going|say said
make made|take took taken|come came|see saw seen|know knew known|get got gotten|give gave given|find found
think thought|tell told|become became|show shown|leave left|feel felt|put|bring brought|begin began begun
keep kept|hold held|write wrote written|stand stood|hear heard|let|mean meant|set|meet met|run ran|pay paid
sit sat|speak spoke spoken|lie lay lain lying|lead led|read|grow grew grown|lose lost|fall fell fallen|send sent
build built|understand understood|draw drew drawn|break broke broken|spend spent|cut|rise rose risen
drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught
deal dealt|win won|fight fought|teach taught|eat ate eaten|sing sang sung|sell sold|sleep slept|fly flew flown
forget forgot forgotten|ride rode ridden|swim swam swum|drink drank drunk|ring rang rung|sink sank sunk
shake shook shaken|steal stole stolen|freeze froze frozen|hide hid hidden|bite bit bitten|blow blew blown
tear tore torn|swear swore sworn|wake woke woken|strike struck|stick stuck|dig dug|hang hung|feed fed|flee fled
breed bred|bend bent|lend lent|weave wove woven|spin spun|spring sprang sprung|sweep swept|creep crept
dream dreamt|burn burnt|learn learnt|spoil spoilt|shine shone|shoot shot|slide slid|spread|bear bore borne
beat beaten|bind bound|man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen
person people|leaf leaves|life lives|wife wives|knife knives|half halves|wolf wolves|shelf shelves|self selves
loaf loaves|thief thieves|calf calves|crisis crises|analysis analyses|basis bases|thesis theses
phenomenon phenomena|criterion criteria|medium media|datum data|news
"""
_IRREGULAR_MARK = "="
_MIN_STEM = 2
_VOWELS = frozenset("aeiouy")
_known: dict[str, str] = {}


def stem(word: str) -> str:
    """Returns the stem of a folded word; a word that is not of Latin letters alone is its own stem."""
    found = _known.get(word)
    if found is None:
        if not _known:
            _known.update({form: _IRREGULAR_MARK + line.split()[0] for line in _lines() for form in line.split()})
            return stem(word)
        found = _known[word] = _stem(word) if word.isascii() and word.isalpha() else word
    return found


def beginning_of_forms(word: str) -> str:
    """Returns what all words with the stem of a folded word begin with; empty if it is irregular."""
    found = stem(word)
    if found.startswith(_IRREGULAR_MARK):
        return ""
    return found.removesuffix("y")  # the y of city is an i in cities


def _lines() -> list[str]:
    return [line for line in _IRREGULAR.replace("\n", "|").split("|") if line]


def _stem(word: str) -> str:
    bare = word
    if word.endswith(("ies", "ied")):
        bare = word[:-3] + "y" if len(word) > 4 else word[:-1]
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        bare = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        bare = word[:-1]
    elif word.endswith("ing") and _is_stem(word[:-3]):
        bare = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed") and _is_stem(word[:-2]):
        bare = word[:-2]
    if bare is not word:
        for whole in (bare, bare + "e", bare[:-1]):
            if (found := _known.get(whole, "")).startswith(_IRREGULAR_MARK):
                return found
    if bare.endswith("e") and len(bare) > _MIN_STEM + 1:
        bare = bare[:-1]
    if len(bare) > _MIN_STEM and bare[-1] == bare[-2] and bare[-1] not in _VOWELS:
        bare = bare[:-1]
    return bare


def _is_stem(rest: str) -> bool:
    """Whether what is left without an ending can be a word: it has a vowel and more than two letters."""
    return len(rest) > _MIN_STEM and not _VOWELS.isdisjoint(rest)
