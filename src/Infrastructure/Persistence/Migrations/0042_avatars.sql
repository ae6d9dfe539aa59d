-- What users have uploaded as their picture, one each: decoded, cut and encoded anew, and so small that it stands here and not in the storage.
create table files.user_avatars (
  user_id uuid primary key,
  organization_id uuid not null,
  content bytea not null check (octet_length(content) between 1 and 262144),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);

-- WebP does not compress again.
alter table files.user_avatars alter column content set storage external;

alter table files.user_avatars enable row level security;
alter table files.user_avatars force row level security;
create policy tenant on files.user_avatars
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

grant select, insert, update, delete on files.user_avatars to cleanapi_app;
