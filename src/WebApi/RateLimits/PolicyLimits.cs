using System.Globalization;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.RateLimits;

/// <summary>The limit of each policy.</summary>
internal sealed record PolicyLimits(RateLimit Api, RateLimit Auth, RateLimit Expensive)
{
    /// <summary>What holds unless a setting says otherwise.</summary>
    public static readonly PolicyLimits Default =
        new(new(100, TimeSpan.FromMinutes(1)), new(10, TimeSpan.FromMinutes(1)), new(5, TimeSpan.FromHours(1)));

    private const int MaxPermits = 1_000_000;
    private const int MaxSeconds = 86_400;

    /// <summary>The limit of a policy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that name.</exception>
    public RateLimit this[string policy] => policy switch
    {
        RatePolicies.Api => Api,
        RatePolicies.Auth => Auth,
        RatePolicies.Expensive => Expensive,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "There is no such policy."),
    };

    /// <summary>Reads and checks them.</summary>
    /// <param name="section">Has a section for each policy that is not as in the others.</param>
    /// <param name="others">What holds where nothing is set.</param>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static PolicyLimits Read(IConfigurationSection section, PolicyLimits others) => new(
        Read(section.GetSection(nameof(Api)), others.Api),
        Read(section.GetSection(nameof(Auth)), others.Auth),
        Read(section.GetSection(nameof(Expensive)), others.Expensive));

    private static RateLimit Read(IConfigurationSection section, RateLimit other) => new(
        Number(section.GetSection("PermitLimit"), MaxPermits) ?? other.Permits,
        Number(section.GetSection("WindowSeconds"), MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : other.Window);

    private static int? Number(IConfigurationSection setting, int max) => string.IsNullOrWhiteSpace(setting.Value) ? null
        : int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max ? number
        : throw new StartException($"{setting.Path.Replace(":", "__", StringComparison.Ordinal)} has to be a whole number from 1 to {max}.");
}
