"""Forms: a small notation for fixed expressions, turned into regular expressions.

A form is words with spaces between them.  ``[x]`` may be left out, ``(x|y)`` is one of several,
``{name}`` a word of a class, a shape (a regular expression) or a macro (another form); a shape
that a form starts with is a number.  ``\\`` takes a sign as it stands.  Nothing need stand between
a word that ends in an apostrophe or a hyphen and the next one:

    [le] {weekday} [dernier|prochain]        d'ici (à|au) {day} {month}        mi-{month}

A first letter with an accent may be a capital without one.  The text to match is a shadow: plain
spaces, straight apostrophes.  Case does not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from string import digits, printable
from typing import NamedTuple

from quotex.rulefiles.openings import openings

GAP = r"(?: *\n *| +)(?!\n)"
"""Between two words: spaces, or one line end; never a blank line."""
_ATOM = re.compile(r"(?:\\.|[^\[\](){}| \\])+")
_ESCAPE = re.compile(r"\\(.)")
_HEAD = re.compile(r"[^\W\d_]+|.")
_PAIR = re.compile(r"([^\W\d_]+|.)[^\w*]*([^\W\d_]+|[\d*])?")
_CLOSERS = {"[": "]", "(": ")"}
_GLUE = ("'", "-")


class _Literal(NamedTuple):
    text: str


class _Name(NamedTuple):
    name: str


class _Group(NamedTuple):
    choices: tuple[_Form, ...]
    optional: bool


_Atom = _Literal | _Name | _Group
_Form = tuple[tuple[_Atom, ...], ...]


@dataclass(frozen=True)
class Forms:
    """Compiles forms over classes of words (word to meaning), shapes and macros."""

    words: Mapping[str, Mapping[str, str]]
    shapes: Mapping[str, str]
    macros: Mapping[str, str]

    def __post_init__(self) -> None:
        for name, shape in self.shapes.items():
            try:
                groups = re.compile(shape).groups
            except re.error as error:
                raise ValueError(f'shape "{name}" is no regular expression: {error}') from error
            if groups:
                raise ValueError(f'shape "{name}" has a group that captures; write "(?:" for "("')

    def regex(self, form: str, *, gap: bool = False) -> tuple[str, tuple[str, ...]]:
        """The expression and the name of each of its groups; ``gap``: with the space after it.

        Raises ``ValueError`` when the form cannot be read or names something unknown.
        """
        names: list[str] = []
        return self._form(_parse(form), gap, names), tuple(names)

    def first_words(self, form: str) -> frozenset[str]:
        """What can stand first, in lower case; ``0`` for a shape, which is a number there."""
        return frozenset(self._first_words(_parse(form)))

    def first_pairs(self, form: str) -> frozenset[tuple[str, str]]:
        """The first two words that a text of the form can have, as :func:`pair` gives them.

        The second is empty where the form may end with the first, ``*`` where it may be any.
        """
        texts = self._texts(_parse(form), cut=True)
        pairs = {pair(each, 0) for text in texts for each in (text, _bare(text))}
        return frozenset(
            (first, other)
            for first, second in pairs
            for other in (second, second and _bare(second))
        )

    def _texts(self, form: _Form, *, cut: bool = False) -> set[str]:
        """The texts of a form, shapes as they are shown; ``cut``: no more than two words."""
        found = {""}
        for word in form:
            added = {""}
            for atom in word:
                added = {text + more for text in added for more in self._texts_of(atom)}
            whole = {text for text in found if cut and pair(text, 0)[1]}
            found = whole | {f"{text} {more}".strip() for text in found - whole for more in added}
        return found

    def _texts_of(self, atom: _Atom) -> set[str]:
        if isinstance(atom, _Literal):
            return {atom.text}
        if isinstance(atom, _Group):
            texts = set().union(*map(self._texts, atom.choices))
            return texts | {""} if atom.optional else texts
        if atom.name in self.macros:
            return set().union(*map(self._texts, _parse_choices(self.macros[atom.name])))
        words = set(self.words.get(atom.name, ()))
        return words | {_shown(self.shapes[atom.name])} if atom.name in self.shapes else words

    def _form(self, form: _Form, gap: bool, names: list[str]) -> str:
        """Optional words bring their own gap: after them, or before them at the end."""
        last = max(index for index, word in enumerate(form) if not _optional(word))
        parts = []
        for index, word in enumerate(form):
            if index > last:
                parts.append(f"(?:{GAP}{self._word(word, False, names)})?")
            elif index == last:
                parts.append(self._word(word, gap and last == len(form) - 1, names))
            else:
                inner = self._word(word, True, names)
                parts.append(f"(?:{inner})?" if _optional(word) else inner)
        if gap and last < len(form) - 1:
            parts.append(GAP)
        return "".join(parts)

    def _word(self, word: tuple[_Atom, ...], gap: bool, names: list[str]) -> str:
        parts = []
        for index, atom in enumerate(word):
            part = self._atom(atom, gap and index == len(word) - 1, names)
            glued = len(word) > 1 and isinstance(atom, _Group) and atom.optional
            parts.append(f"(?:{part})?" if glued else part)
        return "".join(parts)

    def _atom(self, atom: _Atom, gap: bool, names: list[str]) -> str:
        if isinstance(atom, _Literal):
            glued = atom.text.endswith(_GLUE)
            return _spelling(atom.text) + (GAP if gap and not glued else "")
        if isinstance(atom, _Group):
            return self._choices(atom.choices, gap, names)
        if atom.name in self.macros:
            return self._choices(_parse_choices(self.macros[atom.name]), gap, names)
        names.append(atom.name)
        return f"({self._class(atom.name)})" + (GAP if gap else "")

    def _choices(self, choices: tuple[_Form, ...], gap: bool, names: list[str]) -> str:
        return "(?:" + "|".join(self._form(choice, gap, names) for choice in choices) + ")"

    def _class(self, name: str) -> str:
        longest_first = sorted(self.words.get(name, ()), key=lambda word: (-len(word), word))
        choices = [GAP.join(map(_spelling, word.split(" "))) for word in longest_first]
        if name in self.shapes:
            choices.append(self.shapes[name])
        if choices:
            return "|".join(choices)
        known = ", ".join(sorted([*self.words, *self.shapes, *self.macros]))
        raise ValueError(f'the form names "{name}"; known names: {known}')

    def _first_words(self, form: _Form) -> set[str]:
        found: set[str] = set()
        for word in form:
            found |= self._first_of(word[0])
            if not _optional(word):
                break
        return found

    def _first_of(self, atom: _Atom) -> set[str]:
        if isinstance(atom, _Literal):
            return {atom.text, _bare(atom.text)}
        if isinstance(atom, _Group):
            return set().union(*map(self._first_words, atom.choices))
        if atom.name in self.macros:
            return set().union(*map(self._first_words, _parse_choices(self.macros[atom.name])))
        words = {word.split(" ")[0] for word in self.words.get(atom.name, ())}
        numbers = {"0"} if atom.name in self.shapes else set()
        return words | set(map(_bare, words)) | numbers


def head(text: str, start: int) -> str:
    """The letters of the word at ``start`` in lower case, ``0`` for a digit, or a sign."""
    found = _HEAD.match(text, start)
    if found is None:
        return ""
    letters = found.group()
    return "0" if letters.isdecimal() else letters.lower()


def pair(text: str, start: int) -> tuple[str, str]:
    """The word at ``start`` as :func:`head` gives it, and the one after it; empty when none."""
    found = _PAIR.match(text, start)
    if found is None:
        return "", ""
    first, second = found.groups("")
    return (
        "0" if first.isdecimal() else first.lower(),
        "0" if second.isdecimal() else second.lower(),
    )


def _shown(shape: str) -> str:
    """What stands for a shape: ``*``, after ``0`` when it begins with a number (*1er*)."""
    return "0*" if openings(re.compile(shape), printable) <= set(digits) else "*"


def _optional(word: tuple[_Atom, ...]) -> bool:
    return len(word) == 1 and isinstance(word[0], _Group) and word[0].optional


def _bare(text: str) -> str:
    """The text with no accent on its first letter."""
    return unicodedata.normalize("NFD", text[0])[0] + text[1:]


def _spelling(text: str) -> str:
    """The expression for one word of a form, its first accent optional on a capital."""
    plain = re.escape(text)
    bare = _bare(text)
    if bare == text:
        return plain
    return f"(?:{plain}|(?-i:{re.escape(bare[0].upper())}){re.escape(text[1:])})"


def _parse(form: str) -> _Form:
    choices = _parse_choices(form)
    if len(choices) != 1:
        raise ValueError(f'"{form}" has a "|" that stands in no brackets')
    return choices[0]


def _parse_choices(form: str) -> tuple[_Form, ...]:
    choices, position = _read_choices(form, 0)
    if position < len(form):
        raise ValueError(f'"{form}" has a stray "{form[position]}"')
    return choices


def _read_choices(form: str, position: int) -> tuple[tuple[_Form, ...], int]:
    """The alternatives from ``position`` to the bracket that closes them."""
    choices: list[_Form] = []
    words: list[tuple[_Atom, ...]] = []
    atoms: list[_Atom] = []

    def end_word() -> None:
        if atoms:
            words.append(tuple(atoms))
            atoms.clear()

    def end_choice() -> None:
        end_word()
        if all(map(_optional, words)):
            raise ValueError(f'"{form}" has a place where nothing need stand')
        choices.append(tuple(words))
        words.clear()

    while position < len(form) and form[position] not in "])":
        sign = form[position]
        if sign in _CLOSERS:
            inner, position = _read_choices(form, position + 1)
            if form[position : position + 1] != _CLOSERS[sign]:
                raise ValueError(f'"{form}" has a "{sign}" without its "{_CLOSERS[sign]}"')
            atoms.append(_Group(inner, sign == "["))
            position += 1
        elif sign == "{":
            end = form.find("}", position)
            if end < 0:
                raise ValueError(f'"{form}" has a "{{" without its "}}"')
            atoms.append(_Name(form[position + 1 : end]))
            position = end + 1
        elif sign in " |":
            if sign == " ":
                end_word()
            else:
                end_choice()
            position += 1
        elif found := _ATOM.match(form, position):
            atoms.append(_Literal(_ESCAPE.sub(r"\1", found.group())))
            position = found.end()
        else:
            raise ValueError(f'"{form}" has a stray "{sign}"')
    end_choice()
    return tuple(choices), position
