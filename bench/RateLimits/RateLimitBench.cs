using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using CleanApi.Application.Common.RateLimits;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.RateLimits;
using CleanApi.WebApi.RateLimits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace CleanApi.Bench.RateLimits;

/// <summary>
/// What a request pays for its rate limit: the windows, the count and the headers, at each store. Settings come from the environment
/// (<c>ConnectionStrings__CleanApi</c>, <c>Redis__Configuration</c>); a store without its setting is left out.
/// </summary>
internal static class RateLimitBench
{
    private const int Callers = 32;

    private static readonly RateLimitMeter Meter = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    /// <summary>Measures each store, and a statement that does nothing for comparison.</summary>
    public static async Task Main()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        configuration["RateLimiting:Api:PermitLimit"] = "1000000";
        var windows = new RateLimitWindows(RateLimitSettings.Read(configuration));
        await MeasureAsync("memory", new MemoryRateLimitStore(), windows, 500_000);
        if (configuration.GetConnectionString("CleanApi") is not null)
        {
            await using var database = new Database(DatabaseOptions.From(configuration), NullLoggerFactory.Instance);
            await database.StartAsync(CancellationToken.None);
            await MeasureAsync("postgres", Guarded(new PostgresRateLimitStore(database)), windows, 50_000);
            await MeasureAsync("postgres, select 1", new RoundTrip(database), windows, 50_000);
        }

        if (configuration["Redis:Configuration"] is { } redis)
        {
            await using var store = new RedisRateLimitStore(ConfigurationOptions.Parse(redis));
            await MeasureAsync("redis", Guarded(store), windows, 50_000);
        }
    }

    private static RememberedRefusals Guarded(IRateLimitStore store) =>
        new(new OutageGuard(store, new MemoryRateLimitStore(), Meter, TimeProvider.System, NullLogger<OutageGuard>.Instance));

    // One caller after the other's answer, and several at the same time; everybody from their own network.
    private static async Task MeasureAsync(string name, IRateLimitStore store, RateLimitWindows windows, int requests)
    {
        await using var limiter = new RequestRateLimiter(windows, store, Meter, TimeProvider.System);
        await SendAsync(limiter, 0, requests / 10);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var alone = Stopwatch.StartNew();
        await SendAsync(limiter, 0, requests);
        alone.Stop();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var together = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => SendAsync(limiter, caller, requests / Callers))));
        together.Stop();
        Console.WriteLine(
            $"{name}: {alone.Elapsed.TotalMicroseconds / requests:0.00} µs and {allocated / requests} bytes a request; {Callers} callers {requests / together.Elapsed.TotalSeconds:0} requests a second");
    }

    private static async Task SendAsync(RequestRateLimiter limiter, int caller, int requests)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = new IPAddress([10, 0, 0, (byte)caller]);
        for (var i = 0; i < requests; i++)
        {
            context.Response.Headers.Clear();
            using var lease = await limiter.AcquireAsync(context);
            if (!lease.IsAcquired)
            {
                throw new InvalidOperationException("A refusal would be measured as a request.");
            }
        }
    }

    private sealed class RoundTrip(Database database) : IRateLimitStore
    {
        public async ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await using var command = database.Application.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return new RateLimitResult(IsAdmitted: true, [new RateLimitState(windows[0], 1, now)]);
        }

        public ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
