-- A changed policy of an organization invalidates access tokens of its sessions, which are found by it.
create index sessions_organization_id_idx on access.sessions (organization_id) where revoked_at is null;
