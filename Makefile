# make run       set up all that is needed and open the window on a shipped example
# make test      set up all that is needed and run every test
# make pictures  take the pictures of the window and of the PDF for the README
# make lock      choose the newest tools again and write their hashes down
# make clean     take away what these made

BIN := .venv/bin
READY := .venv/ready

.PHONY: run test pictures lock clean

run: $(READY)
	@sh build_spec/system_libraries.sh show
	@sh build_spec/first_run.sh

test: $(READY)
	@sh build_spec/system_libraries.sh test
	@sh build_spec/all_tests.sh

pictures: $(READY)
	@sh build_spec/system_libraries.sh offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m build_spec.pictures
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m build_spec.page_pictures

$(READY): requirements-dev.lock pyproject.toml
	@sh build_spec/system_libraries.sh python
	@sh build_spec/environment.sh
	@touch $(READY)

lock:
	python3 -m venv .venv-lock
	.venv-lock/bin/pip install --quiet uv
	.venv-lock/bin/uv pip compile --universal --python-version 3.11 --extra dev --upgrade --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf .venv .venv-lock out build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
