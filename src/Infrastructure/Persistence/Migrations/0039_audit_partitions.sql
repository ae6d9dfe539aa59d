-- The audit log in months, a table each, so that what is not kept any more is dropped whole. An id begins with the time (RFC 9562, section 5.7), so that a month is a range of
-- ids. What has no month yet, or an id of no time, is in audit_logs_default: no insert fails for want of a table.
alter table auditing.audit_logs validate constraint audit_logs_outcome_check;
alter table auditing.audit_logs validate constraint audit_logs_reason_check;
alter table auditing.audit_logs rename to audit_logs_before;
do $$
declare
  index_name text;
begin
  for index_name in select indexname from pg_indexes where schemaname = 'auditing' and tablename = 'audit_logs_before' loop
    execute format('alter index auditing.%I rename to %I', index_name, replace(index_name, 'audit_logs_', 'audit_logs_before_'));
  end loop;
end
$$;

create table auditing.audit_logs (like auditing.audit_logs_before including constraints, primary key (id)) partition by range (id);
create index audit_logs_created_at_idx on auditing.audit_logs (organization_id, created_at, id);
create index audit_logs_actor_idx on auditing.audit_logs (organization_id, actor_id, created_at, id) where actor_id is not null;
create index audit_logs_api_key_idx on auditing.audit_logs (organization_id, api_key_id, created_at, id) where api_key_id is not null;
create index audit_logs_target_idx on auditing.audit_logs (organization_id, target_id, created_at, id) where target_id is not null;
create index audit_logs_action_idx on auditing.audit_logs (organization_id, action text_pattern_ops, created_at, id);
create index audit_logs_outcome_idx on auditing.audit_logs (organization_id, outcome, created_at, id);

alter table auditing.audit_logs enable row level security, force row level security;
create policy tenant on auditing.audit_logs
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));
create policy worker on auditing.audit_logs for select to cleanapi_worker using (true);
grant select, insert on auditing.audit_logs to cleanapi_app;
grant select on auditing.audit_logs to cleanapi_worker;

-- Of a table of a month nobody reads or writes anything but through the whole log.
create table auditing.audit_logs_default (like auditing.audit_logs including constraints);
alter table auditing.audit_logs_default enable row level security, force row level security;
create policy tenant on auditing.audit_logs_default
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));
alter table auditing.audit_logs attach partition auditing.audit_logs_default default;

create or replace view app.audit_contents with (security_invoker = true) as
  select id, organization_id, sha256(convert_to(jsonb_build_array(
    1, id, organization_id, actor_id, api_key_id, action, outcome, reason, target_type, target_id, changes, ip_address, user_agent, request_id,
    (extract(epoch from created_at) * 1000)::bigint)::text, 'UTF8')) as content
  from auditing.audit_logs;

-- The months that have a table, by its name.
create view app.audit_months as
  select to_date(right(c.relname, 7), 'YYYY_MM') as month, format('auditing.%I', c.relname) as place
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'auditing.audit_logs'::regclass and c.relname ~ '^audit_logs_\d{4}_\d\d$';

create function app.month_of(moment timestamptz) returns date
  language sql stable
  as $$ select date_trunc('month', moment at time zone 'UTC')::date $$;

create function app.first_id_of(month date) returns uuid
  language sql stable
  as $$ select app.first_id(month::timestamp at time zone 'UTC') $$;

-- Makes the table of a month. What is in audit_logs_default of it moves there: the owner sees it only while row-level security does not hold for it.
create function app.make_audit_month(month date) returns void
  language plpgsql volatile
  as $$
declare
  place text := format('auditing.%I', 'audit_logs_' || to_char(month, 'YYYY_MM'));
  first uuid := app.first_id_of(month);
  following uuid := app.first_id_of((month + interval '1 month')::date);
begin
  execute format('create table %s (like auditing.audit_logs including constraints)', place);
  alter table auditing.audit_logs_default no force row level security;
  execute format(
    'with moved as (delete from auditing.audit_logs_default where id >= %L and id < %L returning *) insert into %s select * from moved', first, following, place);
  alter table auditing.audit_logs_default force row level security;
  execute format('alter table %s enable row level security, force row level security', place);
  execute format(
    'create policy tenant on %s using (organization_id = (select app.current_organization())) with check (organization_id = (select app.current_organization()))', place);
  execute format('alter table auditing.audit_logs attach partition %s for values from (%L) to (%L)', place, first, following);
end
$$;

-- Makes the tables up to so many months ahead. Returns how many: 0 also where another transaction is at it. Runs as the owner, on behalf of the worker, who owns no table.
create function app.make_audit_months(ahead integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s'
  as $$
declare
  missing date;
  made integer := 0;
begin
  -- An arbitrary constant that must never change between versions.
  if not pg_try_advisory_xact_lock(7305804401733042039) then
    return 0;
  end if;
  select coalesce((max(month) + interval '1 month')::date, app.month_of(now())) into missing from app.audit_months;
  while missing <= app.month_of(now()) + make_interval(months => least(ahead, 12)) loop
    perform app.make_audit_month(missing);
    missing := (missing + interval '1 month')::date;
    made := made + 1;
  end loop;
  return made;
end
$$;

-- Drops the oldest month, if it ended before a time and is over, and all of it that is to be sealed is sealed. First each chain is told where it begins then, some chains a
-- call, with an entry in the log that says so. Returns whether there is more to do. Runs as the owner, on behalf of the worker.
create function app.drop_audit_month(ended_before timestamptz, most integer) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s'
  as $$
declare
  oldest record;
  kept uuid;
  told app.audit_chains;
  begins bigint;
  moment timestamptz := date_trunc('milliseconds', now());
  tells integer := 0;
begin
  if not pg_try_advisory_xact_lock(7305804401733042039) then
    return false;
  end if;
  select place, (month + interval '1 month')::date as following into oldest from app.audit_months order by month limit 1;
  if oldest.following > app.month_of(least(ended_before, now())) is not false then
    return false;
  end if;
  kept := app.first_id_of(oldest.following);
  if app.audit_sealed_before() < kept then
    return false;
  end if;
  for told in select * from app.audit_chains where dropped_before < kept order by chain limit most for update loop
    -- Positions are of the order of commits, ids of that of writing: some that are dropped may stand behind the first that is kept. Their seals stay.
    select coalesce(min(position), told.position + 1) into begins
      from (select position from app.audit_seals where chain = told.chain and position > told.dropped_position and entry >= kept order by position limit 1) first;
    if begins > told.dropped_position + 1 then
      perform set_config('app.organization_id', told.chain::text, true);
      insert into auditing.audit_logs (id, organization_id, action, outcome, target_type, changes, created_at)
        values (
          (left(replace(app.first_id(moment)::text, '-', ''), 12) || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid, told.chain, 'audit_log.expired', 'SUCCEEDED', 'audit_log',
          jsonb_build_object('firstPosition', jsonb_build_object('from', told.dropped_position + 1, 'to', begins)), moment);
    end if;
    update app.audit_chains set
        dropped_before = kept,
        dropped_position = begins - 1,
        dropped_hash = coalesce((select hash from app.audit_seals where chain = told.chain and position = begins - 1), dropped_hash)
      where chain = told.chain;
    tells := tells + 1;
  end loop;
  if tells = 0 then
    execute format('drop table %s', oldest.place);
  end if;
  return true;
end
$$;

-- Deletes seals of what was dropped: not before it is, or they would be missed. Returns how many.
create function app.drop_audit_seals(most integer) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with due as (
      select s.chain, s.position from app.audit_chains c
        cross join lateral (select chain, position from app.audit_seals where chain = c.chain and position <= c.dropped_position order by position limit most) s
      where c.dropped_before <= coalesce((select app.first_id_of(min(month)) from app.audit_months), c.dropped_before)
      limit most
    ), gone as (
      delete from app.audit_seals s using due where s.chain = due.chain and s.position = due.position returning 1
    )
    select count(*)::integer from gone
  $$;

revoke execute on function app.month_of(timestamptz), app.first_id_of(date), app.make_audit_month(date), app.make_audit_months(integer), app.drop_audit_month(timestamptz, integer),
  app.drop_audit_seals(integer) from public;
grant execute on function app.make_audit_months(integer), app.drop_audit_month(timestamptz, integer), app.drop_audit_seals(integer) to cleanapi_worker;

-- What there was is the table of this month, and of all before it; nothing, where there was nothing. What a clock that is ahead has written goes to audit_logs_default.
do $$
declare
  place text := 'audit_logs_' || to_char(app.month_of(now()), 'YYYY_MM');
  following uuid := app.first_id_of((app.month_of(now()) + interval '1 month')::date);
  index_name text;
begin
  alter table auditing.audit_logs_before no force row level security;
  if exists (select from auditing.audit_logs_before) then
    revoke all on auditing.audit_logs_before from cleanapi_app, cleanapi_worker;
    drop policy worker on auditing.audit_logs_before;
    alter table auditing.audit_logs_default no force row level security;
    with moved as (delete from auditing.audit_logs_before where id >= following returning *) insert into auditing.audit_logs_default select * from moved;
    alter table auditing.audit_logs_default force row level security;
    alter table auditing.audit_logs_before force row level security;
    execute format('alter table auditing.audit_logs_before rename to %I', place);
    for index_name in select indexname from pg_indexes where schemaname = 'auditing' and tablename = place loop
      execute format('alter index auditing.%I rename to %I', index_name, replace(index_name, 'audit_logs_before', place));
    end loop;
    execute format('alter table auditing.audit_logs attach partition auditing.%I for values from (minvalue) to (%L)', place, following);
  else
    drop table auditing.audit_logs_before;
  end if;
end
$$;
select app.make_audit_months(3);
