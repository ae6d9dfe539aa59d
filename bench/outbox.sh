#!/usr/bin/env bash
# bench/outbox.sh [EVENTS: 100000] [SECONDS of each load: 5] [ROUNDS: 3]: what events cost, and how fast they are handed out, with an embedded PostgreSQL and the demo data.
# Builds nothing: bench/Outbox, which is the program with handlers that do nothing, is built for Release. Needs psql, node, curl and wrk, and a machine with nothing else to do.
# Prints
# - how long after a command its event is handled, idle, under load, and while 10,000 deliveries wait behind one that was given up
# - what the same command costs in time of a core whose event nobody gets, three handlers whose deliveries are written and not handled, and three that handle it, in turns
# - how fast EVENTS events of a stream each are handled, and 2,000 of one stream; the handler reads one row for each, and returns
# - what is left of the tables, and how often an idle program asks.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly events=${1:-100000} seconds=${2:-5} rounds=${3:-3} port=5392 work=$(mktemp -d)
readonly base=http://127.0.0.1:$port parked=00000000-0000-7000-8000-000000000001 hot=00000000-0000-7000-8000-000000000002
chmod 711 "$work"
coproc bench {
  ASPNETCORE_ENVIRONMENT=Development Embedded__DataDirectory=$work/postgres Email__Directory=$work/mail RateLimiting__Enabled=false \
    Logging__LogLevel__Default=Warning Auth__AccessTokenMinutes=60 exec dotnet bench/Outbox/bin/Release/net10.0/CleanApi.Bench.Outbox.dll "$port" 2>"$work/log"
}
readonly program=$bench_PID told=${bench[0]}
tell=${bench[1]}
# The end of its standard input is the end of it, and of its database.
stop() {
  exec {tell}>&-
  wait "$program" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
until curl -sf -o /dev/null "$base/health/ready"; do
  kill -0 "$program" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.2
done
export PGHOST=127.0.0.1 PGPORT PGUSER=cleanapi_owner PGDATABASE=cleanapi PGPASSWORD
PGPORT=$(sed -n 4p "$work/postgres/postmaster.pid")
PGPASSWORD=$(<"$work/postgres.secrets/cleanapi_owner")
ask() { psql -XAtq -v ON_ERROR_STOP=1 -c "$1"; }
# Who gets the events of commands from now on: real, none, written or handled.
mode() {
  local line=
  echo "$1" >&"$tell"
  until [[ $line == "mode $1" ]]; do read -r line <&"$told"; done
}
# What waits behind one that was given up is left.
drained() { until [[ $(ask "select count(*) from events.outbox_deliveries where handler not like 'bench.unknown%' and subject_id <> '$parked'") == 0 ]]; do sleep 0.1; done; }

# A number of events; their stream, version and time of giving up, in terms of n.
insert() {
  ask "with made as (
      insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at)
      select gen_random_uuid(), 'invitation.sent.v1', id, 'invitation', $2, $3, 0, payload, now()
      from generate_series(1, $1) n, (select organization_id as id, payload from events.outbox_events where name = 'invitation.sent.v1' limit 1) one
      returning *)
    insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at, dead_at)
    select gen_random_uuid(), id, 'invitations.send-mail', subject_id, version, ordinal, occurred_at, 0, occurred_at, ${4:-null} from made"
}
# name, events, as for insert
drain() {
  insert "$2" "$3" "$4"
  local began
  began=$(date +%s.%N)
  drained
  awk -v what="$1" -v n="$2" -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%d events of %s handled in %.1f s: %.0f a second\n", n, what, b - a, n / (b - a) }'
}
waited() {
  drained
  ask "select '$1: ' || count(*) || ' events handled after ' || round(percentile_cont(0.5) within group (order by ms)::numeric, 1) || ' ms (median), '
    || round(percentile_cont(0.99) within group (order by ms)::numeric, 1) || ' ms (99 %)' from public.handled"
  ask "truncate public.handled"
}
# 200 commands, one every 50 ms.
commands() {
  node -e 'const [url, authorization] = process.argv.slice(1);
    (async () => { for (let i = 0; i < 200; i++) {
      const answer = await fetch(url, { method: "POST", headers: { authorization, "content-type": "application/json" }, body: JSON.stringify({ title: `Bench ${i}` }) });
      if (answer.status !== 201) throw new Error(await answer.text());
      await new Promise((resolve) => setTimeout(resolve, 50));
    } })();' "$posts" "$authorization"
}
load() {
  wrk -t1 "-c$1" "-d$2s" --latency -H "Authorization: $authorization" -H 'Content-Type: application/json' -s "$work/post.lua" "$posts" >"$work/report"
  ! grep -q 'Non-2xx' "$work/report" || { echo 'Not every response was a success' >&2; exit 1; }
}

# Milliseconds of a core that the program and its database have used so far: what else the machine does changes this far less than commands a second.
used() {
  local postmaster
  postmaster=$(sed -n 1p "$work/postgres/postmaster.pid")
  # A process that ends meanwhile is counted with the postmaster, who waits for it.
  for process in "$program" "$postmaster" $(pgrep -P "$postmaster"); do cat "/proc/$process/stat" 2>/dev/null || true; done \
    | sed 's/.*) //' | awk -v hertz="$(getconf CLK_TCK)" '{ sum += $12 + $13 + $14 + $15 } END { print 1000 * sum / hertz }'
}

echo 'wrk.method = "POST"; wrk.body = [[{"title":"Bench"}]]' >"$work/post.lua"
field() { node -e 'let s = ""; process.stdin.on("data", (d) => s += d).on("end", () => console.log(process.argv[1].split(".").reduce((o, k) => o[k], JSON.parse(s))))' "$1"; }
authorization="Bearer $(curl -sf "$base/api/auth/login" -H 'Content-Type: application/json' -d '{"email":"admin@acme.test","password":"Passw0rd!demo"}' | field data.attributes.accessToken)"
readonly authorization
posts=$base/api/v1/users/$(curl -sf "$base/api/v1/me" -H "Authorization: $authorization" | field data.id)/posts
readonly posts
drained
ask "update invitations.invitations set status = 'REVOKED'"
# When a delivery is completed, which is the first that its handler's transaction does.
ask "create table public.handled (ms double precision);
  create function public.note() returns trigger language plpgsql security definer as 'begin insert into public.handled values (extract(epoch from clock_timestamp() - old.created_at) * 1000); return null; end';
  create trigger note after delete on events.outbox_deliveries for each row execute function public.note()"

load 8 "$seconds"
commands
drained
ask "truncate public.handled"
commands
waited 'Idle'
load 8 "$seconds"
waited 'At 8 connections that do nothing but commands'
insert 1 "'$parked'::uuid" 0 "now()"
insert 10000 "'$parked'::uuid" n
commands
waited 'While 10,000 wait behind one that was given up'
ask "delete from events.outbox_deliveries where subject_id = '$parked'"
ask "alter table events.outbox_deliveries disable trigger note"

# Those that are only written are of handlers that no program has: the relay never looks at them.
ask "create function public.keep() returns trigger language plpgsql security definer as 'begin new.handler := overlay(new.handler placing ''unknown'' from 7 for 7); return new; end';
  create trigger keep before insert on events.outbox_deliveries for each row when (new.handler like 'bench.written%') execute function public.keep()"
# Warm, and before the first round.
for handlers in none written handled; do
  mode "$handlers"
  load 4 8
done
drained
for round in $(seq "$rounds"); do
  for handlers in none written handled; do
    mode "$handlers"
    before=$(used)
    load 4 "$seconds"
    after=$(used)
    cost=$(awk -v a="$before" -v b="$after" '/ requests in / { printf "%.3f", (b - a) / $1 }' "$work/report")
    echo "$handlers $cost" >>"$work/commands"
    echo "Round $round, three handlers, $handlers: $cost ms of a core for each command, $(sed -n 's/^Requests\/sec: */commands a second /p; s/^ *50% */half within /p; s/^ *99% */99 % within /p' "$work/report" | paste -sd,)"
    drained
    ask "delete from events.outbox_deliveries where handler like 'bench.unknown%'"
  done
done
for handlers in written handled; do
  awk -v what="$handlers" '
    function median(list, n,  i, j, t) { for (i = 2; i <= n; i++) for (j = i; j > 1 && list[j - 1] > list[j]; j--) { t = list[j]; list[j] = list[j - 1]; list[j - 1] = t } return (list[int((n + 1) / 2)] + list[int(n / 2) + 1]) / 2 }
    $1 == "none" { none[++n] = $2 } $1 == what { those[++m] = $2 }
    END { a = median(none, n); b = median(those, m); printf "Three handlers, %s: %.3f ms of a core for each command and %.3f without, %+.1f %% (medians)\n", what, b, a, 100 * (b - a) / a }' "$work/commands"
done
mode real

insert 5000 'gen_random_uuid()' 1 && drained
drain 'a stream each' "$events" 'gen_random_uuid()' 1
drain 'one stream' 2000 "'$hot'::uuid" n
ask "select relname || ': ' || n_live_tup || ' rows, ' || n_dead_tup || ' dead ones, ' || pg_size_pretty(pg_relation_size(relid)) || ' and indexes of ' || pg_size_pretty(pg_indexes_size(relid))
  from pg_stat_user_tables where schemaname = 'events' order by relname"
# What it looks for after it was busy is over.
sleep 15
before=$(ask "select sum(xact_commit) from pg_stat_database where datname = 'cleanapi'")
sleep 60
after=$(ask "select sum(xact_commit) from pg_stat_database where datname = 'cleanapi'")
echo "Idle: $((after - before)) transactions a minute, the mail sender's, the webhooks' and those of readiness and of this script among them"
