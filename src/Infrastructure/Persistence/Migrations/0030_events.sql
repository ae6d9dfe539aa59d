-- What has happened, written in the transaction in which it did, and who is still to hear of it.
create schema events;

create table events.outbox_events (
  -- UUIDv7: in the order of time, so that the oldest are found by their keys.
  id uuid primary key,
  name text collate "C" not null,
  -- Null: it belongs to no organization.
  organization_id uuid,
  subject_type text collate "C" not null,
  subject_id uuid not null,
  version bigint not null,
  ordinal smallint not null,
  payload jsonb not null,
  actor_type text collate "C" check (actor_type in ('user', 'api_key', 'system')),
  actor_id uuid,
  occurred_at timestamptz(3) not null,
  request_id text,
  traceparent text,
  position bigint
);

-- A stream's events in their order. Two of one place are kept out by the version of the aggregate, which is checked in the same transaction; a unique index would be
-- checked before it, and have the second writer wait for the first one here.
create index outbox_events_subject_id_idx on events.outbox_events (subject_id, version, ordinal);
create unique index outbox_events_position_key on events.outbox_events (position);
create index outbox_events_organization_id_idx on events.outbox_events (organization_id, position);
create index outbox_events_pending_idx on events.outbox_events (id) where position is null;

alter table events.outbox_events enable row level security;
alter table events.outbox_events force row level security;
create policy tenant on events.outbox_events for select
  using (organization_id = (select app.current_organization()));
create policy written on events.outbox_events for insert
  with check (organization_id is null or organization_id = (select app.current_organization()));
create policy worker on events.outbox_events to cleanapi_worker
  using (true) with check (true);

-- One row an event and handler, deleted when the handler is done. A handler gets the events of a stream one after another: the next one when none before is left.
create table events.outbox_deliveries (
  id uuid primary key,
  event_id uuid not null,
  handler text collate "C" not null,
  subject_id uuid not null,
  version bigint not null,
  ordinal smallint not null,
  due_at timestamptz(3) not null,
  attempts integer not null,
  lease_token uuid,
  last_error text,
  created_at timestamptz(3) not null,
  dead_at timestamptz(3)
);

create index outbox_deliveries_handler_idx on events.outbox_deliveries (handler, subject_id, version, ordinal);
create index outbox_deliveries_due_at_idx on events.outbox_deliveries (due_at) where dead_at is null;
create index outbox_deliveries_dead_at_idx on events.outbox_deliveries (dead_at) where dead_at is not null;

-- The last position that was given. Whoever gives positions holds this row until the end of the transaction: so they are committed in their order, and whoever reads
-- what comes after a position misses nothing that is committed late.
create table app.event_positions (
  is_only boolean primary key default true check (is_only),
  last bigint not null,
  -- The last position of which the event was deleted after its time: whoever goes on from one before it may have missed some.
  deleted bigint not null default 0
);
insert into app.event_positions (last) values (0);

-- Gives positions to events that have none, by time; within a stream by version and ordinal. Returns how many: 0 also where another transaction is at it.
create function events.assign_positions(most integer) returns integer
  language plpgsql volatile
  as $$
declare
  before bigint;
  assigned integer;
begin
  if not exists (select from events.outbox_events where position is null) then
    return 0;
  end if;
  select last into before from app.event_positions for update skip locked;
  if not found then
    return 0;
  end if;
  with streams as (
    select distinct subject_id from (select subject_id from events.outbox_events where position is null order by id limit most) oldest
  ), pending as (
    -- A stream's times could be out of order, where clocks differ: none comes before what precedes it.
    select id, subject_id, version, ordinal, max(occurred_at) over (partition by subject_id order by version, ordinal) as moment
    from events.outbox_events where position is null and subject_id in (select subject_id from streams)
  ), placed as (
    select id, before + row_number() over (order by moment, subject_id, version, ordinal) as position from pending
    -- Whatever precedes one of these in its stream is among them.
    order by moment, subject_id, version, ordinal limit most
  )
  update events.outbox_events event set position = placed.position from placed where event.id = placed.id;
  get diagnostics assigned = row_count;
  update app.event_positions set last = before + assigned;
  return assigned;
end
$$;
revoke execute on function events.assign_positions(integer) from public;

-- The application writes both, reads what its tenant may see, and deletes what it has handled.
grant usage on schema events to cleanapi_app, cleanapi_worker;
grant usage on schema app to cleanapi_worker;
grant select, insert on events.outbox_events to cleanapi_app;
grant select (id, lease_token), insert, delete on events.outbox_deliveries to cleanapi_app;

-- The worker hands out deliveries and puts the log in order, across organizations.
grant select, update (position), delete on events.outbox_events to cleanapi_worker;
grant select, update (due_at, attempts, lease_token, last_error, dead_at), delete on events.outbox_deliveries to cleanapi_worker;
grant select, update (last, deleted) on app.event_positions to cleanapi_worker;
grant execute on function events.assign_positions(integer) to cleanapi_worker;

-- It tells how full the queue of mails is, and reads none of them.
grant usage on schema mail to cleanapi_worker;
grant select (created_at, failed_at) on mail.messages to cleanapi_worker;
