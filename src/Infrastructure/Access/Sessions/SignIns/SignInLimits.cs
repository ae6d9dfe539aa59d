namespace CleanApi.Infrastructure.Access;

/// <summary>How guessing is slowed down (OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B, section 5.2.2).</summary>
internal static class SignInLimits
{
    /// <summary>Failures from a network after which each further one is followed by a delay: one second, then twice as long each time.</summary>
    public const int FreeFailures = 5;

    /// <summary>The longest delay: somebody who shares a network with the one who guesses gets in again within it.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    /// <summary>After so long without an attempt, failures are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>Failures in <see cref="StrangersWindow"/> from all networks that never got in; beyond them, those share one attempt a minute.</summary>
    public const int StrangersFailures = 50;

    /// <summary>See <see cref="StrangersFailures"/>.</summary>
    public static readonly TimeSpan StrangersWindow = TimeSpan.FromHours(1);

    /// <summary>See <see cref="StrangersFailures"/>.</summary>
    public static readonly TimeSpan StrangersInterval = TimeSpan.FromMinutes(1);

    /// <summary>So long after the last sign-in, a network is known as one that the person comes from.</summary>
    public static readonly TimeSpan KnownNetwork = TimeSpan.FromDays(90);
}
