-- The event log as its list reads it, of an organization and of one subject. Not before an event has its position: until then it is in neither.
drop index events.outbox_events_organization_id_idx;
create index outbox_events_log_idx on events.outbox_events (organization_id, position, id) where position is not null;
create index outbox_events_subject_log_idx on events.outbox_events (organization_id, subject_id, position, id) where position is not null;

-- What opens one connection of a browser whose page signs in with a header.
alter table access.one_time_tokens drop constraint one_time_tokens_purpose_check;
alter table access.one_time_tokens add constraint one_time_tokens_purpose_check check (purpose in (
  'VERIFY_EMAIL', 'CHANGE_EMAIL', 'UNDO_EMAIL_CHANGE', 'RESET_PASSWORD', 'SECOND_FACTOR', 'PASSKEY_REGISTRATION', 'PASSKEY_SIGN_IN', 'EXTERNAL_SIGN_IN',
  'EXTERNAL_REGISTRATION', 'INVITATION', 'CONNECTION'));
