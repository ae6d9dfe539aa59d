-- 1,000 organizations of 200 users each, the same on every machine; every 50th user is deleted. Run as a superuser on a migrated database that has the demo data:
-- each organization's first user is an administrator who signs in as bench{n}@bench.test with the demo password.
\set ON_ERROR_STOP on
begin;

insert into organizations.organizations (id, name, plan, version, created_at, updated_at)
select md5('org' || o)::uuid, 'Organization ' || o, 'PRO', 1, t, t
from (select o, timestamptz '2025-01-01 00:00:00Z' + o * interval '1 minute' t from generate_series(1, 1000) o) s;

insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at, deleted_at)
select md5('user' || o || '-' || u)::uuid, md5('org' || o)::uuid,
       case when u = 1 then 'bench' || o || '@bench.test' else lower(f) || '.' || lower(l) || '.' || o || '.' || u || '@example-' || o || '.test' end,
       f || ' ' || l,
       case when u = 1 then 'ADMIN' when u % 7 = 0 then 'VIEWER' else 'MEMBER' end, 'ACTIVE', 1,
       t, t, case when u % 50 = 0 then t + interval '1 day' end
from (
  select o, u,
    (array['Gabriel','Abigail','Isabel','Mabel','Anna','Bruno','Carla','David','Elena','Farid','Greta','Hugo','Ines','Jonas','Karin','Liam','Mona','Nils','Olga','Pedro','Quinn','Rosa','Sven','Tara','Umar','Vera','Wim','Xenia','Yara','Zoe','Ada'])[1 + (o * 7 + u * 13) % 31] f,
    (array['Smith','Novak','Garcia','Ito','Okafor','Larsen','Khan','Rossi','Dubois','Meyer','Kowalski','Silva','Abbott','Haddad','Petrov','Nguyen','Cohen'])[1 + (o * 3 + u * 5) % 17] l,
    timestamptz '2025-02-01 00:00:00Z' + ((o * 131 + u * 7919) % 200000) * interval '1 minute' + ((o * 17 + u * 31) % 1000) * interval '1 millisecond' t
  from generate_series(1, 1000) o, generate_series(1, 200) u
) s;

insert into access.accounts (id, email, password_hash, password_changed_at, version, created_at, updated_at)
select md5('account' || o)::uuid, 'bench' || o || '@bench.test', (select password_hash from access.accounts where email = 'admin@acme.test'), now(), 1, now(), now()
from generate_series(1, 1000) o;

insert into access.memberships (account_id, user_id, organization_id, created_at)
select md5('account' || o)::uuid, md5('user' || o || '-1')::uuid, md5('org' || o)::uuid, now() from generate_series(1, 1000) o;

-- Nothing but Development starts over accounts that have the first password of the demo data.
update access.accounts set password_changed_at = now() where email ~ '@(acme|globex|demo)[.]test$';

commit;
vacuum (freeze, analyze);
