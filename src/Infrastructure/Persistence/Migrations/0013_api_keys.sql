-- What programs sign in with, for a person. A key is looked up before its tenant is known, so there is a second way to one row of it: whoever has set the
-- key's own hash for the transaction sees that row, and no other. All else is the tenant's, as everywhere.
create table access.api_keys (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  mode text not null check (mode in ('LIVE', 'TEST')),
  -- Separated by spaces (RFC 6749, section 3.3).
  scopes text not null,
  -- SHA-256 in hexadecimal: 160 random bits need no slow hash.
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  last_four text not null check (char_length(last_four) = 4),
  rate_limit_per_minute integer check (rate_limit_per_minute > 0),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  replaces uuid,
  replaced_by uuid,
  stamp integer not null check (stamp > 0),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

create unique index api_keys_hash_key on access.api_keys (hash);

-- The list in its order, ties broken by id: an organization's, and one owner's.
create index api_keys_created_at_idx on access.api_keys (organization_id, created_at, id);
create index api_keys_user_id_idx on access.api_keys (organization_id, user_id, created_at, id);

alter table access.api_keys enable row level security;
alter table access.api_keys force row level security;
create policy tenant on access.api_keys
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));
create policy presented on access.api_keys for select
  using (hash = (select nullif(current_setting('app.api_key_hash', true), '')));

-- What was issued cannot be changed into something else: only the columns that change are granted.
grant select, insert, update (expires_at, last_used_at, revoked_at, replaced_by, stamp, version, updated_at) on access.api_keys to cleanapi_app;

-- Sets the tenant of the present transaction, if the key is still what the caller's instance knows of it; no row and no tenant if it is not. The tenant is
-- set first because the key is behind the tenant's policy, and taken back when the key is not there.
create function app.enter_api_key(organization uuid, api_key uuid, key_stamp integer) returns setof text
  language plpgsql volatile rows 1
  as $$
begin
  perform set_config('app.organization_id', organization::text, true);
  return query select organization::text from access.api_keys
    where id = api_key and organization_id = organization and stamp = key_stamp and revoked_at is null;
  if not found then
    perform set_config('app.organization_id', '', true);
  end if;
end
$$;

-- Which key did it, where it was not the person.
alter table auditing.audit_logs add column api_key_id uuid;
