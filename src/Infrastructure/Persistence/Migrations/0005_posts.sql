-- What the people of an organization write. The author is a value, not a foreign key: users are another module's.
create schema posts;

create table posts.posts (
  id uuid primary key,
  organization_id uuid not null,
  author_id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  body text not null check (char_length(body) <= 20000),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);

-- One author's posts in the order that their list offers, ties broken by id; read forwards and backwards.
create index posts_author_idx on posts.posts (organization_id, author_id, created_at, id) where deleted_at is null;

alter table posts.posts enable row level security;
alter table posts.posts force row level security;
create policy tenant on posts.posts
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

grant usage on schema posts to cleanapi_app;
grant select, insert, update on posts.posts to cleanapi_app;
