-- Files of an organization. Their bytes are in the storage, under the id. The uploader is a value, not a foreign key: users are another module's.
create schema files;

create table files.stored_files (
  id uuid primary key,
  organization_id uuid not null,
  uploader_id uuid not null,
  name text not null check (char_length(name) between 1 and 255),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size bigint not null check (size between 1 and 10485760),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);

create index stored_files_created_at_idx on files.stored_files (organization_id, created_at, id) where deleted_at is null;

alter table files.stored_files enable row level security;
alter table files.stored_files force row level security;
create policy tenant on files.stored_files
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

-- Housekeeping asks, across organizations, which bytes still have a file.
create policy worker on files.stored_files for select to cleanapi_worker using (true);

grant usage on schema files to cleanapi_app, cleanapi_worker;
grant select, insert, update on files.stored_files to cleanapi_app;
grant select on files.stored_files to cleanapi_worker;
