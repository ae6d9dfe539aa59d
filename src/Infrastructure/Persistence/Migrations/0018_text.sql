-- One engine folds what is searched and what is searched for, and stored text is in NFC. The canonical addresses are computed by CanonicalAddresses, which runs
-- before this file in the same transaction: SQL has no A-labels.

-- Case folding for searches, the same in every locale. Each of upper and lower undoes what the other cannot (ẞ, ß and SS; ı, I and İ); NFKC before and after,
-- because both may decompose. A dot over an i, which İ leaves, and the form of a final sigma mean nothing to a search.
create function app.fold(value text) returns text
  language sql immutable strict parallel safe
  return translate(replace(
    normalize(lower(upper(lower(normalize(value, nfkc) collate "und-x-icu"))), nfkc), U&'i\0307', 'i'), U&'\03C2', U&'\03C3');

-- The pattern of a search. Its wildcards are escaped after folding, which makes a percent sign of U+FF05; it never ends in its escape character.
create function app.search_pattern(value text) returns text
  language sql immutable strict parallel safe
  return '%' || replace(replace(replace(app.fold(value), E'\\', E'\\\\'), '%', E'\\%'), '_', E'\\_') || '%';

-- Row-level security holds for the owner as well, who has no tenant here.
create policy migration on users.users to current_user using (true);
create policy migration on organizations.organizations to current_user using (true);
create policy migration on posts.posts to current_user using (true);
create policy migration on access.api_keys to current_user using (true);

-- A text can become longer by NFC; where it would be too long it stays, and its owner shortens it when they next change it.
update users.users set name = normalize(name, nfc), version = version + 1
  where name is not nfc normalized and char_length(normalize(name, nfc)) <= 100;
update users.users set bio = normalize(bio, nfc), version = version + 1
  where bio is not nfc normalized and char_length(normalize(bio, nfc)) <= 500;
update organizations.organizations set name = normalize(name, nfc), version = version + 1
  where name is not nfc normalized and char_length(normalize(name, nfc)) <= 100;
update posts.posts set title = normalize(title, nfc), version = version + 1
  where title is not nfc normalized and char_length(normalize(title, nfc)) <= 200;
update posts.posts set body = normalize(body, nfc), version = version + 1
  where body is not nfc normalized and char_length(normalize(body, nfc)) <= 20000;
update access.api_keys set name = normalize(name, nfc), version = version + 1
  where name is not nfc normalized and char_length(normalize(name, nfc)) <= 100;
update access.passkeys set name = normalize(name, nfc), version = version + 1
  where name is not nfc normalized and char_length(normalize(name, nfc)) <= 100;

drop policy migration on users.users;
drop policy migration on organizations.organizations;
drop policy migration on posts.posts;
drop policy migration on access.api_keys;

-- Under its name: the former version searches the new column in lower case, which finds all but what it did not find before.
alter table users.users drop column search_text;
alter table users.users add column search_text text collate "C" not null generated always as (app.fold(name || E'\n' || email)) stored;
create index users_search_idx on users.users using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;

-- The canonical form of an address: NFC, no ASCII capitals, a domain in ASCII. Rows that are no longer in use may keep what they had.
alter table users.users drop constraint users_email_check;
alter table users.users add constraint users_email_check check (
  char_length(email) <= 255 and (deleted_at is not null
    or email = lower(email collate "C") and email is nfc normalized and split_part(email, '@', 2) ~ '^[a-z0-9.-]+$'));
alter table access.accounts drop constraint accounts_email_check;
alter table access.accounts add constraint accounts_email_check check (
  char_length(email) <= 255 and (deleted_at is not null
    or email = lower(email collate "C") and email is nfc normalized and split_part(email, '@', 2) ~ '^[a-z0-9.-]+$'));
alter table access.external_identities drop constraint external_identities_email_check;
alter table access.external_identities add constraint external_identities_email_check check (
  char_length(email) <= 255 and (deleted_at is not null
    or email = lower(email collate "C") and email is nfc normalized and split_part(email, '@', 2) ~ '^[a-z0-9.-]+$'));
alter table invitations.invitations drop constraint invitations_email_check;
alter table invitations.invitations add constraint invitations_email_check check (
  char_length(email) <= 255 and (status <> 'PENDING'
    or email = lower(email collate "C") and email is nfc normalized and split_part(email, '@', 2) ~ '^[a-z0-9.-]+$'));
