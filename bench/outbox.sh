#!/usr/bin/env bash
# bench/outbox.sh [EVENTS]: how fast the relay hands events out to a handler of the database, and what an idle one costs. Builds nothing: src/WebApi is built for Release. Needs psql.
# The events are of invitations that are there no more: the handler reads one row for each, and returns.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly events=${1:-100000} port=5392 work=$(mktemp -d)
chmod 711 "$work"
ASPNETCORE_ENVIRONMENT=Development Embedded__DataDirectory=$work/postgres Email__Directory=$work/mail Urls=http://127.0.0.1:$port \
  dotnet src/WebApi/bin/Release/net10.0/CleanApi.WebApi.dll >"$work/log" 2>&1 &
readonly program=$!
stop() {
  kill "$program" 2>/dev/null || true
  wait "$program" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
until curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready"; do sleep 0.2; done
export PGHOST=127.0.0.1 PGPORT PGUSER=cleanapi_owner PGDATABASE=cleanapi PGPASSWORD
PGPORT=$(sed -n 4p "$work/postgres/postmaster.pid")
PGPASSWORD=$(<"$work/postgres.secrets/cleanapi_owner")
ask() { psql -XAtq -v ON_ERROR_STOP=1 -c "$1"; }
drained() { until [[ $(ask "select count(*) from events.outbox_deliveries") == 0 ]]; do sleep 0.1; done; }
# Of a stream each, of one organization.
insert() {
  ask "with made as (
      insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at)
      select gen_random_uuid(), 'invitation.sent.v1', id, 'invitation', gen_random_uuid(), 1, 0, payload, now()
      from generate_series(1, $1), (select organization_id as id, payload from events.outbox_events where name = 'invitation.sent.v1' limit 1) one
      returning *)
    insert into events.outbox_deliveries (id, event_id, handler, organization_id, subject_id, version, ordinal, due_at, attempts, created_at)
    select gen_random_uuid(), id, 'invitations.send-mail', organization_id, subject_id, version, ordinal, occurred_at, 0, occurred_at from made"
}

drained
ask "update invitations.invitations set status = 'REVOKED'" >/dev/null
insert 5000 && drained
insert "$events"
began=$(date +%s.%N)
drained
awk -v n="$events" -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%d events handled in %.1f s: %.0f a second\n", n, b - a, n / (b - a) }'
sleep 15
before=$(ask "select sum(xact_commit) from pg_stat_database where datname = 'cleanapi'")
sleep 60
after=$(ask "select sum(xact_commit) from pg_stat_database where datname = 'cleanapi'")
echo "Idle: $((after - before)) transactions a minute, the mail sender's and those of readiness and of this script among them"
ask "select relname || ': ' || pg_size_pretty(pg_total_relation_size(relid)) || ', dead rows ' || n_dead_tup from pg_stat_user_tables where schemaname = 'events'"
