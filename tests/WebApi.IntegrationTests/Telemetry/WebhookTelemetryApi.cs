namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>The program with a collector of telemetry beside it, and endpoints on loopback.</summary>
public sealed class WebhookTelemetryApi : TelemetryApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings) { ["Outbound:AllowPrivateNetworks"] = "true" };
}
