using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>The API with two requests at a time, one of each network, and as many that wait. Networks are what a proxy says.</summary>
public sealed class SmallApi : ApiFixture
{
    private readonly MeterListener listener = new();
    private long waiting;
    private long shed;

    /// <summary>Requests that wait for their turn.</summary>
    public long Waiting
    {
        get
        {
            Volatile.Write(ref waiting, 0);
            listener.RecordObservableInstruments();
            return Volatile.Read(ref waiting);
        }
    }

    /// <summary>Requests that were refused.</summary>
    public long Shed => Volatile.Read(ref shed);

    /// <summary>A client from a network.</summary>
    public async Task<HttpClient> FromAsync(string network)
    {
        var client = await ClientAsync(Member);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", network);
        return client;
    }

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var meters = Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name.StartsWith("cleanapi.requests.", StringComparison.Ordinal))
            {
                one.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => Interlocked.Add(ref waiting, value));
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref shed, value));
        listener.Start();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        listener.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Overload:MaxConcurrentRequests"] = "2",
        ["Overload:QueueLength"] = "2",
        ["Database:LockTimeoutSeconds"] = "60",
        ["Database:StatementTimeoutSeconds"] = "60",
        ["Overload:RequestTimeoutSeconds"] = "120",
        ["ForwardedHeaders:KnownProxies"] = "127.0.0.1, ::1",
    };
}
