#!/usr/bin/env bash
# `make bench`: installs the peers, builds the program as it is released, runs every row and writes
# RESULTS.md. With names of rows (b1 b2 b5 b9 b10) runs only those and writes nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bash "$here/peers.sh"
cd "$here/../.."
cargo build --release --locked -p shipshape-bench
exec "${CARGO_TARGET_DIR:-target}/release/shipshape-bench" "$@"
