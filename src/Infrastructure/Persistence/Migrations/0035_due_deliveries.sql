-- The oldest deliveries of a handler are found by it: whatever waits for another handler, one that is down or that no program has any more, is not looked through.
create index outbox_deliveries_due_idx on events.outbox_deliveries (handler, due_at) where dead_at is null;
drop index events.outbox_deliveries_due_at_idx;

-- An operator may give what waits for a handler that is gone to another one.
grant update (handler) on events.outbox_deliveries to cleanapi_worker;
