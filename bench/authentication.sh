#!/usr/bin/env bash
# Measures the cost of authentication for a read by id: the API with and without it, alternating, under the same load. Needs wrk, and the
# settings of the API in the environment (ConnectionStrings__CleanApi, Auth__KeyEncryptionKey) with a database that has a user to sign in as:
#   bench/authentication.sh bench1@bench.test 'Passw0rd!demo' [rounds] [seconds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
email=$1 password=$2 rounds=${3:-7} seconds=${4:-4}
export Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60

dotnet build bench/Authentication -c Release -v q --nologo -clp:NoSummary >&2
coproc api { exec dotnet bench/Authentication/bin/Release/net10.0/CleanApi.Bench.Authentication.dll "$email" "$password"; }
# shellcheck disable=SC2154
trap 'kill "$api_PID" 2>/dev/null || true' EXIT
declare -A url=() token=() figures=([with]="" [without]="")
while [[ ${#url[@]} -lt 2 ]] && IFS=$'\t' read -r name address value <&"${api[0]}"; do
  # Other lines are the log.
  if [[ -n $value ]]; then url[$name]=$address token[$name]=$value; fi
done

load() { wrk -t1 -c32 "-d${2}s" -H "Authorization: Bearer ${token[$1]}" "${url[$1]}"; }

for name in with without; do
  curl -sf -o /dev/null -H "Authorization: Bearer ${token[$name]}" "${url[$name]}"
  load "$name" 5 >/dev/null
done
for ((round = 0; round < rounds; round++)); do
  for name in with without; do
    report=$(load "$name" "$seconds")
    if grep -q 'Non-2xx' <<<"$report"; then echo "$name: not every response was 200" >&2; exit 1; fi
    figures[$name]+=$(sed -n 's/^Requests\/sec: *//p' <<<"$report")$'\n'
  done
done

median() { sed '/^$/d' <<<"$1" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
with=$(median "${figures[with]}") without=$(median "${figures[without]}")
echo "with:    $(tr '\n' ' ' <<<"${figures[with]}") median $with"
echo "without: $(tr '\n' ' ' <<<"${figures[without]}") median $without"
awk -v a="$with" -v b="$without" 'BEGIN { printf "authentication costs %.1f %% of a read by id\n", (b / a - 1) * 100 }'
