"""What a token is: one regular expression for words, abbreviations, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotex.words.lexicon import Lexicon

_LETTERS = re.compile(r"[^\W\d_]*")


def token_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Abbreviations, initials, elided words, clitics after a verb, words, numbers, marks.

    The whole token is the pattern's only group, so that its ``split`` gives tokens and gaps.
    """
    words = lexicon.words
    clitics = _any_of(word[1:] for word in words["inverted"])
    # Almost every token is letters before a space or a comma: no other alternative wants those.
    signs = _signs_after_letters(
        word
        for name in ("abbreviation", "numbered-abbreviation", "whole", "elided", "inverted")
        for word in words[name]
    )
    letters = _any_of(words["letter-name"])  # sur X. Selon le club, …
    no_name = "".join(rf"(?!(?<={word} )(?:{letters})\.)" for word in words["before-letter-name"])
    return re.compile(
        rf"([^\W\d_]++(?![\w.'+@{signs}-])"
        rf"|(?<!\w)(?:{_any_of(words['abbreviation'])}|{_any_of(words['whole'])}(?!\w)"
        rf"|(?:{_any_of(words['numbered-abbreviation'])})(?=[ ]?\d))"
        rf"|{no_name}(?<![^\W\d_])(?<!°)[^\W\d_a-zà-ÿ]\.(?:(?:-?[^\W\d_a-zà-ÿ]\.)+|(?![ ]*(?:\n|\Z)))"
        rf"|(?<!\w)(?i:{_any_of(words['elided'])})"
        rf"|-(?i:{clitics})(?!\w)"
        r"|(?<!\w)[\w.-]+@[\w-]+(?:\.[\w-]+)+"  # an address is one word
        # lefigaro.fr, gfs.bern; Canal+
        rf"|[^\W\d_]+(?:['-](?!(?i:{clitics})(?!\w))\w+)*(?:\.[a-zà-ÿ]{{2,}}(?!\w))*\+?"
        r"|\d+(?:[.,:]\d+)*\w*|\.\.\.|--|''|<<|>>|[^\w\s]|_+|\w+)"
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _signs_after_letters(words: Iterable[str]) -> str:
    """The signs that follow the first letters of words that are more than letters (°, of n°.)."""
    ends = ((word, _LETTERS.match(word)) for word in words)
    signs = {word[found.end()] for word, found in ends if found and found.end() < len(word)}
    return "".join(re.escape(sign) for sign in sorted(signs - set(".'-")))
