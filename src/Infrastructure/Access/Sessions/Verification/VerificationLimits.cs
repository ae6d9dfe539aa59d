using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>The limits against guessing (OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B, section 5.2.2).</summary>
/// <param name="DelayedFrom">The failure in a row from one source that is the first to be followed by a delay; each further one doubles the delay.</param>
/// <param name="FirstDelay">The first delay.</param>
/// <param name="LongestDelay">The longest delay; it bounds how long a legitimate user behind an attacker's network is locked out.</param>
/// <param name="UnknownNetworkWindow">
/// Time in which unknown networks together have <see cref="UnknownNetworkFailures"/>; beyond them, they share one attempt per <paramref
/// name="UnknownNetworkInterval"/>.
/// </param>
/// <param name="UnknownNetworkInterval">See <paramref name="UnknownNetworkWindow"/>.</param>
internal sealed record VerificationLimits(
    int DelayedFrom, TimeSpan FirstDelay, TimeSpan LongestDelay, TimeSpan UnknownNetworkWindow, TimeSpan UnknownNetworkInterval)
{
    /// <summary>Failures from all unknown networks together within <see cref="UnknownNetworkWindow"/>.</summary>
    public const int UnknownNetworkFailures = 50;

    /// <summary>Failures expire after this long without an attempt.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>How long after the last success from it a network is known.</summary>
    public static readonly TimeSpan KnownNetwork = TimeSpan.FromDays(90);

    private static readonly VerificationLimits SignIn =
        new(DelayedFrom: 5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

    // Six digits are guessed sooner than a password, and whoever gets to guess them has the password or a session.
    private static readonly VerificationLimits Account =
        new(Domain.Access.Account.MaxVerificationFailures, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromHours(24), TimeSpan.FromMinutes(15));

    /// <summary>The limits of a subject.</summary>
    public static VerificationLimits Of(VerificationSubject subject) => subject.IsAccount ? Account : SignIn;
}
