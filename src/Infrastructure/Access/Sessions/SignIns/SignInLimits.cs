namespace CleanApi.Infrastructure.Access;

/// <summary>The limits against password guessing (OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B, section 5.2.2).</summary>
internal static class SignInLimits
{
    /// <summary>Failures from one network without a delay; each further one doubles the delay, starting at one second.</summary>
    public const int FreeFailures = 5;

    /// <summary>The longest delay; it bounds how long a legitimate user behind an attacker's network is locked out.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    /// <summary>Failures expire after this long without an attempt.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>
    /// Failures within <see cref="UnknownNetworkWindow"/> from all unknown networks together; beyond them, unknown networks share one attempt per <see
    /// cref="UnknownNetworkInterval"/>.
    /// </summary>
    public const int UnknownNetworkFailures = 50;

    /// <summary>See <see cref="UnknownNetworkFailures"/>.</summary>
    public static readonly TimeSpan UnknownNetworkWindow = TimeSpan.FromHours(1);

    /// <summary>See <see cref="UnknownNetworkFailures"/>.</summary>
    public static readonly TimeSpan UnknownNetworkInterval = TimeSpan.FromMinutes(1);

    /// <summary>How long after the last sign-in from it a network is known.</summary>
    public static readonly TimeSpan KnownNetwork = TimeSpan.FromDays(90);
}
