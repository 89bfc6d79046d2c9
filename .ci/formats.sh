#!/usr/bin/env bash
# Holds reports against schemas and readers that others wrote, and rule files against our own schema with a
# TOML language server. What cannot be fetched is said aloud.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
cargo build --locked
factlint="${CARGO_TARGET_DIR:-$root/target}/debug/factlint"

skip() { echo "NOT TRIED: $1" >&2; }
report() { (cd "$work/desk" && "$factlint" check --format "$1" > "$work/$1" || true); }

"$factlint" init "$work/desk"
printf '{"id": "é 1", "text": "The Harbour Bridge has eight lanes."}\n{"txet": 1}\n' > "$work/desk/articles/a b é.jsonl"
for format in sarif rdjson junit json checkstyle gitlab; do report "$format"; done

python3 -m venv "$work/venv"
if "$work/venv/bin/pip" -q install jsonschema junitparser; then
  "$work/venv/bin/python" .ci/formats.py "$work"
  # The crate serde-sarif carries the schema of SARIF 2.1.0.
  if (cd "$work" && cargo init -q --name fetch fetch && cd fetch && cargo add -q serde-sarif@0.8 && cargo fetch -q); then
    schema=$(find "${CARGO_HOME:-$HOME/.cargo}/registry/src" -path '*serde-sarif-0.8*/src/schema.json' | head -n 1)
    "$work/venv/bin/python" .ci/formats.py "$work" "$schema"
  else
    skip "SARIF against its schema: serde-sarif cannot be fetched"
  fi
else
  skip "reports against schemas: jsonschema and junitparser cannot be installed"
fi

if npm i --silent --no-audit --no-fund --prefix "$work/npm" @umbrelladocs/rdformat-validator@1.0.1 @taplo/cli@0.7.0; then
  "$work/npm/node_modules/.bin/rdformat-validator" "$work/rdjson"
  RUST_LOG=warn "$work/npm/node_modules/.bin/taplo" check rules/*.toml
  (cd "$work/desk" && RUST_LOG=warn "$work/npm/node_modules/.bin/taplo" check --no-auto-config \
    --schema "file://$root/schemas/config.schema.json" factlint.toml)
  printf '[[fact]]\nid = "a"\nsays = "b"\nkind = "cuont"\n' > "$work/wrong.toml"
  if RUST_LOG=off "$work/npm/node_modules/.bin/taplo" check --no-auto-config \
    --schema "file://$root/schemas/rules.schema.json" "$work/wrong.toml" 2>/dev/null; then
    echo "taplo took a rule file that is wrong" >&2
    exit 1
  fi
else
  skip "rdjson and rule files: the packages of npm cannot be installed"
fi
echo "The formats hold."
