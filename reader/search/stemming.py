"""English inflections: words that differ only in number, tense or degree of completion have one stem.

The stem is a key to compare by, not a word: *hoping*, *hoped* and *hopes* have ``hop``. Only inflections are taken off,
never derivations: *universe* and *university* stay apart. Irregular forms are in a table, a verb or noun with its forms
in each entry. ``docs/decisions/0017-by-hand-or-by-library.md`` says why no known stemmer is used.
"""

from __future__ import annotations

from functools import cache

IRREGULAR_FORMS = """
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
"""Irregular verbs and nouns with their forms, separated by line ends and bars."""
_IRREGULAR_SIGN = "="
"""Begins the stems of irregular words."""
_MIN_STEM_CHARS = 2
_VOWELS = frozenset("aeiouy")


@cache
def stem(word: str) -> str:
    """Returns the stem of a folded word; a word that has other characters than Latin letters is its own stem."""
    if irregular := _irregular().get(word):
        return irregular
    return _regular_stem(word) if word.isascii() and word.isalpha() else word


def beginning_of_forms(word: str) -> str:
    """Returns the longest string that all words with the stem of a folded word begin with; empty if irregular."""
    found = stem(word)
    if found.startswith(_IRREGULAR_SIGN):
        return ""
    return found.removesuffix("y")  # the y of city is an i in cities


@cache
def _irregular() -> dict[str, str]:
    entries = [entry.split() for entry in IRREGULAR_FORMS.replace("\n", "|").split("|") if entry]
    return {form: _IRREGULAR_SIGN + forms[0] for forms in entries for form in forms}


def _regular_stem(word: str) -> str:
    bare = _without_ending(word)
    if bare is not word:
        verbs = (bare + "e", bare[:-1] if _is_doubled(bare) else bare) if not word.endswith("s") else ()
        for found in (stem(bare), *(_irregular().get(verb, "") for verb in verbs)):
            if found.startswith(_IRREGULAR_SIGN):
                return found
    if bare.endswith("e") and len(bare) > _MIN_STEM_CHARS + 1:
        bare = bare[:-1]
    return bare[:-1] if _is_doubled(bare) else bare


def _is_doubled(bare: str) -> bool:
    """Whether a word ends in a consonant that its ending has doubled, as in running."""
    return len(bare) > _MIN_STEM_CHARS and bare[-1] == bare[-2] and bare[-1] not in _VOWELS


def _without_ending(word: str) -> str:
    """Returns a word without its ending of number, tense or participle; the same object if it has none."""
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    if word.endswith("ing") and _can_be_word(word[:-3]):
        return word[:-3]
    if word.endswith("ed") and not word.endswith("eed") and _can_be_word(word[:-2]):
        return word[:-2]
    return word


def _can_be_word(rest: str) -> bool:
    """Whether the letters before an ending can be a word: there are more than two, with a vowel among them."""
    return len(rest) > _MIN_STEM_CHARS and not _VOWELS.isdisjoint(rest)
