-- How many mails an address got within the last hour, over all organizations: not under row-level security, like the mails themselves.
create table mail.recipients (
  -- HMAC of the canonical address with a key that is not in the database: addresses can be guessed.
  address_hash bytea primary key check (octet_length(address_hash) = 32),
  requests_at timestamptz(3)[] not null,
  resets_at timestamptz(3)[] not null,
  notices_at timestamptz(3)[] not null,
  last_at timestamptz(3) not null
);
create index recipients_last_at_idx on mail.recipients (last_at);

create function mail.recent(times timestamptz[], since timestamptz) returns timestamptz[]
  language sql immutable parallel safe
  return array(select moment from unnest(times) moment where moment > since order by moment);

grant select, insert, update (requests_at, resets_at, notices_at, last_at), delete on mail.recipients to cleanapi_app;

-- Mails that were given up are deleted after a time.
create index messages_failed_at_idx on mail.messages (failed_at) where failed_at is not null;
