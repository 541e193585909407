#!/usr/bin/env bash
# Installs what the benchmark measures against into tests/bench/.peers. What cannot be had is
# written to .peers/missing as "name: reason"; its row then says so. Done already: does nothing.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peers="$here/.peers"
log="$peers/log"
mkdir -p "$log"
: > "$peers/missing"

# Runs an installation; keeps its output, and its last line as the reason when it fails.
fetch() {
  local name=$1
  shift
  echo "peer $name"
  if ! "$@" > "$log/$name.log" 2>&1; then
    echo "$name: $(grep -v '^\s*$' "$log/$name.log" | tail -n 1)" | tee -a "$peers/missing" >&2
  fi
}

debian() {
  local wanted=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'install ok' || wanted+=("$package")
  done
  [ ${#wanted[@]} -eq 0 ] && return
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -q \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends "${wanted[@]}"
}

python() {
  local stamp="$peers/python/.requirements"
  cmp -s "$here/peers/requirements.txt" "$stamp" && return
  rm -rf "$peers/python"
  python3 -m venv "$peers/python" \
    && "$peers/python/bin/pip" install --quiet --disable-pip-version-check -r "$here/peers/requirements.txt" \
    && cp "$here/peers/requirements.txt" "$stamp"
}

node_packages() {
  mkdir -p "$peers/node"
  cmp -s "$here/peers/package-lock.json" "$peers/node/.lock" && return
  cp "$here/peers/package.json" "$here/peers/package-lock.json" "$peers/node/" \
    && npm ci --prefix "$peers/node" --no-audit --no-fund \
    && cp "$here/peers/package-lock.json" "$peers/node/.lock"
}

# As its users install it: its own lock file, its own release profile.
typst_cli() {
  "$peers/bin/typst" --version 2> /dev/null | grep -q "^typst $1" && return
  CARGO_TARGET_DIR="$peers/typst-target" \
    cargo install typst-cli --version "$1" --locked --root "$peers" \
    && rm -rf "$peers/typst-target"
}

fetch poppler debian poppler-utils
fetch chromium debian chromium
fetch taskjuggler debian tj3
fetch pango debian libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv
fetch python python
fetch node node_packages
fetch typst typst_cli 0.15.1
exit 0
