using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>The lists of posts in a large organization, under row-level security, for somebody who reads what is published and their own.</summary>
[Trait("Requirement", "R18")]
public sealed class PostPlanTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    private const string Author = "00000000-0000-7000-8000-000000000001";
    private const string Readable = $"(status = 'PUBLISHED' or author_id = '{Author}')";

    [Theory]
    [InlineData("created_at", "posts_created_at_idx")]
    [InlineData("updated_at", "posts_updated_at_idx")]
    [InlineData("title", "posts_title_idx")]
    public async Task Every_order_is_served_by_an_index_without_a_sort(string column, string index)
    {
        foreach (var direction in new[] { "asc", "desc" })
        {
            (await PlanAsync($"{Readable} order by {column} {direction}, id {direction} limit 21")).Should().Contain(index).And.NotContain("Sort");
        }
    }

    [Theory]
    [InlineData("created_at", "posts_author_idx")]
    [InlineData("updated_at", "posts_author_updated_at_idx")]
    public async Task So_is_every_order_of_one_author(string column, string index)
    {
        foreach (var direction in new[] { "asc", "desc" })
        {
            (await PlanAsync($"author_id = '{Author}' and {Readable} order by {column} {direction}, id {direction} limit 21")).Should().Contain(index).And.NotContain("Sort");
        }
    }

    [Fact]
    public async Task A_search_uses_the_trigram_index() =>
        (await PlanAsync($"search_text like app.search_pattern('NEEDLE') and {Readable}")).Should().Contain("posts_search_idx");

    private async Task<string> PlanAsync(string condition)
    {
        await using var fill = fixture.Owner.CreateCommand(
            $"""
            insert into posts.posts (id, organization_id, author_id, title, body, status, version, created_at, updated_at)
            select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, '{fixture.Ada.OrganizationId.Value}',
              case when n % 20 = 0 then '{Author}'::uuid else gen_random_uuid() end, md5(n::text), md5((-n)::text),
              case when n % 10 = 0 then 'DRAFT' else 'PUBLISHED' end, 1, now() - n * interval '1 second', now() - n * interval '2 seconds'
            from generate_series(1, 20000) n on conflict do nothing
            """);
        await fill.ExecuteNonQueryAsync();
        // What was inserted last is in the index's list of pending entries, as autovacuum would find it: read whole, that costs as much as the table.
        await using var vacuum = fixture.Owner.CreateCommand("vacuum analyze posts.posts");
        await vacuum.ExecuteNonQueryAsync();
        await using var connection = await fixture.Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var tenant = new NpgsqlCommand($"select set_config('app.organization_id', '{fixture.Ada.OrganizationId.Value}', true)", connection);
        await tenant.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand(
            $"explain select id from posts.posts where deleted_at is null and organization_id = '{fixture.Ada.OrganizationId.Value}' and {condition}", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
