-- Who people are at other providers. Not under row-level security, like the rest of access: read before the tenant is known, by issuer and subject.
create table access.external_identities (
  id uuid primary key,
  account_id uuid not null references access.accounts,
  provider text not null check (char_length(provider) between 1 and 50),
  -- What the provider calls itself and the person, byte for byte: OpenID Connect Core 1.0 compares them so.
  issuer text collate "C" not null check (char_length(issuer) between 1 and 500),
  subject text collate "C" not null check (char_length(subject) between 1 and 255),
  email text collate "C" check (email = lower(email) and char_length(email) <= 255),
  last_used_at timestamptz(3),
  version bigint not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);

-- One identity signs in to one account; an unlinked one can be linked anew.
create unique index external_identities_subject_key on access.external_identities (issuer, subject) where deleted_at is null;
create index external_identities_account_id_idx on access.external_identities (account_id, created_at, id) where deleted_at is null;
create index external_identities_deleted_at_idx on access.external_identities (deleted_at) where deleted_at is not null;

grant select, insert, update (last_used_at, version, updated_at, deleted_at), delete on access.external_identities to cleanapi_app;
