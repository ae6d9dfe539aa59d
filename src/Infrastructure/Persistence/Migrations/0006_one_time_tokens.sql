-- What can be done once by whoever holds a token: links in mails, challenges, states. Not under row-level security, like the rest of access: read before
-- the tenant is known, by hash.
create table access.one_time_tokens (
  -- SHA-256: 256 random bits need no slow hash.
  hash bytea primary key check (octet_length(hash) = 32),
  purpose text not null
    check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'SECOND_FACTOR', 'PASSKEY_REGISTRATION', 'PASSKEY_SIGN_IN', 'EXTERNAL_SIGN_IN')),
  account_id uuid references access.accounts,
  -- HMAC-SHA-256 of what it is about, where that is no account: an address cannot be read from it, nor guessed without the key.
  subject bytea check (octet_length(subject) = 32),
  -- AES-256-GCM with a key that is not in the database, bound to the hash.
  encrypted_payload bytea,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at > created_at),
  used_at timestamptz(3),
  attempts integer not null check (attempts >= 0)
);
create index one_time_tokens_account_id_idx on access.one_time_tokens (account_id, purpose) where used_at is null;
create index one_time_tokens_subject_idx on access.one_time_tokens (subject, purpose, created_at) where used_at is null;
create index one_time_tokens_expires_at_idx on access.one_time_tokens (expires_at);

grant select, insert, update (used_at, attempts), delete on access.one_time_tokens to cleanapi_app;
