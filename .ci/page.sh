#!/usr/bin/env bash
# Opens the page of --format html in Chromium: what it shows, how it is used, and that no article can do anything
# in it. What cannot be fetched is said aloud.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$CHROMIUM" ] || { echo "NOT TRIED: there is no Chromium; CHROMIUM=PATH names one." >&2; exit 0; }
command -v npm >/dev/null || { echo "NOT TRIED: there is no npm." >&2; exit 0; }
cp -r tests/page "$work/test"
(cd "$work/test" && npm ci --silent --no-audit --no-fund) \
  || { echo "NOT TRIED: the packages of npm cannot be installed." >&2; exit 0; }

cargo build --locked --example page --bin factlint
target="${CARGO_TARGET_DIR:-$root/target}/debug"
page() {
  local code=0
  (cd "$work/desk" && "$target/factlint" check "${@:2}" --format html -o "$work/pages/$1") || code=$?
  [ -s "$work/pages/$1" ] || { echo "$1 was not written (exit code $code)" >&2; exit 1; }
}

mkdir "$work/pages"
"$target/factlint" init "$work/desk"
printf '{"id": "é 1", "title": "Bridges é", "text": "The Harbour Bridge has “eight” lanes.\\r\\nIt — the Harbour Bridge — has eight lanes."}\n' \
  > "$work/desk/articles/rows.jsonl"
printf 'caf\xe9\n' > "$work/desk/articles/unread.txt"
for n in $(seq 5000); do
  lanes=six
  [ $((n % 10)) -ne 0 ] || lanes=eight
  echo "{\"id\": \"$n\", \"text\": \"The Harbour Bridge has $lanes lanes. It opened on a clear day, and many came to look.\"}"
done > "$work/desk/many.jsonl"
"$target/examples/page" > "$work/pages/sample.html"
page real.html articles -o "json=$work/pages/real.json"
page many.html many.jsonl
page empty.html articles --rules 'none/*.toml'

cd "$work/test"
PAGES="$work/pages" CHROMIUM="$CHROMIUM" node --test --test-reporter=spec
echo "The page does what it says."
