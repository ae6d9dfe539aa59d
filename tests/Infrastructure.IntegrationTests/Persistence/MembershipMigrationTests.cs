using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>What becomes of the accounts and sessions of an earlier version, which made an account for everybody whom an administrator created.</summary>
public sealed class MembershipMigrationTests() : MigrationTest("0019_memberships")
{
    private const string Organization = "0190aaaa-0000-7000-8000-000000000001";
    private const string Other = "0190aaaa-0000-7000-8000-000000000002";

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task Accounts_that_nobody_has_proved_end_and_their_users_stay()
    {
        foreach (var name in new[] { "password", "identity", "passkey", "nothing" })
        {
            await AddAsync(name, name == "password" ? "'$argon2id$x'" : "null");
        }

        await AddCredentialsAsync();

        await MigrateAsync();

        (await ReadAsync("select email from access.accounts where deleted_at is null order by email")).Should().Equal("identity@acme.test", "passkey@acme.test", "password@acme.test");
        (await ReadAsync("select a.email from access.memberships m join access.accounts a on a.id = m.account_id where m.deleted_at is null order by 1"))
            .Should().Equal("identity@acme.test", "passkey@acme.test", "password@acme.test");
        (await ReadAsync("select a.email || ' ' || s.revoked_reason from access.sessions s join access.accounts a on a.id = s.account_id where s.revoked_at is not null"))
            .Should().Equal("nothing@acme.test ACCOUNT_CLOSED");
        (await ReadAsync("select email from users.users where deleted_at is null order by email"))
            .Should().Equal("identity@acme.test", "nothing@acme.test", "passkey@acme.test", "password@acme.test");
        (await ReadAsync("select relname from pg_class where relrowsecurity and not relforcerowsecurity")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_session_was_authenticated_when_it_was_created()
    {
        await AddAsync("password", "'$argon2id$x'");
        await MigrateAsync();
        (await ReadAsync("select (authenticated_at = created_at)::text || ' ' || is_multi_factor from access.sessions")).Should().Equal("true false");
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task An_address_is_unique_within_an_organization_and_an_account_within_the_addresses_that_were_proved()
    {
        await MigrateAsync();
        const string Users = "insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at) values (gen_random_uuid(), '{0}', 'ada@acme.test', 'Ada', 'MEMBER', 'ACTIVE', 1, now(), now())";
        const string Accounts = "insert into access.accounts (id, email, local_organization_id, version, created_at, updated_at) values (gen_random_uuid(), 'ada@acme.test', {0}, 1, now(), now())";
        foreach (var sql in new[] { At(Users, Organization), At(Users, Other), At(Accounts, "null"), At(Accounts, $"'{Organization}'"), At(Accounts, $"'{Other}'") })
        {
            await ExecuteAsync(Superuser, sql);
            (await FluentActions.Awaiting(() => ExecuteAsync(Superuser, sql)).Should().ThrowAsync<PostgresException>())
                .Which.SqlState.Should().Be(PostgresErrorCodes.UniqueViolation);
        }
    }

    private static string At(string sql, string organization) => sql.Replace("{0}", organization, StringComparison.Ordinal);

    private Task AddAsync(string name, string hash) => ExecuteAsync(
        Superuser,
        $"""
        with person as (
          insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
          values (gen_random_uuid(), '{Organization}', '{name}@acme.test', '{name}', 'MEMBER', 'ACTIVE', 1, now(), now()) returning id
        ), account as (
          insert into access.accounts (id, email, password_hash, password_changed_at, encrypted_totp_secret, totp_begun_at, totp_confirmed_at, version, created_at, updated_at)
          values (gen_random_uuid(), '{name}@acme.test', {hash}, case when {hash} is not null then now() end, '\x00', now(), now(), 1, now(), now()) returning id
        ), membership as (
          insert into access.memberships (account_id, user_id, organization_id, created_at) select account.id, person.id, '{Organization}', now() from account, person
        )
        insert into access.sessions (id, account_id, user_id, organization_id, stamp, expires_at, last_used_at, version, created_at, updated_at)
        select gen_random_uuid(), account.id, person.id, '{Organization}', 1, now() + interval '1 day', now(), 1, now() - interval '1 hour', now() from account, person
        """);

    // Of what was unlinked or removed, nothing is left to sign in with.
    private Task AddCredentialsAsync() => ExecuteAsync(
        Superuser,
        """
        insert into access.external_identities (id, account_id, provider, issuer, subject, version, created_at, updated_at, deleted_at)
        select gen_random_uuid(), id, 'google', 'https://issuer.test', email, 1, now(), now(), case when email like 'nothing%' then now() end
        from access.accounts where email like 'identity%' or email like 'nothing%';
        insert into access.passkeys (id, account_id, credential_id, public_key, name, sign_count, transports, is_user_verified, is_backup_eligible, is_backed_up, version, created_at, updated_at, deleted_at)
        select gen_random_uuid(), id, email::bytea, '\x00', 'key', 0, '', true, false, false, 1, now(), now(), case when email like 'nothing%' then now() end
        from access.accounts where email like 'passkey%' or email like 'nothing%'
        """);
}
