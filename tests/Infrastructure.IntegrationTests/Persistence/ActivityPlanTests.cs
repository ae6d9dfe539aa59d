using CleanApi.Infrastructure.Activities;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>How activity is summed up where there is a year of it, of several organizations, under row-level security.</summary>
[Trait("Requirement", "R18")]
public sealed class ActivityPlanTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task One_range_of_one_index_is_read_once()
    {
        await FillAsync();

        var plan = await PlanAsync(Start.AddDays(100), days: 30);

        plan.Split("member_quarters_pkey").Should().HaveCount(2, "it is read once:\n{0}", plan);
        plan.Should().MatchRegex(@"Index Cond: \(\(organization_id = [^\n]*\) AND \(quarter >= [^\n]*\) AND \(quarter < ").And.NotContain("Seq Scan on member_quarters");
    }

    private async Task FillAsync()
    {
        await using var fill = fixture.Owner.CreateCommand(
            $"""
            insert into activities.member_quarters (organization_id, quarter, user_id, sign_ins, posts, invitations, actions)
            select organization::uuid, timestamptz '2026-01-01T00:00Z' + day * interval '1 day' + member % 32 * interval '15 minutes',
              ('00000000-0000-7000-9000-' || lpad(member::text, 12, '0'))::uuid, 1, 1, 0, 3
            from unnest(array['{fixture.Ada.OrganizationId.Value}', '{fixture.Bob.OrganizationId.Value}']) organization, generate_series(0, 364) day, generate_series(1, 40) member
            on conflict do nothing;
            analyze activities.member_quarters;
            """);
        await fill.ExecuteNonQueryAsync();
    }

    private async Task<string> PlanAsync(DateTime from, int days)
    {
        await using var connection = await fixture.Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var tenant = new NpgsqlCommand($"select set_config('app.organization_id', '{fixture.Ada.OrganizationId.Value}', true)", connection);
        await tenant.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("explain " + ActivityStore.Sums, connection);
        explain.Parameters.Add(new NpgsqlParameter<Guid>("organization", fixture.Ada.OrganizationId.Value));
        explain.Parameters.Add(new NpgsqlParameter<DateTime[]>("starts", [.. Enumerable.Range(0, days).Select(day => from.AddDays(day))]));
        explain.Parameters.Add(new NpgsqlParameter<DateTime>("start", from));
        explain.Parameters.Add(new NpgsqlParameter<DateTime>("end", from.AddDays(days)));
        explain.Parameters.Add(new NpgsqlParameter<int>("members", 100));
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
