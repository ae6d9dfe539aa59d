-- Answers to requests that a client may send again, by its key. The row is inserted before the command changes anything, and completed with what it has answered, in
-- the command's transaction: who sends the same meanwhile waits for the primary key.
create schema idempotency;

create table idempotency.idempotent_answers (
  -- The nil id where nobody has signed in.
  organization_id uuid not null,
  -- HMAC-SHA-256 of caller, operation and key, with a key that is not in the database.
  scope_hash bytea not null check (octet_length(scope_hash) = 32),
  -- The fingerprint of the request and the answer, AES-256-GCM, bound to the scope. Null while the command runs.
  encrypted_answer bytea,
  expires_at timestamptz(3) not null,
  primary key (organization_id, scope_hash)
);

create index idempotent_answers_expires_at_idx on idempotency.idempotent_answers (expires_at);

alter table idempotency.idempotent_answers enable row level security;
alter table idempotency.idempotent_answers force row level security;
create policy tenant on idempotency.idempotent_answers
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

-- What has expired is deleted without a tenant: whoever has set a time for the transaction sees and deletes what had expired by then, and no other row.
create policy expired on idempotency.idempotent_answers for select
  using (expires_at <= (select nullif(current_setting('app.expired_before', true), '')::timestamptz));
create policy expired_deletion on idempotency.idempotent_answers for delete
  using (expires_at <= (select nullif(current_setting('app.expired_before', true), '')::timestamptz));

grant usage on schema idempotency to cleanapi_app;
grant select, insert, update (encrypted_answer, expires_at), delete on idempotency.idempotent_answers to cleanapi_app;

-- Whether the key is the caller's now: false where there is an answer that has not expired. Another transaction that has the key is waited for, no longer than a
-- request can.
create function idempotency.claim(organization uuid, scope bytea, answer bytea, present timestamptz, expiry timestamptz) returns boolean
  language plpgsql volatile
  set lock_timeout = '2s'
  as $$
begin
  insert into idempotency.idempotent_answers (organization_id, scope_hash, encrypted_answer, expires_at) values (organization, scope, answer, expiry)
    on conflict (organization_id, scope_hash) do nothing;
  if not found then
    update idempotency.idempotent_answers set encrypted_answer = answer, expires_at = expiry
      where organization_id = organization and scope_hash = scope and expires_at <= present;
  end if;
  return found;
end
$$;

-- Deletes what had expired by a time, at most so many rows; returns how many it were.
create function idempotency.purge(present timestamptz, most integer) returns integer
  language plpgsql volatile
  as $$
declare
  purged integer;
begin
  perform set_config('app.expired_before', present::text, true);
  delete from idempotency.idempotent_answers where ctid = any (array(
    select ctid from idempotency.idempotent_answers where expires_at <= present order by expires_at limit most));
  get diagnostics purged = row_count;
  perform set_config('app.expired_before', '', true);
  return purged;
end
$$;
