#!/usr/bin/env bash
# Builds the Python package, installs it in a fresh virtual environment, and runs its tests there.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/build"
"$work/build/bin/pip" -q install 'maturin>=1.7,<2'
cd "$root"
"$work/build/bin/maturin" build --profile dev --locked --quiet --out "$work/wheels"
python3 -m venv "$work/fresh"
"$work/fresh/bin/pip" -q install "$(echo "$work"/wheels/*.whl)[test]" mypy
"$work/fresh/bin/python" -m pytest -q -p no:cacheprovider
"$work/fresh/bin/python" -m doctest python/factlint/__init__.py
"$work/fresh/bin/python" -m mypy --strict --no-warn-return-any --ignore-missing-imports --cache-dir "$work/mypy" -p factlint
