#!/usr/bin/env bash
# Builds the wheel, installs it in a fresh virtual environment and runs what it holds.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/build"
"$work/build/bin/pip" -q install 'maturin>=1.7,<2' || { echo "NOT TRIED: maturin cannot be installed." >&2; exit 0; }
cd "$root"
"$work/build/bin/maturin" build --release --locked --out "$work/wheels"
python3 -m venv "$work/fresh"
"$work/fresh/bin/pip" -q install --no-index "$work"/wheels/*.whl
cd "$work"
fresh/bin/factlint --version
fresh/bin/factlint init desk
cd desk
../fresh/bin/factlint test
code=0
../fresh/bin/factlint check --format concise || code=$?
[ "$code" -eq 1 ] || { echo "check ended with $code in place of 1" >&2; exit 1; }
echo "The wheel installs and runs."
