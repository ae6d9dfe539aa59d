using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

/// <summary>The process that a test kills: starts a cluster, writes its port, and waits until its input ends.</summary>
public static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            await using var cluster = await EmbeddedCluster.StartAsync(
                new EmbeddedClusterOptions { DataDirectory = arguments[0], Durable = bool.Parse(arguments[1]) }, NullLogger.Instance);
            Console.WriteLine(cluster.Port);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (EmbeddedPostgresException exception)
        {
            Console.WriteLine(exception.Message);
            return 1;
        }
    }
}
