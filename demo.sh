#!/usr/bin/env bash
# From a fresh Debian 12 to the first findings: sets up, builds, shows. `./demo.sh --help`.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  cat <<'END'
./demo.sh            # set up, build, run `tidewaiter demo` on a generated customs year
./demo.sh --serve    # the same, then open the web pages on 127.0.0.1:8080

Installs what is missing (./setup.sh build), builds build/release/tidewaiter (some minutes the
first time, seconds after) and runs it. All options are passed on to `tidewaiter demo`.
END
  exit 0
fi

header() { printf '\n== %s\n' "$*"; }

header "1 of 3: what is needed (./setup.sh build)"
./setup.sh build

header "2 of 3: building build/release/tidewaiter"
PATH=$PWD/third_party/node/bin:$PATH
export NINJA_STATUS='[%f of %t, %es] '
started=$SECONDS
cmake --workflow --preset demo </dev/null || {
  printf '%s\n' "demo: the build failed; the first error above says where." \
    "Run ./setup.sh build again, or remove the folder build and run ./demo.sh again." >&2
  exit 1
}
echo "built in $((SECONDS - started)) s"

header "3 of 3: tidewaiter demo"
build/release/tidewaiter demo "$@"

cat <<'END'

== next
  build/release/tidewaiter --help                    what it can do
  build/release/tidewaiter classify "тепловизионный прицел"
  ./demo.sh --serve                                  the same findings as web pages
  README.md, docs/                                   your own files, step by step
END
