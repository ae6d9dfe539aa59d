using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Overload;

/// <summary>Settings under <c>Overload</c>.</summary>
/// <param name="MaxConcurrentRequests">How many requests run at once; null: twice the connections to the database.</param>
/// <param name="QueueLength">How many wait beyond that.</param>
/// <param name="MaxWait">For how long each of them waits.</param>
/// <param name="RequestTimeout">After which time a request is cancelled.</param>
internal sealed record OverloadSettings(int? MaxConcurrentRequests, int QueueLength, TimeSpan MaxWait, TimeSpan RequestTimeout)
{
    private const string Section = "Overload";
    private const int MostRequests = 100_000;
    private const int MostSeconds = 600;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static OverloadSettings Read(IConfiguration configuration) => new(
        configuration.ReadNumber($"{Section}:{nameof(MaxConcurrentRequests)}", 1, MostRequests),
        configuration.ReadNumber($"{Section}:{nameof(QueueLength)}", 1, MostRequests) ?? 20_000,
        TimeSpan.FromSeconds(configuration.ReadNumber($"{Section}:MaxWaitSeconds", 1, MostSeconds) ?? 2),
        RequestTimeoutSetting.Read(configuration));
}
