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
        (await PlanAsync("search_text like app.search_pattern('NEEDLE')")).Should().Contain("users_search_idx").And.Contain("%needle%", "the pattern is made once");
    }

    [Theory]
    [InlineData("force_custom_plan")]
    [InlineData("force_generic_plan")]
    public async Task The_pattern_of_a_parameter_is_looked_up_in_the_index(string mode)
    {
        await FillAsync();
        (await PlanAsync("search_text like app.search_pattern($1)", mode)).Should().Contain("users_search_idx");
    }

    [Theory]
    [InlineData("Zoe\u0308", "zo\u00eb")]
    [InlineData("İSTANBUL ISPARTA ıSPARTA", "istanbul isparta isparta")]
    [InlineData("ΟΔΥΣΣΕΥΣ ς", "οδυσσευσ σ")]
    [InlineData("Straße STRASSE ẞ", "strasse strasse ss")]
    [InlineData("ﬁ Ｗ \u212a", "fi w k")]
    [InlineData("\u0390 \u03b9\u0308\u0301", "\u0390 \u0390")]
    [InlineData("Привет 김 か\u3099", "привет 김 が")]
    [Trait("Requirement", "R241")]
    public async Task Folding_is_the_same_for_every_spelling_and_folding_again_changes_nothing(string text, string folded)
    {
        await using var command = fixture.Owner.CreateCommand("select app.fold($1), app.fold(app.fold($1)), provolatile from pg_proc where oid = 'app.fold(text)'::regprocedure");
        command.Parameters.AddWithValue(text);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        (reader.GetString(0), reader.GetString(1), reader.GetChar(2)).Should().Be((folded, folded, 'i'));
    }

    [Theory]
    [InlineData("a_b", @"%a\_b%")]
    [InlineData("50％ 50%", @"%50\% 50\%%")]
    [InlineData(@"\", @"%\\%")]
    [Trait("Requirement", "R241")]
    public async Task Wildcards_are_escaped_after_folding(string text, string pattern)
    {
        await using var command = fixture.Owner.CreateCommand("select app.search_pattern($1)");
        command.Parameters.AddWithValue(text);
        (await command.ExecuteScalarAsync()).Should().Be(pattern);
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

    private async Task<string> PlanAsync(string condition, string? planMode = null)
    {
        await using var connection = await fixture.Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var tenant = new NpgsqlCommand($"select set_config('app.organization_id', '{fixture.Ada.OrganizationId.Value}', true)", connection);
        await tenant.ExecuteNonQueryAsync();
        var select = $"select id from users.users where deleted_at is null and organization_id = '{fixture.Ada.OrganizationId.Value}' and {condition}";
        await using var prepare = new NpgsqlCommand($"set local plan_cache_mode = {planMode}; prepare {planMode}(text) as {select}", connection);
        if (planMode is not null)
        {
            await prepare.ExecuteNonQueryAsync();
        }

        await using var explain = new NpgsqlCommand(planMode is null ? $"explain {select}" : $"explain execute {planMode}('Needle')", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
