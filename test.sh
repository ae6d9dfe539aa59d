#!/usr/bin/env bash
# Builds everything and runs every test; the last line is "N passed, N failed". With arguments, only the test projects whose names contain
# one of them, for example: ./test.sh Domain Infrastructure
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
  if ((failed > 0)); then
    echo
    echo 'Failed:'
    printf '  %s\n' "${failures[@]}"
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

failed_names() {
  grep -E '<UnitTestResult [^>]*outcome="(Failed|Error|Timeout|Aborted)"' "$1" |
    sed -E 's/.*testName="([^"]*)".*/\1/; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&#x[AD];/ /g; s/&amp;/\&/g' || true
}

run_project() {
  local project=$1 name trx status=0 before=$failed line outcome
  name=$(basename "$project" .csproj)
  trx=$results/$name.trx
  echo "== $name"
  dotnet test "$project" -c Release --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" || status=$?
  if [[ ! -s $trx ]]; then
    fail "$name: no test ran"
    return
  fi

  passed=$((passed + $(counter "$trx" passed)))
  while IFS= read -r line; do
    if [[ -n $line ]]; then failures+=("$line"); fi
  done <<<"$(failed_names "$trx")"
  for outcome in failed error timeout aborted; do
    failed=$((failed + $(counter "$trx" "$outcome")))
  done
  if ((status != 0 && failed == before)); then fail "$name: the run ended with exit code $status"; fi
  if (($(counter "$trx" total) == 0)); then fail "$name: no test ran"; fi
}

install_missing || { fail 'prerequisites'; finish; }
if is_wanted EndToEnd.Tests "$@" || is_wanted WebApi.IntegrationTests "$@"; then install_missing_for_tests || { fail 'prerequisites of the browser tests'; finish; }; fi

rm -rf "$results"
mkdir -p "$results"
build_with_stamp dotnet build CleanApi.sln -c Release -v q --nologo -clp:NoSummary || { fail 'build'; finish; }

for project in tests/*/*.csproj; do
  if [[ -f $project ]] && ! grep -q '<IsTestProject>false' "$project" && is_wanted "$(basename "$project" .csproj)" "$@"; then run_project "$project"; fi
done

if is_wanted format "$@"; then
  echo '== format'
  if dotnet format whitespace CleanApi.sln --verify-no-changes --no-restore; then passed=$((passed + 1)); else fail 'format: dotnet format whitespace CleanApi.sln'; fi
fi

finish
