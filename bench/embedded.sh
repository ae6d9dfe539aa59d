#!/usr/bin/env bash
# Compares the embedded PostgreSQL with an external cluster of the same program, settings and data: lists at 256 and at 1,000 connections, alternated. No list may fail.
# Without rate limits. Needs wrk, curl, node, and a machine with nothing else to do.
#   bench/embedded.sh <folder with CleanApi.WebApi.dll> [rounds: 5] [seconds: 4]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(realpath "$1") rounds=${2:-5} seconds=${3:-4}
readonly server=5396
work=$(mktemp -d)
chmod 711 "$work"
declare -A port=([embedded]=5394 [external]=5395) pid=() token=() figures=()
cluster=
stop() {
  for name in embedded external; do if [[ -n ${pid[$name]:-} ]]; then kill "${pid[$name]}" 2>/dev/null || true; fi; done
  if [[ -n $cluster ]]; then kill -INT "$cluster" 2>/dev/null || true; fi
  wait || true
  rm -rf "$work"
}
trap stop EXIT
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60 RateLimiting__Enabled=false

start() { # name
  (cd "$folder" && exec dotnet CleanApi.WebApi.dll --Urls="http://127.0.0.1:${port[$1]}" --Embedded:DataDirectory="$work/pg" --Email:Directory="$work/mail-$1") >"$work/$1.log" 2>&1 &
  pid[$1]=$!
  for _ in $(seq 120); do if curl -sf -o /dev/null "http://127.0.0.1:${port[$1]}/health/ready" || ! kill -0 "${pid[$1]}" 2>/dev/null; then break; fi; sleep 1; done
  local answer
  answer=$(curl -sf "http://127.0.0.1:${port[$1]}/api/auth/login" -H 'Content-Type: application/json' -d '{"email":"admin@acme.test","password":"Passw0rd!demo"}') ||
    { tail "$work/$1.log" >&2; exit 1; }
  token[$1]=$(node -e 'console.log(JSON.parse(process.argv[1]).data.attributes.accessToken)' "$answer")
}

load() { # name, connections, seconds
  wrk -t1 "-c$2" "-d${3}s" --timeout 20s -H "Authorization: Bearer ${token[$1]}" "http://127.0.0.1:${port[$1]}/api/v1/users?limit=20&total=false"
}

# The embedded cluster is made and filled, stopped and copied: the copy is the external one.
start embedded
program=$(readlink "/proc/$(head -1 "$work/pg/postmaster.pid")/exe")
kill "${pid[embedded]}"
wait "${pid[embedded]}" || true
cp -a "$work/pg" "$work/external"
run=()
if [[ $EUID == 0 ]]; then run=(setpriv "--reuid=$(stat -c %u "$work/external")" "--regid=$(stat -c %g "$work/external")" --clear-groups); fi
"${run[@]}" "$program" -D "$work/external" -c "port=$server" >"$work/cluster.log" 2>&1 &
cluster=$!
connection="Host=127.0.0.1;Port=$server;Database=cleanapi;SSL Mode=Disable;GSS Encryption Mode=Disable"
ConnectionStrings__CleanApi="$connection;Username=cleanapi_app;Password=$(cat "$work/pg.secrets/cleanapi_app")" \
  ConnectionStrings__CleanApiOwner="$connection;Username=cleanapi_owner;Password=$(cat "$work/pg.secrets/cleanapi_owner")" \
  Auth__KeyEncryptionKey="$(tr '_-' '/+' <"$work/key-encryption-key")=" start external
start embedded

for name in embedded external; do load "$name" 64 30 >/dev/null; done
for ((round = 0; round < rounds; round++)); do
  for connections in 256 1000; do
    # The first of a pair changes with each round.
    for name in $( ((round % 2 == 0)) && echo embedded external || echo external embedded ); do
      report=$(load "$name" "$connections" "$seconds")
      if grep -qE 'Non-2xx|Socket errors' <<<"$report"; then echo "$name at $connections connections: not every list was 200" >&2; exit 1; fi
      figures[$name,$connections]+=$(sed -n 's/^Requests\/sec: *//p' <<<"$report")$'\n'
    done
  done
done

median() { sed '/^$/d' <<<"$1" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
for connections in 256 1000; do
  a=$(median "${figures[embedded,$connections]}") b=$(median "${figures[external,$connections]}")
  awk -v c="$connections" -v a="$a" -v b="$b" 'BEGIN { printf "%d connections: embedded %.0f, external %.0f lists a second: %+.1f %%\n", c, a, b, (a / b - 1) * 100 }'
  echo "        embedded: $(tr '\n' ' ' <<<"${figures[embedded,$connections]}"); external: $(tr '\n' ' ' <<<"${figures[external,$connections]}")"
done
