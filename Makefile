# Two commands need only make and Python 3.11 or newer, no root:
#   make reflect   sets everything up and sits you down
#   make test      sets everything up and checks everything, in a few minutes
# Works with the make that macOS brings (3.81) too.

# Some images set it; each start of the program would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help reflect lint test test-all test-faults test-system test-latest test-lowest lock demo examples pictures reference archives benchmarks calibration clean

help:
	@echo 'make reflect      set everything up, then sit down for a reflection'
	@echo 'make demo         see a sitting of an invented manager, without a question'
	@echo 'make test         set everything up, then lint, types, import rules and the quick tests'
	@echo 'make test-all     the same with every test and every example: what a change has to pass'
	@echo 'make test-faults  kill, tear and refuse every change of a file, some thousand points'
	@echo 'make test-system  tests that need Debian packages (installs those of .ci/apt.txt)'
	@echo 'make test-latest  the core of the tests with the newest of everything we need'
	@echo 'make test-lowest  the core of the tests with the oldest that we say will do'
	@echo 'make lock         write requirements/ anew: the versions, with hashes, that all this installs'
	@echo 'make examples     write journals/examples anew from docs/invented-year'
	@echo 'make pictures     draw the pictures of the docs anew from the real program'
	@echo 'make reference    write docs/reference anew from the program'
	@echo 'make archives     build the sdist and the wheel into dist/, and check them as an index would'
	@echo 'make benchmarks   start-up and scale beside jrnl, and the first question'
	@echo 'make calibration  verdicts on 100,000 simulated journals of years, an hour and a half'
	@echo 'make clean        remove the .venv folders, caches and built archives'

# Ctrl-C (130) keeps the draft and has said so; an error of make below it would only alarm.
reflect:
	@sh tools/venv.sh use
	@sh tools/workspace.sh
	@.venv/bin/learnlead reflect || [ $$? -eq 130 ]

demo:
	@sh tools/venv.sh use
	@.venv/bin/learnlead demo

lint:
	@sh tools/venv.sh test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint
	.venv/bin/python -m pytest -m 'not system and not slow' -n auto --dist loadgroup

test-all: lint
	.venv/bin/mypy --platform win32 src
	.venv/bin/mypy --platform darwin src
	LEARNLEAD_TESTS=all .venv/bin/python -m pytest -m 'not system' -n auto --dist loadgroup

test-faults:
	@sh tools/venv.sh test
	PYTHONPATH=tests .venv/bin/python -m faults
	LEARNLEAD_WALKS=3000 .venv/bin/python -m pytest tests/faults/test_sitting_walks.py -n auto

test-system:
	@sh tools/venv.sh test-system
	@sh .ci/install-packages
	.venv/bin/python -m pytest -m system

test-latest:
	@sh tools/venv.sh latest
	.venv-latest/bin/python -m pytest -m core -n auto

test-lowest:
	@sh tools/venv.sh lowest
	.venv-lowest/bin/python -m pytest -m core -n auto

lock:
	@sh tools/venv.sh lock
	@.venv-lock/bin/python tools/lock.py

examples:
	@sh tools/venv.sh use
	.venv/bin/python tools/examples.py

pictures:
	@sh tools/venv.sh test-system
	PYTHONPATH=tests .venv/bin/python tools/plain_sitting.py
	PYTHONPATH=tests .venv/bin/python tools/demo.py
	PYTHONPATH=tests .venv/bin/python tools/pictures.py

reference:
	@sh tools/venv.sh use
	.venv/bin/python tools/reference.py

archives:
	@sh tools/venv.sh release
	rm -rf dist
	.venv-release/bin/python -m build --no-isolation
	.venv-release/bin/twine check --strict dist/*
	.venv-release/bin/check-wheel-contents dist/*.whl
	.venv-release/bin/pyroma --min=8 dist/*.tar.gz # 10 with an address of the project and of its authors

benchmarks:
	@sh tools/venv.sh benchmark
	.venv/bin/python benchmarks/startup.py
	.venv/bin/python benchmarks/scale.py
	.venv/bin/python benchmarks/first_question.py
	.venv/bin/python benchmarks/coach.py

calibration:
	@sh tools/venv.sh use
	.venv/bin/python benchmarks/calibration.py

clean:
	rm -rf .venv .venv-* dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
