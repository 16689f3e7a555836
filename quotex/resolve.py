"""Who the speakers are: from the words that stand for a source to the entity of the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.antecedents import Antecedents, before
from quotex.cast import Cast, Spoken, Tools
from quotex.descriptions import Descriptions
from quotex.dialogue import Dialogue
from quotex.drafts import Draft
from quotex.engine import Reading
from quotex.entities import Entity
from quotex.lexicon import Lexicon
from quotex.mentions import Mention, Range
from quotex.model import Gender, Resolution, Span, Speaker, SpeakerType
from quotex.people import name_key
from quotex.pronouns import Pronoun
from quotex.somewhere import those_there
from quotex.walk import Walk

if TYPE_CHECKING:
    from quotex.mention_rules import FirstNameFile, FunctionFile, MentionRules


@dataclass(frozen=True, slots=True)
class _Found:
    """What the words of a speaker lead to; ``role`` are the characters of a function in them."""

    entity: Entity | None
    resolution: Resolution
    role: Range | None = None
    gender: Gender | None = None
    anonymous: bool = False
    doubtful: tuple[Entity, ...] = ()


_NOBODY = _Found(None, "none")
_BESIDE = 300
"""How many characters from a mention its function may stand."""


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

    def speakers(self, text: str, reading: Reading, drafts: list[Draft]) -> list[Speaker]:
        """One speaker for each draft, in order."""
        if not drafts:
            return []
        return _Resolution(self._tools, text, reading, drafts).speakers()


class _Resolution:
    """The speakers of one document, found in the order of their mentions."""

    def __init__(self, tools: Tools, text: str, reading: Reading, drafts: list[Draft]) -> None:
        self._tools = tools
        self._text = text
        self._drafts = drafts
        self._cast = Cast(tools, text, reading, drafts)
        self._antecedents = Antecedents(self._cast)
        self._descriptions = Descriptions(self._cast, self._antecedents)
        self._walk = Walk(self._cast, self._antecedents, self._descriptions, drafts)
        self._dialogue = Dialogue(self._cast, reading, drafts)
        self._found: list[_Found | None] = [None] * len(drafts)
        self._by_range: dict[Range, _Found] = {}

    def speakers(self) -> list[Speaker]:
        drafts = self._drafts
        silent = [draft.speaker is None for draft in drafts]
        order = sorted(
            range(len(drafts)), key=lambda i: (silent[i], drafts[i].speaker or (drafts[i].start, 0))
        )
        for index in order:
            self._resolved(index)
        return [
            self._speaker(draft, found or _NOBODY)
            for draft, found in zip(drafts, self._found, strict=True)
        ]

    def _resolved(self, index: int) -> _Found:
        found = self._found[index]
        if found is None:
            self._found[index] = _NOBODY  # a quotation inside itself would ask for itself
            found = self._resolve(index)
            self._found[index] = found
        return found

    def _resolve(self, index: int) -> _Found:
        draft = self._drafts[index]
        if draft.speaker is None or self._dialogue.is_turn(index):
            return self._in_dialogue(index)
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
        pronoun = self._tools.phrases.pronoun(shadow[hyphen:])
        if pronoun is not None:
            found = self._pronoun(index, number, tokens, pronoun)
        else:
            found = self._phrase(number, tokens, draft)
        self._by_range[draft.speaker] = found
        if found.entity is not None:
            shown = None
            if pronoun is None and found.resolution == "description":
                noun = self._noun(number, tokens)
                shown = self._tools.phrases.agreement(tape, tokens, noun).gender
            nested = draft.parent >= 0
            cast.speak(Spoken(number, tokens[0], start, found.entity, gender=shown, nested=nested))
        return found

    def _noun(self, number: int, tokens: Range) -> int:
        """The noun of a phrase that describes, or its first word."""
        content = self._tools.phrases.content_start(self._cast.tapes[number], tokens)
        mentions = self._inside(number, tokens)
        return next((m.noun for m, _ in mentions if m.start <= content < m.end), content)

    def _in_dialogue(self, index: int) -> _Found:
        """Whom a turn of speech, or a quotation that no words give to anyone, belongs to."""
        draft = self._drafts[index]
        if draft.match is not None:
            return _NOBODY
        entity = self._dialogue.speaker(index, lambda other: self._resolved(other).entity)
        if entity is None or draft.speaker is None:
            return _Found(entity, "context" if entity else "none")
        words = name_key(self._text[slice(*draft.speaker)])
        return _Found(entity, "named" if len(words) >= len(name_key(entity.name)) else "short-name")

    # -- pronouns --------------------------------------------------------------------------------

    def _pronoun(self, index: int, number: int, tokens: Range, pronoun: Pronoun) -> _Found:
        draft = self._drafts[index]
        if pronoun.seeks == "nobody":
            return _Found(None, "none", anonymous=True)
        if pronoun.seeks == "self":
            parent = self._resolved(draft.parent) if draft.parent >= 0 else _NOBODY
            return _Found(
                parent.entity, "pronoun" if parent.entity else "none", gender=parent.gender
            )
        if pronoun.seeks == "antecedent":
            antecedent = before(self._cast, number, tokens[0])
            if antecedent is None:
                return _NOBODY
            codes = self._cast.tapes[number].tapes[-1]
            start = self._tools.mentions.article(codes, antecedent.start)
            found = self._single(number, (start, antecedent.end), draft)
            return _Found(found.entity, "pronoun" if found.entity else "none")
        if pronoun.seeks == "place":
            entity = those_there(self._cast, self._tools.places, number, tokens[0], draft)
            return _Found(entity, "pronoun" if entity else "none", anonymous=entity is None)
        spoken_to = self._those_in_talk(draft.parent)
        candidates = [
            item
            for item in self._antecedents.candidates(pronoun, number, tokens[0], draft)
            if not any(item.entity is one for one in spoken_to)
        ]
        entity = self._antecedents.choose(candidates)
        if entity is None:
            doubtful = tuple(item.entity for item in candidates[:3])
            return _Found(None, "none", gender=pronoun.gender, doubtful=doubtful)
        if pronoun.gender and entity.agrees is None and entity.type in ("person", "unknown"):
            entity.agrees = pronoun.gender
            if entity.type == "person" and entity.certain:
                entity.gender = pronoun.gender
        return _Found(entity, "pronoun")

    def _those_in_talk(self, parent: int) -> list[Entity]:
        """Who speaks, and to whom, around a pronoun: neither is *il* there."""
        if parent < 0:
            return []
        draft = self._drafts[parent]
        found: list[_Found | None] = [self._found[parent]]
        if draft.speaker and self._tools.phrases.pronoun(self._text[slice(*draft.speaker)]) is None:
            found = [self._resolved(parent)]
        before = self._dialogue.turn_before(parent)
        if before is not None:
            found.append(self._found[before])
        return [item.entity for item in found if item and item.entity]

    # -- names and descriptions --------------------------------------------------------------------

    def _phrase(self, number: int, tokens: Range, draft: Draft) -> _Found:
        cast = self._cast
        tape = cast.tapes[number]
        mentions = self._inside(number, tokens)
        spans = [(mention.start, mention.end) for mention, _ in mentions]
        parts = self._tools.phrases.parts(tape, tokens, spans)
        if len(parts) > 1:
            found = [self._single(number, part, draft) for part in parts]
            members = [item.entity for item in found if item.entity is not None]
            if len(members) == len(parts):
                return _Found(self._together(members), found[0].resolution)
        return self._single(number, tokens, draft)

    def _together(self, members: list[Entity]) -> Entity:
        genders = {member.gender for member in members}
        gender = genders.pop() if len(genders) == 1 else None
        return Entity(
            "group", "", (), gender=gender, agrees=gender, plural=True, members=tuple(members)
        )

    def _inside(self, number: int, tokens: Range) -> list[tuple[Mention, Entity | None]]:
        """The mentions that begin in these tokens, with whom they name."""
        cast = self._cast
        mentions, entities = cast.directory.mentions[number], cast.directory.entities[number]
        starts = cast.starts[number]
        first = bisect_left(starts, tokens[0])
        found: list[tuple[Mention, Entity | None]] = []
        for i in range(first, len(starts)):
            if starts[i] >= tokens[1]:
                break
            found.append((mentions[i], entities[i]))
        return found

    def _single(self, number: int, tokens: Range, draft: Draft) -> _Found:
        cast = self._cast
        tape = cast.tapes[number]
        mentions = self._inside(number, tokens)
        content = self._tools.phrases.content_start(tape, tokens)
        head = next(((m, e) for m, e in mentions if m.start <= content < m.end), None)
        if head is not None and head[0].name is not None and head[0].name[0] < tokens[1]:
            return self._named(number, tokens, *head, draft)
        if (
            mentions
            and mentions[-1][1] is not None
            and self._ends_in_name(tape, tokens, mentions[-1][0])
        ):
            mention, entity = mentions[-1]
            before = (tape.starts[tokens[0]], tape.ends[mention.start - 1])
            return _Found(entity, self._how(tape, mention, entity), before)
        noun = head[0].noun if head is not None else content
        end = tokens[1]
        taken = self._descriptions.resolve(number, (tokens[0], end), noun, draft)
        entity = taken.entity
        if entity is None:
            return _Found(None, "none", doubtful=taken.doubtful)
        role: Range | None = None
        if entity.type == "person" and (self._tools.type_of(tape.word(noun), False) == "person"):
            role = (tape.starts[tokens[0]], tape.ends[end - 1])
        if role is not None and self._line(role) == self._name(entity):
            return _Found(entity, "named")  # a déclaré à la presse Anne Roy, maire de Brest
        return _Found(entity, "description", role)

    def _ends_in_name(self, tape: object, tokens: Range, mention: Mention) -> bool:
        """Whether a person's name closes the phrase, behind words that say who that is."""
        if mention.name is None or mention.end != tokens[1] or mention.start == tokens[0]:
            return False
        reader = self._tools.mentions
        number_codes = tape.tapes[-1]  # type: ignore[attr-defined]
        return reader.position(number_codes, mention) != "complement" and mention.noun < 0

    def _named(
        self,
        number: int,
        tokens: Range,
        mention: Mention,
        entity: Entity | None,
        draft: Draft,
    ) -> _Found:
        cast = self._cast
        tape = cast.tapes[number]
        if entity is None or (entity.weak and mention.noun < 0):
            entity = entity or Entity(
                "person", self._text[tape.starts[mention.start] : tape.ends[mention.end - 1]], ()
            )
            entity.weak = False
        if entity.type == "unknown" and mention.noun < 0:
            native = self._descriptions.native(number, tokens, draft)
            if native is not None:
                return _Found(native, "description")
        role = None
        if mention.described:
            start = self._tools.mentions.article(tape.tapes[-1], mention.described[0])
            role = (tape.starts[start], tape.ends[mention.described[1] - 1])
        return _Found(entity, self._how(tape, mention, entity), role)

    def _how(self, tape: object, mention: Mention, entity: Entity | None) -> Resolution:
        if mention.name is None or entity is None:
            return "named"
        starts, ends = tape.starts, tape.ends  # type: ignore[attr-defined]
        words = name_key(self._text[starts[mention.name[0]] : ends[mention.name[1] - 1]])
        return "named" if len(words) >= len(name_key(entity.name)) else "short-name"

    # -- records -----------------------------------------------------------------------------------

    def _speaker(self, draft: Draft, found: _Found) -> Speaker:
        mention = self._mention(draft)
        entity = found.entity
        resolution = found.resolution
        if draft.match is None and entity is not None and not draft.cue:
            resolution = "context"
        elif draft.understood and entity is not None:
            resolution = "understood"
        if entity is None:
            kind: SpeakerType = "anonymous" if found.anonymous else "unknown"
            return Speaker(mention, None, None, kind, found.gender, "none")
        role = found.role or self._role_beside(draft, entity)
        return Speaker(
            mention,
            self._name(entity),
            self._line(role) if role else None,
            self._type(entity),
            entity.gender if entity.type in ("person", "anonymous") or entity.members else None,
            resolution,
        )

    def _type(self, entity: Entity) -> SpeakerType:
        return entity.type

    def _name(self, entity: Entity) -> str:
        if entity.members:
            joiner = self._tools.phrases.joiner
            return f" {joiner} ".join(self._name(member) for member in entity.members)
        return entity.name

    def _line(self, characters: Iterable[int]) -> str:
        return " ".join(self._text[slice(*characters)].split())

    def _mention(self, draft: Draft) -> Span | None:
        if draft.speaker is None:
            return None
        start, end = draft.speaker
        start += self._tools.phrases.without_hyphen(self._text[start:end])
        return Span(start, end, self._text[start:end])

    def _role_beside(self, draft: Draft, entity: Entity) -> Range | None:
        """The function that the sentence of the mention gives."""
        if draft.speaker is None:
            return None
        cast = self._cast
        start, end = draft.speaker
        number = self._tools.phrases.tape_at(cast.firsts, start)
        tape = cast.tapes[number]
        for item in cast.introductions.near(entity, start - _BESIDE, end + _BESIDE):
            if item.start < tape.starts[0]:
                continue
            left, right = sorted(((start, end), (item.start, item.end)))
            between = self._tools.phrases.tokens(tape, left[1], right[0])
            codes = tape.tapes[-1][between[0] : between[1]]
            if not any(code in self._tools.stops for code in codes):
                return item.start, item.end
        return None
