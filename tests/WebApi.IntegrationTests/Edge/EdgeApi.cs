namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>The API behind a proxy on this machine, with the host names, origins and limits of an operator.</summary>
public sealed class EdgeApi : ApiFixture
{
    /// <summary>A site whose scripts may call.</summary>
    public const string App = "https://app.acme.test";

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["AllowedHosts"] = "api.acme.test;*.api.acme.test;127.0.0.1;localhost",
        ["Cors:AllowedOrigins"] = $"{App}, http://127.0.0.1:3000",
        ["ForwardedHeaders:KnownNetworks"] = "127.0.0.0/8,::1/128",
        ["Kestrel:Limits:MaxRequestBodySize"] = "1000",
        ["Kestrel:Limits:MaxRequestLineSize"] = "500",
        ["Kestrel:Limits:MaxRequestHeadersTotalSize"] = "4000",
    };

    /// <summary>None: what a browser asks is no part of the contract.</summary>
    protected override IEnumerable<DelegatingHandler> Handlers => [];
}
