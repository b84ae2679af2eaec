# Amicity. `make run` and `make test` are all that a newcomer needs; every target may be run again at any time.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PREPARE := @$(PYTHON) tools/prepare.py
# Where nothing compiled may be kept, each of the many processes of a run would compile all anew.
export PYTHONDONTWRITEBYTECODE :=
LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make locks'

.PHONY: help run test test-long lint gate bench setup locks clean
help: ## what there is to make
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12
run: ## set up, read the bundled reports and serve the site on 127.0.0.1:$PORT (8000)
	$(PREPARE) run
	@PORT=$(PORT) exec $(BIN)/python -m amicity_web run
test: ## run the tests of what it does
	$(PREPARE) dev
	@$(BIN)/python -m pytest -n auto --maxprocesses 4
test-long: ## the sweeps that take minutes: every page in a browser, every link and form, writers killed, PostgreSQL, made-up requests
	$(PREPARE) dev
	@$(BIN)/python -m pytest -n 0 -m long
lint: ## style, types and the doors between the rooms
	$(PREPARE) dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --config importlinter.ini
gate: ## the reader against its gold reports: no floor may be broken
	$(PREPARE) dev
	@$(BIN)/python tests/gate.py
bench: ## speed and memory against the targets and named peers
	$(PREPARE) bench
	@$(BIN)/python -m bench
setup: ## everything that developing takes
	$(PREPARE) dev
locks: ## choose the versions anew and write the locks (needs uv)
	$(LOCK) pyproject.toml requirements/build.in --extra web --extra documents --group dev -o requirements/dev.lock
	$(LOCK) pyproject.toml requirements/build.in --extra web -c requirements/dev.lock -o requirements/run.lock
	$(LOCK) pyproject.toml requirements/build.in --extra web --extra documents --group dev --group bench -c requirements/dev.lock -o requirements/bench.lock
	$(LOCK) requirements/node.in -o requirements/node.lock
	$(LOCK) requirements/uv.in -o requirements/uv.lock
clean: ## remove what was built and installed; the register in var/ stays
	rm -rf .venv .setup.lock .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/amicity/gazetteer/compiled src/amicity_web/static/built frontend/node_modules build dist
