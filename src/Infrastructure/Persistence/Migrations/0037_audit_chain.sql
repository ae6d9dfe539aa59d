-- The audit log as a chain of hashes for each organization. What writes the log does nothing for it: the worker seals what is committed, one position after another. A
-- seal has the hash of its entry's content, and the hash of itself and the seal before. Whoever changes, deletes, moves or inserts an entry leaves a chain that does not fit.
-- Organizations are called chains here: no tenant reads this, and it is nobody's data.
create table app.audit_chains (
  chain uuid primary key,
  -- Of the last seal.
  position bigint not null,
  hash bytea not null,
  -- Of the last seal that was dropped with its entry, after the time that entries are kept: the chain begins behind it.
  dropped_position bigint not null default 0,
  dropped_hash bytea not null default '',
  -- What has an id before this one was dropped.
  dropped_before uuid not null default '00000000-0000-0000-0000-000000000000'
);

create table app.audit_seals (
  chain uuid not null,
  position bigint not null,
  entry uuid not null,
  content bytea not null,
  hash bytea not null,
  primary key (chain, position)
);
create unique index audit_seals_entry_key on app.audit_seals (entry);

-- The content that a seal is about: every column, in an order and a form that nothing changes. The first value is the number of the form.
create view app.audit_contents with (security_invoker = true) as
  select id, organization_id, sha256(convert_to(jsonb_build_array(
    1, id, organization_id, actor_id, api_key_id, action, outcome, reason, target_type, target_id, changes, ip_address, user_agent, request_id,
    (extract(epoch from created_at) * 1000)::bigint)::text, 'UTF8')) as content
  from auditing.audit_logs;

create function app.audit_link(before bytea, place bigint, entry uuid, content bytea) returns bytea
  language sql immutable parallel safe
  return sha256(before || int8send(place) || uuid_send(entry) || content);

-- The least id of a millisecond (RFC 9562, section 5.7).
create function app.first_id(moment timestamptz) returns uuid
  language sql immutable parallel safe
  return (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- The time in an id.
create function app.time_of(id uuid) returns timestamptz
  language sql immutable parallel safe
  return to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0);

-- What has an id before this one is sealed, or was not written by the program: an id is made just before its entry is committed, and five minutes are more than a statement
-- may take. Ids of the future, which a clock that is ahead makes, do not count.
create function app.audit_sealed_before() returns uuid
  language sql stable
  as $$
    select coalesce((
      select app.first_id(app.time_of(entry) - interval '5 minutes')
      from app.audit_seals where entry < app.first_id(now()) order by entry desc limit 1), '00000000-0000-0000-0000-000000000000'::uuid)
  $$;

-- Seals the oldest entries without a seal. Returns how many: 0 also where another transaction is at it. Here and below, plans that read whole tables are off: there are few rows
-- at a time, however many there are in all.
create function app.seal_audit(most integer) returns integer
  language plpgsql volatile set enable_hashjoin = off set enable_mergejoin = off
  as $$
declare
  pending record;
  head app.audit_chains;
  sealed integer := 0;
begin
  -- An arbitrary constant that must never change between versions.
  if not pg_try_advisory_xact_lock(7305804401733042021) then
    return 0;
  end if;
  for pending in
    select oldest.id, oldest.organization_id, oldest.content from (
      select c.id, c.organization_id, c.content from app.audit_contents c
      where c.id >= app.audit_sealed_before() and not exists (select from app.audit_seals s where s.entry = c.id)
      order by c.id limit most) oldest
    order by oldest.organization_id, oldest.id
  loop
    if head.chain is distinct from pending.organization_id then
      if head.chain is not null then
        update app.audit_chains set position = head.position, hash = head.hash where chain = head.chain;
      end if;
      insert into app.audit_chains (chain, position, hash) values (pending.organization_id, 0, '') on conflict do nothing;
      select * into head from app.audit_chains where chain = pending.organization_id;
    end if;
    head.position := head.position + 1;
    head.hash := app.audit_link(head.hash, head.position, pending.id, pending.content);
    insert into app.audit_seals (chain, position, entry, content, hash) values (head.chain, head.position, pending.id, pending.content, head.hash);
    sealed := sealed + 1;
  end loop;
  if head.chain is not null then
    update app.audit_chains set position = head.position, hash = head.hash where chain = head.chain;
  end if;
  return sealed;
end
$$;

-- Compares some seals with what they are about, from behind a place whose hash is known. Returns how far it came, and the first fault.
create function app.verify_audit(whose uuid, from_position bigint, from_hash bytea, most integer,
  out checked integer, out last_position bigint, out last_hash bytea, out last_entry uuid, out broken_position bigint, out broken_entry uuid, out fault text)
  language sql stable set enable_hashjoin = off set enable_mergejoin = off
  as $$
    with links as (
      select s.*, lag(s.position, 1, from_position) over by_position as before, lag(s.hash, 1, from_hash) over by_position as before_hash
      from app.audit_seals s where s.chain = whose and s.position > from_position and s.position <= from_position + most
      window by_position as (order by s.position)
    ), compared as (
      select l.position, l.entry, l.hash, case
        when l.position <> l.before + 1 then 'MISSING'
        when c.id is null and l.entry >= (select dropped_before from app.audit_chains where chain = whose) then 'MISSING'
        when c.content <> l.content then 'CHANGED'
        when l.hash <> app.audit_link(l.before_hash, l.position, l.entry, l.content) then 'MOVED' end as fault
      from links l left join app.audit_contents c on c.id = l.entry and c.organization_id = l.chain
    ), faulty as (
      select * from compared where compared.fault is not null order by position limit 1
    ), last as (
      select * from compared order by position desc limit 1
    )
    select (select count(*)::integer from compared), (select position from last), (select hash from last), (select entry from last),
      (select position from faulty), (select entry from faulty), (select faulty.fault from faulty)
  $$;

-- The first entry that has no seal in its chain, though it should, from the time of one entry until that of another; null is no bound. Returns null without one.
create function app.find_inserted(whose uuid, since uuid, until uuid) returns uuid
  language sql stable set enable_hashjoin = off set enable_mergejoin = off
  as $$
    select l.id from auditing.audit_logs l
    where l.organization_id = whose and l.created_at >= coalesce(app.time_of(since), '-infinity') and l.created_at < coalesce(app.time_of(until), 'infinity')
      and l.id < app.audit_sealed_before()
      and not exists (select from app.audit_seals s where s.entry = l.id and s.chain = whose)
    order by l.created_at, l.id limit 1
  $$;

revoke execute on function app.audit_link(bytea, bigint, uuid, bytea), app.first_id(timestamptz), app.audit_sealed_before(), app.seal_audit(integer),
  app.verify_audit(uuid, bigint, bytea, integer), app.time_of(uuid), app.find_inserted(uuid, uuid, uuid) from public;

create policy worker on auditing.audit_logs for select to cleanapi_worker using (true);
grant usage on schema auditing to cleanapi_worker;
grant select on auditing.audit_logs, app.audit_contents to cleanapi_worker;
grant select, insert on app.audit_seals to cleanapi_worker;
grant select, insert, update (position, hash) on app.audit_chains to cleanapi_worker;
grant execute on function app.audit_link(bytea, bigint, uuid, bytea), app.first_id(timestamptz), app.audit_sealed_before(), app.seal_audit(integer),
  app.verify_audit(uuid, bigint, bytea, integer), app.time_of(uuid), app.find_inserted(uuid, uuid, uuid) to cleanapi_worker;
