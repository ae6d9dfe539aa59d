namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>The program with a collector of telemetry beside it.</summary>
public sealed class TelemetryApi : ApiFixture
{
    private OtlpReceiver? receiver;

    /// <summary>The collector.</summary>
    internal OtlpReceiver Receiver => receiver!;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Receiver.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        receiver = await OtlpReceiver.StartAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
