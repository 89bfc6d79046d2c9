#!/usr/bin/env bash
# Builds the book of docs/ and fails on whatever mdbook warns of, and on links that lead nowhere. Then it breaks a
# copy, to see that both are noticed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v mdbook >/dev/null; then
  echo "NOT TRIED: the book. mdbook is not there; cargo install mdbook --locked" >&2
  exit 0
fi

# mdbook says what is wrong on standard error and still ends with 0.
build() {
  mdbook build "$1" --dest-dir "$2" 2> "$work/log" || { cat "$work/log" >&2; return 1; }
  ! grep -E '^ *\[?(WARN|ERROR)' "$work/log" >&2
}

expect_fault() {
  rm -rf "$work/docs" && cp -r "$root/docs" "$work/docs"
  echo "$1" >> "$work/docs/limits.md"
  if build "$work/docs" "$work/broken" 2>/dev/null && "$root/.ci/links.py" "$work/broken" >/dev/null 2>&1; then
    echo "nobody noticed: $1" >&2
    exit 1
  fi
}

build "$root/docs" "$root/target/book"
"$root/.ci/links.py" "$root/target/book"
expect_fault '[gone](gone.md)'
expect_fault '[gone](rules.md#gone)'
expect_fault '[out](../README.md)'
expect_fault '{{#include gone.md}}'
expect_fault '<div>'
echo "The book builds, and its links lead somewhere."
