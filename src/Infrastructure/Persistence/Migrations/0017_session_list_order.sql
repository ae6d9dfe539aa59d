-- A list of sessions is ordered by time, ties broken by id, and read in that order.
create index sessions_list_idx on access.sessions (user_id, created_at, id) where revoked_at is null;

drop index access.sessions_user_id_idx;
