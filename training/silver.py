"""Guesses the coreference of articles that have none marked, where hardly any doubt is left."""

from collections.abc import Iterator, Sequence

from copydesk.analysis.reference.agreement import agreement
from copydesk.analysis.reference.mention_types import Mention
from copydesk.analysis.reference.mentions import mentions
from copydesk.document import Document
from copydesk.markup import read_text

from training import coreference
from training.corpus import Article

NEAR = 3
"""How many sentences before a pronoun are searched for the only one it can stand for."""


def resolved(article: Article) -> coreference.Article:
    """An article with the mentions that names, nouns and clear pronouns are taken for."""
    document = read_text("\n\n".join((article.title, *article.paragraphs)))
    entities = _entities(document.analysis(mentions).all)
    inside: list[list[coreference.Mention]] = [[] for _ in document.sentences]
    for mention, entity in entities:
        inside[mention.sentence].append(_placed(document, mention, entity))
    sentences = tuple(
        coreference.Sentence(sentence.text, document.block_index(sentence.start), tuple(found))
        for sentence, found in zip(document.sentences, inside, strict=True)
    )
    return coreference.Article(f"wikipedia_{article.id}", "wikipedia", sentences, {})


def _placed(document: Document, mention: Mention, entity: int) -> coreference.Mention:
    tokens = document.tokens
    at = document.sentences[mention.sentence].start
    start, end = tokens.starts[mention.first] - at, tokens.end(mention.last) - at
    pronoun = mention.kind == "pronoun"
    word = tokens.lowers[mention.first] if mention.kind in {"pronoun", "speaker"} else ""
    return coreference.Mention(entity, "", start, end, word, pronoun)


def _entities(found: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
    """The mentions and the numbers of what they mean; one that is not clear means itself alone."""
    named: dict[tuple[str, str], int] = {}
    known: list[tuple[Mention, int]] = []
    for number, mention in enumerate(found):
        if mention.kind == "pronoun" and mention.key != "it":
            entity = _antecedent(mention, known)
            entity = number if entity is None else entity
        elif mention.kind == "name" or (mention.kind == "noun" and not mention.indefinite):
            entity = named.setdefault((mention.kind, mention.key), number)
        else:
            entity = named[mention.kind, mention.key] = number
        known.append((mention, entity))
        yield mention, entity


def _antecedent(pronoun: Mention, known: Sequence[tuple[Mention, int]]) -> int | None:
    """What a pronoun means: what the same did just before, or all that it can mean."""
    near: set[int] = set()
    for mention, entity in reversed(known):
        far = pronoun.sentence - mention.sentence
        if far > NEAR:
            break
        if mention.key == pronoun.key and mention.kind == "pronoun" and far <= 1 and not near:
            return entity
        if mention.kind in {"name", "noun", "pair"} and agreement(pronoun.key, mention) > 1 and far:
            near.add(entity)
    return near.pop() if len(near) == 1 else None
