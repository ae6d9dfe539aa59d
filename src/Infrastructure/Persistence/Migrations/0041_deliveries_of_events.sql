-- An event names who is to hear of it, and the database writes a delivery for each: a statement of the program for each delivery made a command with three handlers cost a
-- quarter more. The program before this one names nobody, and writes the deliveries itself.
alter table events.outbox_events add column handlers text[] collate "C";

create function events.write_deliveries() returns trigger language plpgsql as $$
begin
  insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at)
  select
    -- UUIDv7 (RFC 9562, section 5.7): the time and version of the event's id, and what is random of a UUIDv4.
    (left(new.id::text, 15) || right(gen_random_uuid()::text, 21))::uuid,
    new.id, handler, new.subject_id, new.version, new.ordinal, new.occurred_at, 0, new.occurred_at
  from unnest(new.handlers) handler;
  return null;
end
$$;
revoke execute on function events.write_deliveries() from public;

create trigger deliveries after insert on events.outbox_events
  for each row when (new.handlers is not null) execute function events.write_deliveries();
