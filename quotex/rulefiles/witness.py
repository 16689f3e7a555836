"""A matcher that remembers how far each rule came, for telling why one did not match."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from quotex.attribution.context import Context
from quotex.attribution.match import Match, Matcher
from quotex.grammar.chunks import Chunker
from quotex.rulefiles.ruleset import CompiledRule, Range, Rule
from quotex.rulefiles.watch import Watch
from quotex.words.lexicon import Lexicon

Step = Literal[
    "cue", "form", "before", "after", "complement", "speaker", "content", "report", "all"
]
Form = Literal["inverted", "passive", "person", "subject", "other"]
_ORDER: tuple[Step, ...] = (
    "cue", "form", "before", "after", "complement", "speaker", "content", "report", "all",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far a rule came at one cue: the step that failed, or ``all``.

    ``cue`` is the text of the cue's chunk, which begins at the character ``start``; ``before`` and
    ``after`` are the kinds of the chunks beside it.  ``form`` tells what is not as wanted in the
    form of the verb.
    """

    rule: Rule
    step: Step
    start: int
    cue: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    form: Form | None = None

    @property
    def distance(self) -> tuple[int, bool]:
        """How many steps were passed; a form that another rule would take is farthest away."""
        return _ORDER.index(self.step), self.form in (None, "person", "other")


class WitnessMatcher(Matcher):
    """Matches as any matcher does; ``attempts`` are those of each rule, by its id."""

    def __init__(
        self,
        lexicon: Lexicon,
        chunker: Chunker,
        rules: tuple[Rule, ...],
        macros: Mapping[str, str],
        own: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(lexicon, chunker, rules, macros, own)
        self.attempts: dict[str, list[Attempt]] = {}
        self._step: Step = "form"
        watched: Any = self
        watched._conditions = _Watched(self._conditions, self._passed, _CONDITIONS)
        watched._speakers = _Watched(self._speakers, self._passed, {"find": ("speaker", "content")})
        watched._reported = _Watched(self._reported, self._passed, {"read": ("content", "report")})

    def at(self, start: int) -> list[Attempt]:
        """The attempts at the cue that begins at a character, in the order in which they were made."""
        return [each for tried in self.attempts.values() for each in tried if each.start == start]

    def furthest(self, rule: str) -> Attempt | None:
        """The attempt of a rule that came furthest; null when it found no cue."""
        attempts = self.attempts.get(rule, ())
        return max(attempts, key=lambda attempt: attempt.distance, default=None)

    def for_text(self, watch: Watch) -> Matcher:
        self.watch = watch
        return self

    def _passed(self, step: Step) -> None:
        self._step = step

    def _try(self, compiled: CompiledRule, context: Context, k: int) -> Match | None:
        self._step = "form"
        match = super()._try(compiled, context, k)
        kinds = context.kinds
        sentence = context.sentence
        step = "all" if match else self._step
        attempt = Attempt(
            compiled.rule,
            step,
            sentence.tape.starts[sentence.bounds[k]],
            sentence.text(k, k + 1),
            tuple(kinds[max(0, k - 4) : k]),
            tuple(kinds[k + 1 : k + 6]),
            _unfit(compiled.rule, context, k) if step == "form" else None,
        )
        self.attempts.setdefault(compiled.rule.id, []).append(attempt)
        return match

    def _parts(
        self, compiled: CompiledRule, context: Context, k: int
    ) -> tuple[dict[str, Range], int] | None:
        found = super()._parts(compiled, context, k)
        if found is not None:
            self._step = "complement" if context.groups.get(k) else "speaker"
        else:
            shape = context.sentence.shape
            fits = compiled.before is None or compiled.before.search(shape, 0, k) is not None
            self._step = "after" if fits else "before"
        return found


def _unfit(rule: Rule, context: Context, k: int) -> Form:
    """What in the form of the verb in chunk ``k`` a rule does not take."""
    group = context.groups.get(k)
    if group is None:
        return "other"
    if rule.inverted is not None and rule.inverted != (group.clitic >= 0):
        return "inverted"
    if rule.passive != group.passive:
        return "passive"
    if group.first_person:
        return "person"
    subject = context.subjects.get(k)
    free = subject is None or subject.link in ("none", "comma")
    return "subject" if rule.detached is not None and rule.detached != free else "other"


_CONDITIONS: dict[str, tuple[Step, Step]] = {
    "fits": ("form", "before"),
    "complement": ("complement", "complement"),
    "complement_fits": ("complement", "speaker"),
    "reports": ("report", "all"),
}


class _Watched:
    """A part of the matcher, whose answers are passed on and remembered."""

    def __init__(self, inner: Any, passed: Any, steps: Mapping[str, tuple[Step, Step]]) -> None:
        self._inner = inner
        self._passed = passed
        self._steps = steps

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if name not in self._steps:
            return found
        asked, granted = self._steps[name]

        def watched(*arguments: Any) -> Any:
            self._passed(asked)
            answer = found(*arguments)
            if answer is not None and answer is not False:
                self._passed(granted)
            return answer

        return watched
