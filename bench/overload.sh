#!/usr/bin/env bash
# What happens beyond the capacity. The program with its embedded PostgreSQL and demo data, without rate limits: lists at 32, 256 and 1,000 connections, of
# which none may fail; then too much of them, and 200 connections that sign in, all from one network. Too much is, one after the other:
#   once  4,000 clients, four times as many as the server was just busy with. Each sends again at once, against Retry-After.
#   wait  the same, but a client that is refused waits as long as Retry-After says, and one that is served asks for more at once.
#   rate  four times as many requests a second as the peak, whatever becomes of them: a client for two a second, which pauses for half a second after every answer.
# Prints a table: lists a second, those refused, the 99th percentile of both, microseconds of the processors for each list with everything beside it but the
# generator, sign-ins that were verified a second and those refused, and memory. Checks that nothing is answered but 200, 401 and 503, that lists keep four fifths of
# their peak, that memory is flat and that health and lists are well 5 s after it. Takes 75 s and the overloads.
# The generator takes its part of the same processors. Needs wrk, curl, node, 20,000 open files and a machine with nothing else to do.
#   bench/overload.sh <folder with CleanApi.WebApi.dll> [seconds of each overload: 45] [those of once, wait and rate: all]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(realpath "$1") seconds=${2:-45} kinds=("${@:3}") failures=0
readonly base=http://127.0.0.1:5393
if ((${#kinds[@]} == 0)); then kinds=(once wait rate); fi
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
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60 RateLimiting__Enabled=false

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
  echo 'function delay() return 500 end'
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
for kind in "${kinds[@]}"; do
  cp "$work/$kind.lua" "$work/sign-in.$kind.lua"
  cat >>"$work/sign-in.$kind.lua" <<'LUA'
local sent = 0
function request()
  sent = sent + 1
  return wrk.format("POST", nil, nil, string.format('{"email":"nobody%d@bench.test","password":"Passw0rd!demo"}', sent))
end
LUA
done

lists() { # connections, seconds, script, name of what it says
  wrk -t1 "-c$1" "-d${2}s" --timeout 20s -s "$work/$3.lua" -H "Authorization: Bearer $token" "$base/api/v1/users?limit=20&total=false" >"$work/$4"
}
of() { awk -v what="$2" '{ key = NF == 3 ? $1 " " $2 : $1 } key == what { print $NF }' "$work/$1"; }
per_second() { awk -v n="$(of "$1" "$2")" -v s="$(of "$1" seconds)" 'BEGIN { printf "%d", n / s }'; }
memory() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status"; }
# Of the server and its database, ended backends included: what other processes take from a machine does not change it.
processor() { # a backend may end between the two commands
  { cat "/proc/$pid/stat" "/proc/$postmaster/stat" $(pgrep -P "$postmaster" | sed 's|.*|/proc/&/stat|') 2>/dev/null || true; } | sed 's/.*) //' | awk '{ ticks += $12 + $13; if (NR == 2) ticks += $14 + $15 } END { print 10000 * ticks }'
}
row() { # what, begin, end (of the processor), name of the lists, sign-ins verified and refused, memory
  local served
  served=$(of "$4" 'status 200')
  printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$1" "$(per_second "$4" 'status 200')" "$(per_second "$4" 'status 503')" "$(of "$4" p99)" "$((($3 - $2) / served))" "$5" "$6" "$7" >>"$work/table"
}
check() { # what, condition of awk
  if awk "BEGIN { exit !($2) }"; then echo "ok:   $1"; else echo "FAIL: $1"; failures=$((failures + 1)); fi
}

mkdir "$work/data"
(cd "$folder" && exec dotnet CleanApi.WebApi.dll --Urls="$base" --Embedded:DataDirectory="$work/data/pg" --Email:Directory="$work/data/mail") >"$work/log" 2>&1 &
pid=$!
for _ in $(seq 120); do if curl -sf -o /dev/null "$base/health/ready"; then break; fi; sleep 1; done
answer=$(curl -sf "$base/api/auth/login" -H 'Content-Type: application/json' -d '{"email":"admin@acme.test","password":"Passw0rd!demo"}') || { tail "$work/log" >&2; exit 1; }
token=$(node -e 'console.log(JSON.parse(process.argv[1]).data.attributes.accessToken)' "$answer")

# Until then the code is compiled.
lists 64 30 once warm
postmaster=$(head -1 "$work/data/pg/postmaster.pid")
peak=0
for connections in 32 256 1000; do
  name=lists.$connections begin=$(processor)
  lists "$connections" 12 once "$name"
  row "$connections connections" "$begin" "$(processor)" "$name" "" "" "$(memory)"
  check "every list at $connections connections is 200" "$(grep -c '^status' "$work/$name") == 1 && $(of "$name" broken) == 0"
  rate=$(per_second "$name" 'status 200')
  if ((rate > peak)); then peak=$rate; fi
done

overload() { # once, wait or rate
  local clients=4000 begin end flood load half now second recovered=no most=(0 0) lists=lists.$1 sign_ins=sign-ins.$1
  if [[ $1 == rate ]]; then clients=$((2 * peak)); fi
  begin=$(processor)
  wrk -t1 -c200 "-d${seconds}s" --timeout 20s -s "$work/sign-in.$1.lua" -H 'Content-Type: application/json' "$base/api/auth/login" >"$work/$sign_ins" &
  flood=$!
  lists "$clients" "$seconds" "$1" "$lists" &
  load=$!
  for ((second = 0; second < seconds; second++)); do
    half=$((2 * second / seconds)) now=$(memory)
    if ((now > most[half])); then most[half]=$now; fi
    sleep 1
  done
  wait "$load" "$flood"
  end=$(processor)
  for _ in $(seq 50); do
    if curl -sf -m 1 -o /dev/null "$base/health/ready" && curl -sf -m 1 -o /dev/null -H "Authorization: Bearer $token" "$base/api/v1/users?limit=20"; then recovered=yes; break; fi
    sleep 0.1
  done
  row "$1, $clients clients" "$begin" "$end" "$lists" "$(per_second "$sign_ins" 'status 401')" "$(per_second "$sign_ins" 'status 503')" "${most[0]}, ${most[1]}, then $(memory)"
  check "$1: nothing is answered but 200 and 503, and 401 to sign-ins" "$(cat "$work/$lists" "$work/$sign_ins" | grep -c '^status' || true) == $(grep -cE '^status (200|503) ' "$work/$lists" || true) + $(grep -cE '^status (401|503) ' "$work/$sign_ins" || true)"
  check "$1: no connection broke" "$(of "$lists" broken) + $(of "$sign_ins" broken) == 0"
  check "$1: lists keep four fifths of their peak" "$(per_second "$lists" 'status 200') >= 0.8 * $peak"
  check "$1: memory does not grow by a tenth from the first half to the second" "${most[1]} < 1.1 * ${most[0]}"
  check "$1: it is well within 5 s" "\"$recovered\" == \"yes\""
}
for kind in "${kinds[@]}"; do overload "$kind"; done
echo
echo "| | lists/s | refused/s | p99 ms | µs each | sign-ins/s | refused/s | MiB: first half, second, after |"
echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
cat "$work/table"
exit $((failures > 0))
