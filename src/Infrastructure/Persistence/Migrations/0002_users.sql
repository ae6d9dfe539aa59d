-- The people of an organization. Ids of other modules are values here, not foreign keys: a module's tables are its own.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema users;

create table users.users (
  id uuid primary key,
  organization_id uuid not null,
  email text collate "C" not null check (email = lower(email) and char_length(email) <= 255),
  name text collate "und-x-icu" not null check (char_length(name) between 1 and 100),
  role text not null check (role in ('VIEWER', 'MEMBER', 'ADMIN')),
  status text not null check (status in ('INVITED', 'ACTIVE', 'DEACTIVATED')),
  bio text check (char_length(bio) <= 500),
  avatar_url text,
  -- What a search looks in: one LIKE over bytes instead of two ILIKE over characters.
  search_text text collate "C" not null generated always as (lower(name) || E'\n' || email) stored,
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);

-- Unique over all organizations, among those that live: the address of a deleted user is free again.
create unique index users_email_key on users.users (email) where deleted_at is null;

-- One index for each order that the list offers, ties broken by id; each is read forwards and backwards.
create index users_created_at_idx on users.users (organization_id, created_at, id) where deleted_at is null;
create index users_name_idx on users.users (organization_id, name, id) where deleted_at is null;
create index users_email_idx on users.users (organization_id, email, id) where deleted_at is null;

-- Search within a tenant: both the tenant and the trigrams are conditions of the one index.
create index users_search_idx on users.users using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;

alter table users.users enable row level security;
alter table users.users force row level security;
create policy tenant on users.users
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

grant usage on schema users to cleanapi_app;
grant select, insert, update on users.users to cleanapi_app;
