#!/usr/bin/env bash
# Builds everything and runs every test; prints of each that fails its name, its message and its line; the last line is "N passed, N failed".
# With arguments, only the test projects whose names contain one of them, for example: ./test.sh Domain Infrastructure
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/common.sh

# MSBuild nodes must exit with the build: a surviving node would keep this script's output open.
export MSBUILDDISABLENODEREUSE=1

readonly results=artifacts/test-results
passed=0
failed=0
failures=()

fail() {
  failed=$((failed + 1))
  failures+=("$1")
}

finish() {
  local trx
  if ((failed > 0)); then
    echo
    echo 'Failed:'
    for trx in "$results"/*.trx; do if [[ -f $trx ]]; then print_failures "$trx"; fi; done
    if ((${#failures[@]} > 0)); then printf '\n  %s\n' "${failures[@]}"; fi
  fi
  echo "$passed passed, $failed failed"
  if ((failed > 0 || passed == 0)); then exit 1; fi
  exit 0
}

is_wanted() {
  local name=$1 part
  shift
  if (($# == 0)); then return 0; fi
  for part in "$@"; do
    if [[ $name == *"$part"* ]]; then return 0; fi
  done
  return 1
}

# Prints an attribute of the <Counters … /> of a trx file; 0 if it is missing.
counter() {
  local number
  number=$(sed -n -E "s/.*<Counters [^>]*$2=\"([0-9]+)\".*/\1/p" "$1")
  echo "${number:-0}"
}

# The name, message and line of each failed test of a trx file.
print_failures() {
  awk -v root="$PWD/" '
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;|&#39;/, "\047", text); gsub(/&#x[AD];/, " ", text)
      gsub(/&amp;/, "\\&", text)
      return text
    }
    /<UnitTestResult .*outcome="(Failed|Error|Timeout|Aborted)"/ { failed = 1; lines = 0; place = ""; name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name); print "\n  " plain(name) }
    failed && /<Message>/ { message = 1; sub(/.*<Message>/, "") }
    message { line = $0; sub(/<\/Message>.*/, "", line); if (++lines <= 20) print "    " plain(line); if (/<\/Message>/) message = 0 }
    # The last line of the repository in the trace is that of the test; what comes before it are helpers.
    failed && match($0, / in [^:]*:line [0-9]+/) && index($0, " in " root) { place = substr($0, RSTART + 4 + length(root), RLENGTH - 4 - length(root)); sub(/:line /, ":", place) }
    failed && /<\/UnitTestResult>/ { if (place != "") print "    at " place; failed = 0 }' "$1"
}

# Runs a project and prints what it says when it has ended: another one may run beside it.
run_project() {
  local name=$1 status=0 output
  output=$(dotnet test "tests/$name" -c Release --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" 2>&1) || status=$?
  echo "$status" >"$results/$name.status"
  printf '== %s\n%s\n' "$name" "$output"
}

count_project() {
  local name=$1 trx=$results/$1.trx before=$failed outcome status
  status=$(cat "$results/$name.status" 2>/dev/null || echo none)
  if [[ ! -s $trx ]]; then
    fail "$name: no test ran"
    return
  fi

  passed=$((passed + $(counter "$trx" passed)))
  for outcome in failed error timeout aborted; do
    failed=$((failed + $(counter "$trx" "$outcome")))
  done
  if [[ $status != 0 && $failed == "$before" ]]; then fail "$name: the run ended with exit code $status"; fi
  if (($(counter "$trx" total) == 0)); then fail "$name: no test ran"; fi
}

rm -rf "$results"
mkdir -p "$results"

install_missing || { fail 'prerequisites'; finish; }
if is_wanted EndToEnd.Tests "$@" || is_wanted WebApi.IntegrationTests "$@" || is_wanted Infrastructure.IntegrationTests "$@" || is_wanted FaultInjection.Tests "$@"; then
  install_missing_for_tests || { fail 'prerequisites of the tests'; finish; }
fi

build_with_stamp dotnet build CleanApi.sln -c Release -v q --nologo -clp:NoSummary || { fail 'build'; finish; }

projects=
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  if [[ -f $project ]] && ! grep -q '<IsTestProject>false' "$project" && is_wanted "$name" "$@"; then projects="$name $projects"; fi
done

# Two at a time: each waits for servers, browsers and processes for half of its time. The longest are at the end of the alphabet, and begin. What runs in the background does not see Ctrl+C.
trap 'kill 0' INT
started=0
for name in $projects; do
  # Bash before 4.3 cannot wait for one of them, and waits for all.
  if ((started++ >= 2)); then wait -n 2>/dev/null || wait; fi
  run_project "$name" &
done
wait
for name in $projects; do count_project "$name"; done

if is_wanted format "$@"; then
  echo '== format'
  if dotnet format whitespace CleanApi.sln --verify-no-changes --no-restore; then passed=$((passed + 1)); else fail 'format: dotnet format whitespace CleanApi.sln'; fi
fi

finish
