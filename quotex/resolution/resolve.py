"""Who the speakers are: from the words that stand for a source to the entity of the document."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from quotex.attribution.drafts import Draft
from quotex.attribution.engine import Reading
from quotex.attribution.found import NOBODY, Found
from quotex.grammar.mention import Range
from quotex.model import Resolution
from quotex.resolution.antecedents import Antecedents, before
from quotex.resolution.cast import Cast
from quotex.resolution.colons import before_colon
from quotex.resolution.descriptions import Descriptions
from quotex.resolution.dialogue import Dialogue
from quotex.resolution.entities import PEOPLE, Entity, Spoken
from quotex.resolution.lone import LoneQuotations
from quotex.resolution.memory import Memory
from quotex.resolution.naming import Naming
from quotex.resolution.narrator import narrator
from quotex.resolution.records import Choice, Records, is_topic
from quotex.resolution.somewhere import those_there
from quotex.resolution.speaker_tools import Tools
from quotex.resolution.walk import Walk
from quotex.words.lexicon import Lexicon
from quotex.words.people import name_key
from quotex.words.pronouns import Pronoun

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import FirstNameFile, FunctionFile, MentionRules


_FARTHEST = -7.5
"""The least that must speak for one for whom a pronoun stands."""
_IN_TURN = -12.0
"""The same inside a dialogue, between whose turns more may be told."""
_NAMED_AGAIN = 2
"""How often one is named at least who is no mere topic (Délestages : « … »)."""
_SHOWN = 3
"""How many candidates are told of where there is a doubt."""


class Resolver:
    """Names the speakers of a document; one for a lexicon and the rules of mentions."""

    def __init__(
        self,
        lexicon: Lexicon,
        mentions: MentionRules,
        functions: FunctionFile,
        first_names: FirstNameFile,
    ) -> None:
        self._tools = Tools(lexicon, mentions, functions, first_names)

    def memory(self) -> Memory:
        """What is known of those in a document before it is read."""
        return Memory.of(self._tools)

    def choices(
        self, text: str, reading: Reading, drafts: list[Draft], memory: Memory
    ) -> list[Choice]:
        """One speaker for each draft, in order, with those between whom it was chosen.

        ``memory`` is what the windows before have told; what this one tells is added.
        """
        if not drafts and reading.window.last:
            return []
        return _Resolution(self._tools, text, reading, drafts, memory).choices()


class _Resolution:
    """The speakers of one window of a document, found in the order of their mentions."""

    def __init__(
        self, tools: Tools, text: str, reading: Reading, drafts: list[Draft], memory: Memory
    ) -> None:
        self._tools = tools
        self._text = text
        self._drafts = drafts
        self._cast = Cast(tools, text, reading, drafts, memory)
        self._antecedents = Antecedents(self._cast)
        self._descriptions = Descriptions(self._cast, self._antecedents)
        self._naming = Naming(self._cast, self._descriptions)
        self._walk = Walk(self._cast, self._antecedents, self._descriptions, drafts)
        self._lone = LoneQuotations(self._cast, reading.layout.shadow, drafts)
        self._dialogue = Dialogue(self._cast, reading, drafts, self._lone)
        self._found: list[Found | None] = [None] * len(drafts)
        self._topics: set[int] = set()
        self._there: tuple[int, Entity | None] = (-1, None)
        self._owners: dict[int, Range] = {}
        self._wanted = {draft.speaker: index for index, draft in enumerate(drafts) if draft.types}
        self._by_range: dict[Range, Found] = {}

    def choices(self) -> list[Choice]:
        drafts = self._drafts
        silent = [draft.speaker is None for draft in drafts]
        order = sorted(
            range(len(drafts)), key=lambda i: (silent[i], drafts[i].speaker or (drafts[i].start, 0))
        )
        for index in order:
            self._resolved(index)
        self._name_those_in_titles()
        records = Records(self._cast)
        return [self._choice(records, index) for index in range(len(drafts))]

    def _choice(self, records: Records, index: int) -> Choice:
        """The speaker of a draft; a topic before it stands for no one."""
        draft = self._drafts[index]
        if index in self._topics:
            draft = draft._replace(speaker=None)
        elif index in self._owners:
            draft = draft._replace(speaker=self._owners[index])
        return records.choice(draft, self._resolved(index))

    def _taken_from(self, index: int) -> Found:
        """Who speaks in the quotation from which a title is taken."""
        again = self._lone.quoted_again(index, self._speaker_of)
        return Found(again, "context") if again else NOBODY

    def _name_those_in_titles(self) -> None:
        """Who is only described in the title, and quoted again by name: one and the same."""
        firsts = self._cast.memory.head
        for index, draft in enumerate(self._drafts):
            if len(firsts) < 2 or draft.start >= firsts[1]:
                return
            found = self._found[index]
            entity = found.entity if found else None
            if entity is None or entity.named or entity.type != "person" or entity.same:
                continue
            other = self._lone.quoted_again(index, self._speaker_of)
            if other is not None and other.named and other.type == "person":
                self._cast.merge(entity, other)

    def _resolved(self, index: int) -> Found:
        found = self._found[index]
        if found is None:
            self._found[index] = NOBODY  # a quotation inside itself would ask for itself
            found = self._resolve(index)
            self._found[index] = found
        return found

    def _resolve(self, index: int) -> Found:
        draft = self._drafts[index]
        if draft.speaker is None or self._dialogue.is_turn(index):
            return self._in_dialogue(index)
        if draft.match is None and self._is_no_speaker(draft.speaker):
            self._topics.add(index)
            entity = self._dialogue.speaker(index, self._speaker_of)
            return Found(entity, "context" if entity else "none")
        known = self._by_range.get(draft.speaker)
        if known is not None:
            return known
        cast = self._cast
        start, end = draft.speaker
        self._walk.to(start)
        number = self._tools.phrases.tape_at(cast.firsts, start)
        tape = cast.tapes[number]
        shadow = tape.shadow[start:end]
        hyphen = self._tools.phrases.without_hyphen(shadow)
        tokens = self._tools.phrases.tokens(tape, start, end)
        phrases = self._tools.phrases
        pronoun = phrases.pronoun(shadow[hyphen:]) or phrases.with_relative(tape, tokens)
        if pronoun is None and (pronoun := phrases.owner(tape, tokens)) is not None:
            self._owners[index] = start, tape.ends[tokens[0]]
        if pronoun is not None:
            found = self._pronoun(index, number, tokens, pronoun)
        else:
            talk = partial(self._those_in_talk, draft.parent)
            found = self._naming.phrase(number, tokens, draft, talk)
            if found.entity is not None and is_topic(self._text, draft, found.entity):
                found.entity.weak = len(found.entity.mentioned) < _NAMED_AGAIN
                self._topics.add(index)
                return self._taken_from(index)
        self._by_range[draft.speaker] = found
        if found.entity is not None:
            nested = draft.parent >= 0
            aside = pronoun is not None and pronoun.seeks == "antecedent"
            cast.speak(
                Spoken(
                    number, tokens[0], start, found.entity,
                    gender=found.shown, nested=nested, aside=aside,
                )
            )  # fmt: skip
        return found

    def _is_no_speaker(self, speaker: Range) -> bool:
        """Whether a mention is one of what a headline is about (Liège : le tram est là)."""
        other = self._wanted.get(speaker)
        if other is None:
            return False
        entity = self._speaker_of(other)
        return entity is None or entity.type not in self._drafts[other].types

    def _in_dialogue(self, index: int) -> Found:
        """Whom a turn of speech, or a quotation that no words give to anyone, belongs to."""
        draft = self._drafts[index]
        if draft.match is not None:
            if draft.match.rule.cue != "colon":
                return NOBODY
            found = before_colon(self._cast, self._drafts, index, self._speaker_of)
            return found if found.entity else self._taken_from(index)
        entity = self._dialogue.speaker(index, self._speaker_of)
        if entity is None or draft.speaker is None:
            return Found(entity, "context" if entity else "none")
        words = name_key(self._text[slice(*draft.speaker)])
        return Found(entity, "named" if len(words) >= len(name_key(entity.name)) else "short-name")

    def _speaker_of(self, index: int) -> Entity | None:
        entity = self._resolved(index).entity
        return entity.whole() if entity else None

    # -- pronouns --------------------------------------------------------------------------------

    def _pronoun(self, index: int, number: int, tokens: Range, pronoun: Pronoun) -> Found:
        draft = self._drafts[index]
        if pronoun.seeks == "nobody":
            return Found(None, "none", anonymous=True)
        if pronoun.seeks == "self":
            entity = self._resolved(draft.parent).entity if draft.parent >= 0 else self._narrator
            if entity is None and draft.parent < 0 and pronoun.number is None:
                entity = self._cast.memory.body  # nous, in what a body has published
            how: Resolution = "pronoun" if entity else "none"
            return Found(entity, how, gender=entity.gender if entity else None)
        if pronoun.seeks == "antecedent":
            antecedent = before(self._cast, number, tokens[0])
            if antecedent is None:
                return NOBODY
            codes = self._cast.tapes[number].tapes[-1]
            start = self._tools.around.article(codes, antecedent.start)
            talk = partial(self._those_in_talk, draft.parent)
            found = self._naming.single(number, (start, antecedent.end), draft, talk)
            return Found(found.entity, "pronoun" if found.entity else "none")
        if pronoun.seeks == "place":
            entity = those_there(self._cast, self._tools.places, number, tokens[0], draft)
            if entity is None and self._there[0] == number:
                entity = self._there[1]  # À la mairie, on nie. … et l'on rappelle que …
            self._there = number, entity
            return Found(entity, "pronoun" if entity else "none", anonymous=entity is None)
        spoken_to = self._those_in_talk(draft.parent)
        candidates = [
            item
            for item in self._antecedents.candidates(pronoun, number, tokens[0], draft)
            if not any(item.entity is one for one in spoken_to)
        ]
        farthest = _IN_TURN if self._dialogue.in_turn(index) else _FARTHEST
        near = [item for item in candidates if item.score >= farthest]
        entity = self._antecedents.choose(near)
        if not any(item.entity.type in PEOPLE for item in candidates):
            entity = entity or self._antecedents.ahead(pronoun, number, tokens[0])
        considered = tuple(candidates[:_SHOWN])
        if entity is None:
            return Found(None, "none", gender=pronoun.gender, considered=considered)
        if pronoun.gender and entity.agrees is None and entity.type in ("person", "unknown"):
            entity.agrees = pronoun.gender
            if entity.type == "person" and entity.certain:
                entity.gender = pronoun.gender
        return Found(entity, "pronoun", considered=considered)

    @cached_property
    def _narrator(self) -> Entity | None:
        """Who says *je* outside what is quoted, but for an interview."""
        if self._dialogue.is_interview:
            return None
        return narrator(self._cast, self._drafts)

    def _those_in_talk(self, parent: int) -> list[Entity]:
        """Who speaks, and to whom, around a pronoun: neither is *il* there."""
        if parent < 0:
            return []
        draft = self._drafts[parent]
        found: list[Found | None] = [self._found[parent]]
        if draft.speaker and self._tools.phrases.pronoun(self._text[slice(*draft.speaker)]) is None:
            found = [self._resolved(parent)]
        before = self._dialogue.turn_before(parent)
        if before is not None:
            found.append(self._found[before])
        return [item.entity for item in found if item and item.entity]
