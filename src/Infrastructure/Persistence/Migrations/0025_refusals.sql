-- Why an attempt was refused, and FAILED for those of whoever did not prove who they are. Earlier entries stay as they are: DENIED, without a reason. The former
-- version of the program, which may run beside this one, writes such entries still.
alter table auditing.audit_logs add column reason text;
alter table auditing.audit_logs drop constraint audit_logs_outcome_check;
alter table auditing.audit_logs
  add constraint audit_logs_outcome_check check (outcome in ('SUCCEEDED', 'DENIED', 'FAILED')) not valid,
  add constraint audit_logs_reason_check check (reason is null or (reason ~ '^[A-Z]+(_[A-Z]+)*$' and outcome <> 'SUCCEEDED')) not valid;
