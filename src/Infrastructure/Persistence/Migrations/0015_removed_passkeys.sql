-- Housekeeping deletes what was removed long ago, and finds it without reading what is in use.
create index passkeys_deleted_at_idx on access.passkeys (deleted_at) where deleted_at is not null;

grant delete on access.passkeys to cleanapi_app;
