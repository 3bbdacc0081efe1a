# Everything people and CI do with Tenon; `make` alone lists it.
TENON := .build/release/tenon
STORE := sample.db
CUSTOMERS := 2000

.DEFAULT_GOAL := help
.PHONY: help setup build run test smoke format lint docs bench fuzz sanitize embed lib clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the system packages that the build needs
	@dev/setup

build: setup ## The command, in release
	@swift build -c release --product tenon

run: build ## Build, make a sample company if there is none, and re-tier it
	@test -e $(STORE) || $(TENON) init --store $(STORE) --sample $(CUSTOMERS)
	@$(TENON) run scripts/bulk_tiering.lua --store $(STORE) --yes

test: setup ## The whole test suite, and the bridge's under the address sanitizer
	@dev/check-structure
	@dev/sanitize-host
	@swift test

smoke: setup ## One quick pass over the main path, in debug
	@swift build --product tenon
	@dev/smoke .build/debug/tenon

format: ## Rewrite Swift files in house style
	@swift format --in-place --recursive --parallel Sources Tests Plugins Fuzz examples Benchmarks

lint: ## Check style, structure and the direction of dependencies
	@swift format lint --strict --recursive --parallel Sources Tests Plugins Fuzz examples Benchmarks
	@dev/check-structure

docs: build ## Generate the references: language, errors, manual page, HTML
	@mkdir -p docs/man
	@$(TENON) help --reference > docs/lua-reference.md.new
	@mv docs/lua-reference.md.new docs/lua-reference.md
	@$(TENON) help --annotations > docs/tenon.lua.new
	@mv docs/tenon.lua.new docs/tenon.lua
	@$(TENON) help --errors > docs/errors.md.new
	@mv docs/errors.md.new docs/errors.md
	@$(TENON) help --man > docs/man/tenon.1.new
	@mv docs/man/tenon.1.new docs/man/tenon.1
	@$(TENON) help --html docs/html

bench: build ## Measure the budgets against their peers; writes Benchmarks/results.md
	@dev/setup --bench
	@Benchmarks/run
	@dev/quote-results

fuzz: setup ## libFuzzer for TENON_FUZZ_SECONDS (60) a reader, then property and hostile tests with more rounds
	@dev/fuzz $${TENON_FUZZ_SECONDS:-60}
	@TENON_ROUNDS=$${TENON_ROUNDS:-20} TENON_SEED=$${TENON_SEED:-$$(date +%s)} swift test

sanitize: setup ## The test suite under the address sanitizer
	@swift test --sanitize=address --scratch-path .build-asan

embed: setup ## The example program that embeds Tenon, as a package of its own
	@swift run --package-path examples/embed embed | diff - examples/embed/expected.txt

lib: setup ## libtenon.so and tenon.h for other languages, in .build-lib
	@swift build -c release --product tenon-c -Xswiftc -static-stdlib --scratch-path .build-lib
	@mkdir -p .build-lib/lib .build-lib/include
	@cp .build-lib/release/libtenon-c.so .build-lib/lib/libtenon.so
	@cp Sources/CTenon/include/tenon.h .build-lib/include/

clean: ## Remove what was built; stores stay
	@rm -rf .build .build-asan .build-host-asan .build-fuzz .build-lib examples/embed/.build
