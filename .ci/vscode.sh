#!/usr/bin/env bash
# Packages the extension for Visual Studio Code, looks at what is in the package, and speaks with the server through
# the library by which Visual Studio Code does. What cannot be fetched is said aloud.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v npm >/dev/null; then
  echo "NOT TRIED: the extension: npm is not there." >&2
  exit 0
fi
cp -r "$root/editors/vscode" "$work/vscode"
rm -rf "$work/vscode/node_modules" "$work/vscode/dist"
cd "$work/vscode"
if ! npm ci --silent --no-audit --no-fund; then
  echo "NOT TRIED: the extension: its packages cannot be fetched." >&2
  exit 0
fi
cp "$root/LICENSE-MIT" LICENSE
npm run --silent package
python3 - <<'PYTHON'
import json, zipfile
names = set(zipfile.ZipFile("factlint.vsix").namelist())
wanted = {"[Content_Types].xml", "extension.vsixmanifest"} | {
    f"extension/{name}" for name in ("package.json", "readme.md", "LICENSE.txt", "dist/extension.js")
}
assert names == wanted, f"in the package are {sorted(names)}"
manifest = json.load(open("package.json"))
source = open("src/extension.ts").read()
assert all(command["command"] in source for command in manifest["contributes"]["commands"])
print(f"The package holds {len(names)} files.")
PYTHON

cargo build --locked --manifest-path "$root/Cargo.toml"
factlint="${CARGO_TARGET_DIR:-$root/target}/debug/factlint"
"$factlint" init "$work/desk"
node "$root/.ci/vscode.cjs" "$factlint" "$work/desk"
