#!/usr/bin/env bash
# Tries the hooks with the real pre-commit, in a new repository whose articles have odd names.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v pre-commit >/dev/null; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" -q install pre-commit || { echo "NOT TRIED: pre-commit cannot be installed." >&2; exit 0; }
  PATH="$work/venv/bin:$PATH"
fi
cargo build --locked --manifest-path "$root/Cargo.toml"
factlint="${CARGO_TARGET_DIR:-$root/target}/debug/factlint"

mkdir "$work/desk" && cd "$work/desk"
git init -q && git config user.name n && git config user.email n@example.org
"$factlint" init
echo 'exclude = ["articles/drafts"]' | cat - factlint.toml > config && mv config factlint.toml
mkdir articles/drafts
cp articles/fails.md 'articles/drafts/left out.md'
cp articles/passes.md 'articles/ein Älteres Stück.md'
git add -A

# One environment for all hooks and runs: to build it takes minutes. `pre-commit try-repo` would build it anew
# each time.
export PRE_COMMIT_HOME="$work/cache"
cat > .pre-commit-config.yaml <<YAML
repos:
  - repo: $root
    rev: $(git -C "$root" rev-parse HEAD)
    hooks:
      - id: factlint
      - id: factlint-corpus
      - id: factlint-test
YAML
git add -A

expect() {
  local code=0
  pre-commit run "$2" --all-files --verbose > "$work/log" 2>&1 || code=$?
  cat "$work/log"
  [ "$code" -eq "$1" ] || { echo "hook $2 ended with $code in place of $1" >&2; exit 1; }
}

expect 1 factlint
grep -q 'articles/fails.md:7:23: error' "$work/log"
grep -q 'Checked 3 articles' "$work/log"
expect 1 factlint-corpus
expect 0 factlint-test
sed -i 's/1,194/1,149/; s/eight/six/' articles/fails.md
git add -A
expect 0 factlint
expect 0 factlint-corpus
echo "The hooks do what they say."
