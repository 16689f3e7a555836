"""The mentions of a stretch of text, and whom those of them that are names stand for."""

from __future__ import annotations

from quotex.grammar.mention import Mention
from quotex.model import Gender
from quotex.resolution.entities import Entity
from quotex.resolution.names import Names
from quotex.resolution.short_names import ShortNames
from quotex.resolution.speaker_tools import Tools
from quotex.resolution.spellings import Spelling, name_text
from quotex.resolution.surroundings import Surroundings
from quotex.text.tokens import Tape
from quotex.words.people import is_initials


class Directory:
    """The way from a mention to its entity.

    ``mentions`` are those of each tape; ``entities`` whom they name, in the same places (null
    where nothing is named); ``aliases`` what short names are short for.  ``names`` are those of
    the document so far; they grow.
    """

    def __init__(self, text: str, tapes: tuple[Tape, ...], tools: Tools, names: Names) -> None:
        self._text = text
        self._names = names
        self._spellings = tools.spellings
        self.mentions = [list(tools.mentions.read(i, tape)) for i, tape in enumerate(tapes)]
        _find_last_names(tapes, self.mentions, tools.around)
        self._by_text = tools.spellings.collect(text, tapes, self.mentions)
        abbreviated = ShortNames(
            text, tapes, self.mentions, self._by_text, tools.around, tools.spellings
        )
        self.aliases = abbreviated.aliases()
        names.gather(self._by_text.values(), self.aliases)
        self.entities: list[list[Entity | None]] = [
            [self._entity(tape, mention) for mention in of_tape]
            for tape, of_tape in zip(tapes, self.mentions, strict=True)
        ]

    def _entity(self, tape: Tape, mention: Mention) -> Entity | None:
        if mention.name is None:
            return None
        spelling = self._by_text[name_text(self._text, tape, mention.name)]
        found = self._names.of(spelling)
        if found is None:
            return None
        position = tape.starts[mention.start]
        gender = self._spellings.title_gender(tape, mention)
        entity = found[0] if len(found) == 1 and not gender else self._choose(found, gender)
        if entity is None:
            entity = self._names.new(spelling)
            entity.type, entity.gender = "person", gender
            self._names.add(spelling, entity)
        if gender and entity.type == "person" and entity.gender is None:
            entity.gender = entity.agrees = gender
        entity.mentioned.append(position)
        if _fuller(spelling, entity):
            entity.name = spelling.text
        return entity

    def _choose(self, found: list[Entity], gender: Gender | None) -> Entity | None:
        """Of several that may be meant: those of this gender, of these the last mentioned."""
        fitting = [item for item in found if not (gender and item.gender and item.gender != gender)]
        if not fitting:
            return None
        exact = [item for item in fitting if gender and item.gender == gender]
        return max(exact or fitting, key=lambda item: (item.mentioned[-1:], -found.index(item)))


def _fuller(spelling: Spelling, entity: Entity) -> bool:
    """Whether a spelling is longer than the entity's name: more words, written out."""
    if spelling.text == entity.name:
        return False
    if spelling.key[: len(entity.key)] == entity.key:
        return len(spelling.key) > len(entity.key)  # Dylan P. is more than Dylan
    return len(spelling.key) > len(entity.key) and not any(map(is_initials, spelling.words))


def _find_last_names(
    tapes: tuple[Tape, ...], mentions: list[list[Mention]], around: Surroundings
) -> None:
    """Takes nouns at the beginning of a sentence for last names of people named in full.

    As in *Luc Marchand est là. Marchand se tait.*
    """
    last = {
        tape.shadow[tape.starts[name[1] - 1] : tape.ends[name[1] - 1]]
        for tape, row in zip(tapes, mentions, strict=True)
        for mention in row
        if (name := mention.name) and name[1] - name[0] > 1
    }
    for tape, row in zip(tapes, mentions, strict=True):
        codes = tape.tapes[-1]
        for index, mention in enumerate(row):
            at = mention.noun
            if mention.name or at < 0 or (at, at + 1) != (mention.start, mention.end):
                continue
            alone = not around.has_article(codes, mention) and around.acts(codes, mention)
            if alone and tape.shadow[tape.starts[at] : tape.ends[at]] in last:
                row[index] = mention._replace(noun=-1, described=None, name=(at, at + 1))
