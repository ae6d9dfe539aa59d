using CleanApi.Infrastructure.Persistence.Migrations;
using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>What the migration to canonical text makes of the data of an earlier version.</summary>
public sealed class TextMigrationTests() : MigrationTest(CanonicalAddresses.Migration)
{
    private const string Organization = "0190aaaa-0000-7000-8000-000000000001";
    private const string Other = "0190aaaa-0000-7000-8000-000000000002";

    [Fact]
    [Trait("Requirement", "R241")]
    public async Task Addresses_and_texts_get_their_canonical_form()
    {
        await AddUserAsync("zoe\u0308@bu\u0308cher.test".Normalize(), "Zoe\u0308 ΟΔΥΣΣΕΥΣ ΕΛΥΤΗΣ");
        await AddUserAsync("ada@acme.test", "Ada");
        await AddUserAsync("jo\u200be@acme.test", "Gone", deletedAt: "now()");
        await AddAccountAsync("jose\u0301@acme.test");
        await AddInvitationAsync("ana@bücher.test", Organization);
        await AddInvitationAsync("ana@bücher.test", Other);
        await AddInvitationAsync("ana@bücher.test", Other, "REVOKED");

        await MigrateAsync();

        (await ReadAsync("select email || ' ' || version from users.users order by email")).Should().Equal("ada@acme.test 1", "jo\u200be@acme.test 1", "zoë@xn--bcher-kva.test 3");
        (await ReadAsync("select name from users.users where email like 'zo%'")).Should().Equal("Zo\u00eb ΟΔΥΣΣΕΥΣ ΕΛΥΤΗΣ");
        (await ReadAsync("select name from users.users where search_text like app.search_pattern('οδυσσευς') and search_text like app.search_pattern('ZOE\u0308')")).Should().ContainSingle();
        (await ReadAsync("select email from access.accounts")).Should().Equal("jos\u00e9@acme.test");
        (await ReadAsync("select distinct email from invitations.invitations")).Should().Equal("ana@xn--bcher-kva.test");
        (await ReadAsync("select relname from pg_class where relrowsecurity and not relforcerowsecurity")).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R241")]
    public async Task Rows_that_become_one_address_stop_it_and_nothing_changes()
    {
        var first = await AddUserAsync("ana@bücher.test", "Ana");
        var second = await AddUserAsync("ana@xn--bcher-kva.test", "Ana");
        await AddUserAsync("ada@bücher.test", "Ada");

        var stop = await FluentActions.Awaiting(MigrateAsync).Should().ThrowAsync<StartException>();

        stop.Which.Message.Should().Contain(first).And.Contain(second).And.Contain("users.users").And.NotContain("@");
        (await ReadAsync("select email from users.users order by email")).Should().Equal("ada@bücher.test", "ana@bücher.test", "ana@xn--bcher-kva.test");
        (await ReadAsync("select \"MigrationId\" from public.migrations")).Should().NotContain(CanonicalAddresses.Migration);
        await ExecuteAsync(Superuser, $"delete from users.users where id = '{first}'");
        await MigrateAsync();
    }

    [Theory]
    [InlineData("jo\u200be@acme.test")]
    [InlineData("ｊoe@acme.test")]
    [InlineData("joe@xn--zzzzzz99999.test")]
    public async Task An_address_that_is_none_any_more_stops_it(string email)
    {
        var id = await AddUserAsync(email, "Joe");
        (await FluentActions.Awaiting(MigrateAsync).Should().ThrowAsync<StartException>()).Which.Message.Should().Contain(id);
    }

    [Theory]
    [InlineData("Ada@acme.test")]
    [InlineData("zoe\u0308@acme.test")]
    [InlineData("ana@bücher.test")]
    [Trait("Requirement", "R241")]
    public async Task No_other_form_is_stored_afterwards(string email)
    {
        await MigrateAsync();
        var adds = new Func<Task>[] { () => AddUserAsync(email, "Ada"), () => AddAccountAsync(email), () => AddInvitationAsync(email, Organization) };
        foreach (var add in adds)
        {
            (await FluentActions.Awaiting(add).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.CheckViolation);
        }
    }

    private async Task<string> AddUserAsync(string email, string name, string deletedAt = "null") => await AddAsync(
        $"insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at, deleted_at) values ($1, '{Organization}', $2, '{name}', 'MEMBER', 'ACTIVE', 1, now(), now(), {deletedAt})",
        email);

    private Task<string> AddAccountAsync(string email) =>
        AddAsync("insert into access.accounts (id, email, version, created_at, updated_at) values ($1, $2, 1, now(), now())", email);

    private Task<string> AddInvitationAsync(string email, string organization, string status = "PENDING") => AddAsync(
        $"insert into invitations.invitations (id, organization_id, email, role, invited_by_id, status, sendings, expires_at, version, created_at, updated_at) values ($1, '{organization}', $2, 'MEMBER', gen_random_uuid(), '{status}', 1, now() + interval '1 day', 1, now(), now())",
        email);

    private async Task<string> AddAsync(string sql, string email)
    {
        var id = Guid.CreateVersion7();
        await using var command = Superuser.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(email);
        await command.ExecuteNonQueryAsync();
        return id.ToString();
    }
}
