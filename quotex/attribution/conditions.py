"""What a rule asks of its verb: the construction, the form, and that it reports at all."""

from __future__ import annotations

from quotex.attribution.context import Context
from quotex.grammar.verbs import VerbGroup
from quotex.rulefiles.ruleset import Range, Rule
from quotex.words.codes import MASKED_CLAUSE, Codes
from quotex.words.lexicon import Lexicon

_CLAUSAL = frozenset({"incise", "quote", "que", "si"})
_TOPIC = frozenset({"sur"})
"""What a quotation after a colon is about, and no content of its own (insiste sur X : « … »)."""
_PASSED = frozenset({"time", "adverb", "prepositional"})


class VerbConditions:
    """Tests a verb against rules; one for a lexicon and an alphabet of chunks."""

    def __init__(self, lexicon: Lexicon, alphabet: Codes) -> None:
        self._alphabet = alphabet
        codes = lexicon.codes

        def having(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._whether = having("whether")
        self._purpose = having("purpose")
        self._be = having("be") & having("finite")
        self._it = having("it")
        self._felt = having("felt")
        self._court = having("court")
        self._courtesies = {"propose": having("hospitality"), "hope": having("wishes")}
        self._discretion = having("discretion")
        self._person = having("person", "role")
        self._clause = codes.char(frozenset({MASKED_CLAUSE}))
        self._name = having("capital") - having("place", "organisation", "institution", "media")
        self._of = having("de")
        self._silent = having("silent")
        self._numeral = having("numeral", "number")
        self._impersonal = having("impersonal")

    def fits(self, rule: Rule, group: VerbGroup, context: Context, k: int) -> bool:
        """Whether the verb in chunk ``k``, which takes the rule's frame, has the form it wants."""
        if rule.inverted is not None and rule.inverted != (group.clitic >= 0):
            return False
        before = context.kinds[k - 1] if k else ""
        if group.form == "past-participle":
            governed = before == "comma" and any(i in context.groups for i in range(k))
            if not rule.passive and before not in ("and", "but") and not governed:
                return False  # no report of its own: la loi annoncée
        elif rule.passive != group.passive:
            return False
        narrated = group.narrated if group.clitic < 0 else rule.speaker == "clitic"
        if group.first_person and (not narrated or _often_else(rule, group)):
            return False  # vous dites que, j'ai lu « La Marée »; but: répondis-je
        if group.form == "infinitive" and (
            group.negated or self._governed(context, k) or self._after_copula(context, k)
        ):
            return False  # pour ne pas dire que, il faut dire que, force est de constater que
        denied = (group.negated or group.restrictive) and group.form == "finite"
        if denied and rule.content == "before" and not group.carried and group.clitic < 0:
            return False  # « Aucune science » ne justifie X
        if rule.detached is not None:
            subject = context.subjects.get(k)
            free = subject is None or subject.link in ("none", "comma")
            if free != rule.detached:
                return False
        return rule.quoted or not group.entry.manner or context.sentence.quotation >= 0

    def _governed(self, context: Context, k: int) -> bool:
        """Whether the infinitive in chunk ``k`` is the object of a verb (dit s'être senti trahi)."""
        k -= 1
        while k >= 0 and context.kinds[k] in ("adverb", "time", "prepositional"):
            k -= 1
        return k >= 0 and context.kinds[k] == "verb"

    def _after_copula(self, context: Context, k: int) -> bool:
        """Whether *être* governs the infinitive in chunk ``k`` through a preposition.

        So does an impersonal *il est utile de*; not: il est heureux d'annoncer que.
        """
        if k < 2 or context.kinds[k - 1] != "preposition":
            return False
        sentence = context.sentence
        codes, bounds = sentence.tape.tapes[sentence.depth], sentence.bounds
        if context.kinds[k - 2] == "verb":
            return codes[bounds[k - 1] - 1] in self._be
        if k < 4 or context.kinds[k - 4 : k - 2] != ("pronoun", "verb"):
            return False
        impersonal = codes[bounds[k - 4]] in self._it and codes[bounds[k - 2] - 1] in self._be
        return impersonal and codes[bounds[k - 1] - 1] not in self._felt

    def complement(self, group: VerbGroup, context: Context, start: int) -> int | None:
        """The first complement whose preposition the verb takes (plaide depuis hier pour X)."""
        wanted = _prepositions(group)
        k = start
        while k < len(context.kinds):
            if self._alphabet.classes(context.sentence.shape[k]) & wanted:
                return k if context.kinds[k] == "prepositional" else None
            if context.kinds[k] == "comma":  # a plaidé, lundi, pour un renfort
                closing = context.skip(k + 1, _PASSED | {"pronoun"})  # plaide, lui, pour X
                if context.kinds[closing : closing + 1] != ("comma",) or closing == k + 1:
                    return None
                k = closing
            elif context.kinds[k] not in _PASSED:
                return None
            k += 1
        return None

    def _has_content(self, group: VerbGroup, context: Context) -> bool:
        """Whether a complement of the verb is what it reports, so that a colon opens more."""
        at = self.complement(group, context, group.chunk + 1)
        if at is None:
            return False
        strong = set(group.entry.takes) - set(group.entry.weak) - _TOPIC
        wanted = {f"with-{frame}" for frame in strong}
        return bool(self._alphabet.classes(context.sentence.shape[at]) & wanted)

    def complement_fits(
        self, rule: Rule, group: VerbGroup, context: Context, parts: dict[str, Range], after: int
    ) -> bool:
        """Whether the verb takes the preposition before the content, or the question word."""
        sentence = context.sentence
        chunk = parts.get("preposition", parts.get("content", (after, after)))[0]
        if rule.preposed or "preposition" in parts:
            return bool(self._alphabet.classes(sentence.shape[chunk]) & _prepositions(group))
        before = context.kinds[chunk - 1] if chunk else ""
        if before == "colon":  # met en garde contre X : « … »
            return not self._has_content(group, context)
        if before == "that" and self._is_topic(group, context, chunk - 2):
            return False  # insiste sur un prêt qu'elle juge ruineux
        if "pour" in rule.frames and before == "subordinator":
            return sentence.tape.tapes[sentence.depth][sentence.bounds[chunk - 1]] in self._purpose
        if "si" in rule.frames and context.kinds[chunk : chunk + 1] == ("subordinator",):
            code = sentence.tape.tapes[sentence.depth][sentence.bounds[chunk]]
            return code in self._whether
        return True

    def _is_topic(self, group: VerbGroup, context: Context, chunk: int) -> bool:
        """Whether the chunk is what the verb speaks about: *insiste sur X*, not *dit sur RTL*."""
        topics = {f"with-{frame}" for frame in _TOPIC.intersection(group.entry.takes)}
        classes = self._alphabet.classes(context.sentence.shape[chunk])
        return bool(classes & topics) and "venue" not in classes

    def reports(
        self,
        rule: Rule,
        group: VerbGroup,
        context: Context,
        content: tuple[Range, ...],
        speaker: Range | None,
    ) -> bool:
        """Whether the verb reports, once its content and speaker are known."""
        codes = context.sentence.tape.tapes[context.sentence.depth]
        if group.negated and content and codes[content[0][0]] in self._silent:
            return False  # n'a pas souhaité commenter
        if (
            speaker
            and context.sentence.quotation >= 0
            and rule.preposed
            and codes[speaker[0]] in self._impersonal
        ):
            return False  # « On nous parle de terroir »
        denied = group.negated and rule.extent == "phrase"
        if denied and not set(rule.frames) & set(group.entry.negated):
            return False  # un policier ne demande jamais votre code
        if _only_weak(rule, group) and (
            rule.content == "subject" or not _quoted_early(context, content)
        ):
            return False
        if group.entry.act == "write" and rule.content == "after" and content:
            return not self._is_title(context, content[0])  # publie « Sous la canopée »
        if content and codes[content[0][1] - 1] in self._discretion:
            return False  # qui a demandé à garder l'anonymat
        if not content or _quoted_early(context, content):
            return True  # évoque une femme « sans peur »
        return not self._acts(rule, group, codes, content[0], speaker)

    def _is_title(self, context: Context, content: Range) -> bool:
        """Whether a content is a quotation that begins like a title and holds no verb."""
        tape = context.sentence.tape
        found = tape.opened(content[0], content[0] + 1)
        if not found or found[0].closing <= found[0].opening + 1:
            return False
        first = found[0].opening + 1
        codes = tape.tapes[context.sentence.depth]
        return tape.text(first, first + 1)[:1].isupper() and codes[first] != self._clause

    def _acts(
        self, rule: Rule, group: VerbGroup, codes: str, content: Range, speaker: Range | None
    ) -> bool:
        """Whether the verb names an act (le tribunal condamne X, inviter à dîner)."""
        head = codes[content[0] : min(content[1], content[0] + 2)]
        courtesies = self._courtesies.get(group.entry.act, frozenset())
        if any(code in courtesies for code in head):
            return True
        if rule.extent != "phrase" or rule.preposed:
            return False
        if speaker and group.entry.ruling and any(c in self._court for c in codes[slice(*speaker)]):
            return True
        if "object" not in rule.frames:
            return False
        if len(head) == 1 and head in self._numeral:
            return True  # en souhaite deux
        if head[:1] in self._name:
            return True  # a exclu Anne Roy, maire de Quimper
        return any(code in self._person for code in head) and not any(
            code in self._of for code in codes[slice(*content)]
        )


def _only_weak(rule: Rule, group: VerbGroup) -> bool:
    """Whether the verb often does something else in this construction (lancer un produit)."""
    frames = set(rule.frames) & set(group.entry.takes)
    if group.negated and frames & set(group.entry.negated):
        return False
    return not frames & _CLAUSAL and _often_else(rule, group)


def _often_else(rule: Rule, group: VerbGroup) -> bool:
    """Whether the rule knows only constructions in which the verb often does something else."""
    return set(rule.frames) & set(group.entry.takes) <= set(group.entry.weak)


def _quoted_early(context: Context, content: tuple[Range, ...]) -> bool:
    """Whether a quotation begins with the content, or right after its first words (une « … »)."""
    if not content:
        return False
    first, end = content[0]
    return bool(context.sentence.tape.opened(first, min(first + 3, end)))


def _prepositions(group: VerbGroup) -> set[str]:
    """The classes of the prepositions that the frames of a verb name (whom-à, de-inf …)."""
    return {f"with-{part}" for frame in group.entry.takes for part in frame.split("-")}
