namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>An API that keeps few connections open.</summary>
public sealed class FewStreamsApi : EventsApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Streams:MaxConnections"] = "3",
        ["Streams:MaxConnectionsPerOrganization"] = "3",
    };
}
