-- Second factors: what an account has set up, what it may sign in with when the device is lost, and which organizations ask for one.

alter table access.accounts
  -- AES-256-GCM with a key that is not in the database, bound to the account: a TOTP secret has to be read back to compute codes.
  add column encrypted_totp_secret bytea,
  add column totp_begun_at timestamptz(3),
  add column totp_confirmed_at timestamptz(3),
  -- The newest time step whose code was accepted (RFC 6238, section 5.2): none is accepted twice.
  add column totp_last_time_step bigint not null default 0,
  -- Codes and passwords that were wrong in a row where somebody was asked to prove again who they are, and until when no further one is looked at.
  add column verification_failures integer not null default 0 check (verification_failures >= 0),
  add column verification_retry_at timestamptz(3),
  add check ((encrypted_totp_secret is null) = (totp_begun_at is null)),
  add check (encrypted_totp_secret is null or deleted_at is null),
  add check (totp_confirmed_at is null or encrypted_totp_secret is not null);

create table access.recovery_codes (
  account_id uuid not null references access.accounts,
  -- HMAC-SHA-256 of account and code: 80 random bits need no slow hash.
  hash bytea not null check (octet_length(hash) = 32),
  created_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (account_id, hash)
);

alter table organizations.organizations add column require_second_factor boolean not null default false;

grant update (encrypted_totp_secret, totp_begun_at, totp_confirmed_at, totp_last_time_step, verification_failures, verification_retry_at)
  on access.accounts to cleanapi_app;
grant select, insert, update (used_at), delete on access.recovery_codes to cleanapi_app;
