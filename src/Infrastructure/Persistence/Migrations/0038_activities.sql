-- How much goes on in an organization, counted from its events.
create schema activities;

-- By quarter of an hour: in every time zone a day begins with one. Of the past, a row is what one member did in it; rows stay when their user is deleted.
create table activities.member_quarters (
  organization_id uuid not null,
  quarter timestamptz(3) not null check (extract(epoch from quarter)::bigint % 900 = 0),
  user_id uuid not null,
  sign_ins integer not null,
  posts integer not null,
  invitations integer not null,
  actions integer not null,
  primary key (organization_id, quarter, user_id)
)
-- The row of the current quarter is updated in place.
with (fillfactor = 80);

alter table activities.member_quarters enable row level security;
alter table activities.member_quarters force row level security;
create policy tenant on activities.member_quarters
  using (organization_id = (select app.current_organization()))
  with check (organization_id = (select app.current_organization()));
create policy worker on activities.member_quarters to cleanapi_worker
  using (true) with check (true);

grant usage on schema activities to cleanapi_app, cleanapi_worker;
grant select, insert, update on activities.member_quarters to cleanapi_app;
-- The worker counts again what the log still has, and replaces what was counted.
grant select, insert, update, delete on activities.member_quarters to cleanapi_worker;

-- From when on all events are kept: what is counted again from the log begins there. Of what was deleted before this column was, only the shortest time is known that
-- events can be kept: a day.
alter table app.event_positions add column kept_from timestamptz(3) not null default '-infinity';
update app.event_positions set kept_from = now() - interval '1 day' where deleted > 0;
grant update (kept_from) on app.event_positions to cleanapi_worker;
