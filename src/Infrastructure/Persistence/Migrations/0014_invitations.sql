-- Who was asked to join an organization. People are values, not foreign keys: users are another module's. The link's token is among access.one_time_tokens,
-- which is read before the tenant is known; it says which invitation, and this table says whether it stands.
create schema invitations;

create table invitations.invitations (
  id uuid primary key,
  organization_id uuid not null,
  email text not null check (email = lower(email) and char_length(email) <= 255),
  role text not null check (role in ('VIEWER', 'MEMBER', 'ADMIN')),
  invited_by_id uuid not null,
  status text not null check (status in ('PENDING', 'ACCEPTED', 'REVOKED')),
  sendings integer not null check (sendings > 0),
  expires_at timestamptz(3) not null check (expires_at > created_at),
  accepted_at timestamptz(3),
  accepted_by_id uuid,
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  check ((status = 'ACCEPTED') = (accepted_at is not null) and (accepted_at is null) = (accepted_by_id is null))
);

-- One pending invitation an address: of two that are sent at the same time, one is refused.
create unique index invitations_organization_id_email_key on invitations.invitations (organization_id, email) where status = 'PENDING';
-- In the order that the list offers, ties broken by id; read forwards and backwards.
create index invitations_created_at_idx on invitations.invitations (organization_id, created_at, id);

alter table invitations.invitations enable row level security;
alter table invitations.invitations force row level security;
create policy tenant on invitations.invitations
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

grant usage on schema invitations to cleanapi_app;
grant select, insert,
  update (role, invited_by_id, status, sendings, expires_at, accepted_at, accepted_by_id, version, updated_at)
  on invitations.invitations to cleanapi_app;

alter table access.one_time_tokens drop constraint one_time_tokens_purpose_check;
alter table access.one_time_tokens add constraint one_time_tokens_purpose_check check (purpose in (
  'VERIFY_EMAIL', 'RESET_PASSWORD', 'SECOND_FACTOR', 'PASSKEY_REGISTRATION', 'PASSKEY_SIGN_IN', 'EXTERNAL_SIGN_IN', 'INVITATION'));
