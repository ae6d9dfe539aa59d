namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>The API behind a proxy that passes requests in the clear on.</summary>
public sealed class RedirectApi : ApiFixture
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Https:RedirectPort"] = "443",
        ["ForwardedHeaders:KnownProxies"] = "127.0.0.1, ::1",
    };
}
