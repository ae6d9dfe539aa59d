-- A list of one's sessions is that of the account, whatever the organization. The old index goes first: that takes the strongest lock at once, so that no running
-- instance holds a weaker one in between.
drop index access.sessions_list_idx;

-- One sign-in has sessions in several organizations where its person switches: each names the first one, and that names itself. The former version names none:
-- what it opens counts as a sign-in of its own.
alter table access.sessions add column origin_id uuid;
update access.sessions set origin_id = id;

create function access.set_origin() returns trigger
  language plpgsql
  as $$
begin
  new.origin_id := coalesce(new.origin_id, new.id);
  return new;
end
$$;

create trigger set_origin before insert on access.sessions for each row execute function access.set_origin();

alter table access.sessions alter column origin_id set not null;

-- After the rows are written, which they would only slow down.
create index sessions_list_idx on access.sessions (account_id, created_at, id) where revoked_at is null;
create index sessions_user_id_idx on access.sessions (user_id) where revoked_at is null;
create index sessions_origin_id_idx on access.sessions (origin_id) where revoked_at is null;
