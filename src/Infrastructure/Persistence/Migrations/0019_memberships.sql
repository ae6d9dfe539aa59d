-- One person, several organizations: an account is somebody who has proved an address, a user is who they are in one organization, a membership ties them.

-- A user claims an address in its own organization and nowhere else.
create unique index users_organization_id_email_key on users.users (organization_id, email) where deleted_at is null;
drop index users.users_email_key;

-- What an administrator has made an account for opens that organization alone, and leaves the address to its owner.
alter table access.accounts
  add column local_organization_id uuid,
  add column last_organization_id uuid;
drop index access.accounts_email_key;
create unique index accounts_email_key on access.accounts (email) where deleted_at is null and local_organization_id is null;
create unique index accounts_organization_id_email_key on access.accounts (local_organization_id, email)
  where deleted_at is null and local_organization_id is not null;
grant update (last_organization_id) on access.accounts to cleanapi_app;

-- An account without credentials is one that nobody has proved: its address is free. The user stays.
with unproved as (
  select id from access.accounts account
  where deleted_at is null and password_hash is null
    and not exists (select from access.external_identities identity where identity.account_id = account.id and identity.deleted_at is null)
    and not exists (select from access.passkeys passkey where passkey.account_id = account.id and passkey.deleted_at is null)
), memberships as (
  update access.memberships set deleted_at = now() where deleted_at is null and account_id in (select id from unproved)
), sessions as (
  update access.sessions set revoked_at = now(), revoked_reason = 'ACCOUNT_CLOSED', version = version + 1, updated_at = now()
  where revoked_at is null and account_id in (select id from unproved)
)
update access.accounts
  set deleted_at = now(), encrypted_totp_secret = null, totp_begun_at = null, totp_confirmed_at = null, version = version + 1, updated_at = now()
  where id in (select id from unproved);

-- One user an organization. That a user has one account is what memberships_user_id_key holds.
create unique index memberships_organization_id_key on access.memberships (account_id, organization_id) where deleted_at is null;

-- When the person of a session last proved who they are, and whether by more than one factor. The former version does not write them: a new session of it is
-- one whose person has just signed in, with one factor as far as anybody can tell.
alter table access.sessions
  add column authenticated_at timestamptz(3),
  add column is_multi_factor boolean not null default false;
update access.sessions set authenticated_at = created_at;
alter table access.sessions
  alter column authenticated_at set default now(),
  alter column authenticated_at set not null;
grant update (authenticated_at, is_multi_factor) on access.sessions to cleanapi_app;

-- Who was invited can say no. Of an invitation that names no role, the invited user keeps their own.
alter table invitations.invitations drop constraint invitations_status_check;
alter table invitations.invitations add constraint invitations_status_check check (status in ('PENDING', 'ACCEPTED', 'REVOKED', 'DECLINED'));
alter table invitations.invitations add column keeps_role boolean not null default false;
grant update (keeps_role) on invitations.invitations to cleanapi_app;

alter table access.one_time_tokens drop constraint one_time_tokens_purpose_check;
alter table access.one_time_tokens add constraint one_time_tokens_purpose_check check (purpose in (
  'VERIFY_EMAIL', 'RESET_PASSWORD', 'SECOND_FACTOR', 'PASSKEY_REGISTRATION', 'PASSKEY_SIGN_IN', 'EXTERNAL_SIGN_IN', 'EXTERNAL_REGISTRATION', 'INVITATION'));
