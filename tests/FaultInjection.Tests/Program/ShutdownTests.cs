namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>The program is asked to end while people send requests.</summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R254")]
    public async Task It_is_not_ready_first_and_serves_requests_until_it_is_left_alone()
    {
        await using var instance = await Instance.StartAsync(server, ("Shutdown__DrainSeconds", "2"));
        var member = await instance.SignInAsync();
        var load = await Load.BeginAsync(member, instance);

        instance.Process.Terminate();

        await Probe.UntilAsync("load balancers are told", async () => (await instance.Client.AnswerAsync("GET", "/health/ready")).Status == 503);
        await load.AcknowledgesAsync();
        await load.EndAsync();
        load.Failures.Should().BeEmpty();
        (await instance.Process.ExitAsync()).Should().Be(0);
        await Installation.ShouldHaveStoredAsync(server, load);
        instance.Process.Lines.Where(line => line.Contains(" 503 ", StringComparison.Ordinal) && line.Contains("GET /health/ready", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(line => line.Contains(" info: ", StringComparison.Ordinal), "it was asked to end");
    }
}
