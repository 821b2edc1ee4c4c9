# isthmus: every task by its name. `make help` lists them.
# Each stamp below .venv/ says that a set-up is done; it is remade only when what it depends on has changed.

# The first Python that is new enough; name another with make PYTHON=...
PYTHON ?= $(firstword $(foreach python,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(python))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# The rooms of which the tests beside them take every branch.
WHOLE := $(foreach room,terms rules pathway plan answer,tests/unit/$(room) src/isthmus/$(room))
PYTEST = $(BIN)/python -m pytest --quiet --numprocesses=auto --maxprocesses=4 --dist=loadfile
COMPILE := uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check format lint types floors check-knowledge docs schemas screenshots bench soak kills fuzz api browser mutants agree spark requirements clean

help:  ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*  ## /\1|/p' Makefile | while IFS='|' read -r task does; do printf '  make %-16s %s\n' "$$task" "$$does"; done

run: .venv/run.stamp  ## set up, then serve the web application on 127.0.0.1:8000 (another port: make run PORT=8001)
	@$(BIN)/isthmus serve $(if $(filter command line,$(origin PORT)),--port $(PORT))

test: .venv/test.stamp  ## set up, then run the whole test suite
	@$(PYTEST) --cov --cov-report= $(WHOLE)
	@$(BIN)/python -m coverage report --fail-under=100
	@$(PYTEST) $(addprefix --ignore=,$(WHOLE))

check: format lint types floors check-knowledge docs test  ## the whole truth: everything CI asks for
	@echo 'make check: all is in order.'

format: .venv/dev.stamp  ## is every file in the one format? (ruff format changes them)
	@$(BIN)/ruff format --check --quiet --diff

lint: .venv/dev.stamp  ## ruff, all its rules but those named in pyproject.toml
	@$(BIN)/ruff check --quiet

types: .venv/dev.stamp  ## mypy, strict
	@$(BIN)/mypy --no-error-summary

floors: .venv/dev.stamp  ## who may import whom
	@$(BIN)/lint-imports >.venv/floors.log 2>&1 || { cat .venv/floors.log; exit 1; }

check-knowledge: .venv/test.stamp  ## the knowledge files: names, units, sources, words, proofs, worked cases
	@$(BIN)/isthmus check

schemas: .venv/dev.stamp  ## JSON Schemas of the knowledge files, so that editors can complete them
	@$(BIN)/python docs/schemas.py knowledge

docs: .venv/dev.stamp  ## the documentation, into site/; a warning is an error
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

screenshots: .venv/dev.stamp  ## the pictures of the tour, taken anew
	@PYTHONPATH=. $(BIN)/python docs/screenshots.py

bench: .venv/test.stamp  ## every benchmark, with its baseline measured in the same run
	@$(BIN)/python tests/benchmark/bench.py

soak: .venv/test.stamp  ## ten minutes of visitors: does the server keep its memory and lose no request? (make soak SECONDS=60)
	@PYTHONPATH=. $(BIN)/python tests/benchmark/web_load.py --seconds $(or $(SECONDS),600) --soak

kills: .venv/test.stamp  ## kill an ingest at fifty random moments: is anything lost or doubled? (more: make kills KILLS=200)
	@PYTHONPATH=. $(BIN)/python tests/functional/killed.py --kills $(or $(KILLS),50)

fuzz: .venv/test.stamp  ## ask libraries and questions that chance made: does every answer keep its promises? (make fuzz RUNS=2000)
	@PYTHONPATH=. $(BIN)/python tests/generative/answers.py $(or $(RUNS),500)

api: .venv/test.stamp  ## the JSON API by its own description, at length (more: make api EXAMPLES=2000)
	@ISTHMUS_API_EXAMPLES=$(or $(EXAMPLES),500) $(BIN)/python -m pytest --quiet tests/conformance/test_api.py
	@ISTHMUS_FORM_EXAMPLES=$(or $(EXAMPLES),500) $(BIN)/python -m pytest --quiet tests/generative/test_forms.py

browser: .venv/test.stamp  ## every page and state in a real browser, in every look
	@ISTHMUS_EVERY_LOOK=yes $(BIN)/python -m pytest --quiet --numprocesses=auto --maxprocesses=4 --dist=loadfile tests/functional/web

mutants: .venv/test.stamp  ## seed every defect there is in the pathway: what catches it? (a few of each: make mutants EACH=3)
	@$(BIN)/python tests/generative/mutants.py $(if $(EACH),--each $(EACH))

agree: .venv/test.stamp  ## do all backends agree? a million pairs of a rule and a patient, then the whole null grid
	@$(BIN)/python tests/generative/agree.py --pairs $(or $(PAIRS),1000000)
	@$(BIN)/python tests/generative/grid.py

spark: .venv/spark.stamp  ## the exported SQL on Spark, which needs Java
	@ISTHMUS_SPARK=1 $(BIN)/python -m pytest --quiet tests/conformance/test_spark.py

requirements: .venv/dev.stamp  ## choose the newest versions afresh and pin them with their hashes
	@cd requirements && ../$(BIN)/$(COMPILE) --upgrade ../pyproject.toml --extra dev --output-file dev.txt
	@cd requirements && ../$(BIN)/$(COMPILE) ../pyproject.toml --constraint dev.txt --output-file run.txt
	@cd requirements && ../$(BIN)/$(COMPILE) ../pyproject.toml --constraint dev.txt --extra test --output-file test.txt
	@cd requirements && ../$(BIN)/$(COMPILE) ../pyproject.toml --constraint dev.txt --extra test --extra spark --output-file spark.txt
	@cd requirements && ../$(BIN)/$(COMPILE) build.in --constraint dev.txt --output-file build.txt

clean:  ## remove everything that was made
	rm -rf .venv site .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests docs -name __pycache__ -type d -exec rm -rf {} +

# A .venv remembers where it was made: moved elsewhere, it is made anew.
ifneq ($(shell cat .venv/venv.stamp 2>/dev/null),$(CURDIR))
.PHONY: .venv/venv.stamp
endif

.venv/venv.stamp:
	@test -n '$(PYTHON)' || { \
		echo 'python3: It is missing or older than 3.11. Install Python 3.11 or newer.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON): It has no venv module. Install it (Debian, Ubuntu: apt install python3-venv).' >&2; exit 1; }
	@echo 'Setting up in .venv; this happens once and takes a minute or two.'
	@$(PYTHON) -m venv --clear .venv
	@echo '$(CURDIR)' >$@

# The project stands in .venv as a link to src/, built with the pinned build backend: no download that has no hash.
.venv/run.stamp: .venv/venv.stamp requirements/build.txt requirements/run.txt pyproject.toml
	@$(PIP) install --require-hashes --requirement requirements/build.txt --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/test.stamp .venv/dev.stamp .venv/spark.stamp: .venv/%.stamp: .venv/run.stamp requirements/%.txt
	@$(PIP) install --require-hashes --requirement requirements/$*.txt
	@touch $@
