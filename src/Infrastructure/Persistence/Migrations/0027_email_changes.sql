-- An account and its users can change their address.
grant update (email) on access.accounts to cleanapi_app;

-- An address that an account has left is reserved for it, so that a change can be undone: a row without credentials and memberships, which the unique index of
-- addresses holds against everybody else. It ends with deleted_at.
alter table access.accounts
  add column reserved_for_id uuid references access.accounts,
  add constraint accounts_reservation_check check (
    reserved_for_id is null or (password_hash is null and encrypted_totp_secret is null and local_organization_id is null));
create index accounts_reserved_for_id_idx on access.accounts (reserved_for_id) where reserved_for_id is not null and deleted_at is null;

alter table access.one_time_tokens drop constraint one_time_tokens_purpose_check;
alter table access.one_time_tokens add constraint one_time_tokens_purpose_check check (purpose in (
  'VERIFY_EMAIL', 'CHANGE_EMAIL', 'UNDO_EMAIL_CHANGE', 'RESET_PASSWORD', 'SECOND_FACTOR', 'PASSKEY_REGISTRATION', 'PASSKEY_SIGN_IN', 'EXTERNAL_SIGN_IN',
  'EXTERNAL_REGISTRATION', 'INVITATION'));
