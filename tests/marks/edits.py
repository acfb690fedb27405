"""A maintainer at work: an issue in which every character has a number, so that it can be followed through edits."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from reader.marks.quoting import quote
from reader.model.magazine import AlignedBody, Article, Heading, Issue, ItemList, Paragraph
from reader.model.passage import passages
from reader.model.text import Prose, Text, text_of
from tests.marks.made import article, issue

if TYPE_CHECKING:
    from reader.marks.article_text import TextRange
    from reader.marks.mark import TextQuote

LANGUAGES = ("zh-Hans", "en")
HAN = "水城石桥河山月年人家门前后来去大小高低春夏秋冬东南西北一二三四五六七八九十风雨花木鱼鸟读写说听走看的了在是有和不"
WORDS = (
    *("the", "of", "and", "a", "river", "bridge", "stone", "city", "old", "new", "spring", "market", "lane", "house"),
    *("water", "light", "hand", "year", "two", "each", "slow", "carpenter", "winter", "grain", "temple", "harvest"),
    *("lantern", "donkey", "valley", "printed", "morning", "ferry", "willow", "bargain", "quarry", "teacher"),
)
REFRAINS = (("好。", "Good."), ("水来了，水又去了。", "The water came, and the water went."))

Letter = tuple[int, str]
"""A character and its number, which no other has."""


class Maintainer:
    """Writes an issue of two articles, and changes it step by step."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.letters = 0
        self.articles = {name: [self.paragraph() for _ in range(12)] for name in ("first", "second")}

    # -- writing --------------------------------------------------------------------------------------

    def numbered(self, text: str) -> list[Letter]:
        first = self.letters
        self.letters += len(text)
        return list(enumerate(text, first))

    def prose(self, language: str, sentences: int) -> str:
        if language == "en":
            made = (" ".join(self.random.choices(WORDS, k=self.random.randint(6, 14))) for _ in range(sentences))
            return " ".join(f"{words.capitalize()}." for words in made)
        return "".join("".join(self.random.choices(HAN, k=self.random.randint(8, 24))) + "。" for _ in range(sentences))

    def paragraph(self) -> dict[str, list[Letter]]:
        if self.random.random() < 0.1:
            pair = self.random.choice(REFRAINS)
        else:
            sentences = self.random.randint(1, 5)
            pair = self.prose("zh-Hans", sentences), self.prose("en", sentences)
        return dict(zip(LANGUAGES, map(self.numbered, pair), strict=True))

    # -- changing -------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Makes one change."""
        paragraphs = self.articles[self.random.choice(list(self.articles))]
        changes = (self.split, self.join, self.move, self.move_away, self.rewrite, self.rewrite, self.delete, self.add)
        if paragraphs:
            self.random.choice(changes)(paragraphs)
        else:
            self.add(paragraphs)

    def split(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        index = self.random.randrange(len(paragraphs))
        share = self.random.random()
        halves: list[dict[str, list[Letter]]] = [{}, {}]
        for language, letters in paragraphs[index].items():
            cut = int(share * len(letters))
            while language == "en" and 0 < cut < len(letters) and letters[cut][1] != " ":
                cut += 1
            halves[0][language], halves[1][language] = letters[:cut], letters[cut:]
            while halves[1][language] and halves[1][language][0][1] == " ":
                del halves[1][language][0]
        if all(half[language] for half in halves for language in LANGUAGES):
            paragraphs[index : index + 1] = halves

    def join(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        if len(paragraphs) > 1:
            index = self.random.randrange(len(paragraphs) - 1)
            one, other = paragraphs[index : index + 2]
            between = {"zh-Hans": "", "en": " "}
            paragraphs[index : index + 2] = [
                {tag: [*one[tag], *self.numbered(between[tag]), *other[tag]] for tag in LANGUAGES}
            ]

    def move(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        moved = paragraphs.pop(self.random.randrange(len(paragraphs)))
        paragraphs.insert(self.random.randint(0, len(paragraphs)), moved)

    def move_away(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        moved = paragraphs.pop(self.random.randrange(len(paragraphs)))
        others = self.articles[self.random.choice(list(self.articles))]
        others.insert(self.random.randint(0, len(others)), moved)

    def rewrite(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        """Changes some adjoining characters or words of one language."""
        language = self.random.choice(LANGUAGES)
        letters = self.random.choice(paragraphs)[language]
        size = self.random.choice((1, 1, 2, 4, 8, 20))
        start = self.random.randint(0, len(letters))
        fresh = self.numbered(self.prose(language, 1)[: self.random.choice((0, 1, size))])
        if len(letters) + len(fresh) > size:
            letters[start : start + self.random.choice((0, size))] = fresh
        if not "".join(character for _, character in letters).strip():
            letters[:] = self.numbered(self.prose(language, 1))

    def delete(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        paragraphs.pop(self.random.randrange(len(paragraphs)))

    def add(self, paragraphs: list[dict[str, list[Letter]]]) -> None:
        paragraphs.insert(self.random.randint(0, len(paragraphs)), self.paragraph())

    # -- what there is -----------------------------------------------------------------------------------

    def issue(self) -> Issue:
        """Returns the issue as it is now; some paragraphs are headings or items of lists."""
        return issue(*(self.article(name) for name in self.articles))

    def article(self, name: str) -> Article:
        blocks: list[Heading | ItemList | Paragraph] = []
        for number, paragraph in enumerate(self.articles[name]):
            text = Text(tuple((tag, Prose("".join(c for _, c in paragraph[tag]))) for tag in LANGUAGES))
            kind = number % 7
            blocks.append(Heading(text) if kind == 3 else ItemList((text,)) if kind == 5 else Paragraph(text))
        made = article(name=name)
        return Article(name, text_of(name), AlignedBody(tuple(blocks))) if blocks else made

    def quotation(self) -> tuple[str, TextQuote, list[int]]:
        """Returns a quote of a range somewhere: its article, the quote, and the numbers of its characters."""
        name = self.random.choice([name for name, paragraphs in self.articles.items() if paragraphs])
        index = self.random.randrange(len(self.articles[name]))
        language = self.random.choice(LANGUAGES)
        letters = self.articles[name][index][language]
        start, end = 0, len(letters)
        if self.random.random() < 0.7:
            start = self.random.randrange(len(letters))
            end = min(len(letters), start + self.random.choice((2, 4, 10, 30, 80)))
        passage = list(passages(self.article(name)))[index]
        quotation = quote(self.article(name), passage, language, start, end)
        assert quotation.exact == "".join(character for _, character in letters[start:end])
        return name, quotation, [number for number, character in letters[start:end] if not character.isspace()]

    def numbers(self, found: TextRange) -> list[int]:
        """Returns the numbers of the characters of a range."""
        index = int(found.anchor.removeprefix("p")) - 1
        letters = self.articles[found.article][index][found.language][found.start : found.end]
        return [number for number, character in letters if not character.isspace()]

    def text(self, found: TextRange) -> str:
        """Returns the text of a range, without blanks."""
        index = int(found.anchor.removeprefix("p")) - 1
        letters = self.articles[found.article][index][found.language][found.start : found.end]
        return "".join(character for _, character in letters if not character.isspace())

    def all_numbers(self) -> set[int]:
        """Returns the numbers of all characters that are left."""
        texts = (letters for paragraphs in self.articles.values() for p in paragraphs for letters in p.values())
        return {number for letters in texts for number, _ in letters}

    def unchanged(self, numbers: list[int], language: str) -> bool:
        """Returns whether characters still adjoin, in one paragraph or in several that follow each other."""
        for paragraphs in self.articles.values():
            stream = [number for p in paragraphs for number, character in p[language] if not character.isspace()]
            if numbers[0] in stream:
                first = stream.index(numbers[0])
                return stream[first : first + len(numbers)] == numbers
        return False
