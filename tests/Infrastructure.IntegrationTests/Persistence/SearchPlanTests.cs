using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

[Trait("Requirement", "R18")]
public sealed class SearchPlanTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    [Fact]
    public async Task A_search_in_a_large_tenant_uses_the_trigram_index_under_row_level_security()
    {
        await FillAsync();
        (await PlanAsync("search_text like '%needle%'")).Should().Contain("users_search_idx");
    }

    [Theory]
    [InlineData("created_at")]
    [InlineData("name")]
    [InlineData("email")]
    public async Task Every_order_of_the_list_is_served_by_an_index_without_a_sort(string column)
    {
        await FillAsync();
        foreach (var direction in new[] { "asc", "desc" })
        {
            var plan = await PlanAsync($"true order by {column} {direction}, id {direction} limit 21");
            plan.Should().Contain($"users_{column}_idx").And.NotContain("Sort");
        }
    }

    private async Task FillAsync()
    {
        await using var command = fixture.Owner.CreateCommand(
            $"""
            insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
            select gen_random_uuid(), '{fixture.Ada.OrganizationId.Value}', 'u' || n || '@fill.test', md5(n::text), 'MEMBER', 'ACTIVE', 1, now() - n * interval '1 second', now()
            from generate_series(1, 20000) n on conflict do nothing;
            analyze users.users;
            """);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> PlanAsync(string condition)
    {
        await using var connection = await fixture.Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var tenant = new NpgsqlCommand($"select set_config('app.organization_id', '{fixture.Ada.OrganizationId.Value}', true)", connection);
        await tenant.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"explain select id from users.users where deleted_at is null and organization_id = '{fixture.Ada.OrganizationId.Value}' and {condition}", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
