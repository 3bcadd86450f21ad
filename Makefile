# Atelier: make run opens the console, make test runs every test, make help lists the rest.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
build_packages := libncurses-dev libvterm-dev libsqlite3-dev python3 python3-venv chafa
test_packages := $(build_packages) tmux chromium less vim-tiny
test_parts := ProcessRunnerTests GPUMetricsTests SessionEngineTests AtelierAppTests
binary := .build/release/atelier
share = $(DESTDIR)$(PREFIX)/share/atelier

.DEFAULT_GOAL := help
.PHONY: help run build test lint format bench install uninstall clean setup setup-tests

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:
	@.ci/setup-debian $(build_packages)
	@.ci/check-swift

setup-tests:
	@.ci/setup-debian $(test_packages)
	@.ci/check-swift

run: build ## Install what is missing, build, and open the console (ARGS="…" is passed on)
	@exec "$(binary)" $(ARGS)

# Swift's own libraries are linked in: the program starts sooner, and needs no toolchain where it runs.
build: setup ## Build the release binary
	swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld --product atelier

test: setup-tests ## Run every test, with its set-up
	swift build --build-tests
	@.ci/run-tests $(test_parts)

lint: ## Check the code style
	swift format lint --strict -r Sources Tests Package.swift

format: ## Put the code into the code style
	swift format -i -r Sources Tests Package.swift

bench: setup-tests build ## Measure start-up, idle load and memory of the release build
	Tests/bench/run

install: build ## Install below PREFIX (/usr/local); DESTDIR is honoured
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(share)"
	install -m 755 "$(binary)" "$(DESTDIR)$(PREFIX)/bin/atelier"
	if command -v strip > /dev/null; then strip "$(DESTDIR)$(PREFIX)/bin/atelier"; fi
	rm -rf "$(share)/Exercises" "$(share)/Themes"
	cp -R Exercises Themes "$(share)/"
	rm -rf "$(share)/Themes/images"
	chmod -R u+rwX,go+rX,go-w "$(share)"

uninstall: ## Remove what install put below PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/atelier"
	rm -rf "$(share)"

clean: ## Remove what was built
	swift package clean
