namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>The program with a collector and a sign-in provider beside it.</summary>
public sealed class TracedProviderApi : TelemetryApi
{
    private RecordingProvider? provider;

    /// <summary>The provider, named Partner.</summary>
    internal RecordingProvider Provider => provider!;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings)
    {
        ["Auth:External:Partner:Authority"] = Provider.Address,
        ["Auth:External:Partner:ClientId"] = "cleanapi",
        ["Auth:External:Partner:ClientSecret"] = "a secret",
    };

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        provider = await RecordingProvider.StartAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
