-- Who begins to set up an authenticator app confirms it in the same session. The former version names none: what it has begun is begun again.
alter table access.accounts add column totp_session_id uuid;
grant update (totp_session_id) on access.accounts to cleanapi_app;

-- access.sign_in_failures counts every guess of a secret from now on: address_hash is that of an address or of an account, network that or a session. The columns
-- verification_failures and verification_retry_at of access.accounts go once no version of the program names them.
