namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>
/// Two instances are restarted one after the other under load, as an upgrade does it. Both are of the present version: that two versions understand one schema and each other's
/// stored data is not tried here.
/// </summary>
public sealed class RollingRestartTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R254")]
    public async Task Whoever_tries_the_other_instance_notices_nothing()
    {
        await using var first = await Instance.StartAsync(server, ("Shutdown__DrainSeconds", "1"));
        await using var second = await Instance.StartAsync(server, ("Shutdown__DrainSeconds", "1"));
        var load = await Load.BeginRepeatingAsync(await first.SignInAsync(), first, second);

        await first.RestartAsync();
        await load.AcknowledgesAsync();
        await second.RestartAsync();
        await load.AcknowledgesAsync();
        await load.EndAsync();

        output.WriteLine($"{load.Acknowledged.Count} posts acknowledged; the longest answer took {load.Longest.TotalMilliseconds:0} ms.");
        load.Failures.Should().BeSubsetOf([503]);
        load.Acknowledged.Should().BeEquivalentTo(load.Sent);
        await Installation.ShouldHaveStoredAsync(server, load);
    }
}
