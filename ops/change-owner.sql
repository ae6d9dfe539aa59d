-- Gives a database of CleanApi, with everything in it, to cleanapi_owner: where it was migrated by another role, such as the superuser of a single connection string.
-- REASSIGN OWNED does not do that for the superuser that the server was made with. Run it as a superuser, in that database, while no instance starts:
--   psql -d cleanapi -v ON_ERROR_STOP=1 -f ops/change-owner.sql
-- Another owner: psql -d cleanapi -v ON_ERROR_STOP=1 -c "set cleanapi.owner = 'another_owner'" -f ops/change-owner.sql
do $$
declare
  statement text;
begin
  for statement in
    with ours as (
      select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
    ), things (place, class, id, kind, name) as (
      select 1, 'pg_database'::regclass, oid, 'database', quote_ident(datname) from pg_database where datname = current_database()
      union all
      select 2, 'pg_namespace'::regclass, oid, 'schema', quote_ident(nspname) from ours where nspname <> 'public'
      union all
      select 3, 'pg_class'::regclass, oid, case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, oid::regclass::text
      from pg_class where relnamespace in (select oid from ours) and relkind in ('r', 'p', 'S', 'v', 'm')
      union all
      select 4, 'pg_proc'::regclass, oid, 'routine', oid::regprocedure::text from pg_proc where pronamespace in (select oid from ours)
      union all
      select 5, 'pg_type'::regclass, oid, case typtype when 'd' then 'domain' else 'type' end, oid::regtype::text
      from pg_type where typnamespace in (select oid from ours) and typtype in ('d', 'e')
    )
    select format('alter %s %s owner to %I', kind, name, coalesce(nullif(current_setting('cleanapi.owner', true), ''), 'cleanapi_owner')) from things
    -- What belongs to an extension, or to a column, goes with it.
    where not exists (select from pg_depend where classid = class and objid = id and objsubid = 0 and deptype in ('a', 'i', 'e'))
    order by place, name
  loop
    execute statement;
  end loop;
end
$$;
