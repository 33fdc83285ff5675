#!/usr/bin/env bash
# Everything that has to hold before a change is taken; CI runs exactly this. `./test.sh --help`.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" || exit 1

# Steps in order: name, seconds it may take, what it does.
readonly kSteps=(
  "setup    900 what is needed is there (./setup.sh test)"
  "layers    60 every #include goes down the stairs (tools/layers.py)"
  "tidy     120 dead files, sizes, stray characters (tools/tidy.py)"
  "tools    300 tests of the tools themselves"
  "format   120 clang-format"
  "build   2400 release build, warnings are errors"
  "tests    900 unit, property, golden and case tests (release)"
  "cli      600 the program as a user meets it: verbs, bad input, exit statuses, same bytes twice"
  "lint     600 clang-tidy on src/core and on what changed, in bounded time"
  "asan    2400 all tests again with address and undefined-behaviour sanitizers"
  "fuzz    1500 each fuzz target for some seconds"
  "demo     900 the first command of the README (./demo.sh)"
  "docs     900 the commands that README.md and docs/ show"
)
# Run by --only, not by default: they find what the steps above do not, at twice their time.
readonly kOptionalSteps=(
  "tsan    2400 all tests with the thread sanitizer"
  "coverage 2400 all tests with line coverage (report by gcov in build/coverage)"
)
readonly kLintSeconds=420 kFuzzSeconds=4

usage() {
  cat <<'END'
./test.sh                        # everything; ends with "N passed, N failed"
./test.sh --only tests           # one step; may be given more than once
./test.sh --only build --only tests --filter 'Names.*'

  --only STEP      run this step only
  --filter GLOB    of the GoogleTest cases only these (steps tests, asan, tsan)
  --minutes N      begin no step after N minutes and cut short one that runs (default 80)
  --help           this text

Steps:
END
  printf '  %s\n' "${kSteps[@]}" | awk '{ name = $1; $1 = $2 = ""; printf "  %-9s %s\n", name, $0 }'
  echo "Only by --only:"
  printf '  %s\n' "${kOptionalSteps[@]}" | awk '{ name = $1; $1 = $2 = ""; printf "  %-9s %s\n", name, $0 }'
  echo "Exit: 0 all passed, 1 something failed, 2 wrong use."
}

# --- the steps: each may write "passed failed skipped" to $TW_COUNTS; else its exit counts as one ---

step_setup() { ./setup.sh test; }

step_layers() { tools/layers.py --counts "$TW_COUNTS"; }

step_tidy() { tools/tidy.py --counts "$TW_COUNTS"; }

python_tests() {  # folder: runs its unittest files and counts them
  local log=$TW_WORK/${1//\//_}.log status=0 ran bad skipped
  python3 -m unittest discover -s "$1" -p 'test_*.py' 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  ran=$(sed -n 's/^Ran \([0-9]*\) tests\{0,1\} .*/\1/p' "$log" | tail -n 1)
  bad=$(sed -n 's/^FAILED (\(.*\))$/\1/p' "$log" | grep -oE '(failures|errors)=[0-9]+' | awk -F= '{ n += $2 } END { print n + 0 }')
  skipped=$(grep -oE '^(OK|FAILED) .*skipped=[0-9]+' "$log" | grep -oE '[0-9]+$')
  [[ -z $ran ]] || echo "$((ran - bad - ${skipped:-0})) $bad ${skipped:-0}" >"$TW_COUNTS"
  return "$status"
}

step_tools() { python_tests tests/tools; }

step_cli() {
  [[ -x build/release/tidewaiter ]] || step_build || return 1
  python_tests tests/cli
}

our_cpp_files() {
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.h' ':!tests/fuzz/corpus'
  else  # An unpacked archive.
    find include src tests tools bench \( -name '*.cpp' -o -name '*.h' \) ! -path 'tests/fuzz/corpus/*' -print0 2>/dev/null
  fi
}

step_format() {
  local bad=$TW_WORK/format.bad all
  : >"$bad"
  all=$(our_cpp_files | tr '\0' '\n' | wc -l)
  our_cpp_files | xargs -0 -r -n 1 -P "$(nproc)" sh -c \
    '[ ! -e "$2" ] || clang-format-19 --dry-run --Werror "$2" >/dev/null 2>&1 || echo "$2" >>"$1"' _ "$bad"
  sort "$bad" | sed 's/$/: not as clang-format writes it. Run clang-format-19 -i on it./'
  echo "$((all - $(wc -l <"$bad"))) $(wc -l <"$bad") 0" >"$TW_COUNTS"
  [[ ! -s $bad ]]
}

configure() {  # preset, options: quiet unless it fails
  cmake --preset "$@" >"$TW_WORK/configure.log" 2>&1 || {
    cat "$TW_WORK/configure.log"
    return 1
  }
}

step_build() {
  configure release -DTW_WERROR=ON -DTW_TESTS=ON && cmake --build --preset release
}

run_ctest() {  # preset
  local xml=$TW_WORK/gtest_$1 junit=$TW_WORK/ctest_$1.xml status=0
  mkdir -p "$xml"
  # Programs of GoogleTest each write a file of their own into a folder that ends in a slash.
  GTEST_OUTPUT="xml:$xml/" GTEST_BRIEF=1 GTEST_FILTER=${TW_FILTER:-*} \
    ctest --preset "$1" --no-tests=error --parallel "$(nproc)" --output-on-failure \
    --output-junit "$junit" --timeout 900 || status=$?
  [[ ! -s $junit ]] || tools/ctest_counts.py "$junit" "$xml" >"$TW_COUNTS"
  return "$status"
}

step_tests() {
  [[ -f build/release/CTestTestfile.cmake ]] || step_build || return 1
  run_ctest release
}

build_and_test() {  # preset
  configure "$1" && cmake --build --preset "$1" && run_ctest "$1"
}

step_asan() {
  ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1 \
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 build_and_test asan
}

step_tsan() { TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 build_and_test tsan; }

step_coverage() { build_and_test coverage; }

step_lint() {
  [[ -f build/release/compile_commands.json ]] || configure release -DTW_TESTS=ON || return 1
  tools/lint.py --changed-only --budget $kLintSeconds --counts "$TW_COUNTS"
}

step_fuzz() {
  local sources=(tests/fuzz/*_fuzz.cpp) names=() name file passed=0 failed=0
  [[ -e ${sources[0]} ]] || { echo "fuzz: no tests/fuzz/*_fuzz.cpp"; return 1; }
  for file in "${sources[@]}"; do
    name=${file##*/}
    names+=("${name%.cpp}")
  done
  configure fuzz && cmake --build --preset fuzz --target "${names[@]}" || return 1
  mkdir -p build/asan/crashes
  for name in "${names[@]}"; do
    # What it finds goes to the first folder; the corpus in the repository is only read.
    local found=$TW_WORK/fuzz_$name corpus=tests/fuzz/corpus/${name%_fuzz}
    mkdir -p "$found"
    local folders=("$found")
    [[ ! -d $corpus ]] || folders+=("$corpus")
    # One seed, so that a change is judged by what it changed; search longer with another by hand.
    if ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-19) timeout --kill-after=5 120 \
      "build/asan/$name" -seed=1 -max_total_time=$kFuzzSeconds -timeout=10 \
      -rss_limit_mb=3072 -print_final_stats=1 "-artifact_prefix=build/asan/crashes/${name}_" \
      "${folders[@]}" >"$TW_WORK/$name.log" 2>&1; then
      echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$TW_WORK/$name.log") inputs"
      ((passed += 1))
    else
      echo "$name: FAILED. The input lies in build/asan/crashes; make a test of it."
      tail -n 40 "$TW_WORK/$name.log"
      ((failed += 1))
    fi
  done
  echo "$passed $failed 0" >"$TW_COUNTS"
  ((failed == 0))
}

step_demo() { ./demo.sh; }

step_docs() { tools/docs_commands.py --counts "$TW_COUNTS"; }

# --- running them -----------------------------------------------------------------------------------

# Inside `timeout`, this file runs itself for one step.
if [[ ${1:-} == --inside ]]; then
  PATH=$PWD/third_party/node/bin:$PATH
  export NINJA_STATUS='[%f of %t, %es] '
  "step_$2"
  exit
fi

only=() minutes=80 filter='*'
while (($#)); do
  case "$1" in
    --only) only+=("${2:-}"); shift ;;
    --filter) filter=${2:-*}; shift ;;
    --minutes) minutes=${2:-}; shift ;;
    --help | -h) usage; exit 0 ;;
    *) printf 'test: "%s" is not known. See ./test.sh --help\n' "$1" >&2; exit 2 ;;
  esac
  shift
done
[[ $minutes =~ ^[0-9]+$ ]] || { echo "test: --minutes needs a number" >&2; exit 2; }
for name in "${only[@]}"; do
  printf '%s\n' "${kSteps[@]}" "${kOptionalSteps[@]}" | grep -q "^$name " || {
    printf 'test: there is no step "%s". See ./test.sh --help\n' "$name" >&2
    exit 2
  }
done

TW_WORK=$(mktemp -d)
trap 'rm -rf "$TW_WORK"' EXIT
running=''
trap '[[ -z $running ]] || kill "$running"; exit 130' INT TERM
export TW_WORK TW_FILTER=$filter

total_passed=0 total_failed=0 total_skipped=0 failed_steps=() table=()

run_step() {  # name, seconds, title
  local name=$1 limit=$2 started=$SECONDS status=0 passed failed skipped took
  local left=$((minutes * 60 - SECONDS))
  ((limit < left)) || limit=$left
  printf '\n== %s: %s\n' "$name" "$3"
  export TW_COUNTS=$TW_WORK/$name.counts
  if ((limit < 1)); then
    echo "no time left"
    status=124
  else
    # Only the set-up may talk to the terminal: sudo asks there for a password. The others run in a
    # process group of their own, so that all they started ends with them.
    local how=(--kill-after=20)
    [[ $name != setup ]] || how+=(--foreground)
    timeout "${how[@]}" "$limit" bash "${BASH_SOURCE[0]}" --inside "$name" </dev/null &
    running=$!
    wait "$running" || status=$?
    running=''
    ((status != 124 && status != 137)) || echo "cut short after $limit s"
  fi
  took=$((SECONDS - started))
  if [[ -s $TW_COUNTS ]] && read -r passed failed skipped <"$TW_COUNTS"; then
    # A step that counts no failure and yet fails, fails as a whole.
    ((status == 0 || failed > 0)) || failed=1
  elif ((status == 0)); then
    passed=1 failed=0 skipped=0
  else
    passed=0 failed=1 skipped=0
  fi
  # A step that looked at nothing has not held anything true.
  ((passed + failed + skipped > 0)) || { echo "it looked at nothing"; failed=1; }
  ((total_passed += passed, total_failed += failed, total_skipped += skipped))
  ((failed == 0)) || failed_steps+=("$name")
  table+=("$(printf '%-9s %6d passed %4d failed %4d skipped %5d s' "$name" "$passed" "$failed" "$skipped" "$took")")
  printf -- '-- %s: %d passed, %d failed, %d skipped in %d s\n' "$name" "$passed" "$failed" "$skipped" "$took"
}

if ((${#only[@]})); then
  steps=("${kSteps[@]}" "${kOptionalSteps[@]}")
else
  steps=("${kSteps[@]}")
fi
for step in "${steps[@]}"; do
  read -r name limit title <<<"$step"
  if ((${#only[@]} == 0)) || printf '%s\n' "${only[@]}" | grep -qx "$name"; then
    run_step "$name" "$limit" "$title"
  fi
done

printf '\n== summary, %d min %d s\n' $((SECONDS / 60)) $((SECONDS % 60))
printf '%s\n' "${table[@]}"
((total_skipped == 0)) || echo "skipped: $total_skipped (no real data beside the repository, or no time: see above)"
((${#failed_steps[@]} == 0)) || echo "failed steps: ${failed_steps[*]} (one again: ./test.sh --only ${failed_steps[0]})"
echo "$total_passed passed, $total_failed failed"
((total_failed == 0))
