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
    /// <param name="configuration">The settings.</param>
    /// <param name="section">Has a section for each policy that is not as in the others.</param>
    /// <param name="others">What holds where nothing is set.</param>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static PolicyLimits Read(IConfiguration configuration, string section, PolicyLimits others) => new(
        Read(configuration, $"{section}:{nameof(Api)}", others.Api),
        Read(configuration, $"{section}:{nameof(Auth)}", others.Auth),
        Read(configuration, $"{section}:{nameof(Expensive)}", others.Expensive));

    private static RateLimit Read(IConfiguration configuration, string section, RateLimit other) => new(
        configuration.ReadNumber($"{section}:PermitLimit", 1, MaxPermits) ?? other.Permits,
        configuration.ReadNumber($"{section}:WindowSeconds", 1, MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : other.Window);
}
