# Two commands: `make run` and `make test`. The rest are their parts.
# Cargo is always asked for the whole workspace: one set of features, so that nothing is built twice.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
TARGET := $(or $(CARGO_TARGET_DIR),target)

.PHONY: run test check-disk window-test bench build ui bindings schemas lint check-ui check-bindings check-rust help

help:
	@echo "make run      install what is missing, build, open the window (without a display: the same main job as a PDF)"
	@echo "make test     install, build, run the checks and tests"
	@echo "make bench    measure side by side with peers, write tests/bench/RESULTS.md"
	@echo "make bindings write the TypeScript types again"
	@echo "make schemas  write the published JSON Schemas again"

run:
	@.ci/install run
	@$(MAKE) --no-print-directory ui
	cargo build --locked --workspace
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	  $(TARGET)/debug/shipshape-desktop; \
	else \
	  echo "shipshape: there is no display; judging a sample on the command line instead"; \
	  mkdir -p out; \
	  $(TARGET)/debug/shipshape sample case-a-hamburg -o out/case-a-hamburg.yaml >/dev/null; \
	  $(TARGET)/debug/shipshape check out/case-a-hamburg.yaml || [ $$? -eq 1 ]; \
	  $(TARGET)/debug/shipshape report out/case-a-hamburg.yaml -o out/case-a-hamburg.pdf >/dev/null || [ $$? -eq 1 ]; \
	  echo "shipshape: the report lies at $$(pwd)/out/case-a-hamburg.pdf"; \
	fi

ui:
	@cd ui && npm run build --silent

build: ui
	cargo build --locked --workspace

bindings:
	cargo build --locked --workspace --features app/ts --example bindings
	rm -rf ui/src/lib/bindings
	$(TARGET)/debug/examples/bindings ui/src/lib/bindings

schemas:
	cargo build --locked --workspace --bins
	for kind in pack shipment template calendar facts; do \
	  $(TARGET)/debug/shipshape pack schema $$kind > assets/schemas/$$kind.schema.json; \
	done

test:
	@.ci/install test
	@$(MAKE) --no-print-directory check-ui
	@$(MAKE) --no-print-directory check-rust
	@$(MAKE) --no-print-directory check-bindings
	cargo build --locked --workspace --bins
	cargo test --locked --workspace
	@$(MAKE) --no-print-directory check-disk

# A full disk needs a small file system of its own, mounted where nobody else sees it.
check-disk:
	@if unshare --map-root-user --mount mount -t tmpfs tmpfs /mnt 2>/dev/null; then \
	  unshare --map-root-user --mount cargo test --locked --workspace --test store --test library -- --ignored full_disk; \
	else \
	  echo "shipshape: NOT tested on this machine: a full disk, for it does not let a user mount"; \
	fi

# Only the tests in the real window.
window-test: build
	@.ci/install test
	cargo test --locked --workspace --test e2e

check-ui:
	cd ui && npm run format:check --silent
	cd ui && npm run lint --silent
	cd ui && npm run check --silent
	cd ui && npm test --silent
	cd ui && npm run build --silent

check-rust:
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

check-bindings:
	cargo build --locked --workspace --features app/ts --example bindings
	rm -rf $(TARGET)/bindings
	$(TARGET)/debug/examples/bindings $(TARGET)/bindings
	diff -r $(TARGET)/bindings ui/src/lib/bindings

bench:
	@.ci/install test
	tests/bench/run.sh
