using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>Reads the audit log.</summary>
internal static class RefusalLog
{
    /// <summary>The entries of a request: action, outcome, reason, organization, actor and target.</summary>
    public static Task<IReadOnlyList<string>> EntriesAsync(this ApiFixture api, string requestId) => api.EntriesWhereAsync($"request_id = '{requestId}'");

    /// <summary>The same, of a response.</summary>
    public static Task<IReadOnlyList<string>> EntriesAsync(this ApiFixture api, HttpResponseMessage response) =>
        api.EntriesAsync(response.Headers.GetValues("X-Request-ID").Single());

    /// <summary>The entries that meet a condition, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> EntriesWhereAsync(this ApiFixture api, string condition)
    {
        await using var command = api.Owner.CreateCommand(
            $"""
            select action || ' ' || outcome || ' ' || coalesce(reason, '-'), organization_id, actor_id, coalesce(target_type || ' ' || target_id, 'nothing')
            from auditing.audit_logs where {condition} order by id
            """);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> entries = [];
        while (await reader.ReadAsync())
        {
            var actor = reader.IsDBNull(2) ? "nobody" : new UserId(reader.GetGuid(2)).ToString();
            entries.Add($"{reader.GetString(0)} in {new OrganizationId(reader.GetGuid(1))} by {actor} on {reader.GetString(3)}");
        }

        return entries;
    }

    /// <summary>The organization of a user.</summary>
    public static async Task<string> OrganizationOfAsync(this ApiFixture api, string email) =>
        new OrganizationId(await api.ScalarAsync<Guid>($"select organization_id from users.users where email = '{email}'")).ToString();

    /// <summary>The id of a user, also of one who cannot sign in.</summary>
    public static async Task<string> StoredUserIdAsync(this ApiFixture api, string email) =>
        new UserId(await api.ScalarAsync<Guid>($"select id from users.users where email = '{email}'")).ToString();
}
