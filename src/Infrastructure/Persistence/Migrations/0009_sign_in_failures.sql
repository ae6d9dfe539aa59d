-- How often signing in has failed, by address and network, so that guessing gets slower. Not under row-level security, like the rest of access: counted
-- before anybody is known, also for addresses that nobody has.
create table access.sign_in_failures (
  -- HMAC-SHA-256 of the address that was typed: it cannot be read from it, nor guessed without the key.
  address_hash bytea not null check (octet_length(address_hash) = 32),
  -- An IPv4 address or an IPv6 prefix; empty in the row that counts for all networks that nobody has signed in from.
  network text not null check (char_length(network) <= 50),
  failures integer not null check (failures >= 0),
  counted_since timestamptz(3) not null,
  last_attempt_at timestamptz(3) not null,
  blocked_until timestamptz(3),
  succeeded_at timestamptz(3),
  primary key (address_hash, network)
);
create index sign_in_failures_last_attempt_at_idx on access.sign_in_failures (last_attempt_at);

grant select, insert, update (failures, counted_since, last_attempt_at, blocked_until, succeeded_at), delete on access.sign_in_failures to cleanapi_app;

-- Sessions that a person ends by themselves, and those that end with the password.
alter table access.sessions drop constraint sessions_revoked_reason_check;
alter table access.sessions add constraint sessions_revoked_reason_check
  check (revoked_reason in ('SIGNED_OUT', 'ENDED_BY_ADMINISTRATOR', 'ACCOUNT_CLOSED', 'ENDED_BY_OWNER', 'PASSWORD_CHANGED', 'TOKEN_REUSED'));
