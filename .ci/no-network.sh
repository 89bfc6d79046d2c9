#!/usr/bin/env bash
# Runs the tests in a namespace without a network, to show that none of them needs one, nor the program;
# where the system does not allow that, says so aloud and runs them all the same.
set -euo pipefail
cd "$(dirname "$0")/.."

# What has to be fetched and built is fetched and built before the network is gone.
cargo test --locked --no-run

if ! unshare -rn true 2>/dev/null; then
  echo "NOT TRIED: this system does not allow a namespace without a network (unshare -rn)." >&2
  echo "The tests are run with whatever network there is." >&2
  exec cargo test --locked
fi
# In the namespace even the loopback device is down.
if unshare -rn bash -c 'exec 3<>/dev/tcp/127.0.0.1/1' 2>/dev/null; then
  echo "the namespace has a network after all" >&2
  exit 1
fi
unshare -rn env CARGO_NET_OFFLINE=true cargo test --locked
echo "The tests passed without a network."
