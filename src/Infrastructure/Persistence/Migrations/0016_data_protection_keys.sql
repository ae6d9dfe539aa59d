-- Keys of ASP.NET Core's data protection, for cookies and antiforgery tokens: encrypted as a whole, shared by all instances. Not under row-level security,
-- like the rest of access: read when the program starts.
create table access.data_protection_keys (
  name text primary key check (char_length(name) between 1 and 100),
  encrypted_element bytea not null check (octet_length(encrypted_element) <= 16384),
  created_at timestamptz(3) not null
);

grant select, insert on access.data_protection_keys to cleanapi_app;
