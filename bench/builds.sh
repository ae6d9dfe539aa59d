#!/usr/bin/env bash
# Compares two builds of the API under the same load, alternated: create, get, list and search of users. Each build gets an embedded PostgreSQL of its own with
# the demo data and some thousand users more. Needs wrk, node and curl, and a machine with nothing else to do.
#   bench/builds.sh <before: folder with CleanApi.WebApi.dll> <after: the same> [rounds] [seconds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
before=$(realpath "$1") after=$(realpath "$2") rounds=${3:-5} seconds=${4:-8}
readonly users=5000
work=$(mktemp -d)
chmod 711 "$work"
declare -A port=([before]=5391 [after]=5392) pid=() token=() id=() folder=([before]=$before [after]=$after) figures=()
stop() {
  for name in before after; do if [[ -n ${pid[$name]:-} ]]; then kill "${pid[$name]}" 2>/dev/null || true; fi; done
  wait || true
  rm -rf "$work"
}
trap stop EXIT
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60

cat >"$work/create.lua" <<'LUA'
local thread = 0
function setup(t) t:set("number", thread); thread = thread + 1 end
function init() math.randomseed(os.time() * 10 + number); prefix = string.format("b%d%d", number, math.random(1e9)); count = 0 end
function request()
  count = count + 1
  return wrk.format("POST", nil, nil, string.format('{"email":"%s-%d@bench.test","name":"Bench User %d"}', prefix, count, count))
end
LUA

start() {
  local name=$1 data=$work/$1
  mkdir "$data"
  (cd "${folder[$name]}" && exec dotnet CleanApi.WebApi.dll --Urls="http://127.0.0.1:${port[$name]}" --Embedded:DataDirectory="$data/pg" --Email:Directory="$data/mail") \
    >"$work/$name.log" 2>&1 &
  pid[$name]=$!
  for _ in $(seq 120); do
    if curl -sf -o /dev/null "http://127.0.0.1:${port[$name]}/health/ready"; then break; fi
    sleep 1
  done
  local answer
  answer=$(curl -sf "http://127.0.0.1:${port[$name]}/api/auth/login" -H 'Content-Type: application/json' -d '{"email":"admin@acme.test","password":"Passw0rd!demo"}') ||
    { tail "$work/$name.log" >&2; exit 1; }
  token[$name]=$(node -e 'console.log(JSON.parse(process.argv[1]).data.attributes.accessToken)' "$answer")
}

load() { # name, what, seconds
  local base="http://127.0.0.1:${port[$1]}/api/v1/users" auth="Authorization: Bearer ${token[$1]}"
  case $2 in
    create) wrk -t1 -c16 "-d${3}s" -H "$auth" -H 'Content-Type: application/json' -s "$work/create.lua" "$base" ;;
    get) wrk -t1 -c32 "-d${3}s" -H "$auth" "$base/${id[$1]}" ;;
    list) wrk -t1 -c32 "-d${3}s" -H "$auth" "$base?limit=20&total=false" ;;
    search) wrk -t1 -c32 "-d${3}s" -H "$auth" "$base?limit=20&search=User%20777&total=false" ;;
  esac
}

for name in before after; do
  start "$name"
  created=0
  while ((created < users)); do created=$((created + $(load "$name" create 2 | sed -n 's/^ *\([0-9]*\) requests in.*/\1/p'))); done
  id[$name]=$(curl -sf "http://127.0.0.1:${port[$name]}/api/v1/me" -H "Authorization: Bearer ${token[$name]}" | node -e \
    'let s="";process.stdin.on("data",d=>s+=d).on("end",()=>console.log(JSON.parse(s).data.id))')
  for what in get list search create; do load "$name" "$what" 4 >/dev/null; done
done

for ((round = 0; round < rounds; round++)); do
  for what in create get list search; do
    # The first of a pair changes with each round.
    for name in $( ((round % 2 == 0)) && echo before after || echo after before ); do
      report=$(load "$name" "$what" "$seconds")
      if grep -q 'Non-2xx' <<<"$report"; then echo "$name, $what: not every response was a success" >&2; exit 1; fi
      figures[$name,$what]+=$(sed -n 's/^Requests\/sec: *//p' <<<"$report")$'\n'
    done
  done
done

median() { sed '/^$/d' <<<"$1" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
for what in create get list search; do
  b=$(median "${figures[before,$what]}") a=$(median "${figures[after,$what]}")
  awk -v what="$what" -v b="$b" -v a="$a" 'BEGIN { printf "%-7s before %.0f, after %.0f requests a second: %+.1f %%\n", what, b, a, (a / b - 1) * 100 }'
  echo "        before: $(tr '\n' ' ' <<<"${figures[before,$what]}"); after: $(tr '\n' ' ' <<<"${figures[after,$what]}")"
done
