"""The command ``quotex extract``."""

from __future__ import annotations

from quotex.cli import options
from quotex.cli.language import system_language
from quotex.cli.output import choose_format, keep_inputs, write_results
from quotex.cli.run import start
from quotex.render import FORMAT_NAMES, FORMATS


def extract(
    paths: options.Paths,
    format_: options.Format = None,
    output: options.Output = None,
    date: options.Date = None,
    encoding: options.Encoding = None,
    rules: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
    kinds: options.Kinds = None,
    speakers: options.Speakers = None,
    min_confidence: options.MinConfidence = 0.0,
    without_rules: options.WithoutRules = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Extract who said what, when and where from French texts.

    Examples:

    \b
    quotex extract article.txt                         a table on the terminal
    quotex extract article.txt | jq -r .speaker.name   who speaks, line by line
    quotex extract articles/ -o quotes.jsonl           a whole folder into a file
    quotex extract article.txt -o article.html         a page that shows the text
    quotex extract - --date 2016-05-03 < article.txt   a text without a date
    """
    name = choose_format(format_, output, FORMAT_NAMES, piped="jsonl")
    keep_inputs(paths, output)
    with start(
        date=date,
        encoding=encoding,
        rules=rules,
        builtin=not no_builtin,
        kinds=kinds,
        speakers=speakers,
        min_confidence=min_confidence,
        without_rules=without_rules,
        quiet=quiet,
        verbose=verbose,
    ) as run:
        found = run.parts(paths) if FORMATS[name].in_parts else run.extract(paths)
        write_results(found, name, output, language or system_language())
        run.finish(told=name == "table" or output is not None)
