using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>How long deliveries are kept.</summary>
/// <param name="Keep">From when they were delivered or given up.</param>
internal sealed record WebhookSettings(TimeSpan Keep)
{
    private const int DefaultDays = 30;
    private const int MaxDays = 365;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static WebhookSettings Read(IConfiguration configuration) => new(TimeSpan.FromDays(configuration.ReadNumber("Webhooks:KeepDays", 1, MaxDays) ?? DefaultDays));
}
