-- Posts are written before they are read: a status, a search, and lists over the whole organization.

-- Whatever there is was visible to everybody, and so is what the program before this one still writes.
alter table posts.posts
  add column status text not null default 'PUBLISHED' check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  -- An order of a list: as people sort, not by code point.
  alter column title type text collate "und-x-icu";

-- After the collation: a generated column holds fast what it depends on.
alter table posts.posts add column search_text text collate "C" not null generated always as (app.fold(title || E'\n' || body)) stored;

-- One index for each order of a list, ties broken by id: of the organization, and of one author (posts_author_idx is the one by created_at).
create index posts_created_at_idx on posts.posts (organization_id, created_at, id) where deleted_at is null;
create index posts_updated_at_idx on posts.posts (organization_id, updated_at, id) where deleted_at is null;
create index posts_title_idx on posts.posts (organization_id, title, id) where deleted_at is null;
create index posts_author_updated_at_idx on posts.posts (organization_id, author_id, updated_at, id) where deleted_at is null;
create index posts_search_idx on posts.posts using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;
