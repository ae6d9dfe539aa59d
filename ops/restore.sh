#!/usr/bin/env bash
# ops/restore.sh DIRECTORY: restores what ops/backup.sh has made, as a superuser, into a database that there is not yet. Stops at the first error, and leaves no half of it.
# The server and the role are libpq's: PGHOST, PGPORT, PGUSER, PGPASSWORD or ~/.pgpass; PGDATABASE is cleanapi unless set.
set -Eeuo pipefail

if (($# != 1)); then
  echo "Usage: $0 DIRECTORY" >&2
  exit 2
fi

readonly directory=$1 database=${PGDATABASE:-cleanapi}
owner=$(sed -n 's/^owner=//p' "$directory/manifest")
readonly owner

query() {
  psql -Xq -v ON_ERROR_STOP=1 "$@" >/dev/null
}

query -d postgres -f "$directory/roles.sql"
createdb --template=template0 --encoding=UTF8 --owner="$owner" --maintenance-db=postgres "$database"
undo() {
  dropdb --maintenance-db=postgres "$database"
  echo "Nothing was restored." >&2
}
trap undo ERR

pg_restore --dbname="$database" --role="$owner" --single-transaction --exit-on-error "$directory/cleanapi.dump"
# A function of the system is in no dump; without it, searches do not use their index.
query -d "$database" -c 'alter function pg_catalog.textlike(text, text) leakproof' -c analyze

echo "Restored to $database. It opens with the key-encryption key $(sed -n 's/^key_encryption_key=//p' "$directory/manifest")."
