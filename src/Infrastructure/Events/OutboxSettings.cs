using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Events;

/// <summary>How long events are kept.</summary>
/// <param name="Keep">From when they have happened.</param>
internal sealed record OutboxSettings(TimeSpan Keep)
{
    private const int DefaultDays = 30;
    private const int MaxDays = 3650;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static OutboxSettings Read(IConfiguration configuration) => new(TimeSpan.FromDays(configuration.ReadNumber("Events:KeepDays", 1, MaxDays) ?? DefaultDays));
}
