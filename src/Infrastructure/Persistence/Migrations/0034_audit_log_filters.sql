-- The audit log as its list filters it, each in the order of the list.
create index audit_logs_actor_idx on auditing.audit_logs (organization_id, actor_id, created_at, id) where actor_id is not null;
create index audit_logs_api_key_idx on auditing.audit_logs (organization_id, api_key_id, created_at, id) where api_key_id is not null;
create index audit_logs_target_idx on auditing.audit_logs (organization_id, target_id, created_at, id) where target_id is not null;
create index audit_logs_action_idx on auditing.audit_logs (organization_id, action text_pattern_ops, created_at, id);
create index audit_logs_outcome_idx on auditing.audit_logs (organization_id, outcome, created_at, id);
