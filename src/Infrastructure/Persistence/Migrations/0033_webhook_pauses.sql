-- Until when an endpoint wants nothing, which holds for what is still to come as well as for what waits; and when people were last mailed that it was disabled.
alter table webhooks.webhook_endpoints add column held_until timestamptz(3), add column notice_sent_at timestamptz(3);

grant update (held_until) on webhooks.webhook_endpoints to cleanapi_worker;
