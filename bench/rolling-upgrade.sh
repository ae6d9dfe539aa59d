#!/usr/bin/env bash
# A rolling upgrade under load: two instances of a version over one PostgreSQL are replaced by those of the next one, one after the other. Checks that no request fails and
# that what was acknowledged is stored once. Needs PostgreSQL's programs and node, and about a minute.
#   bench/rolling-upgrade.sh <before: folder with CleanApi.WebApi.dll> <after: the same> [seconds of each phase: 10]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
before=$(realpath "$1") after=$(realpath "$2") seconds=${3:-10}
readonly port=5396 root=$PWD
programs=$(dirname "$(command -v initdb /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
work=$(mktemp -d)
chmod 711 "$work"
# PostgreSQL does not run as root.
as_postgres() { if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }
stop() {
  as_postgres "$programs/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT

mkdir "$work/pg"
if [[ $(id -u) == 0 ]]; then chown postgres "$work/pg"; fi
cd "$work/pg"
as_postgres "$programs/initdb" -D "$work/pg/data" -U owner -A trust -E UTF8 --locale=C >/dev/null
as_postgres "$programs/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o "-p $port -c listen_addresses=127.0.0.1 -k '$work/pg'" start >/dev/null
server() { "$programs/psql" -h 127.0.0.1 -p "$port" -U owner -qAt "$@"; }
server -d postgres -c 'create database cleanapi' -c "create role cleanapi_app login password 'only-for-tests'"

export ConnectionStrings__CleanApi="Host=127.0.0.1;Port=$port;Database=cleanapi;Username=cleanapi_app;Password=only-for-tests;Maximum Pool Size=30"
export ConnectionStrings__CleanApiOwner="Host=127.0.0.1;Port=$port;Database=cleanapi;Username=owner;Password=unused"
export ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning RateLimiting__Enabled=false Auth__Issuer=http://127.0.0.1:5397
Auth__KeyEncryptionKey=$(head -c 32 /dev/urandom | base64)
export Auth__KeyEncryptionKey
node "$root/bench/rolling-upgrade.mjs" "$before" "$after" "$seconds" "$work" | tee "$work/report"
acknowledged=$(sed -n 's/^posts acknowledged: //p' "$work/report")
stored=$(server -d cleanapi -c "select count(*) || ' ' || count(distinct title) from posts.posts where title like 'upgrade %'")
echo "posts stored, and of different titles: $stored"
[[ $stored == "$acknowledged $acknowledged" ]] || { echo 'FAIL: what is stored is not what was acknowledged'; exit 1; }
