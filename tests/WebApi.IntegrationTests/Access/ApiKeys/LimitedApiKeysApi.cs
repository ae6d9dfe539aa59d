namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for tests of the limits of API keys.</summary>
public sealed class LimitedApiKeysApi : ApiKeysApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["RateLimiting:Enabled"] = "true" };
}
