"""Who speaks in turns of speech, by prefix, initials, letter or dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from quotex.attribution.drafts import Draft
from quotex.attribution.engine import Reading
from quotex.resolution.alternation import Alternation
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity
from quotex.resolution.lone import Ask, LoneQuotations
from quotex.text.coverage import Coverage
from quotex.text.turns import Part

_LETTER = re.compile(r"[^\W\d_]")
_ASKED = 4
"""How many turns an interview has at least that only its question marks show."""
_TOLD = 3
"""How many it has at least where only its pronouns do."""


class Dialogue:
    """The turns of speech of one window; ``lone`` knows the quotations that are none."""

    def __init__(
        self, cast: Cast, reading: Reading, drafts: list[Draft], lone: LoneQuotations
    ) -> None:
        self._cast = cast
        self._drafts = drafts
        self._lone = lone
        self._shadow = reading.layout.shadow
        self._turns = [turn for _, turn in reading.turns]
        order = {number: at for at, (number, _) in enumerate(reading.turns)}
        self._of_turn: dict[int, int] = {}
        self._turn_of: dict[int, int] = {}
        for index, draft in enumerate(drafts):
            for number in draft.quotations & order.keys():
                self._turn_of[index] = order[number]
                self._of_turn.setdefault(order[number], index)
        self._labels = [self._label(turn.start) for turn in self._turns]
        self._filled: dict[int, Entity] | None = None
        self._sides: dict[str, Entity | None] | None = None

    def is_turn(self, index: int) -> bool:
        """Whether the draft is a turn of speech without a reporting clause."""
        return index in self._turn_of and self._drafts[index].match is None

    def in_turn(self, index: int) -> bool:
        """Whether a draft is, or reports, a turn of a dialogue."""
        return index in self._turn_of

    @property
    def is_interview(self) -> bool:
        """Whether names, letters or lines of their own tell who asks and who answers."""
        return any(self._labels) or any(turn.part or turn.mention for turn in self._turns)

    def turn_before(self, index: int) -> int | None:
        """The draft of the turn right before that of a draft, which is spoken to this speaker."""
        at = self._turn_of.get(index, 0)
        if at and not self._narrated(self._turns[at - 1].end, self._turns[at].start):
            return self._of_turn.get(at - 1)
        return None

    def speaker(self, index: int, ask: Ask) -> Entity | None:
        """Who speaks in a turn, or in a quotation to which no words give a speaker."""
        at = self._turn_of.get(index)
        if at is None:
            return self._lone.speaker(index, ask)
        mention = self._turns[at].mention
        if mention is not None:
            return self._prefix(mention)
        if (part := self._turns[at].part) is not None:
            return self._side(part)
        if self._labels[at]:
            if self._sides is None:
                self._sides = self._interview()
            return self._sides.get(self._labels[at])
        if self._filled is None:
            self._filled = {}
            self._alternate(ask)
        return self._filled.get(at)

    # -- interviews ------------------------------------------------------------------------------

    def _label(self, start: int) -> str:
        """The letter or word before a turn, without signs: Q for *Q. – *, nothing for a dash."""
        line = self._shadow.rfind("\n", 0, start) + 1
        return "".join(_LETTER.findall(self._shadow[line:start])).casefold()

    def _prefix(self, mention: tuple[int, int]) -> Entity:
        """The one whose name or initials stand before a turn."""
        forms = self._cast.tools.lexicon.forms
        names = self._cast.memory.names
        whole = self._cast.text[slice(*mention)]
        if known := names.initials(whole):  # M. A., who may be Marie Aubrac
            return known
        parts = whole.split()
        for kind in ("title", "det"):  # M. le président; but Le Ponant
            if len(parts) < 2 or kind not in forms.get(parts[0].lower(), frozenset()):
                break
            del parts[0]
        words = " ".join(parts)
        return names.lookup(words) or names.initials(words) or names.named(words, mention[0])

    def _interview(self) -> dict[str, Entity | None]:
        """Who asks and who answers, by the label of their turns."""
        asked: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for turn, label in zip(self._turns, self._labels, strict=True):
            total[label] += 1
            asked[label] += self._shadow[turn.start : turn.end].rstrip().endswith("?")
        total.pop("", None)
        by_share = sorted(total, key=lambda label: asked[label] / total[label])
        asking = self._side("question")
        sides: dict[str, Entity | None] = dict.fromkeys(by_share, asking)
        sides[by_share[0]] = self._side("answer")
        return sides

    def _side(self, part: Part) -> Entity | None:
        """Who asks, or who answers, in all of the document."""
        sides = self._cast.memory.sides
        if part not in sides:
            sides[part] = self._interviewer() if part == "question" else self._interviewed()
        return sides[part]

    def _interviewer(self) -> Entity | None:
        """Who has asked, when the text says so (propos recueillis par X)."""
        found = self._cast.tools.phrases.interviewer(self._shadow)
        if found is None:
            return None
        words = " ".join(self._cast.text[slice(*found)].split())
        names = self._cast.memory.names
        return names.lookup(words) or names.named(words, found[0])

    def _interviewed(self) -> Entity | None:
        """The person of whom the text speaks most before the first turn, else around the turns."""
        before = self._most_named(lambda at: at < self._turns[0].start)
        said = Coverage((turn.start, turn.end) for turn in self._turns)
        return before or self._most_named(lambda at: not said.around(at, at + 1))

    def _most_named(self, counts: Callable[[int], bool]) -> Entity | None:
        best: list[tuple[tuple[bool, bool, bool, int], Entity]] = []
        for entity in self._cast.memory.names.everyone():
            number = sum(map(counts, entity.mentioned))
            if number and entity.type in ("person", "unknown"):
                is_person = entity.type == "person"
                sure, full = is_person and entity.certain, is_person and len(entity.key) > 1
                best.append(((is_person, sure, full, number), entity))
        best.sort(key=lambda item: item[0], reverse=True)
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    # -- dialogues -------------------------------------------------------------------------------

    def _alternate(self, ask: Ask) -> None:
        """Gives the turns of dialogues without a reporting clause to the other of two speakers."""
        runs: list[list[int]] = []
        for at, turn in enumerate(self._turns):
            if at and not self._narrated(self._turns[at - 1].end, turn.start):
                runs[-1].append(at)
            else:
                runs.append([at])
        known: dict[int, Entity] = {}
        for at in range(len(self._turns)):
            index = self._of_turn.get(at)
            if index is not None and not self.is_turn(index) and (entity := ask(index)):
                known[at] = entity
        if not known and len(runs) == 1 and (answer := self._answering()) is not None:
            sides = (self._side("answer"), self._side("question"))
            self._filled = {
                at: entity for at in range(len(self._turns)) if (entity := sides[(at + answer) % 2])
            }
            return
        self._filled = dict(Alternation(self._cast, self._turns, runs).fill(known))

    def _answering(self) -> int | None:
        """Which of every two turns are answers, when they are an interview; else null.

        All the others ask, and no answer does; or only the answers say *je*, in a text that names
        no one but the person of whom it tells.
        """
        said = [self._shadow[turn.start : turn.end].rstrip() for turn in self._turns]
        asks = [words.endswith("?") for words in said]
        if len(said) >= _ASKED and all(asks[::2]) and not any(asks[1::2]):
            return 1
        people = [one for one in self._cast.memory.names.everyone() if one.type == "person"]
        if len(said) < _TOLD or people != [self._cast.memory.topic]:
            return None
        phrases = self._cast.tools.phrases
        sides = {at % 2 for at, words in enumerate(said) if phrases.says_self(words)}
        return sides.pop() if len(sides) == 1 else None

    def _narrated(self, start: int, end: int) -> bool:
        """Whether more than signs and spaces stands between two turns."""
        return _LETTER.search(self._shadow, start, end) is not None
