namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>An API that takes few requests a minute of a caller.</summary>
public sealed class FewCallsApi : EventsApi
{
    /// <summary>How many.</summary>
    public const int Permits = 5;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["RateLimiting:Enabled"] = "true",
        ["RateLimiting:Api:PermitLimit"] = Permits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["RateLimiting:Auth:PermitLimit"] = "1000",
    };
}
