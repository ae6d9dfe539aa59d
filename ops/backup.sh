#!/usr/bin/env bash
# ops/backup.sh DIRECTORY: backs up the database into a new directory: cleanapi.dump, roles.sql, and a manifest that names the key-encryption key.
# The server and the role are libpq's: PGHOST, PGPORT, PGUSER, PGPASSWORD or ~/.pgpass; PGDATABASE is cleanapi unless set. The role bypasses row-level security and reads all
# data. Keep what it writes as secret as the database: roles.sql has the hashes of the roles' passwords.
set -Eeuo pipefail

if (($# != 1)); then
  echo "Usage: $0 DIRECTORY" >&2
  exit 2
fi

readonly directory=$1
export PGDATABASE=${PGDATABASE:-cleanapi}
umask 077
mkdir "$directory"
undo() {
  rm -r "$directory"
  echo "Nothing was backed up." >&2
}
trap undo ERR

query() {
  psql -XAtq -v ON_ERROR_STOP=1 "$@"
}

# The owner of the database and the roles of the program, as operate.md has them created: whatever else they have grown into is not restored. A role that there is stays as it is.
query >"$directory/roles.sql" <<'SQL'
create temporary view kept as
  select oid, rolname, case when rolname in ('cleanapi_app', 'cleanapi_worker') then 'nocreaterole' else 'createrole' end as creates, case when rolcanlogin then 'login' else 'nologin' end as login, rolpassword
  from pg_authid where rolname in ('cleanapi_app', 'cleanapi_worker') or oid = (select datdba from pg_database where datname = current_database());
select format($$select %L where not exists (select from pg_roles where rolname = %L) \gexec$$,
  format('create role %I %s nosuperuser nobypassrls nocreatedb %s password %L', rolname, login, creates, rolpassword), rolname) from kept;
select format('grant %I to %I;', role.rolname, owner.rolname) from kept role, kept owner where role.rolname in ('cleanapi_app', 'cleanapi_worker') and owner.rolname not in ('cleanapi_app', 'cleanapi_worker');
select format('alter role %I set %s = %L;', rolname, split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1))
  from kept join pg_db_role_setting on setrole = kept.oid and setdatabase = 0, unnest(setconfig) setting;
SQL

pg_dump --format=custom --file="$directory/cleanapi.dump"

query >"$directory/manifest" <<'SQL'
select 'owner=' || pg_get_userbyid(datdba) from pg_database where datname = current_database();
select 'key_encryption_key=' || key_encryption_key_id from access.data_keys;
SQL

echo "Backed up to $directory. It opens with the key-encryption key $(sed -n 's/^key_encryption_key=//p' "$directory/manifest"), which the start's log names: keep that one in another place."
