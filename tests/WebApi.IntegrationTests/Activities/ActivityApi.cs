using CleanApi.Application.Activities;
using CleanApi.Infrastructure.Activities;
using CleanApi.Infrastructure.CommandLine;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Activities;

/// <summary>The API for tests of activity.</summary>
public sealed class ActivityApi : UsersApi
{
    /// <summary>Where it is.</summary>
    public const string Activity = "/api/v1/organization/activity";

    /// <summary>Waits until all that has happened is counted.</summary>
    public Task CountedAsync() => Probe.UntilAsync(
        "all is counted",
        async () => await ScalarAsync<long>($"select count(*) from events.outbox_deliveries where dead_at is null and due_at < '2900-01-01' and handler = '{ActivityCounting.Handler}'") == 0);

    /// <summary>Reads activity, once all that has happened is counted.</summary>
    public async Task<Users.Answer> ReadAsync(string email, string query = "")
    {
        // Whoever reads has signed in before.
        await TokenAsync(email);
        await CountedAsync();
        return await GetAsync(email, Activity + query);
    }

    /// <summary>Counts sign-ins of somebody in the quarter of an hour that begins at a time.</summary>
    public Task SeedAsync(string email, string quarter, int signIns = 1) => ExecuteAsync(
        $"""
        insert into activities.member_quarters (organization_id, quarter, user_id, sign_ins, posts, invitations, actions)
        select organization_id, '{quarter}', id, {signIns}, 0, 0, {signIns} from users.users where email = '{email}' and deleted_at is null
        """);

    /// <summary>Creates a draft.</summary>
    public async Task<string> PostAsync(string email, string status = "DRAFT") =>
        (await SendAsync(email, "POST", "/api/v1/posts", new { title = "Some post", status })).Expect(System.Net.HttpStatusCode.Created).Text("data.id")!;

    /// <summary>Counts again, as an operator does.</summary>
    public async Task<(int Exit, string Output)> RebuildAsync()
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var exit = await new AdminRebuildActivity().RunAsync(new CommandRun(Services, [], output, TextWriter.Null), CancellationToken.None);
        return (exit, output.ToString());
    }
}
