using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class ApiKeyTests(AccessCluster cluster) : AccessTest(cluster)
{
    [Fact]
    [Trait("Requirement", "R123")]
    public async Task A_key_revoked_by_one_instance_is_rejected_by_another_at_the_next_request()
    {
        var (_, owner, created) = await CreateOrganizationAsync();
        var other = await StartAsync(Key);
        var caller = await ReadAsync(other, created);
        await other.SendAsync(new GetMe(), caller);
        await Api.SendAsync(new RevokeApiKey(created.Id), owner);
        await FluentActions.Awaiting(() => other.SendAsync(new GetMe(), caller!)).Should().ThrowAsync<AuthenticationError>();
        (await ReadAsync(other, created)).Should().BeNull("what the first statement has found is remembered");
        await FluentActions.Awaiting(() => other.SendAsync(new GetMe(), caller!)).Should().ThrowAsync<AuthenticationError>();
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_role_changed_by_one_instance_applies_on_another_at_the_next_request()
    {
        var (user, owner, created) = await CreateOrganizationAsync();
        var other = await StartAsync(Key);
        var caller = await ReadAsync(other, created);
        await ExecuteAsync($"update users.users set role = 'MEMBER' where id = '{user.Id.Value}'");
        await Api.CommitAsync<IUserSessions>(user, sessions => sessions.InvalidateAccessTokensAsync(user.Id, CancellationToken.None));
        await FluentActions.Awaiting(() => other.SendAsync(new CreateUser("x@acme.test", "X"), caller!)).Should().ThrowAsync<AuthorizationError>();
        (await ReadAsync(other, created))!.Role.Should().Be(UserRole.Member);
        owner.Role.Should().Be(UserRole.Admin);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_key_created_concurrently_with_a_role_change_never_keeps_the_old_role()
    {
        for (var i = 0; i < 10; i++)
        {
            var member = await Api.CreateOrganizationAsync(role: UserRole.Member);
            var session = await CallerAsync(await Api.LoginAsync(member));
            var admin = await CallerAsync(await Api.LoginAsync(await Api.AddAdminAsync(member)));
            var creation = Api.SendAsync(new CreateApiKey("Import"), session);
            var change = ChangeRoleAsync(member, admin);
            ApiKeyResponse? created = null;
            try
            {
                created = await creation;
            }
            catch (AuthenticationError)
            {
                // The role change was first: the session's role is stale.
            }

            var early = created is null ? null : await ReadAsync(Api, created);
            await change;
            if (early is not null)
            {
                await FluentActions.Awaiting(() => Api.SendAsync(new ListUsers(), early)).Should().ThrowAsync<AuthorizationError>();
            }
        }
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task Without_a_tenant_only_the_presented_key_is_visible()
    {
        var (_, _, one) = await CreateOrganizationAsync();
        var (_, _, other) = await CreateOrganizationAsync();
        var hash = ApiKeySecrets.Hash(one.Key!);
        (await SeenAsync("select 1")).Should().BeEmpty();
        (await SeenAsync($"select set_config('app.api_key_hash', '{hash}', true)")).Should().Equal(one.Id.Value);
        (await SeenAsync($"select set_config('app.organization_id', '{other.OrganizationId.Value}', true)")).Should().Equal(other.Id.Value);
        (await SeenAsync($"select app.enter_api_key('{other.OrganizationId.Value}', '{one.Id.Value}', 1)")).Should().BeEmpty("the key is another tenant's");
        (await SeenAsync($"select app.enter_api_key('{one.OrganizationId.Value}', '{one.Id.Value}', 2)")).Should().BeEmpty("the stamp differs");
        (await SeenAsync($"select app.enter_api_key('{one.OrganizationId.Value}', '{one.Id.Value}', 1)")).Should().Equal(one.Id.Value);
    }

    [Fact]
    [Trait("Requirement", "R244")]
    public async Task A_key_never_gets_more_scopes_whatever_the_program_does()
    {
        var (_, _, one) = await CreateOrganizationAsync();
        await FluentActions.Awaiting(() => SetScopesAsync(one, "made:up posts:read")).Should().ThrowAsync<PostgresException>().Where(error => error.SqlState == PostgresErrorCodes.InsufficientPrivilege);
        (await SetScopesAsync(one, "posts:read")).Should().Be(1);
        await FluentActions.Awaiting(() => SetScopesAsync(one, "posts:read users:read")).Should().ThrowAsync<PostgresException>();
    }

    [Theory]
    [InlineData("hash = repeat('0', 64)")]
    [InlineData("user_id = gen_random_uuid()")]
    [InlineData("mode = 'LIVE'")]
    public async Task The_hash_owner_and_mode_of_a_key_are_immutable(string change)
    {
        await using var command = Api.Get<Database>().Application.CreateCommand($"update access.api_keys set {change}");
        (await FluentActions.Awaiting(() => command.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState
            .Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task<ApiKeyCaller?> ReadAsync(Instance instance, ApiKeyResponse created) =>
        await instance.Get<IApiKeyReader>().ReadAsync(created.Key!, CancellationToken.None);

    // Like an administrator's change: first the role, then the invalidation of what was issued for the old one.
    private Task<UserResponse> ChangeRoleAsync(User user, Caller admin) =>
        Api.SendAsync(new UpdateUser(user.Id, new UserPatch { Role = UserRole.Viewer }), admin);

    private async Task<(User User, UserCaller Owner, ApiKeyResponse Created)> CreateOrganizationAsync()
    {
        var user = await Api.CreateOrganizationAsync();
        await Api.CreateOrganizationAsync();
        var owner = await CallerAsync(await Api.LoginAsync(user));
        return (user, owner, await Api.SendAsync(new CreateApiKey("Import"), owner));
    }

    private async Task<List<Guid>> SeenAsync(string before)
    {
        List<Guid> seen = [];
        await using var connection = await Api.Get<Database>().Application.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(before + "; select id from access.api_keys", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            seen.Add(reader.GetGuid(0));
        }

        return seen;
    }

    private async Task<int> SetScopesAsync(ApiKeyResponse key, string scopes)
    {
        await using var connection = await Api.Get<Database>().Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var enter = new NpgsqlCommand($"select set_config('app.organization_id', '{key.OrganizationId.Value}', true)", connection, transaction);
        await enter.ExecuteNonQueryAsync();
        await using var change = new NpgsqlCommand($"update access.api_keys set scopes = '{scopes}' where id = '{key.Id.Value}'", connection, transaction);
        var rows = await change.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }
}
