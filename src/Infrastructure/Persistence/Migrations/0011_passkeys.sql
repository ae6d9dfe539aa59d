-- What people sign in with instead of a password: the public halves of keys that never leave their authenticators. Not under row-level security, like the
-- rest of access: read before the tenant is known, by the credential's id or by account.
create table access.passkeys (
  id uuid primary key,
  account_id uuid not null references access.accounts,
  -- WebAuthn Level 3, section 4: chosen by the authenticator.
  credential_id bytea not null check (octet_length(credential_id) between 1 and 1023),
  -- COSE_Key (RFC 9052, section 7).
  public_key bytea not null check (octet_length(public_key) between 1 and 4096),
  name text not null check (char_length(name) between 1 and 100),
  -- 32 bits without a sign.
  sign_count bigint not null check (sign_count between 0 and 4294967295),
  transports text not null check (char_length(transports) <= 100),
  is_user_verified boolean not null,
  is_backup_eligible boolean not null,
  is_backed_up boolean not null check (is_backup_eligible or not is_backed_up),
  last_used_at timestamptz(3),
  counter_regressed_at timestamptz(3),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);

create unique index passkeys_credential_id_key on access.passkeys (credential_id) where deleted_at is null;
create index passkeys_account_id_idx on access.passkeys (account_id, created_at, id) where deleted_at is null;

-- Neither the key nor its owner can be changed.
grant select, insert, update (name, sign_count, is_backed_up, last_used_at, counter_regressed_at, version, updated_at, deleted_at)
  on access.passkeys to cleanapi_app;
