#!/bin/sh
# Two sittings from files, their page, and what an invented year adds up to. Asks and keeps nothing.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT
trap 'exit 130' INT TERM
trap 'exit 0' PIPE # the reader has seen enough

show() {
    printf '$ %s\n' "$*"
    "$@"
    echo
}

echo 'Everything here is invented, and written to a temporary folder.'
echo
(cd "$workspace" && learnlead init .) >/dev/null # from here it would bring the checkout's pages
cd docs/invented-year
for answers in $(ls -- *.yaml | sed 2q); do
    LEARNLEAD_TODAY=${answers%.yaml} show learnlead reflect --workspace "$workspace" --answers "$answers"
done
cd ../..
show learnlead read --workspace "$workspace"
LEARNLEAD_TODAY=2026-11-13 show learnlead trends --workspace journals/examples
