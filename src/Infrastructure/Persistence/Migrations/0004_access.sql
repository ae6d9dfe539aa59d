-- Who signs in, and what they hold. No row-level security here: these tables are what a request reads before its tenant is known, and what tells the
-- tenant. What protects them is that only Access reads them, by hash, by address or by id, and that no secret is stored as it is.
create schema access;

create table access.accounts (
  id uuid primary key,
  email text collate "C" not null check (email = lower(email) and char_length(email) <= 255),
  -- Names its own algorithm and parameters: $argon2id$… or $pbkdf2-sha512$…
  password_hash text check (char_length(password_hash) <= 255),
  password_changed_at timestamptz(3),
  last_sign_in_at timestamptz(3),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  check ((password_hash is null) or (password_changed_at is not null and deleted_at is null))
);

-- The address of a closed account is free again. Addresses are stored in lower case, so that this index is one over lower(email).
create unique index accounts_email_key on access.accounts (email) where deleted_at is null;

create table access.memberships (
  account_id uuid not null references access.accounts,
  user_id uuid not null,
  organization_id uuid not null,
  created_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  primary key (account_id, user_id)
);

create unique index memberships_user_id_key on access.memberships (user_id) where deleted_at is null;

create table access.sessions (
  id uuid primary key,
  account_id uuid not null references access.accounts,
  user_id uuid not null,
  organization_id uuid not null,
  stamp integer not null check (stamp > 0),
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_reason text check (revoked_reason in ('SIGNED_OUT', 'ENDED_BY_ADMINISTRATOR', 'ACCOUNT_CLOSED', 'TOKEN_REUSED')),
  ip_address text,
  user_agent text check (char_length(user_agent) <= 500),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  check ((revoked_at is null) = (revoked_reason is null))
);

create index sessions_user_id_idx on access.sessions (user_id, created_at) where revoked_at is null;
create index sessions_account_id_idx on access.sessions (account_id);
create index sessions_expires_at_idx on access.sessions (expires_at);

create table access.refresh_tokens (
  -- SHA-256: 256 random bits need no slow hash.
  hash bytea primary key check (octet_length(hash) = 32),
  session_id uuid not null references access.sessions on delete cascade,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

create index refresh_tokens_session_id_idx on access.refresh_tokens (session_id);

create table access.signing_keys (
  kid text primary key,
  public_key bytea not null,
  -- AES-256-GCM with a key that is not in the database.
  encrypted_private_key bytea not null,
  created_at timestamptz(3) not null,
  not_after timestamptz(3) not null check (not_after > created_at)
);

-- What was issued cannot be changed into something else: only the columns that change are granted.
grant usage on schema access to cleanapi_app;
grant select, insert, update (password_hash, password_changed_at, last_sign_in_at, version, updated_at, deleted_at) on access.accounts to cleanapi_app;
grant select, insert, update (deleted_at) on access.memberships to cleanapi_app;
grant select, insert, update (stamp, last_used_at, revoked_at, revoked_reason, version, updated_at), delete on access.sessions to cleanapi_app;
grant select, insert, update (used_at) on access.refresh_tokens to cleanapi_app;
grant select, insert, delete on access.signing_keys to cleanapi_app;
