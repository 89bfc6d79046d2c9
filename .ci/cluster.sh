#!/usr/bin/env bash
# Tries Spark and Ray in a fresh virtual environment: opt-in, since they are half a gigabyte. Needs Java 17.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java -version 2>&1 | head -1
python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install 'maturin>=1.7,<2' pytest pyarrow pyspark 'pandas<3' 'ray[data]'
cd "$root"
"$work/venv/bin/maturin" build --release --locked --quiet --out "$work/wheels"
"$work/venv/bin/pip" -q install "$work"/wheels/*.whl
"$work/venv/bin/python" -m pytest -q -p no:cacheprovider python/cluster
