using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>How many connections may outlast a request: settings under <c>Streams</c>.</summary>
/// <param name="MaxConnections">Of one instance.</param>
/// <param name="MaxConnectionsPerOrganization">Of one organization, at one instance.</param>
internal sealed record LiveCallerSettings(int MaxConnections, int MaxConnectionsPerOrganization)
{
    private const int Most = 100_000;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static LiveCallerSettings Read(IConfiguration configuration) => new(
        configuration.ReadNumber("Streams:MaxConnections", 1, Most) ?? 1_000,
        configuration.ReadNumber("Streams:MaxConnectionsPerOrganization", 1, Most) ?? 100);
}
