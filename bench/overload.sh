#!/usr/bin/env bash
# What happens beyond the capacity. The program with its embedded PostgreSQL and demo data, without rate limits: lists at 32, 256 and 1,000 connections, of
# which none may fail; then 8,000 connections, four times the queue, and sign-ins. Checks that nothing is answered but 200, 401 and 503, that lists keep
# four fifths of their peak, that memory does not grow and that health and lists are well 5 s after it. Needs wrk, curl, node and a machine with nothing else to do.
#   bench/overload.sh <folder with CleanApi.WebApi.dll> [seconds of overload: 120]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(realpath "$1") seconds=${2:-120} failures=0
readonly base=http://127.0.0.1:5393
work=$(mktemp -d)
chmod 711 "$work"
pid=
stop() {
  if [[ -n $pid ]]; then kill "$pid" 2>/dev/null || true; fi
  wait || true
  rm -rf "$work"
}
trap stop EXIT
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60 RateLimiting__Enabled=false

# Counts by status, since wrk tells only how many were not 2xx.
cat >"$work/count.lua" <<'LUA'
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
# An address for each request: no account is locked, and each costs a hash.
{
  cat "$work/count.lua"
  cat <<'LUA'
local sent = 0
function request()
  sent = sent + 1
  return wrk.format("POST", nil, nil, string.format('{"email":"nobody%d@bench.test","password":"Passw0rd!demo"}', sent))
end
LUA
} >"$work/sign-in.lua"

lists() { # connections, seconds
  wrk -t1 "-c$1" "-d${2}s" --timeout 20s -s "$work/count.lua" -H "Authorization: Bearer $token" "$base/api/v1/users?limit=20&total=false" >"$work/lists.$1"
}
of() { awk -v what="$2" '{ key = NF == 3 ? $1 " " $2 : $1 } key == what { print $NF }' "$work/$1"; }
goodput() { awk -v n="$(of "$1" 'status 200')" -v s="$(of "$1" seconds)" 'BEGIN { printf "%d", n / s }'; }
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

lists 32 5
peak=0
for connections in 32 256 1000; do
  lists "$connections" 8
  rate=$(goodput "lists.$connections")
  echo "$connections connections: $rate lists a second, p99 $(of "lists.$connections" p99) ms, $(memory) MiB"
  check "every list at $connections connections is 200" "$(grep -c '^status' "$work/lists.$connections") == 1 && $(of "lists.$connections" broken) == 0"
  if ((rate > peak)); then peak=$rate; fi
done

before=$(memory)
wrk -t1 -c200 "-d${seconds}s" --timeout 20s -s "$work/sign-in.lua" -H 'Content-Type: application/json' "$base/api/auth/login" >"$work/sign-ins" &
flood=$!
lists 8000 "$seconds" &
load=$!
most=0
while kill -0 "$load" 2>/dev/null; do
  now=$(memory)
  if ((now > most)); then most=$now; fi
  sleep 1
done
wait "$load" "$flood"
recovered=no
for _ in $(seq 50); do
  if curl -sf -m 1 -o /dev/null "$base/health/ready" && curl -sf -m 1 -o /dev/null -H "Authorization: Bearer $token" "$base/api/v1/users?limit=20"; then recovered=yes; break; fi
  sleep 0.1
done
echo "overload: $(goodput lists.8000) lists a second of $peak, memory $before MiB before, $most MiB at most, $(memory) MiB after"
sed -n '/^status/p; /^broken/p; /^p99/p' "$work/lists.8000" | sed 's/^/lists:    /'
sed -n '/^status/p; /^broken/p; /^p99/p' "$work/sign-ins" | sed 's/^/sign-ins: /'
check "nothing is answered but 200 and 503, and 401 to sign-ins" "$(cat "$work/lists.8000" "$work/sign-ins" | grep -c '^status' || true) == $(grep -cE '^status (200|503) ' "$work/lists.8000" || true) + $(grep -cE '^status (401|503) ' "$work/sign-ins" || true)"
check "lists keep four fifths of their peak" "$(goodput lists.8000) >= 0.8 * $peak"
check "memory stays below 1 GiB" "$most < 1024"
check "it is well within 5 s" "\"$recovered\" == \"yes\""
exit $((failures > 0))
