-- The audit log. The application can add to it and read it, and that is all.
create schema auditing;

create table auditing.audit_logs (
  id uuid primary key,
  organization_id uuid not null,
  actor_id uuid,
  action text not null,
  outcome text not null check (outcome in ('SUCCEEDED', 'DENIED')),
  target_type text,
  target_id text,
  changes jsonb not null,
  ip_address text,
  user_agent text,
  request_id text,
  created_at timestamptz(3) not null
);

create index audit_logs_created_at_idx on auditing.audit_logs (organization_id, created_at, id);

alter table auditing.audit_logs enable row level security;
alter table auditing.audit_logs force row level security;
create policy tenant on auditing.audit_logs
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));

grant usage on schema auditing to cleanapi_app;
grant select, insert on auditing.audit_logs to cleanapi_app;
