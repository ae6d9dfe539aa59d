using CleanApi.Infrastructure.Persistence;

namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>A managed database, whose owner is no superuser and cannot let searches use their index.</summary>
public sealed class UnindexedSearchTests : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R254")]
    public async Task Operators_are_told_at_the_start_and_by_the_health_check_until_a_superuser_has_done_it()
    {
        const string Owner = "managed_owner";
        await server.ExecuteAsync($"create role {Owner} login createrole password '{Server.ApplicationPassword}'");
        await server.ExecuteAsync($"alter database {Server.Name} owner to {Owner}; grant {DatabaseRoles.Application} to {Owner}");
        (string, string)[] settings = [("ConnectionStrings__CleanApi", server.Application), ("ConnectionStrings__CleanApiOwner", server.As(Owner))];
        await using (var instance = await Instance.StartAsync(settings))
        {
            var member = await instance.SignInAsync();
            (await instance.Client.AnswerAsync("GET", "/api/v1/users?search=demo", member.Authorization)).Status.Should().Be(200);
            instance.Process.Lines.Should().ContainSingle(line => line.Contains(TrigramSearch.NotIndexed, StringComparison.Ordinal) && !line.Contains("Health of", StringComparison.Ordinal));
            await Probe.UntilAsync(
                "the health check tells it", () => instance.Process.Lines.Any(line => line.Contains($"Health of database: Degraded {TrigramSearch.NotIndexed}", StringComparison.Ordinal)));
        }

        await server.ExecuteAsync("alter function pg_catalog.textlike(text, text) leakproof");
        await using var next = await Instance.StartAsync(settings);
        next.Process.Lines.Should().NotContain(line => line.Contains(TrigramSearch.NotIndexed, StringComparison.Ordinal));
    }
}
