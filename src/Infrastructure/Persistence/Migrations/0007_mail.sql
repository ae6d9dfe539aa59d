-- Mails that are to be sent. Not under row-level security: the sender belongs to no tenant, and people get mails before they belong to one.
create schema mail;

create table mail.messages (
  id uuid primary key,
  template text not null,
  -- Recipient and values, AES-256-GCM with a key that is not in the database, bound to the id: the links hold tokens. Null once given up.
  encrypted_content bytea,
  livemode boolean not null,
  created_at timestamptz(3) not null,
  -- When it is to be sent; while an instance is at it, when others may take it over.
  due_at timestamptz(3) not null,
  -- Whose turn it is: the outcome of a turn that somebody else has taken over counts no more.
  lease_token uuid,
  attempts integer not null check (attempts >= 0),
  last_error text,
  failed_at timestamptz(3),
  check ((failed_at is null) = (encrypted_content is not null))
);
create index messages_due_at_idx on mail.messages (due_at) where failed_at is null;

grant usage on schema mail to cleanapi_app;
grant select, insert, update (encrypted_content, due_at, lease_token, attempts, last_error, failed_at), delete on mail.messages to cleanapi_app;
