# `make demo` and `make check` do all the set-up that they need.

PYTHON ?= python3
VENV ?= .venv
# A folder of annotated texts to measure against, e.g. make check GOLD=../gold
GOLD ?=
# A folder of texts that make bench times beside the samples, e.g. make bench TEXTS=../articles
TEXTS ?=
# How many documents make batch-bench takes
DOCUMENTS ?= 20000
# How long `make fuzz` fuzzes each target
FUZZ_SECONDS ?= 60

BIN = $(VENV)/bin
RUNS = $(VENV)/.quotex-runs
INSTALLED = $(VENV)/.quotex-installed

.DEFAULT_GOAL := help
.PHONY: help demo check lint format types test lowest wheel-test page-test versions audit
.PHONY: readme pictures claims-eval properties hostile fuzz bench batch-bench paradigms firstnames

help: ## show the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(RUNS) ## extract from a sample and show the table
	$(BIN)/quotex extract samples/depeche.txt --format table
	@echo
	@echo 'Next, in this shell: . $(BIN)/activate; quotex extract YOUR.txt'

check: lint types test lowest wheel-test page-test ## everything that is tested

lint: $(INSTALLED) ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(INSTALLED) ## put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(INSTALLED) ## static types
	$(BIN)/mypy
	$(BIN)/mypy rules/paradigms/build.py
	$(BIN)/mypy rules/firstnames/build.py

test: $(INSTALLED) ## unit tests, rule examples, samples
	$(if $(GOLD),QUOTEX_GOLD="$(GOLD)") $(BIN)/pytest --numprocesses auto

lowest: $(INSTALLED) ## some tests with the lowest versions of the dependencies
	$(BIN)/python -m tests.versions --quick

versions: $(INSTALLED) ## more tests, lowest and newest versions, each Python
	$(BIN)/python -m tests.versions

audit: $(INSTALLED) ## whether a dependency has a known vulnerability (needs the network)
	$(BIN)/python -m pip freeze --exclude-editable | \
		$(BIN)/pip-audit --strict --disable-pip --no-deps --requirement /dev/stdin

wheel-test: $(INSTALLED) ## build the wheel, install it in an empty environment, run it there
	$(BIN)/python tests/wheel_check.py

page-test: $(INSTALLED) ## the page in a real browser; screenshots in tests/browser/screenshots
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/pytest tests/browser

readme: $(INSTALLED) ## write into README.md what its commands print now
	$(BIN)/python -m tests.readme

pictures: $(INSTALLED) ## make samples/terminal.svg and samples/page.png (needs Chromium)
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m tests.pictures

properties: $(INSTALLED) ## the property tests with 2,000 examples each
	$(BIN)/pytest --hypothesis-profile=thorough tests/test_properties.py tests/test_compose.py \
		tests/test_marks.py tests/test_paragraphs.py tests/test_read.py

hostile: $(INSTALLED) ## the inputs made to be slow, 34 times as long
	QUOTEX_HOSTILE=34 $(BIN)/pytest tests/test_hostile.py

fuzz: $(INSTALLED) ## fuzz segmentation, rule files and the whole line, FUZZ_SECONDS each
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	set -e; for target in segment rules line; do \
		$(BIN)/python -m tests.fuzz.fuzz $$target -max_total_time=$(FUZZ_SECONDS); done

bench: $(INSTALLED) ## speed, its growth, start-up, memory
	$(BIN)/python -m compileall -q quotex  # as it is where quotex is installed
	$(BIN)/python -m tests.bench.bench $(TEXTS)

claims-eval: $(INSTALLED) ## the figures of claims on labelled contents, and how far the readers agree
	$(BIN)/python -m tests.claims.figures odd
	$(BIN)/python -m tests.claims.figures even

batch-bench: $(INSTALLED) ## batch: cores, memory, kills, broken files (DOCUMENTS=20000, an hour)
	$(BIN)/python -m tests.bench.batch --documents $(DOCUMENTS)

paradigms: $(INSTALLED) ## rebuild the table of French verbs
	$(BIN)/python rules/paradigms/build.py

firstnames: $(INSTALLED) ## rebuild the list of first names
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[data]'
	$(BIN)/python rules/firstnames/build.py

$(RUNS): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'quotex needs Python 3.11 or later; name it with PYTHON=, e.g. make PYTHON=python3.12' >&2; exit 1; }
	@echo 'Installing quotex into $(VENV)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q quotex  # as pip does for what is not editable
	@touch $@

$(INSTALLED): $(RUNS)
	@echo 'Installing what the tests need, which takes a minute'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
