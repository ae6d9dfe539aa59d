-- A session can end because the account got another password.
alter table access.sessions drop constraint sessions_revoked_reason_check;
alter table access.sessions add constraint sessions_revoked_reason_check
  check (revoked_reason in ('SIGNED_OUT', 'ENDED_BY_ADMINISTRATOR', 'ACCOUNT_CLOSED', 'TOKEN_REUSED', 'PASSWORD_CHANGED'));
