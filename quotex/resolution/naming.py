"""Names and descriptions that stand for a speaker: whom they lead to."""

from __future__ import annotations

from bisect import bisect_left

from quotex.attribution.drafts import Draft
from quotex.attribution.found import NOBODY, Found
from quotex.grammar.mention import Mention, Range
from quotex.model import Resolution
from quotex.resolution.cast import Cast
from quotex.resolution.descriptions import Descriptions, Talk
from quotex.resolution.entities import BODIES, Entity, together
from quotex.text.tokens import Tape
from quotex.words.people import name_key


class Naming:
    """Finds those whom names and descriptions of one document stand for."""

    def __init__(self, cast: Cast, descriptions: Descriptions) -> None:
        self._cast = cast
        self._tools = cast.tools
        self._descriptions = descriptions

    def phrase(self, number: int, tokens: Range, draft: Draft, talk: Talk) -> Found:
        """Whom the words in these tokens of a tape stand for, or all whom they join."""
        cast = self._cast
        tape = cast.tapes[number]
        mentions = self._inside(number, tokens)
        spans = [(mention.start, mention.end) for mention, _ in mentions]
        parts = self._tools.phrases.parts(tape, tokens, spans)
        if len(parts) > 1:
            found = [self.single(number, part, draft, talk) for part in parts]
            members = [item.entity for item in found if item.entity is not None]
            if len(members) == len(parts):
                return Found(together(members), found[0].resolution)
        return self.single(number, tokens, draft, talk)

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

    def single(self, number: int, tokens: Range, draft: Draft, talk: Talk) -> Found:
        """Whom words stand for that join no one."""
        cast = self._cast
        tape = cast.tapes[number]
        mentions = self._inside(number, tokens)
        content = self._tools.phrases.content_start(tape, tokens)
        head = next(((m, e) for m, e in mentions if m.start <= content < m.end), None)
        if head is not None and head[0].name is not None and head[0].name[0] < tokens[1]:
            return self._named(number, tokens, *head, draft)
        if mentions and self._ends_in_name(tape, tokens, *mentions[-1]):
            mention, entity = mentions[-1]
            before = (tape.starts[tokens[0]], tape.ends[mention.start - 1])
            return Found(entity, self._how(tape, mention, entity), before)
        noun = head[0].noun if head is not None else content
        taken = self._descriptions.resolve(number, tokens, noun, draft, talk)
        entity = taken.entity
        if entity is None:
            return Found(None, "none", considered=taken.considered)
        role: Range | None = None
        is_function = self._tools.type_of(tape.word(noun), False) == "person"
        is_known = entity.named or self._tools.phrases.is_definite(tape, tokens[0])
        if entity.type == "person" and is_function and is_known:
            role = (tape.starts[tokens[0]], tape.ends[tokens[1] - 1])
        shown = self._tools.phrases.agreement(tape, tokens, noun).gender
        return Found(entity, "description", role, shown=shown, considered=taken.considered)

    def _ends_in_name(
        self, tape: Tape, tokens: Range, mention: Mention, entity: Entity | None
    ) -> bool:
        """Whether a person's name closes the phrase, behind words that say who that is."""
        if entity is None or mention.name is None or mention.noun >= 0:
            return False
        if mention.end != tokens[1] or mention.start == tokens[0]:
            return False
        return self._tools.around.position(tape.tapes[-1], mention) != "complement"

    def _named(
        self,
        number: int,
        tokens: Range,
        mention: Mention,
        entity: Entity | None,
        draft: Draft,
    ) -> Found:
        cast = self._cast
        tape = cast.tapes[number]
        if entity is None and self._tools.around.ordinary(tape.tapes[-1][mention.start]):
            return NOBODY  # Réponse : « … »; Interrogé, …
        if entity is None or (entity.weak and mention.noun < 0):
            entity = entity or Entity(
                "person",
                self._cast.text[tape.starts[mention.start] : tape.ends[mention.end - 1]],
                (),
                certain=False,
            )
            entity.weak = False
        if entity.type in ("unknown", "person") and mention.noun < 0:
            native = self._descriptions.native(number, tokens, draft)
            if native is not None:
                return Found(native, "description")
        short = entity.key in cast.directory.aliases.values()
        if entity.type in BODIES and mention.name and mention.end != tokens[1] and not short:
            self._fit(tape, entity, mention.name, tokens[1])
        role = None
        if mention.described:
            start = self._tools.around.article(tape.tapes[-1], mention.described[0])
            role = (tape.starts[start], tape.ends[mention.described[1] - 1])
        shown = None
        if mention.described and entity.type == "organisation":
            described = tokens[0], mention.described[1]
            shown = self._tools.phrases.agreement(tape, described, mention.noun).gender
        return Found(entity, self._how(tape, mention, entity), role, shown=shown)

    def _fit(self, tape: Tape, entity: Entity, name: Range, end: int) -> None:
        """Lets the name of a body end where its phrase ends: Eau claire, la Cour juge."""
        short = self._tools.phrases.plain(self._cast.text, tape, name)
        brackets = (at for at in range(name[1], end) if self._tools.around.opens(tape, at))
        words = self._tools.phrases.plain(self._cast.text, tape, (name[0], next(brackets, end)))
        if entity.name == short:
            entity.name = words

    def _how(self, tape: Tape, mention: Mention, entity: Entity | None) -> Resolution:
        if mention.name is None or entity is None:
            return "named"
        start, end = mention.name
        words = name_key(self._cast.text[tape.starts[start] : tape.ends[end - 1]])
        return "named" if len(words) >= len(name_key(entity.name)) else "short-name"
