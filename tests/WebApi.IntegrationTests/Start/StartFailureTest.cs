using System.Globalization;
using CleanApi.WebApi.IntegrationTests.Access.External;

namespace CleanApi.WebApi.IntegrationTests.Start;

/// <summary>The base of tests of a start that cannot succeed, with a database of its own.</summary>
public abstract class StartFailureTest : IAsyncLifetime
{
    private readonly int port = NodeProcess.FreePort();

    /// <summary>The database's name.</summary>
    protected string Database { get; } = "t_" + Guid.NewGuid().ToString("N");

    /// <summary>The owner's connection string, who is a superuser.</summary>
    protected string Connection { get; private set; } = "";

    /// <summary>Where the program listens, if it does.</summary>
    protected string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    /// <inheritdoc />
    public async Task InitializeAsync() => Connection = await TestCluster.CloneAsync(Database);

    /// <inheritdoc />
    public Task DisposeAsync() => TestCluster.DropAsync(Database);

    /// <summary>The program ends with one line of ours, which it returns.</summary>
    protected static async Task<string> ShouldEndWithAsync(string said, params (string Name, string Value)[] settings)
    {
        await using var program = ProgramProcess.Start(settings);
        (await program.ExitAsync()).Should().Be(1);
        program.Lines.Should().NotContain(line => line.Contains("   at ", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal));
        return program.Lines.Where(line => line.StartsWith("CleanApi cannot start. ", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().StartWith($"CleanApi cannot start. {said}").And.Subject;
    }
}
