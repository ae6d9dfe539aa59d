-- The operator of the platform lists all organizations, and sees nothing else of them: whatever it does in one, it does as that one.
create function app.operates_platform() returns boolean
  language sql stable parallel safe
  as $$ select current_setting('app.operates_platform', true) = 'on' $$;

create policy platform on organizations.organizations for select
  using ((select app.operates_platform()));

-- One index for each order of the list of all.
create index organizations_created_at_idx on organizations.organizations (created_at, id) where deleted_at is null;
create index organizations_name_idx on organizations.organizations (name, id) where deleted_at is null;
