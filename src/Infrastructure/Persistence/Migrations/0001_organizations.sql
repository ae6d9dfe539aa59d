-- Tenancy: what every policy asks, and the tenants themselves.
create schema app;

-- The organization that the present transaction acts for; null, and so nothing at all, where none was set.
create function app.current_organization() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

grant usage on schema app to cleanapi_app;

create schema organizations;

create table organizations.organizations (
  id uuid primary key,
  name text collate "und-x-icu" not null check (char_length(name) between 1 and 100),
  plan text not null check (plan in ('FREE', 'PRO', 'ENTERPRISE')),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);

alter table organizations.organizations enable row level security;
alter table organizations.organizations force row level security;
create policy tenant on organizations.organizations
  using (id = (select app.current_organization()))
  with check (id = (select app.current_organization()));

grant usage on schema organizations to cleanapi_app;
grant select, insert, update on organizations.organizations to cleanapi_app;
