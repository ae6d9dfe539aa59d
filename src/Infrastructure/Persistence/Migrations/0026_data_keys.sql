-- The root of all keys that encrypt or hash what is stored, encrypted with a key that is not in the database. Not under row-level security, like the rest of
-- access: read when the program starts. It is never deleted: what it has encrypted would be lost.
create table access.data_keys (
  version integer primary key check (version > 0),
  key_encryption_key_id text not null check (key_encryption_key_id ~ '^[0-9a-f]{8}$'),
  encrypted_key bytea not null check (octet_length(encrypted_key) <= 256),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

grant select, insert, update (key_encryption_key_id, encrypted_key, updated_at) on access.data_keys to cleanapi_app;
