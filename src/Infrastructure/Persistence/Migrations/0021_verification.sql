-- Who begins to set up an authenticator app confirms it in the same session. The former version names none: what it has begun is begun again.
alter table access.accounts add column totp_session_id uuid;
grant update (totp_session_id) on access.accounts to cleanapi_app;

-- access.sign_in_failures counts every guess of a secret from now on: address_hash is that of an address or of an account, network that or a session.
comment on column access.accounts.verification_failures is 'Unused: a former version of the program, which may run beside this one, still counts here.';
comment on column access.accounts.verification_retry_at is 'Unused: a former version of the program, which may run beside this one, still writes it.';
