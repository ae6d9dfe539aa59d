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

run_project() {
  local project=$1 name trx status=0 before=$failed outcome
  name=$(basename "$project" .csproj)
  trx=$results/$name.trx
  echo "== $name"
  dotnet test "$project" -c Release --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" || status=$?
  if [[ ! -s $trx ]]; then
    fail "$name: no test ran"
    return
  fi

  passed=$((passed + $(counter "$trx" passed)))
  for outcome in failed error timeout aborted; do
    failed=$((failed + $(counter "$trx" "$outcome")))
  done
  if ((status != 0 && failed == before)); then fail "$name: the run ended with exit code $status"; fi
  if (($(counter "$trx" total) == 0)); then fail "$name: no test ran"; fi
}

rm -rf "$results"
mkdir -p "$results"

install_missing || { fail 'prerequisites'; finish; }
if is_wanted EndToEnd.Tests "$@" || is_wanted WebApi.IntegrationTests "$@" || is_wanted Infrastructure.IntegrationTests "$@" || is_wanted FaultInjection.Tests "$@"; then
  install_missing_for_tests || { fail 'prerequisites of the tests'; finish; }
fi

build_with_stamp dotnet build CleanApi.sln -c Release -v q --nologo -clp:NoSummary || { fail 'build'; finish; }

for project in tests/*/*.csproj; do
  if [[ -f $project ]] && ! grep -q '<IsTestProject>false' "$project" && is_wanted "$(basename "$project" .csproj)" "$@"; then run_project "$project"; fi
done

if is_wanted format "$@"; then
  echo '== format'
  if dotnet format whitespace CleanApi.sln --verify-no-changes --no-restore; then passed=$((passed + 1)); else fail 'format: dotnet format whitespace CleanApi.sln'; fi
fi

finish
