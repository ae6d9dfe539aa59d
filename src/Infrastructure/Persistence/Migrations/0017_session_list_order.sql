-- A list of sessions is ordered by time, ties broken by id, and read in that order. The old index goes first: that takes the strongest lock at once, so that
-- no running instance holds a weaker one in between.
drop index access.sessions_user_id_idx;

create index sessions_list_idx on access.sessions (user_id, created_at, id) where revoked_at is null;
