#!/usr/bin/env bash
# What happens beyond the capacity. The program with its embedded PostgreSQL and demo data, without rate limits: lists at 32, 256 and 1,000 connections, of
# which none may fail; then too much of them, and 200 connections that sign in, all from one network. Too much is one of:
#   wait  8,000 clients, four times the queue. A client that is refused waits as long as Retry-After says, and one that is served asks for more at once (the default).
#   rate  four times as many requests a second as the peak, whatever becomes of them: a client for each, which pauses for a second after every answer.
#   once  8,000 clients that send again at once, against Retry-After.
# Checks that nothing is answered but 200, 401 and 503, that lists keep four fifths of their peak, that memory is flat and that health and lists are well 5 s after it.
# Server and database have all processors but the last, which generates the load; what is left to them is what the server believes the machine has. Needs wrk, curl, node, taskset, 20,000 open files and a machine with nothing else to do.
#   bench/overload.sh <folder with CleanApi.WebApi.dll> [seconds of overload: 120] [wait, rate or once]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(realpath "$1") seconds=${2:-120} kind=${3:-wait} failures=0
readonly base=http://127.0.0.1:5393 last=$(($(nproc) - 1))
((last > 0)) || { echo "one processor cannot be divided between the server and its load" >&2; exit 1; }
ulimit -n 20000
work=$(mktemp -d)
chmod 711 "$work"
pid=
stop() {
  if [[ -n $pid ]]; then kill "$pid" 2>/dev/null || true; fi
  wait || true
  rm -rf "$work"
}
trap stop EXIT
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60 RateLimiting__Enabled=false "DOTNET_PROCESSOR_COUNT=$last"

# Counts by status, since wrk tells only how many were not 2xx.
cat >"$work/once.lua" <<'LUA'
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() counts = {} end
function response(status) counts[status] = (counts[status] or 0) + 1 end
function done(summary, latency)
  local all = {}
  for _, thread in ipairs(threads) do for status, count in pairs(thread:get("counts")) do all[status] = (all[status] or 0) + count end end
  for status, count in pairs(all) do io.write(string.format("status %d %d\n", status, count)) end
  local e = summary.errors
  io.write(string.format("broken %d\nseconds %f\np99 %d\n", e.connect + e.read + e.write + e.timeout, summary.duration / 1e6, latency:percentile(99) / 1000))
end
LUA
{
  cat "$work/once.lua"
  echo 'function delay() return 1000 end'
} >"$work/rate.lua"
# wrk does not say whose pause it asks for: as many clients wait as were refused, and as long.
{
  cat "$work/once.lua"
  cat <<'LUA'
local owed, count = {}, response
function response(status, headers)
  count(status)
  if status == 503 then table.insert(owed, 1000 * tonumber(headers["Retry-After"])) end
end
function delay() return table.remove(owed) or 0 end
LUA
} >"$work/wait.lua"
# An address for each request: no account is locked, and each costs a hash.
{
  cat "$work/$kind.lua"
  cat <<'LUA'
local sent = 0
function request()
  sent = sent + 1
  return wrk.format("POST", nil, nil, string.format('{"email":"nobody%d@bench.test","password":"Passw0rd!demo"}', sent))
end
LUA
} >"$work/sign-in.lua"

lists() { # connections, seconds, script
  taskset -c "$last" wrk -t1 "-c$1" "-d${2}s" --timeout 20s -s "$work/${3:-once}.lua" -H "Authorization: Bearer $token" "$base/api/v1/users?limit=20&total=false" >"$work/lists.$1"
}
of() { awk -v what="$2" '{ key = NF == 3 ? $1 " " $2 : $1 } key == what { print $NF }' "$work/$1"; }
per_second() { awk -v n="$(of "$1" "$2")" -v s="$(of "$1" seconds)" 'BEGIN { printf "%d", n / s }'; }
memory() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status"; }
check() { # what, condition of awk
  if awk "BEGIN { exit !($2) }"; then echo "ok:   $1"; else echo "FAIL: $1"; failures=$((failures + 1)); fi
}

mkdir "$work/data"
(cd "$folder" && exec dotnet CleanApi.WebApi.dll --Urls="$base" --Embedded:DataDirectory="$work/data/pg" --Email:Directory="$work/data/mail") >"$work/log" 2>&1 &
pid=$!
for _ in $(seq 120); do if curl -sf -o /dev/null "$base/health/ready"; then break; fi; sleep 1; done
answer=$(curl -sf "$base/api/auth/login" -H 'Content-Type: application/json' -d '{"email":"admin@acme.test","password":"Passw0rd!demo"}') || { tail "$work/log" >&2; exit 1; }
token=$(node -e 'console.log(JSON.parse(process.argv[1]).data.attributes.accessToken)' "$answer")

# Until then the code is compiled: with all processors, since that alone takes one.
lists 64 30
postmaster=$(head -1 "$work/data/pg/postmaster.pid")
for process in "$pid" "$postmaster" $(pgrep -P "$postmaster"); do taskset -a -c -p "0-$((last - 1))" "$process" >/dev/null 2>&1 || true; done
peak=0
for connections in 32 256 1000; do
  lists "$connections" 6
  rate=$(per_second "lists.$connections" 'status 200')
  echo "$connections connections: $rate lists a second, p99 $(of "lists.$connections" p99) ms, $(memory) MiB"
  check "every list at $connections connections is 200" "$(grep -c '^status' "$work/lists.$connections") == 1 && $(of "lists.$connections" broken) == 0"
  if ((rate > peak)); then peak=$rate; fi
done

clients=8000
if [[ $kind == rate ]]; then clients=$((4 * peak)); fi
before=$(memory)
taskset -c "$last" wrk -t1 -c200 "-d${seconds}s" --timeout 20s -s "$work/sign-in.lua" -H 'Content-Type: application/json' "$base/api/auth/login" >"$work/sign-ins" &
flood=$!
lists "$clients" "$seconds" "$kind" &
load=$!
most=() half=0
for ((second = 0; second < seconds; second++)); do
  half=$((2 * second / seconds)) now=$(memory)
  if ((now > ${most[half]:-0})); then most[half]=$now; fi
  sleep 1
done
wait "$load" "$flood"
recovered=no
for _ in $(seq 50); do
  if curl -sf -m 1 -o /dev/null "$base/health/ready" && curl -sf -m 1 -o /dev/null -H "Authorization: Bearer $token" "$base/api/v1/users?limit=20"; then recovered=yes; break; fi
  sleep 0.1
done
served=$(per_second "lists.$clients" 'status 200')
echo "$clients clients ($kind): $served lists a second of $peak, $(per_second "lists.$clients" 'status 503') refused, p99 $(of "lists.$clients" p99) ms"
echo "sign-ins: $(per_second sign-ins 'status 401') verified a second, $(per_second sign-ins 'status 503') refused, p99 $(of sign-ins p99) ms"
echo "memory: $before MiB before, at most ${most[0]} MiB in the first half and ${most[1]} MiB in the second, $(memory) MiB after"
check "nothing is answered but 200 and 503, and 401 to sign-ins" "$(cat "$work/lists.$clients" "$work/sign-ins" | grep -c '^status' || true) == $(grep -cE '^status (200|503) ' "$work/lists.$clients" || true) + $(grep -cE '^status (401|503) ' "$work/sign-ins" || true)"
check "no connection broke" "$(of "lists.$clients" broken) + $(of sign-ins broken) == 0"
check "lists keep four fifths of their peak" "$served >= 0.8 * $peak"
check "memory does not grow by a tenth from the first half to the second" "${most[1]} < 1.1 * ${most[0]}"
check "it is well within 5 s" "\"$recovered\" == \"yes\""
exit $((failures > 0))
