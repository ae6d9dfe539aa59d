namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>The program is killed under load, alone and beside another instance.</summary>
[Trait("Requirement", "R254")]
public sealed class KilledProgramTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task What_was_acknowledged_is_stored_once_and_the_next_one_goes_on()
    {
        await using var first = await Instance.StartAsync(server);
        await using var second = await Instance.StartAsync(server);
        var member = await first.SignInAsync();

        var load = await Load.BeginAsync(member, first, second);
        await first.Process.KillAsync();
        await load.AcknowledgesAsync();
        await second.Process.KillAsync();
        await load.EndAsync();

        load.Failures.Should().BeEmpty();
        output.WriteLine($"{load.Acknowledged.Count} posts acknowledged of {load.Sent.Count()} sent.");
        await Installation.ShouldHaveStoredAsync(server, load);
        await using var next = await Instance.StartAsync(server);
        (await next.Client.AnswerAsync("GET", "/api/v1/users", member.Authorization)).Status.Should().Be(200);
    }
}
