-- Addresses to which an organization's events are sent, and the deliveries: a queue, and its log.
create schema webhooks;

create table webhooks.webhook_endpoints (
  id uuid primary key,
  organization_id uuid not null,
  url text not null check (char_length(url) <= 2048),
  -- Separated by spaces.
  event_types text not null check (event_types <> ''),
  description text check (char_length(description) <= 200),
  status text not null check (status in ('ENABLED', 'DISABLED')),
  disabled_reason text check (disabled_reason in ('REQUESTED', 'GONE', 'FAILING')),
  disabled_at timestamptz(3),
  livemode boolean not null,
  -- AES-256-GCM with a key that is not in the database, bound to the id.
  encrypted_secret bytea not null,
  encrypted_previous_secret bytea,
  previous_secret_ends_at timestamptz(3),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  check ((status = 'DISABLED') = (disabled_reason is not null) and (status = 'DISABLED') = (disabled_at is not null)),
  check ((encrypted_previous_secret is null) = (previous_secret_ends_at is null)),
  -- A deleted endpoint has no secret.
  check (deleted_at is null or (encrypted_secret = '' and encrypted_previous_secret is null))
);

create index webhook_endpoints_created_at_idx on webhooks.webhook_endpoints (organization_id, created_at, id) where deleted_at is null;

alter table webhooks.webhook_endpoints enable row level security;
alter table webhooks.webhook_endpoints force row level security;
create policy tenant on webhooks.webhook_endpoints
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

create table webhooks.webhook_deliveries (
  id uuid primary key,
  organization_id uuid not null,
  endpoint_id uuid not null references webhooks.webhook_endpoints (id),
  event_id uuid,
  event_type text collate "C" not null,
  payload text not null check (octet_length(payload) <= 20000),
  status text not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts integer not null check (attempts >= 0),
  due_at timestamptz(3) not null,
  lease_token uuid,
  attempted_at timestamptz(3),
  duration_milliseconds integer,
  response_status integer,
  response_body text,
  last_error text,
  delivered_at timestamptz(3),
  failed_at timestamptz(3),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  check ((status = 'DELIVERED') = (delivered_at is not null) and (status = 'FAILED') = (failed_at is not null))
);

-- An event is sent to an endpoint once, however often it is handled.
create unique index webhook_deliveries_event_id_key on webhooks.webhook_deliveries (endpoint_id, event_id);
create index webhook_deliveries_created_at_idx on webhooks.webhook_deliveries (organization_id, endpoint_id, created_at, id);
create index webhook_deliveries_due_at_idx on webhooks.webhook_deliveries (due_at) where delivered_at is null and failed_at is null;
create index webhook_deliveries_endpoint_id_idx on webhooks.webhook_deliveries (endpoint_id, due_at) where delivered_at is null and failed_at is null;
create index webhook_deliveries_failed_at_idx on webhooks.webhook_deliveries (failed_at) where failed_at is not null and delivered_at is null;
create index webhook_deliveries_retention_idx on webhooks.webhook_deliveries (updated_at) where status <> 'PENDING';

alter table webhooks.webhook_deliveries enable row level security;
alter table webhooks.webhook_deliveries force row level security;
create policy tenant on webhooks.webhook_deliveries
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

-- The worker sends, notes what comes of it, and deletes what is over, across organizations.
create policy worker on webhooks.webhook_endpoints to cleanapi_worker using (true) with check (true);
create policy worker on webhooks.webhook_deliveries to cleanapi_worker using (true) with check (true);

grant usage on schema webhooks to cleanapi_app, cleanapi_worker;
grant select, insert, update on webhooks.webhook_endpoints, webhooks.webhook_deliveries to cleanapi_app;
grant select, delete on webhooks.webhook_endpoints to cleanapi_worker;
grant select, delete, update (status, attempts, due_at, lease_token, attempted_at, duration_milliseconds, response_status, response_body, last_error, delivered_at, failed_at,
  version, updated_at) on webhooks.webhook_deliveries to cleanapi_worker;
