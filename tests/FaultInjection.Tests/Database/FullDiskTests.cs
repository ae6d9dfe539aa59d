namespace CleanApi.FaultInjection.Tests.Database;

/// <summary>The server's disk has no space for what is written.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [MountFact]
    [Trait("Requirement", "R254")]
    public async Task Changes_are_refused_reads_go_on_and_with_space_it_works_again()
    {
        await using var instance = await Instance.StartAsync(server);
        var member = await instance.SignInAsync();
        using var disk = SmallDisk.Mount(server.DataDirectory);
        await server.ExecuteAsync($"create tablespace small location '{disk.Tablespace}'");
        await server.ExecuteAsync("alter table posts.posts set tablespace small");
        var load = await Load.BeginAsync(member, instance);

        disk.Fill();
        await load.FailsAsync();
        (await instance.Client.AnswerAsync("GET", "/api/v1/users", member.Authorization)).Status.Should().Be(200);
        (await instance.Client.AnswerAsync("GET", "/health/ready")).Status.Should().Be(200);
        disk.Empty();

        await load.AcknowledgesAsync();
        await load.EndAsync();
        load.Failures.Should().Equal(503);
        await Installation.ShouldHaveStoredAsync(server, load);
        await server.ExecuteAsync("alter table posts.posts set tablespace pg_default");
        await server.ExecuteAsync("drop tablespace small");
    }
}
